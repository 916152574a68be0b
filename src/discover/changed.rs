//! Programs as git has them: what is staged, and what changed since a commit.

use std::collections::{BTreeMap, BTreeSet};

use crate::discover::git::{GitError, Index, Repository};
use crate::discover::{Discovered, NotChecked, read, walk};
use crate::source::{FileKind, RelPath};

impl Discovered {
    /// Makes the texts what is staged, and gives the files that the next commit changes.
    ///
    /// # Errors
    ///
    /// Where there is no repository or git fails.
    pub fn stage(&mut self) -> Result<BTreeSet<RelPath>, GitError> {
        let index = Repository::at(&self.base)?.index()?;
        let is_there =
            |path: &RelPath| index.objects.contains_key(path) || !is_untracked(&index, path);
        self.texts.retain(|path, _| is_there(path));
        self.not_checked.retain(|(path, _)| is_there(path));
        let refused = self.not_checked.iter().map(|(path, _)| path);
        let mut paths: BTreeSet<RelPath> = self.texts.keys().chain(refused).cloned().collect();
        paths.retain(|path| index.objects.contains_key(path));
        paths.extend(index.objects.keys().filter(|path| self.is_gone(path, &index)).cloned());
        let changed = index.changed.clone();
        self.index = Some(index);
        self.not_checked.retain(|(path, _)| !paths.contains(path));
        for (path, text) in self.staged(&paths)? {
            match text {
                Ok(text) => drop(self.texts.insert(path, text)),
                Err(reason) => {
                    self.texts.remove(&path);
                    self.not_checked.push((path, reason));
                }
            }
        }
        self.not_checked.sort();
        Ok(changed)
    }

    /// The files that changed since `reference` was left, those in the working tree included.
    ///
    /// # Errors
    ///
    /// Where there is no repository or no such commit, or git fails.
    pub fn since(&self, reference: &str) -> Result<BTreeSet<RelPath>, GitError> {
        let bytes = |path: &RelPath| read::regular(&self.base.join(path.as_str()));
        Repository::at(&self.base)?.since(reference, bytes)
    }

    /// What is staged of `paths`.
    pub(super) fn staged(
        &self,
        paths: &BTreeSet<RelPath>,
    ) -> Result<BTreeMap<RelPath, Result<std::sync::Arc<str>, NotChecked>>, GitError> {
        let Some(index) = &self.index else { return Ok(BTreeMap::new()) };
        let objects = paths.iter().filter_map(|path| index.objects.get_key_value(path));
        let texts = Repository::at(&self.base)?.texts(objects)?;
        Ok(texts.into_iter().map(|(path, bytes)| (path, read::text(&bytes))).collect())
    }

    /// Whether the file is staged, is missing on the disk, and would have been found there.
    fn is_gone(&self, path: &RelPath, index: &Index) -> bool {
        let beside = |ending: &str| {
            index.objects.contains_key(&RelPath::new(&format!("{}{ending}", path.stem())))
        };
        let is_data = FileKind::of(path.as_str()) == Some(FileKind::Json)
            && !walk::MANIFESTS.contains(&path.file_name())
            && ![".axml", ".js", ".ts"].into_iter().any(beside);
        let is_skipped =
            path.is_library() || path.as_str().split('/').any(|it| it.starts_with('.'));
        !is_data
            && !is_skipped
            && self.focus.is_around(path)
            && !self.base.join(path.as_str()).exists()
    }
}

/// Whether `path`, or a folder around it, is known to git by its name alone.
pub(super) fn is_untracked(index: &Index, path: &RelPath) -> bool {
    let mut at = path.clone();
    while !at.as_str().is_empty() {
        if index.untracked.contains(&at) {
            return true;
        }
        at = at.parent();
    }
    false
}
