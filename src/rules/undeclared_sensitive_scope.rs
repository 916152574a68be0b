//! `undeclared-sensitive-scope`: a sensitive scope that the configuration gives no purpose for.

use crate::finding::{Message, RuleId};
use crate::platform::{ApiKind, Platform, ScopeKind};
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::site::ApiSite;
use crate::semantic::site::api::scopes;
use crate::semantic::site::asked::{Asked, asked};
use crate::source::FileSpan;

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("undeclared-sensitive-scope"),
    page: include_str!("../../rules/undeclared-sensitive-scope.md"),
    checks: &[Check::Site(check)],
};

fn check(cx: &Context<'_>, site: &ApiSite, findings: &mut Findings) {
    if *site.api.kind != ApiKind::AuthCode {
        return;
    }
    let Some(at) = cx.semantics.own_place(site, None) else { return };
    let is_undeclared =
        |scope: &str| gift(cx.platform, scope).is_some() && !cx.config.purposes.contains_key(scope);
    let mut written: Vec<Asked> = asked(cx.files, site).concat();
    written.retain(|it| is_undeclared(&it.text));
    written.sort_by(|a, b| (a.at, &a.text).cmp(&(b.at, &b.text)));
    written.dedup();
    for it in &written {
        report(cx, site, (it.at, &it.text), findings);
    }
    // What comes from elsewhere is said at the call.
    let asked = site.calls.iter().map(|call| scopes(&cx.semantics.values, call.host).constants);
    let mut others: Vec<String> = asked.flatten().filter(|it| is_undeclared(it)).collect();
    others.retain(|scope| !written.iter().any(|it| it.text == *scope));
    others.sort();
    others.dedup();
    for scope in &others {
        report(cx, site, (at, scope), findings);
    }
}

fn report(
    cx: &Context<'_>,
    site: &ApiSite,
    (at, scope): (FileSpan, &str),
    findings: &mut Findings,
) {
    let Some(key) = gift(cx.platform, scope) else { return };
    findings
        .report(at, Message::new(key).with("scope", scope), Message::new("label"))
        .within(cx.semantics.scope_of(cx.files, site));
}

/// What sensitive thing `scope` gives, as a headline. The id that a silent scope gives is what
/// every login takes.
fn gift(platform: &Platform, scope: &str) -> Option<&'static str> {
    let grants = platform.grants(scope);
    let is_asked = platform.scope(scope) == ScopeKind::Prompting;
    match () {
        () if grants.real_name => Some("real-name"),
        () if grants.phone => Some("phone"),
        () if grants.identity && is_asked => Some("identity"),
        () => None,
    }
}
