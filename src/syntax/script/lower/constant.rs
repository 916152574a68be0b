//! Texts and numbers that are known while lowering.

use std::borrow::Cow;

use swc_ecma_ast::{BinExpr, BinaryOp, CondExpr, Expr as SwcExpr, Lit, Tpl, TplElement};

use super::expr::unwrapped;

/// The text of `expr` where it is a string, or a template literal without holes.
pub(super) fn string(mut expr: &SwcExpr) -> Option<Cow<'_, str>> {
    while let Some(inner) = unwrapped(expr) {
        expr = inner;
    }
    match expr {
        SwcExpr::Lit(Lit::Str(text)) => Some(text.value.to_string_lossy()),
        SwcExpr::Tpl(Tpl { exprs, quasis, .. }) if exprs.is_empty() => {
            Some(quasis.first().map_or(Cow::Borrowed(""), template_text))
        }
        _ => None,
    }
}

/// The name that `expr` is as a key: a string, a number, or constants joined by `+`.
pub(super) fn key(mut expr: &SwcExpr) -> Option<Cow<'_, str>> {
    while let Some(inner) = unwrapped(expr) {
        expr = inner;
    }
    match expr {
        SwcExpr::Lit(Lit::Num(value)) => Some(number(value.value).into()),
        SwcExpr::Bin(sum) if sum.op == BinaryOp::Add => joined(sum).map(Cow::Owned),
        _ => string(expr),
    }
}

/// The text of a piece of a template literal.
pub(super) fn template_text(piece: &TplElement) -> Cow<'_, str> {
    match &piece.cooked {
        Some(cooked) => cooked.to_string_lossy(),
        None => Cow::Borrowed(&piece.raw),
    }
}

/// A number as the property name it is.
pub(super) fn number(value: f64) -> String {
    value.to_string()
}

fn joined(mut sum: &BinExpr) -> Option<String> {
    let mut parts = vec![string(&sum.right)?];
    while let SwcExpr::Bin(left) = &*sum.left {
        if left.op != BinaryOp::Add {
            return None;
        }
        parts.push(string(&left.right)?);
        sum = left;
    }
    parts.push(string(&sum.left)?);
    parts.reverse();
    Some(parts.concat())
}

/// Whether `conditional` says no more than its condition: `x ? true : false`, or, where `yes` is not
/// true, `x ? false : true`.
pub(super) fn decides(conditional: &CondExpr, yes: bool) -> bool {
    let is = |expr, value| truth(expr) == Some(value);
    is(&conditional.cons, yes) && is(&conditional.alt, !yes)
}

/// What `expr` is where it is `true` or `false`.
fn truth(mut expr: &SwcExpr) -> Option<bool> {
    while let Some(inner) = unwrapped(expr) {
        expr = inner;
    }
    match expr {
        SwcExpr::Lit(Lit::Bool(literal)) => Some(literal.value),
        _ => None,
    }
}
