//! Apps, pages and components: from the manifests, from `usingComponents`, and from what lies there.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::project::index::{self, Index, Roots, Triple};
use crate::project::loose;
use crate::project::manifest::Manifest;
use crate::project::resolve::{self, Site};
use crate::project::{ComponentRef, RootId, Unit, UnitId, UnitKind};
use crate::source::{FileId, RelPath};
use crate::syntax::json::Value;

/// What a custom tag stands for, before units have ids.
#[derive(Clone)]
enum Found {
    Component(RelPath),
    Unread(String),
}

struct Draft {
    kind: UnitKind,
    root: Option<RootId>,
    registered: bool,
    files: Triple,
    components: BTreeMap<String, Found>,
}

struct Drafts<'a> {
    index: &'a Index<'a>,
    roots: &'a Roots<'a>,
    units: BTreeMap<RelPath, Draft>,
    /// The units whose components are still to be looked up.
    queue: Vec<RelPath>,
}

/// All units, by path; templates in `imported` are parts of others.
pub(super) fn find(
    index: &Index<'_>,
    roots: &Roots<'_>,
    manifests: &[Manifest],
    imported: &BTreeSet<FileId>,
) -> Vec<Unit> {
    let mut drafts = Drafts { index, roots, units: BTreeMap::new(), queue: Vec::new() };
    for (id, manifest) in (0..).map(RootId).zip(manifests) {
        drafts.add_manifest(id, manifest);
    }
    let globals: Vec<_> =
        (0..).map(RootId).zip(manifests).map(|it| drafts.globals(it.0, it.1)).collect();
    drafts.follow();
    drafts.add_loose(imported);
    drafts.follow();
    drafts.finish(&globals)
}

/// The tags and references of `usingComponents` and of the defaults of `componentGenerics`.
pub(super) fn component_references(config: &Value) -> impl Iterator<Item = (&str, &str)> {
    let members = |key: &str| config.get(key).map_or(&[][..], Value::members).iter();
    let generics = members("componentGenerics")
        .filter_map(|member| Some((member.key.as_str(), member.value.get("default")?.as_str()?)));
    let using = members("usingComponents")
        .filter_map(|member| Some((member.key.as_str(), member.value.as_str()?)));
    generics.chain(using)
}

impl Drafts<'_> {
    fn add_manifest(&mut self, id: RootId, manifest: &Manifest) {
        let app = manifest.folder.join("app");
        if !manifest.is_plugin && self.index.triple(&app).script.is_some() {
            self.add(&app, UnitKind::App, Some(id), true);
        }
        for (page, _) in &manifest.pages {
            self.add(page, UnitKind::Page, Some(id), true);
        }
        for component in &manifest.components {
            self.add(component, UnitKind::Component, Some(id), true);
        }
    }

    /// Notes the unit `stem`, if there are files of it. What names a unit first decides its
    /// root, unless it lies below one; a name decides its kind, the manifest's before others.
    fn add(&mut self, stem: &RelPath, kind: UnitKind, root: Option<RootId>, registered: bool) {
        if let Some(unit) = self.units.get_mut(stem) {
            if registered && !unit.registered {
                unit.registered = true;
                unit.kind = kind;
            }
            return;
        }
        let mut files = self.index.triple(stem);
        if !files.has_code() {
            return;
        }
        if kind == UnitKind::App {
            files.template = None;
        }
        let root = self.roots.above(stem).or(root);
        let draft = Draft { kind, root, registered, files, components: BTreeMap::new() };
        self.units.insert(stem.clone(), draft);
        self.queue.push(stem.clone());
    }

    /// Looks up the components of all new units, and of those found that way.
    fn follow(&mut self) {
        while let Some(stem) = self.queue.pop() {
            let Some(draft) = self.units.get(&stem) else { continue };
            let (kind, root) = (draft.kind, draft.root);
            let config = draft.files.config.and_then(|id| self.index.file(id).json());
            let Some(config) = config.filter(|_| kind != UnitKind::App) else { continue };
            let components = self.components(config, &stem.parent(), root);
            if let Some(draft) = self.units.get_mut(&stem) {
                draft.components = components;
            }
        }
    }

    /// What the tags of `config` stand for; the components are noted as units.
    fn components(
        &mut self,
        config: &Value,
        folder: &RelPath,
        root: Option<RootId>,
    ) -> BTreeMap<String, Found> {
        let mut components = BTreeMap::new();
        for (tag, reference) in component_references(config) {
            let site = Site { folder, root: root.and_then(|id| self.roots.get(id)) };
            let found = resolve::component(self.index, site, reference);
            if let Some(stem) = &found {
                self.add(stem, UnitKind::Component, root, true);
            }
            let found = found.map_or_else(|| Found::Unread(reference.to_owned()), Found::Component);
            components.insert(tag.to_owned(), found);
        }
        components
    }

    fn globals(&mut self, id: RootId, manifest: &Manifest) -> BTreeMap<String, Found> {
        let Some(config) = self.index.file(manifest.file).json() else { return BTreeMap::new() };
        self.components(config, &manifest.folder, Some(id))
    }

    /// Notes the pages and components that lie there without being named. Templates in
    /// `imported` are parts of others.
    fn add_loose(&mut self, imported: &BTreeSet<FileId>) {
        let index = self.index;
        for file in index.files.iter().filter(|file| file.json().is_none()) {
            let stem = index::stem(&file.path);
            if index::is_in_package(&stem) || self.units.contains_key(&stem) {
                continue;
            }
            let files = index.triple(&stem);
            let is_part = files.template.is_some_and(|id| imported.contains(&id));
            if let Some(kind) = loose::kind(index, files, is_part) {
                self.add(&stem, kind, None, false);
            }
        }
    }

    fn finish(self, globals: &[BTreeMap<String, Found>]) -> Vec<Unit> {
        let ids: BTreeMap<RelPath, UnitId> =
            self.units.keys().cloned().zip((0..).map(UnitId)).collect();
        let resolved = |found: &Found| match found {
            Found::Unread(reference) => ComponentRef::Unread(reference.clone()),
            Found::Component(stem) => ids.get(stem).map_or_else(
                || ComponentRef::Unread(stem.as_str().to_owned()),
                |id| ComponentRef::Unit(*id),
            ),
        };
        let named = |components: &BTreeMap<String, Found>| -> BTreeMap<String, ComponentRef> {
            components.iter().map(|(tag, found)| (tag.clone(), resolved(found))).collect()
        };
        let globals: Vec<_> = globals.iter().map(|it| Arc::new(named(it))).collect();
        let units = self.units.into_iter();
        units
            .map(|(path, draft)| {
                let is_library = index::is_in_package(&path);
                let inherits = draft.kind != UnitKind::App && !is_library;
                let global =
                    draft.root.filter(|_| inherits).and_then(|id| globals.get(id.0 as usize));
                Unit {
                    kind: draft.kind,
                    root: draft.root,
                    registered: draft.registered,
                    is_library,
                    template: draft.files.template,
                    script: draft.files.script,
                    config: draft.files.config,
                    components: named(&draft.components),
                    globals: global.cloned().unwrap_or_default(),
                    path,
                }
            })
            .collect()
    }
}
