//! What values are put together from.

use crate::platform::is_credential;
use crate::syntax::script::{Binary, Call, ExprId, ExprKind, Key, Property, Script};

/// What the value of `expr` is put together from.
pub(super) fn operands(script: &Script, expr: ExprId) -> Vec<ExprId> {
    match script.kind(expr) {
        ExprKind::Binary { operator: Binary::Add, left, right }
        | ExprKind::Logical { left, right, .. } => vec![*left, *right],
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
    let replaces = |member: &Property| match member {
        Property::Value { key: Key::Name(name, _), .. } => is_credential(script.name(*name)),
        _ => false,
    };
    let last = members.iter().rposition(replaces);
    let values = members.iter().enumerate().filter_map(|(at, member)| match member {
        Property::Value { value, .. } => Some(*value),
        Property::Spread(value) => Some(*value).filter(|_| last.is_none_or(|last| last < at)),
        Property::Getter { .. } | Property::Setter { .. } => None,
    });
    values.collect()
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
            "assign" => arguments.collect(),
            "concat" => std::iter::once(*object).chain(arguments).collect(),
            "stringify" => arguments.take(1).collect(),
            "toString" | "trim" | "join" => vec![*object],
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}
