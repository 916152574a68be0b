//! `missing-on-error`: an auth button whose refusal goes nowhere.

use crate::finding::{Edit, Fix, Message, RuleId, Safety};
use crate::platform::Answer;
use crate::project::UnitId;
use crate::rules::method::{self, Body};
use crate::rules::missing_on_get_authorize::{dropped, renamed};
use crate::rules::{Check, Context, Findings, Rule, correction, empty_on_error};
use crate::semantic::data::effect::Quiet;
use crate::semantic::markup::{Answered, AuthButton, BoundEvent, ButtonKind};

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("missing-on-error"),
    page: include_str!("../../rules/missing-on-error.md"),
    checks: &[Check::Button(check)],
};

/// What the documents call the function.
const HANDLER: &str = "onAuthError";

fn check(cx: &Context<'_>, button: &AuthButton, findings: &mut Findings) {
    if let Some(event) = button.dropped(Answer::Refusal) {
        dropped(cx, button, event, findings);
        return;
    }
    if button.refusal != Answered::Not && !is_unheard(cx, button) {
        return;
    }
    if let Some(handed) = button.renamed(Answer::Refusal) {
        renamed(cx, button, handed, findings);
        return;
    }
    let empty = button.tag.events.iter().find(|it| it.event == "Error");
    let message = Message::new(if empty.is_some() { "empty" } else { "finding" });
    findings
        .report(button.name(), message, Message::new("label"))
        .fix(fix(cx, button, empty))
        .within(button.span());
}

/// Whether the component around the button hands a refusal on, which nothing here hears, and does
/// nothing else that the user would notice.
fn is_unheard(cx: &Context<'_>, button: &AuthButton) -> bool {
    let answers_itself = |(unit, method): &(UnitId, String)| {
        let member = cx.semantics.members(*unit).handlers.get(method);
        member.is_none_or(|member| cx.semantics.is_noticed_within(cx.files, &member.functions))
    };
    !button.unheard.is_empty() && !button.unheard.iter().any(answers_itself)
}

/// Binds the function of that name, which is added where there is none.
fn fix(cx: &Context<'_>, button: &AuthButton, empty: Option<&BoundEvent>) -> Option<Fix> {
    let unit = cx.project.unit(button.unit);
    let members = cx.semantics.members(button.unit);
    if button.kind == ButtonKind::Holding || members.beside.contains_key(HANDLER) {
        return None;
    }
    // Other units that include the template would have to define the function, too.
    let is_shared = unit.template != Some(button.file);
    let (safety, method) = if let Some(member) = members.handlers.get(HANDLER) {
        // To bind one that does nothing answers nobody.
        if !empty_on_error::answers(cx, member, &mut Quiet::default()) {
            return None;
        }
        (if is_shared { Safety::Suggested } else { Safety::Safe }, None)
    } else if is_shared {
        return None;
    } else {
        let body = Body::Refusal(button.file);
        (Safety::Suggested, Some(method::addition(cx, button.unit, HANDLER, body)?))
    };
    let attribute = format!("onError=\"{HANDLER}\"");
    let key = if method.is_none() { "fix-add-attribute" } else { "fix-add-attribute-and-method" };
    let bound = match empty {
        Some(event) => Edit { at: event.binding.attribute, replacement: attribute.clone() },
        None => correction::attribute(cx, &button.tag, &attribute)?,
    };
    let edits = [bound].into_iter().chain(method).collect();
    Some(Fix { title: Message::new(key).with("attribute", attribute), safety, edits })
}
