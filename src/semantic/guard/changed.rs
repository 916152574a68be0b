//! Conditions that hold only when something has just changed: what a hook is given of the time before
//! differs from what is, `this.props.open && !before.open`.

use crate::semantic::Semantics;
use crate::semantic::values::CallId;
use crate::syntax::File;
use crate::syntax::script::{Binary, BindingKind, ExprId, ExprKind, Name, RegionKind, Script};

/// Conditions are looked into no deeper than this.
const DEEPEST: u32 = 24;

/// No more is compared of the conditions around one call.
const MOST_FACTS: usize = 32;

/// A member that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Read {
    name: Name,
    /// Whether it is one of what the function is given.
    is_given: bool,
}

impl Read {
    /// Whether `other` is what it was before, or after.
    fn was(self, other: Self) -> bool {
        self.name == other.name && self.is_given != other.is_given
    }
}

impl Semantics {
    /// Whether a condition around `call` compares what was with what is: the same member of what a
    /// hook is given and of something else.
    pub(in crate::semantic) fn is_on_change(&self, files: &[File], call: CallId) -> bool {
        let Some((script, parts)) = self.conditions(files, call) else { return false };
        let is_compared = parts.into_iter().any(|part| match script.kind(part) {
            ExprKind::Binary { left, right, .. } => {
                let both = read(script, *left).zip(read(script, *right));
                both.is_some_and(|(left, right)| left.was(right))
            }
            _ => false,
        });
        is_compared || {
            let mut facts = Vec::new();
            let region = script.expr(self.values.call(call).expr).region;
            for (_, region) in script.enclosing(region) {
                if let RegionKind::Branch { condition, taken } = region.kind {
                    note(script, (condition, taken), DEEPEST, &mut facts);
                }
            }
            let differs = |(it, holds): &(Read, bool)| {
                facts.iter().any(|(other, held)| it.was(*other) && holds != held)
            };
            facts.iter().any(differs)
        }
    }
}

/// Adds the members that count as true or not wherever `condition` is taken, and whether they do.
fn note(
    script: &Script,
    (condition, taken): (ExprId, bool),
    depth: u32,
    facts: &mut Vec<(Read, bool)>,
) {
    let Some(depth) = depth.checked_sub(1).filter(|_| facts.len() < MOST_FACTS) else { return };
    match script.kind(condition) {
        ExprKind::Not(operand) => note(script, (*operand, !taken), depth, facts),
        ExprKind::Logical { operator, left, right } => {
            if operator.takes_both(taken) {
                note(script, (*left, taken), depth, facts);
                note(script, (*right, taken), depth, facts);
            }
        }
        ExprKind::Binary { operator, left, right } => {
            let is_equal = matches!(operator, Binary::Equal | Binary::Same);
            let differs = matches!(operator, Binary::NotEqual | Binary::NotSame);
            if let (ExprKind::Bool(value), true) = (script.kind(*right), is_equal || differs) {
                note(script, (*left, (*value == taken) == is_equal), depth, facts);
            }
        }
        _ => facts.extend(read(script, condition).map(|read| (read, taken))),
    }
}

/// The member that `expr` reads, itself or by a variable that holds it.
fn read(script: &Script, expr: ExprId) -> Option<Read> {
    let expr = held(script, expr);
    let ExprKind::Member { object, property, .. } = script.kind(expr) else { return None };
    let objects = std::iter::successors(Some(*object), |at| match script.kind(*at) {
        ExprKind::Member { object, .. } => Some(*object),
        _ => None,
    });
    let is_given = objects.last().is_some_and(|root| match script.kind(root) {
        ExprKind::Binding(binding) => script.binding(*binding).kind == BindingKind::Param,
        ExprKind::Param(_) => true,
        _ => false,
    });
    Some(Read { name: *property, is_given })
}

/// What the variable `expr` of its own function holds, if that never changes; any other expression
/// itself.
fn held(script: &Script, expr: ExprId) -> ExprId {
    let ExprKind::Binding(binding) = script.kind(expr) else { return expr };
    let [write] = script.binding(*binding).writes[..] else { return expr };
    let value = script.value_written(write);
    let is_own = script.binding(*binding).function == script.expr(expr).function;
    value.filter(|_| is_own).unwrap_or(expr)
}
