//! Questions of consent that come back by themselves: after a refusal, or with a hook that the
//! host runs again and again.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::platform::ApiKind;
use crate::source::FileId;
use crate::syntax::File;
use crate::syntax::script::{
    Binary, ExprId, ExprKind, FunctionId, Key, Property, RegionKind, Script, Target,
};

use super::Semantics;
use super::call_graph::Edge;
use super::check::Checks;
use super::entry::Trigger;
use super::reach::Path;
use super::site::ApiCall;
use super::values::{CallId, CallKind, FunctionNode};

/// Conditions are looked into no further than this many operands.
const MOST_OPERANDS: usize = 64;

/// Searches go through no more functions than this, so that many prompts stay cheap.
const MOST_FUNCTIONS: usize = 200;

/// Members that hold everything and so say nothing.
const GENERIC: [&str; 3] = ["data", "globalData", "length"];

impl Semantics {
    /// The edges, by index, by which a refusal of `call` asks the same again at once, from the
    /// function that hears it on; the last one repeats the question.
    #[must_use]
    pub fn asked_after_refusal(&self, files: &[File], call: ApiCall) -> Option<Vec<u32>> {
        let asker = self.values.call(call.call).caller;
        let follows = |edge: &Edge| {
            is_open(edge) && !self.is_counted(files, edge.call) && !self.is_answer_of_server(edge)
        };
        let starts = self.refusals(call).into_iter().filter(|(_, edge)| follows(edge));
        let mut came: BTreeMap<FunctionNode, Vec<u32>> =
            starts.map(|(at, edge)| (edge.to, vec![at])).collect();
        let is_repeated = self.graph.guard(call.call);
        if is_repeated.checks.has(Checks::FIRST_TIME) || is_repeated.confirmed {
            return None;
        }
        let written = self.written(files, &came.keys().copied().collect::<Vec<_>>());
        if self.is_guarded(files, call.call, &written) {
            return None;
        }
        let mut work: VecDeque<FunctionNode> = came.keys().copied().collect();
        while let Some(function) = work.pop_front() {
            let way = came.get(&function).cloned().unwrap_or_default();
            if function == asker {
                return Some(way);
            }
            for (at, edge) in self.graph.from(function) {
                let is_guarded = edge.call.is_some_and(|it| self.is_guarded(files, it, &written));
                let is_new = came.len() < MOST_FUNCTIONS && !came.contains_key(&edge.to);
                if follows(edge) && !is_guarded && is_new {
                    came.insert(edge.to, way.iter().copied().chain([at]).collect());
                    work.push_back(edge.to);
                }
            }
        }
        None
    }

    /// The way from a hook that repeats to `call`, with no condition on it that a refusal changes.
    #[must_use]
    pub fn asked_again(&self, files: &[File], call: ApiCall) -> Option<Path> {
        let heard: Vec<_> = self.refusals(call).iter().map(|(_, edge)| edge.to).collect();
        let written =
            self.written(files, &self.graph.closure(&heard).into_iter().collect::<Vec<_>>());
        let is_guarded = |call: CallId| {
            let guard = self.graph.guard(call);
            guard.never
                || guard.confirmed
                || guard.checks.has(Checks::FIRST_TIME)
                || self.is_guarded(files, call, &written)
        };
        if is_guarded(call.call) {
            return None;
        }
        let asker = self.values.call(call.call).caller;
        let mut came: BTreeMap<FunctionNode, (u32, Option<(u32, FunctionNode)>)> = BTreeMap::new();
        let mut work = VecDeque::new();
        for (at, entry) in self.reach.entries.iter().enumerate() {
            let is_early = entry.triggers.iter().any(|trigger| trigger.ends_in_dialogs());
            // Of what the program registers itself, only the return of the app is a hook.
            let is_hook = entry.unit.is_some() || entry.triggers.contains(&Trigger::Launch);
            if entry.repeats && is_hook && is_early && !came.contains_key(&entry.function) {
                came.insert(entry.function, (at as u32, None));
                work.push_back(entry.function);
            }
        }
        for (entry, edges) in self.timers() {
            for at in &edges {
                let edge = &self.graph.edges[*at as usize];
                if !came.contains_key(&edge.to) {
                    came.entry(edge.from).or_insert((entry, None));
                    came.insert(edge.to, (entry, Some((*at, edge.from))));
                }
            }
            work.extend(edges.last().map(|edge| self.graph.edges[*edge as usize].to));
        }
        while let Some(function) = work.pop_front() {
            let Some((entry, _)) = came.get(&function).copied() else { continue };
            if function == asker {
                let mut edges = Vec::new();
                let mut at = function;
                while let Some((_, Some((edge, before)))) = came.get(&at).copied() {
                    edges.push(edge);
                    at = before;
                }
                edges.reverse();
                let entry = came.get(&at).map_or(entry, |(entry, _)| *entry);
                return Some(Path { entry, edges, checks: Checks::default() });
            }
            for (at, edge) in self.graph.from(function) {
                let is_cut = !is_open(edge) || edge.call.is_some_and(is_guarded);
                let is_new = came.len() < MOST_FUNCTIONS && !came.contains_key(&edge.to);
                if !is_cut && is_new {
                    came.insert(edge.to, (entry, Some((at, function))));
                    work.push_back(edge.to);
                }
            }
        }
        None
    }

    /// The ways to what a repeating timer runs, each with its entry.
    fn timers(&self) -> Vec<(u32, Vec<u32>)> {
        let edges = self.graph.edges.iter().zip(0..).filter(|(edge, _)| {
            let kind = edge.call.map(|call| self.values.call(call).kind);
            is_open(edge)
                && kind == Some(CallKind::Timer { repeats: true })
                && !self.stops_itself(edge.to)
        });
        let way = |(edge, at): (&Edge, u32)| {
            let mut paths = Trigger::ALL.into_iter().flat_map(|it| self.reach.paths(it, edge.from));
            paths.next().map(|path| (path.entry, [path.edges.as_slice(), &[at]].concat()))
        };
        edges.filter_map(way).collect()
    }

    /// Whether what a timer runs can stop it, as a countdown does.
    fn stops_itself(&self, function: FunctionNode) -> bool {
        let run = self.graph.closure(&[function]);
        let mut calls = self.values.host_calls.iter();
        calls.any(|host| {
            self.values.symbols.text(host.path) == "clearInterval"
                && run.contains(&self.values.call(host.call).caller)
        })
    }

    /// What runs when what `call` asks is refused.
    fn refusals(&self, call: ApiCall) -> Vec<(u32, &Edge)> {
        let host = self.values.call(call.host);
        let of_call = self.graph.from(host.caller).filter(|(_, edge)| {
            let Some(made) = edge.call.map(|call| self.values.call(call)) else { return false };
            let is_failure = match made.kind {
                CallKind::Callback { option: Some(option), .. } => {
                    made.expr == host.expr && self.values.symbols.text(option) == "fail"
                }
                _ => false,
            };
            is_failure && made.instance == host.instance
        });
        of_call.collect()
    }

    /// Whether a server has a say in between.
    fn is_answer_of_server(&self, edge: &Edge) -> bool {
        let Some(CallKind::Callback { api, .. }) =
            edge.call.map(|call| self.values.call(call).kind)
        else {
            return false;
        };
        let name = self.values.symbols.text(api).rsplit_once('.').map_or("", |(_, name)| name);
        let mut sites = self.sites.iter();
        let of_name = sites.find(|site| site.api.name == name);
        of_name.is_some_and(|site| matches!(site.api.kind, ApiKind::Network))
    }

    /// The names that `functions` write: variables, members, keys of objects that are handed on.
    fn written<'a>(&self, files: &'a [File], functions: &[FunctionNode]) -> BTreeSet<&'a str> {
        let mut names = BTreeSet::new();
        let mut by_file: BTreeMap<FileId, BTreeSet<FunctionId>> = BTreeMap::new();
        for node in functions {
            let (instance, function) = self.values.function(*node);
            by_file.entry(self.values.instance(instance).file).or_default().insert(function);
        }
        for (file, functions) in by_file {
            let Some(script) = files[file.index()].script() else { continue };
            for expr in script.exprs.iter().filter(|expr| functions.contains(&expr.function)) {
                match &expr.kind {
                    ExprKind::Assign { target: Target::Member { property, .. }, .. } => {
                        names.insert(script.name(*property));
                    }
                    ExprKind::Assign { target: Target::Binding(binding), .. }
                        if script.binding(*binding).function != expr.function =>
                    {
                        names.insert(script.name(script.binding(*binding).name));
                    }
                    ExprKind::Object(members) => {
                        names.extend(members.iter().filter_map(|member| match member {
                            Property::Value { key: Key::Name(name, _), .. } => {
                                Some(script.name(*name).split('.').next_back().unwrap_or(""))
                            }
                            _ => None,
                        }));
                    }
                    ExprKind::String(text) => {
                        names.insert(script.name(*text));
                    }
                    _ => {}
                }
            }
        }
        names
    }

    /// Whether `call` stands under a condition on something that is `written`.
    fn is_guarded(&self, files: &[File], call: CallId, written: &BTreeSet<&str>) -> bool {
        let read = self.conditions(files, call);
        read.is_some_and(|(script, conditions)| {
            conditions.into_iter().any(|expr| {
                let name = match script.kind(expr) {
                    ExprKind::Member { property, .. } => script.name(*property),
                    ExprKind::Binding(binding) => script.name(script.binding(*binding).name),
                    ExprKind::String(text) => script.name(*text),
                    _ => return false,
                };
                written.contains(name) && !GENERIC.contains(&name)
            })
        })
    }

    /// Whether `call` stands under a condition that counts.
    fn is_counted(&self, files: &[File], call: Option<CallId>) -> bool {
        let read = call.and_then(|call| self.conditions(files, call));
        read.is_some_and(|(script, conditions)| {
            conditions.into_iter().any(|expr| {
                matches!(script.kind(expr), ExprKind::Binary { operator: Binary::Order, .. })
            })
        })
    }

    /// The conditions that `call` stands under, with what they are made of.
    fn conditions<'a>(&self, files: &'a [File], call: CallId) -> Option<(&'a Script, Vec<ExprId>)> {
        let site = self.values.call(call);
        let script = files[self.values.instance(site.instance).file.index()].script()?;
        let regions = script.enclosing(script.expr(site.expr).region);
        let mut parts: Vec<ExprId> = regions
            .filter_map(|(_, region)| match region.kind {
                RegionKind::Branch { condition, .. } => Some(condition),
                RegionKind::Case { subject, .. } => Some(subject),
                _ => None,
            })
            .collect();
        let mut at = 0;
        while let Some(part) = parts.get(at).copied().filter(|_| at < MOST_OPERANDS) {
            at += 1;
            match script.kind(part) {
                ExprKind::Not(value) | ExprKind::Unary(value) => parts.push(*value),
                ExprKind::Member { object, .. } => parts.push(*object),
                ExprKind::Binary { left, right, .. } | ExprKind::Logical { left, right, .. } => {
                    parts.extend([*left, *right]);
                }
                ExprKind::Call(call) => {
                    parts.push(call.callee);
                    parts.extend(call.arguments.iter().map(|argument| argument.value));
                }
                ExprKind::Object(members) => {
                    parts.extend(members.iter().filter_map(|member| match member {
                        Property::Value { value, .. } => Some(*value),
                        _ => None,
                    }));
                }
                _ => {}
            }
        }
        Some((script, parts))
    }
}

fn is_open(edge: &Edge) -> bool {
    !edge.guard.never && !edge.guard.confirmed && !edge.guard.checks.has(Checks::FIRST_TIME)
}
