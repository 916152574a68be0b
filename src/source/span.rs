//! Places in text, as byte offsets.

/// A file of one [`crate::engine::Workspace`] check; ids follow the order of paths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

impl FileId {
    /// The id as an index.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A half-open range of bytes in one text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// A span of `start..end`; an inverted one becomes empty at `start`.
    #[must_use]
    pub fn new(start: u32, end: u32) -> Self {
        Self { start, end: end.max(start) }
    }

    /// The empty span at `offset`.
    #[must_use]
    pub fn at(offset: u32) -> Self {
        Self { start: offset, end: offset }
    }

    /// The number of bytes.
    #[must_use]
    pub fn len(self) -> u32 {
        self.end - self.start
    }

    /// Whether the span covers no byte.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies inside.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The covered text; empty where the span leaves `text` or splits a character.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize).unwrap_or("")
    }

    /// The span moved into `text` and widened to character boundaries.
    #[must_use]
    pub fn clamped(self, text: &str) -> Self {
        let start = text.floor_char_boundary(self.start as usize);
        let end = text.ceil_char_boundary((self.end.max(self.start) as usize).min(text.len()));
        Self::new(start as u32, end as u32)
    }

    /// The span of a literal in `text` without its quotes, as far as it has any.
    #[must_use]
    pub fn inside_quotes(self, text: &str) -> Self {
        let written = self.of(text);
        let is_quote = |it: &char| matches!(it, '"' | '\'' | '`');
        let Some(quote) = written.chars().next().filter(is_quote) else { return self };
        let is_closed = written.len() > 1 && written.ends_with(quote);
        Self::new(self.start + 1, self.end - u32::from(is_closed))
    }

    /// The span `by` bytes further on.
    #[must_use]
    pub fn shifted(self, by: u32) -> Self {
        Self { start: self.start.saturating_add(by), end: self.end.saturating_add(by) }
    }
}

/// A place in one file of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileSpan {
    /// The file.
    pub file: FileId,
    /// The place in it.
    pub span: Span,
}

impl FileSpan {
    /// The place `span` in `file`.
    #[must_use]
    pub fn new(file: FileId, span: Span) -> Self {
        Self { file, span }
    }
}

#[cfg(test)]
mod tests {
    use super::Span;

    #[test]
    fn quotes_are_left_out_where_they_are() {
        for (text, want) in [
            ("\"a\"", "a"),
            ("''", ""),
            ("`é`", "é"),
            ("\"开", "开"),
            ("'a\"", "a\""),
            ("'", ""),
            ("", ""),
            ("a", "a"),
        ] {
            let span = Span::new(0, text.len() as u32);
            assert_eq!(span.inside_quotes(text).of(text), want, "{text}");
        }
    }
}
