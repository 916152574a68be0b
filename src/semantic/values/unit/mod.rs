//! Units among each other: pages, the components they render, props and refs.

pub(super) mod extended;
pub(super) mod handed;
pub(super) mod mixin;
pub(super) mod props;
pub(super) mod register;
pub(super) mod uncalled;
pub(super) mod wrapper;

use std::collections::{BTreeMap, BTreeSet};

use crate::platform::is_hook;
use crate::project::{Project, UnitId, UnitKind};
use crate::semantic::markup::{Given, Markup};
use crate::semantic::symbols::Symbol;
use crate::semantic::values::{CallId, Container, Node, Token};
use crate::syntax::File;

use super::solve::{Solver, Watch};

/// Who renders whom.
#[derive(Debug, Default)]
pub(in crate::semantic::values) struct Family {
    children: BTreeMap<UnitId, Vec<UnitId>>,
    parents: BTreeMap<UnitId, Vec<UnitId>>,
    /// The components that a method is given, by the unit and the method's name (`ref`).
    pub(in crate::semantic::values) refs: BTreeMap<(UnitId, Symbol), Vec<UnitId>>,
    /// The functions that templates name.
    named: BTreeSet<(UnitId, Symbol)>,
    /// The units whose templates name functions that are not known.
    open: BTreeSet<UnitId>,
    /// What members of units are bound to, and their `this`.
    pub(in crate::semantic::values) bound: Vec<(Node, Node, UnitId)>,
}

impl Solver<'_> {
    /// Gives every unit its `props`, `data` and `$page`, and its props the parents' handlers.
    pub(in crate::semantic::values) fn start_units(&mut self, markup: &Markup) {
        for (id, _) in self.project.units() {
            let this = self.token(Token::Unit(id));
            for (name, token) in [("data", Token::Data(id)), ("props", Token::Props(id))] {
                let key = self.symbol(name);
                let node = self.property(this, key);
                self.add_token(node, token);
            }
        }
        for render in &markup.renders {
            self.family.children.entry(render.unit).or_default().push(render.child);
            self.family.parents.entry(render.child).or_default().push(render.unit);
            let props = self.token(Token::Props(render.child));
            for (name, given) in &render.properties {
                let key = self.symbol(name);
                match given {
                    Given::Functions(binding) => {
                        let node = self.property(props, key);
                        for (function, _) in &binding.functions {
                            let function = self.symbol(function);
                            self.add_token(node, Token::Handler(render.unit, function));
                        }
                    }
                    Given::Value(value, _) if name == "ref" => {
                        for text in value.constants.iter().flat_map(|constant| &constant.texts) {
                            let function = self.symbol(text);
                            let refs = self.family.refs.entry((render.unit, function)).or_default();
                            refs.push(render.child);
                        }
                    }
                    Given::Value(..) => {}
                }
            }
        }
        for handler in &markup.handlers {
            for (function, _) in &handler.functions {
                let function = self.symbol(function);
                if self.family.named.insert((handler.unit, function)) {
                    self.expect_own(handler.unit, function);
                }
            }
            if handler.is_unknown {
                self.family.open.insert(handler.unit);
            }
        }
        self.give_properties(markup);
        self.start_pages();
    }

    /// A function that a program gives the running unit itself, as `onLoad` does with
    /// `this.onTap = debounce(…)`, is one that the host calls if a template names it.
    fn expect_own(&mut self, unit: UnitId, name: Symbol) {
        let container = match self.project.unit(unit).kind {
            UnitKind::App => return,
            UnitKind::Page => Container::Page,
            UnitKind::Component => Container::Methods,
        };
        let this = self.token(Token::Unit(unit));
        let own = self.property(this, name);
        self.watch(own, Watch::Member { unit, container, name });
    }

    /// Whether the host may call the member `name` of `unit` with an event: a hook, or what its
    /// template names or may name.
    pub(in crate::semantic::values) fn hears_events(&self, unit: UnitId, name: Symbol) -> bool {
        let text = self.values.symbols.text(name);
        self.project.unit(unit).template.is_none()
            || is_hook(text)
            || self.family.open.contains(&unit)
            || self.family.named.contains(&(unit, name))
    }

    /// `this.$page` of a component is every page that renders it, however deep.
    fn start_pages(&mut self) {
        let key = self.symbol("$page");
        for (id, unit) in self.project.units() {
            if unit.kind != UnitKind::Page {
                continue;
            }
            let mut seen = BTreeSet::from([id]);
            let mut work = vec![id];
            while let Some(unit) = work.pop() {
                for child in self.children_of(unit) {
                    if seen.insert(child) {
                        work.push(child);
                        let this = self.token(Token::Unit(child));
                        let node = self.property(this, key);
                        self.add_token(node, Token::Unit(id));
                    }
                }
            }
        }
    }

    /// The components that `unit` renders.
    pub(in crate::semantic::values) fn children_of(&self, unit: UnitId) -> Vec<UnitId> {
        self.family.children.get(&unit).cloned().unwrap_or_default()
    }

    /// The units that render `unit`.
    pub(in crate::semantic::values) fn parents_of(&self, unit: UnitId) -> Vec<UnitId> {
        self.family.parents.get(&unit).cloned().unwrap_or_default()
    }

    /// The host calls `callback`, which `call` registers at `path`, whenever it likes.
    pub(in crate::semantic::values) fn launch_callback(
        &mut self,
        call: CallId,
        path: Symbol,
        callback: Node,
    ) {
        self.values.callbacks.push((call, path, callback));
    }
}

/// The units whose script each file is.
pub(in crate::semantic::values) fn units_of_file(
    files: &[File],
    project: &Project,
) -> Vec<Vec<UnitId>> {
    let mut units = vec![Vec::new(); files.len()];
    for (id, unit) in project.units() {
        if let Some(script) = unit.script {
            units[script.index()].push(id);
        }
    }
    units
}
