//! Consent flows that ask for two things at once.

use std::collections::{BTreeMap, VecDeque};

use crate::semantic::Semantics;
use crate::semantic::entry::Trigger;
use crate::semantic::entry::reach::Path;
use crate::semantic::graph::call_graph::Edge;
use crate::semantic::graph::toward::Toward;
use crate::semantic::guard::Guard;
use crate::semantic::site::api::scope_of;
use crate::semantic::values::{CallId, CallKind, FunctionNode};
use crate::syntax::File;

use rustc_hash::FxHashMap;

/// Flows are looked for along no more functions and edges than this in all.
const MOST_STEPS: usize = 2_000_000;

/// No more calls of one flow are compared, the nearest first.
const MOST_CALLS: usize = 100;

/// Functions, each with the edge by which it is reached first.
type Tree = FxHashMap<FunctionNode, Option<u32>>;

/// A consent flow that calls the APIs of both scopes.
#[derive(Clone, Debug)]
pub struct DoubleFlow {
    /// The call that comes first, by its index in [`Semantics::sites`].
    pub first: usize,
    /// The call that comes second.
    pub second: usize,
    /// The way to the second.
    pub path: Path,
}

impl Semantics {
    /// The flows from one consent that call both consent-bound APIs with no gesture in between;
    /// one for each second call.
    #[must_use]
    pub fn double_flows(&self, files: &[File]) -> Vec<DoubleFlow> {
        let mut flows: BTreeMap<usize, DoubleFlow> = BTreeMap::new();
        let toward = ["userInfo", "phoneNumber"].map(|scope| self.toward(scope));
        let mut left = MOST_STEPS;
        for (at, entry) in self.reach.entries.iter().enumerate() {
            let is_consent = entry.triggers.iter().any(|trigger| {
                matches!(trigger, Trigger::ConsentToUserInfo | Trigger::ConsentToPhoneNumber)
            });
            if !is_consent || !toward.iter().all(|toward| toward.leads(entry.function)) {
                continue;
            }
            let mut calls = self.consent_calls(at as u32, entry.function, &mut left);
            calls.sort_by_key(|(site, _, path)| (path.edges.len(), self.sites[*site].at));
            calls.truncate(MOST_CALLS);
            for (position, (second, call, path)) in calls.iter().enumerate() {
                let scope = scope_of(self.sites[*second].api);
                let first = calls[..position].iter().find(|(first, other, way)| {
                    scope_of(self.sites[*first].api) != scope
                        && !self.are_exclusive(files, (*other, way), (*call, path))
                });
                if let Some((first, _, _)) = first {
                    let flow = DoubleFlow { first: *first, second: *second, path: path.clone() };
                    flows.entry(*second).or_insert(flow);
                }
            }
        }
        flows.into_values().collect()
    }

    /// The ways to calls that are bound to a consent of that scope, with no dialog in between.
    fn toward(&self, scope: &str) -> Toward {
        let sites = self.sites.iter().enumerate();
        let sites = sites.filter(|(_, site)| scope_of(site.api) == Some(scope));
        let goals = sites.flat_map(|(at, site)| {
            let calls = site.calls.iter().map(|call| call.call);
            let open = calls.filter(|call| is_open(self.graph.guard(*call)));
            open.map(move |call| (self.values.call(call).caller, at))
        });
        Toward::new(&self.graph, goals, |edge| is_open(edge.guard))
    }

    /// The consent-bound calls that the entry runs without a dialog in between, as far as `left` steps
    /// lead.
    fn consent_calls(
        &self,
        entry: u32,
        start: FunctionNode,
        left: &mut usize,
    ) -> Vec<(usize, CallId, Path)> {
        if *left == 0 {
            return Vec::new();
        }
        let came = self.tree(start);
        *left = left.saturating_sub(came.len());
        let mut calls = Vec::new();
        for (at, site) in self.sites.iter().enumerate() {
            if scope_of(site.api).is_none() {
                continue;
            }
            let call = site.calls.iter().find(|call| {
                let caller = self.values.call(call.call).caller;
                is_open(self.graph.guard(call.call)) && came.contains_key(&caller)
            });
            let Some(call) = call.map(|call| call.call).filter(|_| *left > 0) else { continue };
            let edges = way(&came, &self.graph.edges, self.values.call(call).caller);
            *left = left.saturating_sub(edges.len());
            let checks = crate::semantic::guard::check::Checks::default();
            calls.push((at, call, Path { entry, edges, checks }));
        }
        calls
    }

    /// For every function that `start` runs, the edge by which it is reached first.
    fn tree(&self, start: FunctionNode) -> Tree {
        let mut came = Tree::default();
        came.insert(start, None);
        let mut work = VecDeque::from([start]);
        while let Some(function) = work.pop_front() {
            for (at, edge) in self.graph.from(function) {
                if is_open(edge.guard) && !came.contains_key(&edge.to) {
                    came.insert(edge.to, Some(at));
                    work.push_back(edge.to);
                }
            }
        }
        came
    }

    /// Whether two calls part in branches that exclude each other.
    fn are_exclusive(&self, files: &[File], left: (CallId, &Path), right: (CallId, &Path)) -> bool {
        let way = left.1;
        let pairs = left.1.edges.iter().zip(&right.1.edges);
        let common = pairs.take_while(|(left, right)| left == right).count();
        let ran = |path: &Path| {
            path.edges.get(common).and_then(|edge| self.graph.edges[*edge as usize].call)
        };
        if ran(left.1).is_some() && ran(left.1) == ran(right.1) {
            // One call runs one of the functions it can run.
            return true;
        }
        let parting = |(call, path): (CallId, &Path)| {
            let edge = path.edges.get(common).map(|edge| &self.graph.edges[*edge as usize]);
            edge.and_then(|edge| edge.call).unwrap_or(call)
        };
        let (one, other) = (parting(left), parting(right));
        let (left, right) = (self.values.call(one), self.values.call(other));
        if left.instance != right.instance {
            return false;
        }
        let file = self.values.instance(left.instance).file;
        let Some(script) = files[file.index()].script() else { return false };
        if one == other {
            // One call of either API, unless it is run for one after the other.
            let mut around = script.enclosing(script.expr(left.expr).region);
            let is_in_loop = around.any(|(_, region)| region.kind.is_loop());
            return !is_in_loop && !self.is_run_for_each(way);
        }
        script.exclude(script.expr(left.expr).region, script.expr(right.expr).region)
    }

    /// Whether what runs at the end of `way` is what a function such as `forEach` calls back.
    fn is_run_for_each(&self, way: &Path) -> bool {
        let last = way.edges.last().and_then(|edge| self.graph.edges[*edge as usize].call);
        last.is_some_and(|call| self.values.call(call).kind == CallKind::Standard)
    }
}

/// Whether something runs there without a dialog in between.
fn is_open(guard: Guard) -> bool {
    !guard.never && !guard.confirmed
}

fn way(came: &Tree, edges: &[Edge], end: FunctionNode) -> Vec<u32> {
    let mut way = Vec::new();
    let mut at = end;
    while let Some(Some(edge)) = came.get(&at) {
        way.push(*edge);
        at = edges[*edge as usize].from;
    }
    way.reverse();
    way
}
