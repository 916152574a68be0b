//! What has no value where a condition is as told: `!data`, `data === undefined`,
//! `typeof data === 'undefined' || data === null`.

use super::expr::ExprKind;
use super::tree::{ExprId, Script};

/// Conditions are looked into no deeper than this.
const DEEPEST: u32 = 12;

/// What is asked whether it has a value.
pub struct Absent<'a> {
    script: &'a Script,
    /// Whether an expression is it.
    is_it: &'a dyn Fn(ExprId) -> bool,
    /// Whether a condition of another kind says that it has none where it is as told.
    says: &'a dyn Fn(ExprId, bool) -> bool,
}

impl<'a> Absent<'a> {
    /// What `is_it` in `script`; `says` judges conditions that are no comparison.
    #[must_use]
    pub fn new(
        script: &'a Script,
        is_it: &'a dyn Fn(ExprId) -> bool,
        says: &'a dyn Fn(ExprId, bool) -> bool,
    ) -> Self {
        Self { script, is_it, says }
    }

    /// Whether it has no value where `condition` is as `taken` says.
    #[must_use]
    pub fn where_is(&self, condition: ExprId, taken: bool) -> bool {
        self.is_absent(condition, taken, DEEPEST)
    }

    fn is_absent(&self, condition: ExprId, taken: bool, depth: u32) -> bool {
        let Some(depth) = depth.checked_sub(1) else { return false };
        match self.script.kind(condition) {
            ExprKind::Not(operand) => self.is_absent(*operand, !taken, depth),
            ExprKind::Logical { operator, left, right } => {
                let is_absent = |side| self.is_absent(side, taken, depth);
                if operator.takes_both(taken) {
                    is_absent(*left) || is_absent(*right)
                } else {
                    is_absent(*left) && is_absent(*right)
                }
            }
            ExprKind::Binary { operator, left, right } => {
                let Some(is_equal) = operator.equality(taken) else { return false };
                is_equal && (self.is_none(*left, *right) || self.is_none(*right, *left))
            }
            _ => !taken && (self.is_it)(condition) || (self.says)(condition, taken),
        }
    }

    /// Whether `value == none` says that it has no value.
    fn is_none(&self, value: ExprId, none: ExprId) -> bool {
        match (self.script.kind(value), self.script.kind(none)) {
            (ExprKind::TypeOf(operand), ExprKind::String(text)) => {
                (self.is_it)(*operand) && self.script.name(*text) == "undefined"
            }
            (_, ExprKind::Undefined | ExprKind::Null) => (self.is_it)(value),
            _ => false,
        }
    }
}
