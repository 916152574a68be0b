//! Registrations: what `App`, `Page` and `Component` are given, and what `this` is inside.

use crate::project::{UnitId, UnitKind};
use crate::semantic::symbols::{Symbol, hidden};
use crate::semantic::values::builtin::function::BoundFunction;
use crate::semantic::values::instance::Instance;
use crate::semantic::values::solve::{Solver, Watch};
use crate::semantic::values::{CallId, FunctionNode, InstanceId, Node, Token, TokenId};
use crate::source::FileId;
use crate::syntax::script::{ExprKind, FunctionId, FunctionKind};

use super::mixin::Over;

/// The part of a registration that a member stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Container {
    /// `App({…})`.
    App,
    /// `Page({…})`.
    Page,
    /// `Component({…})`.
    Component,
    /// `methods` of a component or mixin.
    Methods,
    /// `lifetimes`.
    Lifetimes,
    /// `observers`.
    Observers,
    /// `events` of a page; `rootEvents` and `pageEvents` of a component.
    Events,
}

/// A function that the host can call on a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HostMember {
    /// The unit.
    pub unit: UnitId,
    /// Where it stands.
    pub container: Container,
    /// The name it is registered under.
    pub name: Symbol,
    /// The function.
    pub function: FunctionNode,
}

/// As what an object is registered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::semantic::values) struct Registration {
    pub(in crate::semantic::values) unit: UnitId,
    pub(in crate::semantic::values) container: Container,
    /// What the unit is registered with besides, and wins over it.
    pub(in crate::semantic::values) over: Over,
}

impl Registration {
    /// One that nothing wins over.
    pub(in crate::semantic::values) fn new(unit: UnitId, container: Container) -> Self {
        Self { unit, container, over: Over::default() }
    }
}

impl Solver<'_> {
    /// The unit that a registration by `call` is for: the one whose script makes the call, or
    /// calls what makes it.
    pub(in crate::semantic::values) fn unit_of_call(
        &self,
        call: CallId,
        kind: UnitKind,
    ) -> Option<UnitId> {
        let mut at = self.values.call(call).instance;
        loop {
            let instance = self.values.instance(at);
            if let Some(unit) = self.unit_of_file(instance.file, kind) {
                return Some(unit);
            }
            at = self.values.call(instance.call?).instance;
        }
    }

    /// The unit whose script is `file`; of several, one of that kind.
    fn unit_of_file(&self, file: FileId, kind: UnitKind) -> Option<UnitId> {
        let units = self.units_of_file.get(file.index())?;
        let fits = |unit: &&UnitId| self.project.unit(**unit).kind == kind;
        units.iter().find(fits).or(units.first()).copied()
    }

    /// The apps of the root that `file` is read for.
    pub(in crate::semantic::values) fn apps_of(&self, file: FileId) -> Vec<UnitId> {
        let root = self.root_of(file);
        let apps = self.project.roots.iter().filter_map(|root| Some((&root.folder, root.app?)));
        apps.filter(|(folder, _)| root.as_ref() == Some(folder)).map(|(_, app)| app).collect()
    }

    /// The pages of the root that `file` is read for.
    pub(in crate::semantic::values) fn pages_of(&self, file: FileId) -> Vec<UnitId> {
        let root = self.root_of(file);
        let roots = self.project.roots.iter().filter(|it| root.as_ref() == Some(&&it.folder));
        roots.flat_map(|root| root.pages.iter().map(|page| page.0)).collect()
    }

    /// The folder of the root that `file` is read for.
    pub(in crate::semantic::values) fn root_of(
        &self,
        file: FileId,
    ) -> Option<&crate::source::RelPath> {
        let path = &self.files[file.index()].path;
        let around = self.project.roots.iter().filter(|root| path.is_below(&root.folder));
        around.map(|root| &root.folder).max_by_key(|folder| folder.as_str().len())
    }

    /// `token` is what a unit is registered with.
    pub(in crate::semantic::values) fn register(
        &mut self,
        registration: Registration,
        token: TokenId,
    ) {
        let Registration { unit, container, over } = registration;
        let kind = self.values.token(token);
        let is_top = matches!(container, Container::App | Container::Page | Container::Component);
        match kind {
            Token::Unread | Token::Host(_) => {
                self.values.registered.insert(unit, false);
                return;
            }
            Token::Object(_) | Token::Instance(_) | Token::Exports(_) | Token::Prototype(_) => {}
            _ => return,
        }
        if !self.mixins.is_new(token, registration) {
            return;
        }
        let all = self.values.registrations.entry(unit).or_default();
        if !all.contains(&(container, kind)) {
            all.push((container, kind));
        }
        if is_top {
            self.values.registered.entry(unit).or_insert(true);
        }
        if matches!(container, Container::App | Container::Page | Container::Methods) {
            let this = self.token(Token::Unit(unit));
            let seen = self.seen_below(over, token);
            self.set_prototype(this, seen);
        }
        self.registrations.entry(token).or_default().push(registration);
        for member in self.members_of(token) {
            self.registered_member(registration, token, member);
        }
        if matches!(kind, Token::Instance(_) | Token::Prototype(_)) {
            let prototype = self.property(token, hidden::PROTO);
            self.watch(prototype, Watch::Register(registration));
        }
    }

    /// The member `key` of `token`, which is registered like this: a part of it, or a function that the
    /// host may call.
    pub(in crate::semantic::values) fn registered_member(
        &mut self,
        registration: Registration,
        token: TokenId,
        (key, node): (Symbol, Node),
    ) {
        let Registration { unit, container, .. } = registration;
        if key.0 < hidden::COUNT as u32 {
            return;
        }
        let part = match (container, self.values.symbols.text(key)) {
            (Container::Component, "methods") => Some(Container::Methods),
            (Container::Component | Container::Page, "mixins") => {
                self.take_mixins(registration, token, node);
                return;
            }
            (Container::Component, "lifetimes") => Some(Container::Lifetimes),
            (Container::Component | Container::Page, "observers") => Some(Container::Observers),
            (Container::Page, "events") => Some(Container::Events),
            (Container::Component, "rootEvents" | "pageEvents") => Some(Container::Events),
            (Container::Component | Container::Page, "data") => {
                self.share(unit, "data", Token::Data(unit), node);
                None
            }
            (Container::Component, "props") => {
                self.share(unit, "props", Token::Props(unit), node);
                return;
            }
            _ => None,
        };
        match part {
            Some(container) => {
                self.watch(node, Watch::Register(Registration { container, ..registration }));
            }
            None if self.is_replaced_member(registration, key) => {}
            None => self.watch(node, Watch::Member { unit, container, name: key }),
        }
    }

    /// `this.name` of `unit` is `token`, which begins with the members of what `node` holds.
    fn share(&mut self, unit: UnitId, name: &str, token: Token, node: Node) {
        let this = self.token(Token::Unit(unit));
        let token = self.token(token);
        let key = self.symbol(name);
        let own = self.property(this, key);
        self.add(own, token);
        self.values.properties.own(this, key);
        self.watch(node, Watch::Spread { into: token });
    }

    /// `token` is a member that the host may call.
    pub(in crate::semantic::values) fn member(
        &mut self,
        unit: UnitId,
        container: Container,
        name: Symbol,
        token: TokenId,
    ) {
        match self.values.token(token) {
            Token::Function(around, function) => {
                self.host_member(unit, container, name, (around, function), None);
            }
            Token::Bound(bound) => {
                let BoundFunction { target, this, .. } = self.values.bound[bound as usize];
                if let Token::Function(around, function) = self.values.token(target) {
                    self.host_member(unit, container, name, (around, function), this);
                    return;
                }
                let node = self.grow(1);
                self.add(node, target);
                self.watch(node, Watch::Member { unit, container, name });
            }
            _ => {}
        }
    }

    /// The host may call `function` as a member of `unit`, with `bound` as its `this` if it is given one.
    fn host_member(
        &mut self,
        unit: UnitId,
        container: Container,
        name: Symbol,
        (around, function): (InstanceId, FunctionId),
        bound: Option<Node>,
    ) {
        let Some(script) = self.script(around) else { return };
        let instance = self.copy_for_unit(unit, around, function);
        let node = self.values.instance(instance).function(function);
        let member = HostMember { unit, container, name, function: node };
        if !self.known_members.insert(member) {
            return;
        }
        self.values.host_members.push(member);
        if script.function(function).kind != FunctionKind::Arrow {
            let this = self.values.instance(instance).this(function);
            match bound {
                Some(bound) => {
                    self.edge(bound, this);
                    self.family.bound.push((bound, this, unit));
                }
                None => self.add_token(this, Token::Unit(unit)),
            }
        }
        let event = self.symbol("event");
        let hears = self.hears_events(unit, name);
        for param in &script.function(function).params {
            if let ExprKind::Param(_) = script.kind(*param) {
                let into = self.expr_node(instance, *param);
                match self.handed_by_host(unit, name, script.kind(*param)) {
                    Some(token) => self.add_token(into, token),
                    None if hears => self.add_token(into, Token::Host(event)),
                    None => {}
                }
                let refs = self.family.refs.get(&(unit, name)).cloned().unwrap_or_default();
                for child in refs {
                    self.add_token(into, Token::Unit(child));
                }
            }
        }
        if self.values.symbols.text(name) == "data" {
            let returns = self.values.instance(instance).returns(function);
            let data = self.token(Token::Data(unit));
            self.watch(returns, Watch::Spread { into: data });
        }
    }

    /// What hooks of a component are handed: its properties, and what they and its data were.
    fn handed_by_host(&self, unit: UnitId, name: Symbol, param: &ExprKind) -> Option<Token> {
        let is_component = self.project.unit(unit).kind == UnitKind::Component;
        match (self.values.symbols.text(name), param) {
            ("deriveDataFromProps" | "didUpdate", ExprKind::Param(0)) if is_component => {
                Some(Token::Props(unit))
            }
            ("didUpdate", ExprKind::Param(1)) if is_component => Some(Token::Data(unit)),
            _ => None,
        }
    }

    /// A function that several units share is copied for each, so that `this` is one unit.
    pub(in crate::semantic::values) fn copy_for_unit(
        &mut self,
        unit: UnitId,
        around: InstanceId,
        function: FunctionId,
    ) -> InstanceId {
        let first = *self.owners.entry((around, function)).or_insert(unit);
        if first == unit {
            return around;
        }
        if let Some(copy) = self.unit_copies.get(&(unit, around, function)) {
            return *copy;
        }
        let file = self.file_of(around);
        let facts = &self.facts[file.index()];
        let extent = facts.extents.get(function.0 as usize).copied().flatten();
        let Some(extent) = extent.filter(|it| !facts.is_bundle && Instance::size(it) < self.budget)
        else {
            return around;
        };
        self.budget -= Instance::size(&extent);
        let copy = self.copy(file, function, extent, Some(around), None, 0);
        self.unit_copies.insert((unit, around, function), copy);
        self.generate(copy);
        copy
    }

    /// Calls a method that the frame gives `unit`; whether there is one.
    pub(in crate::semantic::values) fn unit_method(
        &mut self,
        call: CallId,
        unit: UnitId,
        name: &str,
    ) -> bool {
        let result = self.values.call(call).result;
        match name {
            "setData" | "$spliceData" => {
                let data = self.token(Token::Data(unit));
                let arguments = self.values.call(call).arguments.clone();
                if let Some((members, false)) = arguments.first() {
                    self.watch(*members, Watch::Spread { into: data });
                }
                self.call_first_function(call, arguments.get(1).copied());
            }
            "$batchedUpdates" => {
                let callback = self.values.call(call).arguments.first().copied();
                self.call_first_function(call, callback);
            }
            "$selectComponent" | "selectComponent" => {
                for child in self.children_of(unit) {
                    self.add_token(result, Token::Unit(child));
                }
            }
            "selectOwnerComponent" => {
                for parent in self.parents_of(unit) {
                    self.add_token(result, Token::Unit(parent));
                }
            }
            _ => return false,
        }
        let path = self.symbol(&format!("this.{name}"));
        self.note_host_call(call, path);
        true
    }

    fn call_first_function(&mut self, call: CallId, callback: Option<(Node, bool)>) {
        if let Some((callback, false)) = callback {
            self.call_back(call, crate::semantic::values::CallKind::Standard, callback, Vec::new());
        }
    }
}
