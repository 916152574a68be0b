//! Questions that a loop asks again: `while (!code)` around an `await` whose refusal ends in the loop.

use std::collections::BTreeSet;

use crate::semantic::graph::call_graph::Edge;
use crate::semantic::refusal::refused::{Hop, Place, Refused};
use crate::semantic::refusal::released::Released;
use crate::semantic::refusal::writes::Answers;
use crate::semantic::site::prompt::Asking;
use crate::semantic::values::{CallId, CallKind};
use crate::syntax::script::ExprId;

use super::repeat::{Again, Loops, is_answer_of_server, is_open};

impl<'a> Loops<'a> {
    /// How a loop asks `asking` again once its refusal is over.
    pub(in crate::semantic) fn next_round(&mut self, asking: Asking) -> Option<Again> {
        let heard = self.refusals.heard(asking.call);
        let places: Vec<Place> = heard.iter().map(|hop| hop.to).collect();
        let written = self.writes.names(self.files, self.semantics, &places, Answers::Known);
        if self.is_kept_from(asking.call.call, &written) {
            return None;
        }
        let refused = self.run(heard, &written)?;
        let places = refused.places.iter();
        let rounds: Vec<Place> =
            places.copied().filter(|place| self.refusals.lap(*place).is_some()).collect();
        rounds.into_iter().find_map(|place| {
            let way = refused.way(place);
            let waits = way.iter().any(|hop| self.refusals.waits(hop.to));
            if waits || self.goes_on_later(&way) {
                None
            } else {
                self.again(asking, (place, way), &refused, &written)
            }
        })
    }

    /// How the loop around `place` asks again, to which the `refused` question came on its `way`.
    fn again(
        &mut self,
        asking: Asking,
        (place, way): (Place, Vec<Hop>),
        refused: &Refused,
        written: &BTreeSet<&'a str>,
    ) -> Option<Again> {
        let semantics = self.semantics;
        let (values, graph) = (&semantics.values, &semantics.graph);
        let lap = self.refusals.lap(place)?;
        let made = graph.from(place.function()).filter_map(|(at, edge)| {
            let expr = values.call(edge.call?).expr;
            let hop = Hop { to: Place::Function(edge.to), edge: Some(at), heard: None };
            lap.is_before(expr).then_some(hop)
        });
        let next = self.run(made.collect(), written)?;
        let asked = values.call(asking.call.call);
        let on = next.way(Place::Function(asked.caller));
        let is_direct = asked.caller == place.function() && lap.asks(asked.expr);
        let (call, at, on) = match on.first().and_then(|hop| graph.edges.get(hop.edge? as usize)) {
            _ if is_direct => (asked.expr, semantics.sites.get(asking.site)?.at, Vec::new()),
            Some(edge) => (values.call(edge.call?).expr, edge.at, on),
            None => return None,
        };
        if !lap.asks(call) || self.goes_on_later(&on) || self.waits_first(&on, asked.expr) {
            return None;
        }
        let places: Vec<Place> = refused.places.iter().chain(&next.places).copied().collect();
        let names = self.writes.names(self.files, semantics, &places, Answers::Written);
        if !lap.comes_to(call, &names) {
            return None;
        }
        let mut trace = self.refusals.asked(asking).unwrap_or_default();
        trace.extend(self.refusals.steps(&way));
        trace.extend(self.refusals.steps(&on));
        Some(Again { at, trace })
    }

    /// All that runs after `starts` without the user, of a question whose refusal has `written` names;
    /// `None` where that is too much.
    fn run(&mut self, starts: Vec<Hop>, written: &BTreeSet<&'a str>) -> Option<Refused> {
        let Self { files, semantics, locks, spent, network, refusals, .. } = self;
        let is_unread = |call: CallId| semantics.values.call(call).kind == CallKind::Escape;
        let is_cut = |call: CallId| {
            is_unread(call)
                || semantics.is_counted(files, call)
                || is_answer_of_server(semantics, network, call)
                || locks.hold(call, written, &Released::default())
                || spent.is_spent((call, call), &BTreeSet::new())
        };
        let follows = |edge: &Edge| is_open(edge) && !edge.call.is_some_and(is_cut);
        Some(refusals.after(starts, &follows)).filter(|it| !it.is_cut)
    }

    /// Whether `way` goes on behind a promise for another reason than how the question ended.
    fn goes_on_later(&self, way: &[Hop]) -> bool {
        let edges = way.iter().filter(|hop| hop.heard.is_none()).filter_map(|hop| hop.edge);
        let mut calls = edges.filter_map(|at| self.semantics.graph.edges[at as usize].call);
        calls.any(|call| {
            matches!(self.semantics.values.call(call).kind, CallKind::Continuation { .. })
        })
    }

    /// Whether a function on the `way` to the call `asked` waits for something before it goes on.
    fn waits_first(&mut self, way: &[Hop], asked: ExprId) -> bool {
        let semantics = self.semantics;
        let call = |hop: &Hop| semantics.graph.edges[hop.edge? as usize].call;
        let calls =
            way.iter().skip(1).map(|hop| call(hop).map(|it| semantics.values.call(it).expr));
        let calls: Vec<_> = calls.chain([Some(asked)]).collect();
        way.iter().zip(calls).any(|(hop, call)| {
            let mut awaits = self.refusals.awaits(hop.to.function()).into_iter();
            call.is_none_or(|call| awaits.any(|at| at < call))
        })
    }

    /// Whether what a refusal has `written`, or a flag, keeps `call` from being made again.
    fn is_kept_from(&self, call: CallId, written: &BTreeSet<&'a str>) -> bool {
        self.locks.hold(call, written, &Released::default())
            || self.spent.is_spent((call, call), &BTreeSet::new())
            || self.semantics.is_counted(self.files, call)
    }
}
