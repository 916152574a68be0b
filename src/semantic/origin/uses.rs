//! What a script does with the value of an expression.

use crate::syntax::script::{
    Argument, BindingId, ExprId, ExprKind, Name, Property, Script, Target,
};

/// What is done with a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::semantic) enum Use {
    /// It is awaited by this expression.
    Awaited(ExprId),
    /// This expression takes the member of that name.
    Member(ExprId, Name),
    /// It is called by this expression.
    Called(ExprId),
    /// It is what this expression gives, too.
    Same(ExprId),
    /// It is kept in a variable.
    Kept(BindingId),
    /// It is handed over to what this expression calls, as argument of that number.
    Given(ExprId, u32),
    /// It is an item of this array literal.
    Item(ExprId),
    /// It is kept in a member of that name of `this`.
    Stored(Name),
    /// It goes where it is not followed.
    Elsewhere,
}

/// The uses of all values of a script.
#[derive(Clone, Debug, Default)]
pub(in crate::semantic) struct Uses {
    /// By expression.
    uses: Vec<(ExprId, Use)>,
    /// By variable.
    reads: Vec<(BindingId, ExprId)>,
    /// In order.
    returned: Vec<ExprId>,
}

impl Uses {
    /// The uses in `script`.
    pub(in crate::semantic) fn new(script: &Script) -> Self {
        let mut uses = Self::default();
        for function in &script.functions {
            uses.returned.extend(&function.returns);
        }
        for (id, expr) in script.exprs() {
            uses.note(script, id, &expr.kind);
        }
        // What uses the same keeps its order.
        uses.uses.sort_by_key(|(expr, _)| *expr);
        uses.reads.sort_by_key(|(binding, _)| *binding);
        uses.returned.sort_unstable();
        uses
    }

    /// What is done with `expr`.
    pub(in crate::semantic) fn of(&self, expr: ExprId) -> impl Iterator<Item = Use> {
        of(&self.uses, expr)
    }

    /// The places that read `binding`.
    pub(in crate::semantic) fn reads(&self, binding: BindingId) -> impl Iterator<Item = ExprId> {
        of(&self.reads, binding)
    }

    /// Whether a function gives `expr` back.
    pub(in crate::semantic) fn is_returned(&self, expr: ExprId) -> bool {
        self.returned.binary_search(&expr).is_ok()
    }

    fn add(&mut self, expr: ExprId, use_: Use) {
        self.uses.push((expr, use_));
    }

    /// Notes what is done with each of `all`, by its position.
    fn all(&mut self, all: &[Argument], used: &dyn Fn(u32) -> Use) {
        for it in all {
            self.add(it.value, if it.spread { Use::Elsewhere } else { used(it.position) });
        }
    }

    fn note(&mut self, script: &Script, id: ExprId, kind: &ExprKind) {
        match kind {
            ExprKind::Binding(binding) => self.reads.push((*binding, id)),
            ExprKind::Await(value) => self.add(*value, Use::Awaited(id)),
            ExprKind::Member { object, property, .. } => {
                self.add(*object, Use::Member(id, *property));
            }
            ExprKind::Call(call) => {
                self.add(call.callee, Use::Called(id));
                self.all(&call.arguments, &|position| Use::Given(id, position));
            }
            ExprKind::Array(items) => self.all(items, &|_| Use::Item(id)),
            ExprKind::Object(members) => {
                for member in members {
                    let (Property::Value { value, .. } | Property::Spread(value)) = member else {
                        continue;
                    };
                    self.add(*value, Use::Elsewhere);
                }
            }
            ExprKind::Assign { target, value } => {
                self.add(*value, kept(script, *target));
                self.add(*value, Use::Same(id));
            }
            ExprKind::Logical { left, right, .. } => {
                [left, right].into_iter().for_each(|it| self.add(*it, Use::Same(id)));
            }
            ExprKind::Conditional { yes, no, .. } => {
                [yes, no].into_iter().for_each(|it| self.add(*it, Use::Same(id)));
            }
            ExprKind::Sequence(values) => {
                values.last().into_iter().for_each(|it| self.add(*it, Use::Same(id)));
            }
            ExprKind::Tagged(it) => {
                it.values.iter().for_each(|it| self.add(*it, Use::Elsewhere));
            }
            ExprKind::Unknown(values) => {
                values.iter().for_each(|it| self.add(*it, Use::Elsewhere));
            }
            ExprKind::Yield { value: Some(value), .. }
            | ExprKind::Throw(value)
            | ExprKind::Element(value)
            | ExprKind::Index { object: value, .. }
            | ExprKind::Rest(value) => self.add(*value, Use::Elsewhere),
            _ => {}
        }
    }
}

/// What becomes of a value that is written to `target`.
fn kept(script: &Script, target: Target) -> Use {
    match target {
        Target::Binding(binding) => Use::Kept(binding),
        Target::Member { object, property } if *script.kind(object) == ExprKind::This => {
            Use::Stored(property)
        }
        Target::Global(_) | Target::Member { .. } | Target::Index { .. } => Use::Elsewhere,
    }
}

/// What stands beside `key` in `all`, which are in the order of their keys.
fn of<K: Ord, V: Copy>(all: &[(K, V)], key: K) -> impl Iterator<Item = V> {
    let first = all.partition_point(|it| it.0 < key);
    all.iter().skip(first).take_while(move |it| it.0 == key).map(|it| it.1)
}
