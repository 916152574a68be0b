//! Credentials in what the program's own functions give back: `'code=' + code` of `label(code)`.
//!
//! What a function gives back is looked into for one call at a time, in which its parameters are what that
//! call hands over, whoever else calls it.

use std::cell::{OnceCell, RefCell};

use rustc_hash::FxHashMap;

use crate::semantic::values::{CallId, CallKind, FunctionNode, InstanceId};
use crate::syntax::script::{ExprId, FunctionId, Script};

use super::{Credentials, Held, Looked, first};

/// Functions that one call can run are looked into up to this number.
const MOST_TARGETS: usize = 4;

/// A function gives back no more values than this that are looked at.
const MOST_VALUES: usize = 16;

/// What is looked up of calls, and where the search stands.
#[derive(Debug, Default)]
pub struct Returned {
    /// The program's own calls that can hold a credential, by expression.
    calls: OnceCell<FxHashMap<(InstanceId, ExprId), CallId>>,
    /// The functions that are looked into, each for one call, the innermost last.
    inside: RefCell<Vec<(FunctionNode, CallId)>>,
    /// The expressions that are looked at, each for the one before.
    open: RefCell<Vec<(InstanceId, ExprId)>>,
}

impl Returned {
    /// What `look` finds in `at`, unless that is looked at for itself: `all = { ...all, ...more }`.
    pub(in crate::semantic) fn once(
        &self,
        at: (InstanceId, ExprId),
        look: impl FnOnce() -> Vec<Looked>,
    ) -> Vec<Looked> {
        if self.open.borrow().contains(&at) {
            return Vec::new();
        }
        self.open.borrow_mut().push(at);
        let found = look();
        self.open.borrow_mut().pop();
        found
    }

    /// Whether the search stands in `function`, for what one call of it gives back.
    pub(in crate::semantic) fn is_inside(&self, function: FunctionNode) -> bool {
        self.inside.borrow().iter().any(|(inside, _)| *inside == function)
    }

    /// What `look` finds where `function` is called, if the search stands in it.
    pub(in crate::semantic) fn outside<T>(
        &self,
        function: FunctionNode,
        look: impl FnOnce(CallId) -> T,
    ) -> Option<T> {
        let at = self.inside.borrow().iter().rposition(|(inside, _)| *inside == function)?;
        let inner = self.inside.borrow_mut().split_off(at);
        let found = inner.first().map(|(_, call)| look(*call));
        self.inside.borrow_mut().extend(inner);
        found
    }
}

impl Credentials<'_> {
    /// What `look` finds in the values that the call `expr` gives back, of the program's own functions:
    /// where that is handed to them, or here.
    pub(in crate::semantic) fn look_back(
        &self,
        script: &Script,
        (instance, expr): (InstanceId, ExprId),
        steps: &mut u32,
        look: impl Fn(InstanceId, ExprId, &mut u32) -> Vec<Looked>,
    ) -> Vec<Looked> {
        let Some(call) = self.call(script, instance, expr) else { return Vec::new() };
        let edges = &self.values.edges;
        let from = edges.partition_point(|edge| edge.call < call);
        let targets = edges.iter().skip(from).take_while(|edge| edge.call == call);
        let looked = targets.take(MOST_TARGETS).map(|edge| {
            let (copy, function) = self.values.function(edge.to);
            if !self.is_for(call, edge.to, copy, function) {
                return Vec::new();
            }
            let Some(target) = self.script(copy).map(|it| it.function(function)) else {
                return Vec::new();
            };
            self.returned.inside.borrow_mut().push((edge.to, call));
            let returns = target.returns.iter().take(MOST_VALUES);
            let found = first(returns.map(|value| look(copy, *value, steps)));
            self.returned.inside.borrow_mut().pop();
            let file = self.values.instance(copy).file;
            let is_there = |it: &Held| it.at.file == file && target.span.contains(it.at.span);
            let here = |it: Looked| it.at(self.held(script, instance, expr, it.held.credential));
            let placed = found.into_iter().map(|it| if is_there(&it.held) { here(it) } else { it });
            placed.collect()
        });
        first(looked)
    }

    /// The call that `expr` is.
    fn call(&self, script: &Script, instance: InstanceId, expr: ExprId) -> Option<CallId> {
        let calls = self.returned.calls.get_or_init(|| {
            let all = self.values.all_calls().filter(|(_, site)| {
                site.kind == CallKind::Call && self.given.copies[site.instance.0 as usize]
            });
            all.map(|(id, site)| ((site.instance, site.expr), id)).collect()
        });
        let holder = self.values.holder(instance, script.expr(expr).function)?;
        calls.get(&(holder, expr)).copied()
    }

    /// Whether what is known of the own function `target` in its copy is so for `call` and no other.
    fn is_for(
        &self,
        call: CallId,
        target: FunctionNode,
        copy: InstanceId,
        function: FunctionId,
    ) -> bool {
        let instance = self.values.instance(copy);
        let takes_none =
            || self.script(copy).is_some_and(|it| it.function(function).params.is_empty());
        let mut calls = self.graph.into(target).filter_map(|edge| edge.call);
        !self.project.is_library(instance.file)
            && !self.returned.is_inside(target)
            && (instance.call == Some(call) || takes_none() || calls.all(|other| other == call))
    }
}
