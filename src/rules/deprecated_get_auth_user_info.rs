//! `deprecated-get-auth-user-info`: the withdrawn predecessor of `getOpenUserInfo`.

use crate::finding::{Message, RuleId};
use crate::platform::ApiKind;
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::site::ApiSite;

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("deprecated-get-auth-user-info"),
    page: include_str!("../../rules/deprecated-get-auth-user-info.md"),
    checks: &[Check::Site(check)],
};

fn check(cx: &Context<'_>, site: &ApiSite, findings: &mut Findings) {
    if *site.api.kind != ApiKind::AuthUserInfo || cx.semantics.is_choice(site) {
        return;
    }
    let Some((at, path)) = cx.semantics.without_support_check(site) else { return };
    // A script that no program is known to run may be for anything.
    if path.is_none() && !is_below_root(cx, site) {
        return;
    }
    // In the program's own code the call speaks for itself, whoever runs it.
    let way = path.filter(|_| at != site.at);
    findings
        .report(at, Message::new("finding").with("api", site.path.as_str()), Message::new("label"))
        .trace(way.iter().flat_map(|path| cx.semantics.steps(cx.files, path)))
        .within(cx.semantics.scope_of(cx.files, site));
}

fn is_below_root(cx: &Context<'_>, site: &ApiSite) -> bool {
    let path = &cx.file(site.file).path;
    cx.project.roots.iter().any(|root| path.is_below(&root.folder))
}
