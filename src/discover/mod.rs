//! The only reader and writer of programs on the disk: PATHs in, texts out, and what was not
//! read or written and why.

mod bounds;
mod changed;
mod git;
mod ignored;
mod read;
mod scope;
mod walk;
mod write;

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::source::RelPath;

pub use bounds::Bounds;
pub use git::GitError;
pub use read::read;
pub use write::{NotWritten, may_write, write};

/// What was found on the disk.
#[derive(Clone, Debug)]
pub struct Discovered {
    /// The folder that all paths are relative to: the repository's root, or else the folder
    /// that holds all that is checked. Absolute, without links.
    pub base: PathBuf,
    /// The working directory, without links.
    pub working: PathBuf,
    /// The texts of what was found.
    pub texts: BTreeMap<RelPath, Arc<str>>,
    /// What was found and not read.
    pub not_checked: Vec<(RelPath, NotChecked)>,
    /// Whose findings are shown.
    pub focus: Focus,
    /// How far files may lie.
    pub bounds: Bounds,
    /// What git has staged, where that is checked and not the disk.
    index: Option<git::Index>,
    /// What was asked for later, found or not.
    tried: BTreeSet<RelPath>,
    /// The `node_modules` that were asked for, and whether they exist.
    packages: BTreeMap<RelPath, bool>,
}

impl Discovered {
    /// The texts of those of `wanted` that exist and were not asked for before; they are not
    /// added to `texts`. What is refused is added to `not_checked`.
    ///
    /// To be called with what the program needs beyond `texts`, until nothing new comes: no
    /// path is tried twice, so that it does come to an end.
    pub fn read_wanted(&mut self, wanted: Vec<RelPath>) -> Vec<(RelPath, Arc<str>)> {
        let mut texts = Vec::new();
        let new: BTreeSet<RelPath> =
            wanted.into_iter().filter(|path| self.tried.insert(path.clone())).collect();
        let mut staged = self.staged(&new).unwrap_or_default();
        for path in new {
            let index = self.index.as_ref();
            let is_untracked = index.is_some_and(|it| changed::is_untracked(it, &path));
            let text = match staged.remove(&path) {
                Some(text) => Some(text),
                None if is_untracked || !self.may_exist(&path) => None,
                None => read(&self.bounds, &path),
            };
            match text {
                Some(Ok(text)) => texts.push((path, text)),
                Some(Err(reason)) => self.not_checked.push((path, reason)),
                None => {}
            }
        }
        self.not_checked.sort();
        self.not_checked.dedup();
        texts
    }

    /// Whether the outermost `node_modules` in `path` exists: most that are asked for do not.
    fn may_exist(&mut self, path: &RelPath) -> bool {
        let mut parts = path.as_str().split_inclusive("node_modules/");
        let Some(folder) = parts.next().filter(|part| part.ends_with("node_modules/")) else {
            return true;
        };
        let folder = RelPath::new(folder);
        let base = &self.base;
        *self
            .packages
            .entry(folder)
            .or_insert_with_key(|folder| base.join(folder.as_str()).is_dir())
    }
}

/// Why something was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NotChecked {
    /// The system refuses.
    Unreadable,
    /// More than 16 MiB.
    TooLarge,
    /// UTF-16.
    Encoding,
    /// A pipe, socket or device.
    NotAFile,
    /// A link to what lies outside of the checked folder, or nowhere.
    LeadsOut,
    /// A name that is no UTF-8 or has a `\` in it.
    Name,
    /// A file that a PATH names and that mini programs do not run.
    Foreign,
    /// In a package, which is followed only.
    Package,
}

impl NotChecked {
    /// The reason in a few words.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unreadable => "cannot be read",
            Self::TooLarge => "larger than 16 MiB",
            Self::Encoding => "encoded as UTF-16",
            Self::NotAFile => "neither a file nor a folder",
            Self::LeadsOut => "a link that leads out of the checked folder",
            Self::Name => "a name that is not portable",
            Self::Foreign => "no template, script or manifest",
            Self::Package => "in `node_modules`, where nothing is reported",
        }
    }
}

/// Whose findings are shown: those of what the PATHs name. A PATH inside of a program makes
/// all of the program analysed.
#[derive(Clone, Debug, Default)]
pub struct Focus {
    /// The files and folders that the PATHs name.
    named: Vec<RelPath>,
    /// The programs of which only a part is named.
    partly: Vec<RelPath>,
    /// Whether some PATH names all of its programs.
    has_whole: bool,
}

impl Focus {
    /// Whether `path` lies in what was searched.
    pub(super) fn is_around(&self, path: &RelPath) -> bool {
        self.has_whole || self.named.iter().chain(&self.partly).any(|it| path.is_below(it))
    }

    /// Whether findings in `path` are shown. What a program that is checked as a whole imports
    /// from elsewhere belongs to it.
    #[must_use]
    pub fn shows(&self, path: &RelPath) -> bool {
        let below = |folders: &[RelPath]| folders.iter().any(|folder| path.is_below(folder));
        below(&self.named) || (self.has_whole && !below(&self.partly))
    }
}

/// Why nothing could be checked.
#[derive(Debug, thiserror::Error)]
pub enum DiscoverError {
    /// A PATH that does not exist.
    #[error("no such file or folder: `{}`", .0.display())]
    NotFound(PathBuf),
    /// A PATH that cannot be looked at.
    #[error("cannot read `{}`: {source}", path.display())]
    Unreadable {
        /// The PATH as given.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

/// Finds and reads what is to be checked for `paths`, relative to `working`; without any, all
/// of `working`.
///
/// # Errors
///
/// A path that does not exist, or cannot be looked at.
pub fn discover(paths: &[PathBuf], working: &Path) -> Result<Discovered, DiscoverError> {
    let all = [PathBuf::from(".")];
    let paths = if paths.is_empty() { &all[..] } else { paths };
    let working = scope::absolute(working, working)?;
    let scopes =
        paths.iter().map(|path| scope::of(path, &working)).collect::<Result<Vec<_>, _>>()?;
    let base = scope::common(scopes.iter().map(|scope| scope.top.as_path()));
    let checked = scopes.iter().map(|scope| scope.bound.clone()).collect();
    let bounds = Bounds::new(base.clone(), checked);

    let mut found = walk::Found::default();
    let starts: BTreeSet<_> = scopes.iter().flat_map(scope::Scope::starts).collect();
    for start in starts {
        walk::walk(start, &bounds, &mut found);
    }
    for scope in &scopes {
        walk::add_named(scope, &bounds, &mut found);
    }
    found.drop_data();
    scopes.iter().for_each(|scope| walk::refuse_named(scope, &bounds, &mut found));

    let mut texts = BTreeMap::new();
    let mut not_checked = found.not_checked;
    for (path, file) in found.files {
        match read::file(&file) {
            Ok(text) => drop(texts.insert(path, text)),
            Err(reason) => drop(not_checked.insert(path, reason)),
        }
    }
    let focus = scope::focus(&scopes, &base);
    Ok(Discovered {
        base,
        working,
        texts,
        not_checked: not_checked.into_iter().collect(),
        focus,
        bounds,
        index: None,
        tried: BTreeSet::new(),
        packages: BTreeMap::new(),
    })
}

#[cfg(test)]
mod tests;
