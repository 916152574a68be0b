//! Markdown of rule pages, lightly rendered: headings, code and wrapped text.

use crate::report::human::Look;

const BOLD: &str = "1";
const DIM: &str = "2";
const CODE: &str = "36";

/// `markdown` for a terminal that shows `look`; the title, which the caller shows, is left out.
pub(super) fn render(markdown: &str, look: Look) -> String {
    let mut out = String::new();
    let mut is_code = false;
    for line in markdown.trim().lines().skip_while(|line| line.starts_with("# ") || line.is_empty())
    {
        if let Some(fence) = line.strip_prefix("```") {
            is_code = !is_code;
            if let Some((_, path)) = fence.split_once(' ') {
                out += &format!("    {}\n", styled(path, DIM, look));
            }
        } else if is_code {
            out += format!("    {line}").trim_end();
            out.push('\n');
        } else if line.starts_with('#') {
            out += &styled(line.trim_start_matches('#').trim(), BOLD, look);
            out.push('\n');
        } else {
            out += &inline(&unlinked(line), look);
            out.push('\n');
        }
    }
    out
}

/// `line` with `[text](address)` as `text (address)`; of an address within the catalogue only the text.
fn unlinked(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some((before, link)) = rest.split_once('[') {
        let parts =
            link.split_once("](").and_then(|(text, tail)| Some((text, tail.split_once(')')?)));
        let Some((text, (address, tail))) = parts else { break };
        out += before;
        out += text;
        if address.contains("://") {
            out += &format!(" ({address})");
        }
        rest = tail;
    }
    out + rest
}

/// `line` with its `code` in colour; without colours the backticks stay.
fn inline(line: &str, look: Look) -> String {
    let is_whole = line.matches('`').count().is_multiple_of(2);
    if !look.color || !is_whole {
        return line.to_owned();
    }
    let style = |(at, text): (usize, &str)| match at % 2 {
        0 => text.to_owned(),
        _ => styled(text, CODE, look),
    };
    line.split('`').enumerate().map(style).collect()
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
        let page = "# `a-rule`\n\n## Why\n\nSay `x`, see [b](b.md), [c](https://c).\n\n```axml pages/a.axml\n<view/>\n\n```\n";
        for (color, want) in [
            (false, "Why\n\nSay `x`, see b, c (https://c).\n\n    pages/a.axml\n    <view/>\n\n"),
            (
                true,
                "\u{1b}[1mWhy\u{1b}[0m\n\nSay \u{1b}[36mx\u{1b}[0m, see b, c (https://c).\n\n    \u{1b}[2mpages/a.axml\u{1b}[0m\n    <view/>\n\n",
            ),
        ] {
            assert_eq!(render(page, Look { color, unicode: true, width: 80 }), want);
        }
    }
}
