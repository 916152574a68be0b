//! Which call on the path of a refusal repeats the question: the one that must change, and not one that
//! a button for another try runs as well.

use std::collections::{BTreeMap, BTreeSet};

use crate::semantic::graph::call_graph::Edge;
use crate::semantic::refusal::refused::{Hop, Place};
use crate::semantic::values::{CallKind, FunctionNode};
use crate::source::{FileId, FileSpan};
use crate::syntax::script::FunctionId;

use super::repeat::Loops;

/// A function, whichever copy of it.
type Function = (FileId, FunctionId);

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
        let shared = self.shared(way);
        let is_own = |source: &Option<Place>| match source {
            Some(Place::Function(function)) => !shared.contains(&self.function(*function)),
            _ => true,
        };
        let before = edges.iter().take(again + 1).filter(|it| is_call(it) || it.0.is_none());
        let own = before.rev().find(|(source, _)| is_own(source));
        Some(own.map_or(last.at, |(_, edge)| edge.at))
    }

    /// The functions that something runs beside the answers to questions.
    fn shared(&self, way: &[Hop]) -> BTreeSet<Function> {
        let semantics = self.semantics;
        let graph = &semantics.graph;
        let failing = semantics.refusing.failing.values().flatten();
        let taken = way.iter().filter_map(|hop| hop.edge).chain(failing.copied());
        let taken: BTreeSet<FileSpan> =
            taken.filter_map(|at| Some(graph.edges.get(at as usize)?.at)).collect();
        let mut next: BTreeMap<Function, Vec<Function>> = BTreeMap::new();
        // What the answer leads to, a retry among it, is no reason to have it after a refusal.
        let is_answer = |edge: &Edge| {
            let site = edge.call.map(|call| semantics.values.call(call));
            site.is_some_and(|site| {
                matches!(site.kind, CallKind::Callback { .. })
                    && semantics.refusing.asking.contains(&(site.instance, site.expr))
            })
        };
        let others = graph.edges.iter();
        for edge in others.filter(|edge| !taken.contains(&edge.at) && !is_answer(edge)) {
            next.entry(self.function(edge.from)).or_default().push(self.function(edge.to));
        }
        let entries = semantics.reach.entries.iter();
        let mut work: Vec<Function> = entries.map(|it| self.function(it.function)).collect();
        let mut shared = BTreeSet::new();
        while let Some(function) = work.pop() {
            if shared.insert(function) {
                work.extend(next.get(&function).into_iter().flatten());
            }
        }
        shared
    }

    fn function(&self, node: FunctionNode) -> Function {
        let (instance, function) = self.semantics.values.function(node);
        (self.semantics.values.instance(instance).file, function)
    }
}
