//! What a reference names (FACTS E36, E40, F6): paths to look for, likeliest first.

use crate::project::Root;
use crate::project::index::{self, Index, upwards};
use crate::source::{FileId, FileKind, RelPath};
use crate::syntax::json::Value;

/// The fields of `package.json` that name what the package's own name stands for.
const MAIN_FIELDS: [&str; 3] = ["miniprogram", "module", "main"];

/// Only so many folders from the top on are searched for packages.
const DEEPEST: usize = 12;

/// Where a reference stands.
#[derive(Clone, Copy)]
pub(super) struct Site<'a> {
    /// The folder of its file.
    pub(super) folder: &'a RelPath,
    /// The root its file is read for.
    pub(super) root: Option<&'a Root>,
}

/// What a reference names.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    /// A module of a script.
    Module,
    /// A template of a template.
    Template,
    /// A component of a configuration.
    Component,
}

/// A path that a reference may name, its ending perhaps left out.
pub(super) struct Target {
    /// The path.
    pub(super) path: RelPath,
    /// The npm package it lies in.
    pub(super) package: Option<RelPath>,
}

/// The paths that `reference` may name, likeliest first; none of what only the wallet knows.
pub(super) fn targets(
    index: &Index<'_>,
    site: Site<'_>,
    reference: &str,
    wanted: Wanted,
) -> Vec<Target> {
    let reference = reference.trim();
    let here = |path: RelPath| Target { path, package: None };
    let top = site.root.map_or_else(|| RelPath::new(""), |root| root.folder.clone());
    if reference.is_empty() || reference.contains("://") {
        return Vec::new();
    }
    if reference.starts_with('/') {
        return vec![here(top.join(reference))];
    }
    if matches!(reference, "." | "..")
        || reference.starts_with("./")
        || reference.starts_with("../")
    {
        let path = site.folder.join(reference);
        return if leaves(site.folder, reference) { Vec::new() } else { vec![here(path)] };
    }
    if let Some(path) = aliased(site, reference).filter(|_| wanted != Wanted::Component) {
        return vec![here(path)];
    }
    let mut targets = in_packages(index, site.folder, reference);
    match wanted {
        Wanted::Module => {}
        Wanted::Template => targets.insert(0, here(site.folder.join(reference))),
        Wanted::Component => {
            targets.push(here(site.folder.join(reference)));
            targets.push(here(top.join(reference)));
        }
    }
    targets
}

/// Whether `reference` in `folder` leads above the top, where nothing can be read.
fn leaves(folder: &RelPath, reference: &str) -> bool {
    let mut depth = folder.as_str().split('/').filter(|part| !part.is_empty()).count();
    for part in reference.split('/') {
        match part {
            "" | "." => {}
            ".." if depth == 0 => return true,
            ".." => depth -= 1,
            _ => depth += 1,
        }
    }
    false
}

/// The files that `target` may name with or without its ending, likeliest first.
pub(super) fn endings(target: &RelPath, wanted: Wanted) -> impl Iterator<Item = RelPath> {
    let (stems, added): (Vec<RelPath>, &[&str]) = match wanted {
        Wanted::Module => {
            (vec![target.clone()], &[".ts", ".js", ".json", "/index.ts", "/index.js"])
        }
        Wanted::Template => (vec![target.clone()], &[".axml"]),
        Wanted::Component => (component_stems(target).into(), &[".json", ".axml", ".ts", ".js"]),
    };
    let is_exact = wanted != Wanted::Component && FileKind::of(target.as_str()).is_some();
    let exact = is_exact.then(|| target.clone());
    // TypeScript sources may be imported by the name of what is made of them.
    let made = target.as_str().strip_suffix(".js").filter(|_| wanted == Wanted::Module);
    let source = made.map(|stem| RelPath::new(&format!("{stem}.ts")));
    let with = |stem: RelPath| added.iter().map(move |ending| stem.with(ending));
    exact.into_iter().chain(source).chain(stems.into_iter().flat_map(with))
}

/// The first file that is there of those `reference` may name.
pub(super) fn file(
    index: &Index<'_>,
    site: Site<'_>,
    reference: &str,
    wanted: Wanted,
) -> Option<FileId> {
    let targets = targets(index, site, reference, wanted);
    let mut paths = targets.iter().flat_map(|target| endings(&target.path, wanted));
    paths.find_map(|path| index.find(path.as_str()))
}

/// The component that `reference` names, as its path without ending.
pub(super) fn component(index: &Index<'_>, site: Site<'_>, reference: &str) -> Option<RelPath> {
    targets(index, site, reference, Wanted::Component)
        .iter()
        .flat_map(|target| component_stems(&target.path))
        .find(|stem| index.triple(stem).has_code())
}

/// Whether there is a component that `target` may name.
pub(super) fn has_component(index: &Index<'_>, target: &RelPath) -> bool {
    component_stems(target).iter().any(|stem| index.triple(stem).has_code())
}

fn component_stems(target: &RelPath) -> [RelPath; 2] {
    [index::stem(target), target.with("/index")]
}

/// The path behind an alias; they mean nothing inside `node_modules`.
fn aliased(site: Site<'_>, reference: &str) -> Option<RelPath> {
    let root = site.root.filter(|_| !index::is_in_package(site.folder))?;
    let (prefix, folder) = root.alias(reference)?;
    Some(RelPath::new(folder).join(reference.strip_prefix(prefix)?))
}

/// What `reference` names in the `node_modules` of `folder` and of those around it.
fn in_packages(index: &Index<'_>, folder: &RelPath, reference: &str) -> Vec<Target> {
    let (name, rest) = split_package(reference);
    let mut targets = Vec::new();
    let mut folders: Vec<RelPath> = upwards(folder).collect();
    folders.drain(..folders.len().saturating_sub(DEEPEST));
    for around in folders.iter().filter(|around| around.file_name() != "node_modules") {
        let package = around.join("node_modules").join(name);
        let manifest = index.json(&package.join("package.json"));
        let field = |name: &str| manifest.and_then(|it| it.get(name)).and_then(Value::as_str);
        let mut add = |path| targets.push(Target { path, package: Some(package.clone()) });
        if rest.is_empty() {
            MAIN_FIELDS.iter().filter_map(|name| field(name)).for_each(|it| add(package.join(it)));
        }
        add(package.join(rest));
        if let Some(inner) = field("miniprogram").filter(|_| !rest.is_empty()) {
            add(package.join(inner).join(rest));
        }
    }
    targets
}

/// The package of a bare reference, and the path in it.
fn split_package(reference: &str) -> (&str, &str) {
    let slashes = if reference.starts_with('@') { 1 } else { 0 };
    let end = reference.match_indices('/').nth(slashes).map_or(reference.len(), |(at, _)| at);
    let (name, rest) = reference.split_at_checked(end).unwrap_or((reference, ""));
    (name, rest.trim_start_matches('/'))
}
