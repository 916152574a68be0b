//! `missing-on-get-authorize`: an auth button whose consent goes nowhere.

use crate::finding::{Label, Message, RuleId};
use crate::platform::Answer;
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::markup::{Answered, AuthButton, BoundEvent, Handed};

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
    if let Some(handed) = button.renamed(Answer::Consent) {
        renamed(cx, button, handed, findings);
        return;
    }
    let is_empty = button.tag.events.iter().any(|it| it.event == "GetAuthorize");
    let key = if is_empty { "empty" } else { "finding" };
    let message = Message::new(key);
    findings.report(button.name(), message, Message::new("label")).within(button.span());
}

/// Says that the component calls `handed`, which it is not given.
pub(super) fn renamed(
    cx: &Context<'_>,
    button: &AuthButton,
    handed: &Handed,
    findings: &mut Findings,
) {
    let message = |key| Message::new(key).with("property", &*handed.property);
    let inside = button.inside.map(|at| Label { at, text: Message::new("button-inside") });
    let calls = Label { at: handed.at, text: message("calls-property") };
    findings
        .report(
            button.name(),
            message("renamed").with("tag", cx.text(button.name())),
            Message::new("label"),
        )
        .trace(inside.into_iter().chain([calls]))
        .within(button.span());
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
