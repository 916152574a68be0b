//! What must hold where an expression runs: conditions on constants, answers and grants.

pub(super) mod changed;
pub mod check;
pub(super) mod condition;
pub(super) mod constants;
pub(super) mod counter;
pub(super) mod flag;
pub(super) mod fulfilled;
pub(super) mod lacking;
pub(super) mod sign;
pub(super) mod tested;
pub(super) mod unread_dialog;
pub(super) mod written;

use crate::platform::Platform;
use crate::semantic::markup::Literal;
use crate::semantic::values::At;
use crate::semantic::values::{CallId, CallKind, InstanceId, Token, TokenId, Values};
use crate::syntax::script::{Binary, BindingKind, ExprId, ExprKind, RegionKind, Script};

use check::Checks;
use flag::Flags;
use lacking::Lacking;
use sign::{Sign, Signs, is_always_agreed};
use unread_dialog::UnreadDialogs;
use written::{Sources, Written};

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
    pub(in crate::semantic) fn and(self, other: Self) -> Self {
        Self {
            never: self.never || other.never,
            confirmed: self.confirmed || other.confirmed,
            unread: self.unread || other.unread,
            checks: self.checks.or(other.checks),
        }
    }

    /// What holds where only one of two conditions need hold.
    pub(in crate::semantic) fn common(self, other: Self) -> Self {
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

/// How often it is asked where what a condition tests was written.
const MOST_HOPS: u32 = 2;

/// What is known of a program.
#[derive(Clone, Copy)]
pub(in crate::semantic) struct Known<'a> {
    pub(in crate::semantic) platform: &'a Platform,
    pub(in crate::semantic) values: &'a Values,
    /// By file.
    pub(in crate::semantic) flags: &'a [Flags],
    pub(in crate::semantic) signs: &'a Signs,
    pub(in crate::semantic) lacking: &'a Lacking<'a>,
    pub(in crate::semantic) unread: &'a UnreadDialogs,
    pub(in crate::semantic) sources: &'a Sources<'a>,
}

/// A reader of the conditions in one instance.
pub(in crate::semantic) struct Conditions<'a> {
    known: Known<'a>,
    values: &'a Values,
    script: &'a Script,
    instance: InstanceId,
    flags: &'a Flags,
    /// The expression whose conditions are read.
    at: ExprId,
    hops: u32,
}

impl Known<'_> {
    /// Whether a call of this kind is the answer to a dialog that the user can only agree to.
    pub(in crate::semantic) fn is_confirmation(&self, kind: CallKind) -> bool {
        let CallKind::Callback { api, option } = kind else { return false };
        is_always_agreed(self.platform, self.values.symbols.text(api))
            && option.is_none_or(|option| self.values.symbols.text(option) != "fail")
    }
}

impl<'a> Conditions<'a> {
    /// Those around `at`, in `instance`.
    pub(in crate::semantic) fn new(
        known: Known<'a>,
        instance: InstanceId,
        at: ExprId,
    ) -> Option<Self> {
        let Known { values, sources, flags, .. } = known;
        let script = sources.script(instance)?;
        let flags = flags.get(values.instance(instance).file.index())?;
        Some(Self { known, values, script, instance, flags, at, hops: MOST_HOPS })
    }

    /// What holds there.
    pub(in crate::semantic) fn guard(&self) -> Guard {
        let region = self.script.expr(self.at).region;
        let never = self.values.never_runs(self.instance, self.script, self.at);
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
            RegionKind::Case { subject, test: Some(test) } => self.told(subject, test, true),
            _ => Guard::default(),
        }
    }

    /// What follows from `value` being, or not being, the constant `constant`: what holds wherever
    /// it is written so.
    fn told(&self, value: ExprId, constant: ExprId, is_same: bool) -> Guard {
        let constant = self.written(constant).and_then(|written| match written.as_slice() {
            [one] => self.literal(one),
            _ => None,
        });
        constant.map_or_else(Guard::default, |it| self.learned(value, Some(&it), is_same))
    }

    /// What holds wherever `value` is written so that it is `wanted`, or counts as true without that;
    /// or is not, as `taken` says.
    fn learned(&self, value: ExprId, wanted: Option<&Literal>, taken: bool) -> Guard {
        let written = self.written(value).unwrap_or_default();
        let is_itself = |it: &Written| it.at == At(self.instance, value);
        if written.iter().any(is_itself) {
            return Guard::default();
        }
        let fits = |it: &Written| {
            let literal = self.literal(it);
            let truth = literal.and_then(|literal| match wanted {
                Some(wanted) => literal.equals(wanted),
                None => Some(literal.is_true()),
            });
            truth.is_none_or(|truth| truth == taken)
        };
        let fitting = written.into_iter().filter(fits);
        let guards = fitting.map(|it| self.there(&it, wanted.is_none().then_some(taken)));
        guards.filter(|guard| !guard.never).reduce(Guard::common).unwrap_or_default()
    }

    /// What holds where `written` is and is handed on, and what follows from it if it counts as true
    /// or not, as `truth` says.
    fn there(&self, written: &Written, truth: Option<bool>) -> Guard {
        let way = written.way.iter().skip(1);
        let places = way.filter_map(|at| Some((at.1, self.elsewhere(*at)?)));
        let known =
            places.map(|(expr, place)| place.placed(expr)).fold(Guard::default(), Guard::and);
        let truth = truth.filter(|_| !written.lacks);
        let own = truth
            .zip(self.elsewhere(written.at))
            .map(|(taken, place)| place.implied(written.at.1, taken, DEEPEST));
        known.and(own.unwrap_or_default())
    }

    /// The conditions around `at`.
    fn elsewhere(&self, At(instance, expr): At) -> Option<Self> {
        let around = Conditions::new(self.known, instance, expr)?;
        Some(Self { hops: self.hops.saturating_sub(1), ..around })
    }

    /// What holds there, also because only the answer to a dialog runs the function around `expr`.
    pub(in crate::semantic) fn placed(&self, expr: ExprId) -> Guard {
        let Known { sources, values, .. } = self.known;
        let runners = sources.runners(self.instance, self.script.expr(expr).function);
        let is_answer = |call: &CallId| self.known.is_confirmation(values.call(*call).kind);
        let confirmed = !runners.is_empty() && runners.iter().all(is_answer);
        self.guard().and(Guard { confirmed, ..Guard::default() })
    }

    /// All that `expr` can be, if the answers of dialogs may be a part of it.
    fn written(&self, expr: ExprId) -> Option<Vec<Written>> {
        let is_asked = self.hops > 0 && self.known.signs.has_answers;
        is_asked.then(|| self.known.sources.of(At(self.instance, expr))).flatten()
    }

    /// The constant that is written there.
    fn literal(&self, written: &Written) -> Option<Literal> {
        if written.lacks {
            return Some(Literal::Nothing);
        }
        let At(instance, expr) = written.at;
        let script = self.known.sources.script(instance)?;
        let is_made = match script.kind(expr) {
            ExprKind::Object(_) | ExprKind::Array(_) | ExprKind::Function(_) => true,
            ExprKind::Call(call) => call.is_new,
            _ => false,
        };
        if is_made { Some(Literal::Object) } else { Literal::written(script, expr) }
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
                if operator.takes_both(taken) { left.and(right) } else { left.common(right) }
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
            Binary::Order(_) => chosen,
            _ => chosen && (taken != differs) != (is_none && (equal || differs)),
        };
        let guard = Guard { confirmed, checks, ..Guard::default() };
        if !equal && !differs {
            return guard;
        }
        let (is_left, is_right) =
            (self.told(left, right, taken == equal), self.told(right, left, taken == equal));
        guard.and(is_left).and(is_right)
    }

    /// A condition that is a value.
    fn atom(&self, expr: ExprId, taken: bool) -> Guard {
        let fixed = || self.values.fixed_truth(self.instance, self.script, expr);
        let is_absent = || taken && self.known.lacking.is_absent(self.instance, self.script, expr);
        let never = self.is_constant(expr, !taken) || fixed() == Some(!taken) || is_absent();
        let mut guard = Guard { never, ..Guard::default() };
        let function = self.script.expr(self.at).function;
        if self.flags.is_spent(self.script, function, expr, (taken, self.at)) {
            guard.checks = guard.checks.or(Checks::FIRST_TIME);
        }
        let guard = self.signs(expr).map(|sign| sign.guard(taken)).fold(guard, Guard::and);
        let mut guard = guard.and(self.learned(expr, None, taken));
        let around = (self.values, self.script, self.instance);
        if taken && !guard.confirmed && self.known.unread.says_agreed(around, expr) {
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
                    let falls_back = |id: &TokenId| self.known.signs.falls_back(*id, taken);
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
        tokens.iter().filter_map(|token| self.known.signs.of(*token))
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
