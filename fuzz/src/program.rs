//! Inputs that are whole programs: files one behind the other, each below a line `=== path`.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use consentlint::engine::Workspace;
use consentlint::source::{FileKind, RelPath};

/// The files of a program by path.
pub type Texts = Vec<(RelPath, Arc<str>)>;

/// What begins a file.
const MARK: &str = "=== ";

/// More files than this are not looked at.
const MOST: usize = 16;

/// Workspaces without files, which work on one thread and on two.
static EMPTY: LazyLock<[Workspace; 2]> =
    LazyLock::new(|| [Workspace::new(Some(1)), Workspace::new(Some(2))]);

/// The files that `input` holds and mini programs have; what stands before the first is not
/// looked at.
#[must_use]
pub fn texts(input: &str) -> Texts {
    let mut texts = BTreeMap::<RelPath, String>::new();
    let mut path = None;
    for line in input.split_inclusive('\n') {
        let named = line.strip_prefix(MARK).filter(|_| texts.len() < MOST);
        if let Some(named) = named {
            let named = RelPath::new(named.trim());
            texts.insert(named.clone(), String::new());
            path = Some(named);
        } else if let Some(path) = &path {
            texts.entry(path.clone()).or_default().push_str(line);
        }
    }
    texts.retain(|path, _| FileKind::of(path.as_str()).is_some());
    texts.into_iter().map(|(path, text)| (path, text.into())).collect()
}

/// A workspace with `texts`, on one or two threads.
#[must_use]
pub fn workspace(
    texts: impl IntoIterator<Item = (RelPath, Arc<str>)>,
    threads: usize,
) -> Workspace {
    let mut workspace = EMPTY[threads - 1].part(|_| false);
    workspace.set_all(texts);
    workspace
}
