//! `syntax-error`: a file of which a part was skipped or guessed.

use crate::finding::{Message, RuleId};
use crate::rules::{Check, Context, Findings, Rule};
use crate::source::{FileId, FileSpan};

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("syntax-error"),
    page: include_str!("../../rules/syntax-error.md"),
    checks: &[Check::File(check)],
};

/// Reports one place only: what follows it is often its consequence.
fn check(cx: &Context<'_>, id: FileId, findings: &mut Findings) {
    let file = cx.file(id);
    let told = file.parsed.told.as_ref();
    if let Some(problem) = told.filter(|_| !cx.project.is_library(id)) {
        let at = FileSpan::new(id, problem.at);
        findings.report(at, problem.text.clone(), Message::new("label"));
    }
}
