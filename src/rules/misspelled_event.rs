//! `misspelled-event`: an attribute of an auth button that is meant to bind an event and does not.

use crate::finding::{Fix, Message, RuleId, Safety};
use crate::rules::correction::{self, writing};
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::markup::{AuthButton, BoundEvent, ButtonKind};

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("misspelled-event"),
    page: include_str!("../../rules/misspelled-event.md"),
    checks: &[Check::Button(check)],
};

fn check(cx: &Context<'_>, button: &AuthButton, findings: &mut Findings) {
    // The properties of a component with a button of its own are named as it likes.
    if button.kind == ButtonKind::Holding {
        return;
    }
    for event in button.tag.events.iter().filter(|it| it.is_misspelt) {
        let Some(right) = event.auth.map(|it| it.name.as_str()) else { continue };
        let message =
            Message::new("finding").with("attribute", &*event.written).with("right", right);
        findings
            .report(event.binding.name, message, Message::new("label"))
            .fix(fix(cx, button, event, right))
            .within(button.span());
    }
}

/// Renames the attribute, or takes it away where the right one stands beside it.
fn fix(cx: &Context<'_>, button: &AuthButton, event: &BoundEvent, right: &str) -> Option<Fix> {
    let is_there = button.tag.events.iter().any(|it| !it.is_misspelt && it.event == event.event);
    if is_there {
        return Some(Fix {
            title: Message::new("fix-remove").with("text", &*event.written),
            safety: Safety::Suggested,
            edits: vec![correction::removal(cx, event.binding.attribute)],
        });
    }
    let first = button.tag.events.iter().find(|it| it.is_misspelt && it.event == event.event)?;
    let is_first = first.binding.name == event.binding.name;
    is_first.then(|| writing(event.binding.name, right, Safety::Safe))
}
