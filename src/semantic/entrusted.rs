//! Functions that are about a credential: every call hands one over, and they do more with it than
//! to tell it. What goes wrong with it there is theirs, not that of their callers, as it is where a
//! helper logs whatever it is given.

use std::cell::{OnceCell, RefCell};

use rustc_hash::{FxHashMap, FxHashSet};

use crate::platform::is_logger;
use crate::source::{FileId, Span};
use crate::syntax::script::{BindingId, BindingKind, ExprKind, FunctionId, Script};

use super::call_graph::CallGraph;
use super::values::{CallId, Values};

/// What is looked up of them, once it is asked for.
#[derive(Debug, Default)]
pub struct Entrusted {
    /// The calls of each function, in all of its copies.
    calls: OnceCell<FxHashMap<(FileId, FunctionId), Vec<CallId>>>,
    /// By file, the parameters that are read elsewhere than in a log.
    used: RefCell<FxHashMap<FileId, FxHashSet<BindingId>>>,
}

impl Entrusted {
    /// All calls of `function` of `file`, in whichever copy.
    pub(super) fn calls(
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

    /// Whether the parameter `binding` of `script`, in `file`, is read elsewhere than in a log.
    pub(super) fn is_used(&self, script: &Script, file: FileId, binding: BindingId) -> bool {
        let mut used = self.used.borrow_mut();
        used.entry(file).or_insert_with(|| used_parameters(script)).contains(&binding)
    }
}

fn used_parameters(script: &Script) -> FxHashSet<BindingId> {
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
    reads.filter(|binding| script.binding(*binding).kind == BindingKind::Param).collect()
}
