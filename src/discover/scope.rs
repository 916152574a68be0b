//! What a PATH asks for: which folder is analysed, and what of it is shown.

use std::io;
use std::path::{Path, PathBuf};

use crate::discover::{DiscoverError, Focus, read, walk};

/// What one PATH asks for. All paths are absolute, without links.
pub(super) struct Scope {
    /// The PATH.
    pub(super) named: PathBuf,
    /// Whether it is no folder.
    pub(super) is_file: bool,
    /// The folder that is analysed: the program around the PATH, else the PATH's own folder.
    pub(super) start: PathBuf,
    /// Whether `start` is a program's.
    pub(super) in_program: bool,
    /// How far upwards files may lie that the analysis needs: the repository's root, else the
    /// working directory around the PATH, else `start`.
    pub(super) top: PathBuf,
    /// Where links may lead: the repository, else `start`.
    pub(super) bound: PathBuf,
}

/// A folder to search.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Start<'a> {
    /// The folder.
    pub(super) folder: &'a Path,
    /// The outermost folder whose `.gitignore` counts.
    pub(super) top: &'a Path,
    /// Whether the folders in it are left alone.
    pub(super) is_flat: bool,
}

impl Scope {
    /// The folders to search. A folder that is named is searched whatever leaves it out; around
    /// a file that belongs to no program only its neighbors matter.
    pub(super) fn starts(&self) -> impl Iterator<Item = Start<'_>> {
        let named = (!self.is_file).then_some(&*self.named);
        std::iter::once(&*self.start).chain(named).map(|folder| Start {
            folder,
            top: &self.top,
            is_flat: self.is_file && !self.in_program,
        })
    }

    /// Whether only a part of what is analysed is shown.
    fn is_part(&self) -> bool {
        self.named != self.start
    }
}

/// What `path` asks for, seen from `working`.
pub(super) fn of(path: &Path, working: &Path) -> Result<Scope, DiscoverError> {
    let named = absolute(path, working)?;
    let is_file = !named.is_dir();
    let folder = if is_file { named.parent().unwrap_or(&named) } else { &named };
    let repository = folder.ancestors().find(|folder| folder.join(".git").exists());
    let inside = |at: &&Path| repository.is_none_or(|top| at.starts_with(top));
    let root = folder.ancestors().take_while(inside).find(|folder| is_root(folder));
    let start = root.unwrap_or(folder).to_path_buf();
    let top = repository
        .or_else(|| start.starts_with(working).then_some(working))
        .unwrap_or(&start)
        .to_path_buf();
    let bound = repository.unwrap_or(&start).to_path_buf();
    let in_program = root.is_some();
    Ok(Scope { named, is_file, start, in_program, top, bound })
}

/// `path` from `working` on, without links.
pub(super) fn absolute(path: &Path, working: &Path) -> Result<PathBuf, DiscoverError> {
    working.join(path).canonicalize().map_err(|source| match source.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => {
            DiscoverError::NotFound(path.to_path_buf())
        }
        _ => DiscoverError::Unreadable { path: path.to_path_buf(), source },
    })
}

/// The innermost folder that holds all of `folders`.
pub(super) fn common<'a>(mut folders: impl Iterator<Item = &'a Path>) -> PathBuf {
    let first = folders.next().unwrap_or(Path::new(""));
    let common = folders.fold(first, |common, folder| {
        common.ancestors().find(|at| folder.starts_with(at)).unwrap_or(common)
    });
    common.to_path_buf()
}

/// Whose findings are shown.
pub(super) fn focus(scopes: &[Scope], base: &Path) -> Focus {
    let relative = |path: &Path| walk::relative(path, base);
    Focus {
        named: scopes.iter().filter_map(|scope| relative(&scope.named)).collect(),
        partly: scopes
            .iter()
            .filter(|scope| scope.is_part())
            .filter_map(|scope| relative(&scope.start))
            .collect(),
        has_whole: scopes.iter().any(|scope| !scope.is_part()),
    }
}

/// Whether a mini program or plugin begins in `folder`, or a project file there points to one.
///
/// Linking decides what a manifest is; here it is enough that the text has the words.
fn is_root(folder: &Path) -> bool {
    let project = read::whole(&folder.join("mini.project.json"));
    let pointed = ["miniprogramRoot", "pluginRoot"];
    let mut folders =
        pointed.iter().filter_map(|key| member(&project, key)).map(|to| folder.join(to));
    has_manifest(folder) || folders.any(|folder| has_manifest(&folder))
}

fn has_manifest(folder: &Path) -> bool {
    let has = |name: &str, keys: &[&str]| {
        let text = read::whole(&folder.join(name));
        keys.iter().any(|key| text.contains(&format!("\"{key}\"")))
    };
    // One without a key may be empty or broken.
    let is_nameless = || {
        let is_there = |name: &str| folder.join(name).is_file();
        is_there("app.json")
            && !read::whole(&folder.join("app.json")).contains(':')
            && (is_there("app.js") || is_there("app.ts"))
    };
    has("app.json", &["pages", "subPackages", "subpackages"])
        || is_nameless()
        || has("plugin.json", &["publicComponents", "publicPages", "pages", "main"])
}

/// The string after the key `key` in a JSON text without escapes.
fn member<'a>(text: &'a str, key: &str) -> Option<&'a str> {
    let mut strings = text.split('"').skip(1);
    strings.find(|string| *string == key)?;
    strings.nth(1)
}
