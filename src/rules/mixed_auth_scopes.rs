//! `mixed-auth-scopes`: one question for the public profile and the phone number.

use std::collections::BTreeSet;

use crate::finding::{Label, Message, RuleId};
use crate::platform::ApiKind;
use crate::rules::context::Report;
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::site::ApiSite;
use crate::semantic::site::asked::{Asked, asked};

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("mixed-auth-scopes"),
    page: include_str!("../../rules/mixed-auth-scopes.md"),
    checks: &[Check::Site(check)],
};

/// No more copies of a call than these are looked at.
const MOST_CALLS: usize = 64;

fn check(cx: &Context<'_>, site: &ApiSite, findings: &mut Findings) {
    if *site.api.kind != ApiKind::AuthCode || cx.semantics.own_place(site, None).is_none() {
        return;
    }
    let here = asked(cx.files, site);
    if let Some(both) = here.iter().find_map(|list| mixed(cx, list)) {
        let within = cx.semantics.scope_of(cx.files, site);
        report(site, both, findings).within(within);
        return;
    }
    let calls = site.calls.iter().take(MOST_CALLS);
    let elsewhere = calls.flat_map(|call| cx.semantics.asked_together(cx.files, cx.project, *call));
    let elsewhere: Vec<Vec<Asked>> = elsewhere.collect();
    let mut reported = BTreeSet::new();
    for both in elsewhere.iter().filter_map(|list| mixed(cx, list)) {
        let at = second(both).1.at;
        if cx.is_own(at.file) && reported.insert(at) {
            let call = Label { at: site.at, text: Message::new("call") };
            report(site, both, findings).trace([call]).within(at);
        }
    }
}

/// Two scopes: one that gives the public profile, one that gives the phone number.
type Both<'a> = (&'a Asked, &'a Asked);

fn report<'f>(site: &ApiSite, both: Both<'_>, findings: &'f mut Findings) -> Report<'f> {
    let (profile, phone) = both;
    let (first, second) = second(both);
    let message = Message::new("finding")
        .with("api", site.path.as_str())
        .with("profile", profile.text.as_str())
        .with("phone", phone.text.as_str());
    let beside = Label { at: first.at, text: Message::new("beside") };
    findings
        .report(second.at, message, Message::new("label"))
        .trace((first.at != second.at).then_some(beside))
}

/// Both scopes, the one that is written last behind the other; of different files the phone's.
fn second<'a>((profile, phone): Both<'a>) -> Both<'a> {
    if phone.at.file == profile.at.file && phone.at < profile.at {
        (phone, profile)
    } else {
        (profile, phone)
    }
}

/// The first scopes of `list` that give the public profile, and the phone number.
fn mixed<'a>(cx: &Context<'_>, list: &'a [Asked]) -> Option<Both<'a>> {
    let profile = list.iter().find(|it| cx.platform.grants(&it.text).public_profile)?;
    let phone = list.iter().find(|it| cx.platform.grants(&it.text).phone)?;
    Some((profile, phone))
}
