//! `unused-user-info`: basic information that is asked for and never used.

use crate::finding::{Message, RuleId};
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::question::consent::{How, Verdict};

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("unused-user-info"),
    page: include_str!("../../rules/unused-user-info.md"),
    checks: &[Check::Verdict(check)],
};

fn check(cx: &Context<'_>, verdict: &Verdict, findings: &mut Findings) {
    // What nothing runs asks for nothing.
    let asks = !matches!(verdict.how, How::Unreached);
    if !asks || !cx.semantics.answers.unused.contains(&verdict.site) {
        return;
    }
    let site = &cx.semantics.sites[verdict.site];
    let Some(at) = cx.semantics.own_place(site, None) else { return };
    let message = Message::new("finding").with("api", site.path.as_str());
    findings
        .report(at, message, Message::new("label"))
        .within(cx.semantics.scope_of(cx.files, site));
}
