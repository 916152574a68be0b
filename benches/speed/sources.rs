//! The programs that are checked, as texts and as parsed files.

use std::sync::Arc;

use consentlint::engine::Workspace;
use consentlint::source::{FileKind, RelPath};
use consentlint::syntax::{self, File};

use crate::program::program;

/// A program that is neither small nor the largest.
pub(crate) const PAGES: usize = 300;

/// The texts of a program of so many pages, by path.
pub(crate) fn texts(pages: usize) -> Vec<(RelPath, Arc<str>)> {
    let texts = program(pages).into_iter();
    texts.map(|(path, text)| (RelPath::new(&path), Arc::from(text))).collect()
}

/// The texts of the files that `is_wanted`, with what they are read as.
pub(crate) fn of_kind(is_wanted: impl Fn(FileKind) -> bool) -> Vec<(FileKind, Arc<str>)> {
    let kinds = texts(PAGES).into_iter();
    kinds
        .filter_map(|(path, text)| Some((FileKind::of(path.as_str())?, text)))
        .filter(|(kind, _)| is_wanted(*kind))
        .collect()
}

/// How many bytes `texts` are.
pub(crate) fn bytes(texts: &[(FileKind, Arc<str>)]) -> usize {
    texts.iter().map(|(_, text)| text.len()).sum()
}

/// The files of a program, parsed.
pub(crate) fn files() -> Vec<File> {
    let parse = |(path, text): (RelPath, Arc<str>)| {
        let kind = FileKind::of(path.as_str())?;
        let parsed = Arc::new(syntax::parse(kind, &text));
        Some(File { path, text, kind, parsed })
    };
    texts(PAGES).into_iter().filter_map(parse).collect()
}

/// A workspace of one thread that has read `texts`.
pub(crate) fn workspace(texts: Vec<(RelPath, Arc<str>)>, threads: usize) -> Workspace {
    let mut workspace = Workspace::new(Some(threads));
    workspace.set_all(texts);
    workspace
}
