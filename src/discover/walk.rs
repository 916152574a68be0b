//! The walk: which files of a folder are looked at.

use std::collections::BTreeMap;
use std::fs::FileType;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use crate::discover::ignored::Ignored;
use crate::discover::scope::{Scope, Start};
use crate::discover::{Bounds, NotChecked};
use crate::source::{FileKind, RelPath};

/// The JSON files that matter by their name; others do beside a script or template.
pub(super) const MANIFESTS: [&str; 3] = ["app.json", "plugin.json", "mini.project.json"];

/// What was found, by path from the base.
#[derive(Default)]
pub(super) struct Found {
    pub(super) files: BTreeMap<RelPath, PathBuf>,
    pub(super) not_checked: BTreeMap<RelPath, NotChecked>,
}

impl Found {
    /// Notes the file `path`, if mini programs run such.
    fn add(&mut self, path: &Path, file_type: FileType, bounds: &Bounds) {
        let Some(relative) = relative(path, bounds.base()) else {
            let shown = path.strip_prefix(bounds.base()).unwrap_or(path).to_string_lossy();
            if FileKind::of(&shown).is_some() {
                self.not_checked.insert(RelPath::new(&shown), NotChecked::Name);
            }
            return;
        };
        let is_read = FileKind::of(relative.as_str()).is_some();
        if file_type.is_file() && is_read {
            self.files.insert(relative, path.to_path_buf());
        } else if file_type.is_symlink() {
            // What a link inside of the bounds shows is read where it lies, and under the
            // link's name when the program asks for it by that.
            let target = path.canonicalize();
            let is_inside = target.as_ref().is_ok_and(|target| bounds.hold(target));
            if !is_inside && (is_read || target.is_ok_and(|target| target.is_dir())) {
                self.not_checked.insert(relative, NotChecked::LeadsOut);
            }
        } else if is_read && !file_type.is_dir() {
            self.not_checked.insert(relative, NotChecked::NotAFile);
        }
    }

    /// Drops JSON that is neither a manifest nor the configuration of a page or component.
    pub(super) fn drop_data(&mut self) {
        let is_config = |path: &RelPath, files: &BTreeMap<RelPath, PathBuf>| {
            let beside = |ending: &str| RelPath::new(&format!("{}{ending}", path.stem()));
            [".axml", ".js", ".ts"].iter().any(|ending| files.contains_key(&beside(ending)))
        };
        let data: Vec<RelPath> = self
            .files
            .keys()
            .filter(|path| FileKind::of(path.as_str()) == Some(FileKind::Json))
            .filter(|path| !MANIFESTS.contains(&path.file_name()) && !is_config(path, &self.files))
            .cloned()
            .collect();
        for path in data {
            self.files.remove(&path);
        }
    }
}

/// Notes all files of `start` but those in `node_modules`, in hidden folders and those that a
/// `.gitignore` from `top` on names.
pub(super) fn walk(start: Start<'_>, bounds: &Bounds, found: &mut Found) {
    let mut ignored = Ignored::around(start.folder, start.top);
    let depth = if start.is_flat { 1 } else { usize::MAX };
    let walk = WalkDir::new(start.folder).max_depth(depth).sort_by_file_name().into_iter();
    for entry in walk.filter_entry(|entry| !is_skipped(entry) && ignored.enters(entry)) {
        match entry {
            Ok(entry) => found.add(entry.path(), entry.file_type(), bounds),
            Err(error) => {
                if let Some(path) = error.path().and_then(|path| relative(path, bounds.base())) {
                    found.not_checked.insert(path, NotChecked::Unreadable);
                }
            }
        }
    }
}

/// Notes the file that a PATH names with those of its name beside it, and the project files
/// around the program.
pub(super) fn add_named(scope: &Scope, bounds: &Bounds, found: &mut Found) {
    let mut add = |path: PathBuf| {
        if let Ok(metadata) = path.symlink_metadata() {
            found.add(&path, metadata.file_type(), bounds);
        }
    };
    if scope.is_file {
        add(scope.named.clone());
        for ending in ["axml", "js", "ts", "json"] {
            add(scope.named.with_extension(ending));
        }
    }
    for folder in scope.start.ancestors().take_while(|folder| folder.starts_with(&scope.top)) {
        add(folder.join("mini.project.json"));
    }
}

/// Notes why nothing is reported in what a PATH names, if that is so.
pub(super) fn refuse_named(scope: &Scope, bounds: &Bounds, found: &mut Found) {
    let Some(path) = relative(&scope.named, bounds.base()) else { return };
    let is_read = found.files.contains_key(&path);
    let reason = if path.is_library() {
        NotChecked::Package
    } else if scope.is_file && !is_read {
        NotChecked::Foreign
    } else {
        return;
    };
    found.not_checked.entry(path).or_insert(reason);
}

/// The path from `base`; `None` where it cannot be told in portable text.
pub(super) fn relative(path: &Path, base: &Path) -> Option<RelPath> {
    let parts: Option<Vec<&str>> = path
        .strip_prefix(base)
        .ok()?
        .iter()
        .map(|part| part.to_str().filter(|part| !part.contains('\\')))
        .collect();
    Some(RelPath::new(&parts?.join("/")))
}

fn is_skipped(entry: &DirEntry) -> bool {
    let name = entry.file_name();
    entry.depth() > 0 && (name == "node_modules" || name.as_encoded_bytes().starts_with(b"."))
}
