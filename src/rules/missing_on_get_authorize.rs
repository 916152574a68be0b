//! `missing-on-get-authorize`: an auth button whose consent goes nowhere.

use crate::finding::{Label, Message, RuleId};
use crate::platform::Answer;
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::markup::{Answered, AuthButton, BoundEvent};

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("missing-on-get-authorize"),
    page: include_str!("../../rules/missing-on-get-authorize.md"),
    checks: &[Check::Button(check)],
};

fn check(cx: &Context<'_>, button: &AuthButton, findings: &mut Findings) {
    if let Some(event) = button.dropped(Answer::Consent) {
        dropped(cx, button, event, findings);
        return;
    }
    if button.consent != Answered::Not {
        return;
    }
    let is_empty = button.tag.events.iter().any(|it| it.event == "GetAuthorize");
    let key = if is_empty { "empty" } else { "finding" };
    let message = Message::new(key);
    findings.report(button.name(), message, Message::new("label")).within(button.span());
}

/// Says that the component never calls `event`, which it is given.
pub(super) fn dropped(
    cx: &Context<'_>,
    button: &AuthButton,
    event: &BoundEvent,
    findings: &mut Findings,
) {
    let given =
        if event.is_misspelt { event.written.clone() } else { format!("on{}", event.event) };
    let message = Message::new("dropped").with("tag", cx.text(button.name())).with("event", given);
    let inside = button.inside.map(|at| Label { at, text: Message::new("button-inside") });
    findings
        .report(event.binding.name, message, Message::new("label-dropped"))
        .trace(inside)
        .within(button.span());
}
