//! `missing-auth-scopes`: `getAuthCode` without scopes where the wallet has no default.

use crate::finding::{Message, RuleId};
use crate::platform::ApiKind;
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::site::ApiSite;
use crate::semantic::site::api::scopes;
use crate::semantic::site::asked::is_spread;

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("missing-auth-scopes"),
    page: include_str!("../../rules/missing-auth-scopes.md"),
    checks: &[Check::Site(check)],
};

fn check(cx: &Context<'_>, site: &ApiSite, findings: &mut Findings) {
    if *site.api.kind != ApiKind::AuthCode || is_spread(cx.files, site) {
        return;
    }
    let Some(at) = cx.semantics.own_place(site, None) else { return };
    let mut asked = site.calls.iter().map(|call| scopes(&cx.semantics.values, call.host));
    if !asked.any(|it| it.is_absent && !it.is_open && it.constants.is_empty()) {
        return;
    }
    findings
        .report(at, Message::new("finding").with("api", site.path.as_str()), Message::new("label"))
        .within(cx.semantics.scope_of(cx.files, site));
}
