//! What runs when a question of consent is refused: the paths of refusals.
//!
//! A refusal arrives in a callback, behind `catch` or a second argument of `then`, in the `catch`
//! around an `await`, or in the handler that a button binds; from there it goes on along the call
//! graph, and along promises that are rejected with it.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use rustc_hash::FxHashMap;

use crate::finding::{Label, Message};
use crate::platform::{Outcome, Platform, outcome};
use crate::source::FileSpan;
use crate::syntax::File;
use crate::syntax::script::{ExprId, ExprKind, RegionId, RegionKind, Script};

use super::Semantics;
use super::call_graph::Edge;
use super::entry::Trigger;
use super::prompt::Asking;
use super::rejection::{Caught, Made, Rejections};
use super::site::ApiCall;
use super::values::{CallId, CallKind, FunctionNode, InstanceId, Node, Token, TokenId};

/// A path goes through no more places than this, so that many questions stay cheap.
const MOST_PLACES: usize = 200;

/// A rejection is followed through no more promises than this.
const MOST_PROMISES: usize = 64;

/// Members of an answer that only a consent gives.
const GIVEN: [&str; 3] = ["authCode", "authSuccessScopes", "response"];

/// Members of an answer that only a failure gives.
const FAILED: [&str; 2] = ["error", "errorMessage"];

/// What runs as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// A function.
    Function(FunctionNode),
    /// A `catch` in a function.
    Catch(FunctionNode, RegionId),
}

impl Place {
    /// The function that it is or stands in.
    #[must_use]
    pub fn function(self) -> FunctionNode {
        match self {
            Self::Function(function) | Self::Catch(function, _) => function,
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
    /// What hears the refusal, if it does: `fail`, `catch`.
    pub heard: Option<&'static str>,
}

/// What a refusal comes to.
#[derive(Clone, Debug, Default)]
pub struct Refused {
    came: BTreeMap<Place, (Hop, Option<Place>)>,
    /// The places in the order in which they run.
    pub places: Vec<Place>,
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
    files: &'a [File],
    platform: &'a Platform,
    semantics: &'a Semantics,
    rejections: Rejections<'a>,
    /// The calls that reject a promise, by the function that makes them.
    rejecting: BTreeMap<FunctionNode, Vec<(CallId, TokenId)>>,
    /// The calls that make promises, by what they give.
    making: FxHashMap<Node, CallId>,
    /// The calls that ask, by copy and expression.
    asking: BTreeSet<(InstanceId, ExprId)>,
}

impl<'a> Refusals<'a> {
    /// The paths in `files`, of which `semantics` is known.
    #[must_use]
    pub fn new(files: &'a [File], platform: &'a Platform, semantics: &'a Semantics) -> Self {
        let rejections = Rejections::new(files, semantics);
        let (mut rejecting, mut making) = (BTreeMap::<_, Vec<_>>::new(), FxHashMap::default());
        for (call, site) in (0..).map(CallId).zip(&semantics.values.calls) {
            if !matches!(site.kind, CallKind::Call | CallKind::New) {
                continue;
            }
            making.entry(site.result).or_insert(call);
            let Some(script) = rejections.script(rejections.file_of(site.instance)) else {
                continue;
            };
            let ExprKind::Call(written) = script.kind(site.expr) else { continue };
            let callee = semantics.values.value(site.instance, script, written.callee);
            let promises = callee.into_iter().flat_map(|it| settled(semantics, it));
            for promise in promises {
                rejecting.entry(site.caller).or_default().push((call, promise));
            }
        }
        let asking = semantics.askings(platform).map(|it| {
            let host = semantics.values.call(it.call.host);
            (host.instance, host.expr)
        });
        let asking = asking.collect();
        Self { files, platform, semantics, rejections, rejecting, making, asking }
    }

    /// The steps by which the handlers of refusals at buttons run, each with its entry.
    #[must_use]
    pub fn bound(&self) -> Vec<(u32, Hop)> {
        let entries = self.semantics.reach.entries.iter().zip(0..);
        let refusals = entries.filter(|(entry, _)| entry.triggers.contains(&Trigger::Refusal));
        let hop = |function| Hop { to: Place::Function(function), edge: None, heard: None };
        refusals.map(|(entry, at)| (at, hop(entry.function))).collect()
    }

    /// The steps by which a refusal of what `call` asks is heard.
    pub fn heard(&mut self, call: ApiCall) -> Vec<Hop> {
        let values = &self.semantics.values;
        let host = values.call(call.host);
        let mut hops = Vec::new();
        for (at, edge) in self.semantics.graph.from(host.caller) {
            let Some(made) = edge.call.map(|call| values.call(call)) else { continue };
            let CallKind::Callback { option: Some(option), .. } = made.kind else { continue };
            let name = values.symbols.text(option);
            let heard = match outcome(name) {
                Some(Outcome::Failure) => "fail",
                Some(Outcome::Either) => "complete",
                _ => continue,
            };
            if made.expr == host.expr && made.instance == host.instance {
                let to = Place::Function(edge.to);
                hops.push(Hop { to, edge: Some(at), heard: Some(heard) });
            }
        }
        for promise in self.handed(call.host) {
            hops.extend(self.rejected(promise));
        }
        let mut made = vec![(host.caller, host.expr)];
        let named = values.call(call.call);
        made.extend((call.call != call.host).then_some((named.caller, named.expr)));
        hops.extend(self.caught(made));
        hops
    }

    /// The promises that are rejected by what is handed over as `fail` or `complete`.
    fn handed(&self, host: CallId) -> Vec<TokenId> {
        let values = &self.semantics.values;
        let options = values.call(host).arguments.iter().flat_map(|(node, _)| values.of(*node));
        let keys = options.flat_map(|token| values.keys(token));
        let failing = keys.filter(|(key, _)| {
            outcome(values.symbols.text(*key)).is_some_and(|it| it != Outcome::Success)
        });
        failing.flat_map(|(_, node)| settled(self.semantics, node)).collect()
    }

    /// What hears that `promise` is rejected.
    fn rejected(&mut self, promise: TokenId) -> Vec<Hop> {
        let Token::Promise(node) = self.semantics.values.token(promise) else { return Vec::new() };
        let Some(call) = self.making.get(&node) else { return Vec::new() };
        let site = self.semantics.values.call(*call);
        self.caught(vec![(site.caller, site.expr)])
    }

    /// What catches what the promises `made` are rejected with.
    fn caught(&mut self, made: Vec<Made>) -> Vec<Hop> {
        let mut seen: BTreeSet<Made> = made.iter().copied().collect();
        let mut work = made;
        let mut hops = Vec::new();
        while let Some(made) = work.pop() {
            let passed = self.rejections.passed_on(made);
            hops.extend(passed.caught.into_iter().flat_map(|it| self.hops(it)));
            for next in passed.next {
                if seen.len() < MOST_PROMISES && seen.insert(next) {
                    work.push(next);
                }
            }
        }
        hops
    }

    fn hops(&self, caught: Caught) -> Vec<Hop> {
        let (function, expr) = match caught {
            Caught::Region(function, region) => {
                let to = Place::Catch(function, region);
                return vec![Hop { to, edge: None, heard: Some("catch") }];
            }
            Caught::Call(function, expr) => (function, expr),
        };
        let edges = self.semantics.graph.from(function).filter(|(_, edge)| {
            let site = edge.call.map(|call| self.semantics.values.call(call));
            let kind = CallKind::Continuation { rejected: true };
            site.is_some_and(|site| site.expr == expr && site.kind == kind)
        });
        let hop = |(at, edge): (u32, &Edge)| Hop {
            to: Place::Function(edge.to),
            edge: Some(at),
            heard: Some("catch"),
        };
        edges.map(hop).collect()
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
        while let Some(place) = work.pop_front() {
            refused.places.push(place);
            for hop in self.next(place, follows) {
                if refused.came.len() < MOST_PLACES && !refused.came.contains_key(&hop.to) {
                    refused.came.insert(hop.to, (hop, Some(place)));
                    work.push_back(hop.to);
                }
            }
        }
        refused
    }

    /// What `place` runs, and what hears the promises that it rejects.
    fn next(&mut self, place: Place, follows: &dyn Fn(&Edge) -> bool) -> Vec<Hop> {
        let graph = &self.semantics.graph;
        let edges = graph.from(place.function()).filter(|(_, edge)| {
            let is_inside = match edge.call {
                Some(call) => {
                    self.holds(place, call) && !self.is_given(call) && !self.is_answer(call)
                }
                None => matches!(place, Place::Function(_)),
            };
            is_inside && follows(edge)
        });
        let hop = |(at, edge): (u32, &Edge)| Hop {
            to: Place::Function(edge.to),
            edge: Some(at),
            heard: None,
        };
        let mut hops: Vec<Hop> = edges.map(hop).collect();
        let rejecting = self.rejecting.get(&place.function()).cloned().unwrap_or_default();
        for (call, promise) in rejecting {
            let guard = self.semantics.graph.guard(call);
            if self.holds(place, call) && !guard.never && !guard.confirmed {
                hops.extend(self.rejected(promise));
            }
        }
        hops
    }

    /// Whether `call` is the answer to another question of consent: the user has acted then.
    fn is_answer(&self, call: CallId) -> bool {
        let site = self.semantics.values.call(call);
        matches!(site.kind, CallKind::Callback { .. })
            && self.asking.contains(&(site.instance, site.expr))
    }

    /// Whether `call` is made by `place`.
    #[must_use]
    pub fn holds(&self, place: Place, call: CallId) -> bool {
        let site = self.semantics.values.call(call);
        let Place::Catch(function, region) = place else { return place.function() == site.caller };
        let script = self.rejections.script(self.rejections.file_of(site.instance));
        site.caller == function
            && script.is_some_and(|script| {
                let mut around = script.enclosing(script.expr(site.expr).region);
                around.any(|(id, _)| id == region)
            })
    }

    /// Whether `call` stands under a condition that only a consent fulfils.
    #[must_use]
    pub fn is_given(&self, call: CallId) -> bool {
        let site = self.semantics.values.call(call);
        let Some(script) = self.rejections.script(self.rejections.file_of(site.instance)) else {
            return false;
        };
        let mut around = script.enclosing(script.expr(site.expr).region);
        around.any(|(_, region)| {
            let RegionKind::Branch { condition, taken } = region.kind else { return false };
            let (condition, taken) = bare(script, condition, taken);
            let node = self.semantics.values.value(site.instance, script, condition);
            let tokens = node.map(|node| self.semantics.values.of(node)).unwrap_or_default();
            tokens.into_iter().any(|token| match token {
                Token::Host(path) => {
                    self.is_telling(self.semantics.values.symbols.text(path), taken)
                }
                _ => false,
            })
        })
    }

    /// Whether `path` is a member of an answer to a question of consent that says, being true or
    /// not, that the user consented.
    fn is_telling(&self, path: &str, taken: bool) -> bool {
        let Some((api, member)) = path.split_once("().") else { return false };
        let api = api.rsplit_once('.').and_then(|(_, name)| self.platform.api(name));
        let members: &[&str] = if taken { &GIVEN } else { &FAILED };
        api.is_some_and(|api| api.kind.asks_consent()) && members.contains(&member)
    }

    /// How the program comes to ask `asking`, as steps; `None` where nothing known does.
    #[must_use]
    pub fn asked(&self, asking: Asking) -> Option<Vec<Label>> {
        let site = &self.semantics.sites[asking.site];
        let calls = [asking.call];
        let mut ways = Trigger::ALL.into_iter().filter_map(|trigger| {
            let ways = self.semantics.ways_of(&calls, trigger).into_iter();
            ways.map(|(_, path)| path).min_by_key(|path| path.edges.len())
        });
        let mut steps = self.semantics.steps(self.files, &ways.next()?);
        let text = Message::new("calls").with("name", site.path.as_str());
        steps.push(Label { at: site.at, text });
        Some(steps)
    }

    /// The steps of `hops`.
    #[must_use]
    pub fn steps(&self, hops: &[Hop]) -> Vec<Label> {
        let step = |hop: &Hop| match (hop.heard, hop.edge) {
            (Some(name), _) => {
                vec![Label {
                    at: self.head(hop.to),
                    text: Message::new("refused").with("name", name),
                }]
            }
            (None, Some(edge)) => self.semantics.steps_along(self.files, &[edge]),
            (None, None) => Vec::new(),
        };
        hops.iter().flat_map(step).collect()
    }

    /// The place to point at for what runs.
    fn head(&self, place: Place) -> FileSpan {
        let Place::Catch(function, region) = place else {
            return self.semantics.head(self.files, place.function());
        };
        let (instance, _) = self.semantics.values.function(function);
        let file = self.rejections.file_of(instance);
        let script = self.rejections.script(file);
        let first = script.and_then(|script| script.exprs.iter().find(|it| it.region == region));
        FileSpan::new(file, first.map(|expr| expr.span).unwrap_or_default())
    }
}

/// The promises that calling the values of `node` rejects.
fn settled(semantics: &Semantics, node: Node) -> Vec<TokenId> {
    let tokens = semantics.values.of(node).into_iter();
    let promises = tokens.filter_map(|token| match token {
        Token::Settle(promise, true) => Some(promise),
        _ => None,
    });
    promises.collect()
}

/// A condition without the negations around it.
fn bare(script: &Script, mut condition: ExprId, mut taken: bool) -> (ExprId, bool) {
    while let ExprKind::Not(inner) = script.kind(condition) {
        (condition, taken) = (*inner, !taken);
    }
    (condition, taken)
}
