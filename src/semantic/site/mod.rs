//! The places that call the wallet's APIs.
//!
//! Code that calls whatever it is given, such as a `promisify`, names no API. The place that
//! counts is then the one that calls what came out of it, or that handed the API over.

pub mod api;
pub mod asked;
pub(super) mod library;
pub mod navigation;
pub mod prompt;

use std::collections::{BTreeMap, BTreeSet};

use crate::platform::{Api, Platform, renamed_by_any};
use crate::semantic::graph::call_graph::{CallGraph, place};
use crate::semantic::symbols::Symbol;
use crate::semantic::values::{CallId, CallSite, InstanceId, Token, Values};
use crate::source::{FileId, FileSpan};
use crate::syntax::File;
use crate::syntax::script::{BindingId, BindingKind, ExprId, ExprKind, FunctionId, Script, Target};

use api::scope_of;

/// Wrappers are looked through no deeper than this.
const DEEPEST: u32 = 4;

/// A place in the program that calls an API.
#[derive(Clone, Debug)]
pub struct ApiSite {
    /// The file.
    pub file: FileId,
    /// The call, or the access that runs it.
    pub expr: ExprId,
    /// The function it stands in.
    pub function: FunctionId,
    /// What is called there, or the place that hands the API over.
    pub at: FileSpan,
    /// The API.
    pub api: &'static Api,
    /// The API as the program may write it: `my.getAuthCode`.
    pub path: String,
    /// The calls, one for each copy of the function.
    pub calls: Vec<ApiCall>,
}

/// A call of an API in one copy of the function it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ApiCall {
    /// The call that the place makes.
    pub call: CallId,
    /// The call that runs the API: the same one, or one inside a wrapper.
    pub host: CallId,
}

/// All places that call an API the platform knows, by place.
#[must_use]
pub fn sites(
    files: &[File],
    platform: &Platform,
    values: &Values,
    graph: &CallGraph,
) -> Vec<ApiSite> {
    let copied = values.instances.iter().filter_map(|copy| Some((copy.around?, copy.root)));
    let finder = Finder { files, values, graph, copied: copied.collect() };
    let mut sites: BTreeMap<(FileId, ExprId, &str), ApiSite> = BTreeMap::new();
    let idle = values.idle_calls.iter().map(|host| (host, true));
    for (host, is_idle) in values.host_calls.iter().map(|host| (host, false)).chain(idle) {
        let path = values.symbols.text(host.path);
        let Some((namespace, name)) = path.rsplit_once('.') else { continue };
        if !platform.is_namespace(namespace) {
            continue;
        }
        let Some(api) = platform.api(name) else { continue };
        // Of what never runs no more is said than that.
        if is_idle && scope_of(api).is_none() {
            continue;
        }
        for (call, named) in finder.named(host.call, name, DEEPEST) {
            let site = values.call(named);
            let file = values.instance(site.instance).file;
            let Some(script) = files[file.index()].script() else { continue };
            let entry = sites.entry((file, site.expr, api.name)).or_insert_with(|| ApiSite {
                file,
                expr: site.expr,
                function: script.expr(site.expr).function,
                at: finder.naming(named, host.path),
                api,
                path: path.to_owned(),
                calls: Vec::new(),
            });
            let call = ApiCall { call, host: host.call };
            if !entry.calls.contains(&call) {
                entry.calls.push(call);
            }
        }
    }
    let mut sites: Vec<ApiSite> = sites.into_values().collect();
    sites.sort_by_key(|site| site.at);
    sites
}

struct Finder<'a> {
    files: &'a [File],
    values: &'a Values,
    graph: &'a CallGraph,
    /// The functions that calls run in copies of their own, as they stand in a copy.
    copied: BTreeSet<(InstanceId, FunctionId)>,
}

impl Finder<'_> {
    fn script(&self, site: &CallSite) -> Option<&Script> {
        self.files[self.values.instance(site.instance).file.index()].script()
    }

    /// The calls that stand for `call` of the API `name`, each with the call whose place names it.
    fn named(&self, call: CallId, name: &str, depth: u32) -> Vec<(CallId, CallId)> {
        let site = self.values.call(call);
        let wrapper = self.script(site).and_then(|script| wrapper(script, site.expr, name));
        let Some(wrapper) = wrapper.filter(|_| depth > 0) else { return vec![(call, call)] };
        let outer = self.outside(site, wrapper);
        if outer.is_empty() && self.is_copied(site) {
            return Vec::new();
        }
        if outer.is_empty() {
            let made = self.values.instance(site.instance).call;
            return vec![(call, made.unwrap_or(call))];
        }
        outer.into_iter().flat_map(|call| self.named(call, name, depth - 1)).collect()
    }

    /// Whether what `site` stands in is run in other copies than that of `site`.
    fn is_copied(&self, site: &CallSite) -> bool {
        let Some(script) = self.script(site) else { return false };
        let function = script.expr(site.expr).function;
        let mut around = std::iter::successors(Some(function), |at| script.function(*at).parent);
        around.any(|function| self.copied.contains(&(site.instance, function)))
    }

    /// The calls by which the function of `site`, which is or stands inside `wrapper`, is run
    /// from outside of it.
    fn outside(&self, site: &CallSite, wrapper: FunctionId) -> Vec<CallId> {
        let Some(script) = self.script(site) else { return Vec::new() };
        let mut seen = BTreeSet::from([site.caller]);
        let mut work = vec![site.caller];
        let mut outer = Vec::new();
        while let Some(function) = work.pop() {
            for edge in self.graph.into(function) {
                let (instance, from) = self.values.function(edge.from);
                if instance == site.instance && is_inside(script, from, wrapper) {
                    work.extend(seen.insert(edge.from).then_some(edge.from));
                } else {
                    outer.extend(edge.call);
                }
            }
        }
        outer
    }

    /// The place that names the API: the callee, or the argument that hands it over.
    fn naming(&self, call: CallId, path: Symbol) -> FileSpan {
        let site = self.values.call(call);
        let callee = place(self.files, self.values, site);
        let Some(script) = self.script(site) else { return callee };
        let ExprKind::Call(written) = script.kind(site.expr) else { return callee };
        let names = |expr: ExprId| {
            let node = self.values.value(site.instance, script, expr);
            node.is_some_and(|node| self.values.of(node).contains(&Token::Host(path)))
        };
        if names(written.callee) {
            return callee;
        }
        let argument = written.arguments.iter().find(|argument| names(argument.value));
        argument
            .map_or(callee, |argument| FileSpan::new(callee.file, script.expr(argument.value).span))
    }
}

/// The function that the call at `expr` is only a part of: one that was given what is called, and
/// calls it later, or calls something by a name that it was given.
fn wrapper(script: &Script, expr: ExprId, name: &str) -> Option<FunctionId> {
    let ExprKind::Call(call) = script.kind(expr) else { return None };
    let given = |expr: ExprId| match script.kind(expr) {
        ExprKind::Binding(binding) => giver(script, *binding),
        _ => None,
    };
    // A parameter that the function itself calls is a name of what it holds.
    let is_later = |owner: &FunctionId| *owner != script.expr(expr).function;
    match script.kind(call.callee) {
        ExprKind::Binding(_) => given(call.callee).filter(is_later),
        ExprKind::Member { object, property, .. } if !is_called(script.name(*property), name) => {
            given(*object).filter(is_later)
        }
        ExprKind::Index { index, .. } => given(*index),
        _ => None,
    }
}

/// Whether the member `property` is the API `name`, also by the name that toolkits give it.
fn is_called(property: &str, name: &str) -> bool {
    property == name || renamed_by_any(property) == Some(name)
}

/// The function whose parameter a variable is, or is never written but from.
fn giver(script: &Script, id: BindingId) -> Option<FunctionId> {
    let binding = script.binding(id);
    if binding.kind == BindingKind::Param {
        return Some(binding.function);
    }
    let [write] = binding.writes.as_slice() else { return None };
    let ExprKind::Assign { target: Target::Binding(_), value } = script.kind(*write) else {
        return None;
    };
    let ExprKind::Binding(from) = script.kind(*value) else { return None };
    let from = script.binding(*from);
    (from.kind == BindingKind::Param).then_some(from.function)
}

/// Whether `function` is `around` or stands inside it.
fn is_inside(script: &Script, function: FunctionId, around: FunctionId) -> bool {
    let mut parents = std::iter::successors(Some(function), |at| script.function(*at).parent);
    parents.any(|at| at == around)
}
