//! What values are put together from.

use super::walked::walker;
use crate::platform::is_credential;
use crate::syntax::script::{Binary, Call, ExprId, ExprKind, Key, Logical, Property, Script};

/// What the value of `expr` is put together from.
pub(in crate::semantic) fn operands(script: &Script, expr: ExprId) -> Vec<ExprId> {
    match script.kind(expr) {
        ExprKind::Binary { operator: Binary::Add, left, right }
        | ExprKind::Logical { operator: Logical::Or | Logical::Nullish, left, right } => {
            vec![*left, *right]
        }
        // What has a credential is true.
        ExprKind::Logical { operator: Logical::And, right, .. } => vec![*right],
        ExprKind::Await(value) => vec![*value],
        // `list[i] = arguments[i]`
        ExprKind::Index { object, .. } if matches!(script.kind(*object), ExprKind::Arguments) => {
            vec![*object]
        }
        ExprKind::Conditional { yes, no, .. } => vec![*yes, *no],
        ExprKind::Template(template) => template.values.to_vec(),
        ExprKind::Array(items) => items.iter().map(|item| item.value).collect(),
        ExprKind::Object(members) => given(script, members, &[]),
        ExprKind::Assign { value, .. } => vec![*value],
        ExprKind::Call(call) => same_text(script, call),
        _ => Vec::new(),
    }
}

/// What the object literal `expr` is put together from, once the members `replaced` have other values, and
/// what an `await` waits for; anything else is itself.
pub(super) fn left(script: &Script, expr: ExprId, replaced: &[&str]) -> Vec<ExprId> {
    match script.kind(expr) {
        ExprKind::Object(members) => given(script, members, replaced),
        ExprKind::Await(promise) => vec![*promise],
        _ => vec![expr],
    }
}

/// What the members of a literal are, but for those that are `replaced`; and but for objects whose credential
/// another member replaces: `{ ...res, authCode: '***' }`.
fn given(script: &Script, members: &[Property], replaced: &[&str]) -> Vec<ExprId> {
    let last = members.iter().rposition(|member| replaces(script, member));
    let values = members.iter().enumerate().filter_map(|(at, member)| match member {
        Property::Value { key: Key::Name(key, _), .. } if replaced.contains(&script.name(*key)) => {
            None
        }
        Property::Value { value, .. } => Some(*value),
        Property::Spread(value) => Some(*value).filter(|_| last.is_none_or(|last| last < at)),
        Property::Getter { .. } | Property::Setter { .. } => None,
    });
    values.collect()
}

/// Whether a member of a global object is a function that makes a list of what it is given.
fn is_list(named: (&str, &str)) -> bool {
    matches!(named, ("Object", "values" | "entries") | ("Array", "from"))
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
pub(in crate::semantic) fn is_sifted(script: &Script, call: &Call) -> bool {
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
            _ if script.global_member(call.callee).is_some_and(is_list) => {
                arguments.take(1).collect()
            }
            // `Array.prototype.slice.call(arguments)`
            "call" if script.is_slice(*object) => arguments.take(1).collect(),
            "map" | "flatMap" | "reduce" => {
                let function = walker(script, call).map(|it| script.function(it));
                function.map_or_else(Vec::new, |it| it.returns.clone())
            }
            "assign" => assigned(script, call),
            "concat" => std::iter::once(*object).chain(arguments).collect(),
            "stringify" if !is_sifted(script, call) => arguments.take(1).collect(),
            "toString" | "trim" | "join" => vec![*object],
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}
