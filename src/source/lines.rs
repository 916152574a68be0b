//! Lines and columns, for the outermost layers only.

/// A place as people and editors count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1, in UTF-16 code units.
    pub column: u32,
}

/// The bytes between two places for which UTF-16 code units are counted in advance, so that
/// a column in a line of a megabyte costs no more than one in a short line.
const STRIDE: usize = 4096;

/// Where the lines of a text begin. Only `\n` ends a line.
#[derive(Clone, Debug)]
pub struct LineIndex {
    starts: Vec<u32>,
    /// The UTF-16 code units before every [`STRIDE`]th byte.
    units: Vec<u32>,
}

impl LineIndex {
    /// The index of `text`.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        // Editors hide a byte order mark.
        let first = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let starts = std::iter::once(first as u32).chain(breaks.map(|(at, _)| at as u32 + 1));
        let starts = starts.collect();
        let units = (0..=text.len() / STRIDE).scan(0, |units, stride| {
            let before = *units;
            *units += units_between(text, stride * STRIDE, (stride + 1) * STRIDE);
            Some(before)
        });
        Self { starts, units: units.collect() }
    }

    /// The line of the byte `offset`, from 0.
    #[must_use]
    pub fn line_of(&self, offset: u32) -> usize {
        self.starts.partition_point(|start| *start <= offset).saturating_sub(1)
    }

    /// Where line `line` (from 0) begins; the last line's start for a line beyond the end.
    #[must_use]
    pub fn start_of(&self, line: usize) -> u32 {
        self.starts.get(line).or(self.starts.last()).copied().unwrap_or(0)
    }

    /// The number of lines; at least one.
    #[must_use]
    pub fn count(&self) -> usize {
        self.starts.len()
    }

    /// The place of the byte `offset` of `text`, which the index was made for.
    #[must_use]
    pub fn position(&self, text: &str, offset: u32) -> Position {
        let offset = text.floor_char_boundary(offset as usize);
        let line = self.line_of(offset as u32);
        let start = self.start_of(line) as usize;
        let column = self.units_before(text, offset).saturating_sub(self.units_before(text, start));
        Position { line: line as u32 + 1, column: column + 1 }
    }

    fn units_before(&self, text: &str, offset: usize) -> u32 {
        let stride = offset / STRIDE;
        self.units.get(stride).copied().unwrap_or(0) + units_between(text, stride * STRIDE, offset)
    }
}

/// The UTF-16 code units of the characters that start in `start..end`.
fn units_between(text: &str, start: usize, end: usize) -> u32 {
    let range = text.ceil_char_boundary(start)..text.ceil_char_boundary(end);
    text.get(range).map_or(0, |part| part.encode_utf16().count() as u32)
}

#[cfg(test)]
mod tests {
    use super::{LineIndex, Position, STRIDE};

    #[test]
    fn columns_count_utf16_units() {
        let text = "授权\r\na😀b\n";
        let index = LineIndex::new(text);
        for (offset, line, column) in
            [(0, 1, 1), (3, 1, 2), (8, 2, 1), (13, 2, 4), (14, 2, 5), (15, 3, 1)]
        {
            assert_eq!(index.position(text, offset), Position { line, column }, "offset {offset}");
        }
    }

    #[test]
    fn a_byte_order_mark_has_no_column() {
        let text = "\u{feff}授a\nb";
        let index = LineIndex::new(text);
        for (offset, line, column) in [(0, 1, 1), (3, 1, 1), (6, 1, 2), (8, 2, 1)] {
            assert_eq!(index.position(text, offset), Position { line, column }, "offset {offset}");
        }
    }

    #[test]
    fn columns_of_long_lines_are_counted_from_their_start() {
        let text = format!("授\n{}x", "😀授a".repeat(STRIDE));
        let at = text.len() as u32 - 1;
        let position = LineIndex::new(&text).position(&text, at);
        assert_eq!(position, Position { line: 2, column: 4 * STRIDE as u32 + 1 });
    }
}
