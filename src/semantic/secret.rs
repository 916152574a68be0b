//! The secrets that are written into a program: what they are, where, and their texts, which no
//! report may repeat.

use std::collections::BTreeMap;

use crate::platform::{SecretKind, is_cipher, named_secret, private_key, symmetric_key};
use crate::project::{Project, reached};
use crate::source::{FileId, FileSpan, Span};
use crate::syntax::File;
use crate::syntax::json::{Value, ValueKind};
use crate::syntax::script::{Argument, Call, ExprId, ExprKind, Key, Property, Script, Target};

/// A secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Secret<'a> {
    /// What it is for.
    pub kind: SecretKind,
    /// The secret itself.
    pub text: &'a str,
}

/// The secrets of one file.
type Secrets<'a> = BTreeMap<Span, Secret<'a>>;

/// All secrets in the program's own scripts and manifests, by place.
#[must_use]
pub fn secrets<'a>(files: &'a [File], project: &Project) -> BTreeMap<FileSpan, Secret<'a>> {
    let mut all = BTreeMap::new();
    let mut add = |file: FileId, secrets: Secrets<'a>| {
        all.extend(secrets.into_iter().map(|(span, it)| (FileSpan::new(file, span), it)));
    };
    for file in reached(files, project) {
        let script = files[file.index()].script().filter(|_| !project.is_library(file));
        add(file, script.map(in_script).unwrap_or_default());
    }
    for root in &project.roots {
        let mut secrets = Secrets::new();
        if let Some(manifest) = files[root.manifest.index()].json() {
            in_json(manifest, "", &mut secrets);
        }
        add(root.manifest, secrets);
    }
    all
}

fn in_script(script: &Script) -> Secrets<'_> {
    let mut secrets = Secrets::new();
    for (_, expr) in script.exprs() {
        match &expr.kind {
            ExprKind::String(text) if private_key(script.name(*text)) => {
                secrets.insert(
                    expr.span,
                    Secret { kind: SecretKind::PrivateKey, text: script.name(*text) },
                );
            }
            ExprKind::Array(items) => secrets.extend(in_lines(script, items)),
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
                    secrets.entry(span).or_insert(Secret { kind: SecretKind::SymmetricKey, text });
                }
            }
            _ => {}
        }
    }
    secrets
}

fn add_named<'a>(script: &'a Script, name: &str, value: ExprId, secrets: &mut Secrets<'a>) {
    let text = match script.kind(value) {
        ExprKind::String(text) => script.name(*text),
        // What stands in where the settings of the build lack it.
        ExprKind::Logical { right, .. } => return add_named(script, name, *right, secrets),
        _ => return,
    };
    if let Some(kind) = named_secret(name, text) {
        secrets.entry(script.expr(value).span).or_insert(Secret { kind, text });
    }
}

/// The private key whose lines are the items of a list.
fn in_lines<'a>(script: &'a Script, items: &[Argument]) -> Option<(Span, Secret<'a>)> {
    let lines: Option<Vec<&str>> = items
        .iter()
        .map(|item| match script.kind(item.value) {
            ExprKind::String(line) => Some(script.name(*line)),
            _ => None,
        })
        .collect();
    let lines = lines.filter(|lines| lines.first().is_some_and(|it| it.contains("PRIVATE KEY")))?;
    let text = lines.iter().copied().max_by_key(|line| line.len())?;
    let span = |item: &Argument| script.expr(item.value).span;
    let (first, last) = (span(items.first()?), span(items.last()?));
    private_key(&lines.join("\n")).then_some((
        Span::new(first.start, last.end),
        Secret { kind: SecretKind::PrivateKey, text },
    ))
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

/// The constant that a key is made of: itself, a variable's only value, what is parsed, or what a
/// part is taken of.
fn constant(script: &Script, mut expr: ExprId) -> Option<(Span, &str)> {
    for _ in 0..8 {
        expr = match script.kind(expr) {
            ExprKind::String(text) => return Some((script.expr(expr).span, script.name(*text))),
            ExprKind::Binding(binding) => {
                let [write] = script.binding(*binding).writes.as_slice() else { return None };
                let ExprKind::Assign { value, .. } = script.kind(*write) else { return None };
                *value
            }
            ExprKind::Call(call) => match (last_name(script, call.callee), call.callee) {
                ("parse", _) => call.arguments.first()?.value,
                ("substr" | "substring" | "slice" | "trim", callee) => match script.kind(callee) {
                    ExprKind::Member { object, .. } => *object,
                    _ => return None,
                },
                _ => return None,
            },
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
                secrets.insert(value.span, Secret { kind, text });
            }
        }
        ValueKind::Array(items) => items.iter().for_each(|item| in_json(item, name, secrets)),
        ValueKind::Object(members) => {
            members.iter().for_each(|member| in_json(&member.value, &member.key, secrets));
        }
        _ => {}
    }
}
