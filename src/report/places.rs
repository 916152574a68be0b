//! Places as people read them: path, line and column.

use std::cell::OnceCell;

use crate::engine::Report;
use crate::report::Subject;
use crate::source::{FileSpan, LineIndex, Position};

/// The places in the files of one report; a file's lines are indexed when first asked for.
pub(super) struct Places<'a> {
    report: &'a Report,
    names: Vec<String>,
    indexes: Vec<OnceCell<LineIndex>>,
}

impl<'a> Places<'a> {
    /// The places of `subject`.
    pub(super) fn new(subject: &Subject<'a>) -> Self {
        let files = &subject.report.files;
        let names = files.iter().map(|file| subject.paths.shown(&file.path)).collect();
        Self {
            report: subject.report,
            names,
            indexes: files.iter().map(|_| OnceCell::new()).collect(),
        }
    }

    /// What the file of `at` is called.
    pub(super) fn name(&self, at: FileSpan) -> &str {
        self.names.get(at.file.index()).map_or("", String::as_str)
    }

    /// The text of the file of `at`.
    pub(super) fn text(&self, at: FileSpan) -> &'a str {
        self.report.files.get(at.file.index()).map_or("", |file| &file.text)
    }

    /// The lines of the file of `at`.
    pub(super) fn index(&self, at: FileSpan) -> Option<&LineIndex> {
        let index = self.indexes.get(at.file.index())?;
        Some(index.get_or_init(|| LineIndex::new(self.text(at))))
    }

    /// Where the byte `offset` of the file of `at` is.
    pub(super) fn position(&self, at: FileSpan, offset: u32) -> Position {
        self.index(at)
            .map_or(Position { line: 1, column: 1 }, |index| index.position(self.text(at), offset))
    }

    /// `path:line:column` of the start of `at`.
    pub(super) fn start(&self, at: FileSpan) -> String {
        let Position { line, column } = self.position(at, at.span.start);
        format!("{}:{line}:{column}", self.name(at))
    }
}
