//! One file.

use std::sync::Arc;

use consentlint::report::tree;
use consentlint::source::{FileKind, RelPath};
use consentlint::syntax::{self, File};

use crate::published::assert_json;
use crate::sound;

/// `text` is read as the file `path`: places are parts of it, problems are in order, and the tree
/// can be printed.
pub fn assert_parsed(path: &str, text: &str) {
    let kind = FileKind::of(path).expect("a path that means something");
    let parsed = syntax::parse(kind, text);
    sound::assert_parsed(&parsed, text);
    assert!(parsed.problems.is_sorted_by_key(|it| it.at), "{:?}", parsed.problems);
    assert_eq!(parsed.told.is_some(), !parsed.problems.is_empty(), "{:?}", parsed.problems);
    assert!(parsed.directives.is_sorted_by_key(|it| it.span), "{:?}", parsed.directives);
    let path = RelPath::new(path);
    let file = File { path, text: text.into(), kind, parsed: Arc::new(parsed) };
    assert_json(&tree::render(&file));
}
