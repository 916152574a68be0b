//! Credentials in the objects that promises are fulfilled with: `resolve({ code: res.authCode })`, logged by
//! whoever waited for that.

use crate::semantic::values::{CallKind, InstanceId};
use crate::syntax::script::{ExprId, ExprKind, Script};

use super::composed::left;
use super::{Credentials, Looked, first};

impl Credentials<'_> {
    /// The credentials in the object literals that `expr` is when a promise was waited for; but for the
    /// members `replaced`.
    pub(in crate::semantic) fn look_fulfilled(
        &self,
        script: &Script,
        (instance, expr): (InstanceId, ExprId),
        replaced: &[&str],
        steps: &mut u32,
    ) -> Vec<Looked> {
        let waited = match script.kind(expr) {
            ExprKind::Binding(binding) => script.only_value(*binding).unwrap_or(expr),
            _ => expr,
        };
        if !self.is_fulfilled(script, instance, waited) {
            return Vec::new();
        }
        let node = self.values.value(instance, script, waited);
        let literals = node.map(|node| self.literals(node)).unwrap_or_default();
        let looked = first(literals.into_iter().map(|(at, literal)| {
            let script = self.script(at).filter(|it| self.fulfills(it, at, literal));
            let left = script.map(|it| left(it, literal, replaced)).unwrap_or_default();
            first(left.into_iter().map(|part| self.look(at, part, steps)))
        }));
        let here = |it: Looked| it.at(self.held(script, instance, expr, it.held.credential));
        looked.into_iter().map(here).collect()
    }

    /// Whether promises are fulfilled with the object that `literal` makes, as it is then: what else comes
    /// to where one is waited for may be what a helper was given.
    fn fulfills(&self, script: &Script, instance: InstanceId, literal: ExprId) -> bool {
        let file = self.values.instance(instance).file;
        let fulfills = |callee: ExprId| {
            let node = self.values.value(instance, script, callee);
            let mut settled = node.into_iter().flat_map(|node| self.values.settled(node));
            settled.any(|(_, rejects)| !rejects)
                || script.global_member(callee) == Some(("Promise", "resolve"))
        };
        let mut takers = self.filled.takers(script, file, literal).into_iter();
        !self.filled.changes(script, file, literal) && takers.any(|it| it.is_none_or(fulfills))
    }

    /// Whether `expr` is what a promise is fulfilled with: of an `await`, or given to a function that only
    /// `then` runs.
    fn is_fulfilled(&self, script: &Script, instance: InstanceId, expr: ExprId) -> bool {
        let ExprKind::Param(0) = script.kind(expr) else {
            return matches!(script.kind(expr), ExprKind::Await(_));
        };
        let owner = script.expr(expr).function;
        let Some(copy) = self.values.holder(instance, owner) else { return false };
        let function = self.values.instance(copy).function(owner);
        let mut calls = self.graph.into(function).map(|edge| edge.call);
        let continues =
            |call| self.values.call(call).kind == CallKind::Continuation { rejected: false };
        calls.all(|call| call.is_some_and(continues))
    }
}
