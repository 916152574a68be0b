//! Getters and setters: which names have them, and the calls that reads and writes become.

use std::collections::BTreeSet;

use crate::semantic::symbols::Symbol;
use crate::semantic::values::solve::{Solver, This, Watch};
use crate::semantic::values::{Arguments, CallId, CallKind, Node, TokenId};
use crate::syntax::script::{Call, ExprKind, Key, Name, Property, Script};

/// Functions that take a name and what it gets or how.
const DEFINING: [&str; 3] = ["defineProperty", "__defineGetter__", "__defineSetter__"];

/// The names of members that `script` may define accessors for: those of literals and classes,
/// those handed to `Object.defineProperty` and the like, and those of descriptors.
pub(in crate::semantic::values) fn accessors(script: &Script) -> BTreeSet<Name> {
    let mut names = BTreeSet::new();
    let members = script.classes.iter().flat_map(|class| &class.members);
    for member in members {
        add_property(script, &member.property, &mut names);
    }
    for expr in &script.exprs {
        match &expr.kind {
            ExprKind::Object(properties) => {
                properties.iter().for_each(|it| add_property(script, it, &mut names));
                if is_descriptor(script, properties) {
                    names.extend(properties.iter().filter_map(|it| named(script, it)));
                }
            }
            ExprKind::Call(call) => names.extend(defined(script, call)),
            _ => {}
        }
    }
    names
}

fn add_property(script: &Script, property: &Property, names: &mut BTreeSet<Name>) {
    match property {
        Property::Getter { key: Key::Name(name, _), .. }
        | Property::Setter { key: Key::Name(name, _), .. } => {
            names.insert(*name);
        }
        Property::Value { key: Key::Name(name, _), value } => {
            if let ExprKind::Object(properties) = script.kind(*value)
                && is_descriptor(script, properties)
            {
                names.insert(*name);
            }
        }
        _ => {}
    }
}

/// Whether an object has `get` or `set`, as a descriptor of a property does.
fn is_descriptor(script: &Script, properties: &[Property]) -> bool {
    properties.iter().any(|property| match property {
        Property::Value { key: Key::Name(name, _), .. } => {
            matches!(script.name(*name), "get" | "set")
        }
        _ => false,
    })
}

/// The name in `key: 'name'`.
fn named(script: &Script, property: &Property) -> Option<Name> {
    let Property::Value { key: Key::Name(key, _), value } = property else { return None };
    match script.kind(*value) {
        ExprKind::String(name) if script.name(*key) == "key" => Some(*name),
        _ => None,
    }
}

/// The name that a call defines a member by.
fn defined(script: &Script, call: &Call) -> Option<Name> {
    let ExprKind::Member { property, .. } = script.kind(call.callee) else { return None };
    if !DEFINING.contains(&script.name(*property)) {
        return None;
    }
    let named = |at: usize| match script.kind(call.arguments.get(at)?.value) {
        ExprKind::String(name) => Some(*name),
        _ => None,
    };
    named(0).or_else(|| named(1))
}

impl Solver<'_> {
    /// Reading `token.key` into `into` may run a getter.
    pub(in crate::semantic::values) fn run_getter(
        &mut self,
        token: TokenId,
        key: Symbol,
        into: Node,
    ) {
        if !self.accessors.contains(&key) || !self.accessed.insert((token, key, into)) {
            return;
        }
        let getter = self.values.symbols.accessor(key, false);
        let getters = self.grow(1);
        self.load(token, getter, getters);
        let place = self.places.get(&into).copied().unwrap_or(into);
        if let Some(call) = self.accessor_call(place, [].into(), into) {
            self.watch(getters, Watch::Call { call, this: This::Token(token) });
        }
    }

    /// Writing `from` to `token.key` may run a setter.
    pub(in crate::semantic::values) fn run_setter(
        &mut self,
        token: TokenId,
        key: Symbol,
        from: Node,
    ) {
        if !self.accessors.contains(&key) {
            return;
        }
        let setter = self.values.symbols.accessor(key, true);
        let setters = self.grow(1);
        self.load(token, setter, setters);
        let result = self.grow(1);
        if let Some(call) = self.accessor_call(from, [(from, false)].into(), result) {
            self.watch(setters, Watch::Call { call, this: This::Token(token) });
        }
    }

    /// The call of a getter or setter by the expression at `place`; `None` outside the program's text.
    fn accessor_call(&mut self, place: Node, arguments: Arguments, result: Node) -> Option<CallId> {
        let (instance, expr) = self.values.place(place)?;
        let script = self.script(instance)?;
        let call = self.call_site(instance, script, expr, CallKind::Accessor, arguments);
        let site = &mut self.values.calls[call.0 as usize];
        site.result = result;
        site.is_resolved = true;
        Some(call)
    }
}
