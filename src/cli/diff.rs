//! What fixes change, as a unified diff.

use std::fmt::Write;
use std::time::Duration;

use similar::udiff::UnifiedHunkHeader;
use similar::{ChangeTag, TextDiff};

use crate::report;

/// Lines around a change.
const CONTEXT: usize = 3;

/// Beyond it a diff may be longer than it need be.
const TIMEOUT: Duration = Duration::from_secs(5);

/// How a diff looks.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Look {
    /// Whether lines have colours.
    pub(super) color: bool,
    /// Whether nobody but a person reads it: what could move a cursor is then replaced, where
    /// otherwise every byte stays, so that the diff can be applied.
    pub(super) is_terminal: bool,
}

/// The lines in which `before` and `after` differ, of the file called `name`.
///
/// Only `\n` ends a line, as for those who apply a diff.
pub(super) fn unified(name: &str, before: &str, after: &str, look: Look) -> String {
    let lines =
        |text: &'_ str| -> Vec<String> { text.split_inclusive('\n').map(str::to_owned).collect() };
    let (old, new) = (lines(before), lines(after));
    let old: Vec<&str> = old.iter().map(String::as_str).collect();
    let new: Vec<&str> = new.iter().map(String::as_str).collect();
    let diff = TextDiff::configure().timeout(TIMEOUT).diff_slices(&old, &new);
    let name: String = name.chars().map(report::visible).collect();
    let mut text = String::new();
    push(&mut text, "\u{1b}[1m", &format!("--- a/{name}"), "\n", look);
    push(&mut text, "\u{1b}[1m", &format!("+++ b/{name}"), "\n", look);
    for group in diff.grouped_ops(CONTEXT) {
        push(&mut text, "\u{1b}[36m", &UnifiedHunkHeader::new(&group).to_string(), "\n", look);
        for change in group.iter().flat_map(|op| diff.iter_changes(op)) {
            let (sign, color) = match change.tag() {
                ChangeTag::Equal => (' ', ""),
                ChangeTag::Delete => ('-', "\u{1b}[31m"),
                ChangeTag::Insert => ('+', "\u{1b}[32m"),
            };
            let line = change.value();
            let end = if line.ends_with('\n') { "\n" } else { "\n\\ No newline at end of file\n" };
            let line = line.strip_suffix('\n').unwrap_or(line);
            push(&mut text, color, &format!("{sign}{}", shown(line, look)), end, look);
        }
    }
    text
}

/// `line` as a person or a program reads it; a tab moves no cursor back.
fn shown(line: &str, look: Look) -> String {
    if !look.is_terminal {
        return line.to_owned();
    }
    let line = line.strip_suffix('\r').unwrap_or(line);
    line.chars().map(|it| if it == '\t' { it } else { report::visible(it) }).collect()
}

fn push(text: &mut String, color: &str, line: &str, end: &str, look: Look) {
    let _ = match look.color && !color.is_empty() {
        true => write!(text, "{color}{line}\u{1b}[0m{end}"),
        false => write!(text, "{line}{end}"),
    };
}

#[cfg(test)]
mod tests {
    use super::{Look, unified};

    #[test]
    fn every_byte_of_a_line_is_there() {
        for (before, after, want) in [
            ("a\r\nb\r\n", "a\r\nc\r\n", "@@ -1,2 +1,2 @@\n a\r\n-b\r\n+c\r\n"),
            (
                "a",
                "b",
                "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n",
            ),
            ("a\rb\n", "a\rc\n", "@@ -1 +1 @@\n-a\rb\n+a\rc\n"),
            ("a\nb\n", "b\n", "@@ -1,2 +1 @@\n-a\n b\n"),
        ] {
            let diff = unified("x.js", before, after, Look::default());
            assert_eq!(diff, format!("--- a/x.js\n+++ b/x.js\n{want}"));
        }
    }

    #[test]
    fn a_terminal_gets_no_control_characters() {
        let look = Look { is_terminal: true, ..Look::default() };
        let diff = unified("x\u{1b}.js", "\ta\u{1b}[2J\r\n", "\tb\r\n", look);
        assert_eq!(diff, "--- a/x␛.js\n+++ b/x␛.js\n@@ -1 +1 @@\n-\ta␛[2J\n+\tb\n");
    }
}
