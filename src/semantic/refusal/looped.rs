//! Whether a loop asks again once a refusal is over: nothing leaves it, nothing in it waits for anything
//! else, such as the user, and what it goes on for still holds.

use std::cell::Cell;
use std::collections::BTreeSet;

use crate::semantic::guard::condition::GENERIC;
use crate::semantic::values::FunctionNode;
use crate::syntax::script::{
    Binary, BindingId, BindingKind, ExprId, ExprKind, FunctionId, Logical, RegionId, RegionKind,
    Round, Script,
};

use super::refused::{Place, Refusals};
use super::since::{Remainder, Since};
use super::worth::Worth;
use super::writes::written;

/// A loop in which more expressions stand before or behind the question is not looked at.
const MOST_EXPRS: usize = 2000;

/// Nor one around which more statements leave something.
const MOST_JUMPS: usize = 256;

/// Conditions are looked into no deeper than this.
const DEEPEST: u32 = 24;

/// The members that tell how much there is: other members change them.
const SIZES: [&str; 2] = ["length", "size"];

/// A round of a loop in which a question was refused.
pub(in crate::semantic) struct Lap<'a> {
    rest: Remainder<'a>,
    /// The `await` that is over.
    at: ExprId,
    looped: RegionId,
    round: Round,
    /// The expressions of the function that stand in the loop, in order.
    inside: Vec<ExprId>,
    /// The first that was evaluated for what was waited for.
    first: ExprId,
}

impl<'a> Refusals<'a> {
    /// The round that `place` is the rest of, if it is known what the `await` gave or how it ended.
    pub(in crate::semantic) fn lap(&self, place: Place) -> Option<Lap<'a>> {
        let (function, since) = match place {
            Place::After(function, since) if since.broken.is_none() => (function, since),
            Place::Catch(function, region) => {
                let broken = self.catches.get(&place)?;
                let is_catch =
                    |it: &Script| matches!(it.region(region).kind, RegionKind::Catch { .. });
                self.script_of(function).filter(|it| is_catch(it))?;
                let at = Some(broken.at);
                let broken = Some((broken.tried, region));
                (function, Since { at, broken, worth: Worth::UNKNOWN })
            }
            _ => return None,
        };
        let (_, id) = self.semantics.values.function(function);
        let rest = Remainder::new(self.script_of(function)?, self.symbols(), id, since);
        Lap::new(rest)
    }

    /// Whether `place` waits for something before the refusal is over there.
    pub(in crate::semantic) fn waits(&mut self, place: Place) -> bool {
        let (function, symbols) = (place.function(), self.symbols());
        let awaits = self.awaits(function);
        let Some(script) = self.script_of(function) else { return true };
        let (_, id) = self.semantics.values.function(function);
        awaits.into_iter().any(|at| match place {
            Place::Function(_) => true,
            Place::Catch(..) => place.has(script, symbols, at),
            Place::After(_, since) => {
                Remainder::new(script, symbols, id, since).runs(at) != Some(false)
            }
        })
    }

    /// What `function` waits at, in order.
    pub(in crate::semantic) fn awaits(&mut self, function: FunctionNode) -> Vec<ExprId> {
        let (instance, id) = self.semantics.values.function(function);
        let file = self.rejections.file_of(instance);
        let script = self.rejections.script(file);
        let awaits = self.awaits.entry(file).or_insert_with(|| {
            let exprs = script.into_iter().flat_map(Script::exprs);
            let awaits = exprs.filter(|(_, it)| is_wait(&it.kind));
            let mut awaits: Vec<_> = awaits.map(|(at, it)| (it.function, at)).collect();
            awaits.sort_unstable();
            awaits
        });
        let first = awaits.partition_point(|it| it.0 < id);
        awaits[first..].iter().take_while(|it| it.0 == id).map(|it| it.1).collect()
    }
}

impl<'a> Lap<'a> {
    fn new(rest: Remainder<'a>) -> Option<Self> {
        let (script, Since { at, broken, worth }) = (rest.script, rest.since);
        let at = at.filter(|at| matches!(script.kind(*at), ExprKind::Await(_)))?;
        let is_made = matches!(worth, Worth::Items(_) | Worth::Members(_));
        if broken.is_none() && worth.truth() != Some(false) && !is_made {
            return None;
        }
        let mut around = rest.around(script.expr(at).region);
        let (looped, region) = around.find(|(_, it)| it.kind.is_loop())?;
        let RegionKind::Loop(round) = region.kind else { return None };
        let is_caught_inside = |(tried, _)| rest.is_in(tried, looped);
        if round == Round::Items || !broken.is_none_or(is_caught_inside) {
            return None;
        }
        let mut lap = Self { rest, at, looped, round, inside: Vec::new(), first: at };
        lap.inside = lap.inside()?;
        let before = lap.inside.iter().take_while(|it| **it < at);
        let waits = before.filter(|it| is_wait(script.kind(**it))).last();
        lap.first = waits.or(lap.inside.first()).copied()?;
        Some(lap)
    }

    /// The expressions of the function that stand in the loop; `None` where there are too many.
    fn inside(&self) -> Option<Vec<ExprId>> {
        let Remainder { script, function, .. } = self.rest;
        let is_own = |id: &ExprId| script.expr(*id).function == function;
        let is_inside = |id: &ExprId| {
            !is_own(id) && contains(script, function, script.expr(*id).function)
                || is_own(id) && self.rest.is_in(script.expr(*id).region, self.looped)
        };
        let before = (0..=self.at.0).rev().map(ExprId).take_while(is_inside);
        let mut before: Vec<ExprId> = before.take(MOST_EXPRS).collect();
        let end = script.exprs.len() as u32;
        let behind = (self.at.0 + 1..end).map(ExprId).take_while(is_inside);
        let behind: Vec<ExprId> = behind.take(MOST_EXPRS).collect();
        if before.len() == MOST_EXPRS || behind.len() == MOST_EXPRS {
            return None;
        }
        before.reverse();
        Some(before.into_iter().chain(behind).filter(is_own).collect())
    }

    /// Whether `call` is evaluated for what was waited for.
    pub(in crate::semantic) fn asks(&self, call: ExprId) -> bool {
        (self.first..self.at).contains(&call) && self.inside.binary_search(&call).is_ok()
    }

    /// Whether `call` stands in the loop before the question is over.
    pub(in crate::semantic) fn is_before(&self, call: ExprId) -> bool {
        call <= self.at && self.inside.binary_search(&call).is_ok()
    }

    /// Whether the loop comes to `call` again, given the names that the refusal has `written`, and so
    /// has what runs in the loop before it.
    pub(in crate::semantic) fn comes_to(&self, call: ExprId, outside: &BTreeSet<&'a str>) -> bool {
        if self.may_be_left() || self.may_wait() {
            return false;
        }
        let Remainder { script, .. } = self.rest;
        let own = self.inside.iter().filter(|it| self.may_have_run(**it));
        let own = own.flat_map(|it| written(script, script.expr(*it)));
        let names: BTreeSet<&str> = outside.iter().copied().chain(own).collect();
        let is_again = match self.round {
            Round::Always => true,
            Round::While(condition) | Round::DoWhile(condition) => {
                self.holds(condition, true, &names, DEEPEST)
            }
            Round::Items => false,
        };
        is_again && self.enters(call, &names) && self.enters(self.at, &names)
    }

    /// Whether the next round comes to `expr`.
    fn enters(&self, expr: ExprId, names: &BTreeSet<&str>) -> bool {
        let around = self.rest.around(self.rest.script.expr(expr).region);
        let mut inside = around.take_while(|(id, _)| *id != self.looped);
        inside.all(|(_, region)| match region.kind {
            RegionKind::Branch { condition, taken } => self.holds(condition, taken, names, DEEPEST),
            RegionKind::Try { .. } => true,
            _ => false,
        })
    }

    /// Whether something may leave the loop, now or in the next round.
    fn may_be_left(&self) -> bool {
        let Remainder { script, function, since, .. } = self.rest;
        let around: Vec<_> = self.rest.around(script.expr(self.at).region).collect();
        // Where the other branch leaves, the question stands in this one.
        let is_other_branch = |region: RegionId| {
            let mut own = self.rest.around(region).filter_map(|(_, it)| branch(it.kind));
            let other = |(condition, taken): (ExprId, bool)| {
                around.iter().any(|(_, it)| branch(it.kind) == Some((condition, !taken)))
            };
            own.any(other)
        };
        let first = script.jumps.partition_point(|(next, _)| *next <= self.at);
        let (before, behind) = script.jumps.split_at(first);
        let is_own =
            |at: &&(ExprId, RegionId)| contains(script, function, script.region(at.1).function);
        let before: Vec<_> = before.iter().rev().take_while(is_own).take(MOST_JUMPS).collect();
        let behind: Vec<_> = behind.iter().take_while(is_own).take(MOST_JUMPS).collect();
        let is_inside = |region| self.rest.is_in(region, self.looped);
        let is_left = |next: ExprId, region| match since.broken {
            Some((tried, _)) if self.rest.is_in(region, tried) => {
                next <= self.at && !is_other_branch(region)
            }
            Some((_, caught)) if self.rest.is_in(region, caught) => true,
            _ if next <= self.at => !is_other_branch(region),
            _ => self.rest.enters(region) != Some(false),
        };
        let is_long = before.len() == MOST_JUMPS || behind.len() == MOST_JUMPS;
        let mut all = before.into_iter().chain(behind);
        is_long || all.any(|(next, region)| is_inside(*region) && is_left(*next, *region))
    }

    /// Whether the loop may wait for something else, now or in the next round.
    fn may_wait(&self) -> bool {
        let is_wait = |it: &ExprId| is_wait(self.rest.script.kind(*it));
        let mut waits = self.inside.iter().filter(|it| **it != self.at && is_wait(it));
        waits.any(|it| self.may_have_run(*it))
    }

    /// Whether `expr`, in the loop, may run in a round that is refused.
    fn may_have_run(&self, expr: ExprId) -> bool {
        let region = self.rest.script.expr(expr).region;
        match self.rest.since.broken {
            Some((tried, _)) if expr > self.at && self.rest.is_in(region, tried) => false,
            Some((_, caught)) if self.rest.is_in(region, caught) => true,
            _ => expr <= self.at || self.rest.runs(expr) != Some(false),
        }
    }

    /// Whether `condition` is surely `taken` when the next round comes to it.
    fn holds(&self, condition: ExprId, taken: bool, names: &BTreeSet<&str>, depth: u32) -> bool {
        let Some(depth) = depth.checked_sub(1) else { return false };
        match self.rest.script.kind(condition) {
            ExprKind::Not(value) => self.holds(*value, !taken, names, depth),
            ExprKind::Logical {
                operator: operator @ (Logical::And | Logical::Or),
                left,
                right,
            } => {
                let is_both = (*operator == Logical::And) == taken;
                let mut parts = [*left, *right].into_iter();
                match is_both {
                    true => parts.all(|part| self.holds(part, taken, names, depth)),
                    false => parts.any(|part| self.truth(part) == Some(taken)),
                }
            }
            _ => match self.truth(condition) {
                Some(truth) => truth == taken,
                None => self.is_tested() && self.is_kept(condition, names, depth),
            },
        }
    }

    /// What `condition` is when the round is over, if only the function's variables decide over it.
    fn truth(&self, condition: ExprId) -> Option<bool> {
        let ended = Some(self.looped);
        Remainder { ended, left: Cell::new(0), ..self.rest }.worth(condition).truth()
    }

    /// Whether conditions were tested on the way to the question, so that they held.
    fn is_tested(&self) -> bool {
        !matches!(self.round, Round::DoWhile(_))
    }

    /// Whether nothing in the loop changes what `expr` gives, given the names that are written.
    fn is_kept(&self, expr: ExprId, names: &BTreeSet<&str>, depth: u32) -> bool {
        let Some(depth) = depth.checked_sub(1) else { return false };
        let script = self.rest.script;
        match script.kind(expr) {
            ExprKind::Undefined
            | ExprKind::Null
            | ExprKind::Bool(_)
            | ExprKind::Number(_)
            | ExprKind::String(_)
            | ExprKind::This => true,
            ExprKind::Not(value) | ExprKind::TypeOf(value) => self.is_kept(*value, names, depth),
            // An order may well be that of a counter.
            ExprKind::Binary { operator: Binary::Order(_), .. } => false,
            ExprKind::Binary { left, right, .. } | ExprKind::Logical { left, right, .. } => {
                self.is_kept(*left, names, depth) && self.is_kept(*right, names, depth)
            }
            ExprKind::Member { object, property, .. } => {
                let name = script.name(*property);
                let is_written = names.contains(name) && !GENERIC.contains(&name);
                !is_written && !SIZES.contains(&name) && self.is_kept(*object, names, depth)
            }
            ExprKind::Binding(binding) => {
                let declared = script.binding(*binding);
                !names.contains(script.name(declared.name)) && self.is_unwritten(*binding)
            }
            _ => false,
        }
    }

    /// Whether no round that is refused writes the variable `id`.
    fn is_unwritten(&self, id: BindingId) -> bool {
        let binding = self.rest.script.binding(id);
        let mut writes = binding.writes.iter().filter(|it| self.inside.binary_search(it).is_ok());
        !writes.any(|it| self.may_have_run(*it))
    }
}

impl Remainder<'_> {
    /// Whether a run that comes by `region`, behind the `await`, enters it.
    fn enters(&self, region: RegionId) -> Option<bool> {
        self.left.set(super::since::MOST_EXPRS);
        self.reaches(region)
    }

    /// What the variable `id` holds behind a round of the loop `looped`, the first if it is no other.
    pub(super) fn held_behind(&self, id: BindingId, looped: RegionId) -> Worth {
        let binding = self.script.binding(id);
        let outer = self.around(looped).skip(1).any(|(_, it)| it.kind.is_loop());
        let Some(at) = self.since.at.filter(|_| self.is_followed(binding) && !outer) else {
            return Worth::UNKNOWN;
        };
        let in_order = Self { ended: None, left: Cell::new(self.left.get()), ..*self };
        let region = self.script.expr(at).region;
        let mut held = match binding.kind {
            BindingKind::Var | BindingKind::Let => Worth::UNDEFINED,
            _ => Worth::UNKNOWN,
        };
        let mut writes = binding.writes.clone();
        writes.sort_unstable();
        for write in writes {
            let own = self.script.expr(write).region;
            let has_run = match self.is_in(own, looped) {
                true => in_order.has_run(write, region),
                false if write > at => Some(false),
                false => self.around(looped).any(|(id, _)| id == own).then_some(true),
            };
            match has_run {
                Some(true) => held = in_order.kept(write),
                Some(false) => {}
                None => held = Worth::UNKNOWN,
            }
        }
        self.left.set(in_order.left.get());
        held
    }
}

/// Whether the function `inner` is `outer` or stands in it.
fn contains(script: &Script, outer: FunctionId, inner: FunctionId) -> bool {
    let (outer, inner) = (script.function(outer).span, script.function(inner).span);
    outer.start <= inner.start && inner.end <= outer.end
}

fn branch(kind: RegionKind) -> Option<(ExprId, bool)> {
    match kind {
        RegionKind::Branch { condition, taken } => Some((condition, taken)),
        _ => None,
    }
}

fn is_wait(kind: &ExprKind) -> bool {
    matches!(kind, ExprKind::Await(_) | ExprKind::Yield { .. })
}
