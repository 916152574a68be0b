//! `missing-scope`: an auth button that does not say what it asks for.

use crate::finding::{Fix, Message, RuleId, Safety};
use crate::rules::correction::{self, writing};
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::markup::{AuthButton, ButtonKind};
use crate::source::Span;

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("missing-scope"),
    page: include_str!("../../rules/missing-scope.md"),
    checks: &[Check::Button(check)],
};

fn check(cx: &Context<'_>, button: &AuthButton, findings: &mut Findings) {
    let is_holding = button.kind == ButtonKind::Holding;
    let (at, key, fix) = match &button.tag.scope {
        // What the button inside lacks is reported there.
        None if is_holding => return,
        Some(setting) if is_holding && setting.at.file != button.file => return,
        None => (button.name(), "finding", addition(cx, button)),
        Some(setting) if setting.meant.is_some() => {
            let right = setting.meant.map(|right| writing(setting.name, right, Safety::Safe));
            (setting.name, "finding", right)
        }
        Some(setting) if setting.is_empty || setting.values.is_blank() => {
            (setting.at, "empty", None)
        }
        Some(_) => return,
    };
    if cx.project.is_library(at.file) {
        return;
    }
    let message = Message::new(key);
    findings.report(at, message, Message::new("label")).fix(fix).within(button.around(at));
}

/// How much of a button is looked at, in bytes.
const LOOK: u32 = 400;

/// The scope that the button's own words speak of.
fn addition(cx: &Context<'_>, button: &AuthButton) -> Option<Fix> {
    let file = cx.file(button.file);
    let start = button.span().start;
    let text = Span::new(start, start.saturating_add(LOOK)).clamped(&file.text).of(&file.text);
    let end = text.find("</").unwrap_or(text.len());
    let text = text.get(..end).unwrap_or(text).to_lowercase();
    let words = ["phone", "mobile", "手机", "teléfono", "telefono", "celular", "móvil"];
    let is_phone = words.iter().any(|it| text.contains(it));
    let scope = if is_phone { "phoneNumber" } else { "userInfo" };
    let attribute = format!("scope=\"{scope}\"");
    Some(Fix {
        title: Message::new("fix-add-attribute").with("attribute", &*attribute),
        safety: Safety::Suggested,
        edits: vec![correction::attribute(cx, &button.tag, &attribute)?],
    })
}
