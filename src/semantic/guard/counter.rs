//! Counters of tries: `if (tries < 3) ask(tries + 1)` asks again after a refusal as long as they last.

use std::collections::BTreeSet;

use crate::semantic::Semantics;
use crate::semantic::values::CallId;
use crate::syntax::File;
use crate::syntax::script::{Binary, ExprId, ExprKind, Script, Target};

use super::condition::counted_on;
use super::flag::{called, members};

/// A counter that a refusal steps before it is compared with this, or more, still allows a try.
const LEAST_BOUND: f64 = 2.0;

/// What the conditions around a call measure.
#[derive(Debug, Default)]
pub(in crate::semantic) struct Measured<'a> {
    /// The members and variables that count tries.
    pub(in crate::semantic) counters: BTreeSet<&'a str>,
    /// Whether something else is measured, such as a time: what that comes to is not known.
    pub(in crate::semantic) is_open: bool,
}

impl Semantics {
    /// What the conditions around `call` measure.
    pub(in crate::semantic) fn measured<'a>(
        &self,
        files: &'a [File],
        call: CallId,
    ) -> Measured<'a> {
        let mut measured = Measured::default();
        let Some((script, conditions)) = self.conditions(files, call) else { return measured };
        let handed_on = counted_on(script, self.values.call(call).expr);
        for condition in conditions {
            match script.kind(condition) {
                ExprKind::Assign { target, value } => {
                    let is_step = matches!(script.kind(*value), ExprKind::Unary(_));
                    let name = target_name(script, *target).filter(|_| is_step);
                    measured.counters.extend(name);
                }
                ExprKind::Binary { operator: Binary::Order(_), left, right } => {
                    let is_handed_on = |side: &ExprId| match script.kind(*side) {
                        ExprKind::Binding(binding) => handed_on.contains(binding),
                        _ => false,
                    };
                    let mut sides = [(*left, *right), (*right, *left)].into_iter();
                    let name = sides.find_map(|(side, bound)| counter(script, side, bound));
                    measured.is_open |=
                        name.is_none() && ![left, right].into_iter().any(is_handed_on);
                    measured.counters.extend(name);
                }
                _ => {}
            }
        }
        measured
    }
}

/// The name of the counter that `side` is, if `bound` allows a try.
fn counter(script: &Script, side: ExprId, bound: ExprId) -> Option<&str> {
    let ExprKind::Number(bound) = script.kind(script.settled(bound)) else { return None };
    let name = match script.kind(side) {
        ExprKind::Member { property, .. } => script.name(*property),
        ExprKind::Binding(binding) => script.name(script.binding(*binding).name),
        ExprKind::Assign { target, .. } => target_name(script, *target)?,
        _ => return None,
    };
    (*bound >= LEAST_BOUND && is_stepped(script, name)).then_some(name)
}

/// Whether anything in `script` adds to what is called `name`.
fn is_stepped(script: &Script, name: &str) -> bool {
    let is_it = |target| target_name(script, target) == Some(name);
    let adds = |value| match script.kind(value) {
        ExprKind::Unary(_) => true,
        ExprKind::Binary { operator: Binary::Add, left, right } => {
            let is_number = matches!(script.kind(*right), ExprKind::Number(_));
            let read = match script.kind(*left) {
                ExprKind::Member { property, .. } => Some(script.name(*property)),
                ExprKind::Binding(binding) => Some(script.name(script.binding(*binding).name)),
                _ => None,
            };
            is_number && read == Some(name)
        }
        _ => false,
    };
    script.exprs().any(|(_, expr)| match &expr.kind {
        ExprKind::Assign { target, value } => is_it(*target) && adds(*value),
        ExprKind::Call(call) => {
            let is_set = called(script, call).is_some_and(|it| script.name(it) == "setData");
            let mut set = members(script, call).filter(|_| is_set);
            set.any(|(key, value)| script.name(key) == name && adds(value))
        }
        _ => false,
    })
}

fn target_name(script: &Script, target: Target) -> Option<&str> {
    match target {
        Target::Member { property, .. } => Some(script.name(property)),
        Target::Binding(binding) => Some(script.name(script.binding(binding).name)),
        Target::Global(_) | Target::Index { .. } => None,
    }
}
