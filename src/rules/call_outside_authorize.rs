//! `call-outside-authorize`: a consent-bound API that runs without the consent of its button.

use crate::finding::{Message, RuleId};
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::entry::Trigger;
use crate::semantic::question::consent::{How, Verdict};
use crate::semantic::site::api::scope_of;

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("call-outside-authorize"),
    page: include_str!("../../rules/call-outside-authorize.md"),
    checks: &[Check::Verdict(check)],
};

fn check(cx: &Context<'_>, verdict: &Verdict, findings: &mut Findings) {
    let How::Outside { trigger, path } = &verdict.how else { return };
    let site = &cx.semantics.sites[verdict.site];
    let Some(at) = cx.semantics.own_place(site, Some(path)) else { return };
    let entry = &cx.semantics.reach.entries[path.entry as usize];
    let is_dialog = cx.semantics.reach.agreed(path.entry).is_some()
        || !entry.triggers.contains(&Trigger::Gesture);
    let key = match trigger {
        Trigger::Launch => "launch",
        Trigger::Page => "page",
        Trigger::Gesture if is_dialog => "dialog",
        Trigger::Gesture => "gesture",
        _ => "other",
    };
    let message = Message::new(key)
        .with("api", site.path.as_str())
        .with("entry", entry.name.as_str())
        .with("scope", scope_of(site.api).unwrap_or_default());
    findings
        .report(at, message, Message::new("label"))
        .trace(cx.semantics.steps(cx.files, path))
        .trace(cx.semantics.other_entries(site, path))
        .within(cx.semantics.scope_of(cx.files, site));
}
