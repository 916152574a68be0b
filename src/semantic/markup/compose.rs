//! Composition: pages with the components they render and the slots they fill, around auth buttons.

use std::collections::{BTreeMap, BTreeSet};

use crate::project::{Project, UnitId, UnitKind};
use crate::source::FileId;
use crate::syntax::File;
use crate::syntax::axml::{Element, Value};

use super::button::{AuthButton, Target, single_scope, target};
use super::literal::Literal;
use super::looks;
use super::marks::{Marks, marks, used};
use super::modal::{self, Opened};
use super::names::{Instance, InstanceId, KeptBy, Names, Scope, Spot};
use super::tag;
use super::term::{self, Term};
use super::together::Guard;
use super::tree::{Condition, Frame, Item, ItemId, Tree};
use super::view::{View, ViewId, ViewNode};

/// How deeply components may nest.
const DEPTH: usize = 32;
/// How many elements are visited in one program, beside four times what it has.
const STEPS: usize = 500_000;
/// How many conditions of an `a:if` chain count for its last branch.
const CHAIN: usize = 16;
/// In how many slots of one name what fills it is looked at.
const SLOTS: usize = 8;
/// How often slots may be filled again on one screen.
const AGAIN: usize = 256;

/// What the trees of a program consist of.
#[derive(Clone, Copy)]
pub(super) struct Expanded<'a> {
    /// The files.
    pub files: &'a [File],
    /// The program.
    pub project: &'a Project,
    /// The trees, by unit.
    pub trees: &'a [Tree],
    /// Their frames.
    pub frames: &'a [Frame],
    /// What data keep.
    pub kept: &'a KeptBy<'a>,
}

/// The screens with auth buttons on them. New uses of units are added to `instances`.
pub(super) fn views(
    all: Expanded<'_>,
    buttons: &[AuthButton],
    instances: &mut Vec<Instance>,
) -> Vec<View> {
    let marks = marks(all, buttons);
    let items: usize = all.trees.iter().map(|tree| tree.items.len()).sum();
    let mut composition = Composition {
        all,
        known: buttons,
        buttons: buttons.iter().enumerate().map(|(at, it)| ((it.unit, it.item), at)).collect(),
        marks: &marks,
        instances,
        contexts: Vec::new(),
        again: 0,
        left: STEPS.saturating_add(items.saturating_mul(4)),
    };
    let used = used(all);
    let units = all.project.units().filter(|(id, unit)| {
        let is_root = unit.kind == UnitKind::Page || !used.contains(id);
        is_root && !unit.is_library && marks.units.contains(id)
    });
    units.map(|(unit, _)| composition.view(unit)).collect()
}

/// A use of a unit on a screen.
struct Context {
    unit: UnitId,
    instance: InstanceId,
    /// The context and item of the tag, whose children fill the slots.
    tag: Option<(usize, ItemId)>,
    /// How often slots were filled, by name: several of one name are ways to show the same.
    filled: BTreeMap<String, usize>,
    depth: usize,
}

struct Composition<'a, 'm> {
    all: Expanded<'a>,
    known: &'m [AuthButton],
    buttons: BTreeMap<(UnitId, ItemId), usize>,
    marks: &'m Marks,
    instances: &'m mut Vec<Instance>,
    contexts: Vec<Context>,
    /// How often slots were filled again on this screen.
    again: usize,
    left: usize,
}

/// An item that is to become a node.
struct Pending {
    context: usize,
    item: ItemId,
    parent: Option<ViewId>,
}

impl<'a> Composition<'a, '_> {
    fn view(&mut self, unit: UnitId) -> View {
        self.contexts.clear();
        self.again = 0;
        let instance = InstanceId(unit.0);
        self.contexts.push(Context {
            unit,
            instance,
            tag: None,
            filled: BTreeMap::new(),
            depth: 0,
        });
        let mut view = View::new(unit);
        let mut pending = Vec::new();
        self.roots(0, None, &mut pending);
        while let Some(next) = pending.pop() {
            self.node(&next, &mut view, &mut pending);
        }
        view.is_cut |= self.left == 0;
        view
    }

    fn tree(&self, unit: UnitId) -> Option<&'a Tree> {
        self.all.trees.get(unit.0 as usize)
    }

    fn node(&mut self, next: &Pending, view: &mut View, pending: &mut Vec<Pending>) {
        let Context { unit, instance, .. } = self.contexts[next.context];
        let Some(tree) = self.tree(unit) else { return };
        let item = tree.item(next.item);
        let Some(element) = item.element.of(self.all.files) else { return };
        let target = target(self.all.project, unit, &element.name);
        let button = self.buttons.get(&(unit, next.item)).copied();
        let id = view.push(self.view_node(unit, instance, item, element, next.parent));
        if let Some(button) = button.filter(|_| !self.holds_button(target, next)) {
            let scope = Scope { instance, frame: item.frame };
            let known = self.known.get(button).and_then(AuthButton::single_scope);
            view.ask(id, button, known.or_else(|| self.asked(unit, item, scope)));
            return;
        }
        match target {
            Target::Component(component) if self.has_place(next.context, component) => {
                let scope = Scope { instance, frame: item.frame };
                let used = InstanceId(self.instances.len() as u32);
                self.instances.push(Instance { unit: component, tag: Some((item.element, scope)) });
                view.own(used, id);
                let depth = self.contexts[next.context].depth + 1;
                self.contexts.push(Context {
                    unit: component,
                    instance: used,
                    tag: Some((next.context, next.item)),
                    filled: BTreeMap::new(),
                    depth,
                });
                self.roots(self.contexts.len() - 1, Some(id), pending);
            }
            Target::Native if element.name == "slot" => {
                self.slot(next, element, (view, id), pending)
            }
            _ => self.children(next.context, next.item, id, pending, |_| true),
        }
    }

    /// The scope that the auth button `item` asks for in one use of its unit, by its tag.
    fn asked(&self, unit: UnitId, item: &Item, scope: Scope) -> Option<&'static str> {
        let Expanded { files, frames, kept, .. } = self.all;
        let names = Names { files, frames, instances: self.instances, kept };
        let tag = tag::read(&names, unit, item.element, scope)?;
        single_scope(tag.scope.as_ref())
    }

    /// Whether an auth button is a component with a button that is looked at in its own place.
    fn holds_button(&self, target: Target<'_>, next: &Pending) -> bool {
        match target {
            Target::Component(component) => {
                self.marks.units.contains(&component) && self.has_place(next.context, component)
            }
            Target::Native | Target::Unread(_) => false,
        }
    }

    /// Whether a component may be entered: it is not around itself, nor nested too deeply.
    fn has_place(&self, context: usize, component: UnitId) -> bool {
        let around = std::iter::successors(Some(context), |at| {
            self.contexts[*at].tag.map(|(outer, _)| outer)
        });
        self.contexts[context].depth < DEPTH
            && around.into_iter().all(|at| self.contexts[at].unit != component)
    }

    /// Puts what fills a slot before everything that is pending, or what it holds itself.
    fn slot(
        &mut self,
        next: &Pending,
        element: &Element,
        (view, id): (&mut View, ViewId),
        pending: &mut Vec<Pending>,
    ) {
        let name = text(element, "name");
        let first = pending.len();
        let outer = self.contexts[next.context].tag;
        let may_fill = outer.is_none() || self.may_fill(next.context, name);
        view.is_cut |= !may_fill;
        if let Some((outer, tag)) = outer.filter(|_| may_fill) {
            let files = self.all.files;
            self.children(outer, tag, id, pending, |item| {
                item.element.of(files).is_some_and(|it| text(it, "slot") == name)
            });
        }
        if pending.len() == first {
            self.children(next.context, next.item, id, pending, |_| true);
        }
    }

    /// Whether the slot `name` may be filled, and that it is.
    fn may_fill(&mut self, context: usize, name: &str) -> bool {
        let times = self.contexts[context].filled.entry(name.to_owned()).or_default();
        let is_again = *times > 0;
        if is_again && (*times >= SLOTS || self.again >= AGAIN) {
            return false;
        }
        *times += 1;
        self.again += usize::from(is_again);
        true
    }

    fn roots(&mut self, context: usize, parent: Option<ViewId>, pending: &mut Vec<Pending>) {
        let first = pending.len();
        let Some(tree) = self.tree(self.contexts[context].unit) else { return };
        self.siblings(context, (0, tree.items.len()), parent, pending, |_| true);
        pending[first..].reverse();
    }

    fn children(
        &mut self,
        context: usize,
        item: ItemId,
        parent: ViewId,
        pending: &mut Vec<Pending>,
        is_wanted: impl Fn(&Item) -> bool,
    ) {
        let first = pending.len();
        let Some(tree) = self.tree(self.contexts[context].unit) else { return };
        let range = (item.index() + 1, tree.item(item).end.index());
        self.siblings(context, range, Some(parent), pending, is_wanted);
        pending[first..].reverse();
    }

    /// The items from `start` to `end` that are not inside each other and lead to a button.
    fn siblings(
        &mut self,
        context: usize,
        (start, end): (usize, usize),
        parent: Option<ViewId>,
        pending: &mut Vec<Pending>,
        is_wanted: impl Fn(&Item) -> bool,
    ) {
        let Some(tree) = self.tree(self.contexts[context].unit) else { return };
        let mut at = start;
        while let Some(item) = tree.items.get(at).filter(|_| at < end && self.left > 0) {
            self.left -= 1;
            let id = ItemId(at as u32);
            if item.is_rendered && is_wanted(item) && self.leads_to_button(context, id) {
                pending.push(Pending { context, item: id, parent });
            }
            at = item.end.index().max(at + 1);
        }
    }

    /// Whether there is a button below an item, also in what fills a slot there.
    fn leads_to_button(&self, context: usize, item: ItemId) -> bool {
        let has = |marked: &BTreeMap<UnitId, BTreeSet<ItemId>>, unit: &UnitId, item: &ItemId| {
            marked.get(unit).is_some_and(|items| items.contains(item))
        };
        let mut at = (context, item);
        loop {
            let Context { unit, tag, .. } = &self.contexts[at.0];
            if has(&self.marks.to_button, unit, &at.1) {
                return true;
            }
            match tag {
                Some(outer) if has(&self.marks.to_slot, unit, &at.1) => at = *outer,
                _ => return false,
            }
        }
    }

    fn view_node(
        &self,
        unit: UnitId,
        instance: InstanceId,
        item: &Item,
        element: &Element,
        parent: Option<ViewId>,
    ) -> ViewNode {
        let Expanded { files, project, frames, kept, .. } = self.all;
        let names = Names { files, frames, instances: self.instances, kept };
        let scope = Scope { instance, frame: item.frame };
        let opened = match &*element.name {
            "button" => None,
            _ => modal::opened(&names, project, unit, (item.element, element), scope),
        };
        let tree = self.tree(unit);
        let mut guards = tree.map(|it| guards(&names, it, instance, item)).unwrap_or_default();
        guards.extend(tree.and_then(|it| chosen(&names, it, instance, item)));
        guards.extend(hidden(&names, item.element.file, element, scope));
        if let Some(Opened::When(term)) = &opened {
            guards.push((term.clone(), true));
        }
        let is_conditional = !guards.is_empty();
        let is_transparent = match target(project, unit, &element.name) {
            Target::Native => {
                matches!(&*element.name, "block" | "template" | "include" | "slot" | "component")
            }
            Target::Component(_) => true,
            Target::Unread(_) => false,
        };
        ViewNode {
            parent,
            element: item.element,
            unit,
            instance,
            guards,
            disabled: disabled(&names, item.element.file, element, scope),
            looks: looks::looks(&names, (item.element.file, element), scope, is_conditional),
            modal: opened,
            is_transparent,
        }
    }
}

/// The conditions of an item's `a:if` chain.
pub(super) fn guards(
    names: &Names<'_>,
    tree: &Tree,
    instance: InstanceId,
    item: &Item,
) -> Vec<Guard> {
    let guard = |condition: &Condition, holds: bool| {
        let scope = Scope { instance, frame: condition.frame };
        let spot = Spot { file: condition.file, expr: condition.expr?, scope };
        Some((term::of_expr(names, spot), holds))
    };
    let (before, own) = tree.conditions(item);
    let before = before.iter().rev().take(CHAIN).filter_map(|it| guard(it, false));
    before.chain(own.and_then(|it| guard(it, true))).collect()
}

/// That a computed `is` has the name of the template from which `item` comes.
fn chosen(names: &Names<'_>, tree: &Tree, instance: InstanceId, item: &Item) -> Option<Guard> {
    let used = tree.item(item.parent?);
    let tag = used.element.of(names.files).filter(|tag| tag.name == "template")?;
    let is = tag.attribute("is")?.value.as_ref().filter(|is| is.literal().is_none())?;
    let scope = Scope { instance, frame: used.frame };
    let term = term::of_value(names, used.element.file, is, scope)?;
    let template = names.files.get(item.element.file.index())?.template()?;
    let body = template.nodes.get(item.element.node.0 as usize)?.parent?;
    let name = Literal::Text(text(template.element(body)?, "name").to_owned());
    Some((Term::Equal(Box::new(term), Box::new(Term::Literal(name))), true))
}

/// The condition that `hidden` is: it must not hold.
pub(super) fn hidden(
    names: &Names<'_>,
    file: FileId,
    element: &Element,
    scope: Scope,
) -> Option<Guard> {
    let attribute = element.attribute("hidden")?;
    let literal = |value: &Value| value.literal().map(|text| Literal::Text(text.to_owned()));
    let term = match &attribute.value {
        None => Term::Literal(Literal::Bool(true)),
        Some(value) => term::of_value(names, file, value, scope)
            .or_else(|| literal(value).map(Term::Literal))?,
    };
    Some((term, false))
}

/// The expression that disables an element.
fn disabled(names: &Names<'_>, file: FileId, element: &Element, scope: Scope) -> Option<Term> {
    let value = element.attribute("disabled")?.value.as_ref()?;
    term::of_value(names, file, value, scope)
}

fn text<'a>(element: &'a Element, name: &str) -> &'a str {
    let value = element.attribute(name).and_then(|it| it.value.as_ref()?.literal());
    value.unwrap_or_default()
}
