//! `client-token-exchange`: an open platform's interface for servers, used in the program.

use std::collections::BTreeMap;

use crate::finding::{Message, RuleId};
use crate::platform::{OpenApi, is_server_sdk, may_end_open_path, open_api};
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::origin::compared::Compared;
use crate::source::{FileId, FileSpan, Span};
use crate::syntax::script::Script;

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("client-token-exchange"),
    page: include_str!("../../rules/client-token-exchange.md"),
    checks: &[Check::Program(check)],
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    for file in cx.own() {
        if let Some(script) = cx.file(file).script() {
            addresses(script, file, findings);
            packages(script, file, findings);
        }
    }
    put_together(cx, findings);
}

/// Addresses with a documented path no text of which names it.
fn put_together(cx: &Context<'_>, findings: &mut Findings) {
    let mut scripts = cx.own().filter_map(|file| cx.file(file).script());
    if !scripts.any(|script| script.names.iter().any(|name| may_end_open_path(name))) {
        return;
    }
    let mut found = BTreeMap::new();
    let origins = cx.semantics.origins(cx.files, cx.project);
    for address in origins.addresses(cx.platform) {
        let text: String = address.iter().map(|(_, text)| *text).collect();
        let Some(OpenApi::Path(path)) = open_api(&text) else { continue };
        let is_named = address.iter().any(|(_, text)| open_api(text).is_some());
        let last = address.iter().rev().find(|(_, text)| may_end_open_path(text));
        let at = last.and_then(|(at, _)| *at).filter(|at| !is_named && cx.is_own(at.file));
        found.extend(at.map(|at| (at, path.to_owned())));
    }
    for (at, path) in found {
        let Some(script) = cx.file(at.file).script() else { continue };
        let around = script.functions.iter().map(|function| function.span);
        let scope = around.filter(|span| span.contains(at.span)).min_by_key(|it| it.end - it.start);
        let message = Message::new("path").with("name", path);
        findings.report(at, message, Message::new("label")).within(scope.unwrap_or(at.span));
    }
}

fn addresses(script: &Script, file: FileId, findings: &mut Findings) {
    if !script.names.iter().any(|name| open_api(name).is_some()) {
        return;
    }
    let compared = Compared::new(script);
    let mut last: Option<Span> = None;
    // What uses an operand stands behind it, so a text joined of constants is seen as a whole first.
    for (id, expr) in script.exprs().collect::<Vec<_>>().into_iter().rev() {
        let Some(named) = script.texts(&expr.kind).into_iter().find_map(open_api) else { continue };
        if last.is_some_and(|last| last.start <= expr.span.start && expr.span.end <= last.end) {
            continue;
        }
        last = Some(expr.span);
        if compared.is_only(id) {
            continue;
        }
        let (key, name) = match named {
            OpenApi::Path(path) => ("path", path),
            OpenApi::Host(host) => ("host", host),
            OpenApi::Method(method) => ("method", method),
        };
        let message = Message::new(key).with("name", name);
        findings
            .report(FileSpan::new(file, expr.span), message, Message::new("label"))
            .within(script.function(expr.function).span);
    }
}

fn packages(script: &Script, file: FileId, findings: &mut Findings) {
    for (reference, span) in &script.references {
        let name = script.name(*reference);
        if is_server_sdk(name) {
            let message = Message::new("package").with("name", name);
            let label = Message::new("label-package");
            findings.report(FileSpan::new(file, *span), message, label).within(*span);
        }
    }
}
