//! What a page with auth buttons lets the user do beside using them.

use std::collections::{BTreeMap, BTreeSet};

use crate::platform::{bound_event, is_operable_tag, is_passive_event};
use crate::project::{UnitId, UnitKind};
use crate::syntax::axml::Element;

use super::Markup;
use super::button::{ButtonKind, Target, target};
use super::compose::{self, Expanded};
use super::literal::Literal;
use super::modal::{self, Opened};
use super::names::{InstanceId, Names, Scope};
use super::term::{self, Datum, Term};
use super::together::Guard;
use super::tree::{ElementId, Item, ItemId, Tree};

/// The elements of a page that the user can do something with, auth buttons left out, and those
/// around them.
#[derive(Clone, Debug)]
pub struct Outline {
    /// The page, or a component on one.
    pub unit: UnitId,
    nodes: Vec<Node>,
}

/// An element; it stands behind the one around it.
#[derive(Clone, Debug)]
struct Node {
    around: Option<usize>,
    guards: Vec<Guard>,
    /// What opens it, if it is a modal, and what is handed to it, if it is a component that does
    /// not lead to an auth button.
    opening: Opening,
    is_operable: bool,
}

#[derive(Clone, Debug, Default)]
struct Opening {
    opens: Option<Guard>,
    handed: Vec<Term>,
}

impl Outline {
    /// Whether the page may let the user do something, given what is known of the data.
    #[must_use]
    pub fn offers(&self, data: &dyn Fn(&Datum) -> Option<Literal>) -> bool {
        let shown = self.shown(&|node| may_hold(&node.guards, data));
        shown.zip(&self.nodes).any(|(is_shown, node)| is_shown && node.is_operable)
    }

    /// Whether something to do depends on `datum`, and may be there, given what is known of the
    /// data.
    #[must_use]
    pub fn offers_for(&self, datum: &Datum, data: &dyn Fn(&Datum) -> Option<Literal>) -> bool {
        let mut depends: Vec<bool> = Vec::with_capacity(self.nodes.len());
        for node in &self.nodes {
            let around = node.around.and_then(|at| depends.get(at)).copied().unwrap_or(false);
            let conditions = node.guards.iter().chain(&node.opening.opens).map(|(term, _)| term);
            let mut terms = conditions.chain(&node.opening.handed);
            depends.push(around || terms.any(|term| term.reads(datum)));
        }
        let is_shown =
            |node: &Node| may_hold(&node.guards, data) && may_hold(&node.opening.opens, data);
        let shown = self.shown(&is_shown).zip(&self.nodes).zip(depends);
        shown.into_iter().any(|((is_shown, node), depends)| is_shown && depends && node.is_operable)
    }

    /// Whether each node may be on the screen, as far as `is_shown` tells of it alone.
    fn shown(&self, is_shown: &dyn Fn(&Node) -> bool) -> impl Iterator<Item = bool> + use<> {
        let mut shown: Vec<bool> = Vec::with_capacity(self.nodes.len());
        for node in &self.nodes {
            let around = node.around.and_then(|at| shown.get(at)).copied().unwrap_or(true);
            shown.push(around && is_shown(node));
        }
        shown.into_iter()
    }
}

/// Whether all of `guards` may hold.
fn may_hold<'a>(
    guards: impl IntoIterator<Item = &'a Guard>,
    data: &dyn Fn(&Datum) -> Option<Literal>,
) -> bool {
    guards.into_iter().all(|(term, holds)| term.truth(data) != Some(!holds))
}

/// The outlines of the pages with auth buttons, and of the components on them that lead to these.
pub(super) fn outlines(all: Expanded<'_>, markup: &Markup) -> Vec<Outline> {
    let mut judge = Outlining {
        all,
        buttons: markup.buttons.iter().map(|it| ((it.unit, it.item), it.kind)).collect(),
        busy: BTreeSet::new(),
        leading: markup.views.iter().flat_map(|it| &it.nodes).map(|it| it.element).collect(),
    };
    judge.find_busy(markup);
    let is_page = |unit| all.project.unit(unit).kind == UnitKind::Page;
    let pages = markup.views.iter().filter(|view| is_page(view.unit));
    let shown: BTreeSet<UnitId> =
        pages.clone().flat_map(|view| view.nodes.iter().map(|node| node.unit)).collect();
    let components = shown.into_iter().filter(|unit| !is_page(*unit));
    let units = pages.map(|view| view.unit).chain(components);
    units.filter_map(|unit| judge.outline(unit, markup)).collect()
}

struct Outlining<'a> {
    all: Expanded<'a>,
    buttons: BTreeMap<(UnitId, ItemId), ButtonKind>,
    /// The components in which the user can do something beside using auth buttons.
    busy: BTreeSet<UnitId>,
    /// The elements around auth buttons.
    leading: BTreeSet<ElementId>,
}

impl<'a> Outlining<'a> {
    fn tree(&self, unit: UnitId) -> Option<&'a Tree> {
        self.all.trees.get(unit.0 as usize)
    }

    fn find_busy(&mut self, markup: &Markup) {
        let mut users: BTreeMap<UnitId, Vec<UnitId>> = BTreeMap::new();
        let handing_on = markup.buttons.iter().filter(|it| it.kind == ButtonKind::Forwarding);
        let handing_on: BTreeSet<_> = handing_on.map(|it| (it.unit, it.file, it.node)).collect();
        for render in &markup.renders {
            let users = users.entry(render.child).or_default();
            if !handing_on.contains(&(render.unit, render.file, render.node)) {
                users.push(render.unit);
            }
        }
        let is_busy = |unit: &UnitId| {
            self.tree(*unit).is_none_or(|tree| {
                tree.is_cut || tree.items().any(|item| self.is_operable(*unit, item))
            })
        };
        let components: BTreeSet<UnitId> = users.keys().copied().collect();
        let mut work: Vec<UnitId> = components.into_iter().filter(is_busy).collect();
        while let Some(unit) = work.pop() {
            if self.busy.insert(unit) {
                work.extend(users.remove(&unit).unwrap_or_default());
            }
        }
    }

    /// Whether the user can do something with an item by itself, other than consent.
    fn is_operable(&self, unit: UnitId, (id, item): (ItemId, &Item)) -> bool {
        let Some(element) = item.element.of(self.all.files) else { return false };
        let button = self.buttons.get(&(unit, id));
        if !item.is_rendered {
            return false;
        }
        match target(self.all.project, unit, &element.name) {
            Target::Component(component) => match button {
                Some(ButtonKind::Native | ButtonKind::Forwarding) => false,
                Some(ButtonKind::Holding) => self.busy.contains(&component),
                None => self.busy.contains(&component) || is_bound(element),
            },
            _ if button.is_some() => false,
            Target::Unread(_) => true,
            // What a template brings in that cannot be told may be anything.
            Target::Native if matches!(&*element.name, "template" | "include") => {
                item.end.0 == id.0 + 1
            }
            Target::Native => is_operable_tag(&element.name) || is_bound(element),
        }
    }

    /// Whether an item is a slot: what fills it may be anything.
    fn is_slot(&self, item: &Item) -> bool {
        let element = item.element.of(self.all.files);
        item.is_rendered && element.is_some_and(|it| it.name == "slot")
    }

    fn outline(&self, unit: UnitId, markup: &Markup) -> Option<Outline> {
        let tree = self.tree(unit).filter(|tree| !tree.is_cut)?;
        let is_whole = |item: &Item| {
            let file = self.all.files.get(item.element.file.index());
            file.is_some_and(|file| file.parsed.problems.is_empty())
        };
        if !tree.items.iter().all(is_whole) {
            return None;
        }
        let mut wanted = BTreeMap::new();
        for (id, item) in tree.items() {
            if !self.is_operable(unit, (id, item)) && !self.is_slot(item) {
                continue;
            }
            wanted.insert(id, true);
            let mut around = item.parent;
            while let Some(id) = around.filter(|id| !wanted.contains_key(id)) {
                wanted.insert(id, false);
                around = tree.item(id).parent;
            }
        }
        let positions: BTreeMap<ItemId, usize> = wanted.keys().copied().zip(0..).collect();
        let Expanded { files, frames, kept, .. } = self.all;
        let names = Names { files, frames, instances: &markup.instances, kept };
        let nodes = wanted.into_iter().map(|(id, is_operable)| {
            let item = tree.item(id);
            let instance = InstanceId(unit.0);
            let mut guards = compose::guards(&names, tree, instance, item);
            let scope = Scope { instance, frame: item.frame };
            let hidden = item
                .element
                .of(files)
                .and_then(|element| compose::hidden(&names, item.element.file, element, scope));
            guards.extend(hidden);
            let around = item.parent.and_then(|id| positions.get(&id).copied());
            let opening = self.opening(&names, unit, item, scope);
            Node { around, guards, opening, is_operable }
        });
        Some(Outline { unit, nodes: nodes.collect() })
    }
}

impl Outlining<'_> {
    /// What opens an item, or is handed to it.
    fn opening(&self, names: &Names<'_>, unit: UnitId, item: &Item, scope: Scope) -> Opening {
        let Expanded { files, project, .. } = self.all;
        let Some(element) = item.element.of(files) else { return Opening::default() };
        let of_tag = (item.element, element);
        if let Some(Opened::When(term)) = modal::opened(names, project, unit, of_tag, scope) {
            return Opening { opens: Some((term, true)), handed: Vec::new() };
        }
        let is_native = target(project, unit, &element.name) == Target::Native;
        if is_native || self.leading.contains(&item.element) {
            return Opening::default();
        }
        let values = element.attributes.iter().filter_map(|it| it.value.as_ref());
        let terms = values.filter_map(|it| term::of_value(names, item.element.file, it, scope));
        Opening { opens: None, handed: terms.collect() }
    }
}

/// Whether an element binds an event that a user raises.
fn is_bound(element: &Element) -> bool {
    element.attributes.iter().any(|attribute| {
        let event = bound_event(&attribute.name);
        let is_lock = attribute.name == "catchTouchMove";
        let is_empty = attribute
            .value
            .as_ref()
            .is_none_or(|value| value.literal().is_some_and(|text| text.trim().is_empty()));
        event.is_some_and(|event| !is_passive_event(event)) && !is_lock && !is_empty
    })
}
