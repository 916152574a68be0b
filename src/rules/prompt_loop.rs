//! `prompt-loop`: a question of consent that comes back by itself.

use crate::finding::{Message, RuleId};
use crate::platform::ApiKind;
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::api::prompts;
use crate::semantic::site::{ApiCall, ApiSite};
use crate::semantic::values::CallKind;

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("prompt-loop"),
    page: include_str!("../../rules/prompt-loop.md"),
    checks: &[Check::Site(check)],
};

fn check(cx: &Context<'_>, site: &ApiSite, findings: &mut Findings) {
    if !matches!(
        site.api.kind,
        ApiKind::AuthCode | ApiKind::Authorize | ApiKind::ConsentBound { .. }
    ) {
        return;
    }
    let asks = |call: &&ApiCall| prompts(cx.platform, &cx.semantics.values, site.api, call.host);
    let calls: Vec<ApiCall> = site.calls.iter().filter(asks).copied().collect();
    if !refused(cx, site, &calls, findings) {
        repeated(cx, site, &calls, findings);
    }
}

/// Reports a refusal that asks again; whether there is one.
fn refused(cx: &Context<'_>, site: &ApiSite, calls: &[ApiCall], findings: &mut Findings) -> bool {
    let again = calls.iter().find_map(|call| cx.semantics.asked_after_refusal(cx.files, *call));
    let Some(edges) = again else { return false };
    let is_call = |edge: &&u32| {
        let call = cx.semantics.graph.edges[**edge as usize].call;
        call.is_some_and(|call| cx.semantics.values.call(call).kind == CallKind::Call)
    };
    let Some(edge) = edges.iter().rfind(is_call).or(edges.first()) else { return false };
    let at = cx.semantics.graph.edges[*edge as usize].at;
    if cx.project.is_library(at.file) {
        return false;
    }
    let message = Message::new("refused").with("api", site.path.as_str());
    findings
        .report(at, message, Message::new("label"))
        .within(cx.semantics.scope_of(cx.files, site));
    true
}

/// Reports a question in a hook that repeats; a call that needs a button is another rule's there.
fn repeated(cx: &Context<'_>, site: &ApiSite, calls: &[ApiCall], findings: &mut Findings) {
    if let ApiKind::ConsentBound { .. } = site.api.kind {
        return;
    }
    let again = calls.iter().find_map(|call| cx.semantics.asked_again(cx.files, *call));
    let Some(path) = again else { return };
    let Some(at) = cx.semantics.own_place(site, Some(&path)) else { return };
    let entry = &cx.semantics.reach.entries[path.entry as usize];
    let message =
        Message::new("repeated").with("api", site.path.as_str()).with("entry", entry.name.as_str());
    findings
        .report(at, message, Message::new("label"))
        .trace(cx.semantics.steps(cx.files, &path))
        .within(cx.semantics.scope_of(cx.files, site));
}
