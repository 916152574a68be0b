//! `scope-mismatch`: consent to one scope that is used for the API of the other.

use crate::finding::{Message, RuleId};
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::question::consent::{How, Verdict};
use crate::semantic::site::api::scope_of;

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("scope-mismatch"),
    page: include_str!("../../rules/scope-mismatch.md"),
    checks: &[Check::Verdict(check)],
};

fn check(cx: &Context<'_>, verdict: &Verdict, findings: &mut Findings) {
    let How::OtherScope { path } = &verdict.how else { return };
    let site = &cx.semantics.sites[verdict.site];
    let Some(at) = cx.semantics.own_place(site, Some(path)) else { return };
    let (right, scope) = match scope_of(site.api) {
        Some("userInfo") => ("userInfo", "phoneNumber"),
        _ => ("phoneNumber", "userInfo"),
    };
    let message = Message::new("finding")
        .with("api", site.path.as_str())
        .with("scope", scope)
        .with("right", right);
    findings
        .report(at, message, Message::new("label"))
        .trace(cx.semantics.steps(cx.files, path))
        .within(cx.semantics.scope_of(cx.files, site));
}
