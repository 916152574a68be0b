//! Text inside XML, HTML and the Markdown of GitHub.

use crate::report::sanitize;

/// `text` on one line, for the text and the attributes of XML and HTML.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars().map(sanitize::visible) {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            // No characters of XML.
            '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            _ => escaped.push(character),
        }
    }
    escaped
}

/// `text` on one line, for Markdown that may hold HTML: nothing of it is markup, nor ends the
/// cell of a table.
pub(super) fn escape_markdown(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars().map(sanitize::visible) {
        if "\\`*_[]<>|~&@:#\"".contains(character) {
            escaped.push_str(&format!("&#{};", u32::from(character)));
        } else {
            escaped.push(character);
        }
    }
    escaped
}

/// A sentence in HTML: what stands in backticks is code, and all is escaped by `escape`.
pub(super) fn sentence(text: &str, escape: fn(&str) -> String) -> String {
    let mut html = String::new();
    let mut rest = text;
    while let Some((before, code, after)) = code(rest) {
        html += &format!("{}<code>{}</code>", escape(before), escape(code));
        rest = after;
    }
    html + &escape(rest)
}

/// The first text in backticks, between what stands before and after.
fn code(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('`')?;
    let (code, after) = rest.split_once('`')?;
    Some((before, code, after))
}

#[cfg(test)]
mod tests {
    use super::{escape, escape_markdown, sentence};

    #[test]
    fn nothing_becomes_markup() {
        for (text, xml, markdown) in [
            (
                "a < b && \"c\"",
                "a &lt; b &amp;&amp; &quot;c&quot;",
                "a &#60; b &#38;&#38; &#34;c&#34;",
            ),
            (
                "[x](http://y) | *z*",
                "[x](http://y) | *z*",
                "&#91;x&#93;(http&#58;//y) &#124; &#42;z&#42;",
            ),
            ("\u{1b}[1m\n授", "␛[1m␊授", "␛&#91;1m␊授"),
        ] {
            assert_eq!((escape(text).as_str(), escape_markdown(text).as_str()), (xml, markdown));
        }
    }

    #[test]
    fn backticks_are_code() {
        for (text, want) in [
            ("`a<b` runs from `c`", "<code>a&lt;b</code> runs from <code>c</code>"),
            ("a ` b", "a ` b"),
            ("", ""),
        ] {
            assert_eq!(sentence(text, escape), want);
        }
    }
}
