//! Which components of an app or plugin nothing renders, so that the host runs nothing on them.
//!
//! Pages are shown, and so is what a manifest names itself, what lies there without being named, and
//! all that lies below no root or outside its own: who renders that is not known. So is what these render,
//! and where it cannot be told what one renders, all that its tags can stand for.

use std::collections::{BTreeMap, BTreeSet};

use crate::project::{ComponentRef, Project, Unit, UnitId, UnitKind};
use crate::semantic::markup::Markup;
use crate::source::FileId;
use crate::syntax::File;
use crate::syntax::axml::Template;

/// A template of more files may render anything.
const MOST_PARTS: usize = 400;

/// The components that nothing renders, where `renders` says which ones each unit does.
pub(super) fn unshown(
    files: &[File],
    project: &Project,
    markup: &Markup,
    renders: &BTreeMap<UnitId, Vec<UnitId>>,
) -> BTreeSet<UnitId> {
    let named: BTreeSet<UnitId> =
        project.roots.iter().flat_map(|root| root.components.iter().copied()).collect();
    let is_judged = |id: UnitId, unit: &Unit| {
        let root = unit.root.map(|root| project.root(root));
        unit.kind == UnitKind::Component
            && unit.registered
            && !named.contains(&id)
            && root.is_some_and(|root| unit.path.is_below(&root.folder))
    };
    let mut unshown: BTreeSet<UnitId> =
        project.units().filter(|(id, unit)| is_judged(*id, unit)).map(|(id, _)| id).collect();
    if unshown.is_empty() {
        return unshown;
    }
    let parts = parts(files, project);
    let mut work: Vec<UnitId> =
        project.units().map(|(id, _)| id).filter(|id| !unshown.contains(id)).collect();
    while let Some(id) = work.pop().filter(|_| !unshown.is_empty()) {
        let shown = renders.get(&id).into_iter().flatten();
        work.extend(shown.copied().filter(|child| unshown.remove(child)));
        let unit = project.unit(id);
        let named = unit.components.values().chain(unit.globals.values()).filter_map(unit_of);
        if named.clone().any(|child| unshown.contains(&child)) {
            let is_cut = markup.trees.get(id.0 as usize).is_none_or(|tree| tree.is_cut);
            let template = unit.template.filter(|_| !is_cut);
            let others = match template.and_then(|template| handed_out(&parts, template)) {
                Some(tags) => {
                    let tags = tags.into_iter().chain(stand_ins(files, unit));
                    tags.filter_map(|tag| unit_of(unit.component(tag)?)).collect()
                }
                None => named.collect::<Vec<_>>(),
            };
            work.extend(others.into_iter().filter(|child| unshown.remove(child)));
        }
    }
    unshown
}

fn unit_of(component: &ComponentRef) -> Option<UnitId> {
    match component {
        ComponentRef::Unit(unit) => Some(*unit),
        ComponentRef::Unread(_) => None,
    }
}

/// The tags of `unit` that stand for others until these are loaded.
fn stand_ins<'a>(files: &'a [File], unit: &Unit) -> impl Iterator<Item = &'a str> {
    let config = unit.config.and_then(|id| files.get(id.index())?.json());
    let stand_ins = config.and_then(|it| it.get("componentPlaceholder"));
    let stand_ins = stand_ins.into_iter().flat_map(|it| it.members());
    stand_ins.filter_map(|member| member.value.as_str())
}

/// What one file of a template hands out, and the files that it takes in.
#[derive(Default)]
struct Part<'a> {
    /// The tags that it hands to components to render: `generic:item="card"`.
    tags: Vec<&'a str>,
    others: Vec<FileId>,
}

/// The parts of all templates; `None` for one that was not read as a whole, or whose elements are
/// chosen at run time.
fn parts<'a>(files: &'a [File], project: &Project) -> BTreeMap<FileId, Option<Part<'a>>> {
    let all = (0..).map(FileId).zip(files);
    let of = |(id, file): (FileId, &'a File)| Some((id, part(project, id, file, file.template()?)));
    all.filter_map(of).collect()
}

fn part<'a>(
    project: &Project,
    id: FileId,
    file: &File,
    template: &'a Template,
) -> Option<Part<'a>> {
    let mut part = Part::default();
    if !file.parsed.problems.is_empty() {
        return None;
    }
    for (_, element) in template.elements() {
        match &*element.name {
            "component" => return None,
            "import" | "include" => {
                let source = element.attribute("src")?.value.as_ref()?.literal()?;
                part.others.push(project.template(id, source)?);
            }
            _ => {}
        }
        let generics = element.attributes.iter().filter(|it| it.name.starts_with("generic:"));
        for generic in generics {
            part.tags.push(generic.value.as_ref()?.literal()?);
        }
    }
    Some(part)
}

/// The tags that `template`, and what it imports and includes, hands out; `None` where that cannot
/// be told.
fn handed_out<'a>(
    parts: &BTreeMap<FileId, Option<Part<'a>>>,
    template: FileId,
) -> Option<Vec<&'a str>> {
    let mut tags = Vec::new();
    let mut seen = BTreeSet::from([template]);
    let mut work = vec![template];
    while let Some(id) = work.pop() {
        let part = parts.get(&id)?.as_ref()?;
        tags.extend(&part.tags);
        work.extend(part.others.iter().copied().filter(|it| seen.insert(*it)));
        if seen.len() > MOST_PARTS {
            return None;
        }
    }
    Some(tags)
}
