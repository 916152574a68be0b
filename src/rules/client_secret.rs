//! `client-secret`: a key or secret that everybody who has the program can read.

use std::collections::BTreeMap;

use crate::finding::{Message, RuleId};
use crate::platform::{SecretKind, is_cipher, named_secret, private_key, symmetric_key};
use crate::project::reached;
use crate::rules::{Check, Context, Findings, Rule};
use crate::source::{FileId, FileSpan, Span};
use crate::syntax::json::{Value, ValueKind};
use crate::syntax::script::{Call, ExprId, ExprKind, Key, Property, Script, Target};

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("client-secret"),
    page: include_str!("../../rules/client-secret.md"),
    checks: &[Check::Program(check)],
};

/// A secret by its place: what it is, and the text itself.
type Secrets<'a> = BTreeMap<Span, (SecretKind, &'a str)>;

fn check(cx: &Context<'_>, findings: &mut Findings) {
    for file in reached(cx.files, cx.project) {
        let script = cx.file(file).script().filter(|_| !cx.project.is_library(file));
        let secrets = script.map(in_script).unwrap_or_default();
        report(file, secrets, findings);
    }
    for root in &cx.project.roots {
        let mut secrets = Secrets::new();
        if let Some(manifest) = cx.file(root.manifest).json() {
            in_json(manifest, "", &mut secrets);
        }
        report(root.manifest, secrets, findings);
    }
}

fn report(file: FileId, secrets: Secrets<'_>, findings: &mut Findings) {
    for (span, (kind, text)) in secrets {
        let key = match kind {
            SecretKind::PrivateKey => "private-key",
            SecretKind::AppSecret => "app-secret",
            SecretKind::AccessKeySecret => "access-key-secret",
            SecretKind::SymmetricKey => "symmetric-key",
        };
        let message = Message::new(key).with("print", fingerprint(text));
        findings.report(FileSpan::new(file, span), message, Message::new("label")).secret();
    }
}

/// Tells one secret from another, and is too short to find it again by.
fn fingerprint(secret: &str) -> String {
    let hash = secret
        .bytes()
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    format!("{:04x}", (hash >> 16) ^ (hash & 0xffff))
}

fn in_script(script: &Script) -> Secrets<'_> {
    let mut secrets = Secrets::new();
    for (_, expr) in script.exprs() {
        match &expr.kind {
            ExprKind::String(text) if private_key(script.name(*text)) => {
                secrets.insert(expr.span, (SecretKind::PrivateKey, script.name(*text)));
            }
            ExprKind::Object(members) => {
                for member in members {
                    if let Property::Value { key: Key::Name(name, _), value } = member {
                        add_named(script, script.name(*name), *value, &mut secrets);
                    }
                }
            }
            ExprKind::Assign { target, value } => {
                let name = match target {
                    Target::Binding(binding) => script.binding(*binding).name,
                    Target::Global(name) | Target::Member { property: name, .. } => *name,
                    Target::Index { .. } => continue,
                };
                add_named(script, script.name(name), *value, &mut secrets);
            }
            ExprKind::Call(call) => {
                let key = key_of(script, call).and_then(|key| constant(script, key));
                if let Some((span, text)) = key.filter(|(_, text)| symmetric_key(text)) {
                    secrets.entry(span).or_insert((SecretKind::SymmetricKey, text));
                }
            }
            _ => {}
        }
    }
    secrets
}

fn add_named<'a>(script: &'a Script, name: &str, value: ExprId, secrets: &mut Secrets<'a>) {
    let ExprKind::String(text) = script.kind(value) else { return };
    let text = script.name(*text);
    if let Some(kind) = named_secret(name, text) {
        secrets.entry(script.expr(value).span).or_insert((kind, text));
    }
}

/// The key that a call of a cipher takes.
fn key_of(script: &Script, call: &Call) -> Option<ExprId> {
    let (object, function) = match script.kind(call.callee) {
        ExprKind::Member { object, property, .. } => (last_name(script, *object), *property),
        ExprKind::Binding(binding) => ("", script.binding(*binding).name),
        _ => return None,
    };
    let [_, key, ..] = call.arguments.as_slice() else { return None };
    (is_cipher(object, script.name(function)) && !key.spread).then_some(key.value)
}

fn last_name(script: &Script, expr: ExprId) -> &str {
    match script.kind(expr) {
        ExprKind::Member { property, .. } => script.name(*property),
        ExprKind::Binding(binding) => script.name(script.binding(*binding).name),
        ExprKind::Global(name) => script.name(*name),
        _ => "",
    }
}

/// The constant that a key is made of: itself, a variable's only value, or what is parsed.
fn constant(script: &Script, mut expr: ExprId) -> Option<(Span, &str)> {
    for _ in 0..8 {
        expr = match script.kind(expr) {
            ExprKind::String(text) => return Some((script.expr(expr).span, script.name(*text))),
            ExprKind::Binding(binding) => {
                let [write] = script.binding(*binding).writes.as_slice() else { return None };
                let ExprKind::Assign { value, .. } = script.kind(*write) else { return None };
                *value
            }
            ExprKind::Call(call) if last_name(script, call.callee) == "parse" => {
                call.arguments.first()?.value
            }
            _ => return None,
        };
    }
    None
}

fn in_json<'a>(value: &'a Value, name: &str, secrets: &mut Secrets<'a>) {
    match &value.kind {
        ValueKind::String(text) => {
            let kind = named_secret(name, text);
            let kind = kind.or_else(|| private_key(text).then_some(SecretKind::PrivateKey));
            if let Some(kind) = kind {
                secrets.insert(value.span, (kind, text));
            }
        }
        ValueKind::Array(items) => items.iter().for_each(|item| in_json(item, name, secrets)),
        ValueKind::Object(members) => {
            members.iter().for_each(|member| in_json(&member.value, &member.key, secrets));
        }
        _ => {}
    }
}
