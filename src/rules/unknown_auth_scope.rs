//! `unknown-auth-scope`: `getAuthCode` with a scope that the wallet does not have.

use std::collections::{BTreeMap, BTreeSet};

use crate::finding::{Edit, Fix, Label, Message, RuleId, Safety};
use crate::platform::{ApiKind, Profile, ScopeKind};
use crate::rules::context::Report;
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::question::scope_source::only_sources;
use crate::semantic::site::api::scopes;
use crate::semantic::site::asked::{Asked, asked};
use crate::semantic::site::{ApiCall, ApiSite};
use crate::source::FileSpan;

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("unknown-auth-scope"),
    page: include_str!("../../rules/unknown-auth-scope.md"),
    checks: &[Check::Program(check)],
};

/// What was said, and what is still to be said.
#[derive(Default)]
struct Said<'a> {
    /// The literals that were reported, with the scope.
    literals: BTreeSet<(FileSpan, String)>,
    /// The scopes of which no literal was found, with the calls that ask for them.
    rest: BTreeMap<String, Vec<&'a ApiSite>>,
}

fn check(cx: &Context<'_>, findings: &mut Findings) {
    let mut said = Said::default();
    let sites = || cx.semantics.sites.iter().filter(|site| *site.api.kind == ApiKind::AuthCode);
    for site in sites() {
        for it in written(cx, site) {
            if said.literals.insert((it.at, it.text.clone())) {
                let within = cx.semantics.scope_of(cx.files, site);
                report(cx, it.at, (&it.text, fix(cx, &it, Safety::Safe)), findings).within(within);
            }
        }
    }
    // Scopes may be long and asked for by many: what is written is not kept for all sites at once.
    for site in sites() {
        let written = written(cx, site);
        for call in &site.calls {
            handed(cx, (site, *call), &written, &mut said, findings);
        }
    }
    rest(cx, &said.rest, findings);
}

fn is_unknown(cx: &Context<'_>, scope: &str) -> bool {
    cx.platform.scope(scope) == ScopeKind::Unknown
}

/// The unknown scopes that are written in the file of `site`.
fn written(cx: &Context<'_>, site: &ApiSite) -> Vec<Asked> {
    let is_own = cx.semantics.own_place(site, None).is_some();
    let mut written = if is_own { asked(cx.files, site).concat() } else { Vec::new() };
    written.retain(|it| is_unknown(cx, &it.text));
    written
}

/// The scopes that are handed over to `call` of `site`, each where a literal names it, but for
/// those that are `written` there.
fn handed<'a>(
    cx: &Context<'a>,
    (site, call): (&'a ApiSite, ApiCall),
    written: &[Asked],
    said: &mut Said<'a>,
    findings: &mut Findings,
) {
    let mut unknown = scopes(&cx.semantics.values, call.host).constants;
    unknown.retain(|scope| is_unknown(cx, scope));
    if unknown.is_empty() {
        return;
    }
    let mut sources = cx.semantics.scope_sources(cx.files, cx.project, call);
    sources.retain(|it| cx.is_own(it.asked.at.file) && unknown.contains(&it.asked.text));
    for source in &sources {
        let it = &source.asked;
        if said.literals.insert((it.at, it.text.clone())) {
            let way = cx.semantics.scope_way(source, call);
            let way = cx.semantics.steps_along(cx.files, &way);
            report(cx, it.at, (&it.text, fix(cx, it, Safety::Suggested)), findings)
                .trace(way.into_iter().chain(asking(cx, site)))
                .within(source.around);
        }
    }
    let named = written.iter().chain(sources.iter().map(|source| &source.asked));
    let named: BTreeSet<&str> = named.map(|it| it.text.as_str()).collect();
    for scope in unknown.into_iter().filter(|scope| !named.contains(scope.as_str())) {
        said.rest.entry(scope).or_default().push(site);
    }
}

/// The call that asks for what was found elsewhere, as a step.
fn asking(cx: &Context<'_>, site: &ApiSite) -> Option<Label> {
    let at = cx.semantics.own_place(site, None)?;
    Some(Label { at, text: Message::new("call") })
}

/// The scopes that come from where no search leads: where the only literal that names them stands,
/// or at the call.
fn rest(cx: &Context<'_>, rest: &BTreeMap<String, Vec<&ApiSite>>, findings: &mut Findings) {
    let wanted: BTreeSet<&str> = rest.keys().map(String::as_str).collect();
    let only = only_sources(cx.files, &wanted);
    for (scope, sites) in rest {
        let source = only.get(scope.as_str()).filter(|it| cx.is_own(it.asked.at.file));
        for site in sites {
            let Some(at) = cx.semantics.own_place(site, None) else { continue };
            match source {
                Some(source) => report(cx, source.asked.at, (scope, None), findings)
                    .trace([Label { at, text: Message::new("call") }])
                    .within(source.around),
                None => report(cx, at, (scope, None), findings)
                    .within(cx.semantics.scope_of(cx.files, site)),
            };
        }
    }
}

fn report<'f>(
    cx: &Context<'_>,
    at: FileSpan,
    (scope, fix): (&str, Option<Fix>),
    findings: &'f mut Findings,
) -> Report<'f> {
    let elsewhere: Vec<&Profile> = cx.platform.wallets_with(scope).collect();
    let message = match near(cx, scope) {
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
    findings.report(at, message.with("scope", scope), Message::new("label")).fix(fix)
}

/// The scope that `scope` is a slip of the pen for; none where other wallets have it.
fn near<'a>(cx: &Context<'a>, scope: &str) -> Option<&'a str> {
    let is_elsewhere = cx.platform.wallets_with(scope).next().is_some();
    cx.platform.near_scope(scope).filter(|_| !is_elsewhere)
}

/// Writes the right scope where the literal names nothing but the wrong one; `best` is how safe that
/// is where only the case is wrong.
fn fix(cx: &Context<'_>, asked: &Asked, best: Safety) -> Option<Fix> {
    let right = near(cx, &asked.text).filter(|_| asked.is_alone)?;
    let literal = cx.text(asked.at);
    let is_plain = literal.matches(&*asked.text).count() == 1;
    let is_case = asked.text.eq_ignore_ascii_case(right);
    is_plain.then(|| Fix {
        title: Message::new("fix-write").with("right", right),
        safety: if is_case { best } else { Safety::Suggested },
        edits: vec![Edit { at: asked.at, replacement: literal.replace(&*asked.text, right) }],
    })
}
