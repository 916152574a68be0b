//! What is thrown, and where it is caught: in the function itself, by its caller, or by a promise.

use super::solve::Solver;
use super::{CallId, CallKind, InstanceId, Node, Token};
use crate::syntax::script::{ExprId, FunctionId, Script};

impl<'a> Solver<'a> {
    /// Lets what is thrown in `instance` be caught in the function that throws it.
    pub(super) fn throw(
        &mut self,
        instance: InstanceId,
        script: &'a Script,
        id: ExprId,
        value: Node,
    ) {
        let function = script.expr(id).function;
        for caught in self.caught(instance, function) {
            self.edge(value, caught);
        }
        if script.function(function).is_async && !script.function(function).is_generator {
            let holder = self.holder(instance, function);
            let returns = self.values.instance(holder).returns(function);
            let promise = self.token(Token::Promise(returns));
            let reason = self.reason_of(promise);
            self.edge(value, reason);
        }
    }

    fn caught(&mut self, instance: InstanceId, function: FunctionId) -> Vec<Node> {
        let caught = &self.facts[self.file_of(instance).index()].caught;
        let caught = caught.get(&function).cloned().unwrap_or_default();
        caught.into_iter().map(|id| self.expr_node(instance, id)).collect()
    }

    /// Lets what `function` throws be caught by the caller, or reject the promise that the call makes.
    pub(super) fn throw_to(
        &mut self,
        call: CallId,
        instance: InstanceId,
        function: FunctionId,
        script: &'a Script,
    ) {
        let thrown = &self.facts[self.file_of(instance).index()].thrown;
        let thrown = thrown.get(&function).cloned().unwrap_or_default();
        if thrown.is_empty() || script.function(function).is_async {
            return;
        }
        let site = self.values.call(call);
        let (kind, at, expr, result) = (site.kind, site.instance, site.expr, site.result);
        let is_direct = matches!(
            kind,
            CallKind::Call | CallKind::New | CallKind::Accessor | CallKind::Standard
        );
        let into = match (self.made.get(&result).copied(), self.script(at)) {
            (Some(promise), _) => vec![self.reason_of(promise)],
            (None, Some(caller)) if is_direct => self.caught(at, caller.expr(expr).function),
            _ => Vec::new(),
        };
        for value in thrown {
            let value = self.value(instance, script, value);
            for into in &into {
                self.edge(value, *into);
            }
        }
    }
}
