//! `prompt-at-launch`: a question of consent before the user has done anything.

use crate::finding::{Message, RuleId};
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::entry::Trigger;
use crate::semantic::site::ApiSite;

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("prompt-at-launch"),
    page: include_str!("../../rules/prompt-at-launch.md"),
    checks: &[Check::Site(check)],
};

fn check(cx: &Context<'_>, site: &ApiSite, findings: &mut Findings) {
    let Some(prompt) = cx.semantics.prompt_from(cx.platform, site, Trigger::Launch) else { return };
    let path = &prompt.path;
    let Some(at) = cx.semantics.own_place(site, Some(path)) else { return };
    let entry = &cx.semantics.reach.entries[path.entry as usize];
    let message = Message::new("call")
        .with("api", site.path.as_str())
        .with("scope", prompt.scope.as_str())
        .with("entry", entry.name.as_str());
    findings
        .report(at, message, Message::new("label"))
        .trace(cx.semantics.steps(cx.files, path))
        .trace(cx.semantics.entries_beside(site, path, &[Trigger::Launch]))
        .within(cx.semantics.scope_of(cx.files, site));
}
