//! Consent flows that ask for two things at once.

use std::collections::{BTreeMap, VecDeque};

use crate::syntax::File;
use crate::syntax::script::{RegionId, RegionKind, Script};

use super::Semantics;
use super::consent::scope_of;
use super::entry::Trigger;
use super::reach::Path;
use super::values::{CallId, FunctionNode};

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
        for (at, entry) in self.reach.entries.iter().enumerate() {
            let is_consent = entry.triggers.iter().any(|trigger| {
                matches!(trigger, Trigger::ConsentToUserInfo | Trigger::ConsentToPhoneNumber)
            });
            if !is_consent {
                continue;
            }
            let mut calls = self.consent_calls(at as u32, entry.function);
            calls.sort_by_key(|(site, _, path)| (path.edges.len(), self.sites[*site].at));
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

    /// The consent-bound calls that the entry runs without a dialog in between.
    fn consent_calls(&self, entry: u32, start: FunctionNode) -> Vec<(usize, CallId, Path)> {
        let came = self.tree(start);
        let mut calls = Vec::new();
        for (at, site) in self.sites.iter().enumerate() {
            if scope_of(site.api).is_none() {
                continue;
            }
            let call = site.calls.iter().find(|call| {
                let guard = self.graph.guard(call.call);
                !guard.never
                    && !guard.confirmed
                    && came.contains_key(&self.values.call(call.call).caller)
            });
            let Some(call) = call.map(|call| call.call) else { continue };
            let edges = way(&came, &self.graph.edges, self.values.call(call).caller);
            let checks = super::check::Checks::default();
            calls.push((at, call, Path { entry, edges, checks }));
        }
        calls
    }

    /// For every function that `start` runs, the edge by which it is reached first.
    fn tree(&self, start: FunctionNode) -> BTreeMap<FunctionNode, Option<u32>> {
        let mut came = BTreeMap::from([(start, None)]);
        let mut work = VecDeque::from([start]);
        while let Some(function) = work.pop_front() {
            for (at, edge) in self.graph.from(function) {
                let is_cut = edge.guard.never || edge.guard.confirmed;
                if !is_cut && !came.contains_key(&edge.to) {
                    came.insert(edge.to, Some(at));
                    work.push_back(edge.to);
                }
            }
        }
        came
    }

    /// Whether two calls part in branches that exclude each other.
    fn are_exclusive(&self, files: &[File], left: (CallId, &Path), right: (CallId, &Path)) -> bool {
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
        let (left, right) = (self.values.call(parting(left)), self.values.call(parting(right)));
        if left.instance != right.instance {
            return false;
        }
        let file = self.values.instance(left.instance).file;
        let Some(script) = files[file.index()].script() else { return false };
        exclude(script, script.expr(left.expr).region, script.expr(right.expr).region)
    }
}

fn way(
    came: &BTreeMap<FunctionNode, Option<u32>>,
    edges: &[super::call_graph::Edge],
    end: FunctionNode,
) -> Vec<u32> {
    let mut way = Vec::new();
    let mut at = end;
    while let Some(Some(edge)) = came.get(&at) {
        way.push(*edge);
        at = edges[*edge as usize].from;
    }
    way.reverse();
    way
}

/// Whether two regions of a script never run in the same run of their function.
#[must_use]
pub fn exclude(script: &Script, left: RegionId, right: RegionId) -> bool {
    let kinds =
        |region| script.enclosing(region).map(|(_, region)| region.kind).collect::<Vec<_>>();
    let (left, right) = (kinds(left), kinds(right));
    left.iter().any(|left| right.iter().any(|right| part(*left, *right)))
}

fn part(left: RegionKind, right: RegionKind) -> bool {
    match (left, right) {
        (
            RegionKind::Branch { condition: left, taken },
            RegionKind::Branch { condition: right, taken: other },
        ) => left == right && taken != other,
        (
            RegionKind::Case { subject: left, test },
            RegionKind::Case { subject: right, test: other },
        ) => left == right && test != other,
        (
            RegionKind::Case { subject: left, test: Some(test) },
            RegionKind::Beside { subject: right, test: other },
        )
        | (
            RegionKind::Beside { subject: left, test: other },
            RegionKind::Case { subject: right, test: Some(test) },
        ) => left == right && test == other,
        _ => false,
    }
}
