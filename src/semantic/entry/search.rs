//! One search over the call graph: what runs from the entries of one trigger.

use std::cell::LazyCell;
use std::collections::hash_map::Entry as Slot;
use std::collections::{BTreeMap, VecDeque};

use rustc_hash::{FxHashMap, FxHashSet};

use crate::semantic::graph::call_graph::CallGraph;
use crate::semantic::guard::check::Checks;
use crate::semantic::values::FunctionNode;

use super::alive::{Made, Makers};
use super::{Entry, Trigger};

/// A function, and what had been checked on the way to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct State {
    pub(super) function: FunctionNode,
    pub(super) checks: Checks,
}

/// How a state was reached first, and so by a shortest path.
#[derive(Clone, Copy, Debug)]
pub(super) enum Came {
    Entry(u32),
    Edge(u32, State),
}

/// The states that were reached.
pub(super) type Reached = FxHashMap<State, Came>;

/// What is searched.
pub(super) struct Search<'a> {
    pub(super) graph: &'a CallGraph,
    pub(super) entries: &'a [Entry],
    pub(super) makers: &'a Makers<'a>,
    /// The edges that are not followed.
    pub(super) skipped: &'a FxHashSet<u32>,
    /// Edges to functions that were not there in an earlier search, by what makes these.
    pub(super) late: &'a FxHashMap<FunctionNode, Vec<u32>>,
    /// What was reached before the trigger comes.
    pub(super) before: Option<&'a Reached>,
    pub(super) trigger: Trigger,
}

/// What was found so far.
#[derive(Default)]
pub(super) struct Found {
    /// The states, and how each was reached.
    pub(super) came: Reached,
    /// The edges at which the user agrees in a dialog.
    pub(super) agreed: Vec<u32>,
    /// Edges that were not followed because the function that they run is not there yet.
    pub(super) early: BTreeMap<u32, Made>,
    work: VecDeque<State>,
    /// The functions that were reached.
    functions: FxHashSet<FunctionNode>,
    /// The edges that wait for a function to be reached.
    waiting: FxHashMap<FunctionNode, Vec<(u32, State)>>,
    /// The functions around others that were waited for since that was last looked at.
    asked: Vec<FunctionNode>,
}

impl Search<'_> {
    /// Searches until nothing more is found.
    pub(super) fn run(&self) -> Found {
        let mut found = Found::default();
        let before = self.before.into_iter().flat_map(|came| came.keys());
        found.functions.extend(before.map(|state| state.function));
        for (entry, at) in self.entries.iter().zip(0..) {
            if entry.triggers.contains(&self.trigger) {
                let state = State { function: entry.function, checks: Checks::default() };
                found.add(state, Came::Entry(at));
            }
        }
        let elsewhere = LazyCell::new(|| self.elsewhere());
        loop {
            while let Some(state) = found.work.pop_front() {
                for (edge, from) in found.waiting.remove(&state.function).unwrap_or_default() {
                    self.follow(&mut found, edge, from);
                }
                for (edge, _) in self.graph.from(state.function) {
                    self.follow(&mut found, edge, state);
                }
                for edge in self.late.get(&state.function).into_iter().flatten() {
                    self.follow(&mut found, *edge, state);
                }
            }
            // Of what nothing is known to run it is not known either that it runs at another time.
            let asked = std::mem::take(&mut found.asked);
            let unknown = asked.into_iter().filter(|maker| !elsewhere.contains(maker));
            for maker in unknown.collect::<Vec<_>>() {
                found.functions.insert(maker);
                for (edge, from) in found.waiting.remove(&maker).unwrap_or_default() {
                    self.follow(&mut found, edge, from);
                }
            }
            if found.work.is_empty() {
                return found;
            }
        }
    }

    fn follow(&self, found: &mut Found, at: u32, state: State) {
        let edge = &self.graph.edges[at as usize];
        if edge.guard.never || self.skipped.contains(&at) {
            return;
        }
        let checks = state.checks.or(edge.guard.checks);
        let next = State { function: edge.to, checks };
        if found.came.contains_key(&next) && !edge.guard.confirmed {
            return;
        }
        if let Some(made) = self.makers.of(edge, self.trigger)
            && !made.by().iter().any(|maker| found.functions.contains(maker))
        {
            for maker in made.by() {
                found.waiting.entry(*maker).or_default().push((at, state));
            }
            if let Made::Around(maker) = made {
                found.asked.push(maker);
            }
            found.early.insert(at, made);
            return;
        }
        found.early.remove(&at);
        if edge.guard.confirmed && self.trigger.ends_in_dialogs() {
            found.agreed.push(at);
        } else {
            found.add(next, Came::Edge(at, state));
        }
    }

    /// What runs from entries of later triggers, whatever is there.
    fn elsewhere(&self) -> FxHashSet<FunctionNode> {
        let is_later = |entry: &&Entry| entry.triggers.iter().any(|it| *it > self.trigger);
        let later = self.entries.iter().filter(is_later).map(|entry| entry.function);
        let mut work: Vec<FunctionNode> = later.collect();
        let mut seen: FxHashSet<FunctionNode> = work.iter().copied().collect();
        while let Some(function) = work.pop() {
            for (at, edge) in self.graph.from(function) {
                let is_open = !edge.guard.never && !self.skipped.contains(&at);
                if is_open && seen.insert(edge.to) {
                    work.push(edge.to);
                }
            }
        }
        seen
    }
}

impl Found {
    fn add(&mut self, state: State, came: Came) {
        if let Slot::Vacant(slot) = self.came.entry(state) {
            slot.insert(came);
            self.functions.insert(state.function);
            self.work.push_back(state);
        }
    }
}
