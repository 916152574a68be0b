//! The files by path and the roots by folder: what every step of linking looks up.

use rustc_hash::FxHashMap;

use crate::project::{Root, RootId};
use crate::source::{FileId, FileKind, RelPath};
use crate::syntax::{File, json};

/// The files of one program, by path.
pub(super) struct Index<'a> {
    /// The files, by id.
    pub(super) files: &'a [File],
    by_path: FxHashMap<&'a str, FileId>,
}

/// The files of one page or component: those of one folder and name.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Triple {
    pub(super) template: Option<FileId>,
    pub(super) script: Option<FileId>,
    pub(super) config: Option<FileId>,
}

impl Triple {
    /// Whether there is more than a configuration.
    pub(super) fn has_code(self) -> bool {
        self.template.is_some() || self.script.is_some()
    }
}

impl<'a> Index<'a> {
    /// The index of `files`.
    pub(super) fn new(files: &'a [File]) -> Self {
        let by_path = files.iter().map(|file| file.path.as_str()).zip((0..).map(FileId)).collect();
        Self { files, by_path }
    }

    /// The files with their ids.
    pub(super) fn entries(&self) -> impl Iterator<Item = (FileId, &'a File)> {
        (0..).map(FileId).zip(self.files)
    }

    /// The file at `path`.
    pub(super) fn find(&self, path: &str) -> Option<FileId> {
        self.by_path.get(path).copied()
    }

    /// The file `id`.
    pub(super) fn file(&self, id: FileId) -> &'a File {
        &self.files[id.index()]
    }

    /// The manifest at `path`.
    pub(super) fn json(&self, path: &RelPath) -> Option<&'a json::Value> {
        self.file(self.find(path.as_str())?).json()
    }

    /// The files that `stem` and an ending name. A `.js` beside a `.ts` is what was made of it.
    pub(super) fn triple(&self, stem: &RelPath) -> Triple {
        let at = |ending: &str| self.find(&[stem.as_str(), ending].concat());
        Triple {
            template: at(".axml"),
            script: at(".ts").or_else(|| at(".js")),
            config: at(".json"),
        }
    }
}

/// The roots, and which of them a path lies below.
pub(super) struct Roots<'a> {
    all: &'a [Root],
    by_folder: FxHashMap<&'a str, RootId>,
}

impl<'a> Roots<'a> {
    /// The index of `all`; of two in one folder the first counts.
    pub(super) fn new(all: &'a [Root]) -> Self {
        let mut by_folder = FxHashMap::default();
        for (root, id) in all.iter().zip((0..).map(RootId)) {
            by_folder.entry(root.folder.as_str()).or_insert(id);
        }
        Self { all, by_folder }
    }

    /// The root `id`.
    pub(super) fn get(&self, id: RootId) -> Option<&'a Root> {
        self.all.get(id.0 as usize)
    }

    /// The nearest root whose folder holds `path`.
    pub(super) fn above(&self, path: &RelPath) -> Option<RootId> {
        let mut folder = path.as_str();
        while !folder.is_empty() {
            folder = folder.rsplit_once('/').map_or("", |(folder, _)| folder);
            if let Some(root) = self.by_folder.get(folder) {
                return Some(*root);
            }
        }
        None
    }
}

/// The path without the ending of a file that is read; other dots belong to the name.
pub(super) fn stem(path: &RelPath) -> RelPath {
    if FileKind::of(path.as_str()).is_some() { RelPath::new(path.stem()) } else { path.clone() }
}

/// The folder and those around it, innermost first, the top (the empty path) last.
pub(super) fn upwards(folder: &RelPath) -> impl Iterator<Item = RelPath> {
    std::iter::successors(Some(folder.clone()), |folder| {
        (!folder.as_str().is_empty()).then(|| folder.parent())
    })
}

/// Whether the path lies in an npm package.
pub(crate) fn is_in_package(path: &RelPath) -> bool {
    path.as_str().split('/').any(|part| part == "node_modules")
}
