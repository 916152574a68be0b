//! `missing-on-error`: an auth button whose refusal goes nowhere.

use crate::finding::{Edit, Fix, Message, RuleId, Safety};
use crate::platform::Answer;
use crate::rules::missing_on_get_authorize::dropped;
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::markup::{Answered, AuthButton, ButtonKind};

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("missing-on-error"),
    page: include_str!("../../rules/missing-on-error.md"),
    checks: &[Check::Button(check)],
};

/// What the documents call the function.
const ATTRIBUTE: &str = "onError=\"onAuthError\"";

fn check(cx: &Context<'_>, button: &AuthButton, findings: &mut Findings) {
    if let Some(event) = button.dropped(Answer::Refusal) {
        dropped(cx, button, event, findings);
        return;
    }
    if button.refusal != Answered::Not {
        return;
    }
    let empty = button.tag.events.iter().find(|it| it.event == "Error");
    let edit = match empty {
        Some(event) => Edit { at: event.binding.attribute, replacement: ATTRIBUTE.to_owned() },
        None => Edit { at: button.tag.end, replacement: format!(" {ATTRIBUTE}") },
    };
    let fix = Fix {
        title: Message::new("fix-add-attribute").with("attribute", ATTRIBUTE),
        safety: Safety::Safe,
        edits: vec![edit],
    };
    let message = Message::new(if empty.is_some() { "empty" } else { "finding" });
    findings
        .report(button.name(), message, Message::new("label"))
        .fix(Some(fix).filter(|_| button.kind != ButtonKind::Holding))
        .within(button.span());
}
