//! `call-after-granted-check`: a consent-bound API that runs without a button, once it was granted before.

use crate::finding::{Message, RuleId};
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::question::consent::{How, Verdict};
use crate::semantic::site::api::scope_of;

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("call-after-granted-check"),
    page: include_str!("../../rules/call-after-granted-check.md"),
    checks: &[Check::Verdict(check)],
};

fn check(cx: &Context<'_>, verdict: &Verdict, findings: &mut Findings) {
    let How::AfterGrantedCheck { path } = &verdict.how else { return };
    let site = &cx.semantics.sites[verdict.site];
    let Some(at) = cx.semantics.own_place(site, Some(path)) else { return };
    let entry = &cx.semantics.reach.entries[path.entry as usize];
    let message = Message::new("finding")
        .with("api", site.path.as_str())
        .with("entry", entry.name.as_str())
        .with("scope", scope_of(site.api).unwrap_or_default());
    findings
        .report(at, message, Message::new("label"))
        .trace(cx.semantics.steps(cx.files, path))
        .within(cx.semantics.scope_of(cx.files, site));
}
