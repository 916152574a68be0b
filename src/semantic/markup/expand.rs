//! Expansion: a unit's template with everything that `include`, `import` and `template` bring in.

use std::collections::{BTreeMap, BTreeSet};

use super::constants;
use super::names::{Instance, InstanceId, Names, Scope, Spot};
use super::templates::{Templates, literal, rendered, templates};
use super::term;
use super::tree::{Condition, ElementId, Frame, FrameId, Item, ItemId, Link, Tree};
use crate::project::{Project, UnitId};
use crate::source::FileId;
use crate::syntax::File;
use crate::syntax::axml::{Attribute, Element, NodeId, Template};

/// How deeply includes and templates may nest.
const DEPTH: usize = 32;
/// How often a unit may expand one template, by how deeply the use nests. Templates that use each
/// other, as renderers of rich text do, would grow without end.
const REPEATED: [usize; 3] = [512, 128, 16];
/// How deeply loops may nest before their variables are no longer told apart.
const LOOPS: usize = 64;
/// How many elements a unit may get from other templates than its own.
const BORROWED_BY_UNIT: usize = 20_000;
/// How many elements a program may get that way, beside ten times what it has.
const BORROWED: usize = 200_000;

/// The trees of all units, by [`UnitId`], and the frames they share.
pub(super) fn expand(
    files: &[File],
    project: &Project,
    instances: &[Instance],
) -> (Vec<Tree>, Vec<Frame>) {
    let written: usize = files.iter().filter_map(File::template).map(|it| it.nodes.len()).sum();
    let templates = templates(files, project);
    let mut expansion = Expansion {
        files,
        project,
        instances,
        templates: &templates,
        frames: Vec::new(),
        left: BORROWED.saturating_add(written.saturating_mul(10)),
        tries: TRIES.saturating_add(written.saturating_mul(10)),
    };
    let trees = project.units().map(|(id, unit)| match unit.template {
        Some(file) => expansion.unit(id, file),
        None => Tree::default(),
    });
    let trees = trees.collect();
    (trees, expansion.frames)
}

/// As how many elements a button counts of which much is to be known.
const HEAVY: usize = 10;
/// How many templates may be tried in a program, beside ten times what it has, where a name is
/// not known.
const TRIES: usize = 2_000_000;
/// How many files, and those that the last one imports, are searched for a template.
const VISIBLE: usize = 400;

struct Expansion<'a> {
    files: &'a [File],
    project: &'a Project,
    instances: &'a [Instance],
    templates: &'a BTreeMap<FileId, Templates<'a>>,
    frames: Vec<Frame>,
    left: usize,
    tries: usize,
}

/// A file, or the body of one of its templates, that is being expanded.
struct Expanded {
    what: (FileId, Option<NodeId>),
    outer: Option<Origin>,
    depth: usize,
}

/// What a template or include stands in, as an index of [`Builder::origins`].
#[derive(Clone, Copy, PartialEq, Eq)]
struct Origin(usize);

/// An element that is to become an item.
struct Pending {
    element: ElementId,
    parent: Option<ItemId>,
    frame: FrameId,
    link: Option<Link>,
    origin: Origin,
}

impl<'a> Expansion<'a> {
    fn unit(&mut self, unit: UnitId, file: FileId) -> Tree {
        let frame = self.frame(Frame::Unit);
        let mut builder = Builder {
            expansion: self,
            instance: InstanceId(unit.0),
            tree: Tree { root: Some(frame), ..Tree::default() },
            origins: vec![Expanded { what: (file, None), outer: None, depth: 0 }],
            times: BTreeMap::new(),
            pending: Vec::new(),
            borrowed: 0,
        };
        builder.roots(file, None, frame, Origin(0));
        while let Some(pending) = builder.pending.pop() {
            builder.item(&pending);
        }
        builder.finish()
    }

    fn frame(&mut self, frame: Frame) -> FrameId {
        self.frames.push(frame);
        FrameId(self.frames.len() as u32 - 1)
    }

    fn names<'n>(&'n self) -> Names<'n> {
        let Self { files, instances, .. } = *self;
        Names { files, frames: &self.frames, instances, kept: &|_| None }
    }
}

struct Builder<'e, 'a> {
    expansion: &'e mut Expansion<'a>,
    instance: InstanceId,
    tree: Tree,
    origins: Vec<Expanded>,
    /// How often what was expanded.
    times: BTreeMap<(FileId, Option<NodeId>), usize>,
    pending: Vec<Pending>,
    borrowed: usize,
}

impl<'a> Builder<'_, 'a> {
    fn template(&self, file: FileId) -> Option<&'a Template> {
        self.expansion.files.get(file.index())?.template()
    }

    fn roots(&mut self, file: FileId, parent: Option<ItemId>, frame: FrameId, origin: Origin) {
        if let Some(template) = self.template(file) {
            self.children(file, &template.roots, parent, frame, origin);
        }
    }

    fn item(&mut self, pending: &Pending) {
        let ElementId { file, node } = pending.element;
        let Some(element) = self.template(file).and_then(|it| it.element(node)) else { return };
        if pending.origin != Origin(0) && !self.may_borrow(element) {
            return;
        }
        let id = ItemId(self.tree.items.len() as u32);
        let around = pending.parent.is_none_or(|parent| self.tree.item(parent).is_rendered);
        let is_rendered = around && pending.link.is_none_or(|link| self.can_hold(link));
        self.tree.items.push(Item {
            element: pending.element,
            parent: pending.parent,
            end: ItemId(id.0 + 1),
            frame: pending.frame,
            link: pending.link,
            is_rendered,
        });
        match element.name.as_str() {
            "template" if element.attribute("is").is_some() => self.uses(element, id, pending),
            "include" => {
                let target = literal(element, "src");
                let target = target.and_then(|src| self.expansion.project.template(file, src));
                if let Some(target) = target
                    && let Some(origin) = self.enter((target, None), pending.origin)
                {
                    self.roots(target, Some(id), pending.frame, origin);
                }
            }
            _ => self.children(file, &element.children, Some(id), pending.frame, pending.origin),
        }
    }

    /// Whether no more elements may come from other templates than the unit's own.
    fn is_spent(&self) -> bool {
        self.borrowed >= BORROWED_BY_UNIT || self.expansion.left == 0
    }

    fn may_borrow(&mut self, element: &Element) -> bool {
        let may = !self.is_spent();
        if may {
            let weight = if element.attribute("open-type").is_some() { HEAVY } else { 1 };
            self.borrowed += 1;
            self.expansion.left = self.expansion.left.saturating_sub(weight);
        } else {
            self.tree.is_cut = true;
        }
        may
    }

    /// The origin of `what` within `outer`; `None` where it contains itself, nests too deeply or
    /// was expanded often enough.
    fn enter(&mut self, what: (FileId, Option<NodeId>), outer: Origin) -> Option<Origin> {
        let depth = self.origins[outer.0].depth + 1;
        let is_inside = self.outwards(outer).any(|origin| self.origins[origin.0].what == what);
        if depth > DEPTH || is_inside {
            self.tree.is_cut |= depth > DEPTH;
            return None;
        }
        let limit = REPEATED.get(depth - 1).or(REPEATED.last()).copied().unwrap_or_default();
        let times = self.times.entry(what).or_default();
        if *times >= limit {
            return None;
        }
        *times += 1;
        self.origins.push(Expanded { what, outer: Some(outer), depth });
        Some(Origin(self.origins.len() - 1))
    }

    fn outwards(&self, origin: Origin) -> impl Iterator<Item = Origin> {
        std::iter::successors(Some(origin), |origin| self.origins[origin.0].outer)
    }

    /// Expands the bodies that `<template is>` can mean.
    fn uses(&mut self, element: &'a Element, id: ItemId, pending: &Pending) {
        let file = pending.element.file;
        let data = element.attribute("data").and_then(|it| it.value.as_ref()?.hole());
        let bodies = self.bodies(element, pending);
        if bodies.is_empty() {
            return;
        }
        let tries = &mut self.expansion.tries;
        *tries = tries.saturating_sub(bodies.len());
        self.tree.is_cut |= *tries == 0;
        let frame = self.expansion.frame(Frame::Template { file, data, outer: pending.frame });
        for (file, node) in bodies.into_iter().rev() {
            let children = self.template(file).and_then(|it| it.element(node));
            if let Some(body) = children
                && let Some(origin) = self.enter((file, Some(node)), pending.origin)
            {
                self.children(file, &body.children, Some(id), frame, origin);
            }
        }
    }

    fn bodies(&self, element: &Element, pending: &Pending) -> Vec<(FileId, NodeId)> {
        let file = pending.element.file;
        let Some(value) = element.attribute("is").and_then(|it| it.value.as_ref()) else {
            return Vec::new();
        };
        let scope = Scope { instance: self.instance, frame: pending.frame };
        let is = constants::of_value(&self.expansion.names(), file, value, scope);
        let mut bodies = Vec::new();
        let visible = self.visible(pending.origin);
        let own = |file: &FileId| self.expansion.templates.get(file).map(|it| &it.own);
        for name in is.constants.iter().filter_map(|it| it.text()) {
            let found =
                visible.iter().find_map(|file| Some((*file, *own(file)?.get(name.trim())?)));
            bodies.extend(found);
        }
        if is.is_dynamic {
            let all = visible.iter().filter_map(|file| Some((*file, own(file)?)));
            let all = all.flat_map(|(file, own)| own.values().map(move |node| (file, *node)));
            bodies.extend(all.take(self.expansion.tries));
        }
        bodies.sort_unstable();
        bodies.dedup();
        bodies
    }

    /// The files whose templates can be used in `origin`, innermost first.
    fn visible(&self, origin: Origin) -> Vec<FileId> {
        let mut visible = Vec::new();
        let mut seen = BTreeSet::new();
        for origin in self.outwards(origin) {
            let (file, _) = self.origins[origin.0].what;
            let Some(templates) = self.expansion.templates.get(&file) else { continue };
            if visible.len() >= VISIBLE {
                break;
            }
            let new = std::iter::once(&file).chain(&templates.imports);
            visible.extend(new.filter(|file| seen.insert(**file)));
        }
        visible
    }

    /// Puts `nodes`, which are siblings, before everything that is pending.
    fn children(
        &mut self,
        file: FileId,
        nodes: &[NodeId],
        parent: Option<ItemId>,
        frame: FrameId,
        origin: Origin,
    ) {
        let Some(template) = self.template(file) else { return };
        if origin != Origin(0) && self.is_spent() {
            self.tree.is_cut |= !nodes.is_empty();
            return;
        }
        let first = self.pending.len();
        let mut chain = None;
        for (node, element) in rendered(template, nodes) {
            let frame = self.local_frame((file, element), frame);
            let link = self.link(file, element, frame, &mut chain);
            let element = ElementId { file, node };
            self.pending.push(Pending { element, parent, frame, link, origin });
        }
        self.pending[first..].reverse();
    }

    /// The frame of an element that declares variables.
    fn local_frame(&mut self, (file, element): (FileId, &Element), outer: FrameId) -> FrameId {
        let name = |attribute: &str, default: &str| {
            literal(element, attribute).unwrap_or(default).to_owned()
        };
        let mut names = Vec::new();
        if element.attribute("a:for").is_some() {
            names.extend([name("a:for-item", "item"), name("a:for-index", "index")]);
        }
        if element.attribute("slot-scope").is_some() {
            names.push(name("slot-scope", "props"));
        }
        if names.is_empty() || self.loops(outer) >= LOOPS {
            return outer;
        }
        let list = element.attribute("a:for").and_then(|it| it.value.as_ref()?.hole());
        let list = list.map(|list| (file, list));
        self.expansion.frame(Frame::Local { names, list, outer })
    }

    fn loops(&self, frame: FrameId) -> usize {
        let frames = &self.expansion.frames;
        std::iter::successors(Some(frame), |frame| match frames.get(frame.0 as usize) {
            Some(Frame::Local { outer, .. }) => Some(*outer),
            _ => None,
        })
        .take(LOOPS + 1)
        .count()
    }

    /// The link of an element among its siblings; `chain` is the one that its predecessor continues.
    fn link(
        &mut self,
        file: FileId,
        element: &Element,
        frame: FrameId,
        chain: &mut Option<u32>,
    ) -> Option<Link> {
        let condition = |attribute: &Attribute| {
            let expr = attribute.value.as_ref().and_then(crate::syntax::axml::Value::hole);
            Condition { file, expr, frame }
        };
        let chains = &mut self.tree.chains;
        if let Some(attribute) = element.attribute("a:if") {
            chains.push(vec![condition(attribute)]);
            *chain = Some(chains.len() as u32 - 1);
            return chain.map(|chain| Link { chain, index: 0 });
        }
        let attribute = element.attribute("a:elif").or_else(|| element.attribute("a:else"));
        let (Some(attribute), Some(current)) = (attribute, *chain) else {
            *chain = None;
            return None;
        };
        let conditions = chains.get_mut(current as usize)?;
        let index = conditions.len() as u32;
        if attribute.name == "a:elif" {
            conditions.push(condition(attribute));
        } else {
            *chain = None;
        }
        Some(Link { chain: current, index })
    }

    /// Whether the conditions of a link can hold.
    fn can_hold(&self, link: Link) -> bool {
        let Some(chain) = self.tree.chains.get(link.chain as usize) else { return true };
        let names = self.expansion.names();
        let truth = |condition: &Condition| {
            let scope = Scope { instance: self.instance, frame: condition.frame };
            let spot = Spot { file: condition.file, expr: condition.expr?, scope };
            term::constant_truth(&names, spot)
        };
        let before = chain.iter().take((link.index as usize).min(16));
        before.map(truth).all(|it| it != Some(true))
            && chain.get(link.index as usize).and_then(truth) != Some(false)
    }

    fn finish(mut self) -> Tree {
        for id in (0..self.tree.items.len()).rev() {
            let Item { end, parent, .. } = self.tree.items[id];
            if let Some(parent) = parent {
                let outer = &mut self.tree.items[parent.index()].end;
                *outer = (*outer).max(end);
            }
        }
        self.tree
    }
}
