//! Stand-ins for what the language gives: `if (typeof console === 'undefined') console = { … }`.
//!
//! The platform has all of it, so that a stand-in behind a test that it is missing never gets there.

use crate::syntax::script::{Absent, ExprId, ExprKind, Logical, Name, RegionKind, Script};

use super::host::is_given;

/// No more expressions of a value are looked at.
const MOST_PARTS: usize = 400;

/// Whether `write` gives the global variable `name` its `value` only where the platform does not.
pub(in crate::semantic::values) fn is_polyfill(
    script: &Script,
    (write, name): (ExprId, Name),
    value: ExprId,
) -> bool {
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
    let is_it = |expr| written.is_it(expr);
    let is_asked = |condition, taken| written.is_asked(condition, taken);
    let absent = Absent::new(script, &is_it, &is_asked);
    let mut around = script.enclosing(script.expr(write).region);
    around.any(|(_, region)| match region.kind {
        RegionKind::Branch { condition, taken } => absent.where_is(condition, taken),
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

    /// Whether `condition` is a test such as `isUndefined(console)`; what wraps the old one is not for a
    /// missing one.
    fn is_asked(&self, condition: ExprId, taken: bool) -> bool {
        let ExprKind::Call(call) = self.script.kind(condition) else { return false };
        taken && call.arguments.iter().any(|it| self.is_it(it.value)) && !self.is_wrapped()
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
