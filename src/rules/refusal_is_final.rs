//! `refusal-is-final`: a refusal that takes the authorize button away for good.

use crate::finding::{Label, Message, RuleId};
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::refusal::finality::finals;

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("refusal-is-final"),
    page: include_str!("../../rules/refusal-is-final.md"),
    checks: &[Check::Program(check)],
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    for found in finals(cx.files, cx.project, cx.platform, cx.semantics) {
        let Some(button) = cx.semantics.markup.buttons.get(found.button) else { continue };
        if cx.project.is_library(found.at.file) {
            continue;
        }
        let key = match (found.is_stored, found.is_disabled) {
            (true, _) => "stored",
            (false, true) => "disabled",
            (false, false) => "hidden",
        };
        let button = Label { at: button.name(), text: Message::new("taken-away") };
        findings
            .report(found.at, Message::new(key).with("name", found.name), Message::new("label"))
            .trace(found.trace)
            .trace([button]);
    }
}
