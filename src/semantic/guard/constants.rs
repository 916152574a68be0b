//! What functions set to constants, and what conditions come to once something is such a constant.

use std::collections::BTreeMap;

use crate::semantic::markup::Literal;
use crate::syntax::script::{Binary, ExprId, ExprKind, FunctionId, Logical, Script};

use super::condition::parts;
use super::flag::{called, flag, members, name, option, outlasting, stored};

/// Conditions are looked into no deeper than this.
const DEEPEST: u32 = 24;

/// What is known of something after it was set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::semantic) enum Held {
    Undefined,
    Null,
    /// An entry that was removed from the storage: wallets differ in what they give instead.
    Removed,
    Constant(Literal),
}

/// Where something is set, and to what, if that is a constant.
pub(in crate::semantic) type Setting = (ExprId, Option<Held>);

/// What the functions of a script set: members, data, entries of the storage, variables of functions
/// around, by name.
#[derive(Clone, Debug, Default)]
pub(in crate::semantic) struct Constants<'a> {
    by_function: BTreeMap<FunctionId, BTreeMap<&'a str, Vec<Setting>>>,
}

impl<'a> Constants<'a> {
    /// What the functions of `script` set.
    pub(in crate::semantic) fn new(script: &'a Script) -> Self {
        let mut all = Self::default();
        for (id, expr) in script.exprs() {
            let mut set = |name: &'a str, held| {
                let names = all.by_function.entry(expr.function).or_default();
                names.entry(name).or_default().push((id, held));
            };
            match &expr.kind {
                ExprKind::Assign { target, value } => {
                    if let Some(name) = outlasting(script, *target, expr.function) {
                        set(script.name(name), Held::written(script, *value));
                    }
                }
                ExprKind::Call(call) => match called(script, call).map(|it| script.name(it)) {
                    Some("setData") => {
                        for (name, value) in members(script, call) {
                            let last = script.name(name).split('.').next_back();
                            set(last.unwrap_or_default(), Held::written(script, value));
                        }
                    }
                    Some("setStorageSync" | "setStorage") => {
                        let second = || call.arguments.get(1).map(|it| it.value);
                        let data = option(script, call, "data").or_else(second);
                        let held = data.and_then(|it| Held::written(script, it));
                        stored(script, call).into_iter().for_each(|key| {
                            set(script.name(key), held.clone());
                        });
                    }
                    Some("removeStorageSync" | "removeStorage") => {
                        let key = stored(script, call).map(|key| script.name(key));
                        key.into_iter().for_each(|key| set(key, Some(Held::Removed)));
                    }
                    _ => {}
                },
                _ => {}
            }
        }
        all
    }

    /// What `function` sets, by name and in order.
    pub(in crate::semantic) fn set_in(
        &self,
        function: FunctionId,
    ) -> impl Iterator<Item = (&'a str, &[Setting])> {
        let own = self.by_function.get(&function).into_iter().flatten();
        own.map(|(name, settings)| (*name, settings.as_slice()))
    }
}

impl Held {
    /// The constant that is written as `expr`.
    fn written(script: &Script, expr: ExprId) -> Option<Self> {
        match script.kind(expr) {
            ExprKind::Undefined => Some(Self::Undefined),
            ExprKind::Null => Some(Self::Null),
            _ => Literal::written(script, expr).map(Self::Constant),
        }
    }

    /// The text that it is.
    pub(in crate::semantic) fn text(&self) -> Option<&str> {
        match self {
            Self::Constant(Literal::Text(text)) => Some(text),
            _ => None,
        }
    }

    fn is_true(&self) -> bool {
        matches!(self, Self::Constant(literal) if literal.is_true())
    }

    /// Whether it is equal to `other`, if that can be told.
    fn equals(&self, other: &Self, loosely: bool) -> Option<bool> {
        match (self, other) {
            (Self::Constant(left), Self::Constant(right)) => {
                let is_alike = std::mem::discriminant(left) == std::mem::discriminant(right);
                (is_alike || !loosely).then_some(left == right)
            }
            (Self::Constant(_), _) | (_, Self::Constant(_)) => Some(false),
            _ if loosely => Some(true),
            (Self::Removed, _) | (_, Self::Removed) => None,
            (left, right) => Some(left == right),
        }
    }
}

/// Whether `condition` can be `taken` once what it reads by the name of `set` is that constant; not where
/// it reads that in a way that is not known.
pub(in crate::semantic) fn can_be(
    script: &Script,
    (condition, taken): (ExprId, bool),
    set: (&str, &Held),
) -> bool {
    implied(script, (condition, taken), set, DEEPEST)
}

fn implied(
    script: &Script,
    (condition, taken): (ExprId, bool),
    (sought, held): (&str, &Held),
    depth: u32,
) -> bool {
    let Some(depth) = depth.checked_sub(1) else { return false };
    let can = |condition, taken| implied(script, (condition, taken), (sought, held), depth);
    let is_it = |expr| flag(script, expr).is_some_and(|it| name(script, it) == sought);
    match script.kind(condition) {
        ExprKind::Not(operand) => can(*operand, !taken),
        ExprKind::Logical { operator: operator @ (Logical::And | Logical::Or), left, right } => {
            let (left, right) = (|| can(*left, taken), || can(*right, taken));
            if operator.takes_both(taken) { left() && right() } else { left() || right() }
        }
        ExprKind::Binary { operator, left, right } if is_it(*left) || is_it(*right) => {
            let (is_equal, loosely) = match operator {
                Binary::Same => (taken, false),
                Binary::NotSame => (!taken, false),
                Binary::Equal => (taken, true),
                Binary::NotEqual => (!taken, true),
                _ => return false,
            };
            let other = if is_it(*left) { right } else { left };
            let other = Held::written(script, script.settled(*other));
            other.and_then(|it| held.equals(&it, loosely)) == Some(is_equal)
        }
        _ if is_it(condition) => held.is_true() == taken,
        _ => match script.held_at(condition) {
            Some(value) => can(value, taken),
            None => !reads(script, condition, sought),
        },
    }
}

/// Whether `condition` reads something called `sought`.
pub(in crate::semantic) fn reads(script: &Script, condition: ExprId, sought: &str) -> bool {
    parts(script, vec![condition]).into_iter().any(|part| {
        let name = match script.kind(part) {
            ExprKind::Member { property, .. } => *property,
            ExprKind::Binding(binding) => script.binding(*binding).name,
            ExprKind::String(text) => *text,
            _ => return false,
        };
        script.name(name) == sought
    })
}
