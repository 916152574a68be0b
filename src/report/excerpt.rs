//! The lines around a place, safe for a terminal and no wider than asked.

use std::ops::Range;

use unicode_width::UnicodeWidthChar;

use crate::report::places::Places;
use crate::report::sanitize::visible;
use crate::source::{FileSpan, LineIndex, Position};

/// What a tab is shown as.
const TAB: &str = "    ";

/// What a line is cut to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Room {
    /// The columns a line may take.
    pub(super) columns: usize,
    /// The columns that are needed from the place on, for what is written below it.
    pub(super) below: usize,
    /// Whether `…` may be shown, or only ASCII.
    pub(super) unicode: bool,
}

/// A few lines around a place. All that is shown of them is `text`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    /// The lines, made visible and cut.
    pub(super) text: String,
    /// The first of them, from 0.
    pub(super) first_line: usize,
    /// The bytes of `text` that show the place; never empty.
    pub(super) label: Range<usize>,
    /// Where the place starts in its file.
    pub(super) position: Position,
}

/// The line of `at` with `context` lines before and after it.
///
/// Of a place that covers several lines only the first is shown. Where the line is cut on
/// the left, its neighbours would not line up and are left out.
pub(super) fn around(places: &Places<'_>, at: FileSpan, context: usize, room: Room) -> Excerpt {
    let text = places.text(at);
    let span = at.span.clamped(text);
    let position = places.position(at, span.start);
    let Some(index) = places.index(at) else {
        return Excerpt { text: " ".to_owned(), first_line: 0, label: 0..1, position };
    };
    let line = index.line_of(span.start);
    let own = cut(line_of(text, index, line), span.start, span.end, room);
    let neighbours = if own.is_cut { 0 } else { context };
    let first_line = line.saturating_sub(neighbours);
    let before: String = (first_line..line).map(|at| whole(text, index, at, room) + "\n").collect();
    let last_line = (line + neighbours).min(last_line(text, index));
    let after: String =
        (line + 1..=last_line).map(|at| "\n".to_owned() + &whole(text, index, at, room)).collect();
    let label = own.label.start + before.len()..own.label.end + before.len();
    Excerpt { text: before + &own.text + &after, first_line, label, position }
}

/// The line of `at` alone, without its indentation.
pub(super) fn line(places: &Places<'_>, at: FileSpan, room: Room) -> String {
    let text = places.text(at);
    let span = at.span.clamped(text);
    let Some(index) = places.index(at) else { return String::new() };
    let (start, line) = line_of(text, index, index.line_of(span.start));
    let indented = line.len() - line.trim_start().len();
    let indent = indented.min((span.start as usize).saturating_sub(start));
    let line = (start + indent, line.get(indent..).unwrap_or(line));
    cut(line, span.start, span.end, room).text.trim_end().to_owned()
}

/// The columns that `text` takes.
pub(super) fn columns(text: &str) -> usize {
    text.chars().map(width).sum()
}

fn width(character: char) -> usize {
    character.width().unwrap_or(0)
}

/// Where line `line` starts, and its text without its break.
fn line_of<'a>(text: &'a str, index: &LineIndex, line: usize) -> (usize, &'a str) {
    let start = index.start_of(line) as usize;
    let end = if line + 1 < index.count() { index.start_of(line + 1) as usize } else { text.len() };
    let line = text.get(start..end).unwrap_or("");
    let line = line.strip_suffix('\n').unwrap_or(line);
    (start, line.strip_suffix('\r').unwrap_or(line))
}

/// The last line that holds text: a final line break opens none.
fn last_line(text: &str, index: &LineIndex) -> usize {
    (index.count() - 1).saturating_sub(usize::from(text.ends_with('\n')))
}

fn whole(text: &str, index: &LineIndex, line: usize, room: Room) -> String {
    let (start, line) = line_of(text, index, line);
    cut((start, line), start as u32, start as u32, room).text.trim_end().to_owned()
}

struct Cut {
    text: String,
    label: Range<usize>,
    /// Whether something is missing on the left.
    is_cut: bool,
}

/// Cuts a line to `room` around the bytes `start..end` of the file.
///
/// Takes time in proportion to `room`, not to the line.
fn cut((from, line): (usize, &str), start: u32, end: u32, room: Room) -> Cut {
    let start = line.floor_char_boundary((start as usize).saturating_sub(from));
    let end = line.ceil_char_boundary((end as usize).saturating_sub(from)).max(start);
    let (left, rest) = line.split_at_checked(start).unwrap_or((line, ""));
    let (marked, right) = rest.split_at_checked(end - start).unwrap_or((rest, ""));
    let ellipsis = if room.unicode { "…" } else { "..." };
    let columns = room.columns.saturating_sub(ellipsis.len()).max(24);

    let most_left = columns.saturating_sub(room.below.max(width_of(marked, columns / 2, room)));
    let is_near = shown(left.chars(), most_left, room).1;
    let after = width_of(rest, columns, room).max(room.below).min(columns / 3 * 2);
    let left_room = if is_near { most_left } else { columns - after };
    let (reversed, is_whole) = shown(left.chars().rev(), left_room, room);
    let mut text = String::from(if is_whole { "" } else { ellipsis });
    text.extend(reversed.iter().rev().map(String::as_str));
    let label_start = text.len();
    let used = self::columns(&text);

    let marked = if marked.is_empty() {
        right.get(..right.ceil_char_boundary(1)).unwrap_or("")
    } else {
        marked
    };
    let right = rest.get(marked.len()..).unwrap_or("");
    let (shown_marked, is_marked_whole) =
        shown(marked.chars(), columns.saturating_sub(used + 1), room);
    text.extend(shown_marked.iter().map(String::as_str));
    if !is_marked_whole {
        text.push_str(ellipsis);
    } else if marked.is_empty() {
        text.push(' ');
    }
    let label = label_start..text.len();
    if is_marked_whole {
        let used = self::columns(&text);
        let (shown_right, is_right_whole) =
            shown(right.chars(), columns.saturating_sub(used), room);
        text.extend(shown_right.iter().map(String::as_str));
        text.push_str(if is_right_whole { "" } else { ellipsis });
    }
    Cut { text, label, is_cut: !is_whole }
}

/// The columns that `text` takes, as far as it fits into `most`.
fn width_of(text: &str, most: usize, room: Room) -> usize {
    shown(text.chars(), most, room).0.iter().map(|cell| columns(cell)).sum()
}

/// The characters that fit into `columns`, made visible, and whether these are all.
fn shown(
    characters: impl Iterator<Item = char>,
    columns: usize,
    room: Room,
) -> (Vec<String>, bool) {
    let mut used = 0;
    let mut shown = Vec::new();
    for character in characters {
        let cell = match visible(character) {
            _ if character == '\t' => TAB.to_owned(),
            visible if visible != character && !room.unicode => "?".to_owned(),
            visible => visible.to_string(),
        };
        used += self::columns(&cell);
        // Marks of no width could be stacked without end.
        if used > columns || shown.len() > columns * 8 {
            return (shown, false);
        }
        shown.push(cell);
    }
    (shown, true)
}

#[cfg(test)]
mod tests {
    use super::{Cut, Room, cut};

    #[test]
    fn lines_are_cut_around_their_place() {
        let long = format!("{}TARGET{}", "a;".repeat(50), "b;".repeat(50));
        for (line, place, unicode, want, marked) in [
            ("let a = 1;", 4..5, true, "let a = 1;", "a"),
            ("\tlet a", 5..6, true, "    let a", "a"),
            ("", 0..0, true, " ", " "),
            ("ab", 2..2, true, "ab ", " "),
            ("ab", 1..1, true, "ab", "b"),
            ("授权\u{1b}[0m按钮", 6..7, true, "授权␛[0m按钮", "␛"),
            ("a\u{1b}b", 1..2, false, "a?b", "?"),
            (long.as_str(), 100..106, true, "…;a;a;a;a;TARGETb;b;b;b;b;b…", "TARGET"),
            (long.as_str(), 100..106, false, "...;a;a;a;a;TARGETb;b;b;b;b...", "TARGET"),
            (
                long.as_str(),
                0..200,
                true,
                "a;a;a;a;a;a;a;a;a;a;a;a;a;…",
                "a;a;a;a;a;a;a;a;a;a;a;a;a;…",
            ),
            ("a", 7..9, true, "a ", " "),
        ] {
            let room = Room { columns: 30, below: 0, unicode };
            let Cut { text, label, .. } = cut((0, line), place.start, place.end, room);
            assert_eq!(
                (text.as_str(), text.get(label)),
                (want, Some(marked)),
                "{line:?} {place:?}"
            );
        }
    }
}
