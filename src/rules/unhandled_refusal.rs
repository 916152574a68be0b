//! `unhandled-refusal`: a question of consent whose refusal nothing in the program hears.

use std::collections::BTreeSet;

use crate::finding::{Message, RuleId};
use crate::platform::ApiKind;
use crate::project::reached;
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::entry::Trigger;
use crate::semantic::entry::reach::Path;
use crate::semantic::question::consent::How;
use crate::semantic::refusal::heard::Listeners;
use crate::semantic::site::ApiSite;
use crate::semantic::site::api::prompts;
use crate::source::FileId;

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("unhandled-refusal"),
    page: include_str!("../../rules/unhandled-refusal.md"),
    checks: &[Check::Program(check)],
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    let mut listeners = Listeners::new(cx.files, cx.semantics);
    let read = reached(cx.files, cx.project);
    // What lies in a program that does not import it is left over, such as another platform's build.
    let is_left_over = |file: FileId| {
        let path = &cx.file(file).path;
        !read.contains(&file) && cx.project.roots.iter().any(|root| path.is_below(&root.folder))
    };
    // Of what nothing runs, `unreached-call` tells: nobody is asked who could refuse.
    let unreached: BTreeSet<usize> = cx
        .semantics
        .verdicts
        .iter()
        .filter_map(|verdict| matches!(verdict.how, How::Unreached).then_some(verdict.site))
        .collect();
    for (index, site) in cx.semantics.sites.iter().enumerate() {
        if unreached.contains(&index) {
            continue;
        }
        if !matches!(site.api.kind, ApiKind::AuthCode | ApiKind::ConsentBound { .. }) {
            continue;
        }
        let asks = |call| prompts(cx.platform, &cx.semantics.values, site.api, call);
        let is_unheard = site.calls.iter().any(|call| {
            let guard = cx.semantics.graph.guard(call.call);
            !guard.never && asks(call.host) && !listeners.hear(*call)
        });
        if !is_unheard {
            continue;
        }
        let Some(path) = asked(cx, site) else { continue };
        if path.is_none() && is_left_over(site.file) {
            continue;
        }
        let Some(at) = cx.semantics.own_place(site, path.as_ref()) else { continue };
        let message = Message::new("finding").with("api", site.path.as_str());
        findings
            .report(at, message, Message::new("label"))
            .trace(path.map(|path| cx.semantics.steps(cx.files, &path)).unwrap_or_default())
            .within(cx.semantics.scope_of(cx.files, site));
    }
}

/// The shortest way on which the user is asked, if any way is known; `None` where the consent is
/// always there already.
fn asked(cx: &Context<'_>, site: &ApiSite) -> Option<Option<Path>> {
    let ways = Trigger::ALL.into_iter().flat_map(|trigger| cx.semantics.ways(site, trigger));
    let ways: Vec<_> = ways.collect();
    let scope = crate::semantic::site::api::scope_of(site.api);
    let is_granted = |checks: crate::semantic::guard::check::Checks| {
        scope.is_some_and(|scope| checks.grants(scope))
    };
    let guard = |call| cx.semantics.graph.guard(call).checks;
    if ways.is_empty() {
        return (!site.calls.iter().all(|call| is_granted(guard(call.call)))).then_some(None);
    }
    let asking =
        ways.into_iter().filter(|(call, path)| !is_granted(path.checks.or(guard(call.call))));
    asking.map(|(_, path)| path).min_by_key(|path| path.edges.len()).map(Some)
}
