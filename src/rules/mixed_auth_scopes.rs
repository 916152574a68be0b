//! `mixed-auth-scopes`: one question for the public profile and the phone number.

use crate::finding::{Label, Message, RuleId};
use crate::platform::ApiKind;
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::asked::{Asked, asked};
use crate::semantic::site::ApiSite;

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("mixed-auth-scopes"),
    page: include_str!("../../rules/mixed-auth-scopes.md"),
    checks: &[Check::Site(check)],
};

fn check(cx: &Context<'_>, site: &ApiSite, findings: &mut Findings) {
    if *site.api.kind != ApiKind::AuthCode || cx.semantics.own_place(site, None).is_none() {
        return;
    }
    let lists = asked(cx.files, site);
    let Some((profile, phone)) = lists.iter().find_map(|list| mixed(cx, list)) else { return };
    let (first, second) = if phone.at < profile.at { (phone, profile) } else { (profile, phone) };
    let message = Message::new("finding")
        .with("api", site.path.as_str())
        .with("profile", profile.text.as_str())
        .with("phone", phone.text.as_str());
    let beside = Label { at: first.at, text: Message::new("beside") };
    findings
        .report(second.at, message, Message::new("label"))
        .trace((first.at != second.at).then_some(beside))
        .within(cx.semantics.scope_of(cx.files, site, second.at));
}

/// The first scopes of `list` that give the public profile, and the phone number.
fn mixed<'a>(cx: &Context<'_>, list: &'a [Asked]) -> Option<(&'a Asked, &'a Asked)> {
    let profile = list.iter().find(|it| cx.platform.grants(&it.text).public_profile)?;
    let phone = list.iter().find(|it| cx.platform.grants(&it.text).phone)?;
    Some((profile, phone))
}
