//! Which functions handle one answer together.

use std::collections::{BTreeMap, BTreeSet};

use crate::semantic::graph::call_graph::CallGraph;
use crate::semantic::values::FunctionNode;
use crate::semantic::values::wallet::part::Source;

use super::FlowId;

/// A function that handles an answer.
pub(super) type Hand = (Source, FunctionNode);

/// The functions that handle answers, joined where one runs the other.
pub(super) struct Flows {
    numbers: BTreeMap<Hand, u32>,
    leaders: Vec<u32>,
}

impl Flows {
    /// Joins `hands`.
    pub(super) fn new(graph: &CallGraph, hands: &BTreeSet<Hand>) -> Self {
        let numbers: BTreeMap<Hand, u32> = hands.iter().copied().zip(0..).collect();
        let mut flows = Self { leaders: (0..numbers.len() as u32).collect(), numbers };
        for (source, function) in hands {
            for (_, edge) in graph.from(*function) {
                flows.join((*source, *function), (*source, edge.to));
            }
        }
        // A leader stands before those it leads.
        for at in 0..flows.leaders.len() {
            flows.leaders[at] = flows.leaders[flows.leaders[at] as usize];
        }
        flows
    }

    /// The flow that `hand` belongs to.
    pub(super) fn of(&self, hand: Hand) -> Option<FlowId> {
        self.numbers.get(&hand).map(|number| FlowId(self.leaders[*number as usize]))
    }

    fn join(&mut self, left: Hand, right: Hand) {
        let (Some(left), Some(right)) = (self.numbers.get(&left), self.numbers.get(&right)) else {
            return;
        };
        let (left, right) = (*left, *right);
        let (left, right) = (self.leader(left), self.leader(right));
        self.leaders[left.max(right) as usize] = left.min(right);
    }

    fn leader(&mut self, mut at: u32) -> u32 {
        while self.leaders[at as usize] != at {
            self.leaders[at as usize] = self.leaders[self.leaders[at as usize] as usize];
            at = self.leaders[at as usize];
        }
        at
    }
}
