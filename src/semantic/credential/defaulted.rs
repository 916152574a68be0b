//! Parameters that are written to, and still hold what their function was handed:
//! `data = data || {}`, `if (!data) data = {}`, `text = JSON.stringify(text)`.

use super::composed::operands;
use crate::syntax::script::{
    Absent, BindingId, BindingKind, ExprId, ExprKind, Logical, RegionKind, Script,
};

/// A parameter that is written more often is not looked at.
const MOST_WRITES: usize = 8;

/// What a value is made of is looked through no deeper than this.
const DEEPEST: u32 = 8;

/// What the parameter `binding` begins with, if that is in all that it is written to later, but for
/// what is put there where nothing was handed over.
pub(super) fn parameter_value(script: &Script, binding: BindingId) -> Option<ExprId> {
    let declared = script.binding(binding);
    let (first, others) = declared.writes.split_first()?;
    let is_kept = declared.kind == BindingKind::Param
        && others.len() < MOST_WRITES
        && others.iter().all(|write| keeps(script, binding, *write));
    script.value_written(*first).filter(|_| is_kept)
}

/// Whether the variable still holds what it did before `write`, if that was anything.
fn keeps(script: &Script, binding: BindingId, write: ExprId) -> bool {
    let is_made_of_it =
        || script.value_written(write).is_some_and(|it| is_in(script, binding, it, DEEPEST));
    let is_it = |expr: ExprId| *script.kind(expr) == ExprKind::Binding(binding);
    let absent = Absent::new(script, &is_it, &|_, _| false);
    let mut around = script.enclosing(script.expr(write).region);
    let is_stand_in = around.any(|(_, region)| match region.kind {
        RegionKind::Branch { condition, taken } => absent.where_is(condition, taken),
        _ => false,
    });
    is_stand_in || is_made_of_it()
}

/// Whether all that the variable holds is in `value`.
fn is_in(script: &Script, binding: BindingId, value: ExprId, depth: u32) -> bool {
    let Some(depth) = depth.checked_sub(1) else { return false };
    let is_in = |part: ExprId| is_in(script, binding, part, depth);
    match script.kind(value) {
        ExprKind::Binding(read) => *read == binding,
        // Of these, one of both is the value.
        ExprKind::Logical { operator: Logical::And, right, .. } => is_in(*right),
        ExprKind::Logical { left, .. } => is_in(*left),
        ExprKind::Conditional { yes, no, .. } => is_in(*yes) && is_in(*no),
        _ => operands(script, value).into_iter().any(is_in),
    }
}
