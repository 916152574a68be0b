//! `device-permission-at-launch`: a device permission that is asked for before anything was done.

use crate::finding::{Message, RuleId};
use crate::platform::ApiKind;
use crate::rules::context::Report;
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::Semantics;
use crate::semantic::entry::Trigger;
use crate::semantic::entry::reach::Path;
use crate::semantic::graph::call_graph::place;
use crate::semantic::site::ApiSite;
use crate::source::FileSpan;

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("device-permission-at-launch"),
    page: include_str!("../../rules/device-permission-at-launch.md"),
    checks: &[Check::Site(check)],
};

fn check(cx: &Context<'_>, site: &ApiSite, findings: &mut Findings) {
    let ApiKind::Device { method, setting, .. } = site.api.kind else { return };
    if let Some(method) = method {
        return by_method(cx, site, method, findings);
    }
    // Where the permission is known to be granted, nobody is asked.
    let ways = cx.semantics.ways(site, Trigger::Launch).into_iter().filter(|(call, path)| {
        let checks = path.checks.or(cx.semantics.graph.guard(call.call).checks);
        !checks.grants_device(setting)
    });
    let Some(path) = ways.map(|(_, path)| path).min_by_key(|path| path.edges.len()) else {
        return;
    };
    let Some(at) = cx.semantics.own_place(site, Some(&path)) else { return };
    report(cx, (site.path.as_str(), at), &path, findings)
        .trace(cx.semantics.entries_beside(site, &path, &[Trigger::Launch]))
        .within(cx.semantics.scope_of(cx.files, site));
}

/// Looks at the calls of the method that asks, of what `site` gives: the call itself asks for nothing.
fn by_method(cx: &Context<'_>, site: &ApiSite, method: &str, findings: &mut Findings) {
    let Semantics { values, reach, graph, .. } = cx.semantics;
    let asking = format!("{}().{method}", site.path);
    let Some(path) = values.symbols.find(&asking) else { return };
    // What one of several such sites gives cannot be told from what others do.
    let first = cx.semantics.sites.iter().find(|it| it.path == site.path);
    if first.is_none_or(|first| first.at != site.at) {
        return;
    }
    let calls = values.host_calls.iter().filter(|host| host.path == path);
    let mut calls: Vec<_> = calls
        .filter_map(|host| {
            let call = values.call(host.call);
            let guard = graph.guard(host.call);
            let file = values.instance(call.instance).file;
            let is_open = !guard.never && !guard.confirmed && cx.is_own(file);
            let path = reach.first_path(Trigger::Launch, call.caller).filter(|_| is_open)?;
            let script = cx.file(file).script()?;
            let function = script.function(script.expr(call.expr).function);
            Some((place(cx.files, values, call), path, FileSpan::new(file, function.span)))
        })
        .collect();
    calls.sort_by_key(|(at, path, _)| (*at, path.edges.len()));
    calls.dedup_by_key(|(at, ..)| *at);
    for (at, path, scope) in calls {
        report(cx, (&asking, at), &path, findings).within(scope);
    }
}

fn report<'f>(
    cx: &Context<'_>,
    (api, at): (&str, FileSpan),
    path: &Path,
    findings: &'f mut Findings,
) -> Report<'f> {
    let entry = &cx.semantics.reach.entries[path.entry as usize];
    let message = Message::new("finding").with("api", api).with("entry", entry.name.as_str());
    findings.report(at, message, Message::new("label")).trace(cx.semantics.steps(cx.files, path))
}
