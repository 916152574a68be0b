//! From which entries a function can run: one search per kind of entry, made once.

use std::collections::{BTreeSet, VecDeque};

use crate::semantic::graph::call_graph::CallGraph;
use crate::semantic::guard::check::Checks;
use crate::semantic::values::FunctionNode;

use super::alive::Makers;
use super::search::{Came, Reached, Search, State};
use super::{Entry, Trigger};
use rustc_hash::{FxHashMap, FxHashSet};

/// A longer way is not told; the program's authors could not follow it.
const LONGEST_PATH: usize = 1000;

/// The entries of a function are looked for through no more functions than this.
const MOST_FUNCTIONS: usize = 500;

/// A way from an entry to a function.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    /// The entry, by index.
    pub entry: u32,
    /// The edges of the call graph, by index, in the order they run.
    pub edges: Vec<u32>,
    /// What was checked on the way.
    pub checks: Checks,
}

/// What can be reached from the entries of each kind.
#[derive(Clone, Debug, Default)]
pub struct Reach {
    /// All entries; the first ones are the program's, then those that begin in a dialog.
    pub entries: Vec<Entry>,
    /// The number of the first entry that begins in a dialog.
    first_dialog: usize,
    /// The edges at which the user agrees, by dialog.
    agreed: Vec<u32>,
    came: Vec<Reached>,
    /// The sets of checks that occur in each of `came`.
    checks: Vec<BTreeSet<Checks>>,
    /// The entries that each function is.
    by_function: FxHashMap<FunctionNode, Vec<u32>>,
    /// The edges that are not followed.
    skipped: FxHashSet<u32>,
    /// The edges to functions that are not there yet when they would be followed, and what makes these.
    early: FxHashMap<u32, Vec<FunctionNode>>,
    /// The same edges, by what makes the functions.
    late: FxHashMap<FunctionNode, Vec<u32>>,
}

impl Reach {
    /// Searches `graph` from `entries`, but not along the edges `skipped`.
    #[must_use]
    pub(in crate::semantic) fn new(
        graph: &CallGraph,
        entries: Vec<Entry>,
        skipped: FxHashSet<u32>,
        makers: &Makers<'_>,
    ) -> Self {
        let mut reach = Self { entries, skipped, ..Self::default() };
        let mut agreed = Vec::new();
        for trigger in Trigger::ALL {
            if trigger == Trigger::Gesture {
                agreed.sort_unstable();
                agreed.dedup();
                let dialogs = agreed.iter().map(|edge| &graph.edges[*edge as usize]);
                reach.first_dialog = reach.entries.len();
                reach.entries.extend(dialogs.map(|edge| Entry::confirmed(edge.to, edge.at)));
                reach.agreed.clone_from(&agreed);
            }
            let Reach { entries, skipped, late, .. } = &reach;
            let before = reach.came.last().filter(|_| trigger == Trigger::Page);
            let found = Search { graph, entries, makers, skipped, late, before, trigger }.run();
            agreed.extend(found.agreed);
            reach.checks.push(found.came.keys().map(|state| state.checks).collect());
            reach.came.push(found.came);
            for (edge, made) in found.early {
                if !reach.early.contains_key(&edge) {
                    let makers = made.by().iter();
                    makers.for_each(|maker| reach.late.entry(*maker).or_default().push(edge));
                    reach.early.insert(edge, made.by().to_vec());
                }
            }
        }
        for (entry, at) in reach.entries.iter().zip(0..) {
            reach.by_function.entry(entry.function).or_default().push(at);
        }
        reach
    }

    /// The shortest ways from the entries of `trigger` to `function`, one for each set of checks.
    #[must_use]
    pub fn paths(&self, trigger: Trigger, function: FunctionNode) -> Vec<Path> {
        self.each_path(trigger, function).collect()
    }

    /// The first of these.
    #[must_use]
    pub fn first_path(&self, trigger: Trigger, function: FunctionNode) -> Option<Path> {
        self.each_path(trigger, function).next()
    }

    fn each_path(&self, trigger: Trigger, function: FunctionNode) -> impl Iterator<Item = Path> {
        let at = trigger.index();
        let found = self.came.get(at).zip(self.checks.get(at));
        found.into_iter().flat_map(move |(came, checks)| {
            let states = checks.iter().map(move |checks| State { function, checks: *checks });
            states.filter_map(|state| path(came, state))
        })
    }

    /// Whether the host runs `function` itself.
    #[must_use]
    pub fn is_entry(&self, function: FunctionNode) -> bool {
        self.by_function.contains_key(&function)
    }

    /// Whether `function` is an entry of `trigger` itself.
    #[must_use]
    pub fn begins(&self, trigger: Trigger, function: FunctionNode) -> bool {
        let own = self.by_function.get(&function).into_iter().flatten();
        own.filter_map(|at| self.entries.get(*at as usize)).any(|it| it.triggers.contains(&trigger))
    }

    /// The edge at which the user agrees in the dialog that `entry` begins in.
    #[must_use]
    pub fn agreed(&self, entry: u32) -> Option<u32> {
        self.agreed.get((entry as usize).checked_sub(self.first_dialog)?).copied()
    }

    /// Whether an entry of `trigger` reaches `function`.
    #[must_use]
    pub fn is_reached(&self, trigger: Trigger, function: FunctionNode) -> bool {
        let at = trigger.index();
        let Some((came, checks)) = self.came.get(at).zip(self.checks.get(at)) else { return false };
        checks.iter().any(|checks| came.contains_key(&State { function, checks: *checks }))
    }

    /// The entries of `triggers` that reach `function`, by index, nearest first; of a function
    /// with very many callers those of the nearest.
    #[must_use]
    pub fn entries_of(
        &self,
        graph: &CallGraph,
        function: FunctionNode,
        triggers: &[Trigger],
    ) -> Vec<u32> {
        let mut seen = BTreeSet::from([function]);
        let mut work = VecDeque::from([function]);
        let mut found = Vec::new();
        while let Some(function) = work.pop_front() {
            let own = self.by_function.get(&function).into_iter().flatten();
            found.extend(own.copied().filter(|at| {
                let entry = &self.entries[*at as usize];
                entry.triggers.iter().any(|it| triggers.contains(it))
            }));
            for (at, edge) in graph.into_indexed(function) {
                let is_open =
                    !edge.guard.never && !edge.guard.confirmed && !self.skipped.contains(&at);
                let makers = self.early.get(&at).map(Vec::as_slice);
                for from in makers.unwrap_or(std::slice::from_ref(&edge.from)) {
                    if is_open && seen.len() < MOST_FUNCTIONS && seen.insert(*from) {
                        work.push_back(*from);
                    }
                }
            }
        }
        found
    }
}

fn path(came: &Reached, end: State) -> Option<Path> {
    let mut edges = Vec::new();
    let mut at = end;
    while edges.len() <= LONGEST_PATH {
        match came.get(&at)? {
            Came::Entry(entry) => {
                edges.reverse();
                return Some(Path { entry: *entry, edges, checks: end.checks });
            }
            Came::Edge(edge, before) => {
                edges.push(*edge);
                at = *before;
            }
        }
    }
    None
}
