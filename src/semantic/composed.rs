//! What values are put together from.

use crate::platform::is_credential;
use crate::syntax::script::{Binary, Call, ExprId, ExprKind, Key, Logical, Property, Script};

/// What the value of `expr` is put together from.
pub(super) fn operands(script: &Script, expr: ExprId) -> Vec<ExprId> {
    match script.kind(expr) {
        ExprKind::Binary { operator: Binary::Add, left, right }
        | ExprKind::Logical { operator: Logical::Or | Logical::Nullish, left, right } => {
            vec![*left, *right]
        }
        // What has a credential is true.
        ExprKind::Logical { operator: Logical::And, right, .. } => vec![*right],
        ExprKind::Await(value) => vec![*value],
        ExprKind::Conditional { yes, no, .. } => vec![*yes, *no],
        ExprKind::Template(template) => template.values.to_vec(),
        ExprKind::Array(items) => items.iter().map(|item| item.value).collect(),
        ExprKind::Object(members) => given(script, members),
        ExprKind::Assign { value, .. } => vec![*value],
        ExprKind::Call(call) => same_text(script, call),
        _ => Vec::new(),
    }
}

/// What the members of a literal are; but for objects whose credential another member replaces:
/// `{ ...res, authCode: '***' }`.
fn given(script: &Script, members: &[Property]) -> Vec<ExprId> {
    let last = members.iter().rposition(|member| replaces(script, member));
    let values = members.iter().enumerate().filter_map(|(at, member)| match member {
        Property::Value { value, .. } => Some(*value),
        Property::Spread(value) => Some(*value).filter(|_| last.is_none_or(|last| last < at)),
        Property::Getter { .. } | Property::Setter { .. } => None,
    });
    values.collect()
}

/// Whether the member of a literal is one that holds a credential in what the wallet gives.
fn replaces(script: &Script, member: &Property) -> bool {
    match member {
        Property::Value { key: Key::Name(name, _), .. } => is_credential(script.name(*name)),
        _ => false,
    }
}

/// What `Object.assign` puts together; but for objects whose credential a later literal replaces.
fn assigned(script: &Script, call: &Call) -> Vec<ExprId> {
    let arguments: Vec<ExprId> = call.arguments.iter().map(|argument| argument.value).collect();
    let members = |argument: ExprId| match script.kind(argument) {
        ExprKind::Object(members) => Some(members),
        _ => None,
    };
    let is_last = |argument: &ExprId| {
        members(*argument).is_some_and(|members| members.iter().any(|it| replaces(script, it)))
    };
    let last = arguments.iter().rposition(is_last).unwrap_or(0);
    let given = arguments.iter().copied().enumerate();
    let given = given.filter(|(at, argument)| *at >= last || members(*argument).is_some());
    given.map(|(_, argument)| argument).collect()
}

/// Whether `JSON.stringify` is told by a function or list what of the value to write.
pub(super) fn is_sifted(script: &Script, call: &Call) -> bool {
    let by = call.arguments.get(1).map(|argument| script.kind(argument.value));
    by.is_some_and(|by| !matches!(by, ExprKind::Null | ExprKind::Undefined))
}

/// What a call gives back in other words: `String(x)`, `x.toString()`, `x.concat(y)`,
/// `Object.assign(x, y)`.
fn same_text(script: &Script, call: &Call) -> Vec<ExprId> {
    let arguments = call.arguments.iter().map(|argument| argument.value);
    match script.kind(call.callee) {
        ExprKind::Global(name) => match script.name(*name) {
            "String" | "encodeURIComponent" | "encodeURI" | "escape" | "decodeURIComponent" => {
                arguments.collect()
            }
            _ => Vec::new(),
        },
        ExprKind::Member { object, property, .. } => match script.name(*property) {
            "assign" => assigned(script, call),
            "concat" => std::iter::once(*object).chain(arguments).collect(),
            "stringify" if !is_sifted(script, call) => arguments.take(1).collect(),
            "toString" | "trim" | "join" => vec![*object],
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}
