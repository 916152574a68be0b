//! What `.gitignore` files leave out of a walk.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use ignore::gitignore::{Gitignore, GitignoreBuilder};
use walkdir::DirEntry;

/// The bytes that all `.gitignore` files at one place of a walk may have: they become automata
/// of a thousand times that size.
const MAX_BYTES: usize = 256 << 10;

/// The bytes of the longest line that counts.
const MAX_LINE: usize = 400;

/// The `.gitignore` files that count at one place of a walk, outermost first.
#[derive(Default)]
pub(super) struct Ignored {
    levels: Vec<Level>,
}

/// One `.gitignore`.
struct Level {
    /// The depth of its folder below the start; those around the start have none.
    depth: Option<usize>,
    /// The bytes of its text.
    size: usize,
    globs: Gitignore,
}

impl Ignored {
    /// Those around `start`, from `top` on; none where they leave out the start itself or all
    /// that lies in it: who names a folder wants it checked.
    pub(super) fn around(start: &Path, top: &Path) -> Self {
        let mut folders: Vec<&Path> =
            start.ancestors().skip(1).take_while(|folder| folder.starts_with(top)).collect();
        folders.reverse();
        let mut ignored = Self::default();
        for folder in folders {
            if ignored.names(folder, true) {
                return Self::default();
            }
            ignored.push(None, folder);
        }
        let names_content =
            ["app.json", "app.js"].iter().all(|name| ignored.names(&start.join(name), false));
        if ignored.names(start, true) || names_content {
            ignored.levels.clear();
        }
        ignored
    }

    fn push(&mut self, depth: Option<usize>, folder: &Path) {
        let used: usize = self.levels.iter().map(|level| level.size).sum();
        let Some(text) = text(&folder.join(".gitignore"), MAX_BYTES.saturating_sub(used)) else {
            return;
        };
        let mut builder = GitignoreBuilder::new(folder);
        for line in text.trim_start_matches('\u{feff}').lines() {
            if line.len() <= MAX_LINE {
                // Like git, a line that is no pattern names nothing.
                let _ = builder.add_line(None, line);
            }
        }
        let globs = builder.build().unwrap_or_else(|_| Gitignore::empty());
        self.levels.push(Level { depth, size: text.len(), globs });
    }

    /// Whether `path` is left out; the innermost file that mentions it decides.
    fn names(&self, path: &Path, is_dir: bool) -> bool {
        let matches = self.levels.iter().rev().map(|level| level.globs.matched(path, is_dir));
        matches.into_iter().find(|it| !it.is_none()).is_some_and(|it| it.is_ignore())
    }

    /// Whether `entry` is the manifest of a program whose script is not left out. Git may track
    /// what a pattern names, and without its manifest a program is none.
    fn is_of_program(&self, entry: &DirEntry) -> bool {
        let script = entry.path().with_file_name("app.js");
        entry.file_name() == "app.json" && script.is_file() && !self.names(&script, false)
    }

    /// Whether the walk looks at `entry`, of which no other rule says that it does not. Entries
    /// come depth first, a folder before its content.
    pub(super) fn enters(&mut self, entry: &DirEntry) -> bool {
        let (depth, is_dir) = (entry.depth(), entry.file_type().is_dir());
        while self.levels.last().is_some_and(|level| level.depth.is_some_and(|it| it >= depth)) {
            self.levels.pop();
        }
        if depth > 0 && self.names(entry.path(), is_dir) && !self.is_of_program(entry) {
            return false;
        }
        if is_dir {
            self.push(Some(depth), entry.path());
        }
        true
    }
}

/// The text of a `.gitignore` that is a file and not too large. As for git, a link is none.
fn text(path: &Path, most: usize) -> Option<String> {
    if !path.symlink_metadata().ok()?.is_file() {
        return None;
    }
    let mut bytes = Vec::new();
    File::open(path).ok()?.take(most as u64 + 1).read_to_end(&mut bytes).ok()?;
    (bytes.len() <= most).then(|| String::from_utf8_lossy(&bytes).into_owned())
}
