//! Functions to which a credential is entrusted: they do more with it than to tell it, and either every
//! call hands one over or they talk to a server, which is what a credential is handed over for.
//! What goes wrong with it there is theirs, not that of their callers, as it is where a helper logs
//! whatever it is given.

use std::cell::{OnceCell, RefCell};

use rustc_hash::{FxHashMap, FxHashSet};

use crate::platform::{ApiKind, Platform, is_logger};
use crate::semantic::call_graph::CallGraph;
use crate::semantic::values::{CallId, FunctionNode, InstanceId, Values};
use crate::source::{FileId, Span};
use crate::syntax::script::{BindingId, ExprId, ExprKind, FunctionId, Script};

use super::defaulted::parameter_value;
use super::{Credentials, Looked};

/// A member of a member of a variable and so on is followed no further than this.
const DEEPEST: u32 = 16;

/// What is looked up of them, once it is asked for.
#[derive(Debug, Default)]
pub struct Entrusted {
    /// The calls of each function, in all of its copies.
    calls: OnceCell<FxHashMap<(FileId, FunctionId), Vec<CallId>>>,
    /// By file, the variables that are read elsewhere than in a log.
    used: RefCell<FxHashMap<FileId, FxHashSet<BindingId>>>,
    /// The functions that talk to a server themselves.
    senders: OnceCell<FxHashSet<FunctionNode>>,
    /// Whether running a function does.
    sends: RefCell<FxHashMap<FunctionNode, bool>>,
}

/// What the object of a member is.
enum Owner {
    /// What the function was given, or its own `this`, and it does more with it than to log it.
    Function(FunctionId),
    /// What a function was given that only logs it.
    Caller,
    /// Something of the place itself.
    Place,
}

impl Entrusted {
    /// All calls of `function` of `file`, in whichever copy.
    pub(in crate::semantic) fn calls(
        &self,
        values: &Values,
        graph: &CallGraph,
        file: FileId,
        function: FunctionId,
    ) -> &[CallId] {
        let calls = self.calls.get_or_init(|| {
            let mut calls: FxHashMap<_, Vec<CallId>> = FxHashMap::default();
            for edge in &graph.edges {
                let Some(call) = edge.call else { continue };
                let (instance, function) = values.function(edge.to);
                let file = values.instance(instance).file;
                calls.entry((file, function)).or_default().push(call);
            }
            calls
        });
        calls.get(&(file, function)).map_or(&[], Vec::as_slice)
    }

    /// Whether the variable `binding` of `script`, in `file`, is read elsewhere than in a log.
    fn is_used(&self, script: &Script, file: FileId, binding: BindingId) -> bool {
        let mut used = self.used.borrow_mut();
        used.entry(file).or_insert_with(|| used_variables(script)).contains(&binding)
    }

    /// Whether running `function` talks to a server.
    fn sends(
        &self,
        platform: &Platform,
        values: &Values,
        graph: &CallGraph,
        function: FunctionNode,
    ) -> bool {
        let senders = self.senders.get_or_init(|| senders(platform, values));
        let closure = || graph.closure(&[function]).iter().any(|it| senders.contains(it));
        *self.sends.borrow_mut().entry(function).or_insert_with(closure)
    }

    /// Whose the object of the member `expr` is.
    fn owner(&self, script: &Script, file: FileId, expr: ExprId) -> Owner {
        let (mut at, mut is_used) = (expr, true);
        for _ in 0..DEEPEST {
            at = match script.kind(at) {
                ExprKind::Member { object, .. } | ExprKind::Index { object, .. } => *object,
                ExprKind::Binding(binding) => {
                    is_used = self.is_used(script, file, *binding);
                    let held = script.only_value(*binding);
                    let held = held.or_else(|| parameter_value(script, *binding));
                    let Some(value) = held else { return Owner::Place };
                    value
                }
                ExprKind::Logical { left, .. } => *left,
                ExprKind::Param(_) if !is_used => return Owner::Caller,
                ExprKind::Param(_) => return Owner::Function(script.expr(at).function),
                ExprKind::This => {
                    return Owner::Function(script.receiver(script.expr(at).function));
                }
                _ => return Owner::Place,
            };
        }
        Owner::Place
    }
}

impl Credentials<'_> {
    /// The credential that calls of a function hand over as its parameter `binding`, if it is
    /// entrusted to the function.
    pub(in crate::semantic) fn entrusted_with(
        &self,
        script: &Script,
        instance: InstanceId,
        binding: BindingId,
        arguments: (u32, u32),
        steps: &mut u32,
    ) -> Option<Looked> {
        let file = self.values.instance(instance).file;
        let entrusted = self.entrusted.as_ref()?;
        if self.project.is_library(file) || !entrusted.is_used(script, file, binding) {
            return None;
        }
        let owner = script.binding(binding).function;
        // What only calls of other copies hand over does not come here.
        let copy = self.values.holder(instance, owner)?;
        let here = self.graph.into(self.values.instance(copy).function(owner));
        let mut given = here.filter_map(|edge| edge.call).flat_map(|call| {
            let given = self.given(call, arguments, steps);
            given.into_iter().filter(|it| !it.failed)
        });
        given.next()?;
        let calls = entrusted.calls(self.values, self.graph, file, owner).iter();
        let mut given = calls.map(|call| {
            let given = self.given(*call, arguments, steps).into_iter();
            given.filter(|it| !it.failed).min_by_key(|it| it.held.credential)
        });
        let lesser = |one: Looked, other: Looked| {
            if other.held.credential < one.held.credential { other } else { one }
        };
        if self.sends(instance, owner) {
            return given.flatten().reduce(lesser);
        }
        let least = given.next()??;
        given.try_fold(least, |least, given| Some(lesser(least, given?)))
    }

    /// `looked`, which the member `expr` was found to have: in its place, unless it is its function's
    /// callers who are to keep it to themselves.
    pub(in crate::semantic) fn placed(
        &self,
        script: &Script,
        (instance, expr): (InstanceId, ExprId),
        looked: Vec<Looked>,
    ) -> Vec<Looked> {
        let Some(entrusted) = self.entrusted.as_ref().filter(|_| !looked.is_empty()) else {
            return looked;
        };
        let file = self.values.instance(instance).file;
        let is_here = match entrusted.owner(script, file, expr) {
            Owner::Place => true,
            Owner::Caller => false,
            Owner::Function(function) => {
                !self.project.is_library(file) && self.sends(instance, function)
            }
        };
        let here = |it: Looked| it.at(self.held(script, instance, expr, it.held.credential));
        if is_here { looked.into_iter().map(here).collect() } else { looked }
    }

    /// `looked`, out of which going through an object takes `expr`: in its place, where the object is
    /// not what a function was handed.
    pub(in crate::semantic) fn placed_in_walk(
        &self,
        script: &Script,
        (instance, expr): (InstanceId, ExprId),
        looked: Vec<Looked>,
    ) -> Vec<Looked> {
        let is_here = |it: &Looked| self.is_around(script, (instance, expr), it);
        if self.entrusted.is_some() && !looked.iter().all(is_here) {
            return self.placed(script, (instance, expr), looked);
        }
        let here = |it: Looked| it.at(self.held(script, instance, expr, it.held.credential));
        looked.into_iter().map(here).collect()
    }

    /// Whether `looked` was found in the function of `expr` or one around it.
    pub(in crate::semantic) fn is_around(
        &self,
        script: &Script,
        (instance, expr): (InstanceId, ExprId),
        looked: &Looked,
    ) -> bool {
        let (held, span) = (looked.held, script.expr(expr).span);
        held.at.file == self.values.instance(instance).file && held.scope.contains(span)
    }

    /// Whether running `function`, as seen in `instance`, talks to a server.
    fn sends(&self, instance: InstanceId, function: FunctionId) -> bool {
        let Self { platform, values, graph, .. } = self;
        let Some(copy) = values.holder(instance, function) else { return false };
        let function = values.instance(copy).function(function);
        self.entrusted.as_ref().is_some_and(|it| it.sends(platform, values, graph, function))
    }
}

fn senders(platform: &Platform, values: &Values) -> FxHashSet<FunctionNode> {
    let is_network =
        |path: &str| platform.api_at(path).map(|api| api.kind) == Some(&ApiKind::Network);
    let calls = values.host_calls.iter();
    let sending = calls.filter(|host| is_network(values.symbols.text(host.path)));
    sending.map(|host| values.call(host.call).caller).collect()
}

fn used_variables(script: &Script) -> FxHashSet<BindingId> {
    let mut logs: Vec<Span> = Vec::new();
    for (_, expr, call) in script.calls() {
        let ExprKind::Member { object, .. } = script.kind(call.callee) else { continue };
        let ExprKind::Global(name) = script.kind(*object) else { continue };
        if is_logger(script.name(*name)) {
            logs.push(expr.span);
        }
    }
    logs.sort_unstable_by_key(|span| span.start);
    let is_logged = |span: Span| {
        let before = logs.partition_point(|log| log.start <= span.start);
        logs[..before].last().is_some_and(|log| span.end <= log.end)
    };
    let reads = script.exprs.iter().filter_map(|expr| match expr.kind {
        ExprKind::Binding(binding) if !is_logged(expr.span) => Some(binding),
        _ => None,
    });
    reads.collect()
}
