//! `undefined-handler`: an event of an auth button that names a function its unit does not define.

use crate::finding::{Fix, Message, RuleId, Safety};
use crate::platform::Answer;
use crate::project::UnitKind;
use crate::rules::correction::writing;
use crate::rules::method::{self, Body};
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::markup::{AuthButton, BoundEvent, ButtonKind};

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("undefined-handler"),
    page: include_str!("../../rules/undefined-handler.md"),
    checks: &[Check::Button(check)],
};

/// A method that hears refusals is looked for at no more buttons.
const MOST_BUTTONS: usize = 256;

fn check(cx: &Context<'_>, button: &AuthButton, findings: &mut Findings) {
    let unit = cx.project.unit(button.unit);
    let Some(script) = unit.script else { return };
    let members = cx.semantics.members(button.unit);
    let is_defined =
        |name: &str| members.handlers.contains_key(name) || members.beside.contains_key(name);
    for event in events(button) {
        let is_known = |name: &str| {
            let is_unnamed = || cx.semantics.is_unnamed(cx.files, cx.project, button.unit, name);
            members.is_complete || event.binding.is_relayed && is_unnamed()
        };
        let functions = event.binding.functions.iter();
        for (name, at) in functions.filter(|(name, _)| !is_defined(name) && is_known(name)) {
            let near = members.handlers.keys().find(|it| it.eq_ignore_ascii_case(name));
            let key = match (near, unit.kind) {
                (Some(_), _) => "near",
                (None, UnitKind::Component) => "component",
                (None, _) => "page",
            };
            let message = Message::new(key)
                .with("event", right_name(event))
                .with("name", &**name)
                .with("path", cx.project.below_root(button.unit, &cx.file(script).path));
            let message = match near {
                Some(right) => message.with("right", &**right),
                None => message,
            };
            let fix = match near {
                Some(right) => Some(writing(*at, right, Safety::Suggested)),
                None => method(cx, button, name),
            };
            findings.report(*at, message, Message::new("label")).fix(fix).within(button.span());
        }
    }
}

/// The events of the button; of a component that holds one those that tell its answers.
pub(super) fn events(button: &AuthButton) -> Vec<&BoundEvent> {
    match button.kind {
        ButtonKind::Native | ButtonKind::Forwarding => button.tag.events.iter().collect(),
        ButtonKind::Holding => button.answering().collect(),
    }
}

fn right_name(event: &BoundEvent) -> &str {
    match event.auth {
        Some(auth) if event.is_misspelt => &auth.name,
        _ => &event.written,
    }
}

fn method(cx: &Context<'_>, button: &AuthButton, name: &str) -> Option<Fix> {
    let binds = |it: &BoundEvent| it.binding.functions.iter().any(|(function, _)| function == name);
    let hears_refusal = |it: &AuthButton| it.answering_with(Answer::Refusal).any(binds);
    let beside = cx.semantics.markup.buttons.iter().filter(|it| it.unit == button.unit);
    let is_refusal = hears_refusal(button) || beside.take(MOST_BUTTONS).any(hears_refusal);
    let body = if is_refusal { Body::Refusal(button.file) } else { Body::Empty };
    Some(Fix {
        title: Message::new("fix-add-method").with("name", name),
        safety: Safety::Suggested,
        edits: vec![method::addition(cx, button.unit, name, body)?],
    })
}
