//! Registrations through code that cannot be followed: `aPage({…})`, bundlers' modules.
//!
//! A unit's script registers it, so where no call of `App`, `Page` or `Component` was found, the
//! object that carries the unit's hooks or `methods`, or is handed to code that was not read where the script
//! is loaded, is what it is registered with. Such code may add members, so that the list of
//! members is not taken for complete.

use super::InstanceId;
use super::register::Container;
use super::solve::{Solver, Watch};
use crate::platform::{Entry, Owner, hook};
use crate::project::{UnitId, UnitKind};
use crate::syntax::script::{ExprId, ExprKind, Key, MODULE, Property, Script};

impl Solver<'_> {
    /// Registers the units that nothing registers with the objects of their scripts; whether
    /// there are any.
    pub(super) fn register_wrapped(&mut self) -> bool {
        let units: Vec<_> =
            self.project.units().map(|(id, unit)| (id, unit.kind, unit.script)).collect();
        let mut found = false;
        for (id, kind, script) in units {
            let Some(file) = script.filter(|_| !self.values.registrations.contains_key(&id)) else {
                continue;
            };
            let Some(base) = self.values.base(file) else { continue };
            for options in self.candidates(base, kind) {
                self.watch_registration(id, kind, base, options);
                found = true;
            }
        }
        found
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
        self.watch(node, Watch::Register { unit, container });
        if kind == UnitKind::Page {
            let property = self.symbol("methods");
            let methods = self.grow(1);
            self.watch(node, Watch::Load { property, into: methods });
            self.watch(methods, Watch::Register { unit, container: Container::Methods });
        }
        self.values.registered.insert(unit, false);
    }

    /// The object literals of a script that can be what its unit is registered with.
    fn candidates(&self, base: InstanceId, kind: UnitKind) -> Vec<ExprId> {
        let Some(script) = self.script(base) else { return Vec::new() };
        let all = |is_wanted: &dyn Fn(&ExprKind) -> bool| -> Vec<ExprId> {
            let wanted = script.exprs().filter(|(_, expr)| is_wanted(&expr.kind));
            wanted.map(|(id, _)| id).collect()
        };
        let mut candidates = all(&|it| has_hook(script, it, kind));
        if candidates.is_empty() && kind != UnitKind::App {
            candidates = all(&|it| has_methods(script, it));
        }
        if candidates.is_empty() {
            candidates = self.handed_over(base, script);
        }
        candidates
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

/// Whether an object literal has an object literal of functions as its `methods`.
fn has_methods(script: &Script, kind: &ExprKind) -> bool {
    members(kind).any(|property| match property {
        Property::Value { key: Key::Name(name, _), value } => {
            script.name(*name) == "methods" && has_function(script, script.kind(*value))
        }
        _ => false,
    })
}

/// Whether an object literal has a function that the host calls when the unit opens.
fn has_hook(script: &Script, kind: &ExprKind, unit: UnitKind) -> bool {
    let owner = match unit {
        UnitKind::App => Owner::App,
        UnitKind::Page => Owner::Page,
        UnitKind::Component => Owner::Component,
    };
    members(kind).any(|property| match property {
        Property::Value { key: Key::Name(name, _), value } => {
            let is_start =
                hook(owner, script.name(*name)).is_some_and(|it| it.entry == Entry::Start);
            is_start && matches!(script.kind(*value), ExprKind::Function(_))
        }
        _ => false,
    })
}
