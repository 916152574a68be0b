//! `user-info-beside-phone`: buttons for basic information and the phone number side by side.

use crate::finding::{Label, Message, RuleId};
use crate::rules::user_info_with_phone::shown_pairs;
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
    for pair in shown_pairs(cx).filter(|pair| pair.modal.is_none()) {
        let (Some(first_at), Some(second_at)) =
            (pair.first_at.name(cx.files), pair.second_at.name(cx.files))
        else {
            continue;
        };
        let (first, second) = (&markup.buttons[pair.first], &markup.buttons[pair.second]);
        let scope = |button: &AuthButton| button.single_scope().unwrap_or_default();
        let message =
            Message::new("finding").with("scope", scope(second)).with("other", scope(first));
        findings
            .report(second_at, message, Message::new("label"))
            .trace([Label { at: first_at, text: Message::new("first") }])
            .within(pair.second_at.of(cx.files).map_or(second_at.span, |it| it.tag_span));
    }
}
