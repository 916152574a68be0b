//! `unknown-auth-scope`: `getAuthCode` with a scope that the wallet does not have.

use std::collections::{BTreeMap, BTreeSet};

use crate::finding::{Edit, Fix, Label, Message, RuleId, Safety};
use crate::platform::{ApiKind, Profile, ScopeKind};
use crate::rules::context::Scope;
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

/// What is to be said.
#[derive(Default)]
struct Said<'a> {
    /// The places, literals or calls, that name scopes which are unknown.
    places: BTreeMap<FileSpan, Place>,
    /// The scopes at each.
    named: BTreeSet<(FileSpan, String)>,
    /// The scopes of which no literal was found, with the calls that ask for them.
    rest: BTreeMap<String, Vec<&'a ApiSite>>,
}

/// A place that names scopes which are unknown; one string can name several.
struct Place {
    scopes: Vec<String>,
    fix: Option<Fix>,
    trace: Vec<Label>,
    within: Scope,
}

impl Said<'_> {
    /// Notes that `scope` is named at `at`; what is to be said besides is that of the first one there.
    fn note(&mut self, at: FileSpan, scope: &str, place: impl FnOnce() -> Place) {
        let place = self.places.entry(at).or_insert_with(place);
        if self.named.insert((at, scope.to_owned())) {
            place.scopes.push(scope.to_owned());
        }
    }
}

fn check(cx: &Context<'_>, findings: &mut Findings) {
    let mut said = Said::default();
    let sites = || cx.semantics.sites.iter().filter(|site| *site.api.kind == ApiKind::AuthCode);
    for site in sites() {
        for it in written(cx, site) {
            said.note(it.at, &it.text, || Place {
                scopes: Vec::new(),
                fix: fix(cx, &it, Safety::Safe),
                trace: Vec::new(),
                within: cx.semantics.scope_of(cx.files, site).into(),
            });
        }
    }
    // Scopes may be long and asked for by many: what is written is not kept for all sites at once.
    for site in sites() {
        let written = written(cx, site);
        for call in &site.calls {
            handed(cx, (site, *call), &written, &mut said);
        }
    }
    rest(cx, &mut said);
    for (at, place) in said.places {
        let message = message(cx, &place.scopes);
        findings
            .report(at, message, Message::new("label"))
            .trace(place.trace)
            .fix(place.fix.filter(|_| place.scopes.len() == 1))
            .within(place.within);
    }
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
        said.note(it.at, &it.text, || {
            let way = cx.semantics.scope_way(source, call);
            let way = cx.semantics.steps_along(cx.files, &way);
            Place {
                scopes: Vec::new(),
                fix: fix(cx, it, Safety::Suggested),
                trace: way.into_iter().chain(asking(cx, site)).collect(),
                within: source.around.into(),
            }
        });
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
fn rest(cx: &Context<'_>, said: &mut Said<'_>) {
    let rest = std::mem::take(&mut said.rest);
    let wanted: BTreeSet<&str> = rest.keys().map(String::as_str).collect();
    let only = only_sources(cx.files, &wanted);
    for (scope, sites) in &rest {
        let source = only.get(scope.as_str()).filter(|it| cx.is_own(it.asked.at.file));
        for site in sites {
            let Some(at) = cx.semantics.own_place(site, None) else { continue };
            let call = || Label { at, text: Message::new("call") };
            let within = || cx.semantics.scope_of(cx.files, site).into();
            let (place, trace, within) = match source {
                Some(source) => (source.asked.at, vec![call()], source.around.into()),
                None => (at, Vec::new(), within()),
            };
            said.note(place, scope, || Place { scopes: Vec::new(), fix: None, trace, within });
        }
    }
}

/// What is to be said of `scopes`, which one place names.
fn message(cx: &Context<'_>, scopes: &[String]) -> Message {
    let mut wallets: Vec<&Profile> = Vec::new();
    for wallet in scopes.iter().flat_map(|scope| cx.platform.wallets_with(scope)) {
        if wallets.iter().all(|it| it.name != wallet.name) {
            wallets.push(wallet);
        }
    }
    let message = match scopes {
        [scope] => match near(cx, scope) {
            Some(right) => Message::new("near").with("right", right),
            None if wallets.is_empty() => Message::new("finding"),
            None => Message::new("elsewhere"),
        }
        .with("scope", &**scope),
        _ if wallets.is_empty() => Message::new("several"),
        _ => Message::new("several-elsewhere"),
    };
    let message = match scopes {
        [_] => message,
        _ => message.with("scopes", listed(cx, scopes)),
    };
    if wallets.is_empty() {
        return message;
    }
    let titles: Vec<&str> = wallets.iter().map(|it| it.title.as_str()).collect();
    let named: Vec<String> = wallets.iter().map(|it| format!("`--profile {}`", it.name)).collect();
    message.with("wallets", titles.join(", ")).with("profiles", named.join(", "))
}

/// `scopes`, each with what it may be: the right one, or the wallets that have it.
fn listed(cx: &Context<'_>, scopes: &[String]) -> String {
    let known = |scope: &String| match near(cx, scope) {
        Some(right) => format!("`{scope}` (`{right}`?)"),
        None => {
            let titles: Vec<&str> =
                cx.platform.wallets_with(scope).map(|it| it.title.as_str()).collect();
            match titles.is_empty() {
                true => format!("`{scope}`"),
                false => format!("`{scope}` ({})", titles.join(", ")),
            }
        }
    };
    scopes.iter().map(known).collect::<Vec<_>>().join(", ")
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
