//! `missing-on-get-authorize`: an auth button whose consent goes nowhere.

use crate::finding::{Message, RuleId};
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::markup::{Answered, AuthButton};

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("missing-on-get-authorize"),
    page: include_str!("../../rules/missing-on-get-authorize.md"),
    checks: &[Check::Button(check)],
};

fn check(_: &Context<'_>, button: &AuthButton, findings: &mut Findings) {
    if button.consent != Answered::Not {
        return;
    }
    let is_empty = button.tag.events.iter().any(|it| it.event == "GetAuthorize");
    let key = if is_empty { "empty" } else { "finding" };
    let message = Message::new(key);
    findings.report(button.name(), message, Message::new("label")).within(button.span());
}
