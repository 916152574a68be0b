//! Functions to which a credential is entrusted: they do more with it than to tell it, and either every
//! call hands one over or they talk to a server, which is what a credential is handed over for.
//! What goes wrong with it there is theirs, not that of their callers, as it is where a helper logs
//! whatever it is given.

use std::cell::{OnceCell, RefCell};

use crate::platform::{ApiKind, Platform, Target};
use crate::semantic::graph::call_graph::CallGraph;
use crate::semantic::values::{CallId, CallKind, FunctionNode, InstanceId, Values};
use crate::source::FileId;
use crate::syntax::script::{BindingId, ExprId, ExprKind, FunctionId, MODULE, Script};

use super::defaulted::parameter_value;
use super::told::used_variables;
use super::{Blamed, Credentials, Looked};
use rustc_hash::{FxHashMap, FxHashSet};

/// A member of a member of a variable and so on is followed no further than this.
const DEEPEST: u32 = 16;

/// What is looked up of them, once it is asked for.
#[derive(Debug, Default)]
pub struct Entrusted {
    /// The calls of each function, in all of its copies.
    calls: OnceCell<FxHashMap<(FileId, FunctionId), Vec<CallId>>>,
    /// By file, the calls that put what they are given where users can read it.
    tellers: OnceCell<FxHashMap<FileId, Vec<ExprId>>>,
    /// By file, the variables that are read for more than to tell what they hold.
    used: RefCell<FxHashMap<FileId, FxHashSet<BindingId>>>,
    /// The functions that talk to a server themselves.
    senders: OnceCell<FxHashSet<FunctionNode>>,
    /// Whether running a function does.
    sends: RefCell<FxHashMap<FunctionNode, bool>>,
}

/// What the object of a member is.
enum Owner {
    /// What the function was given, or its own `this`, and it does more with it than to tell it.
    Function(FunctionId),
    /// What a function was given that only tells it.
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
        let may_be = self.blamed == Blamed::Entrusted && !self.project.is_library(file);
        if !may_be || !self.is_used(script, (file, binding)) {
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
        let calls = self.entrusted.calls(self.values, self.graph, file, owner).iter();
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
        if self.blamed != Blamed::Entrusted || looked.is_empty() {
            return looked;
        }
        let file = self.values.instance(instance).file;
        let is_here = match self.owner(script, (file, expr)) {
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
        if self.blamed == Blamed::Entrusted && !looked.iter().all(is_here) {
            return self.placed(script, (instance, expr), looked);
        }
        looked.into_iter().map(|it| self.own(script, (instance, expr), it)).collect()
    }

    /// `looked`, of which `expr` is made, in that place; what a function was only handed stays with its
    /// caller, unless those who talk to a server are to blame.
    pub(in crate::semantic) fn own(
        &self,
        script: &Script,
        at: (InstanceId, ExprId),
        looked: Looked,
    ) -> Looked {
        let is_here = self.is_around(script, at, &looked)
            || self.blamed == Blamed::Senders && self.is_in_sender(script, at);
        if !is_here {
            return looked;
        }
        looked.at(self.held(script, at.0, at.1, looked.held.credential))
    }

    /// Whether `expr` stands in a function of the program's own that talks to a server.
    fn is_in_sender(&self, script: &Script, (instance, expr): (InstanceId, ExprId)) -> bool {
        let own = Some(script.expr(expr).function).filter(|_| {
            let file = self.values.instance(instance).file;
            !self.project.is_library(file)
        });
        let mut around = std::iter::successors(own, |at| script.function(*at).parent);
        around.any(|function| function != MODULE && self.sends(instance, function))
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
        self.entrusted.sends(platform, values, graph, function)
    }

    /// Whether the variable `binding` of `script`, in `file`, is read for more than to tell what it holds.
    fn is_used(&self, script: &Script, (file, binding): (FileId, BindingId)) -> bool {
        let entrusted = &self.entrusted;
        let tellers = entrusted.tellers.get_or_init(|| tellers(self.platform, self.values));
        let tellers = tellers.get(&file).map_or(&[][..], Vec::as_slice);
        let mut used = entrusted.used.borrow_mut();
        used.entry(file).or_insert_with(|| used_variables(script, tellers)).contains(&binding)
    }

    /// Whose the object of the member `expr` is.
    fn owner(&self, script: &Script, (file, expr): (FileId, ExprId)) -> Owner {
        let (mut at, mut is_used) = (expr, true);
        for _ in 0..DEEPEST {
            at = match script.kind(at) {
                ExprKind::Member { object, .. } | ExprKind::Index { object, .. } => *object,
                ExprKind::Binding(binding) => {
                    is_used = self.is_used(script, (file, *binding));
                    let held = script.only_value(*binding);
                    let held = held.or_else(|| parameter_value(script, *binding));
                    let Some(value) = held else { return Owner::Place };
                    value
                }
                ExprKind::Logical { left, .. } => *left,
                ExprKind::Param(_) | ExprKind::RestParam(_) if !is_used => return Owner::Caller,
                ExprKind::Param(_) | ExprKind::RestParam(_) => {
                    return Owner::Function(script.expr(at).function);
                }
                ExprKind::This | ExprKind::Arguments => {
                    return Owner::Function(script.receiver(script.expr(at).function));
                }
                _ => return Owner::Place,
            };
        }
        Owner::Place
    }
}

fn senders(platform: &Platform, values: &Values) -> FxHashSet<FunctionNode> {
    let is_network =
        |path: &str| platform.api_at(path).map(|api| api.kind) == Some(&ApiKind::Network);
    let calls = values.host_calls.iter();
    let sending = calls.filter(|host| is_network(values.symbols.text(host.path)));
    sending.map(|host| values.call(host.call).caller).collect()
}

/// By file, the calls that put what they are given where users can read it.
fn tellers(platform: &Platform, values: &Values) -> FxHashMap<FileId, Vec<ExprId>> {
    let mut all: FxHashMap<FileId, Vec<ExprId>> = FxHashMap::default();
    for host in &values.host_calls {
        let api = platform.api_at(values.symbols.text(host.path));
        let tells = matches!(
            api.map(|api| api.kind),
            Some(
                ApiKind::Log
                    | ApiKind::Dialog { .. }
                    | ApiKind::Feedback
                    | ApiKind::Navigation { to: Target::Page }
            )
        );
        let site = values.call(host.call);
        if tells && site.kind == CallKind::Call {
            all.entry(values.instance(site.instance).file).or_default().push(site.expr);
        }
    }
    for calls in all.values_mut() {
        calls.sort_unstable();
        calls.dedup();
    }
    all
}
