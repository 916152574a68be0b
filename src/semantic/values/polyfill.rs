//! Stand-ins for what the language gives: `if (typeof console === 'undefined') console = { … }`.
//!
//! The platform has all of it, so that a stand-in behind a test that it is missing never gets there.

use super::host::is_given;
use crate::syntax::script::{Binary, ExprId, ExprKind, Logical, Name, RegionKind, Script};

/// Conditions are looked into no deeper than this.
const DEEPEST: u32 = 12;

/// No more expressions of a value are looked at.
const MOST_PARTS: usize = 400;

/// Whether `write` gives the global variable `name` its `value` only where the platform does not.
pub(super) fn is_polyfill(script: &Script, (write, name): (ExprId, Name), value: ExprId) -> bool {
    if !is_given(script.name(name)) {
        return false;
    }
    let written = Write { script, id: write, name, value };
    if let ExprKind::Logical { operator: Logical::Or | Logical::Nullish, left, .. } =
        script.kind(value)
        && written.is_it(*left)
    {
        return true;
    }
    let mut around = script.enclosing(script.expr(write).region);
    around.any(|(_, region)| match region.kind {
        RegionKind::Branch { condition, taken } => written.is_missing(condition, taken, DEEPEST),
        _ => false,
    })
}

/// A write of a global variable that the language gives.
struct Write<'a> {
    script: &'a Script,
    id: ExprId,
    name: Name,
    value: ExprId,
}

impl Write<'_> {
    /// Whether `expr` is the variable: `console`, `window.console`.
    fn is_it(&self, expr: ExprId) -> bool {
        match self.script.kind(expr) {
            ExprKind::Global(name) => *name == self.name,
            ExprKind::Member { object, property, .. } => {
                *property == self.name && matches!(self.script.kind(*object), ExprKind::Global(_))
            }
            _ => false,
        }
    }

    /// Whether the variable has no value where `condition` is as `taken` says.
    fn is_missing(&self, condition: ExprId, taken: bool, depth: u32) -> bool {
        let Some(depth) = depth.checked_sub(1) else { return false };
        match self.script.kind(condition) {
            ExprKind::Not(operand) => self.is_missing(*operand, !taken, depth),
            ExprKind::Logical { operator, left, right } => {
                let is_missing = |side| self.is_missing(side, taken, depth);
                match (operator, taken) {
                    (Logical::And, true) | (Logical::Or, false) => {
                        is_missing(*left) || is_missing(*right)
                    }
                    _ => is_missing(*left) && is_missing(*right),
                }
            }
            ExprKind::Binary { operator, left, right } => {
                let is_equal = match operator {
                    Binary::Equal | Binary::Same => taken,
                    Binary::NotEqual | Binary::NotSame => !taken,
                    _ => return false,
                };
                let is_none = |value, none| self.is_none(value, none);
                is_equal && (is_none(*left, *right) || is_none(*right, *left))
            }
            // A test such as `isUndefined(console)`; what wraps the old one is not for a missing one.
            ExprKind::Call(call) => {
                let is_asked = call.arguments.iter().any(|argument| self.is_it(argument.value));
                taken && is_asked && !self.is_wrapped()
            }
            _ => !taken && self.is_it(condition),
        }
    }

    /// Whether `value == none` says that the variable has no value.
    fn is_none(&self, value: ExprId, none: ExprId) -> bool {
        match (self.script.kind(value), self.script.kind(none)) {
            (ExprKind::TypeOf(operand), ExprKind::String(text)) => {
                self.is_it(*operand) && self.script.name(*text) == "undefined"
            }
            (_, ExprKind::Undefined | ExprKind::Null) => self.is_it(value),
            _ => false,
        }
    }

    /// Whether what is written is made of what was there, as far as is looked at.
    fn is_wrapped(&self) -> bool {
        let all = self.script.expr(self.value).span;
        let parts = (0..self.id.0).rev().map(ExprId).take(MOST_PARTS);
        let mut inside = parts.take_while(|part| {
            let span = self.script.expr(*part).span;
            all.start <= span.start && span.end <= all.end
        });
        inside.any(|part| self.is_it(part))
    }
}
