//! Members that carry a credential from where an object is made to where it is read: `url` of
//! `request({ url: '/login?code=' + code })`.

use crate::semantic::values::{InstanceId, Node, Token};
use crate::syntax::script::{Argument, ExprId, ExprKind, FunctionId, Key, Name, Property, Script};

use super::defaulted::parameter_value;
use super::handed::all_arguments;
use super::{Credentials, Held, Looked, MOST_STEPS, first};

impl Credentials<'_> {
    /// The credentials in the member `key` of the first argument that is written as `argument`: one for
    /// each caller where that is what a function was given.
    #[must_use]
    pub fn find_member(&self, instance: InstanceId, argument: &Argument, key: &str) -> Vec<Held> {
        let script = self.script(instance).filter(|_| self.given.copies[instance.0 as usize]);
        let Some(script) = script else { return Vec::new() };
        let mut steps = MOST_STEPS;
        let looked = match all_arguments(script, argument.value).filter(|_| argument.spread) {
            Some(first) => self.look_argument(instance, first, key, &mut steps),
            None if argument.spread => Vec::new(),
            None => self.look_member(instance, argument.value, key, &mut steps),
        };
        looked.into_iter().filter(|it| !it.failed).map(|it| it.held).collect()
    }

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
            ExprKind::Param(at) => {
                let function = script.expr(expr).function;
                self.look_argument(instance, (function, *at), key, steps)
            }
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

    /// What the callers of `owner` hand over in the member `key` of its argument number `at`.
    fn look_argument(
        &self,
        instance: InstanceId,
        (owner, at): (FunctionId, u32),
        key: &str,
        steps: &mut u32,
    ) -> Vec<Looked> {
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
        self.graph.into(function).filter_map(|edge| edge.call).flat_map(look).collect()
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
