//! `invalid-open-type`: an `open-type` that the platform does not have, or that is missing.

use crate::finding::{Fix, Message, RuleId, Safety};
use crate::platform::{OpenType, open_type};
use crate::rules::correction::{self, writing};
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::markup::{AuthButton, AuthTag, ButtonKind, Constant, Setting, is_authorize};
use crate::source::FileSpan;

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("invalid-open-type"),
    page: include_str!("../../rules/invalid-open-type.md"),
    checks: &[Check::Program(check), Check::Button(forwarded)],
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    for tag in &cx.semantics.markup.tags {
        if cx.text(tag.name) == "button" {
            button(cx, tag, findings);
        } else {
            other(cx, tag, findings);
        }
    }
}

/// What a component hands on: other platforms' values may mean something to it, slips do not.
fn forwarded(cx: &Context<'_>, button: &AuthButton, findings: &mut Findings) {
    let setting = button.tag.open_type.as_ref();
    let Some(setting) = setting.filter(|_| button.kind == ButtonKind::Forwarding) else { return };
    for constant in &setting.values.constants {
        let is_near = |text: &str| matches!(open_type(text), OpenType::Near(_));
        let is_own = !cx.project.is_library(constant.at.file);
        if is_own && constant.text().is_some_and(|text| is_near(text.trim())) {
            value(cx, &button.tag, constant, findings);
        }
    }
}

fn button(cx: &Context<'_>, tag: &AuthTag, findings: &mut Findings) {
    match &tag.open_type {
        None => without(tag, tag.name, findings),
        Some(setting) => {
            let before = findings.count();
            name(tag, setting, findings);
            for constant in &setting.values.constants {
                value(cx, tag, constant, findings);
            }
            let is_other = !setting.values.is_dynamic && !is_authorize(Some(setting));
            if is_other && findings.count() == before {
                without(tag, setting.at, findings);
            }
        }
    }
}

/// The attribute's name: `opentype`.
fn name(tag: &AuthTag, setting: &Setting, findings: &mut Findings) {
    let Some(right) = setting.meant.filter(|_| is_authorize(Some(setting))) else { return };
    let message = Message::new("near").with("value", &*setting.written).with("right", right);
    findings
        .report(setting.name, message, Message::new("label"))
        .fix(Some(writing(setting.name, right, Safety::Safe)))
        .within(tag.span);
}

fn value(cx: &Context<'_>, tag: &AuthTag, constant: &Constant, findings: &mut Findings) {
    let Some(text) = constant.text() else { return };
    for value in text.split('|').map(str::trim) {
        let (message, fix) = match open_type(value) {
            OpenType::Known | OpenType::Unknown => continue,
            OpenType::Near(right) => near(cx, constant, value, right),
            OpenType::Foreign(None) => (Message::new("foreign"), None),
            OpenType::Foreign(Some(scope)) => {
                (Message::new("foreign-request").with("scope", scope), None)
            }
        };
        findings
            .report(constant.at, message.with("value", value), Message::new("label"))
            .fix(fix)
            .within(tag.span);
    }
}

fn near(cx: &Context<'_>, constant: &Constant, value: &str, right: &str) -> (Message, Option<Fix>) {
    let fix = correction::of_word(cx, constant, value, right);
    (Message::new("near").with("right", right), fix)
}

/// `scope` or `onGetAuthorize` on a button that asks for nothing.
fn without(tag: &AuthTag, at: FileSpan, findings: &mut Findings) {
    let consent = tag.events.iter().find(|it| it.event == "GetAuthorize");
    let attribute = match (consent, &tag.scope) {
        (Some(event), _) => &*event.written,
        (None, Some(scope)) if scope.meant.is_none() => "scope",
        _ => return,
    };
    let message = Message::new("without").with("attribute", attribute);
    findings.report(at, message, Message::new("label-without")).within(tag.span);
}

fn other(cx: &Context<'_>, tag: &AuthTag, findings: &mut Findings) {
    let Some(setting) = &tag.open_type else { return };
    let mut constants = setting.values.constants.iter();
    let authorize = constants.find(|it| it.text().is_some_and(|it| it.trim() == "getAuthorize"));
    if let Some(constant) = authorize {
        let message = Message::new("other-tag").with("tag", cx.text(tag.name));
        findings.report(constant.at, message, Message::new("label-without")).within(tag.span);
    }
}
