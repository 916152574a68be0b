//! The shortest ways from functions to certain places: one search backwards for all of them.

use std::collections::VecDeque;
use std::collections::hash_map::Entry as Slot;

use crate::semantic::values::FunctionNode;

use super::call_graph::{CallGraph, Edge};
use rustc_hash::FxHashMap;

/// How a function gets nearer.
#[derive(Clone, Copy, Debug)]
enum Next {
    /// It is there: the goal, by its number.
    Goal(usize),
    /// This edge runs a function that is nearer.
    Edge(u32),
}

/// The shortest ways to goals.
#[derive(Clone, Debug, Default)]
pub struct Toward {
    next: FxHashMap<FunctionNode, Next>,
}

impl Toward {
    /// The ways along edges that `follows` allows to functions that are goals, each with its
    /// number; of several goals in one function the first counts.
    #[must_use]
    pub fn new(
        graph: &CallGraph,
        goals: impl IntoIterator<Item = (FunctionNode, usize)>,
        follows: impl Fn(&Edge) -> bool,
    ) -> Self {
        let mut next = FxHashMap::default();
        let mut work = VecDeque::new();
        for (function, goal) in goals {
            if let Slot::Vacant(slot) = next.entry(function) {
                slot.insert(Next::Goal(goal));
                work.push_back(function);
            }
        }
        while let Some(function) = work.pop_front() {
            for (at, edge) in graph.into_indexed(function) {
                if follows(edge)
                    && let Slot::Vacant(slot) = next.entry(edge.from)
                {
                    slot.insert(Next::Edge(at));
                    work.push_back(edge.from);
                }
            }
        }
        Self { next }
    }

    /// Whether there is a way from `function` to a goal.
    #[must_use]
    pub fn leads(&self, function: FunctionNode) -> bool {
        self.next.contains_key(&function)
    }

    /// The edges from `function` to a goal, with the goal.
    #[must_use]
    pub fn way(&self, graph: &CallGraph, function: FunctionNode) -> Option<(Vec<u32>, usize)> {
        let mut edges = Vec::new();
        let mut at = function;
        loop {
            match *self.next.get(&at)? {
                Next::Goal(goal) => return Some((edges, goal)),
                Next::Edge(edge) => {
                    edges.push(edge);
                    at = graph.edges.get(edge as usize)?.to;
                }
            }
        }
    }
}
