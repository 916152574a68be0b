//! The places that call the wallet's APIs.
//!
//! Code that calls whatever it is given, such as a `promisify`, names no API. The place that
//! counts is then the one that calls what came out of it, or that handed the API over.

use std::collections::BTreeMap;

use crate::platform::{Api, Platform};
use crate::source::{FileId, FileSpan};
use crate::syntax::File;
use crate::syntax::script::{BindingId, BindingKind, ExprId, ExprKind, FunctionId, Script, Target};

use super::call_graph::{CallGraph, place};
use super::symbols::Symbol;
use super::values::{CallId, CallSite, Token, Values};

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
    let finder = Finder { files, values, graph };
    let mut sites: BTreeMap<(FileId, ExprId, &str), ApiSite> = BTreeMap::new();
    for host in &values.host_calls {
        let path = values.symbols.text(host.path);
        let Some((namespace, name)) = path.rsplit_once('.') else { continue };
        if !platform.is_namespace(namespace) {
            continue;
        }
        let Some(api) = platform.api(name) else { continue };
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
}

impl Finder<'_> {
    fn script(&self, site: &CallSite) -> Option<&Script> {
        self.files[self.values.instance(site.instance).file.index()].script()
    }

    /// The calls that stand for `call` of the API `name`, each with the call whose place names it.
    fn named(&self, call: CallId, name: &str, depth: u32) -> Vec<(CallId, CallId)> {
        let site = self.values.call(call);
        let is_wrapper = depth > 0
            && self
                .script(site)
                .is_some_and(|script| calls_what_it_is_given(script, site.expr, name));
        if !is_wrapper {
            return vec![(call, call)];
        }
        let outer: Vec<CallId> =
            self.graph.into(site.caller).filter_map(|edge| edge.call).collect();
        if outer.is_empty() {
            let made = self.values.instance(site.instance).call;
            return vec![(call, made.unwrap_or(call))];
        }
        outer.into_iter().flat_map(|call| self.named(call, name, depth - 1)).collect()
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

/// Whether the call at `expr` calls a parameter, or a member that a parameter names.
fn calls_what_it_is_given(script: &Script, expr: ExprId, name: &str) -> bool {
    let ExprKind::Call(call) = script.kind(expr) else { return false };
    match script.kind(call.callee) {
        ExprKind::Binding(binding) => is_given(script, *binding),
        ExprKind::Member { object, property, .. } => {
            script.name(*property) != name
                && matches!(script.kind(*object), ExprKind::Binding(object) if is_given(script, *object))
        }
        ExprKind::Index { index, .. } => {
            matches!(script.kind(*index), ExprKind::Binding(index) if is_given(script, *index))
        }
        _ => false,
    }
}

/// Whether a variable is a parameter, or is never written but from one.
fn is_given(script: &Script, binding: BindingId) -> bool {
    let binding = script.binding(binding);
    if binding.kind == BindingKind::Param {
        return true;
    }
    let [write] = binding.writes.as_slice() else { return false };
    let ExprKind::Assign { target: Target::Binding(_), value } = script.kind(*write) else {
        return false;
    };
    match script.kind(*value) {
        ExprKind::Binding(from) => script.binding(*from).kind == BindingKind::Param,
        ExprKind::Param(_) | ExprKind::RestParam(_) => true,
        _ => false,
    }
}
