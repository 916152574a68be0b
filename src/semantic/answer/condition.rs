//! Which expressions of a script are tested: conditions and what they are made of.

use crate::syntax::script::{Binary, ExprId, ExprKind, Logical, RegionKind, Script};

/// For each expression of `script` whether something depends on whether it holds, or on what it equals.
pub(super) fn tested(script: &Script) -> Vec<bool> {
    let mut tested = vec![false; script.exprs.len()];
    for region in &script.regions {
        match region.kind {
            RegionKind::Branch { condition, .. } => tested[condition.0 as usize] = true,
            RegionKind::Case { subject, .. } => tested[subject.0 as usize] = true,
            _ => {}
        }
    }
    // What an expression is made of stands before it.
    for at in (0..script.exprs.len()).rev() {
        for part in parts(script, ExprId(at as u32), tested[at]) {
            tested[part.0 as usize] = true;
        }
    }
    tested
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
