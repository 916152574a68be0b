//! Which files that were not handed over the program needs: a question to the disk, as data.

use std::collections::{BTreeMap, BTreeSet};

use crate::project::index::{Index, Roots};
use crate::project::link::template_references;
use crate::project::resolve::{self, Site, Wanted};
use crate::project::units::component_references;
use crate::project::{Project, Resolution, Root, RootId, Unit, UnitKind, manifest};
use crate::source::{FileId, FileKind, RelPath};
use crate::syntax::File;

/// The paths, not among `files`, that the programs may mean: targets of imports, components,
/// templates and pages that are not there, and the `package.json` of packages.
///
/// Only what an app, page, component or plugin leads to counts: what build scripts beside them
/// import is none of the program.
///
/// Most do not exist. Whoever reads those that do adds them to `files`, links again and asks
/// again, until nothing new comes; a path that was once not found need not be tried again.
#[must_use]
pub fn wanted(files: &[File], project: &Project) -> Vec<RelPath> {
    let index = Index::new(files);
    let roots = Roots::new(&project.roots);
    let mut wishes = Wishes { index: &index, roots: &roots, paths: BTreeSet::new() };
    for id in reached(files, project) {
        wishes.add_references(index.file(id));
    }
    for (id, root) in (0..).map(RootId).zip(&project.roots) {
        wishes.add_manifest(id, root, &project.units);
    }
    for unit in &project.units {
        wishes.add_unit(unit);
    }
    wishes.paths.into_iter().collect()
}

/// The paths, not among `files`, that any of the scripts may import, whoever runs it.
#[must_use]
pub fn imported(files: &[File], project: &Project) -> Vec<RelPath> {
    let index = Index::new(files);
    let roots = Roots::new(&project.roots);
    let mut wishes = Wishes { index: &index, roots: &roots, paths: BTreeSet::new() };
    for file in files.iter().filter(|file| file.script().is_some()) {
        wishes.add_references(file);
    }
    wishes.paths.into_iter().collect()
}

/// The scripts and templates that run: those of units, and what they import.
#[must_use]
pub fn reached(files: &[File], project: &Project) -> BTreeSet<FileId> {
    let units = project.units.iter().flat_map(|unit| [unit.script, unit.template]);
    let alone = project.roots.iter().flat_map(|root| root.main.iter().chain(&root.workers));
    reached_from(files, project, units.flatten().chain(alone.copied()))
}

/// The scripts and templates `starts` and what they import.
#[must_use]
pub fn reached_from(
    files: &[File],
    project: &Project,
    starts: impl IntoIterator<Item = FileId>,
) -> BTreeSet<FileId> {
    let mut queue: Vec<FileId> = starts.into_iter().collect();
    let mut reached = BTreeSet::new();
    while let Some(id) = queue.pop() {
        if !reached.insert(id) {
            continue;
        }
        let Some(file) = files.get(id.index()) else { continue };
        if let Some(script) = file.script() {
            let names = script.references.iter().map(|(name, _)| script.name(*name));
            queue.extend(names.filter_map(|name| project.module(id, name)));
        }
        if let Some(template) = file.template() {
            let names = template_references(template);
            queue.extend(names.filter_map(|name| project.template(id, name)));
        }
    }
    reached
}

/// The scripts that import one of `targets`, however many scripts lie between, and these.
#[must_use]
pub fn leading_to(project: &Project, targets: &BTreeSet<FileId>) -> BTreeSet<FileId> {
    let mut importers: BTreeMap<FileId, Vec<FileId>> = BTreeMap::new();
    for ((from, _), to) in &project.modules {
        if let Resolution::File(to) = to {
            importers.entry(*to).or_default().push(*from);
        }
    }
    let mut queue: Vec<FileId> = targets.iter().copied().collect();
    let mut leading = BTreeSet::new();
    while let Some(id) = queue.pop() {
        if leading.insert(id) {
            queue.extend(importers.get(&id).into_iter().flatten());
        }
    }
    leading
}

struct Wishes<'a> {
    index: &'a Index<'a>,
    roots: &'a Roots<'a>,
    paths: BTreeSet<RelPath>,
}

impl Wishes<'_> {
    fn add(&mut self, path: RelPath) {
        if FileKind::of(path.as_str()).is_some() && self.index.find(path.as_str()).is_none() {
            self.paths.insert(path);
        }
    }

    /// What one of several paths may be; of a package's, those before the first that is there,
    /// for what lies in packages is only read when asked for.
    fn add_reference(&mut self, site: Site<'_>, reference: &str, wanted: Wanted) {
        let targets = resolve::targets(self.index, site, reference, wanted);
        let is_there = |path: &RelPath| self.index.find(path.as_str()).is_some();
        let has = |target: &resolve::Target| match wanted {
            Wanted::Component => resolve::has_component(self.index, &target.path),
            _ => resolve::endings(&target.path, wanted).any(|path| is_there(&path)),
        };
        let found = targets.iter().position(has);
        if found.is_some_and(|at| targets[at].package.is_none()) {
            return;
        }
        for target in targets.iter().take(found.map_or(targets.len(), |at| at + 1)) {
            if let Some(package) = &target.package {
                self.add(package.join("package.json"));
            }
            for path in resolve::endings(&target.path, wanted) {
                self.add(path);
            }
        }
    }

    fn add_references(&mut self, file: &File) {
        let folder = file.path.parent();
        let root = self.roots.above(&file.path).and_then(|id| self.roots.get(id));
        let site = Site { folder: &folder, root };
        if let Some(script) = file.script() {
            for (name, _) in &script.references {
                self.add_reference(site, script.name(*name), Wanted::Module);
            }
        }
        if let Some(template) = file.template() {
            for reference in template_references(template) {
                self.add_reference(site, reference, Wanted::Template);
            }
        }
    }

    fn add_manifest(&mut self, id: RootId, root: &Root, units: &[Unit]) {
        let Some(manifest) = manifest::read(self.index, root.manifest) else { return };
        self.add_components(root.manifest, &root.folder, Some(id));
        if !root.is_plugin && root.app.is_none() {
            self.add_code(&root.folder.join("app"), &[".ts", ".js"]);
        }
        if let Some(main) = manifest.main.filter(|_| root.main.is_none()) {
            resolve::endings(&main, Wanted::Module).for_each(|path| self.add(path));
        }
        let named = manifest.pages.iter().map(|(path, _)| path).chain(&manifest.components);
        for stem in named {
            if units.binary_search_by(|unit| unit.path.cmp(stem)).is_err() {
                self.add_code(stem, &[".json", ".axml", ".ts", ".js"]);
            }
        }
    }

    /// The other files of a unit: a file that is not searched for may be among them.
    fn add_unit(&mut self, unit: &Unit) {
        if unit.registered && unit.script.is_none() {
            self.add_code(&unit.path, &[".ts", ".js"]);
        }
        if unit.registered && unit.template.is_none() && unit.kind != UnitKind::App {
            self.add_code(&unit.path, &[".axml"]);
        }
        if let Some(config) = unit.config.filter(|_| unit.kind != UnitKind::App) {
            self.add_components(config, &unit.path.parent(), unit.root);
        }
    }

    fn add_code(&mut self, stem: &RelPath, endings: &[&str]) {
        for ending in endings {
            self.add(stem.with(ending));
        }
    }

    fn add_components(&mut self, config: FileId, folder: &RelPath, root: Option<RootId>) {
        let Some(config) = self.index.file(config).json() else { return };
        let site = Site { folder, root: root.and_then(|id| self.roots.get(id)) };
        for (_, reference) in component_references(config) {
            self.add_reference(site, reference, Wanted::Component);
        }
    }
}
