//! Ways through the program on which what a place is handed is told apart: from the calls that fill
//! its parameters on.

use std::collections::{BTreeMap, VecDeque};

use crate::semantic::Semantics;
use crate::semantic::values::{CallKind, FunctionNode};

use super::Frame;

/// What is handed on is followed back through no more calls.
pub(in crate::semantic) const MOST_FRAMES: usize = 4;

/// Between a function and a place inside of it are no more functions than this.
const MOST_BETWEEN: usize = 32;

/// How far ways are told apart.
#[derive(Clone, Copy, Debug)]
pub(in crate::semantic) struct Limits {
    /// No more ways than this.
    pub(in crate::semantic) most: usize,
    /// Whether the way that begins in a function is kept beside those from its calls, where others
    /// run it, too.
    pub(in crate::semantic) keeps_rest: bool,
}

/// A way to a place.
#[derive(Clone, Debug)]
pub(in crate::semantic) struct Way {
    /// Where it begins.
    pub(in crate::semantic) function: FunctionNode,
    /// The calls that fill the parameters, and what lies between them and the place.
    pub(in crate::semantic) edges: Vec<u32>,
    /// The functions whose parameters they fill, the innermost first.
    pub(in crate::semantic) frames: Vec<Frame>,
}

impl Semantics {
    /// The ways to a place in `function`, each with what `look` finds on it: as long as it names a
    /// function that is handed what is not known, one for each call of that, up to `limits`.
    pub(in crate::semantic) fn handed<T>(
        &self,
        function: FunctionNode,
        limits: Limits,
        mut look: impl FnMut(&Way) -> (T, Option<FunctionNode>),
    ) -> Vec<(Way, T)> {
        let start = Way { function, edges: Vec::new(), frames: Vec::new() };
        let mut work = VecDeque::from([start]);
        let mut found = Vec::new();
        while let Some(way) = work.pop_front() {
            let (seen, handed) = look(&way);
            let room = limits.most.saturating_sub(found.len() + work.len());
            let longer = handed.filter(|_| way.frames.len() < MOST_FRAMES);
            let (longer, is_all) =
                longer.map(|function| self.longer(&way, function, room)).unwrap_or_default();
            if longer.is_empty() || limits.keeps_rest && !is_all {
                found.push((way, seen));
            }
            work.extend(longer);
        }
        found
    }

    /// `way` with each call of `function` before it, which hands over what it lacks, no more than
    /// `room`, and none where that cannot be told; and whether nothing else runs `function`.
    fn longer(&self, way: &Way, function: FunctionNode, room: usize) -> (Vec<Way>, bool) {
        let Some(between) = self.between(function, way.function) else { return Default::default() };
        let mut longer = Vec::new();
        let mut is_all = !self.reach.is_entry(function);
        for (at, edge) in self.graph.into_indexed(function).filter(|it| !it.1.guard.never) {
            let call = edge.call.filter(|call| self.values.call(*call).kind == CallKind::Call);
            let Some(call) = call else {
                is_all = false;
                continue;
            };
            if longer.len() == room {
                return (longer, false);
            }
            let edges = std::iter::once(at).chain(between.iter().copied());
            let edges = edges.chain(way.edges.iter().copied()).collect();
            let frames = way.frames.iter().copied().chain([(function, call)]).collect();
            longer.push(Way { function: edge.from, edges, frames });
        }
        (longer, is_all)
    }

    /// The shortest way from `outer` to `inner`, if they are near.
    pub(in crate::semantic) fn between(
        &self,
        outer: FunctionNode,
        inner: FunctionNode,
    ) -> Option<Vec<u32>> {
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
