//! Whether a variable still holds the object that it began with, as it was then.

use crate::syntax::script::{
    BindingId, Call, ExprId, ExprKind, Logical, Name, Property, RegionKind, Script, Target,
};

use rustc_hash::FxHashMap;

/// What is done to the variables of a script but reading their members.
#[derive(Debug, Default)]
pub(in crate::semantic::values) struct Touched {
    /// Where a variable is first used for more than that: who gets its object may write to it.
    lent: FxHashMap<BindingId, ExprId>,
    /// Where a member of a variable is first written.
    written: FxHashMap<(BindingId, Name), ExprId>,
}

impl Touched {
    /// What is done in `script`.
    pub(in crate::semantic::values) fn new(script: &Script) -> Self {
        let mut touched = Self::default();
        let mut is_read = vec![false; script.exprs.len()];
        let mut is_called = vec![false; script.exprs.len()];
        for (_, _, call) in script.calls() {
            is_called[call.callee.0 as usize] = !only_looks(script, call);
        }
        for (id, expr) in script.exprs() {
            // A method may write to what it is called on.
            if !is_called[id.0 as usize] {
                read(script, &expr.kind, |operand| is_read[operand.0 as usize] = true);
            }
            if let Some((object, property, _)) = script.written_member(&expr.kind)
                && let Some(binding) = variable(script, object)
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
            if let Some(binding) = variable(script, id) {
                touched.lent.entry(binding).or_insert(id);
            }
        }
        touched
    }

    /// Whether the member `name` of what the variable `binding` holds is at `read` what it was when
    /// the variable got it.
    pub(in crate::semantic::values) fn keeps(
        &self,
        script: &Script,
        (binding, name): (BindingId, &str),
        read: ExprId,
    ) -> bool {
        let at = script.expr(read);
        // What comes later runs before, where the place is run again or not at once.
        let is_once = at.function == script.binding(binding).function
            && !script.enclosing(at.region).any(|(_, region)| region.kind.is_loop());
        let is_later = |change: Option<&ExprId>| change.is_none_or(|it| is_once && *it >= read);
        let written = script.find_name(name).and_then(|name| self.written.get(&(binding, name)));
        is_later(self.lent.get(&binding)) && is_later(written)
    }
}

/// The variable that `expr` reads.
fn variable(script: &Script, expr: ExprId) -> Option<BindingId> {
    match script.kind(expr) {
        ExprKind::Binding(binding) => Some(*binding),
        _ => None,
    }
}

/// Tells `seen` the operands of which nothing but members, a copy or the truth is taken.
pub(super) fn read(script: &Script, kind: &ExprKind, mut seen: impl FnMut(ExprId)) {
    match kind {
        ExprKind::Member { object, .. }
        | ExprKind::Index { object, .. }
        | ExprKind::Rest(object)
        | ExprKind::Not(object)
        | ExprKind::TypeOf(object)
        | ExprKind::Logical { operator: Logical::And, left: object, .. }
        | ExprKind::Conditional { test: object, .. }
        | ExprKind::Assign { target: Target::Member { object, .. }, .. } => seen(*object),
        ExprKind::Binary { left, right, .. } => [*left, *right].into_iter().for_each(seen),
        ExprKind::Object(members) => members.iter().for_each(|member| {
            if let Property::Spread(value) = member {
                seen(*value);
            }
        }),
        // `Object.assign` writes to the first alone.
        ExprKind::Call(call) if script.is_assign(call) => {
            call.arguments.iter().skip(1).for_each(|argument| seen(argument.value));
        }
        _ => {}
    }
}

/// Whether `call` is that of a method which writes nothing: `list.includes(x)`.
fn only_looks(script: &Script, call: &Call) -> bool {
    match script.kind(call.callee) {
        ExprKind::Member { property, .. } => {
            matches!(script.name(*property), "includes" | "indexOf")
        }
        _ => false,
    }
}
