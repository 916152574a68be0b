//! What fulfils the promise that a `then` or an `await` goes on after: of `new Promise((resolve,
//! reject) => my.confirm({ success: (res) => (res.confirm ? resolve() : reject()) }))` the call of
//! `resolve`.

use std::rc::Rc;

use crate::semantic::values::{CallKind, CallSite, InstanceId, Node, Token, Values};
use crate::source::FileId;
use crate::syntax::File;
use crate::syntax::script::{
    Binding, BindingId, BindingKind, ExprId, ExprKind, FunctionId, Script, Target,
};

use rustc_hash::{FxHashMap, FxHashSet};

/// So many `await`s before a call are looked at.
const MOST_AWAITS: usize = 16;

/// A promise that so many calls can fulfil tells nothing.
const MOST_CALLS: usize = 256;

/// The `await`s of each function that has any, in their order.
pub(in crate::semantic) type Awaits = FxHashMap<FunctionId, Vec<ExprId>>;

/// Calls of a copy, each with it.
type Calls = Rc<[(InstanceId, ExprId)]>;

/// A search for what fulfils promises.
pub(in crate::semantic) struct Fulfilled<'a> {
    files: &'a [File],
    values: &'a Values,
    /// By file, for the scripts that were asked for.
    uses: FxHashMap<FileId, ParameterUses>,
    /// The `await`s of each function that has any, by file.
    awaits: FxHashMap<FileId, Awaits>,
    /// What fulfils what was awaited, as far as it was looked up.
    fulfilling: FxHashMap<(InstanceId, ExprId), Calls>,
}

impl<'a> Fulfilled<'a> {
    /// A search in `files`, whose values are known.
    pub(in crate::semantic) fn new(files: &'a [File], values: &'a Values) -> Self {
        let (uses, awaits, fulfilling) = Default::default();
        Self { files, values, uses, awaits, fulfilling }
    }

    /// The calls that fulfil the promises which `site`, a `then`, goes on after, each with its copy;
    /// none where something else may do so.
    pub(in crate::semantic) fn calls(&mut self, site: &CallSite) -> Vec<(InstanceId, ExprId)> {
        let awaited = self.awaited(site);
        awaited.map_or_else(Vec::new, |awaited| self.calls_behind(awaited))
    }

    /// The calls that fulfil what is surely awaited before `site` by its function, for each `await`.
    pub(in crate::semantic) fn before(&mut self, site: &CallSite) -> Vec<Calls> {
        let Some((file, script)) = self.script(site.instance) else { return Vec::new() };
        if !script.function(script.expr(site.expr).function).is_async {
            return Vec::new();
        }
        let awaits = self.awaits.entry(file).or_insert_with(|| awaits(script));
        let sure = surely_before(script, awaits, site.expr);
        sure.into_iter().map(|it| self.fulfilling_awaited(site.instance, script, it)).collect()
    }

    /// What `site`, a `then`, goes on after, and what its function has surely awaited before it.
    pub(in crate::semantic) fn waited_for(&mut self, site: &CallSite) -> Vec<Node> {
        let mut nodes: Vec<Node> = self.awaited(site).into_iter().collect();
        let Some((file, script)) = self.script(site.instance) else { return nodes };
        if script.function(script.expr(site.expr).function).is_async {
            let awaits = self.awaits.entry(file).or_insert_with(|| awaits(script));
            let sure = surely_before(script, awaits, site.expr).into_iter();
            nodes.extend(sure.filter_map(|it| match script.kind(it) {
                ExprKind::Await(value) => self.values.value(site.instance, script, *value),
                _ => None,
            }));
        }
        nodes
    }

    fn fulfilling_awaited(&mut self, instance: InstanceId, script: &Script, expr: ExprId) -> Calls {
        if let Some(known) = self.fulfilling.get(&(instance, expr)) {
            return Rc::clone(known);
        }
        let node = match script.kind(expr) {
            ExprKind::Await(value) => self.values.value(instance, script, *value),
            _ => None,
        };
        let calls: Calls = node.map_or_else(Vec::new, |node| self.calls_behind(node)).into();
        self.fulfilling.insert((instance, expr), Rc::clone(&calls));
        calls
    }

    /// The calls that fulfil the promises among the values of `awaited`; none where there are other
    /// values, or something else may fulfil one.
    fn calls_behind(&mut self, awaited: Node) -> Vec<(InstanceId, ExprId)> {
        let mut calls = Vec::new();
        for token in self.values.each(awaited) {
            let Token::Promise(promise) = token else { return Vec::new() };
            match self.fulfilling(promise) {
                Some(found) => calls.extend(found),
                None => return Vec::new(),
            }
        }
        calls
    }

    /// What `then` is called on.
    fn awaited(&self, site: &CallSite) -> Option<Node> {
        if site.kind != (CallKind::Continuation { rejected: false }) {
            return None;
        }
        let script = self.script(site.instance)?.1;
        let ExprKind::Call(call) = script.kind(site.expr) else { return None };
        let ExprKind::Member { object, property, .. } = script.kind(call.callee) else {
            return None;
        };
        if script.name(*property) != "then" {
            return None;
        }
        self.values.value(site.instance, script, *object)
    }

    /// The calls of the first parameter of what `new Promise` runs, which `promise` is the value of;
    /// `None` where there is another use of it, none, or more calls than are looked at.
    pub(in crate::semantic) fn fulfilling(
        &mut self,
        promise: Node,
    ) -> Option<Vec<(InstanceId, ExprId)>> {
        let (instance, file, resolve) = self.resolving(promise)?;
        let calls = self.uses.get(&file)?.called.get(&resolve)?;
        let calls = (calls.len() <= MOST_CALLS).then_some(calls)?;
        Some(calls.iter().map(|call| (instance, *call)).collect())
    }

    /// Whether what `new Promise` runs, which `promise` is the value of, hands over its first parameter
    /// and never calls it: `success: resolve`.
    pub(in crate::semantic) fn is_handed_over(&mut self, promise: Node) -> bool {
        let resolving = self.resolving(promise);
        let uses = resolving.and_then(|(_, file, resolve)| Some((self.uses.get(&file)?, resolve)));
        uses.is_some_and(|(uses, resolve)| !uses.callees.contains(&resolve))
    }

    /// The first parameter of what `new Promise` runs, which `promise` is the value of, with where that
    /// stands.
    fn resolving(&mut self, promise: Node) -> Option<(InstanceId, FileId, BindingId)> {
        let (instance, expr) = self.values.place(promise)?;
        let (file, script) = self.script(instance)?;
        let ExprKind::Call(call) = script.kind(expr) else { return None };
        let executor = call.arguments.first().filter(|_| call.is_new)?;
        let ExprKind::Function(executor) = script.kind(executor.value) else { return None };
        let uses = self.uses.entry(file).or_insert_with(|| ParameterUses::new(script));
        Some((instance, file, *uses.first.get(executor)?))
    }

    fn script(&self, instance: InstanceId) -> Option<(FileId, &'a Script)> {
        let file = self.values.instance(instance).file;
        Some((file, self.files.get(file.index())?.script()?))
    }
}

/// The variable that the argument `number` of `function` is put into.
pub(in crate::semantic) fn parameter(
    script: &Script,
    function: FunctionId,
    number: u32,
) -> Option<BindingId> {
    let bindings = script.bindings.iter().zip((0..).map(BindingId));
    let mut own = bindings.filter(|(binding, _)| binding.function == function);
    own.find(|(binding, _)| is_parameter(script, binding, number)).map(|(_, id)| id)
}

/// Whether `binding` is written once, with the argument `number` of its function.
fn is_parameter(script: &Script, binding: &Binding, number: u32) -> bool {
    let [write] = binding.writes.as_slice() else { return false };
    match script.kind(*write) {
        ExprKind::Assign { target: Target::Binding(_), value } => {
            *script.kind(*value) == ExprKind::Param(number)
        }
        _ => false,
    }
}

/// What a script does with the parameters of its functions.
struct ParameterUses {
    /// The calls of those that it uses for nothing else.
    called: FxHashMap<BindingId, Vec<ExprId>>,
    /// All that it calls.
    callees: FxHashSet<BindingId>,
    /// The first of each function.
    first: FxHashMap<FunctionId, BindingId>,
}

impl ParameterUses {
    fn new(script: &Script) -> Self {
        let calls: FxHashMap<ExprId, ExprId> =
            script.calls().map(|(id, _, call)| (call.callee, id)).collect();
        let mut called: FxHashMap<BindingId, Vec<ExprId>> = FxHashMap::default();
        let (mut used, mut callees) = (FxHashSet::default(), FxHashSet::default());
        for (id, expr) in script.exprs() {
            let ExprKind::Binding(binding) = &expr.kind else { continue };
            let call = calls.get(&id);
            callees.extend(call.map(|_| *binding));
            if script.binding(*binding).kind != BindingKind::Param {
                continue;
            }
            match call {
                Some(call) => called.entry(*binding).or_default().push(*call),
                None => drop(used.insert(*binding)),
            }
        }
        called.retain(|binding, _| !used.contains(binding));
        let mut first = FxHashMap::default();
        for (binding, id) in script.bindings.iter().zip((0..).map(BindingId)) {
            if is_parameter(script, binding, 0) {
                first.entry(binding.function).or_insert(id);
            }
        }
        Self { called, callees, first }
    }
}

/// The `await`s of the functions of `script`.
pub(in crate::semantic) fn awaits(script: &Script) -> Awaits {
    let mut all = Awaits::default();
    for (id, expr) in script.exprs() {
        if let ExprKind::Await(_) = expr.kind {
            all.entry(expr.function).or_default().push(id);
        }
    }
    all
}

/// Those of `awaits` that a run of its function which comes to `at` has waited for, the last first.
pub(in crate::semantic) fn surely_before(
    script: &Script,
    awaits: &Awaits,
    at: ExprId,
) -> Vec<ExprId> {
    let place = script.expr(at);
    let own = awaits.get(&place.function).map_or(&[][..], Vec::as_slice);
    let before = own[..own.partition_point(|it| *it < at)].iter().rev().take(MOST_AWAITS);
    let is_sure = |it: &ExprId| {
        let region = script.expr(*it).region;
        script.enclosing(place.region).any(|(id, _)| id == region)
    };
    before.copied().filter(is_sure).collect()
}
