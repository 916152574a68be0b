//! State machines as what they were compiled from: branches, loops, `try`. One that jumps in any other way
//! is not unwound.

use swc_common::Spanned;
use swc_ecma_ast::Expr as SwcExpr;

use super::super::declared::{BindingKind, RegionKind, Round};
use super::super::expr::ExprKind;
use super::machine::{Machine, Step, Tried};
use super::sent::State;
use super::{Lowering, hoist};
use rustc_hash::FxHashMap;

/// Branches and loops of a machine are no deeper in each other.
const DEEPEST: usize = 64;

/// A machine whose parts are known.
pub(super) struct Unwound<'a> {
    machine: Machine<'a>,
    parts: Vec<Part<'a>>,
}

/// A part of a machine.
enum Part<'a> {
    Step(Step<'a>),
    /// What runs where `test` does not hold, and what runs where it does.
    Unless {
        test: &'a SwcExpr,
        parts: Vec<Part<'a>>,
        otherwise: Vec<Part<'a>>,
    },
    Loop(Vec<Part<'a>>),
    /// `break` or `continue` of the loop, under a condition or not.
    Leave {
        test: Option<&'a SwcExpr>,
        is_break: bool,
    },
    Try {
        parts: Vec<Part<'a>>,
        catch: Option<Vec<Part<'a>>>,
        finally: Option<Vec<Part<'a>>>,
    },
}

/// Where the steps of a run of steps may go.
#[derive(Clone, Copy)]
struct Run {
    /// The first step.
    start: usize,
    /// The step behind the last.
    end: usize,
    /// Where it goes on behind the last.
    exit: usize,
    /// The first step of the loop around it, and the step behind the last.
    around: Option<(usize, usize)>,
    /// How many more may be in each other.
    depth: usize,
}

/// `machine` in parts.
pub(super) fn unwound(machine: Machine<'_>) -> Option<Unwound<'_>> {
    let count = machine.steps.len();
    let mut loops = FxHashMap::default();
    for (at, step) in machine.steps.iter().enumerate() {
        if let Step::Jump(label) | Step::JumpIf(_, label) = step {
            let to = *machine.labels.get(label)?;
            if to <= at {
                loops.insert(to, at + 1);
            }
        }
    }
    let finder = Finder { machine: &machine, loops };
    let run = Run { start: 0, end: count, exit: count, around: None, depth: DEEPEST };
    let parts = finder.parts(run)?;
    Some(Unwound { machine, parts })
}

struct Finder<'a, 'm> {
    machine: &'m Machine<'a>,
    /// The step behind the last that goes back to a step.
    loops: FxHashMap<usize, usize>,
}

impl<'a> Finder<'a, '_> {
    fn index(&self, label: u32) -> Option<usize> {
        self.machine.labels.get(&label).copied()
    }

    /// The step that the step before `end` jumps to, if that is behind `start`.
    fn jump_before(&self, end: usize, start: usize) -> Option<usize> {
        let last = end.checked_sub(1).filter(|last| *last > start)?;
        match self.machine.steps.get(last)? {
            Step::Jump(label) => self.index(*label),
            _ => None,
        }
    }

    fn parts(&self, run: Run) -> Option<Vec<Part<'a>>> {
        let depth = run.depth.checked_sub(1)?;
        let within = |start, end, exit| Run { start, end, exit, depth, ..run };
        let (mut at, mut parts) = (run.start, Vec::new());
        while at < run.end {
            let is_around = run.around.is_some_and(|(start, _)| start == at);
            if let Some(end) = self.loops.get(&at).copied().filter(|_| !is_around) {
                let around = Some((at, end));
                let inside = (end <= run.end).then(|| Run { around, ..within(at, end, end) })?;
                parts.push(Part::Loop(self.parts(inside)?));
                at = end;
                continue;
            }
            match *self.machine.steps.get(at)? {
                Step::Jump(label) => {
                    let to = self.index(label)?;
                    let is_last = at + 1 == run.end && (to == run.exit || to == run.end);
                    if to != at + 1 && !is_last {
                        let is_break = left(to, run)?;
                        parts.push(Part::Leave { test: None, is_break });
                    }
                    at += 1;
                }
                Step::JumpIf(test, label) => {
                    let (part, next) = self.branch(test, self.index(label)?, at, within, run)?;
                    parts.push(part);
                    at = next;
                }
                Step::Try(tried) => {
                    let (part, next) = self.attempt(tried, at, within, run)?;
                    parts.push(part);
                    at = next;
                }
                step => {
                    parts.push(Part::Step(step));
                    at += 1;
                }
            }
        }
        Some(parts)
    }

    /// The branch at `at`, which goes on at `to` where `test` holds, and the step behind it.
    fn branch(
        &self,
        test: &'a SwcExpr,
        to: usize,
        at: usize,
        within: impl Fn(usize, usize, usize) -> Run,
        run: Run,
    ) -> Option<(Part<'a>, usize)> {
        if to == run.exit || to == run.end {
            let parts = self.parts(within(at + 1, run.end, run.exit))?;
            return Some((Part::Unless { test, parts, otherwise: Vec::new() }, run.end));
        }
        if let Some(is_break) = left(to, run) {
            return Some((Part::Leave { test: Some(test), is_break }, at + 1));
        }
        (at < to && to < run.end).then_some(())?;
        let behind = self
            .jump_before(to, at)
            .filter(|behind| *behind == run.exit || *behind > to && *behind <= run.end);
        let Some(behind) = behind else {
            let parts = self.parts(within(at + 1, to, to))?;
            return Some((Part::Unless { test, parts, otherwise: Vec::new() }, to));
        };
        let (end, exit) = match behind == run.exit || behind == run.end {
            true => (run.end, run.exit),
            false => (behind, behind),
        };
        let parts = self.parts(within(at + 1, to - 1, exit))?;
        let otherwise = self.parts(within(to, end, exit))?;
        Some((Part::Unless { test, parts, otherwise }, end))
    }

    /// The `try` that begins at `at`, and the step behind it.
    fn attempt(
        &self,
        tried: Tried,
        at: usize,
        within: impl Fn(usize, usize, usize) -> Run,
        run: Run,
    ) -> Option<(Part<'a>, usize)> {
        let handled = self.index(tried.catch.or(tried.finally)?)?;
        let end = match tried.end {
            Some(label) => self.index(label)?,
            None => self.jump_before(handled, at).unwrap_or(run.end),
        };
        let (end, exit) = match end == run.exit || end == run.end {
            true => (run.end, run.exit),
            false => (end, end),
        };
        let finally = tried.finally.map(|label| self.index(label));
        let caught = match finally {
            Some(finally) => finally?,
            None => end,
        };
        (at < handled && handled <= caught && caught <= end && end <= run.end).then_some(())?;
        let parts = self.parts(within(at + 1, handled, exit))?;
        let catch = match tried.catch {
            Some(_) => Some(self.parts(within(handled, caught, exit))?),
            None => None,
        };
        let finally = match finally {
            Some(_) => Some(self.parts(within(caught, end, exit))?),
            None => None,
        };
        Some((Part::Try { parts, catch, finally }, end))
    }
}

/// Whether going on at `to` ends the loop around `run`, or goes on with its next round.
fn left(to: usize, run: Run) -> Option<bool> {
    let (start, end) = run.around?;
    (to == end || to == start).then_some(to == end)
}

impl<'a> Lowering<'a> {
    /// The body of a function that is a machine.
    pub(super) fn machine_body(&mut self, unwound: &Unwound<'a>) {
        let machine = &unwound.machine;
        self.body(machine.before);
        self.scopes.enter();
        let binding = self.declare(machine.state, BindingKind::Param);
        let mut found = Vec::new();
        hoist::vars(machine.body, true, &mut found);
        hoist::block(machine.body, &mut found);
        self.declare_all(found);
        hoist::functions(machine.body)
            .for_each(|decl| self.function_declaration(&decl.ident, &decl.function));
        machine.cases.iter().for_each(|case| self.open_block(&case.cons));
        let state = State::new(machine, binding, self.function);
        let outer = self.machine.replace(state);
        self.parts(&unwound.parts);
        self.machine = outer;
        self.scopes.leave();
    }

    /// Parts in order; nothing runs behind one that leaves.
    fn parts(&mut self, parts: &[Part<'a>]) -> bool {
        let (mut leaves, mut before) = (false, None);
        for part in parts {
            if leaves && before.is_none() {
                before = Some(self.region);
                self.enter(RegionKind::Behind);
            }
            leaves |= self.part(part);
        }
        self.region = before.unwrap_or(self.region);
        leaves
    }

    fn part(&mut self, part: &Part<'a>) -> bool {
        match part {
            Part::Step(step) => return self.step(*step),
            Part::Unless { test, parts, otherwise } => {
                let condition = self.expr(test);
                let no = (!otherwise.is_empty()).then_some(|it: &mut Self| it.parts(otherwise));
                return self.either((condition, false), |this| this.parts(parts), no);
            }
            Part::Loop(parts) => self.repeated(|this| {
                this.parts(parts);
                Round::Items
            }),
            Part::Leave { test: Some(test), is_break } => {
                let condition = self.expr(test);
                let is_break = *is_break;
                let none = None::<fn(&mut Self) -> bool>;
                return self.either((condition, true), |this| !is_break || this.jump(), none);
            }
            Part::Leave { test: None, is_break } => return !is_break || self.jump(),
            Part::Try { parts, catch, finally } => {
                let kind = RegionKind::Try { caught: catch.is_some() };
                let tried = self.within(kind, |this| this.parts(parts));
                let handled = catch.as_ref().is_none_or(|parts| self.caught(parts));
                let finished = finally.as_ref().is_some_and(|parts| {
                    self.within(RegionKind::Finally, |this| this.parts(parts))
                });
                return finished || (tried && handled);
            }
        }
        false
    }

    fn caught(&mut self, parts: &[Part<'a>]) -> bool {
        self.within(RegionKind::Catch { leaves: false }, |this| {
            let region = this.region;
            let caught = this.push(this.script.function(this.function).head, ExprKind::Caught);
            if let Some(machine) = &mut this.machine {
                (machine.sent, machine.caught) = (Some(caught), Some(caught));
            }
            let leaves = this.parts(parts);
            this.script.regions[region.0 as usize].kind = RegionKind::Catch { leaves };
            leaves
        })
    }

    fn step(&mut self, step: Step<'a>) -> bool {
        match step {
            Step::Statement(stmt) => return self.statement(stmt),
            Step::Value(expr) => {
                self.note_statement(expr.span());
                self.expr(expr);
            }
            Step::Wait(value) => {
                let waited = match value {
                    Some(value) => {
                        self.note_statement(value.span());
                        self.expr(value)
                    }
                    None => {
                        self.push(self.script.function(self.function).head, ExprKind::Undefined)
                    }
                };
                let sent = self.push(self.script.expr(waited).span, ExprKind::Await(waited));
                if let Some(machine) = &mut self.machine {
                    machine.sent = Some(sent);
                }
            }
            Step::Return(value) => {
                if let Some(value) = value {
                    self.note_statement(value.span());
                    let value = self.expr(value);
                    self.returns(value);
                }
                return self.jump();
            }
            Step::Jump(_) | Step::JumpIf(..) | Step::Try(_) => {}
        }
        false
    }
}
