//! `unreached-call`: a consent-bound API in code that nothing runs.

use crate::finding::{Message, RuleId};
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::question::consent::{How, Verdict};

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("unreached-call"),
    page: include_str!("../../rules/unreached-call.md"),
    checks: &[Check::Verdict(check)],
};

fn check(cx: &Context<'_>, verdict: &Verdict, findings: &mut Findings) {
    let How::Unreached = &verdict.how else { return };
    let site = &cx.semantics.sites[verdict.site];
    let Some(at) = cx.semantics.own_place(site, None) else { return };
    let message = Message::new("finding").with("api", site.path.as_str());
    findings
        .report(at, message, Message::new("label"))
        .within(cx.semantics.scope_of(cx.files, site));
}
