//! Which call on the path of a refusal repeats the question: the one that must change, and not one that
//! a button for another try runs as well.

use std::collections::BTreeSet;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::semantic::Semantics;
use crate::semantic::graph::call_graph::Edge;
use crate::semantic::refusal::refused::{Hop, Place};
use crate::semantic::values::{CallKind, FunctionNode};
use crate::source::{FileId, FileSpan};
use crate::syntax::script::FunctionId;

use super::repeat::Loops;

/// What else runs a function is looked for through no more functions than this; one with more callers has
/// others for sure.
const MOST_FUNCTIONS: usize = 500;

/// A function, whichever copy of it.
type Function = (FileId, FunctionId);

/// What runs functions beside the answers to questions.
#[derive(Debug)]
pub(super) struct Runners {
    /// What the host runs.
    entries: FxHashSet<Function>,
    /// The functions that run each function, with the places of their calls.
    callers: FxHashMap<Function, Vec<(Function, FileSpan)>>,
}

impl Runners {
    pub(super) fn new(semantics: &Semantics) -> Self {
        let values = &semantics.values;
        let graph = &semantics.graph;
        let failing = semantics.refusing.failing.values().flatten();
        let failing: FxHashSet<FileSpan> =
            failing.filter_map(|at| Some(graph.edges.get(*at as usize)?.at)).collect();
        // What the answer leads to, a retry among it, is no reason to have it after a refusal.
        let is_answer = |edge: &Edge| {
            let site = edge.call.map(|call| values.call(call));
            site.is_some_and(|site| {
                matches!(site.kind, CallKind::Callback { .. })
                    && semantics.refusing.asking.contains(&(site.instance, site.expr))
            })
        };
        let mut callers: FxHashMap<Function, Vec<(Function, FileSpan)>> = FxHashMap::default();
        for edge in graph.edges.iter().filter(|it| !failing.contains(&it.at) && !is_answer(it)) {
            let (from, to) = (values.written(edge.from), values.written(edge.to));
            callers.entry(to).or_default().push((from, edge.at));
        }
        let entries = semantics.reach.entries.iter().map(|it| values.written(it.function));
        Self { entries: entries.collect(), callers }
    }

    /// Whether something runs `function` without the calls at `taken`.
    fn run(&self, function: Function, taken: &BTreeSet<FileSpan>) -> bool {
        let mut seen = FxHashSet::from_iter([function]);
        let mut work = vec![function];
        while let Some(function) = work.pop() {
            if self.entries.contains(&function) {
                return true;
            }
            for (caller, at) in self.callers.get(&function).into_iter().flatten() {
                if !taken.contains(at) && seen.insert(*caller) {
                    work.push(*caller);
                }
                if seen.len() > MOST_FUNCTIONS {
                    return true;
                }
            }
        }
        false
    }
}

impl Loops<'_> {
    /// The call on the way that runs a function again which has set down what hears the refusal;
    /// else the last call on the way, else its first step. Of the calls up to there the last one that
    /// only the answers to questions run.
    pub(super) fn repeated_at(&self, way: &[Hop]) -> Option<FileSpan> {
        let graph = &self.semantics.graph;
        let edge = |hop: &Hop| graph.edges.get(hop.edge? as usize);
        let hearing = way.iter().filter(|hop| hop.heard.is_some());
        let hearing: BTreeSet<FunctionNode> =
            hearing.map(|hop| edge(hop).map_or(hop.to.function(), |edge| edge.from)).collect();
        let places = way.iter().map(|hop| hop.to);
        let sources = std::iter::once(None).chain(places.map(Some));
        let edges: Vec<(Option<Place>, &Edge)> =
            sources.zip(way).filter_map(|(source, hop)| Some((source, edge(hop)?))).collect();
        let is_call = |(_, edge): &(Option<Place>, &Edge)| {
            let call = edge.call.map(|call| self.semantics.values.call(call));
            call.is_some_and(|call| call.kind == CallKind::Call)
        };
        let again = edges.iter().position(|it| is_call(it) && hearing.contains(&it.1.to));
        let again = again.or_else(|| edges.iter().rposition(is_call)).unwrap_or_default();
        let (_, last) = edges.get(again)?;
        let taken = edges.iter().map(|(_, edge)| edge.at).collect();
        let is_own = |source: &Option<Place>| match source {
            Some(Place::Function(function)) => !self.is_run(*function, &taken),
            _ => true,
        };
        let before = edges.iter().take(again + 1).filter(|it| is_call(it) || it.0.is_none());
        let own = before.rev().find(|(source, _)| is_own(source));
        Some(own.map_or(last.at, |(_, edge)| edge.at))
    }

    /// Whether something runs `function` beside the answers to questions and the calls at `taken`.
    fn is_run(&self, function: FunctionNode, taken: &BTreeSet<FileSpan>) -> bool {
        let runners = self.runners.get_or_init(|| Runners::new(self.semantics));
        runners.run(self.semantics.values.written(function), taken)
    }
}
