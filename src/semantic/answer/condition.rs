//! Which expressions of a script are tested: conditions and what they are made of.

use crate::syntax::script::{Binary, ExprId, ExprKind, Logical, RegionKind, Script};

/// The conditions of a script.
pub(super) struct Conditions {
    tested: Vec<bool>,
    /// What a `switch` compares, and with what, by the former.
    cases: Vec<(ExprId, ExprId)>,
}

impl Conditions {
    /// The conditions of `script`.
    pub(super) fn new(script: &Script) -> Self {
        Self::of(script, [])
    }

    /// The conditions of `script`, whose expressions `conditions` are such as well.
    pub(super) fn of(script: &Script, conditions: impl IntoIterator<Item = ExprId>) -> Self {
        let mut tested = vec![false; script.exprs.len()];
        for condition in conditions {
            tested[condition.0 as usize] = true;
        }
        let mut cases = Vec::new();
        for region in &script.regions {
            match region.kind {
                RegionKind::Branch { condition, .. } => tested[condition.0 as usize] = true,
                RegionKind::Case { subject, test } => {
                    tested[subject.0 as usize] = true;
                    cases.extend(test.map(|test| (subject, test)));
                }
                _ => {}
            }
        }
        // What an expression is made of stands before it.
        for at in (0..script.exprs.len()).rev() {
            for part in parts(script, ExprId(at as u32), tested[at]) {
                tested[part.0 as usize] = true;
            }
        }
        cases.sort_unstable();
        cases.dedup();
        Self { tested, cases }
    }

    /// Whether something depends on whether `expr` holds, or on what it equals.
    pub(super) fn is_tested(&self, expr: ExprId) -> bool {
        self.tested[expr.0 as usize]
    }

    /// What `switch`es compare whose subjects have these numbers, and with what.
    pub(super) fn cases(&self, from: u32, to: u32) -> &[(ExprId, ExprId)] {
        let first = self.cases.partition_point(|case| case.0.0 < from);
        let end = self.cases.partition_point(|case| case.0.0 < to);
        &self.cases[first..end.max(first)]
    }
}

/// The parts of `expr` that are tested, where `expr` itself `is_tested` or not.
fn parts(script: &Script, expr: ExprId, is_tested: bool) -> Vec<ExprId> {
    match script.kind(expr) {
        ExprKind::Not(operand) => vec![*operand],
        ExprKind::Binary { operator, left, right } => match operator {
            Binary::Equal | Binary::NotEqual | Binary::Same | Binary::NotSame | Binary::In => {
                vec![*left, *right]
            }
            _ if is_tested => vec![*left, *right],
            _ => Vec::new(),
        },
        ExprKind::Logical { operator, left, right } => {
            let is_whole = is_tested && *operator != Logical::Nullish;
            if is_whole { vec![*left, *right] } else { vec![*left] }
        }
        ExprKind::Conditional { test, .. } => vec![*test],
        ExprKind::Sequence(values) if is_tested => values.last().copied().into_iter().collect(),
        ExprKind::Assign { value, .. } if is_tested => vec![*value],
        _ => Vec::new(),
    }
}
