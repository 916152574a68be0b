//! Where a `{{` ends: expressions hold quotes, `<`, `>` and `}` that mean nothing to markup.

/// How far a `}}` may be from its `{{`, so that broken text costs linear time.
const REACH: usize = 16 * 1024;

/// What stands around a `{{`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Around {
    /// An attribute's value in these quotes.
    Quotes(u8),
    /// Text, a value without quotes, or the space between attributes.
    Nothing,
}

/// The place of the `}}` for a `{{` whose inside begins at `start`.
///
/// Braces and string literals of the expression are balanced first; where that leads nowhere
/// (`{{it's}}`), the first `}}` counts. Neither goes beyond the attribute's value, the next tag,
/// or another `{{`: such a `{{` is plain text.
pub(super) fn closing(text: &[u8], start: usize, around: Around) -> Option<usize> {
    let text = &text[..text.len().min(start.saturating_add(REACH))];
    balanced(text, start, around).or_else(|| first(text, start, around))
}

/// Whether a tag or comment begins at the `<` at `at`, as text around an expression has it:
/// `a<b` and `a < b` are comparisons, `</b`, `<b>` and `<b c=` are tags.
fn begins_tag(text: &[u8], at: usize) -> bool {
    match text.get(at + 1) {
        Some(b'/') => text.get(at + 2).is_some_and(u8::is_ascii_alphabetic),
        Some(b'!') => text[at + 2..].starts_with(b"--"),
        Some(letter) if letter.is_ascii_alphabetic() => {
            let name = name_end(text, at + 1);
            let next = skip(text, name, is_blank);
            ends_tag(text, next) || (next > name && begins_attribute(text, next, ends_tag))
        }
        _ => false,
    }
}

/// Whether the value of an attribute ends at the quote at `at`, judged by what follows it:
/// the end of the tag, or a blank and another attribute.
pub(super) fn ends_value(text: &[u8], at: usize) -> bool {
    let next = skip(text, at + 1, is_blank);
    match text.get(next) {
        None => true,
        Some(b'>') => next > at + 1 || !is_short_string(text, at),
        Some(b'/') => text.get(next + 1) == Some(&b'>'),
        Some(_) => next > at + 1 && begins_attribute(text, next, |_, _| false),
    }
}

/// The first index from `at` on whose byte does not satisfy `belongs`.
pub(super) fn skip(text: &[u8], at: usize, belongs: fn(u8) -> bool) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    at + rest.iter().position(|byte| !belongs(*byte)).unwrap_or(rest.len())
}

/// White space as quick-xml has it.
pub(super) fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

/// The length of a white space at `at` that is none to markup but is typed for one: a wide or
/// an unbreakable blank.
pub(super) fn wide_blank(text: &[u8], at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    ["\u{3000}", "\u{a0}"].iter().find(|it| rest.starts_with(it.as_bytes())).map(|it| it.len())
}

/// The end of the name of an element that begins at `at`.
pub(super) fn name_end(text: &[u8], at: usize) -> usize {
    let mut end = skip(text, at, is_name);
    while text.get(end).is_some_and(|byte| !byte.is_ascii()) && wide_blank(text, end).is_none() {
        end = skip(text, end + 1, |byte| is_name(byte) || matches!(byte, 0x80..0xc0));
    }
    end
}

fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b':' | b'.')
}

/// What the names of attributes are made of, as far as their looks betray them.
pub(super) fn is_attribute_name(byte: u8) -> bool {
    is_name(byte) || matches!(byte, b'@' | b'#' | b'$') || !byte.is_ascii()
}

/// Whether the name of a start tag stands at `at`: one that a blank, `/`, `>` or the end of the
/// text follows. In `a<b=c` and `a<b</text>` the `<` is text.
pub(super) fn is_tag_name(text: &[u8], at: usize) -> bool {
    let end = name_end(text, at);
    let next = text.get(end).copied();
    next.is_none_or(|byte| is_blank(byte) || matches!(byte, b'/' | b'>'))
        || wide_blank(text, end).is_some()
}

fn balanced(text: &[u8], start: usize, around: Around) -> Option<usize> {
    let mut depth = 0_usize;
    let mut at = start;
    while let Some(byte) = text.get(at) {
        match byte {
            b'}' if depth > 0 => depth -= 1,
            b'}' => return (text.get(at + 1) == Some(&b'}')).then_some(at),
            b'{' if text.get(at + 1) == Some(&b'{') => return None,
            b'{' => depth += 1,
            b'<' if around == Around::Nothing && begins_tag(text, at) => return None,
            b'"' | b'\'' | b'`' => at = string_end(text, at, around)?,
            _ => {}
        }
        at += 1;
    }
    None
}

/// The closing quote of the string literal that begins at `at`.
fn string_end(text: &[u8], at: usize, around: Around) -> Option<usize> {
    let quote = *text.get(at)?;
    let closes_value = |at| match around {
        Around::Quotes(value) => text.get(at) == Some(&value) && ends_value(text, at),
        Around::Nothing => false,
    };
    if closes_value(at) {
        return None;
    }
    let mut next = at + 1;
    while let Some(byte) = text.get(next) {
        match byte {
            byte if *byte == quote => return Some(next),
            b'\\' => next += 1,
            b'\n' if quote != b'`' => return None,
            _ if closes_value(next) => return None,
            _ => {}
        }
        next += 1;
    }
    None
}

fn first(text: &[u8], start: usize, around: Around) -> Option<usize> {
    for at in start..text.len() {
        match text[at] {
            b'}' if text.get(at + 1) == Some(&b'}') => return Some(at),
            b'{' if text.get(at + 1) == Some(&b'{') => return None,
            b'<' if around == Around::Nothing && begins_tag(text, at) => return None,
            quote if around == Around::Quotes(quote) => return None,
            _ => {}
        }
    }
    None
}

fn ends_tag(text: &[u8], at: usize) -> bool {
    text.get(at) == Some(&b'>') || text.get(at..at + 2) == Some(b"/>")
}

/// Whether `name =` stands at `at`, or a name with what `or` accepts behind it.
fn begins_attribute(text: &[u8], at: usize, or: fn(&[u8], usize) -> bool) -> bool {
    let name = skip(text, at, is_attribute_name);
    let next = skip(text, name, is_blank);
    let is_assigned = text.get(next) == Some(&b'=') && text.get(next + 1) != Some(&b'=');
    name > at && (is_assigned || or(text, next))
}

/// Whether the quote at `at`, with a `>` behind it, begins a string like `">"` or `">= 3"`.
fn is_short_string(text: &[u8], at: usize) -> bool {
    let quote = text[at];
    let end = skip(text, at + 1, |byte| !matches!(byte, b'"' | b'\'' | b'<' | b'{' | b'}' | b'\n'));
    text.get(end) == Some(&quote)
}

#[cfg(test)]
mod tests {
    use super::{Around, closing};

    /// The inside of the first hole of `text`.
    fn inside(text: &str, around: Around) -> Option<&str> {
        let start = text.find("{{").map_or(0, |at| at + 2);
        closing(text.as_bytes(), start, around).and_then(|end| text.get(start..end))
    }

    #[test]
    fn a_hole_ends_where_its_expression_does() {
        for (text, want) in [
            ("{{a}}", Some("a")),
            ("{{}}", Some("")),
            ("{{a}}}", Some("a")),
            ("{{{a: 1}}}", Some("{a: 1}")),
            ("{{a: {b: {c: 1}}}}", Some("a: {b: {c: 1}}")),
            ("{{a ? '}}' : \"}}\"}}", Some("a ? '}}' : \"}}\"")),
            ("{{'\\'}}'}}", Some("'\\'}}'")),
            ("{{`a\n}}`}}", Some("`a\n}}`")),
            ("{{it's}} it's", Some("it's")),
            ("{{ {a }}", Some(" {a ")),
            ("{{a}b}}", Some("a}b")),
            ("{{a<b && c>d}}", Some("a<b && c>d")),
            ("{{a<b}}", Some("a<b")),
            ("{{'<b>'}}", Some("'<b>'")),
            ("{{a</b>}}", None),
            ("{{a<b>{{c}}</b>", None),
            ("{{a <b c='d'>}}", None),
            ("{{a {{b}}", None),
            ("{{a", None),
            ("{{a}", None),
        ] {
            assert_eq!(inside(text, Around::Nothing), want, "{text}");
        }
    }

    #[test]
    fn a_hole_stays_in_its_value() {
        for (text, want) in [
            (r#""{{a}}""#, Some("a")),
            (r#""{{a < b}}""#, Some("a < b")),
            (r#""{{a ? 'x' : 'y'}}""#, Some("a ? 'x' : 'y'")),
            (r#""{{a == "x"}}">"#, Some(r#"a == "x""#)),
            (r#""{{a == ">" ? "x y" : ""}}" c="d">"#, Some(r#"a == ">" ? "x y" : """#)),
            (r#""{{a" b="}}">"#, None),
            (r#""{{a">{{b}}</view><view c="}}">"#, None),
            (r#""{{a == 'b}}" c='d'>"#, Some("a == 'b")),
            (r#""{{a"/>}}"#, None),
        ] {
            assert_eq!(inside(text, Around::Quotes(b'"')), want, "{text}");
        }
    }

    #[test]
    fn a_hole_has_a_reach() {
        let near = format!("{{{{{}}}}}", "a".repeat(super::REACH - 2));
        let far = format!("{{{{{}}}}}", "a".repeat(super::REACH));
        assert!(inside(&near, Around::Nothing).is_some());
        assert!(inside(&far, Around::Nothing).is_none());
    }
}
