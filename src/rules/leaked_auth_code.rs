//! `leaked-auth-code`: an authorization code where others than the server can read it.

use std::collections::BTreeSet;

use crate::finding::{Message, RuleId};
use crate::platform::{ApiKind, Target, is_logger};
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::call_graph::place;
use crate::semantic::credential::{Credential, Credentials, Held, member};
use crate::semantic::values::{CallKind, CallSite};
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
}

fn check(cx: &Context<'_>, findings: &mut Findings) {
    let credentials = cx.credentials();
    if credentials.is_empty() {
        return;
    }
    let values = &cx.semantics.values;
    let mut reported = BTreeSet::new();
    for host in &values.host_calls {
        let Some(sink) = sink(cx, values.symbols.text(host.path)) else { continue };
        for held in leaks(cx, &credentials, values.call(host.call), sink) {
            let is_meant = held.credential != Credential::Token;
            if cx.is_own(held.at.file) && is_meant && reported.insert(held.at) {
                report(&held, sink, findings);
            }
        }
    }
}

fn report(held: &Held, sink: Sink, findings: &mut Findings) {
    let headline = match (held.credential, sink) {
        (Credential::Code, Sink::Log) => "code-log",
        (Credential::Code, Sink::Screen) => "code-screen",
        (Credential::Code, Sink::Address) => "code-address",
        (Credential::Phone, Sink::Log) => "phone-log",
        (Credential::Phone, Sink::Screen) => "phone-screen",
        (Credential::Phone, Sink::Address) => "phone-address",
        (Credential::Token, _) => return,
    };
    let label = match held.credential {
        Credential::Code => "label-code",
        Credential::Phone | Credential::Token => "label-phone",
    };
    findings.report(held.at, Message::new(headline), Message::new(label)).within(held.scope);
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

fn leaks(
    cx: &Context<'_>,
    credentials: &Credentials<'_>,
    site: &CallSite,
    sink: Sink,
) -> Vec<Held> {
    let file = cx.semantics.values.instance(site.instance).file;
    let Some(script) = cx.file(file).script() else { return Vec::new() };
    let ExprKind::Call(call) = script.kind(site.expr) else { return Vec::new() };
    let written = match site.kind {
        CallKind::Call => told(script, call, sink),
        _ => Vec::new(),
    };
    let mut held: Vec<Held> =
        written.into_iter().filter_map(|expr| credentials.find(site.instance, expr)).collect();
    if held.is_empty() && site.kind != CallKind::Call {
        // The function itself was handed over, as in `success: console.log`.
        let credential = site.arguments.iter().find_map(|argument| credentials.of(argument.0));
        let scope = script.function(script.expr(site.expr).function).span;
        let at = place(cx.files, &cx.semantics.values, site);
        held.extend(credential.map(|credential| Held { credential, at, expr: site.expr, scope }));
    }
    held
}

/// The arguments that a sink shows.
fn told(script: &Script, call: &Call, sink: Sink) -> Vec<ExprId> {
    let arguments = call.arguments.iter().map(|argument| argument.value);
    match sink {
        Sink::Log => arguments.collect(),
        Sink::Screen => arguments.take(1).collect(),
        Sink::Address => arguments.take(1).filter_map(|it| member(script, it, "url")).collect(),
    }
}
