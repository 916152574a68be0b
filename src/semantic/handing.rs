//! Ways through the program on which what a place is handed is told apart: from the calls that fill
//! its parameters on.

use std::collections::{BTreeMap, VecDeque};

use super::Semantics;
use super::composer::Frame;
use super::values::{CallKind, FunctionNode};

/// What is handed on is followed back through no more calls.
pub(super) const MOST_FRAMES: usize = 4;

/// No more ways to one place are told apart.
const MOST_WAYS: usize = 256;

/// Between a function and a place inside of it are no more functions than this.
const MOST_BETWEEN: usize = 32;

/// A way to a place.
#[derive(Clone, Debug)]
pub(super) struct Way {
    /// Where it begins.
    pub(super) function: FunctionNode,
    /// The calls that fill the parameters, and what lies between them and the place.
    pub(super) edges: Vec<u32>,
    /// The functions whose parameters they fill, the innermost first.
    pub(super) frames: Vec<Frame>,
}

impl Semantics {
    /// The ways to a place in `function`, each with what `look` finds on it: as long as it names a
    /// function that is handed what is not known, one for each call of that. Where other than calls
    /// run that function, too, the way that begins there is one of them if it `keeps_rest`.
    pub(super) fn handed<T>(
        &self,
        function: FunctionNode,
        keeps_rest: bool,
        mut look: impl FnMut(&Way) -> (T, Option<FunctionNode>),
    ) -> Vec<(Way, T)> {
        let start = Way { function, edges: Vec::new(), frames: Vec::new() };
        let mut work = VecDeque::from([start]);
        let mut found = Vec::new();
        while let Some(way) = work.pop_front() {
            let (seen, handed) = look(&way);
            let room = MOST_WAYS.saturating_sub(found.len() + work.len());
            let longer = handed.filter(|_| way.frames.len() < MOST_FRAMES);
            let is_whole = longer.is_some_and(|function| self.is_only_called(function));
            let longer = longer.map(|function| self.longer(&way, function, room));
            let longer = longer.unwrap_or_default();
            if longer.is_empty() || keeps_rest && !is_whole {
                found.push((way, seen));
            }
            work.extend(longer);
        }
        found
    }

    /// Whether nothing but plain calls run `function`.
    fn is_only_called(&self, function: FunctionNode) -> bool {
        let is_plain = |call| self.values.call(call).kind == CallKind::Call;
        let mut edges =
            self.graph.into_indexed(function).map(|it| it.1).filter(|it| !it.guard.never);
        edges.all(|edge| edge.call.is_some_and(is_plain)) && !self.reach.is_entry(function)
    }

    /// `way` with each call of `function` before it, which hands over what it lacks; no more than
    /// `room`, and none where that cannot be told.
    fn longer(&self, way: &Way, function: FunctionNode, room: usize) -> Vec<Way> {
        let Some(between) = self.between(function, way.function) else { return Vec::new() };
        let calls = self.graph.into_indexed(function).filter(|(_, edge)| !edge.guard.never);
        let calls = calls.filter_map(|(at, edge)| Some((at, edge.from, edge.call?)));
        let plain = calls.filter(|(_, _, call)| self.values.call(*call).kind == CallKind::Call);
        let longer = plain.take(room).map(|(at, from, call)| {
            let edges = std::iter::once(at).chain(between.iter().copied());
            let edges = edges.chain(way.edges.iter().copied()).collect();
            let frames = way.frames.iter().copied().chain([(function, call)]).collect();
            Way { function: from, edges, frames }
        });
        longer.collect()
    }

    /// The shortest way from `outer` to `inner`, if they are near.
    fn between(&self, outer: FunctionNode, inner: FunctionNode) -> Option<Vec<u32>> {
        let mut next: BTreeMap<FunctionNode, Option<u32>> = BTreeMap::from([(inner, None)]);
        let mut work = VecDeque::from([inner]);
        while let Some(function) = work.pop_front() {
            if function == outer {
                let mut edges = Vec::new();
                let mut at = outer;
                while let Some(Some(edge)) = next.get(&at) {
                    edges.push(*edge);
                    at = self.graph.edges[*edge as usize].to;
                }
                return Some(edges);
            }
            for (at, edge) in self.graph.into_indexed(function) {
                if !edge.guard.never && next.len() < MOST_BETWEEN && !next.contains_key(&edge.from)
                {
                    next.insert(edge.from, Some(at));
                    work.push_back(edge.from);
                }
            }
        }
        None
    }
}
