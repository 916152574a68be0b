//! `user-info-with-phone`: basic information and the phone number asked for in one go.

use crate::finding::{Label, Message, RuleId};
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::markup::AuthButton;
use crate::source::FileSpan;

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("user-info-with-phone"),
    page: include_str!("../../rules/user-info-with-phone.md"),
    checks: &[Check::Program(modals), Check::Button(scopes)],
};

/// Two buttons in one modal.
fn modals(cx: &Context<'_>, findings: &mut Findings) {
    let markup = &cx.semantics.markup;
    for pair in &markup.pairs {
        let (first, second) = (&markup.buttons[pair.first], &markup.buttons[pair.second]);
        let Some(modal) = pair.modal else { continue };
        let name = modal.of(cx.files).map(|it| FileSpan::new(modal.file, it.name_span));
        let modal = name.map(|at| Label { at, text: Message::new("modal") });
        let first = Label { at: first.name(), text: Message::new("first") };
        findings
            .report(second.name(), Message::new("two-buttons"), Message::new("label"))
            .trace(modal.into_iter().chain([first]))
            .within(second.span());
    }
}

/// One button for both.
fn scopes(cx: &Context<'_>, button: &AuthButton, findings: &mut Findings) {
    let Some(constant) = button.double_scope() else { return };
    if cx.file(constant.at.file).path.is_library() {
        return;
    }
    let message = Message::new("one-scope").with("scope", constant.texts.join(","));
    findings.report(constant.at, message, Message::new("label-one-scope")).within(button.span());
}
