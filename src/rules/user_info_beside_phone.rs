//! `user-info-beside-phone`: buttons for basic information and the phone number side by side.

use crate::finding::{Label, Message, RuleId};
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::markup::AuthButton;

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("user-info-beside-phone"),
    page: include_str!("../../rules/user-info-beside-phone.md"),
    checks: &[Check::Program(check)],
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    let markup = &cx.semantics.markup;
    for pair in markup.pairs.iter().filter(|pair| pair.modal.is_none()) {
        let (first, second) = (&markup.buttons[pair.first], &markup.buttons[pair.second]);
        let scope = |button: &AuthButton| button.single_scope().unwrap_or_default();
        let message =
            Message::new("finding").with("scope", scope(second)).with("other", scope(first));
        findings
            .report(second.name(), message, Message::new("label"))
            .trace([Label { at: first.name(), text: Message::new("first") }])
            .within(second.span());
    }
}
