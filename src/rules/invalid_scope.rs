//! `invalid-scope`: an auth button that asks for what does not exist.

use crate::finding::{Label, Message, RuleId};
use crate::platform::{button_scopes, near_button_scope};
use crate::rules::{Check, Context, Findings, Rule, correction};
use crate::semantic::markup::{AuthButton, ButtonKind, split};
use crate::source::FileSpan;

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("invalid-scope"),
    page: include_str!("../../rules/invalid-scope.md"),
    checks: &[Check::Button(check)],
};

fn check(cx: &Context<'_>, button: &AuthButton, findings: &mut Findings) {
    // A scope that asks for both kinds is `user-info-with-phone` alone.
    let Some(scope) = button.tag.scope.as_ref().filter(|_| button.double_scope().is_none()) else {
        return;
    };
    let is_branch = scope.values.constants.len() > 1 || scope.values.is_dynamic;
    for constant in &scope.values.constants {
        let is_inside = button.kind == ButtonKind::Holding && constant.at.file != button.file;
        if is_inside || cx.project.is_library(constant.at.file) {
            continue;
        }
        let scopes = constant.texts.iter().flat_map(|text| split(text));
        for value in scopes.filter(|value| !button_scopes().any(|it| it == *value)) {
            let right = near_button_scope(value);
            let key = match (right, is_branch) {
                (Some(_), _) => "near",
                (None, true) => "branch",
                (None, false) => "finding",
            };
            let message = Message::new(key).with("value", value);
            let message = match right {
                Some(right) => message.with("right", right),
                None => message,
            };
            findings
                .report(constant.at, message, Message::new("label"))
                .trace(asking(button, constant.at, value))
                .fix(right.and_then(|right| correction::of_word(cx, constant, value, right)))
                .within(button.around(constant.at));
        }
    }
}

/// The button that asks for `scope`, where that is written at `at` in another file.
pub(super) fn asking(button: &AuthButton, at: FileSpan, scope: &str) -> Option<Label> {
    let text = || Message::new("button").with("scope", scope);
    (at.file != button.file).then(|| Label { at: button.name(), text: text() })
}
