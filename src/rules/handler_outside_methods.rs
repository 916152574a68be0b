//! `handler-outside-methods`: a component's handler beside `methods`, where its template does not look.

use crate::finding::{Label, Message, RuleId};
use crate::rules::undefined_handler::events;
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::markup::AuthButton;

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("handler-outside-methods"),
    page: include_str!("../../rules/handler-outside-methods.md"),
    checks: &[Check::Button(check)],
};

fn check(cx: &Context<'_>, button: &AuthButton, findings: &mut Findings) {
    let members = cx.semantics.members(button.unit);
    if !members.is_complete {
        return;
    }
    for event in events(button) {
        for (name, at) in &event.binding.functions {
            let beside = members.beside.get(name);
            let Some(member) = beside.filter(|_| !members.handlers.contains_key(name)) else {
                continue;
            };
            let Some(place) = member.at else { continue };
            let bound = &*event.written;
            let message = Message::new("finding").with("name", &**name).with("event", bound);
            let step = Label { at: *at, text: Message::new("bound").with("event", bound) };
            findings
                .report(place, message, Message::new("label"))
                .trace([step])
                .within(member.span);
        }
    }
}
