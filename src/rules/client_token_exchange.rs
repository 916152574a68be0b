//! `client-token-exchange`: an open platform's interface for servers, used in the program.

use crate::finding::{Message, RuleId};
use crate::platform::{OpenApi, is_server_sdk, open_api};
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::compared::Compared;
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
