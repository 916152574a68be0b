//! `removed-user-field`: a field of the basic information that is always empty.

use crate::finding::{Message, RuleId};
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::answer::Source;

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("removed-user-field"),
    page: include_str!("../../rules/removed-user-field.md"),
    checks: &[Check::Program(check)],
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    for read in &cx.semantics.answers.reads {
        if read.source == Source::UserInfo && cx.platform.is_removed_user_field(&read.name) {
            let message = Message::new("finding").with("name", &*read.name);
            findings.report(read.at, message, Message::new("label")).within(read.scope);
        }
    }
}
