//! `double-prompt`: a second question of consent right after the first was answered.

use crate::finding::{Message, RuleId};
use crate::platform::ApiKind;
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::entry::Trigger;
use crate::semantic::site::ApiSite;

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("double-prompt"),
    page: include_str!("../../rules/double-prompt.md"),
    checks: &[Check::Site(check)],
};

fn check(cx: &Context<'_>, site: &ApiSite, findings: &mut Findings) {
    if !matches!(site.api.kind, ApiKind::AuthCode) {
        return;
    }
    let consents = [Trigger::ConsentToUserInfo, Trigger::ConsentToPhoneNumber];
    let mut prompts = consents
        .into_iter()
        .filter_map(|trigger| cx.semantics.prompt_from(cx.platform, site, trigger));
    let Some(prompt) = prompts.next() else { return };
    // What runs after a dialog that the user confirms is a flow of its own.
    let edges = prompt.path.edges.iter().map(|edge| &cx.semantics.graph.edges[*edge as usize]);
    let is_asked =
        |call: &crate::semantic::site::ApiCall| cx.semantics.graph.guard(call.call).confirmed;
    if edges.into_iter().any(|edge| edge.guard.confirmed) || site.calls.iter().any(is_asked) {
        return;
    }
    let Some(at) = cx.semantics.own_place(site, Some(&prompt.path)) else { return };
    let message =
        Message::new("finding").with("api", site.path.as_str()).with("scope", prompt.named());
    findings
        .report(at, message, Message::new("label"))
        .trace(cx.semantics.steps(cx.files, &prompt.path))
        .within(cx.semantics.scope_of(cx.files, site));
}
