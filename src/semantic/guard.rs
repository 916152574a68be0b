//! What must hold where an expression runs: conditions on constants, answers and grants.

use crate::syntax::script::{
    Binary, BindingKind, ExprId, ExprKind, Logical, RegionId, RegionKind, Script,
};

use super::check::Checks;
use super::flag::Flags;
use super::lacking::Lacking;
use super::sign::{Sign, Signs};
use super::unread_dialog::UnreadDialogs;
use super::values::{InstanceId, Token, TokenId, Values};

/// What is known to hold at a place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Guard {
    /// It never runs: a condition on constants, or code that was not read which only wraps it.
    pub never: bool,
    /// The user has just agreed in a dialog.
    pub confirmed: bool,
    /// Whether the dialog is one of code that was not read.
    pub unread: bool,
    /// What was checked.
    pub checks: Checks,
}

impl Guard {
    pub(super) fn and(self, other: Self) -> Self {
        Self {
            never: self.never || other.never,
            confirmed: self.confirmed || other.confirmed,
            unread: self.unread || other.unread,
            checks: self.checks.or(other.checks),
        }
    }

    /// What holds where only one of two conditions need hold.
    pub(super) fn common(self, other: Self) -> Self {
        Self {
            never: self.never && other.never,
            confirmed: self.confirmed && other.confirmed,
            unread: self.unread && other.unread,
            checks: self.checks.and(other.checks),
        }
    }
}

/// Conditions are looked into no deeper than this.
const DEEPEST: u32 = 24;

/// A reader of the conditions in one instance.
pub(super) struct Conditions<'a> {
    pub(super) values: &'a Values,
    pub(super) script: &'a Script,
    pub(super) instance: InstanceId,
    pub(super) flags: &'a Flags,
    pub(super) signs: &'a Signs,
    pub(super) lacking: &'a Lacking<'a>,
    pub(super) unread: &'a UnreadDialogs,
    /// The expression whose conditions are read.
    pub(super) at: ExprId,
}

impl Conditions<'_> {
    /// What holds in `region`.
    pub(super) fn guard(&self, region: RegionId) -> Guard {
        let never = self.script.region(region).never;
        let known = Guard { never, ..Guard::default() };
        let regions = self.script.enclosing(region);
        regions.map(|(_, region)| self.of(region.kind)).fold(known, Guard::and)
    }

    fn of(&self, region: RegionKind) -> Guard {
        match region {
            RegionKind::Branch { condition, taken } => self.implied(condition, taken, DEEPEST),
            RegionKind::Case { subject, test: Some(_) } if self.is_choice(subject) => {
                Guard { confirmed: true, ..Guard::default() }
            }
            _ => Guard::default(),
        }
    }

    /// What follows from `condition` being `taken`.
    fn implied(&self, condition: ExprId, taken: bool, depth: u32) -> Guard {
        let Some(depth) = depth.checked_sub(1) else { return Guard::default() };
        match self.script.kind(condition) {
            ExprKind::Bool(value) => Guard { never: *value != taken, ..Guard::default() },
            ExprKind::Not(operand) => self.implied(*operand, !taken, depth),
            ExprKind::Logical { operator, left, right } => {
                let (left, right) =
                    (self.implied(*left, taken, depth), self.implied(*right, taken, depth));
                match (operator, taken) {
                    (Logical::And, true) | (Logical::Or, false) => left.and(right),
                    _ => left.common(right),
                }
            }
            ExprKind::Binary { operator, left, right } => {
                self.compared(*operator, *left, *right, taken, depth)
            }
            ExprKind::Sequence(values) => {
                values.last().map_or(Guard::default(), |last| self.implied(*last, taken, depth))
            }
            _ => {
                let held = self.script.held_at(condition);
                let held = held.map(|held| self.implied(held, taken, depth)).unwrap_or_default();
                self.atom(condition, taken).and(held)
            }
        }
    }

    fn compared(
        &self,
        operator: Binary,
        left: ExprId,
        right: ExprId,
        taken: bool,
        depth: u32,
    ) -> Guard {
        let (equal, differs) = (
            matches!(operator, Binary::Equal | Binary::Same),
            matches!(operator, Binary::NotEqual | Binary::NotSame),
        );
        if equal || differs {
            for (value, constant) in [(left, right), (right, left)] {
                if let ExprKind::Bool(expected) = self.script.kind(constant) {
                    return self.implied(value, *expected == (taken == equal), depth);
                }
            }
        }
        let chosen = self.is_choice(left) || self.is_choice(right);
        let is_code = (equal || differs) && (self.is_code(left) || self.is_code(right));
        let checks =
            if is_code && taken == equal { Checks::RESULT_CODE } else { Checks::default() };
        let is_none = self.is_negative(left) || self.is_negative(right);
        let confirmed = match operator {
            // Whether it is `>= 0` or `< 0` is not kept.
            Binary::Order => chosen,
            _ => chosen && (taken != differs) != (is_none && (equal || differs)),
        };
        Guard { confirmed, checks, ..Guard::default() }
    }

    /// A condition that is a value.
    fn atom(&self, expr: ExprId, taken: bool) -> Guard {
        let fixed = || self.values.fixed_truth(self.instance, self.script, expr);
        let is_absent = || taken && self.lacking.is_absent(self.instance, self.script, expr);
        let never = self.is_constant(expr, !taken) || fixed() == Some(!taken) || is_absent();
        let mut guard = Guard { never, ..Guard::default() };
        let function = self.script.expr(self.at).function;
        if self.flags.is_spent(self.script, function, expr, (taken, self.at)) {
            guard.checks = guard.checks.or(Checks::FIRST_TIME);
        }
        let mut guard = self.signs(expr).map(|sign| sign.guard(taken)).fold(guard, Guard::and);
        let around = (self.values, self.script, self.instance);
        if taken && !guard.confirmed && self.unread.says_agreed(around, expr) {
            (guard.confirmed, guard.unread) = (true, true);
        }
        if guard.checks.has(Checks::SUPPORT) && self.is_beside_the_point(expr, taken) {
            guard.checks = guard.checks.without(Checks::SUPPORT);
        }
        guard
    }

    /// Whether `expr` is a question of what the client supports that is known, and to which the
    /// answer `taken` calls for no withdrawn API.
    fn is_beside_the_point(&self, mut expr: ExprId, taken: bool) -> bool {
        for _ in 0..DEEPEST {
            expr = match self.script.kind(expr) {
                ExprKind::Binding(binding) => match self.script.only_value(*binding) {
                    Some(value) => value,
                    None => return false,
                },
                ExprKind::Call(call) => {
                    let question = call.arguments.first().map(|argument| argument.value);
                    let node =
                        question.and_then(|it| self.values.value(self.instance, self.script, it));
                    let texts = node.map_or(&[][..], |node| self.values.sets.get(node));
                    let is_text = |id: &TokenId| matches!(self.values.token(*id), Token::Text(_));
                    let falls_back = |id: &TokenId| self.signs.falls_back(*id, taken);
                    return self.is_host(call.callee)
                        && !texts.is_empty()
                        && texts.iter().all(is_text)
                        && !texts.iter().any(falls_back);
                }
                _ => return false,
            };
        }
        false
    }

    /// Whether `callee` is something of the host and nothing else.
    fn is_host(&self, callee: ExprId) -> bool {
        let node = self.values.value(self.instance, self.script, callee);
        let tokens = node.map_or(&[][..], |node| self.values.sets.get(node));
        !tokens.is_empty()
            && tokens.iter().all(|id| matches!(self.values.token(*id), Token::Host(_)))
    }

    /// Whether `expr` is the position that the user chose in a list.
    fn is_choice(&self, expr: ExprId) -> bool {
        self.signs(expr).any(|sign| sign.is_choice)
    }

    /// Whether `expr` is a number below zero, by which a list says that nothing was chosen.
    fn is_negative(&self, expr: ExprId) -> bool {
        matches!(self.script.kind(expr), ExprKind::Number(number) if *number < 0.0)
    }

    /// Whether `expr` is the result code of an answer.
    fn is_code(&self, expr: ExprId) -> bool {
        self.signs(expr).any(|sign| sign.is_code)
    }

    /// What the values of `expr` tell.
    fn signs(&self, expr: ExprId) -> impl Iterator<Item = &Sign> {
        let node = self.values.value(self.instance, self.script, expr);
        let tokens = node.map_or(&[][..], |node| self.values.sets.get(node));
        tokens.iter().filter_map(|token| self.signs.of(*token))
    }

    /// Whether a constant variable is always `value`.
    fn is_constant(&self, expr: ExprId, value: bool) -> bool {
        let ExprKind::Binding(binding) = self.script.kind(expr) else { return false };
        let binding = self.script.binding(*binding);
        if binding.kind != BindingKind::Const || binding.writes.len() != 1 {
            return false;
        }
        let ExprKind::Assign { value: written, .. } = self.script.kind(binding.writes[0]) else {
            return false;
        };
        matches!(self.script.kind(*written), ExprKind::Bool(constant) if *constant == value)
    }
}
