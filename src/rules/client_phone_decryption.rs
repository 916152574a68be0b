//! `client-phone-decryption`: the encrypted phone number, decrypted where everybody can read the key.

use std::collections::{BTreeMap, BTreeSet};

use crate::finding::{Label, Message, RuleId};
use crate::platform::{is_cipher, is_decryption};
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::credential::{Credential, Credentials};
use crate::semantic::graph::call_graph::place;
use crate::semantic::values::{CallId, CallKind, CallSite, Token};
use crate::source::FileSpan;
use crate::syntax::script::{Call, ExprId, ExprKind, Script};

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("client-phone-decryption"),
    page: include_str!("../../rules/client-phone-decryption.md"),
    checks: &[Check::Program(check)],
};

/// Arguments are looked through for the answer no further than this.
const MOST_PARTS: usize = 64;

fn check(cx: &Context<'_>, findings: &mut Findings) {
    let values = &cx.semantics.values;
    let credentials = cx.credentials();
    let mut found: BTreeMap<FileSpan, (&CallSite, FileSpan)> = BTreeMap::new();
    let unread: BTreeSet<CallId> =
        values.host_calls.iter().filter(|host| host.is_unread()).map(|host| host.call).collect();
    for (id, site) in values.all_calls() {
        if let Some(encrypted) = decrypted(cx, &credentials, site, unread.contains(&id)) {
            found.entry(place(cx.files, values, site)).or_insert((site, encrypted));
        }
    }
    for (at, (site, encrypted)) in found {
        let Some(script) = cx.file(at.file).script().filter(|_| cx.is_own(at.file)) else {
            continue;
        };
        let scope = script.function(script.expr(site.expr).function).span;
        let trace = Label { at: encrypted, text: Message::new("encrypted") };
        findings
            .report(at, Message::new("finding"), Message::new("label"))
            .trace([trace])
            .within(scope);
    }
}

/// The encrypted phone number that `site`, if it decrypts, is given.
fn decrypted(
    cx: &Context<'_>,
    credentials: &Credentials<'_>,
    site: &CallSite,
    is_unread: bool,
) -> Option<FileSpan> {
    let file = cx.semantics.values.instance(site.instance).file;
    let script = cx.file(file).script()?;
    let ExprKind::Call(call) = script.kind(site.expr) else { return None };
    if site.kind != CallKind::Call || !decrypts(script, call, is_unread) {
        return None;
    }
    let mut work: Vec<ExprId> = call.arguments.iter().map(|it| it.value).collect();
    for _ in 0..MOST_PARTS {
        let part = work.pop()?;
        let held = credentials.find(site.instance, part);
        if let Some(held) = held.filter(|held| held.credential == Credential::Phone) {
            return Some(held.at);
        }
        if is_handed_over(cx, site, script, part) {
            return Some(FileSpan::new(file, script.expr(part).span));
        }
        work.extend(parts(script, part));
    }
    None
}

/// What `onGetPhoneNumber` hands over.
const HANDED_OVER: &str = "event.detail.encryptedData";

fn is_handed_over(cx: &Context<'_>, site: &CallSite, script: &Script, expr: ExprId) -> bool {
    let values = &cx.semantics.values;
    let tokens = values.value(site.instance, script, expr).map(|node| values.of(node));
    tokens
        .unwrap_or_default()
        .into_iter()
        .any(|token| matches!(token, Token::Host(path) if values.symbols.text(path) == HANDED_OVER))
}

/// What a value is made of, also by code that was not read: `CryptoJS.enc.Base64.parse(text)`.
fn parts(script: &Script, expr: ExprId) -> Vec<ExprId> {
    match script.kind(expr) {
        ExprKind::Call(call) => {
            let mut parts = script.kind(expr).operands();
            // `text.replace(/ /g, '+')`
            if let ExprKind::Member { object, .. } = script.kind(call.callee) {
                parts.push(*object);
            }
            parts
        }
        ExprKind::Object(_) => script.kind(expr).operands(),
        ExprKind::Binding(binding) => match script.binding(*binding).writes.as_slice() {
            [write] => match script.kind(*write) {
                ExprKind::Assign { value, .. } => vec![*value],
                _ => Vec::new(),
            },
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// Whether the callee is a cipher, or code that was not read and is called like one. What the
/// program's own functions of such a name decrypt is found where they call a cipher.
fn decrypts(script: &Script, call: &Call, is_unread: bool) -> bool {
    let (object, function) = match script.kind(call.callee) {
        ExprKind::Member { object, property, .. } => {
            (name(script, *object), script.name(*property))
        }
        _ => ("", name(script, call.callee)),
    };
    let has_key = call.arguments.len() > 1;
    function == "decrypt" && is_cipher(object, function)
        || is_unread && has_key && is_decryption(function)
}

fn name(script: &Script, expr: ExprId) -> &str {
    match script.kind(expr) {
        ExprKind::Member { property, .. } => script.name(*property),
        ExprKind::Binding(binding) => script.name(script.binding(*binding).name),
        ExprKind::Global(name) => script.name(*name),
        _ => "",
    }
}
