//! Members that carry a credential from where an object is made to where it is read: `url` of
//! `request({ url: '/login?code=' + code })`.

use crate::semantic::values::{InstanceId, Node, Token};
use crate::syntax::script::{ExprId, ExprKind, Key, Name, Property, Script};

use super::defaulted::parameter_value;
use super::{Credentials, Looked, first};

impl Credentials<'_> {
    /// What is looked for in the member `key` of what `expr` is.
    pub(in crate::semantic) fn look_member(
        &self,
        instance: InstanceId,
        expr: ExprId,
        key: &str,
        steps: &mut u32,
    ) -> Vec<Looked> {
        let Some(left) = steps.checked_sub(1) else { return Vec::new() };
        *steps = left;
        let Some(script) = self.script(instance) else { return Vec::new() };
        let mut all = |of: &[ExprId]| {
            first(of.iter().map(|part| self.look_member(instance, *part, key, steps)))
        };
        match script.kind(expr) {
            ExprKind::Object(members) => self.look_literal(instance, script, members, key, steps),
            ExprKind::Conditional { yes, no, .. } => all(&[*yes, *no]),
            ExprKind::Logical { left, right, .. } => all(&[*left, *right]),
            ExprKind::Assign { value, .. } => all(&[*value]),
            // The last wins.
            ExprKind::Call(call) if script.is_assign(call) => {
                let sources = call.arguments.iter().rev().map(|argument| argument.value);
                all(&sources.collect::<Vec<_>>())
            }
            ExprKind::Call(_) => {
                let look = |at, it, steps: &mut u32| self.look_member(at, it, key, steps);
                self.look_back(script, (instance, expr), steps, look)
            }
            ExprKind::Param(at) => self.look_argument(instance, script, (expr, *at), key, steps),
            ExprKind::Binding(binding) => {
                let file = self.values.instance(instance).file;
                let put = self.filled.before(script, file, (expr, *binding));
                let parts = put.of(script, key).into_iter();
                let looked = first(parts.map(|part| self.look(instance, part, steps)));
                if !looked.is_empty() || put.replaces(script, key) {
                    return looked;
                }
                let written = script.only_value(*binding);
                let written = written.or_else(|| parameter_value(script, *binding));
                written.map_or_else(Vec::new, |it| self.look_member(instance, it, key, steps))
            }
            ExprKind::Member { .. } => {
                let node = self.values.value(instance, script, expr);
                let places = node.map(|node| self.literals(node)).unwrap_or_default();
                first(places.into_iter().map(|(at, it)| self.look_member(at, it, key, steps)))
            }
            _ => Vec::new(),
        }
    }

    fn look_literal(
        &self,
        instance: InstanceId,
        script: &Script,
        members: &[Property],
        key: &str,
        steps: &mut u32,
    ) -> Vec<Looked> {
        let is_it = |name: Name| script.name(name) == key;
        for member in members.iter().rev() {
            let looked = match member {
                Property::Value { key: Key::Name(name, _), value } if is_it(*name) => {
                    return self.look(instance, *value, steps);
                }
                Property::Spread(value) => self.look_member(instance, *value, key, steps),
                _ => continue,
            };
            if !looked.is_empty() {
                return looked;
            }
        }
        Vec::new()
    }

    /// What the callers hand over as the parameter number `at`, which `expr` reads.
    fn look_argument(
        &self,
        instance: InstanceId,
        script: &Script,
        (expr, at): (ExprId, u32),
        key: &str,
        steps: &mut u32,
    ) -> Vec<Looked> {
        let owner = script.expr(expr).function;
        let Some(copy) = self.values.holder(instance, owner) else { return Vec::new() };
        let function = self.values.instance(copy).function(owner);
        let mut look = |call| {
            first(self.arguments(call, (at, at)).into_iter().map(
                |(instance, argument)| match *steps {
                    0 => Vec::new(),
                    _ => self.look_member(instance, argument, key, steps),
                },
            ))
        };
        if let Some(looked) = self.returned.outside(function, &mut look) {
            return looked;
        }
        let calls = self.graph.into(function).filter_map(|edge| edge.call);
        first(calls.map(look))
    }

    /// The object literals among the values of `node`.
    pub(in crate::semantic) fn literals(&self, node: Node) -> Vec<(InstanceId, ExprId)> {
        let places = self.values.each(node).filter_map(|token| match token {
            Token::Object(made) => self.values.place(made),
            _ => None,
        });
        let is_literal = |(instance, expr): &(InstanceId, ExprId)| {
            let script = self.script(*instance);
            script.is_some_and(|script| matches!(script.kind(*expr), ExprKind::Object(_)))
        };
        places.filter(is_literal).collect()
    }
}

/// The value of the member `name` of the object literal that `expr` is or holds.
#[must_use]
pub fn member(script: &Script, expr: ExprId, name: &str) -> Option<ExprId> {
    let literal = match script.kind(expr) {
        ExprKind::Binding(binding) => script.only_value(*binding)?,
        _ => expr,
    };
    let ExprKind::Object(members) = script.kind(literal) else { return None };
    script.member_value(members, name)
}
