//! `prompt-on-page-load`: a page that asks for consent as soon as it opens.

use crate::finding::{Message, RuleId};
use crate::platform::ApiKind;
use crate::rules::{Check, Context, Findings, Rule};
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
    let path = &prompt.path;
    let Some(at) = cx.semantics.own_place(site, Some(path)) else { return };
    let entry = &cx.semantics.reach.entries[path.entry as usize];
    let message = Message::new("finding")
        .with("api", site.path.as_str())
        .with("scope", prompt.scope.as_str())
        .with("entry", entry.name.as_str());
    findings
        .report(at, message, Message::new("label"))
        .trace(cx.semantics.steps(cx.files, path))
        .trace(cx.semantics.entries_beside(site, path, &[Trigger::Page]))
        .within(cx.semantics.scope_of(cx.files, site));
}
