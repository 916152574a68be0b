//! `unknown-auth-scope`: `getAuthCode` with a scope that the wallet does not have.

use std::collections::BTreeSet;

use crate::finding::{Edit, Fix, Label, Message, RuleId, Safety};
use crate::platform::{ApiKind, Profile, ScopeKind, split_scopes};
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::api::scopes;
use crate::semantic::asked::{Asked, asked};
use crate::semantic::site::ApiSite;
use crate::source::FileSpan;

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("unknown-auth-scope"),
    page: include_str!("../../rules/unknown-auth-scope.md"),
    checks: &[Check::Site(check)],
};

fn check(cx: &Context<'_>, site: &ApiSite, findings: &mut Findings) {
    if *site.api.kind != ApiKind::AuthCode {
        return;
    }
    let Some(at) = cx.semantics.own_place(site, None) else { return };
    let is_unknown = |scope: &str| cx.platform.scope(scope) == ScopeKind::Unknown;
    let mut written: Vec<Asked> = asked(cx.files, site).concat();
    written.retain(|it| is_unknown(&it.text));
    written.sort_by(|a, b| (a.at, &a.text).cmp(&(b.at, &b.text)));
    written.dedup();
    for it in &written {
        report(cx, site, it.at, &it.text, Some(it), findings);
    }
    // What comes from elsewhere is said at the call.
    let asked = site.calls.iter().map(|call| scopes(&cx.semantics.values, call.host).constants);
    let mut others: Vec<String> = asked.flatten().filter(|it| is_unknown(it)).collect();
    others.retain(|scope| !written.iter().any(|it| it.text == *scope));
    others.sort();
    others.dedup();
    for scope in &others {
        report(cx, site, at, scope, None, findings);
        let named = named(cx, site, scope).into_iter();
        findings.last().trace(named.map(|at| Label { at, text: Message::new("named") }));
    }
}

/// The literals in the program's own scripts by which `site` comes to ask for `scope`.
fn named(cx: &Context<'_>, site: &ApiSite, scope: &str) -> BTreeSet<FileSpan> {
    let origins = cx.semantics.origins(cx.files, cx.project);
    let texts = site.calls.iter().flat_map(|call| origins.option(call.host, "scopes"));
    let named =
        texts.filter(|(at, text)| cx.is_own(at.file) && split_scopes(text).any(|it| it == scope));
    named.map(|(at, _)| at).collect()
}

fn report(
    cx: &Context<'_>,
    site: &ApiSite,
    at: FileSpan,
    scope: &str,
    written: Option<&Asked>,
    findings: &mut Findings,
) {
    let elsewhere: Vec<&Profile> = cx.platform.wallets_with(scope).collect();
    let right = cx.platform.near_scope(scope).filter(|_| elsewhere.is_empty());
    let message = match right {
        Some(right) => Message::new("near").with("right", right),
        None if elsewhere.is_empty() => Message::new("finding"),
        None => {
            let titles: Vec<&str> = elsewhere.iter().map(|it| it.title.as_str()).collect();
            let named = elsewhere.iter().map(|it| format!("`--profile {}`", it.name));
            let named: Vec<String> = named.collect();
            let message = Message::new("elsewhere").with("wallets", titles.join(", "));
            message.with("profiles", named.join(", "))
        }
    };
    let message = message.with("scope", scope);
    let fix = right.zip(written.filter(|it| it.is_alone));
    findings
        .report(at, message, Message::new("label"))
        .fix(fix.and_then(|(right, it)| correction(cx, it, right)))
        .within(cx.semantics.scope_of(cx.files, site));
}

/// Writes `right` where the literal names nothing but the scope.
fn correction(cx: &Context<'_>, asked: &Asked, right: &str) -> Option<Fix> {
    let literal = cx.text(asked.at);
    let is_plain = literal.matches(&*asked.text).count() == 1;
    let is_case = asked.text.eq_ignore_ascii_case(right);
    is_plain.then(|| Fix {
        title: Message::new("fix-write").with("right", right),
        safety: if is_case { Safety::Safe } else { Safety::Suggested },
        edits: vec![Edit { at: asked.at, replacement: literal.replace(&*asked.text, right) }],
    })
}
