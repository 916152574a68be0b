//! What is written down, seen from a copy of a function: what its call hands over, what that lacks,
//! defaults, and what branches that are known to run make of them.

use crate::semantic::values::InstanceId;
use crate::semantic::values::solve::Solver;
use crate::syntax::script::{
    Argument, BindingId, BindingKind, ExprId, ExprKind, FunctionId, Key, Logical, Property,
    RegionId, Script, Target,
};

use super::constant::{Constant, is_decided};
use super::dead::Fates;
use super::operator::{compare, same};
use super::touched::Touched;

/// What is handed on, and what it is made of, is looked through no deeper than this.
const DEEPEST: u32 = 12;

/// A place in a copy, from which constants are read.
#[derive(Clone, Copy)]
pub(in crate::semantic::values) struct Written<'s, 'a> {
    pub(in crate::semantic::values) solver: &'s Solver<'a>,
    pub(in crate::semantic::values) instance: InstanceId,
    pub(in crate::semantic::values) script: &'a Script,
    /// What is known of the regions of the copy, while that is being found out.
    pub(in crate::semantic::values) fates: Option<&'s Fates>,
}

impl<'s, 'a> Written<'s, 'a> {
    /// The constant that `expr` is.
    pub(in crate::semantic::values) fn constant(&self, expr: ExprId) -> Option<Constant<'a>> {
        self.value(expr, DEEPEST)
    }

    /// Whether the condition `expr` holds.
    pub(in crate::semantic::values) fn truth(&self, expr: ExprId) -> Option<bool> {
        self.holds(expr, DEEPEST)
    }

    /// Whether the case `test` of a `switch` over `subject` never runs; `None` is `default`.
    pub(in crate::semantic::values) fn is_other_case(
        &self,
        subject: ExprId,
        test: Option<ExprId>,
    ) -> bool {
        let Some(value) = self.constant(subject) else { return false };
        let is_other = |test: &ExprId| {
            self.constant(*test).is_some_and(|it| same(value, it, false) == Some(false))
        };
        match test.map(|test| (test, self.script.kind(test))) {
            Some((_, ExprKind::Unknown(joined))) => joined.iter().all(is_other),
            Some((test, _)) => is_other(&test),
            None => self.script.cases(subject).any(|test| {
                self.constant(test).is_some_and(|it| same(value, it, false) == Some(true))
            }),
        }
    }

    /// Whether the `subject` of a `switch` is the value of its case `test`.
    pub(in crate::semantic::values) fn is_case(
        &self,
        subject: ExprId,
        test: ExprId,
    ) -> Option<bool> {
        same(self.constant(subject)?, self.constant(test)?, false)
    }

    pub(super) fn holds(&self, expr: ExprId, depth: u32) -> Option<bool> {
        let depth = depth.checked_sub(1)?;
        let truth = |expr| self.holds(expr, depth);
        match self.script.kind(expr) {
            ExprKind::Not(operand) => truth(*operand).map(|it| !it),
            ExprKind::Logical { operator: Logical::And, left, right } => {
                both(truth(*left), || truth(*right), false)
            }
            ExprKind::Logical { operator: Logical::Or, left, right } => {
                both(truth(*left), || truth(*right), true)
            }
            ExprKind::Binary { operator, left, right } => {
                let (left, right) = (self.value(*left, depth)?, self.value(*right, depth)?);
                compare(*operator, left, right)
            }
            ExprKind::Call(call) if !call.is_new => self.call_holds(call, depth),
            // `~list.indexOf(x)`.
            ExprKind::Unary(operand) => self.place_in_list(*operand, depth).map(|at| at >= 0.0),
            _ => self.value(expr, depth).map(Constant::is_truthy),
        }
    }

    pub(super) fn value(&self, expr: ExprId, depth: u32) -> Option<Constant<'a>> {
        let depth = depth.checked_sub(1)?;
        match self.script.kind(expr) {
            ExprKind::Undefined => Some(Constant::Undefined),
            ExprKind::Null => Some(Constant::Null),
            ExprKind::Bool(value) => Some(Constant::Bool(*value)),
            ExprKind::Number(value) => Some(Constant::Number(*value)),
            ExprKind::String(text) => Some(Constant::Text(self.script.name(*text))),
            ExprKind::Function(_) | ExprKind::Class(_) => Some(Constant::Function),
            ExprKind::Object(_) | ExprKind::Array(_) => Some(Constant::Thing),
            ExprKind::Call(call) if call.is_new || self.script.is_assign(call) => {
                Some(Constant::Thing)
            }
            ExprKind::Not(operand) => Some(Constant::Bool(!self.holds(*operand, depth)?)),
            ExprKind::Binary { .. } => self.holds(expr, depth).map(Constant::Bool),
            ExprKind::TypeOf(operand) => {
                Some(Constant::Text(self.value(*operand, depth)?.type_of()?))
            }
            ExprKind::Logical { operator, left, right } => {
                let known = self.value(*left, depth)?;
                match is_decided(*operator, known)? {
                    true => Some(known),
                    false => self.value(*right, depth),
                }
            }
            ExprKind::Conditional { test, yes, no } => {
                let side = if self.holds(*test, depth)? { yes } else { no };
                self.value(*side, depth)
            }
            ExprKind::Binding(_) | ExprKind::Param(_) => match self.behind(expr) {
                Some((_, None)) => Some(Constant::Undefined),
                Some((there, Some(value))) => there.value(value, depth),
                None => self.outside(expr, depth),
            },
            ExprKind::Member { object, property, .. } => {
                match self.member(*object, (self.script.name(*property), expr), depth) {
                    Some(found) => Some(found.unwrap_or(Constant::Undefined)),
                    None => self.length(expr, depth).or_else(|| self.outside(expr, depth)),
                }
            }
            ExprKind::Call(call) => {
                let place = self.place_in_list(expr, depth).map(Constant::Number);
                place.or_else(|| self.call_holds(call, depth).map(Constant::Bool))
            }
            ExprKind::Index { object, index } => {
                let key = self.value(*index, depth)?.key()?;
                let found = self.member(*object, (&key, expr), depth)?;
                Some(found.unwrap_or(Constant::Undefined))
            }
            _ => None,
        }
    }

    /// The member `name` of what `object` is at the place `read`: of an object as it is written, of
    /// what its spreads add, or of what `Object.assign` makes of such; `Some(None)` where it has none.
    fn member(
        &self,
        object: ExprId,
        (name, read): (&str, ExprId),
        depth: u32,
    ) -> Option<Option<Constant<'a>>> {
        let depth = depth.checked_sub(1)?;
        match self.script.kind(object) {
            ExprKind::Object(members) => self.own_member(members, name, depth),
            ExprKind::Array(items) => self.item(items, name, depth),
            ExprKind::Conditional { test, yes, no } => {
                let side = if self.holds(*test, depth)? { yes } else { no };
                self.member(*side, (name, read), depth)
            }
            ExprKind::Call(call) if self.script.is_assign(call) => {
                for source in call.arguments.iter().rev() {
                    let found = self.member(source.value, (name, source.value), depth)?;
                    if found.is_some() {
                        return Some(found);
                    }
                }
                Some(None)
            }
            ExprKind::Undefined | ExprKind::Null => Some(None),
            ExprKind::Logical { operator, left, right } => {
                let side =
                    if is_decided(*operator, self.value(*left, depth)?)? { left } else { right };
                self.member(*side, (name, read), depth)
            }
            ExprKind::Binding(binding) => {
                let found = self.member_behind(object, name, depth)?;
                self.keeps((*binding, name), read).then_some(found)
            }
            ExprKind::Param(_) => self.member_behind(object, name, depth),
            _ => None,
        }
    }

    /// The item of a list that the key `name` stands for.
    fn item(&self, items: &[Argument], name: &str, depth: u32) -> Option<Option<Constant<'a>>> {
        let at: u32 = name.parse().ok()?;
        let is_plain = items.iter().all(|item| !item.spread);
        let item = items.iter().find(|item| item.position == at).filter(|_| is_plain)?;
        self.value(item.value, depth).map(Some)
    }

    /// Whether nothing is done to the member of a variable before `read`.
    pub(super) fn keeps(&self, member: (BindingId, &str), read: ExprId) -> bool {
        let facts = &self.solver.facts[self.solver.file_of(self.instance).index()];
        let touched = facts.touched.get_or_init(|| Touched::new(self.script));
        touched.keeps(self.script, member, read)
    }

    /// The member `name` of what a variable or parameter got.
    fn member_behind(&self, read: ExprId, name: &str, depth: u32) -> Option<Option<Constant<'a>>> {
        match self.behind(read)? {
            (_, None) => Some(None),
            (there, Some(value)) => there.member(value, (name, value), depth),
        }
    }

    fn own_member(
        &self,
        members: &[Property],
        name: &str,
        depth: u32,
    ) -> Option<Option<Constant<'a>>> {
        for member in members.iter().rev() {
            match member {
                Property::Value { key: Key::Name(key, _), value } => {
                    if self.script.name(*key) == name {
                        return self.value(*value, depth).map(Some);
                    }
                }
                Property::Spread(value) => {
                    let found = self.member(*value, (name, *value), depth)?;
                    if found.is_some() {
                        return Some(found);
                    }
                }
                Property::Getter { key: Key::Name(key, _), .. }
                | Property::Setter { key: Key::Name(key, _), .. }
                    if self.script.name(*key) != name => {}
                _ => return None,
            }
        }
        Some(None)
    }

    /// What a read of a variable or a parameter gives, and where that stands; `None` for an argument
    /// that is not handed over.
    pub(super) fn behind(&self, read: ExprId) -> Option<(Self, Option<ExprId>)> {
        match self.script.kind(read) {
            ExprKind::Param(at) => self.holder(self.script.expr(read).function)?.argument(*at),
            ExprKind::Binding(binding) => {
                let held = self.script.held_at(read).or_else(|| self.last_written(read));
                let held = held.or_else(|| self.filled(*binding, read))?;
                Some((*self, Some(held)))
            }
            _ => None,
        }
    }

    /// What was surely written last to the variable that `read` names.
    fn last_written(&self, read: ExprId) -> Option<ExprId> {
        let fate = |region| {
            let here = self.fates.and_then(|fates| fates.of(region));
            here.or_else(|| self.solver.fate(self.instance, region))
        };
        self.script.last_written(read, &fate)
    }

    /// What the variable `binding` holds at `read`, if only what it begins with gets there.
    fn filled(&self, binding: BindingId, read: ExprId) -> Option<ExprId> {
        let declared = self.script.binding(binding);
        let at = self.script.expr(read);
        let is_in_order = at.function == declared.function && !self.is_repeated(at.region);
        let mut before = declared.writes.iter().filter(|write| !is_in_order || **write < read);
        let first = before.next()?;
        let ExprKind::Assign { target: Target::Binding(_), value } = self.script.kind(*first)
        else {
            return None;
        };
        let is_fixed = matches!(declared.kind, BindingKind::Param | BindingKind::Const);
        // A variable may be read before it is written.
        (is_fixed && before.next().is_none()).then_some(*value)
    }

    fn is_repeated(&self, region: RegionId) -> bool {
        self.script.enclosing(region).any(|(_, region)| region.kind.is_loop())
    }

    /// The copy around this one whose call fills the parameters of `function`.
    fn holder(&self, function: FunctionId) -> Option<Self> {
        let values = &self.solver.values;
        let around = |at: &InstanceId| values.instance(*at).around;
        let mut copies = std::iter::successors(Some(self.instance), around);
        let copy = copies.find(|at| values.instance(*at).root == function)?;
        Some(Self { instance: copy, ..*self })
    }

    /// What the call that this copy was made for hands over as argument `at`, if it hands over as
    /// many, and where that stands.
    fn argument(&self, at: u32) -> Option<(Self, Option<ExprId>)> {
        let call = self.solver.values.instance(self.instance).call?;
        let (caller, arguments) = self.solver.arguments_of(call)?;
        let given = arguments.get(at as usize).map(|argument: &Argument| argument.value);
        Some((caller, given))
    }
}

/// `left && right` with `end` false, `left || right` with `end` true.
fn both(left: Option<bool>, right: impl Fn() -> Option<bool>, end: bool) -> Option<bool> {
    if left == Some(end) {
        return left;
    }
    match right() {
        Some(right) if right == end => Some(end),
        right => left.and(right),
    }
}
