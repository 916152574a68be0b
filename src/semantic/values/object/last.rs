//! What objects take last: of `{ scopes, ...options }` the members of `options` replace others.
//!
//! That they do is only certain where every value of `options` is known. A parameter that one call
//! leaves out, or a member that some objects lack, has no value there, and replaces nothing.

use crate::semantic::symbols::Symbol;
use crate::semantic::values::solve::Solver;
use crate::semantic::values::{CallId, FunctionNode, InstanceId, Node, TokenId};
use crate::syntax::script::{BindingId, BindingKind, ExprId, ExprKind, Logical};

use rustc_hash::FxHashMap;

/// Expressions are looked into no deeper than this.
const DEEPEST: u32 = 8;

/// The calls that run each function.
type Calls = FxHashMap<FunctionNode, Vec<CallId>>;

impl<'a> Solver<'a> {
    /// The members of `from` are the last that `into` takes: `{ key: value, ...from }`.
    pub(in crate::semantic::values) fn take_last(&mut self, from: Node, into: TokenId) {
        self.spreads.last.push((into, from));
    }

    /// Leaves of a member only what was taken last, where every object it can come from has it. To
    /// be called when all is settled: the flow itself is not taken back.
    pub(in crate::semantic::values) fn keep_last(&mut self) {
        let last = std::mem::take(&mut self.spreads.last);
        let calls = if last.is_empty() { Calls::default() } else { self.calls_by_function() };
        for (into, from) in last {
            if !self.is_whole(&calls, from, DEEPEST) {
                continue;
            }
            let sources = self.now(from);
            for key in self.replaced_names(into, &sources) {
                let node = self.grow(1);
                for source in &sources {
                    let found = self.values.properties.get(*source, key);
                    let values = found.map(|found| self.now(found)).unwrap_or_default();
                    values.into_iter().for_each(|value| self.add(node, value));
                }
                self.values.properties.insert(into, key, node);
            }
        }
    }

    /// The members that all of `sources` have, and that nothing else gives `into` later.
    fn replaced_names(&self, into: TokenId, sources: &[TokenId]) -> Vec<Symbol> {
        let Some((first, others)) = sources.split_first() else { return Vec::new() };
        let properties = &self.values.properties;
        let is_last = |key: &Symbol| {
            others.iter().all(|other| properties.is_own(*other, *key))
                && !self.is_written_over(into, *key)
                && !properties.is_stored(into, *key)
                && sources.iter().all(|source| !properties.is_stored(*source, *key))
        };
        properties.own_names(*first).filter(is_last).collect()
    }

    fn calls_by_function(&self) -> Calls {
        let mut calls = Calls::default();
        for edge in &self.values.edges {
            calls.entry(edge.to).or_default().push(edge.call);
        }
        calls
    }

    /// Whether all that `node` can be is among its values.
    fn is_whole(&self, calls: &Calls, node: Node, depth: u32) -> bool {
        if let Some((instance, expr)) = self.values.place(node) {
            return self.is_whole_expr(calls, instance, expr, depth);
        }
        let variable = self.values.variable(node);
        variable.is_some_and(|(instance, binding)| {
            self.is_whole_variable(calls, instance, binding, depth)
        })
    }

    fn is_whole_expr(&self, calls: &Calls, instance: InstanceId, expr: ExprId, depth: u32) -> bool {
        let Some((script, depth)) = self.script(instance).zip(depth.checked_sub(1)) else {
            return false;
        };
        let is_whole = |expr: ExprId| self.is_whole_expr(calls, instance, expr, depth);
        match script.kind(expr) {
            ExprKind::Object(_) | ExprKind::Null | ExprKind::Undefined => true,
            ExprKind::Conditional { yes, no, .. } => is_whole(*yes) && is_whole(*no),
            ExprKind::Logical { operator: Logical::Or | Logical::Nullish, left, right } => {
                is_whole(*left) && is_whole(*right)
            }
            ExprKind::Binding(binding) => self.is_whole_variable(calls, instance, *binding, depth),
            _ => false,
        }
    }

    /// Whether a variable is written once with something whole, or is a parameter that every call gives.
    fn is_whole_variable(
        &self,
        calls: &Calls,
        instance: InstanceId,
        binding: BindingId,
        depth: u32,
    ) -> bool {
        let Some(script) = self.script(instance) else { return false };
        let declared = script.binding(binding);
        let Some(value) = script.only_value(binding) else { return false };
        if declared.kind != BindingKind::Param {
            return self.is_whole_expr(calls, instance, value, depth);
        }
        let (at, default) = match script.kind(value) {
            ExprKind::Param(at) => (*at as usize, None),
            ExprKind::Logical { operator: Logical::Nullish, left, right } => {
                let ExprKind::Param(at) = script.kind(*left) else { return false };
                (*at as usize, Some(*right))
            }
            _ => return false,
        };
        let holder = self.holder(instance, declared.function);
        let function = self.values.instance(holder).function(declared.function);
        let calls = calls.get(&function).map(Vec::as_slice).unwrap_or_default();
        let gives = |call: &CallId| {
            let arguments = &self.values.call(*call).arguments;
            let is_open = arguments.iter().take(at + 1).any(|(_, is_spread)| *is_spread);
            let given = arguments.get(at).map(|(given, _)| self.values.sets.get(*given));
            !is_open && given.map_or(default.is_some(), |given| !given.is_empty())
        };
        !calls.is_empty() && calls.iter().all(gives)
    }
}
