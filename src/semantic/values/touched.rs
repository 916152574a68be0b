//! Whether a parameter still is the object that was handed over for it.

use rustc_hash::FxHashMap;

use crate::syntax::script::{
    BindingId, BindingKind, ExprId, ExprKind, Logical, Name, Property, RegionKind, Script, Target,
};

/// What is done to the parameters of a script but reading their members.
#[derive(Debug, Default)]
pub(super) struct Touched {
    /// Where a parameter is first used for more than that: who gets it may write to it.
    lent: FxHashMap<BindingId, ExprId>,
    /// Where a member of a parameter is first written.
    written: FxHashMap<(BindingId, Name), ExprId>,
}

impl Touched {
    /// What is done in `script`.
    pub(super) fn new(script: &Script) -> Self {
        let mut touched = Self::default();
        let mut is_read = vec![false; script.exprs.len()];
        for (id, expr) in script.exprs() {
            for read in read(script, &expr.kind).into_iter().flatten() {
                is_read[read.0 as usize] = true;
            }
            if let Some((object, property)) = written(script, &expr.kind)
                && let Some(binding) = parameter(script, object)
            {
                touched.written.entry((binding, property)).or_insert(id);
            }
        }
        for region in &script.regions {
            if let RegionKind::Branch { condition, .. } = region.kind {
                is_read[condition.0 as usize] = true;
            }
        }
        for (id, _) in script.exprs().filter(|(id, _)| !is_read[id.0 as usize]) {
            if let Some(binding) = parameter(script, id) {
                touched.lent.entry(binding).or_insert(id);
            }
        }
        touched
    }

    /// Whether the member `name` of the parameter `binding` is at `read` what the call handed over.
    pub(super) fn keeps(
        &self,
        script: &Script,
        (binding, name): (BindingId, Name),
        read: ExprId,
    ) -> bool {
        let at = script.expr(read);
        // What comes later runs before, where the place is run again or not at once.
        let is_once = at.function == script.binding(binding).function
            && !script.enclosing(at.region).any(|(_, region)| region.kind == RegionKind::Loop);
        let is_later = |change: Option<&ExprId>| change.is_none_or(|it| is_once && *it > read);
        is_later(self.lent.get(&binding)) && is_later(self.written.get(&(binding, name)))
    }
}

/// The parameter that `expr` reads.
fn parameter(script: &Script, expr: ExprId) -> Option<BindingId> {
    let ExprKind::Binding(binding) = script.kind(expr) else { return None };
    (script.binding(*binding).kind == BindingKind::Param).then_some(*binding)
}

/// The operands of which nothing but members, a copy or the truth is taken.
fn read(script: &Script, kind: &ExprKind) -> [Option<ExprId>; 2] {
    match kind {
        ExprKind::Member { object, .. }
        | ExprKind::Index { object, .. }
        | ExprKind::Rest(object)
        | ExprKind::Not(object)
        | ExprKind::TypeOf(object)
        | ExprKind::Logical { operator: Logical::And, left: object, .. }
        | ExprKind::Conditional { test: object, .. }
        | ExprKind::Assign { target: Target::Member { object, .. }, .. } => [Some(*object), None],
        ExprKind::Binary { left, right, .. } => [Some(*left), Some(*right)],
        ExprKind::Object(members) => {
            let mut copied = members.iter().filter_map(|member| match member {
                Property::Spread(value) => parameter(script, *value).map(|_| *value),
                _ => None,
            });
            [copied.next(), copied.next()]
        }
        _ => [None, None],
    }
}

/// The object and the name of the member that is written or deleted.
fn written(script: &Script, kind: &ExprKind) -> Option<(ExprId, Name)> {
    match kind {
        ExprKind::Assign { target: Target::Member { object, property }, .. } => {
            Some((*object, *property))
        }
        ExprKind::Delete(operand) => match script.kind(*operand) {
            ExprKind::Member { object, property, .. } => Some((*object, *property)),
            _ => None,
        },
        _ => None,
    }
}
