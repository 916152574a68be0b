//! Registrations through code that cannot be followed: `aPage({…})`, bundlers' modules.
//!
//! A unit's script registers it, so where no call of `App`, `Page` or `Component` was found, the
//! object that carries the unit's hooks or `methods`, or is handed to code that was not read where the script
//! is loaded, is what it is registered with. Such code may add members, so that the list of
//! members is not taken for complete.

use crate::platform::{Entry, Owner, hook};
use crate::project::{Resolution, UnitId, UnitKind};
use crate::semantic::values::InstanceId;
use crate::semantic::values::solve::{Solver, Watch};
use crate::source::FileId;
use crate::syntax::script::{ExprId, ExprKind, Key, MODULE, Property, Script};

use super::register::{Container, Registration};

/// Objects that are put together are looked into no deeper than this.
const DEEPEST: u32 = 12;

impl Solver<'_> {
    /// Registers the units that nothing registers with the objects of their scripts; whether
    /// there are any.
    pub(in crate::semantic::values) fn register_wrapped(&mut self) -> bool {
        let units: Vec<_> =
            self.project.units().map(|(id, unit)| (id, unit.kind, unit.script)).collect();
        let mut found = false;
        for (id, kind, script) in units {
            let Some(file) = script.filter(|_| !self.values.registrations.contains_key(&id)) else {
                continue;
            };
            for (base, options) in self.options_of(file, kind) {
                self.watch_registration(id, kind, base, options);
                found = true;
            }
        }
        found
    }

    /// The object literals that a unit with the script `file` can be registered with. The script
    /// of an app may do no more than load the one that has them, as in builds of uni-app.
    fn options_of(&self, file: FileId, kind: UnitKind) -> Vec<(InstanceId, ExprId)> {
        let own = self.values.base(file).into_iter();
        let own: Vec<_> = own.flat_map(|base| with(base, self.candidates(base, kind))).collect();
        if !own.is_empty() || kind != UnitKind::App {
            return own;
        }
        let from = (file, String::new());
        let imported = self.project.modules.range(from..).take_while(|(from, _)| from.0 == file);
        let files = imported.filter_map(|(_, to)| match to {
            Resolution::File(to) if !self.project.is_library(*to) => self.values.base(*to),
            _ => None,
        });
        files.flat_map(|base| with(base, self.with_hooks(base, Owner::App))).collect()
    }

    fn watch_registration(
        &mut self,
        unit: UnitId,
        kind: UnitKind,
        base: InstanceId,
        options: ExprId,
    ) {
        let node = self.expr_node(base, options);
        let container = match kind {
            UnitKind::App => Container::App,
            UnitKind::Page => Container::Page,
            UnitKind::Component => Container::Component,
        };
        self.watch(node, Watch::Register(Registration::new(unit, container)));
        if kind != UnitKind::Component {
            let property = self.symbol("methods");
            let methods = self.grow(1);
            self.watch(node, Watch::Load { property, into: methods });
            let methods_of = Registration::new(unit, Container::Methods);
            self.watch(methods, Watch::Register(methods_of));
        }
        self.values.registered.insert(unit, false);
        self.values.wrapped.insert(unit);
    }

    /// The object literals of a script that can be what its unit is registered with.
    fn candidates(&self, base: InstanceId, kind: UnitKind) -> Vec<ExprId> {
        let Some(script) = self.script(base) else { return Vec::new() };
        let owner = match kind {
            UnitKind::App => Owner::App,
            UnitKind::Page => Owner::Page,
            UnitKind::Component => Owner::Component,
        };
        let mut candidates = self.with_hooks(base, owner);
        if candidates.is_empty() && kind != UnitKind::App {
            let wanted = script.exprs().filter(|(_, expr)| has_methods(script, &expr.kind));
            candidates = wanted.map(|(id, _)| id).collect();
        }
        if candidates.is_empty() {
            candidates = self.with_hooks(base, Owner::Framework);
        }
        if candidates.is_empty() {
            candidates = self.handed_over(base, script);
        }
        candidates
    }

    /// The object literals of a script with a function that runs when the unit opens.
    fn with_hooks(&self, base: InstanceId, owner: Owner) -> Vec<ExprId> {
        let Some(script) = self.script(base) else { return Vec::new() };
        let wanted = script.exprs().filter(|(_, expr)| has_hook(script, &expr.kind, owner));
        wanted.map(|(id, _)| id).collect()
    }

    /// The object literals with functions that the top level hands to code that was not read.
    fn handed_over(&self, base: InstanceId, script: &Script) -> Vec<ExprId> {
        let unread = self.values.host_calls.iter().filter(|host| host.is_unread());
        let calls = unread
            .map(|host| self.values.call(host.call))
            .filter(|site| site.instance == base && script.expr(site.expr).function == MODULE);
        let mut found = Vec::new();
        for site in calls {
            let ExprKind::Call(call) = script.kind(site.expr) else { continue };
            for argument in &call.arguments {
                if has_function(script, script.kind(argument.value))
                    && !found.contains(&argument.value)
                {
                    found.push(argument.value);
                }
            }
        }
        found
    }
}

/// Each of `options` with the script it stands in.
fn with(base: InstanceId, options: Vec<ExprId>) -> impl Iterator<Item = (InstanceId, ExprId)> {
    options.into_iter().map(move |options| (base, options))
}

fn members(kind: &ExprKind) -> impl Iterator<Item = &Property> {
    let properties = match kind {
        ExprKind::Object(properties) => &**properties,
        _ => &[],
    };
    properties.iter()
}

fn has_function(script: &Script, kind: &ExprKind) -> bool {
    members(kind).any(|property| match property {
        Property::Value { value, .. } => matches!(script.kind(*value), ExprKind::Function(_)),
        _ => false,
    })
}

/// Whether `expr` is an object literal with functions, or is put together out of such.
fn holds_function(script: &Script, expr: ExprId, depth: u32) -> bool {
    let Some(depth) = depth.checked_sub(1) else { return false };
    match script.kind(expr) {
        ExprKind::Call(call) if script.is_assign(call) => {
            let mut parts = call.arguments.iter().map(|argument| argument.value);
            parts.any(|part| holds_function(script, part, depth))
        }
        kind => has_function(script, kind),
    }
}

/// Whether an object literal has an object of functions as its `methods`.
fn has_methods(script: &Script, kind: &ExprKind) -> bool {
    members(kind).any(|property| match property {
        Property::Value { key: Key::Name(name, _), value } => {
            script.name(*name) == "methods" && holds_function(script, *value, DEEPEST)
        }
        _ => false,
    })
}

/// Whether an object literal has a function that `owner` runs when the unit opens.
fn has_hook(script: &Script, kind: &ExprKind, owner: Owner) -> bool {
    members(kind).any(|property| match property {
        Property::Value { key: Key::Name(name, _), value } => {
            let is_start =
                hook(owner, script.name(*name)).is_some_and(|it| it.entry == Entry::Start);
            is_start && matches!(script.kind(*value), ExprKind::Function(_))
        }
        _ => false,
    })
}
