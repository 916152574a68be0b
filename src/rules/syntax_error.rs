//! `syntax-error`: a file of which a part was skipped or guessed.

use crate::finding::{Label, Message, RuleId};
use crate::rules::{Check, Context, Findings, Rule};
use crate::source::{FileId, FileSpan, Span};
use crate::syntax::json::ValueKind;

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("syntax-error"),
    page: include_str!("../../rules/syntax-error.md"),
    checks: &[Check::File(check)],
};

/// Reports one place only: what follows it is often its consequence.
fn check(cx: &Context<'_>, id: FileId, findings: &mut Findings) {
    if cx.project.is_library(id) {
        return;
    }
    if let Some(problem) = &cx.file(id).parsed.told {
        let at = FileSpan::new(id, problem.at);
        let noticed = cx.file(id).parsed.noticed.iter();
        let noticed =
            noticed.map(|it| Label { at: FileSpan::new(id, it.at), text: it.text.clone() });
        findings.report(at, problem.text.clone(), Message::new("label")).trace(noticed);
    } else if let Some((at, text)) = no_object(cx, id) {
        findings.report(FileSpan::new(id, at), text, Message::new("label-no-object"));
    }
}

/// The value of a program's manifest that is no object, and what is to be said of it.
fn no_object(cx: &Context<'_>, id: FileId) -> Option<(Span, Message)> {
    cx.project.roots.iter().find(|root| root.manifest == id)?;
    let value = cx.file(id).json()?;
    let key = match value.kind {
        ValueKind::Object(_) => return None,
        ValueKind::Null if value.span.is_empty() => "json-empty",
        _ => "json-no-object",
    };
    Some((value.span, Message::new(key)))
}
