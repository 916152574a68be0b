//! `syntax-error`: a file of which a part cannot be read.

use crate::finding::{Message, RuleId};
use crate::rules::{Check, Context, Findings, Rule};
use crate::source::{FileId, FileSpan};

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("syntax-error"),
    page: include_str!("../../rules/syntax-error.md"),
    checks: &[Check::File(check)],
};

fn check(cx: &Context<'_>, file: FileId, findings: &mut Findings) {
    let it = cx.file(file);
    let Some(first) = it.parsed.problems.first().filter(|_| !it.path.is_library()) else { return };
    let at = FileSpan::new(file, first.at.clamped(&it.text));
    findings.report(at, first.text.clone(), Message::new("label"));
}
