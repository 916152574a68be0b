//! `leaked-auth-code`: an authorization code where others than the server can read it.

use std::collections::BTreeMap;

use crate::finding::{Label, Message, RuleId};
use crate::platform::{ApiKind, Target, is_logger};
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::credential::carried::member;
use crate::semantic::credential::{Credential, Credentials, Held};
use crate::semantic::graph::call_graph::place;
use crate::semantic::values::{CallKind, CallSite};
use crate::source::FileSpan;
use crate::syntax::script::{Call, ExprId, ExprKind, Script};

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("leaked-auth-code"),
    page: include_str!("../../rules/leaked-auth-code.md"),
    checks: &[Check::Program(check)],
};

/// Where a credential must not go.
#[derive(Clone, Copy)]
enum Sink {
    Log,
    Screen,
    Address,
    WebView,
}

fn check(cx: &Context<'_>, findings: &mut Findings) {
    let credentials = cx.credentials().entrusting();
    if credentials.is_empty() {
        return;
    }
    let values = &cx.semantics.values;
    let mut all = Vec::new();
    for host in &values.host_calls {
        let Some(sink) = sink(cx, values.symbols.text(host.path)) else { continue };
        let site = values.call(host.call);
        let to = place(cx.files, values, site);
        let held = leaked(cx, &credentials, site, sink).into_iter();
        all.extend(held.map(|held| Leak { held, sink, to }));
    }
    for framed in cx.semantics.framed(cx.files, cx.project) {
        let (instance, to) = (values.call(framed.call).instance, framed.to);
        let held = credentials.find_all(instance, framed.value).into_iter();
        all.extend(held.map(|held| Leak { held, sink: Sink::WebView, to }));
    }
    let mut leaks: BTreeMap<FileSpan, Leak> = BTreeMap::new();
    for leak in all {
        let held = leak.held;
        let is_meant = held.credential != Credential::Token;
        let is_new = |known: &Leak| known.held.credential > held.credential;
        let is_own = cx.is_own(held.at.file);
        if is_own && is_meant && leaks.get(&held.at).is_none_or(is_new) {
            leaks.insert(held.at, leak);
        }
    }
    leaks.values().for_each(|leak| report(cx, leak, findings));
}

/// A credential that goes where it must not.
struct Leak {
    held: Held,
    sink: Sink,
    /// What puts it there.
    to: FileSpan,
}

fn report(cx: &Context<'_>, leak: &Leak, findings: &mut Findings) {
    let Leak { held, to, .. } = leak;
    let headline = match (held.credential, leak.sink) {
        (Credential::Code, Sink::Log) => "code-log",
        (Credential::Code, Sink::Screen) => "code-screen",
        (Credential::Code, Sink::Address) => "code-address",
        (Credential::Code, Sink::WebView) => "code-web-view",
        (Credential::Phone, Sink::Log) => "phone-log",
        (Credential::Phone, Sink::Screen) => "phone-screen",
        (Credential::Phone, Sink::Address) => "phone-address",
        (Credential::Phone, Sink::WebView) => "phone-web-view",
        (Credential::Token, _) => return,
    };
    let label = match held.credential {
        Credential::Code => "label-code",
        Credential::Phone | Credential::Token => "label-phone",
    };
    // What a helper does with it is not seen where it is handed over.
    let is_elsewhere = to.file != held.at.file || !held.scope.contains(to.span);
    let told = (is_elsewhere && !cx.project.is_library(to.file))
        .then(|| Label { at: *to, text: Message::new("told") });
    // Nor what a helper is handed is seen in it.
    let is_outside = |at: &FileSpan| at.file != held.at.file || !held.scope.contains(at.span);
    let from = held.from.filter(is_outside);
    let from = from.map(|at| Label { at, text: Message::new("from") });
    findings
        .report(held.at, Message::new(headline), Message::new(label))
        .trace(from.into_iter().chain(told))
        .within(held.scope);
}

/// Where a call of what the host has at `path` puts its arguments.
fn sink(cx: &Context<'_>, path: &str) -> Option<Sink> {
    let (object, name) = path.rsplit_once('.')?;
    if is_logger(object) {
        return Some(Sink::Log);
    }
    if !cx.platform.is_namespace(object) {
        return None;
    }
    match cx.platform.api(name)?.kind {
        ApiKind::Log => Some(Sink::Log),
        ApiKind::Dialog { .. } | ApiKind::Feedback => Some(Sink::Screen),
        ApiKind::Navigation { to: Target::Page } => Some(Sink::Address),
        _ => None,
    }
}

fn leaked(
    cx: &Context<'_>,
    credentials: &Credentials<'_>,
    site: &CallSite,
    sink: Sink,
) -> Vec<Held> {
    let file = cx.semantics.values.instance(site.instance).file;
    let Some(script) = cx.file(file).script() else { return Vec::new() };
    let ExprKind::Call(call) = script.kind(site.expr) else { return Vec::new() };
    let mut held = match site.kind {
        CallKind::Call => told(credentials, script, (site, call), sink),
        _ => Vec::new(),
    };
    if held.is_empty() && site.kind != CallKind::Call {
        // The function itself was handed over, as in `success: console.log`.
        let credential = site.arguments.iter().find_map(|argument| credentials.of(argument.0));
        let scope = script.function(script.expr(site.expr).function).span;
        let at = place(cx.files, &cx.semantics.values, site);
        held.extend(credential.map(|(credential, given)| Held {
            credential,
            at,
            expr: site.expr,
            scope,
            from: None,
            given: Some(given),
        }));
    }
    held
}

/// The credentials in what a sink shows.
fn told(
    credentials: &Credentials<'_>,
    script: &Script,
    (site, call): (&CallSite, &Call),
    sink: Sink,
) -> Vec<Held> {
    let find = |expr: ExprId| credentials.find_all(site.instance, expr);
    let mut arguments = call.arguments.iter();
    match sink {
        Sink::Log => arguments.flat_map(|argument| find(argument.value)).collect(),
        Sink::Screen => arguments.take(1).flat_map(|argument| find(argument.value)).collect(),
        Sink::Address | Sink::WebView => {
            let Some(options) = arguments.next() else { return Vec::new() };
            match member(script, options.value, "url") {
                Some(url) => find(url),
                None => credentials.find_member(site.instance, options, "url"),
            }
        }
    }
}
