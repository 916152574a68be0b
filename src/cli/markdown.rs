//! Markdown of rule pages, lightly rendered: headings, code and wrapped text.

use crate::report::human::Look;

/// `markdown` for a terminal that shows `look`.
pub(super) fn render(markdown: &str, look: Look) -> String {
    let mut out = String::new();
    let mut is_code = false;
    for line in markdown.trim().lines() {
        if line.trim_start().starts_with("```") {
            let opens = !is_code;
            is_code = opens;
            if let Some((_, path)) = line.split_once(' ').filter(|_| opens) {
                out += &styled(&format!("    {path}\n"), "2", look);
            }
        } else if is_code {
            out += &format!("    {line}\n");
        } else if let Some(heading) = line.strip_prefix('#') {
            let heading = heading.trim_start_matches('#').trim().replace('`', "");
            out += &styled(&heading, "1", look);
            out.push('\n');
        } else {
            out += &inline(line, look);
            out.push('\n');
        }
    }
    out
}

/// A line with its `code` in colour; without colours the backticks stay.
fn inline(line: &str, look: Look) -> String {
    if !look.color {
        return line.to_owned();
    }
    let pieces = line.split('`').enumerate();
    let is_whole = line.matches('`').count() % 2 == 0;
    if !is_whole {
        return line.to_owned();
    }
    pieces
        .map(|(at, text)| if at % 2 == 1 { styled(text, "36", look) } else { text.to_owned() })
        .collect()
}

fn styled(text: &str, code: &str, look: Look) -> String {
    if look.color { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::render;
    use crate::report::human::Look;

    #[test]
    fn pages_are_readable_with_and_without_colours() {
        let page = "# `a-rule`\n\nSay `x`.\n\n```axml pages/a.axml\n<view/>\n```\n";
        for (color, want) in [
            (false, "a-rule\n\nSay `x`.\n\n    pages/a.axml\n    <view/>\n"),
            (
                true,
                "\u{1b}[1ma-rule\u{1b}[0m\n\nSay \u{1b}[36mx\u{1b}[0m.\n\n\u{1b}[2m    pages/a.axml\n\u{1b}[0m    <view/>\n",
            ),
        ] {
            assert_eq!(render(page, Look { color, unicode: true, width: 80 }), want);
        }
    }
}
