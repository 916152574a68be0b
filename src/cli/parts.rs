//! Which programs are checked by which configuration.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use crate::cli::output::Error;
use crate::cli::settings::{Configurations, Wanted};
use crate::discover::Discovered;
use crate::engine::Workspace;
use crate::source::{FileKind, RelPath};

/// The name of a project file; those of all programs are known in each part.
const PROJECT: &str = "mini.project.json";

/// The files of one configuration.
pub(super) struct Part {
    /// What it wants.
    pub(super) wanted: Wanted,
    /// Its files, where there are others.
    own: Option<BTreeSet<RelPath>>,
}

impl Part {
    /// Whether the file `path` is one of its own.
    pub(super) fn owns(&self, path: &RelPath) -> bool {
        self.own.as_ref().is_none_or(|own| own.contains(path))
    }

    /// Whether findings in `path` are shown, wherever their programs are.
    pub(super) fn shows(&self, path: &RelPath) -> bool {
        !self.wanted.exclude.matches(path)
    }

    /// Its programs out of `all`.
    pub(super) fn workspace(&self, all: &Workspace) -> Workspace {
        all.part(|path| self.owns(path) || path.file_name() == PROJECT)
    }
}

/// Parses the texts of `found` but for those that a configuration excludes.
///
/// Manifests come first, because a program's root decides on its configuration.
pub(super) fn fill(
    workspace: &mut Workspace,
    found: &mut Discovered,
    configurations: &mut Configurations<'_>,
) -> Result<(), Error> {
    let texts = std::mem::take(&mut found.texts);
    let is_manifest = |path: &RelPath| FileKind::of(path.as_str()) == Some(FileKind::Json);
    let (manifests, mut others): (BTreeMap<_, _>, BTreeMap<_, _>) =
        texts.into_iter().partition(|(path, _)| is_manifest(path));
    workspace.set_all(manifests.clone());
    let roots = workspace.programs().into_iter().collect();
    let mut excluded = BTreeSet::new();
    let refused = found.not_checked.iter().map(|(path, _)| path);
    for path in manifests.keys().chain(others.keys()).chain(refused) {
        let file = configurations.file(path, &roots);
        if configurations.wanted(&file)?.exclude.matches(path) {
            excluded.insert(path.clone());
        }
    }
    excluded.iter().for_each(|path| workspace.remove(path));
    others.retain(|path, _| !excluded.contains(path));
    found.not_checked.retain(|(path, _)| !excluded.contains(path));
    workspace.set_all(others);
    Ok(())
}

/// The parts of `workspace`, one at least.
pub(super) fn divide(
    workspace: &Workspace,
    configurations: &mut Configurations<'_>,
) -> Result<Vec<Part>, Error> {
    let roots = workspace.programs().into_iter().collect();
    let mut owned = BTreeMap::<Option<PathBuf>, BTreeSet<RelPath>>::new();
    for path in workspace.paths() {
        owned.entry(configurations.file(path, &roots)).or_default().insert(path.clone());
    }
    if owned.len() < 2 {
        let file = owned.into_keys().next();
        let file = file.unwrap_or_else(|| configurations.file(&RelPath::new(""), &BTreeSet::new()));
        return Ok(vec![Part { wanted: configurations.wanted(&file)?.clone(), own: None }]);
    }
    let part = |(file, own)| {
        let wanted = configurations.wanted(&file)?.clone();
        Ok(Part { wanted, own: Some(own) })
    };
    owned.into_iter().map(part).collect()
}
