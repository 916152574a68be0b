//! What runs when a question of consent is refused: the paths of refusals.
//!
//! A refusal arrives in a callback, behind `catch` or a second argument of `then`, in the `catch`
//! around an `await`, or in the handler that a button binds; from there it goes on along the call
//! graph, along promises that are rejected with it, and to what runs once it is over.

use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use crate::platform::{Outcome, Platform, outcome};
use crate::semantic::Semantics;
use crate::semantic::graph::call_graph::Edge;
use crate::semantic::guard::tested::Tested;
use crate::semantic::site::ApiCall;
use crate::semantic::symbols::Symbols;
use crate::semantic::values::{CallId, CallKind, FunctionNode, TokenId};
use crate::source::FileId;
use crate::syntax::File;
use crate::syntax::script::{ExprId, RegionId, Script};

use super::error_code::Codes;
use super::refusing::{node_of, refusals};
use super::rejection::{Made, Rejections};
use super::settling::{Break, Ending, Resumed, Throws};
use super::since::{Remainder, Since};
use super::worth::Worth;
use rustc_hash::FxHashMap;

/// A path goes through no more places than this, so that many questions stay cheap.
const MOST_PLACES: usize = 200;

/// A path is looked for along no more steps than this.
const MOST_STEPS: usize = 2000;

/// All paths of a program are looked for along no more steps than this.
const MOST_STEPS_IN_ALL: usize = 500_000;

/// What runs as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// A function.
    Function(FunctionNode),
    /// A `catch` or `finally` in a function.
    Catch(FunctionNode, RegionId),
    /// What is left of a function once the refusal is over.
    After(FunctionNode, Since),
}

impl Place {
    /// The function that it is or stands in.
    #[must_use]
    pub fn function(self) -> FunctionNode {
        match self {
            Self::Function(function) | Self::Catch(function, _) | Self::After(function, _) => {
                function
            }
        }
    }

    /// Whether `expr` of its function, in `script`, is part of it; not where that is not known.
    #[must_use]
    pub(in crate::semantic) fn has(self, script: &Script, symbols: &Symbols, expr: ExprId) -> bool {
        let at = script.expr(expr);
        match self {
            Self::Function(_) => true,
            Self::Catch(_, region) => script.enclosing(at.region).any(|(id, _)| id == region),
            Self::After(_, since) => {
                Remainder::new(script, symbols, at.function, since).runs(expr) == Some(true)
            }
        }
    }
}

/// A step of a refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hop {
    /// What runs.
    pub to: Place,
    /// The edge of the call graph that runs it; `None` for a `catch`, or what a template binds.
    pub edge: Option<u32>,
    /// What hears the refusal, if it does: `fail`, `catch`; that it is over: `await`, `then`.
    pub heard: Option<&'static str>,
}

/// What a refusal comes to.
#[derive(Clone, Debug, Default)]
pub struct Refused {
    came: FxHashMap<Place, (Hop, Option<Place>)>,
    /// The places in the order in which they run.
    pub places: Vec<Place>,
    /// Whether it comes to more than was looked at.
    pub is_cut: bool,
}

impl Refused {
    /// The steps to `place`.
    #[must_use]
    pub fn way(&self, place: Place) -> Vec<Hop> {
        let mut hops = Vec::new();
        let mut at = Some(place);
        while let Some((hop, before)) = at.and_then(|at| self.came.get(&at)) {
            hops.push(*hop);
            at = *before;
        }
        hops.reverse();
        hops
    }
}

/// The paths of refusals.
pub struct Refusals<'a> {
    pub(in crate::semantic) files: &'a [File],
    platform: &'a Platform,
    pub(in crate::semantic) semantics: &'a Semantics,
    pub(in crate::semantic) rejections: Rejections<'a>,
    /// What each `catch` breaks off.
    pub(in crate::semantic) catches: BTreeMap<Place, Break>,
    /// What throws, by file.
    pub(in crate::semantic) throws: BTreeMap<FileId, Throws>,
    /// What waits, by file.
    pub(in crate::semantic) awaits: BTreeMap<FileId, Throws>,
    /// What goes on after a refusal, as far as there is room.
    pub(in crate::semantic) resumed: Resumed,
    /// What places run, as far as it was looked up.
    next: FxHashMap<Place, Rc<[Hop]>>,
    /// The steps that may still be made.
    left: usize,
    tested: Tested<'a>,
}

impl<'a> Refusals<'a> {
    /// The paths in `files`, of which `semantics` is known.
    #[must_use]
    pub fn new(files: &'a [File], platform: &'a Platform, semantics: &'a Semantics) -> Self {
        let rejections = Rejections::new(files, semantics);
        let tested = Tested::new(files, semantics);
        let (catches, throws, awaits, resumed, next) = Default::default();
        Self {
            files,
            platform,
            semantics,
            rejections,
            catches,
            throws,
            awaits,
            resumed,
            next,
            left: MOST_STEPS_IN_ALL,
            tested,
        }
    }

    /// The steps by which the handlers of refusals at buttons run, each with its entry.
    #[must_use]
    pub fn bound(&self) -> Vec<(u32, Hop)> {
        let hop = |function| Hop { to: Place::Function(function), edge: None, heard: None };
        refusals(self.semantics).map(|(at, entry)| (at, hop(entry.function))).collect()
    }

    /// The steps by which a refusal of what `call` asks is heard.
    pub fn heard(&mut self, call: ApiCall) -> Vec<Hop> {
        let values = &self.semantics.values;
        let host = values.call(call.host);
        let mut hops = Vec::new();
        let failing =
            self.semantics.refusing.failing.get(&(host.instance, host.expr)).into_iter().flatten();
        for at in failing.copied() {
            let edge = &self.semantics.graph.edges[at as usize];
            let kind = edge.call.map(|call| values.call(call).kind);
            let Some(CallKind::Callback { option: Some(option), .. }) = kind else { continue };
            let is_either = outcome(values.symbols.text(option)) == Some(Outcome::Either);
            let heard = Some(if is_either { "complete" } else { "fail" });
            hops.push(Hop { to: Place::Function(edge.to), edge: Some(at), heard });
        }
        let mut made = vec![(host.caller, host.expr)];
        let named = values.call(call.call);
        made.extend((call.call != call.host).then_some((named.caller, named.expr)));
        let mut made: Vec<_> = made.into_iter().map(|it| (it, Ending::Rejected)).collect();
        for (promise, ending) in self.handed(call.host) {
            made.extend(self.maker(promise).map(|it| (it, ending)));
        }
        hops.extend(self.settle(made));
        hops
    }

    /// The promises that are settled by what is handed over as `fail` or `complete`.
    fn handed(&self, host: CallId) -> Vec<(TokenId, Ending)> {
        let values = &self.semantics.values;
        let options = values.call(host).arguments.iter().flat_map(|(node, _)| values.of(*node));
        let failing = options.flat_map(|token| values.keys(token)).filter(|(key, _)| {
            outcome(values.symbols.text(*key)).is_some_and(|it| it != Outcome::Success)
        });
        let promises = failing.flat_map(|(_, node)| values.settled(node));
        let ending = |rejects| if rejects { Ending::Rejected } else { Ending::Over(Worth::TRUTHY) };
        promises.map(|(promise, rejects)| (promise, ending(rejects))).collect()
    }

    /// What makes `promise`.
    fn maker(&self, promise: TokenId) -> Option<Made> {
        let values = &self.semantics.values;
        let call = self.semantics.refusing.making.get(&node_of(values.token(promise))?)?;
        let site = values.call(*call);
        Some((site.caller, site.expr))
    }

    /// All that runs after `starts`, along edges that `follows` allows.
    pub fn after(&mut self, starts: Vec<Hop>, follows: &dyn Fn(&Edge) -> bool) -> Refused {
        let mut refused = Refused::default();
        let mut work = VecDeque::new();
        let graph = &self.semantics.graph;
        for hop in starts {
            let is_open = hop.edge.is_none_or(|edge| follows(&graph.edges[edge as usize]));
            if is_open && !refused.came.contains_key(&hop.to) {
                refused.came.insert(hop.to, (hop, None));
                work.push_back(hop.to);
            }
        }
        let mut steps = MOST_STEPS;
        while let Some(place) = work.pop_front() {
            refused.places.push(place);
            for hop in self.next(place).iter() {
                self.left = self.left.saturating_sub(1);
                steps = steps.saturating_sub(1).min(self.left);
                refused.is_cut |= steps == 0 || refused.came.len() >= MOST_PLACES;
                if refused.is_cut {
                    return refused;
                }
                let is_open = hop.edge.is_none_or(|edge| follows(&graph.edges[edge as usize]));
                if is_open && !refused.came.contains_key(&hop.to) {
                    refused.came.insert(hop.to, (*hop, Some(place)));
                    work.push_back(hop.to);
                }
            }
        }
        refused
    }

    /// What `place` runs, and what hears the promises that it rejects.
    fn next(&mut self, place: Place) -> Rc<[Hop]> {
        if let Some(known) = self.next.get(&place) {
            return Rc::clone(known);
        }
        let graph = &self.semantics.graph;
        let edges = graph.from(place.function()).filter(|(_, edge)| match edge.call {
            Some(call) => self.holds(place, call) && !self.is_given(call) && !self.is_answer(call),
            None => matches!(place, Place::Function(_)),
        });
        let hop = |(at, edge): (u32, &Edge)| Hop {
            to: Place::Function(edge.to),
            edge: Some(at),
            heard: None,
        };
        let mut hops: Vec<Hop> = edges.map(hop).collect();
        let settling =
            self.semantics.refusing.settling.get(&place.function()).cloned().unwrap_or_default();
        let mut made = Vec::new();
        for (call, promise, rejects) in settling {
            let guard = graph.guard(call);
            if self.holds(place, call) && !guard.never && !guard.confirmed {
                let ending =
                    if rejects { Some(Ending::Rejected) } else { self.resolved(place, call) };
                made.extend(self.maker(promise).zip(ending));
            }
        }
        hops.extend(self.settle(made));
        hops.extend(self.ended(place));
        let hops: Rc<[Hop]> = hops.into();
        self.next.insert(place, Rc::clone(&hops));
        hops
    }

    /// Whether `call` runs for another reason than the refusal: the user consents to another question,
    /// which is a gesture, or something else fails.
    fn is_answer(&self, call: CallId) -> bool {
        let site = self.semantics.values.call(call);
        let asks = || self.semantics.refusing.asking.contains(&(site.instance, site.expr));
        match site.kind {
            CallKind::Callback { option: Some(option), .. } => {
                match outcome(self.semantics.values.symbols.text(option)) {
                    Some(Outcome::Success) => asks(),
                    Some(Outcome::Failure) => !asks(),
                    _ => false,
                }
            }
            CallKind::Continuation { rejected } => rejected,
            _ => false,
        }
    }

    /// Whether `call` is made by `place`.
    #[must_use]
    pub fn holds(&self, place: Place, call: CallId) -> bool {
        let site = self.semantics.values.call(call);
        let script = self.rejections.script(self.rejections.file_of(site.instance));
        site.caller == place.function()
            && script.is_some_and(|it| place.has(it, &self.semantics.values.symbols, site.expr))
    }

    /// Whether `call` stands under a condition that only a consent fulfils, or another failure.
    #[must_use]
    pub fn is_given(&self, call: CallId) -> bool {
        let Self { files, platform, semantics, .. } = *self;
        let codes = Codes { files, platform, semantics, tested: &self.tested };
        semantics.is_given(files, platform, call) || codes.exclude(call)
    }
}
