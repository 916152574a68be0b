//! `user-info-with-phone`: basic information and the phone number asked for in one go.

use std::collections::BTreeMap;

use crate::finding::{Label, Message, RuleId};
use crate::rules::button_never_shown::never_shown;
use crate::rules::invalid_scope::asking;
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::markup::{AuthButton, ButtonKind, Pair};

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("user-info-with-phone"),
    page: include_str!("../../rules/user-info-with-phone.md"),
    checks: &[Check::Program(modals), Check::Button(scopes), Check::Program(flows)],
};

/// Two buttons in one modal.
fn modals(cx: &Context<'_>, findings: &mut Findings) {
    for pair in shown_pairs(cx) {
        let Some(modal) = pair.modal else { continue };
        let (Some(first), Some(second)) =
            (pair.first_at.name(cx.files), pair.second_at.name(cx.files))
        else {
            continue;
        };
        let modal = modal.name(cx.files).map(|at| Label { at, text: Message::new("modal") });
        let first = Label { at: first, text: Message::new("first") };
        findings
            .report(second, Message::new("two-buttons"), Message::new("label"))
            .trace(modal.into_iter().chain([first]))
            .within(pair.second_at.of(cx.files).map_or(second.span, |it| it.tag_span));
    }
}

/// The pairs of buttons for different scopes that are together, but for those one of which is never shown.
pub(super) fn shown_pairs<'a>(cx: &Context<'a>) -> impl Iterator<Item = &'a Pair> + use<'a> {
    let markup = &cx.semantics.markup;
    let hidden = if markup.pairs.is_empty() { BTreeMap::new() } else { never_shown(cx) };
    let is_shown = move |at: usize| {
        markup.buttons.get(at).is_some_and(|it| !hidden.contains_key(&it.tag.element))
    };
    markup.pairs.iter().filter(move |pair| is_shown(pair.first) && is_shown(pair.second))
}

/// One button for both.
fn scopes(cx: &Context<'_>, button: &AuthButton, findings: &mut Findings) {
    let Some(constant) = button.double_scope() else { return };
    let is_inside = button.kind == ButtonKind::Holding && constant.at.file != button.file;
    if is_inside || cx.project.is_library(constant.at.file) {
        return;
    }
    let scope = constant.texts.join(",");
    let message = Message::new("one-scope").with("scope", scope.as_str());
    findings
        .report(constant.at, message, Message::new("label-one-scope"))
        .trace(asking(button, constant.at, &scope))
        .within(button.around(constant.at));
}

/// One consent that runs both APIs.
fn flows(cx: &Context<'_>, findings: &mut Findings) {
    for flow in cx.semantics.double_flows(cx.files) {
        let (first, second) = (&cx.semantics.sites[flow.first], &cx.semantics.sites[flow.second]);
        let Some(at) = cx.semantics.own_place(second, Some(&flow.path)) else { continue };
        let message = Message::new("one-flow")
            .with("api", second.path.as_str())
            .with("other", first.path.as_str());
        let before = Label { at: first.at, text: Message::new("first") };
        findings
            .report(at, message, Message::new("label"))
            .trace(cx.semantics.steps(cx.files, &flow.path))
            .trace([before])
            .within(cx.semantics.scope_of(cx.files, second));
    }
}
