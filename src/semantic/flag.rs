//! Flags: variables and members that a function sets to a constant.

use std::collections::BTreeMap;

use crate::syntax::script::{BindingId, ExprId, ExprKind, FunctionId, Name, Script, Target};

/// What can be a flag: a variable, or a member by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Flag {
    Binding(BindingId),
    Member(Name),
}

/// The flags that the functions of a script set, with the constants.
#[derive(Clone, Debug, Default)]
pub(super) struct Flags {
    set: BTreeMap<(FunctionId, Flag), Vec<(ExprId, bool)>>,
}

impl Flags {
    /// The flags of `script`.
    pub(super) fn new(script: &Script) -> Self {
        let mut flags = Self::default();
        for (id, expr) in script.exprs() {
            let ExprKind::Assign { target, value } = &expr.kind else { continue };
            let ExprKind::Bool(value) = script.kind(*value) else { continue };
            let flag = match target {
                Target::Binding(binding) => Flag::Binding(*binding),
                Target::Member { property, .. } => Flag::Member(*property),
                Target::Global(_) | Target::Index { .. } => continue,
            };
            flags.set.entry((expr.function, flag)).or_default().push((id, *value));
        }
        flags
    }

    /// Whether `function` sets what `condition` reads to something other than `value` before the
    /// place `before`.
    pub(super) fn is_spent(
        &self,
        script: &Script,
        function: FunctionId,
        condition: ExprId,
        (value, before): (bool, ExprId),
    ) -> bool {
        let flag = match script.kind(condition) {
            ExprKind::Binding(binding) => Flag::Binding(*binding),
            ExprKind::Member { property, .. } => Flag::Member(*property),
            _ => return false,
        };
        let sets = self.set.get(&(function, flag)).into_iter().flatten();
        sets.into_iter().any(|(at, set)| condition < *at && *at < before && *set != value)
    }
}
