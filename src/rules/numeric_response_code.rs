//! `numeric-response-code`: a result code, which is a text, compared with a number.

use crate::finding::{Edit, Fix, Label, Message, RuleId, Safety};
use crate::rules::{Check, Context, Findings, Rule};

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("numeric-response-code"),
    page: include_str!("../../rules/numeric-response-code.md"),
    checks: &[Check::Program(check)],
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    for numeric in &cx.semantics.answers.numeric {
        let number = cx.text(numeric.written);
        // What else a constant is compared with is not known.
        let is_here = numeric.written == numeric.at;
        let is_decimal = number.bytes().all(|byte| byte.is_ascii_digit());
        let text = &cx.file(numeric.at.file).text;
        let quote = if text.contains('"') && !text.contains('\'') { '"' } else { '\'' };
        let right = format!("{quote}{number}{quote}");
        let fix = (is_here && is_decimal && !numeric.is_shared).then(|| Fix {
            title: Message::new("fix-write").with("right", &*right),
            safety: Safety::Safe,
            edits: vec![Edit { at: numeric.at, replacement: right.clone() }],
        });
        let message = Message::new(if numeric.is_shared { "shared" } else { "finding" })
            .with("number", number);
        let written = (!is_here).then(|| Label {
            at: numeric.written,
            text: Message::new("written").with("number", number),
        });
        findings
            .report(numeric.at, message, Message::new("label"))
            .trace(written)
            .fix(fix)
            .within(numeric.scope);
    }
}
