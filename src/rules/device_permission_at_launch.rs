//! `device-permission-at-launch`: a device permission that is asked for before anything was done.

use crate::finding::{Message, RuleId};
use crate::platform::ApiKind;
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::entry::Trigger;
use crate::semantic::site::ApiSite;

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("device-permission-at-launch"),
    page: include_str!("../../rules/device-permission-at-launch.md"),
    checks: &[Check::Site(check)],
};

fn check(cx: &Context<'_>, site: &ApiSite, findings: &mut Findings) {
    // With a `method` the call itself asks for nothing.
    let ApiKind::Device { method: None, setting, .. } = site.api.kind else { return };
    // Where the permission is known to be granted, nobody is asked.
    let ways = cx.semantics.ways(site, Trigger::Launch).into_iter().filter(|(call, path)| {
        let checks = path.checks.or(cx.semantics.graph.guard(call.call).checks);
        !checks.grants_device(setting)
    });
    let Some(path) = ways.map(|(_, path)| path).min_by_key(|path| path.edges.len()) else {
        return;
    };
    let Some(at) = cx.semantics.own_place(site, Some(&path)) else { return };
    let entry = &cx.semantics.reach.entries[path.entry as usize];
    let message =
        Message::new("finding").with("api", site.path.as_str()).with("entry", entry.name.as_str());
    findings
        .report(at, message, Message::new("label"))
        .trace(cx.semantics.steps(cx.files, &path))
        .trace(cx.semantics.entries_beside(site, &path, &[Trigger::Launch]))
        .within(cx.semantics.scope_of(cx.files, site, at));
}
