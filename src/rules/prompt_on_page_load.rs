//! `prompt-on-page-load`: a page that asks for consent as soon as it opens.

use crate::finding::RuleId;
use crate::platform::ApiKind;
use crate::rules::{Check, Context, Findings, Rule, prompt_at_launch};
use crate::semantic::entry::Trigger;
use crate::semantic::site::ApiSite;

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("prompt-on-page-load"),
    page: include_str!("../../rules/prompt-on-page-load.md"),
    checks: &[Check::Site(check)],
};

fn check(cx: &Context<'_>, site: &ApiSite, findings: &mut Findings) {
    if !matches!(site.api.kind, ApiKind::AuthCode | ApiKind::Authorize) {
        return;
    }
    let prompt = |trigger| cx.semantics.prompt_from(cx.platform, site, trigger);
    let Some(prompt) = prompt(Trigger::Page).filter(|_| prompt(Trigger::Launch).is_none()) else {
        return;
    };
    let keys = ["finding", "finding-for-something"];
    prompt_at_launch::report(cx, site, &prompt, (keys, Trigger::Page), findings);
}
