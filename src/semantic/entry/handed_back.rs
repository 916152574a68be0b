//! Functions that code which was not read is handed and gives back: `throttle(f)`, `action(f)`.
//!
//! Such code may call a function on the spot. It does not where it only wraps it: where what comes
//! back is a member that others call, or is kept and called itself. What is kept at the top level is
//! made for later, whoever calls it; and to unsubscribe a function is not to call it.

use std::collections::{BTreeMap, BTreeSet};

use crate::platform;
use crate::semantic::graph::call_graph::{CallGraph, Edge};
use crate::semantic::values::{CallKind, CallSite, FunctionNode, InstanceId, Values};
use crate::source::FileId;
use crate::syntax::File;
use crate::syntax::script::{Call, Export, ExprId, ExprKind, FunctionId, MODULE, Property, Script};

use super::Entry;
use rustc_hash::{FxHashMap, FxHashSet};

/// Calls are looked out of no further than this: `action(throttle(f))`.
const MOST_WRAPPERS: usize = 8;

/// The edges by which code that was not read would call on the spot what it only gives back.
pub(in crate::semantic) fn edges(
    files: &[File],
    values: &Values,
    graph: &CallGraph,
    entries: &[Entry],
) -> Vec<u32> {
    let entered: BTreeSet<FunctionNode> = entries.iter().map(|entry| entry.function).collect();
    let unread = values.host_calls.iter().filter(|host| host.is_unread());
    let unread = unread.map(|host| values.call(host.call)).map(|site| (site.instance, site.expr));
    let unread: BTreeSet<(InstanceId, ExprId)> = unread.collect();
    if unread.is_empty() {
        return Vec::new();
    }
    let called = called(values, graph);
    let all = (0..).map(FunctionNode).zip(&called).filter(|(_, is_called)| **is_called);
    let runs =
        all.map(|(node, _)| node).chain(entered.iter().copied()).map(|node| values.written(node));
    let runs: FxHashSet<(FileId, FunctionId)> = runs.collect();
    let mut outsides: BTreeMap<FileId, Outside> = BTreeMap::new();
    let mut found = Vec::new();
    for (edge, at) in graph.edges.iter().zip(0..) {
        let site = edge.call.map(|call| values.call(call));
        let is_unread = |site: &&CallSite| {
            site.kind == CallKind::Escape && unread.contains(&(site.instance, site.expr))
        };
        let Some(site) = site.filter(is_unread) else { continue };
        let file = values.instance(site.instance).file;
        let Some(script) = files[file.index()].script() else { continue };
        let outside = outsides.entry(file).or_insert_with(|| Outside::new(script));
        let (_, function) = values.function(edge.to);
        let is_wrapper = outside.is_member(site.expr)
            || unsubscribes(script, site.expr)
            || outside.is_kept(site.expr)
                && (script.expr(site.expr).function == MODULE || runs.contains(&(file, function)))
            || entered.contains(&edge.to) && is_written(script, site, function)
            || called[edge.to.0 as usize] && is_first(script, site.expr, function);
        if is_wrapper {
            found.push(at);
        }
    }
    found
}

/// Whether each function is called elsewhere than by code that was not read.
fn called(values: &Values, graph: &CallGraph) -> Vec<bool> {
    let is_call = |edge: &&Edge| {
        let kind = edge.call.map(|call| values.call(call).kind);
        edge.from != edge.to && !edge.guard.never && kind != Some(CallKind::Escape)
    };
    let mut called = vec![false; values.function_count()];
    for edge in graph.edges.iter().filter(is_call) {
        called[edge.to.0 as usize] = true;
    }
    called
}

/// Whether `site` is handed `function` as it is written.
fn is_written(script: &Script, site: &CallSite, function: FunctionId) -> bool {
    let ExprKind::Call(Call { arguments, .. }) = script.kind(site.expr) else { return false };
    arguments.iter().any(|argument| is_it(script, argument.value, function))
}

/// Whether `call` is handed `function` as it is written, itself or in a wrapper, and no name before it,
/// as what registers listeners is: `on('change', f)`.
fn is_first(script: &Script, call: ExprId, function: FunctionId) -> bool {
    let mut call = call;
    for _ in 0..MOST_WRAPPERS {
        let ExprKind::Call(Call { arguments, .. }) = script.kind(call) else { return false };
        let mut before = arguments.iter().map(|argument| argument.value);
        let first = before.find(|it| !matches!(script.kind(*it), ExprKind::Number(_)));
        match first {
            Some(first) if is_it(script, first, function) => return true,
            Some(first) => call = first,
            None => return false,
        }
    }
    false
}

/// Whether `call` takes back what something like `on('change', f)` has been handed.
fn unsubscribes(script: &Script, call: ExprId) -> bool {
    let ExprKind::Call(call) = script.kind(call) else { return false };
    let ExprKind::Member { property, .. } = script.kind(call.callee) else { return false };
    platform::unsubscribes(script.name(*property))
}

fn is_it(script: &Script, argument: ExprId, function: FunctionId) -> bool {
    matches!(script.kind(argument), ExprKind::Function(it) if *it == function)
}

/// What stands around the expressions of a script.
#[derive(Debug, Default)]
struct Outside {
    /// The values of members of literals and classes.
    members: FxHashSet<ExprId>,
    /// What variables and members are set to, and what is exported.
    kept: FxHashSet<ExprId>,
    /// The call that each argument is handed to.
    arguments: FxHashMap<ExprId, ExprId>,
}

impl Outside {
    fn new(script: &Script) -> Self {
        let mut outside = Self::default();
        let mut add = |property: &Property| {
            if let Property::Value { value, .. } = property {
                outside.members.insert(*value);
            }
        };
        script.classes.iter().flat_map(|class| &class.members).for_each(|it| add(&it.property));
        outside.kept.extend(script.exports.iter().filter_map(|export| match export {
            Export::Local { value, .. } => Some(*value),
            _ => None,
        }));
        for (id, expr) in script.exprs() {
            match &expr.kind {
                ExprKind::Object(properties) => properties.iter().for_each(&mut add),
                ExprKind::Assign { value, .. } => {
                    outside.kept.insert(*value);
                }
                ExprKind::Call(call) => {
                    let values = call.arguments.iter().map(|argument| (argument.value, id));
                    outside.arguments.extend(values);
                }
                _ => {}
            }
        }
        outside
    }

    /// Whether `call`, or one that it is an argument of, is a member of a literal or of a class.
    fn is_member(&self, call: ExprId) -> bool {
        self.around(call).any(|call| self.members.contains(&call))
    }

    /// Whether what `call`, or one that it is an argument of, gives is kept in a variable or member.
    fn is_kept(&self, call: ExprId) -> bool {
        self.around(call).any(|call| self.kept.contains(&call))
    }

    /// `call` and those that it is an argument of, innermost first.
    fn around(&self, call: ExprId) -> impl Iterator<Item = ExprId> {
        let calls = std::iter::successors(Some(call), |at| self.arguments.get(at).copied());
        calls.take(MOST_WRAPPERS)
    }
}
