//! Which of several writes of a variable a read of it gets.

use super::declared::BindingKind;
use super::expr::{ExprKind, Target};
use super::tree::{ExprId, FunctionId, RegionId, Script};

/// A variable that is written more often is taken for any of its values.
const MOST_WRITES: usize = 8;

/// So is one that is read or written more deeply.
const MOST_REGIONS: usize = 64;

/// So is one that is read in functions inside of more functions.
const MOST_FUNCTIONS: usize = 16;

impl Script {
    /// What the variable that `read` names holds there, if it is written several times, in its own
    /// function alone, and one of the writes is surely the last before `read`. A function inside of
    /// that reads it so late that all of them have to come before. `runs` tells of a region whether
    /// it is run wherever what is around it is, as far as that is known.
    #[must_use]
    pub fn last_written(
        &self,
        read: ExprId,
        runs: &dyn Fn(RegionId) -> Option<bool>,
    ) -> Option<ExprId> {
        let ExprKind::Binding(binding) = self.kind(read) else { return None };
        let declared = self.binding(*binding);
        let is_local =
            matches!(declared.kind, BindingKind::Var | BindingKind::Let | BindingKind::Param)
                && (2..=MOST_WRITES).contains(&declared.writes.len())
                && declared.writes.iter().all(|it| self.expr(*it).function == declared.function);
        if !is_local {
            return None;
        }
        let region = self.region_in(declared.function, read)?;
        let around: Vec<RegionId> =
            self.enclosing(region).map(|(id, _)| id).take(MOST_REGIONS).collect();
        let is_repeated = around.iter().any(|id| self.region(*id).kind.is_loop());
        if is_repeated || around.len() == MOST_REGIONS {
            return None;
        }
        let mut before: Vec<ExprId> =
            declared.writes.iter().copied().filter(|it| *it < read).collect();
        let is_later = self.expr(read).function != declared.function;
        if is_later && before.len() < declared.writes.len() {
            return None;
        }
        before.sort_unstable();
        let mut last = None;
        for write in before {
            match self.has_run(write, &around, runs) {
                Some(true) => last = self.value_written(write),
                Some(false) => {}
                None => last = None,
            }
        }
        last
    }

    /// The region of `function` in which `expr` stands, or the function inside of it that does.
    fn region_in(&self, function: FunctionId, expr: ExprId) -> Option<RegionId> {
        let at = self.expr(expr);
        let (mut inner, mut region) = (at.function, at.region);
        for _ in 0..MOST_FUNCTIONS {
            if inner == function {
                return Some(region);
            }
            let made = self.function(inner);
            (inner, region) = (made.parent?, made.made_in);
        }
        None
    }

    /// Whether `write` has run where a run has come to the regions `around` that stand behind it.
    fn has_run(
        &self,
        write: ExprId,
        around: &[RegionId],
        runs: &dyn Fn(RegionId) -> Option<bool>,
    ) -> Option<bool> {
        if self.never_runs(write) {
            return Some(false);
        }
        let mut sure = true;
        for (id, _) in self.enclosing(self.expr(write).region).take(MOST_REGIONS) {
            if around.contains(&id) {
                return sure.then_some(true);
            }
            match runs(id) {
                Some(true) => {}
                Some(false) => return Some(false),
                None => sure = false,
            }
        }
        None
    }

    /// What `write`, one of the writes of a variable, gives it.
    #[must_use]
    pub fn value_written(&self, write: ExprId) -> Option<ExprId> {
        match self.kind(write) {
            ExprKind::Assign { target: Target::Binding(_), value } => Some(*value),
            _ => None,
        }
    }
}
