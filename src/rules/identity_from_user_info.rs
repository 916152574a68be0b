//! `identity-from-user-info`: who the user is, looked for in the basic information.

use crate::finding::{Message, RuleId};
use crate::platform::is_identity;
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::answer::Source;

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("identity-from-user-info"),
    page: include_str!("../../rules/identity-from-user-info.md"),
    checks: &[Check::Program(check)],
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    for read in &cx.semantics.answers.reads {
        let is_private = is_identity(&read.name) && !cx.platform.has_user_field(&read.name);
        if read.source == Source::UserInfo && is_private {
            let message = Message::new("finding").with("name", &*read.name);
            findings.report(read.at, message, Message::new("label")).within(read.scope);
        }
    }
}
