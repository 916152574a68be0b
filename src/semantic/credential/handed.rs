//! Credentials that callers hand over to a function.

use crate::semantic::values::{CallId, CallKind, InstanceId};
use crate::syntax::script::{
    BindingId, BindingKind, ExprId, ExprKind, FunctionId, Logical, Script,
};

use super::defaulted::parameter_value;
use super::{Credentials, Looked, first};

impl Credentials<'_> {
    /// The credentials that the callers of this copy hand over as the parameter `binding`, which
    /// `expr` reads: where they do so, or here, if the caller cannot know what it calls back.
    pub(in crate::semantic) fn handed(
        &self,
        script: &Script,
        (instance, expr): (InstanceId, ExprId),
        binding: BindingId,
        steps: &mut u32,
    ) -> Vec<Looked> {
        let Some(arguments) = parameter(script, binding) else { return Vec::new() };
        let owner = script.binding(binding).function;
        let function = self.values.holder(instance, owner);
        let function = function.map(|copy| self.values.instance(copy).function(owner));
        if !function.is_some_and(|function| self.returned.is_inside(function))
            && let Some(it) = self.entrusted_with(script, instance, binding, arguments, steps)
        {
            return vec![it.at(self.held(script, instance, expr, it.held.credential))];
        }
        self.handed_to(script, (instance, expr), (owner, arguments), steps)
    }

    /// The credentials that the callers of `owner`, as seen in this copy, hand over as those of its
    /// `arguments` which `expr` reads.
    pub(in crate::semantic) fn handed_to(
        &self,
        script: &Script,
        (instance, expr): (InstanceId, ExprId),
        (owner, arguments): (FunctionId, (u32, u32)),
        steps: &mut u32,
    ) -> Vec<Looked> {
        let Some(copy) = self.values.holder(instance, owner) else { return Vec::new() };
        let function = self.values.instance(copy).function(owner);
        let given = self.returned.outside(function, |call| self.given(call, arguments, steps));
        if let Some(given) = given {
            return given;
        }
        let calls = self.graph.into(function).filter_map(|edge| edge.call);
        let mut found = Vec::new();
        for call in calls {
            if *steps == 0 {
                break;
            }
            let given = self.given(call, arguments, steps);
            let is_called_back = self.is_called_back(call);
            found.extend(given.into_iter().map(|it| match is_called_back {
                true => it.at(self.held(script, instance, expr, it.held.credential)),
                false => it,
            }));
        }
        found
    }

    /// Whether `call` calls what its function was given.
    fn is_called_back(&self, call: CallId) -> bool {
        let site = self.values.call(call);
        let Some(script) = self.script(site.instance) else { return false };
        let ExprKind::Call(call) = script.kind(site.expr) else { return false };
        let mut callee = call.callee;
        while let ExprKind::Member { object, .. } = script.kind(callee) {
            callee = *object;
        }
        match script.kind(callee) {
            ExprKind::Binding(binding) => script.binding(*binding).kind == BindingKind::Param,
            _ => false,
        }
    }

    /// The credential among the `arguments` that are written at `call`.
    pub(in crate::semantic) fn given(
        &self,
        call: CallId,
        arguments: (u32, u32),
        steps: &mut u32,
    ) -> Vec<Looked> {
        let given = self.arguments(call, arguments).into_iter();
        first(given.map(|(instance, argument)| self.look(instance, argument, steps)))
    }

    /// The arguments with the numbers `from` to `to` that are written at `call`, if one in its
    /// copy can be a credential.
    pub(in crate::semantic) fn arguments(
        &self,
        call: CallId,
        (from, to): (u32, u32),
    ) -> Vec<(InstanceId, ExprId)> {
        let site = self.values.call(call);
        let can_be = self.given.copies[site.instance.0 as usize] && site.kind == CallKind::Call;
        let script = self.script(site.instance).filter(|_| can_be);
        let Some(ExprKind::Call(call)) = script.map(|script| script.kind(site.expr)) else {
            return Vec::new();
        };
        let is_given = |at: u32| (from..=to).contains(&at);
        let given = call.arguments.iter().filter(|it| !it.spread && is_given(it.position));
        given.map(|argument| (site.instance, argument.value)).collect()
    }
}

/// The numbers of the arguments that `expr` is, with their function: `arguments`, `arguments[0]`,
/// `rest[0]`.
pub(in crate::semantic) fn arguments(
    script: &Script,
    expr: ExprId,
) -> Option<(FunctionId, (u32, u32))> {
    let ExprKind::Member { object, property, .. } = script.kind(expr) else {
        let is_all = matches!(script.kind(expr), ExprKind::Arguments);
        return is_all
            .then(|| all_arguments(script, expr))
            .flatten()
            .map(|(of, _)| (of, (0, u32::MAX)));
    };
    let (function, from) = all_arguments(script, *object)?;
    let at: u32 = script.name(*property).parse().ok()?;
    let at = from.checked_add(at)?;
    Some((function, (at, at)))
}

/// The function of which `expr` is all arguments, from a number on: `arguments`, a rest parameter.
pub(super) fn all_arguments(script: &Script, expr: ExprId) -> Option<(FunctionId, u32)> {
    match script.kind(expr) {
        ExprKind::Arguments => Some((script.receiver(script.expr(expr).function), 0)),
        ExprKind::Binding(binding) => {
            let declared = script.binding(*binding);
            let value = script.only_value(*binding).map(|value| script.kind(value))?;
            match value {
                ExprKind::RestParam(from) => Some((declared.function, *from)),
                _ => None,
            }
        }
        _ => None,
    }
}

/// The numbers of the arguments that the variable is, wherever it holds what the function was handed.
fn parameter(script: &Script, binding: BindingId) -> Option<(u32, u32)> {
    let mut filled = parameter_value(script, binding)?;
    if let ExprKind::Logical { operator: Logical::Nullish, left, .. } = script.kind(filled) {
        filled = *left;
    }
    match script.kind(filled) {
        ExprKind::Param(at) => Some((*at, *at)),
        ExprKind::RestParam(from) => Some((*from, u32::MAX)),
        _ => None,
    }
}
