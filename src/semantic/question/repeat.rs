//! Questions of consent that come back by themselves: after a refusal, or with a hook that the
//! host runs again and again.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::finding::Label;
use crate::platform::{ApiKind, Outcome, Platform, ScopeKind, outcome};
use crate::semantic::Semantics;
use crate::semantic::entry::Trigger;
use crate::semantic::entry::reach::Path;
use crate::semantic::graph::call_graph::Edge;
use crate::semantic::graph::toward::Toward;
use crate::semantic::guard::check::Checks;
use crate::semantic::guard::counter::Counters;
use crate::semantic::refusal::refused::{Hop, Place, Refusals};
use crate::semantic::refusal::released::{Locks, Released};
use crate::semantic::refusal::writes::{Answers, Writes};
use crate::semantic::site::ApiCall;
use crate::semantic::site::api::scopes;
use crate::semantic::site::prompt::Asking;
use crate::semantic::values::{CallId, CallKind, FunctionNode};
use crate::source::FileSpan;
use crate::syntax::File;

use super::repeated::Runners;
use super::spent::Spent;

/// A search goes back through no more functions than this, so that many questions stay cheap.
const MOST_FUNCTIONS: usize = 200;

/// No more copies of a function that asks are compared with the one that was refused.
const MOST_COPIES: usize = 64;

/// A refusal that asks the same again.
#[derive(Clone, Debug)]
pub struct Again {
    /// The call that repeats the question.
    pub at: FileSpan,
    /// How it gets there, from the entry on.
    pub trace: Vec<Label>,
}

/// A search for questions that come back by themselves.
pub struct Loops<'a> {
    pub(in crate::semantic) files: &'a [File],
    platform: &'a Platform,
    pub(in crate::semantic) semantics: &'a Semantics,
    pub(in crate::semantic) refusals: Refusals<'a>,
    pub(in crate::semantic) writes: Writes<'a>,
    pub(in crate::semantic) locks: Locks<'a>,
    pub(in crate::semantic) spent: Spent<'a>,
    counters: Counters<'a>,
    /// The hooks that repeat, by function.
    hooks: BTreeMap<FunctionNode, u32>,
    /// All that hooks and timers can run.
    repeated: BTreeSet<FunctionNode>,
    /// The ways to what stops a timer, also after a refusal.
    stopping: Toward,
    /// What runs functions beside the answers to questions, once something asks.
    pub(super) runners: OnceCell<Runners>,
    /// The names of the APIs that talk to a server.
    pub(in crate::semantic) network: BTreeSet<&'static str>,
}

impl<'a> Loops<'a> {
    /// A search in `files`, of which `semantics` is known.
    #[must_use]
    pub fn new(files: &'a [File], platform: &'a Platform, semantics: &'a Semantics) -> Self {
        let values = &semantics.values;
        let stops = values
            .host_calls
            .iter()
            .filter(|host| values.symbols.text(host.path) == "clearInterval");
        let stops = stops.map(|host| (values.call(host.call).caller, 0));
        let network = semantics.sites.iter().map(|site| site.api);
        let network = network.filter(|api| matches!(api.kind, ApiKind::Network));
        let hooks = hooks(semantics);
        let timers = semantics.graph.edges.iter().filter(|edge| {
            let kind = edge.call.map(|call| values.call(call).kind);
            kind == Some(CallKind::Timer { repeats: true })
        });
        let starts: Vec<_> = hooks.keys().copied().chain(timers.map(|edge| edge.to)).collect();
        Self {
            files,
            platform,
            semantics,
            repeated: semantics.graph.closure(&starts),
            hooks,
            refusals: Refusals::new(files, platform, semantics),
            writes: Writes::default(),
            locks: Locks::new(files, semantics),
            spent: Spent::new(files, semantics),
            counters: Counters::default(),
            runners: OnceCell::new(),
            stopping: Toward::new(&semantics.graph, stops, |edge| {
                !edge.guard.never && !is_consent(semantics, edge)
            }),
            network: network.map(|api| api.name).collect(),
        }
    }

    /// How a refusal of `asking` asks the same again at once.
    pub fn after_refusal(&mut self, asking: Asking) -> Option<Again> {
        let Self { files, semantics, .. } = *self;
        if semantics.graph.guard(asking.call.call).confirmed {
            return None;
        }
        let heard = self.refusals.heard(asking.call);
        if heard.is_empty() {
            return None;
        }
        let places: Vec<Place> = heard.iter().map(|hop| hop.to).collect();
        let written = self.writes.names(files, semantics, &places, Answers::Known);
        let mut released = self.locks.released(&self.refusals.surely(&heard));
        let mut way = self.way_back(asking, heard.clone(), &written, &Released::default());
        if way.is_none() && !released.is_empty() {
            let others = self.written_by_others(&heard);
            released.forget(&others);
            way = self.way_back(asking, heard, &written, &released);
            way = way.filter(|way| released.is_before(semantics, way));
        }
        let Some(way) = way else { return self.next_round(asking) };
        let at = self.repeated_at(&way)?;
        let mut trace = self.refusals.asked(asking).unwrap_or_default();
        trace.extend(self.refusals.steps(&way));
        Some(Again { at, trace })
    }

    /// The names that a refusal writes, but for what hears it.
    fn written_by_others(&mut self, heard: &[Hop]) -> BTreeSet<&'a str> {
        let own: BTreeSet<Place> = self.refusals.surely(heard).iter().map(|hop| hop.to).collect();
        let mut places = self.refusals.after(heard.to_vec(), &is_open).places;
        places.retain(|place| !own.contains(place));
        self.writes.names(self.files, self.semantics, &places, Answers::Written)
    }

    /// The way from what has `heard` the refusal of `asking` to it, with no condition on it that reads
    /// what is `written`, and no flag that is not `released`.
    fn way_back(
        &mut self,
        asking: Asking,
        heard: Vec<Hop>,
        written: &BTreeSet<&'a str>,
        released: &Released<'a>,
    ) -> Option<Vec<Hop>> {
        let Self { files, semantics, .. } = *self;
        let call = asking.call.call;
        let (locks, network, spent) = (&self.locks, &self.network, &self.spent);
        let counters = &self.counters;
        let is_guarded = |call, counters: &BTreeSet<&'a str>| match counters.is_empty() {
            true => locks.hold(call, written, released),
            false => locks.hold(call, &(written - counters), released),
        };
        if is_guarded(call, &BTreeSet::new()) {
            return None;
        }
        let is_cut = |call: CallId| {
            let measured = counters.measured(files, semantics, call);
            let let_go = || &measured.counters | &locks.let_go(call, released);
            measured.is_open
                || is_answer_of_server(semantics, network, call)
                || is_guarded(call, &measured.counters)
                || spent.is_spent((call, call), &let_go())
        };
        let follows = |edge: &Edge| is_open(edge) && !edge.call.is_some_and(is_cut);
        let refused = self.refusals.after(heard, &follows);
        let way = |call| refused.way(Place::Function(semantics.values.call(call).caller));
        let own = Some(way(call)).filter(|way| !way.is_empty());
        // A function that takes the scope has a copy for each call of it.
        own.or_else(|| {
            let copies = semantics.sites.get(asking.site)?.calls.iter().take(MOST_COPIES);
            let mut copies = copies.map(|copy| (copy, way(copy.call)));
            let same = copies.find(|(copy, way)| {
                let guard = semantics.graph.guard(copy.call);
                let is_open = !guard.never && !guard.confirmed && !is_cut(copy.call);
                !way.is_empty() && is_open && self.asks_the_same(asking, copy)
            });
            same.map(|(_, way)| way)
        })
    }

    /// Whether `copy`, another call at the place of `asking`, asks for the same scopes, none of them silent.
    fn asks_the_same(&self, asking: Asking, copy: &ApiCall) -> bool {
        let asked = |call| scopes(&self.semantics.values, call);
        let (own, its) = (asked(asking.call.host), asked(copy.host));
        let is_silent = |scope: &String| self.platform.scope(scope) == ScopeKind::Silent;
        own == its && !own.is_open && !own.constants.iter().any(is_silent)
    }

    /// The way from a hook that repeats to `asking`, with no condition on it that a refusal changes,
    /// and where a refusal opens the locks that are on it.
    pub fn in_hook(&mut self, asking: Asking) -> Option<(Path, Vec<FileSpan>)> {
        let Self { files, semantics, .. } = *self;
        if !self.repeated.contains(&semantics.values.call(asking.call.call).caller) {
            return None;
        }
        let heard = self.refusals.heard(asking.call);
        let mut released = self.locks.released(&self.refusals.surely(&heard));
        released.forget(&self.written_by_others(&heard));
        let refused = self.refusals.after(heard, &|edge| !edge.guard.never);
        let written = self.writes.names(files, semantics, &refused.places, Answers::Written);
        let (locks, spent) = (&self.locks, &self.spent);
        let mut set = locks.set_before(asking.call.call);
        set.retain(|(name, value)| !released.set.contains(&(*name, !value)));
        let is_guarded = |call: CallId| {
            let guard = semantics.graph.guard(call);
            guard.never
                || guard.confirmed
                || locks.hold(call, &written, &released)
                || locks.is_closed_by(call, &set)
                || locks.is_tested_once(call, &released)
                || spent.is_spent((call, asking.call.call), &locks.let_go(call, &released))
                || semantics.is_on_change(files, call)
        };
        if refused.is_cut || is_guarded(asking.call.call) {
            return None;
        }
        let asker = semantics.values.call(asking.call.call).caller;
        let way = self.back_to_hook(asker, &is_guarded)?;
        let calls = way.edges.iter().filter_map(|at| semantics.graph.edges[*at as usize].call);
        let calls: Vec<CallId> = calls.chain([asking.call.call]).collect();
        let opened = self.locks.opened(&calls, &released);
        Some((way, opened))
    }

    /// The way from the nearest hook, or from a timer that repeats, to `asker`.
    fn back_to_hook(
        &self,
        asker: FunctionNode,
        is_guarded: &dyn Fn(CallId) -> bool,
    ) -> Option<Path> {
        let graph = &self.semantics.graph;
        let mut next: BTreeMap<FunctionNode, Option<u32>> = BTreeMap::from([(asker, None)]);
        let mut work = VecDeque::from([asker]);
        while let Some(function) = work.pop_front() {
            if let Some(entry) = self.hooks.get(&function) {
                let edges = self.onwards(&next, function);
                return Some(Path { entry: *entry, edges, checks: Checks::default() });
            }
            for (at, edge) in graph.into_indexed(function) {
                if !is_open(edge) || edge.call.is_some_and(is_guarded) {
                    continue;
                }
                if self.is_repeating_timer(edge)
                    && let Some(path) = self.any_way(edge.from)
                {
                    let before = path.edges.into_iter().chain([at]);
                    let edges = before.chain(self.onwards(&next, function)).collect();
                    return Some(Path { edges, ..path });
                }
                if next.len() < MOST_FUNCTIONS && !next.contains_key(&edge.from) {
                    next.insert(edge.from, Some(at));
                    work.push_back(edge.from);
                }
            }
        }
        None
    }

    /// The edges from `function` to where a search backwards began.
    fn onwards(
        &self,
        next: &BTreeMap<FunctionNode, Option<u32>>,
        function: FunctionNode,
    ) -> Vec<u32> {
        let mut edges = Vec::new();
        let mut at = function;
        while let Some(Some(edge)) = next.get(&at) {
            edges.push(*edge);
            at = self.semantics.graph.edges[*edge as usize].to;
        }
        edges
    }

    /// Whether a timer that repeats, and does not stop itself as a countdown does, runs the edge.
    fn is_repeating_timer(&self, edge: &Edge) -> bool {
        let kind = edge.call.map(|call| self.semantics.values.call(call).kind);
        kind == Some(CallKind::Timer { repeats: true }) && !self.stopping.leads(edge.to)
    }

    fn any_way(&self, function: FunctionNode) -> Option<Path> {
        let reach = &self.semantics.reach;
        Trigger::ALL.into_iter().find_map(|it| reach.first_path(it, function))
    }
}

/// The hooks that the host runs again without the user, by function.
fn hooks(semantics: &Semantics) -> BTreeMap<FunctionNode, u32> {
    let mut hooks = BTreeMap::new();
    for (entry, at) in semantics.reach.entries.iter().zip(0..) {
        let is_early = entry.triggers.iter().any(|trigger| trigger.ends_in_dialogs());
        // Of what the program registers itself, only the return of the app is a hook.
        let is_hook = entry.unit.is_some() || entry.triggers.contains(&Trigger::Launch);
        if entry.repeats && is_hook && is_early {
            hooks.entry(entry.function).or_insert(at);
        }
    }
    hooks
}

/// Whether the edge runs what the user's consent leads to, and nothing else does.
fn is_consent(semantics: &Semantics, edge: &Edge) -> bool {
    let Some(site) = edge.call.map(|call| semantics.values.call(call)) else { return false };
    let CallKind::Callback { option: Some(option), .. } = site.kind else { return false };
    outcome(semantics.values.symbols.text(option)) == Some(Outcome::Success)
        && semantics.refusing.asking.contains(&(site.instance, site.expr))
}

/// Whether a server has a say in between.
pub(in crate::semantic) fn is_answer_of_server(
    semantics: &Semantics,
    network: &BTreeSet<&str>,
    call: CallId,
) -> bool {
    let CallKind::Callback { api, .. } = semantics.values.call(call).kind else { return false };
    let path = semantics.values.symbols.text(api);
    path.rsplit_once('.').is_some_and(|(_, name)| network.contains(name))
}

pub(in crate::semantic) fn is_open(edge: &Edge) -> bool {
    !edge.guard.never && !edge.guard.confirmed
}
