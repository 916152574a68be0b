//! Reads of variables, parameters and members.

use crate::semantic::values::{self, FunctionNode};
use crate::syntax::script::{
    Binary, BindingId, BindingKind, ExprId, ExprKind, Logical, Property, Script,
};

use super::{At, Composer, DEEPEST, Text};

/// What is known of an argument.
pub(super) enum Argued<'f> {
    /// Where it stands.
    Given(At<'f>),
    /// The call hands over fewer.
    Missing,
    /// Nothing.
    Open,
}

impl<'a> Composer<'a> {
    /// What a variable holds where it is read: what was surely written last, else all that is
    /// written to it.
    pub(super) fn variable(
        &mut self,
        script: &'a Script,
        at: At<'_>,
        binding: BindingId,
        depth: u32,
    ) -> Vec<Text> {
        let here = |expr| At { expr, ..at };
        let held = script.held_at(at.expr);
        if let Some(held) = held.or_else(|| script.last_written(at.expr, &|_| None)) {
            return self.look(here(held), depth);
        }
        let declared = script.binding(binding);
        let is_fixed = matches!(declared.kind, BindingKind::Const | BindingKind::Param);
        if self.is_strict && !(is_fixed && declared.writes.len() == 1) {
            return vec![Text::unknown()];
        }
        // What is read on the way to what is written, as in `url += query`, is what it was before.
        let variable = (at.instance, binding);
        let is_open = self.open.contains(&variable);
        let mut behind = self.origins.behind_variable(script, at.instance, binding);
        behind.retain(|it| !(is_open && it.0 == at.instance && is_added(script, binding, it.1)));
        if behind.is_empty() {
            return self.followed(script, at);
        }
        self.open.push(variable);
        let mut all = Vec::new();
        for values::At(instance, expr) in behind {
            all.extend(self.look(At { instance, expr, ..at }, depth));
        }
        self.open.pop();
        all
    }

    /// The values of the member `name` of what stands at `at`, as they are written.
    pub(super) fn members<'f>(&mut self, at: At<'f>, name: &str, depth: u32) -> Vec<At<'f>> {
        let (Some(depth), Some(script)) = (depth.checked_sub(1), self.script(at)) else {
            return Vec::new();
        };
        match script.kind(at.expr) {
            ExprKind::Object(members) => {
                if let Some(expr) = script.member_value(members, name) {
                    return vec![At { expr, ..at }];
                }
                let spreads = members.iter().rev().filter_map(|member| match member {
                    Property::Spread(value) => Some(*value),
                    _ => None,
                });
                let mut found = spreads.map(|expr| self.members(At { expr, ..at }, name, depth));
                return found.find(|it| !it.is_empty()).unwrap_or_default();
            }
            ExprKind::Logical { operator: Logical::Nullish | Logical::Or, left, .. } => {
                let found = self.members(At { expr: *left, ..at }, name, depth);
                if !found.is_empty() {
                    return found;
                }
            }
            ExprKind::Binding(binding) => {
                let kind = script.binding(*binding).kind;
                // Nothing writes to an enum.
                let is_kept = matches!(kind, BindingKind::Param | BindingKind::Class);
                let value = script.only_value(*binding).filter(|_| is_kept || !self.is_strict);
                if let Some(value) = value {
                    return self.members(At { expr: value, ..at }, name, depth);
                }
            }
            ExprKind::Param(position) => {
                if let Argued::Given(given) = self.argument(script, at, *position) {
                    return self.members(given, name, depth);
                }
            }
            _ => {}
        }
        if self.is_strict {
            return Vec::new();
        }
        let node = self.origins.values.value(at.instance, script, at.expr);
        let objects = node.map(|node| self.origins.values.of(node)).unwrap_or_default();
        let found = objects.into_iter().flat_map(|object| self.origins.member(object, name));
        found.map(|values::At(instance, expr)| At { instance, expr, frames: &[] }).collect()
    }

    pub(super) fn look_member(&mut self, at: At<'_>, name: &str, depth: u32) -> Vec<Text> {
        let mut all = Vec::new();
        for value in self.members(at, name, depth) {
            all.extend(self.look(value, depth));
        }
        match all.is_empty() {
            true => vec![Text::unknown()],
            false => all,
        }
    }

    /// The texts at `found`, else what is known of `at`.
    pub(super) fn first_known(
        &mut self,
        script: &'a Script,
        at: At<'_>,
        found: Vec<At<'_>>,
        depth: u32,
    ) -> Vec<Text> {
        if found.is_empty() {
            return self.followed(script, at);
        }
        found.into_iter().flat_map(|it| self.look(it, depth)).collect()
    }

    /// What the call that runs the function of a parameter hands over.
    pub(super) fn argument<'f>(
        &mut self,
        script: &Script,
        at: At<'f>,
        position: u32,
    ) -> Argued<'f> {
        let values = self.origins.values;
        let function = script.expr(at.expr).function;
        let Some(copy) = values.holder(at.instance, function) else { return Argued::Open };
        let node = values.instance(copy).function(function);
        let framed = at.frames.iter().position(|(to, _)| *to == node);
        let (by, frames) = match framed {
            Some(framed) => (at.frames[framed].1, &at.frames[framed + 1..]),
            None if values.instance(copy).root == function => match values.instance(copy).call {
                Some(by) => (by, at.frames),
                None => return self.open(node),
            },
            None => return self.open(node),
        };
        match self.origins.handed(by, position) {
            Some(Some(values::At(instance, expr))) => Argued::Given(At { instance, expr, frames }),
            Some(None) => Argued::Missing,
            None => Argued::Open,
        }
    }

    fn open<'f>(&mut self, function: FunctionNode) -> Argued<'f> {
        self.handed.get_or_insert(function);
        Argued::Open
    }
}

/// Whether `value` is what the variable was with something behind it.
fn is_added(script: &Script, binding: BindingId, value: ExprId) -> bool {
    let mut at = value;
    for _ in 0..DEEPEST {
        match script.kind(at) {
            ExprKind::Binary { operator: Binary::Add, left, .. } => at = *left,
            ExprKind::Binding(it) => return *it == binding && at != value,
            _ => return false,
        }
    }
    false
}
