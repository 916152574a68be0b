//! `unguarded-button`: an auth button that old clients show although they cannot answer it.

use crate::finding::{Message, RuleId};
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::markup::{AuthButton, ButtonKind, Target, target};

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("unguarded-button"),
    page: include_str!("../../rules/unguarded-button.md"),
    checks: &[Check::Program(check)],
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    let buttons = &cx.semantics.markup.buttons;
    if buttons.is_empty() {
        return;
    }
    let askers = cx.semantics.askers(cx.files, cx.project);
    let asked = cx.semantics.asked_for(cx.project, &askers);
    for button in buttons.iter().filter(|it| is_reported_here(cx, it)) {
        if !asked.contains(&button.unit) {
            findings
                .report(button.name(), Message::new("finding"), Message::new("label"))
                .within(button.span());
        }
    }
}

/// Whether the button is not the tag of a component of the program that holds the button itself.
fn is_reported_here(cx: &Context<'_>, button: &AuthButton) -> bool {
    let tag = cx.text(button.name());
    button.kind != ButtonKind::Holding
        || !matches!(
            target(cx.project, button.unit, tag),
            Target::Component(component) if !cx.project.unit(component).is_library
        )
}
