//! The secrets that are written into a program: what they are, where, and their texts, which no
//! report may repeat.

pub(super) mod cipher;
pub(super) mod handed_key;
pub(super) mod shipped;

use std::collections::BTreeMap;

use crate::platform::{
    KEY_FRAME, SecretKind, may_be_cipher, may_be_secret, named_secret, private_key,
    secret_in_query, symmetric_key,
};
use crate::project::Project;
use crate::semantic::origin::same_key;
use crate::source::{FileId, FileSpan, Span};
use crate::syntax::File;
use crate::syntax::json::{Value, ValueKind};
use crate::syntax::script::{Argument, ExprId, ExprKind, Key, Property, Script, Target};

use self::cipher::key_of;
use self::shipped::shipped;

/// A secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Secret {
    /// What it is for.
    pub kind: SecretKind,
    /// The secret itself.
    pub text: String,
    /// The cipher that takes it for its key, where it does not stand there itself.
    pub used: Option<FileSpan>,
}

/// The secrets of one file.
type Secrets = BTreeMap<Span, Secret>;

/// All secrets in the program's own scripts and manifests, by place, those in scripts that nothing
/// imports included. `own` tells of each file whether it is the program's own and read.
pub(super) fn secrets(
    files: &[File],
    project: &Project,
    own: &[bool],
) -> BTreeMap<FileSpan, Secret> {
    let mut all = BTreeMap::new();
    let mut add = |file: FileId, secrets: Secrets| {
        all.extend(secrets.into_iter().map(|(span, it)| (FileSpan::new(file, span), it)));
    };
    let shipped = shipped(files, project);
    let is_there = own.iter().zip(&shipped).map(|(is_own, is_shipped)| *is_own || *is_shipped);
    for ((id, file), _) in (0..).map(FileId).zip(files).zip(is_there).filter(|(_, it)| *it) {
        let script = file.script().filter(|script| may_hold_any(script));
        add(id, script.map(in_script).unwrap_or_default());
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

/// Whether the names and texts of `script` leave room for a secret.
fn may_hold_any(script: &Script) -> bool {
    script.names.iter().any(|name| may_be_cipher(name) || may_be_secret(name))
}

fn in_script(script: &Script) -> Secrets {
    let mut secrets = Secrets::new();
    for (_, expr) in script.exprs() {
        match &expr.kind {
            ExprKind::String(text) if private_key(script.name(*text)) => {
                let text = script.name(*text).to_owned();
                secrets
                    .insert(expr.span, Secret { kind: SecretKind::PrivateKey, text, used: None });
            }
            ExprKind::String(text) => {
                if let Some((kind, text)) = secret_in_query(script.name(*text)) {
                    let text = text.to_owned();
                    secrets.insert(expr.span, Secret { kind, text, used: None });
                }
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
                    let text = text.to_owned();
                    secrets.entry(span).or_insert(Secret {
                        kind: SecretKind::SymmetricKey,
                        text,
                        used: None,
                    });
                }
            }
            _ => {}
        }
    }
    secrets
}

fn add_named(script: &Script, name: &str, value: ExprId, secrets: &mut Secrets) {
    let text = match script.kind(value) {
        ExprKind::String(text) => script.name(*text),
        // What stands in where the settings of the build lack it.
        ExprKind::Logical { right, .. } => return add_named(script, name, *right, secrets),
        _ => return,
    };
    if let Some(kind) = named_secret(name, text) {
        let text = text.to_owned();
        secrets.entry(script.expr(value).span).or_insert(Secret { kind, text, used: None });
    }
}

/// The private key whose lines are the items of a list.
fn in_lines(script: &Script, items: &[Argument]) -> Option<(Span, Secret)> {
    let lines: Option<Vec<&str>> = items
        .iter()
        .map(|item| match script.kind(item.value) {
            ExprKind::String(line) => Some(script.name(*line)),
            _ => None,
        })
        .collect();
    let lines = lines.filter(|lines| lines.first().is_some_and(|it| it.contains(KEY_FRAME)))?;
    let text = lines.iter().copied().max_by_key(|line| line.len())?;
    let span = |item: &Argument| script.expr(item.value).span;
    let (first, last) = (span(items.first()?), span(items.last()?));
    private_key(&lines.join("\n")).then_some((
        Span::new(first.start, last.end),
        Secret { kind: SecretKind::PrivateKey, text: text.to_owned(), used: None },
    ))
}

/// The constant that a key is made of: itself, a variable's only value, what is parsed, or what a
/// part is taken of.
pub(super) fn constant(script: &Script, mut expr: ExprId) -> Option<(Span, &str)> {
    for _ in 0..8 {
        expr = match script.kind(expr) {
            ExprKind::String(text) => return Some((script.expr(expr).span, script.name(*text))),
            ExprKind::Binding(binding) => {
                let [write] = script.binding(*binding).writes.as_slice() else { return None };
                let ExprKind::Assign { value, .. } = script.kind(*write) else { return None };
                *value
            }
            ExprKind::Call(call) => same_key(script, call)?,
            _ => return None,
        };
    }
    None
}

fn in_json(value: &Value, name: &str, secrets: &mut Secrets) {
    match &value.kind {
        ValueKind::String(text) => {
            let kind = named_secret(name, text);
            let kind = kind.or_else(|| private_key(text).then_some(SecretKind::PrivateKey));
            if let Some(kind) = kind {
                secrets.insert(value.span, Secret { kind, text: text.to_string(), used: None });
            }
        }
        ValueKind::Array(items) => items.iter().for_each(|item| in_json(item, name, secrets)),
        ValueKind::Object(members) => {
            members.iter().for_each(|member| in_json(&member.value, &member.key, secrets));
        }
        _ => {}
    }
}
