//! Where a refusal goes along promises: those that are rejected with it, and those that are
//! fulfilled once it is over.

use std::collections::BTreeSet;

use crate::semantic::graph::call_graph::Edge;
use crate::semantic::symbols::Symbols;
use crate::semantic::values::{CallId, CallKind, FunctionNode};
use crate::source::FileSpan;
use crate::syntax::script::{ExprId, ExprKind, FunctionId, RegionId, RegionKind, Script};

use super::attempt::attempts;
use super::refused::{Hop, Place, Refusals};
use super::rejection::{Heard, Lent, Made, Passed, Settled};
use super::since::{Remainder, Since};
use super::worth::Worth;

/// A refusal is followed through no more promises than this.
const MOST_PROMISES: usize = 64;

/// What goes on after refusals is followed as long as it makes no more calls than this.
const MOST_CALLS: usize = 100_000;

/// No more branches of a `catch` are looked at.
const MOST_REGIONS: usize = 64;

/// What one place costs beside its calls.
const ONE_PLACE: usize = 64;

/// How a promise is settled by a refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::semantic) enum Ending {
    /// It is rejected.
    Rejected,
    /// The refusal is over: the promise is fulfilled.
    Over(Worth),
}

/// What a `catch` breaks off.
#[derive(Clone, Copy, Debug)]
pub(in crate::semantic) struct Break {
    /// Where the `catch` begins.
    pub(in crate::semantic) start: FileSpan,
    pub(super) at: ExprId,
    pub(super) tried: RegionId,
}

/// What throws in a script, by function.
pub(in crate::semantic) type Throws = Vec<(FunctionId, ExprId)>;

/// What goes on after refusals.
pub(in crate::semantic) struct Resumed {
    places: BTreeSet<Place>,
    /// How many calls may still be looked at in more of them.
    left: usize,
}

impl Default for Resumed {
    fn default() -> Self {
        Self { places: BTreeSet::new(), left: MOST_CALLS }
    }
}

/// How a function ends that hears a refusal.
type Ended = Option<Ending>;

impl<'a> Refusals<'a> {
    /// What hears how the promises `made` are settled.
    pub(in crate::semantic) fn settle(&mut self, made: Vec<(Made, Ending)>) -> Vec<Hop> {
        let mut work: Vec<(Made, Lent, Ending)> =
            made.into_iter().map(|(made, ending)| (made, None, ending)).collect();
        let mut seen: BTreeSet<(Made, Lent, Ending)> = work.iter().copied().collect();
        let mut hops = Vec::new();
        while let Some((made, lent, ending)) = work.pop() {
            let settled = match ending {
                Ending::Rejected => Settled::Rejected,
                Ending::Over(_) => Settled::Fulfilled,
            };
            let passed = self.rejections.passed_on(made, lent, settled);
            let next = passed.next.into_iter();
            let mut next: Vec<_> = next.map(|(made, lent)| (made, lent, ending)).collect();
            for heard in passed.heard {
                let (heard, ended) = self.hear(heard, ending);
                hops.extend(heard);
                next.extend(ended.map(|(made, ending)| (made, lent, ending)));
            }
            for passing in passed.passing {
                hops.extend(self.pass(passing));
            }
            for it in next {
                if seen.len() < MOST_PROMISES && seen.insert(it) {
                    work.push(it);
                }
            }
        }
        hops
    }

    /// What hears how a promise is settled, and how it settles another one.
    fn hear(&mut self, heard: Heard, ending: Ending) -> (Vec<Hop>, Option<(Made, Ending)>) {
        match (heard, ending) {
            (Heard::Awaited(function, at), Ending::Rejected) => {
                (self.broken_off(function, at), None)
            }
            (Heard::Awaited(function, at), Ending::Over(worth)) => {
                let since = Since { at: Some(at), broken: None, worth };
                let to = self.resume(Place::After(function, since));
                (
                    to.map(|to| Hop { to, edge: None, heard: Some("await") }).into_iter().collect(),
                    None,
                )
            }
            (Heard::Call(function, expr) | Heard::Finally(function, expr), Ending::Over(worth)) => {
                let to = |edge: &Edge| Place::After(edge.to, Since::called_with(worth));
                let hops = self.continued((function, expr), false, "then", &to).into_iter();
                (hops.filter(|hop| self.resume(hop.to).is_some()).collect(), None)
            }
            (Heard::Call(function, expr) | Heard::Finally(function, expr), Ending::Rejected) => {
                let to = |edge: &Edge| Place::Function(edge.to);
                let hops = self.continued((function, expr), true, "catch", &to);
                let ended = hops.first().and_then(|hop| self.outcome(hop.to.function()));
                (hops, ended.map(|it| ((function, expr), it)))
            }
        }
    }

    /// `place`, if there is room to follow it.
    fn resume(&mut self, place: Place) -> Option<Place> {
        if !self.resumed.places.contains(&place) {
            let calls = self.semantics.graph.from(place.function()).count();
            self.resumed.left = self.resumed.left.checked_sub(calls + ONE_PLACE)?;
            self.resumed.places.insert(place);
        }
        Some(place)
    }

    /// What hears that a promise is settled and lets that pass.
    fn pass(&mut self, passing: Heard) -> Vec<Hop> {
        match passing {
            Heard::Awaited(function, at) => self.broken_off(function, at),
            Heard::Call(function, expr) | Heard::Finally(function, expr) => {
                let to = |edge: &Edge| Place::Function(edge.to);
                self.continued((function, expr), false, "finally", &to)
            }
        }
    }

    /// The functions that a `then`, `catch` or `finally` hands over.
    fn continued(
        &self,
        (function, expr): Made,
        rejected: bool,
        name: &'static str,
        to: &dyn Fn(&Edge) -> Place,
    ) -> Vec<Hop> {
        let values = &self.semantics.values;
        let edges = self.semantics.graph.from(function).filter(|(_, edge)| {
            let site = edge.call.map(|call| values.call(call));
            site.is_some_and(|site| {
                site.expr == expr && site.kind == CallKind::Continuation { rejected }
            })
        });
        edges.map(|(at, edge)| Hop { to: to(edge), edge: Some(at), heard: Some(name) }).collect()
    }

    /// The `catch` and `finally` that run when `expr` throws.
    fn broken_off(&mut self, function: FunctionNode, expr: ExprId) -> Vec<Hop> {
        let Some(script) = self.script_of(function) else { return Vec::new() };
        let mut hops = Vec::new();
        for attempt in attempts(script, expr) {
            for (region, name) in [(attempt.caught, "catch"), (attempt.finished, "finally")] {
                let Some(region) = region else { continue };
                let to = Place::Catch(function, region);
                let start = self.start_of(function, region, expr);
                let tried = attempt.tried;
                self.catches.entry(to).or_insert(Break { start, at: expr, tried });
                hops.push(Hop { to, edge: None, heard: Some(name) });
            }
        }
        hops
    }

    /// Where `region` begins, which runs when `expr` throws.
    fn start_of(&self, function: FunctionNode, region: RegionId, expr: ExprId) -> FileSpan {
        let (instance, _) = self.semantics.values.function(function);
        let file = self.rejections.file_of(instance);
        let exprs = self.rejections.script(file).map_or(&[][..], |script| &script.exprs);
        let mut behind = exprs.iter().skip(expr.0 as usize);
        let first = behind.find(|expr| expr.region == region);
        FileSpan::new(file, first.map(|expr| expr.span).unwrap_or_default())
    }

    /// How `call`, in `place`, resolves a promise once the refusal is over; `None` where it only
    /// may, so that what it resolves it with need not belong to a refusal.
    pub(in crate::semantic) fn resolved(&self, place: Place, call: CallId) -> Ended {
        let site = self.semantics.values.call(call);
        let script = self.rejections.script(self.rejections.file_of(site.instance))?;
        let ExprKind::Call(written) = script.kind(site.expr) else { return None };
        let since = match place {
            Place::After(_, since) => since,
            Place::Function(_) | Place::Catch(..) => Since::called_with(Worth::UNKNOWN),
        };
        let rest = Remainder::new(script, self.symbols(), script.expr(site.expr).function, since);
        let worth = written.arguments.first().map_or(Worth::UNDEFINED, |it| rest.worth(it.value));
        let is_sure = match place {
            Place::Catch(_, region) => script.expr(site.expr).region == region,
            Place::Function(_) | Place::After(..) => rest.runs(site.expr) == Some(true),
        };
        let is_failure = worth.truth() == Some(false);
        (!self.is_given(call) && (is_sure || is_failure)).then_some(Ending::Over(worth))
    }

    /// How `function`, which hears a rejection, ends.
    fn outcome(&mut self, function: FunctionNode) -> Ended {
        let script = self.script_of(function)?;
        let (_, id) = self.semantics.values.function(function);
        if self.throws(function).next().is_some() {
            return Some(Ending::Rejected);
        }
        let rest = Remainder::new(script, self.symbols(), id, Since::called_with(Worth::TRUTHY));
        let mut returns = script.function(id).returns.iter();
        if returns.any(|value| is_rejection(script, *value)) {
            return Some(Ending::Rejected);
        }
        // What it waits for may be the user.
        let waits = !self.awaits(function).is_empty();
        Some(Ending::Over(if waits { Worth::UNKNOWN } else { rest.result() }))
    }

    /// What goes on where `place` ends: behind its `catch`, and in what awaits its function.
    pub(in crate::semantic) fn ended(&mut self, place: Place) -> Vec<Hop> {
        match place {
            Place::Function(_) => Vec::new(),
            Place::Catch(function, region) => self.caught(function, region),
            Place::After(function, since) => {
                let Some(script) = self.script_of(function) else { return Vec::new() };
                let (_, id) = self.semantics.values.function(function);
                let rest = Remainder::new(script, self.symbols(), id, since);
                let throws: Vec<ExprId> = self.throws(function).collect();
                let ran = throws.into_iter().map(|it| (it, rest.runs(it)));
                let ran: Vec<_> = ran.filter(|(_, runs)| *runs != Some(false)).collect();
                match ran.first() {
                    Some((thrown, Some(true))) => self.thrown(function, *thrown),
                    Some(_) => Vec::new(),
                    None => self.given_back(function, Ending::Over(rest.result())),
                }
            }
        }
    }

    /// What goes on behind the `catch` that is `region`.
    fn caught(&mut self, function: FunctionNode, region: RegionId) -> Vec<Hop> {
        let broken = self.catches.get(&Place::Catch(function, region)).copied();
        let (Some(script), Some(broken)) = (self.script_of(function), broken) else {
            return Vec::new();
        };
        let RegionKind::Catch { leaves } = script.region(region).kind else { return Vec::new() };
        let symbols = self.symbols();
        let is_inside = |expr: ExprId| Place::Catch(function, region).has(script, symbols, expr);
        let throws: Vec<ExprId> = self.throws(function).filter(|it| is_inside(*it)).collect();
        let mut hops = Vec::new();
        for thrown in &throws {
            hops.extend(self.thrown(function, *thrown));
        }
        let broken_off = Some((broken.tried, region));
        let since = Since { at: Some(broken.at), broken: broken_off, worth: Worth::UNKNOWN };
        if !leaves {
            let to = self.resume(Place::After(function, since));
            hops.extend(to.map(|to| Hop { to, edge: None, heard: None }));
        }
        let (_, id) = self.semantics.values.function(function);
        let returns = &script.function(id).returns;
        let mut inside = returns.iter().copied().filter(|it| is_inside(*it));
        let ending = match (inside.next(), inside.next()) {
            (Some(value), _) if is_rejection(script, value) => Some(Ending::Rejected),
            (Some(value), None) if script.expr(value).region == region => {
                let rest = Remainder::new(script, symbols, id, since);
                Some(Ending::Over(rest.worth(value)))
            }
            (None, _) if leaves && throws.is_empty() => Some(Ending::Over(Worth::UNDEFINED)),
            _ => None,
        };
        hops.extend(ending.map(|it| self.given_back(function, it)).into_iter().flatten());
        hops
    }

    /// `heard`, and what surely goes on behind a `catch` among it, which nothing in it leaves.
    pub(in crate::semantic) fn surely(&mut self, heard: &[Hop]) -> Vec<Hop> {
        let mut all = heard.to_vec();
        for place in heard.iter().map(|hop| hop.to) {
            let Place::Catch(function, region) = place else { continue };
            let Some(script) = self.script_of(function) else { continue };
            let symbols = self.symbols();
            let mut throws = self.throws(function);
            let is_left = throws.any(|it| place.has(script, symbols, it));
            drop(throws);
            if !is_left && !may_leave(script, region) {
                let next = self.ended(place).into_iter();
                all.extend(next.filter(|hop| hop.heard.is_none()));
            }
        }
        all
    }

    /// What hears that `thrown` throws.
    fn thrown(&mut self, function: FunctionNode, thrown: ExprId) -> Vec<Hop> {
        let Some(script) = self.script_of(function) else { return Vec::new() };
        let mut hops = self.broken_off(function, thrown);
        if attempts(script, thrown).iter().all(|it| it.caught.is_none()) {
            hops.extend(self.given_back(function, Ending::Rejected));
        }
        hops
    }

    /// What hears how the promises are settled that running `function` gives.
    fn given_back(&mut self, function: FunctionNode, ending: Ending) -> Vec<Hop> {
        let (_, id) = self.semantics.values.function(function);
        let is_async = self.script_of(function).is_some_and(|it| it.function(id).is_async);
        let mut passed = Passed::default();
        if is_async {
            self.rejections.leave(function, None, &mut passed);
        } else {
            let (values, graph) = (&self.semantics.values, &self.semantics.graph);
            let calls = graph.into(function).filter_map(|edge| edge.call);
            let sites = calls.map(|call| values.call(call));
            let mut sites = sites.filter(|it| matches!(it.kind, CallKind::Continuation { .. }));
            // What several promises hand over, as a function that does nothing, joins none of them.
            if let (Some(site), None) = (sites.next(), sites.next()) {
                passed.next.push(((site.caller, site.expr), None));
            }
        }
        self.settle(passed.next.into_iter().map(|(made, _)| (made, ending)).collect())
    }

    /// What throws in `function`, in order.
    fn throws(&mut self, function: FunctionNode) -> impl Iterator<Item = ExprId> + use<'_, 'a> {
        let (instance, id) = self.semantics.values.function(function);
        let file = self.rejections.file_of(instance);
        let script = self.rejections.script(file);
        let throws = self.throws.entry(file).or_insert_with(|| {
            let exprs = script.into_iter().flat_map(Script::exprs);
            let thrown = exprs.filter(|(_, it)| matches!(it.kind, ExprKind::Throw(_)));
            let mut throws: Throws = thrown.map(|(at, it)| (it.function, at)).collect();
            throws.sort_unstable();
            throws
        });
        let first = throws.partition_point(|it| it.0 < id);
        throws[first..].iter().take_while(move |it| it.0 == id).map(|it| it.1)
    }

    pub(super) fn symbols(&self) -> &'a Symbols {
        &self.semantics.values.symbols
    }

    pub(super) fn script_of(&self, function: FunctionNode) -> Option<&'a Script> {
        let (instance, _) = self.semantics.values.function(function);
        self.rejections.script(self.rejections.file_of(instance))
    }
}

/// Whether a branch in `region` may leave its function: what follows such an `if` is a region of its
/// own. Regions of functions that are made there stand among those inside.
fn may_leave(script: &Script, region: RegionId) -> bool {
    let function = script.region(region).function;
    let mut taken = BTreeSet::new();
    let behind = (region.0.saturating_add(1)..script.regions.len() as u32).map(RegionId);
    for (at, id) in behind.enumerate() {
        if at >= MOST_REGIONS {
            return true;
        }
        if script.region(id).function != function {
            continue;
        }
        if !script.enclosing(id).any(|(around, _)| around == region) {
            return false;
        }
        match script.region(id).kind {
            RegionKind::Branch { condition, taken: true } => drop(taken.insert(condition)),
            RegionKind::Branch { condition, .. } if taken.contains(&condition) => return true,
            RegionKind::Beside { .. } | RegionKind::Fallen => return true,
            _ => {}
        }
    }
    false
}

/// Whether `expr` is `Promise.reject(…)`.
fn is_rejection(script: &Script, expr: ExprId) -> bool {
    let ExprKind::Call(call) = script.kind(expr) else { return false };
    let ExprKind::Member { object, property, .. } = script.kind(call.callee) else { return false };
    let ExprKind::Global(object) = script.kind(*object) else { return false };
    script.name(*object) == "Promise" && script.name(*property) == "reject"
}
