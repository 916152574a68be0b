//! What runs in a function once a refusal is over, and what its values are there: `catch` has given
//! `null` in its place, `fail` has resolved the promise with `false`.

use std::cell::Cell;

use crate::semantic::symbols::Symbols;
use crate::syntax::script::{
    Binary, Binding, BindingId, BindingKind, ExprId, ExprKind, FunctionId, Key, Logical, Property,
    Region, RegionId, RegionKind, Script,
};

use super::worth::{MOST_MEMBERS, Plain, Worth};

/// For one question no more expressions than this are looked at.
pub(super) const MOST_EXPRS: u32 = 200;

/// Conditions around an expression are looked at no further out than this.
const MOST_REGIONS: usize = 16;

/// No more places than this are looked at that end a function, or that write a variable.
const MOST_PLACES: usize = 32;

/// From where on a function runs once a refusal is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Since {
    /// The `await` that is over; `None` where the function runs as a whole.
    pub at: Option<ExprId>,
    /// The `try` that it broke off, and the `catch` that has run.
    pub broken: Option<(RegionId, RegionId)>,
    /// What the `await` gives, or what the function is called with.
    pub worth: Worth,
}

impl Since {
    /// A function that is called with `worth`.
    #[must_use]
    pub(in crate::semantic) fn called_with(worth: Worth) -> Self {
        Self { at: None, broken: None, worth }
    }
}

/// A reader of one function, of which what is `since` runs.
pub(in crate::semantic) struct Remainder<'a> {
    pub(super) script: &'a Script,
    pub(super) symbols: &'a Symbols,
    pub(super) function: FunctionId,
    pub(super) since: Since,
    /// The loop of which a round has ended where variables are read; `None` where they are read in order.
    pub(super) ended: Option<RegionId>,
    /// How many expressions may still be looked at.
    pub(super) left: Cell<u32>,
}

impl<'a> Remainder<'a> {
    pub(in crate::semantic) fn new(
        script: &'a Script,
        symbols: &'a Symbols,
        function: FunctionId,
        since: Since,
    ) -> Self {
        Self { script, symbols, function, since, ended: None, left: Cell::new(0) }
    }

    /// Whether `expr` is run; `None` where that is not known.
    pub(in crate::semantic) fn runs(&self, expr: ExprId) -> Option<bool> {
        self.left.set(MOST_EXPRS);
        let it = self.script.expr(expr);
        let is_behind = it.function == self.function && self.since.at.is_none_or(|at| expr > at);
        if !is_behind || self.is_broken_off(it.region) {
            return Some(false);
        }
        self.reaches(it.region)
    }

    /// Whether `region` is in the `try` that was broken off, or in its `catch`.
    pub(super) fn is_broken_off(&self, region: RegionId) -> bool {
        self.since
            .broken
            .is_some_and(|(tried, caught)| self.is_in(region, tried) || self.is_in(region, caught))
    }

    /// Whether `region` is `outer` or in it; a region stands before those inside it.
    pub(super) fn is_in(&self, region: RegionId, outer: RegionId) -> bool {
        let mut around = self.script.enclosing(region).take_while(|(id, _)| *id >= outer);
        around.any(|(id, _)| id == outer)
    }

    /// `region` and those around it.
    pub(super) fn around(
        &self,
        region: RegionId,
    ) -> impl Iterator<Item = (RegionId, &'a Region)> + use<'a> {
        self.script.enclosing(region).take(MOST_REGIONS)
    }

    /// Whether a run that comes by `region` enters it.
    pub(super) fn reaches(&self, region: RegionId) -> Option<bool> {
        let at = self.since.at.map(|at| self.script.expr(at).region);
        let before: Vec<_> = at.into_iter().flat_map(|at| self.around(at)).collect();
        let mut runs = Some(true);
        for (id, region) in self.around(region) {
            if let Some(left) = before.iter().position(|(it, _)| *it == id) {
                // A loop may well go on until nothing is refused.
                let is_loop = |(_, it): &(_, &Region)| it.kind.is_loop();
                let ends = !before[..left].iter().any(is_loop);
                return if ends { runs } else { both(runs, None) };
            }
            let enters = match region.kind {
                RegionKind::Body => return runs.filter(|_| at.is_none()),
                RegionKind::Branch { condition, taken } => {
                    self.truth(condition).map(|truth| truth == taken)
                }
                RegionKind::Case { .. }
                | RegionKind::Fallen
                | RegionKind::Beside { .. }
                | RegionKind::Loop(_) => None,
                RegionKind::Catch { .. } | RegionKind::Behind => Some(false),
                RegionKind::Try { .. } | RegionKind::Finally => Some(true),
            };
            runs = both(runs, enters);
        }
        None
    }

    /// What the function gives in the end.
    pub(in crate::semantic) fn result(&self) -> Worth {
        let mut returns = self.script.function(self.function).returns.clone();
        returns.sort_unstable();
        if returns.len() > MOST_PLACES {
            return Worth::UNKNOWN;
        }
        for value in returns {
            match self.runs(value) {
                Some(true) => return self.worth(value),
                Some(false) => {}
                None => return Worth::UNKNOWN,
            }
        }
        Worth::UNDEFINED
    }

    /// What `expr` is.
    pub(in crate::semantic) fn worth(&self, expr: ExprId) -> Worth {
        self.left.set(MOST_EXPRS);
        self.value(expr)
    }

    fn truth(&self, condition: ExprId) -> Option<bool> {
        let ExprKind::Logical { operator, left, right } = self.script.kind(condition) else {
            return self.value(condition).truth();
        };
        let (left, right) = (self.truth(*left), self.truth(*right));
        match operator {
            Logical::And => both(left, right),
            Logical::Or => both(left.map(|it| !it), right.map(|it| !it)).map(|it| !it),
            Logical::Nullish => None,
        }
    }

    fn value(&self, expr: ExprId) -> Worth {
        let Some(left) = self.left.get().checked_sub(1) else { return Worth::UNKNOWN };
        self.left.set(left);
        if self.since.at == Some(expr) {
            return if self.since.broken.is_none() { self.since.worth } else { Worth::UNKNOWN };
        }
        let it = self.script.expr(expr);
        match &it.kind {
            ExprKind::Undefined => Worth::UNDEFINED,
            ExprKind::Null => Worth::Plain(Plain::Null),
            ExprKind::Bool(value) => Worth::bool(*value),
            ExprKind::Number(value) => Worth::of(*value != 0.0),
            ExprKind::String(text) => Worth::of(!self.script.name(*text).is_empty()),
            ExprKind::Object(members) => self.members(members),
            ExprKind::Function(_) | ExprKind::Class(_) | ExprKind::Regex | ExprKind::Caught => {
                Worth::TRUTHY
            }
            ExprKind::Call(call) if call.is_new => Worth::TRUTHY,
            ExprKind::Array(items) => {
                let item = |at: u32| {
                    let item = items.iter().find(|item| item.position == at)?;
                    let is_fixed = items.iter().all(|item| !item.spread);
                    is_fixed.then(|| self.value(item.value).plain())
                };
                Worth::Items([0, 1].map(|at| item(at).unwrap_or(Plain::Unknown)))
            }
            ExprKind::Param(0) if self.since.at.is_none() && it.function == self.function => {
                self.since.worth
            }
            ExprKind::Member { object, property, .. } => {
                let name = self.script.name(*property);
                self.value(*object).member(name, self.symbols.find(name))
            }
            ExprKind::Not(value) => {
                self.truth(*value).map_or(Worth::UNKNOWN, |it| Worth::bool(!it))
            }
            ExprKind::Logical { operator, left, right } => {
                let first = self.value(*left);
                match (operator, first.truth()) {
                    (Logical::And, Some(true)) | (Logical::Or, Some(false)) => self.value(*right),
                    (Logical::And | Logical::Or, Some(_)) => first,
                    _ => Worth::UNKNOWN,
                }
            }
            ExprKind::Binary { operator, left, right } => {
                let (left, right) = (self.value(*left), self.value(*right));
                compared(*operator, left, right).map_or(Worth::UNKNOWN, Worth::bool)
            }
            ExprKind::Assign { value, .. } => self.value(*value),
            ExprKind::Binding(binding) => match self.ended {
                Some(looped) => self.held_behind(*binding, looped),
                None => self.held(*binding, expr),
            },
            _ => Worth::UNKNOWN,
        }
    }

    /// An object with `members`.
    fn members(&self, members: &[Property]) -> Worth {
        let mut known = [None; MOST_MEMBERS];
        if members.len() > MOST_MEMBERS {
            return Worth::TRUTHY;
        }
        for (member, place) in members.iter().zip(&mut known) {
            let Property::Value { key: Key::Name(name, _), value } = member else {
                return Worth::TRUTHY;
            };
            let Some(name) = self.symbols.find(self.script.name(*name)) else {
                return Worth::TRUTHY;
            };
            *place = Some((name, self.value(*value).plain()));
        }
        Worth::Members(known)
    }

    /// What the variable `id` holds where `read` reads it.
    fn held(&self, id: BindingId, read: ExprId) -> Worth {
        let binding = self.script.binding(id);
        let region = self.script.expr(read).region;
        if !self.is_followed(binding) {
            return Worth::UNKNOWN;
        }
        let looped = self.around(region).find(|(_, it)| it.kind.is_loop()).map(|(id, _)| id);
        let looped = looped.filter(|_| binding.writes.len() > 1);
        let mut held = match binding.kind {
            BindingKind::Var | BindingKind::Let if looped.is_none() => Worth::UNDEFINED,
            _ => Worth::UNKNOWN,
        };
        for write in binding.writes.iter().filter(|write| **write < read) {
            // An earlier round may have written over what stands before a loop.
            let own = self.script.expr(*write).region;
            let is_old = looped.is_some_and(|looped| !self.is_in(own, looped));
            match self.has_run(*write, region) {
                Some(true) if !is_old => held = self.kept(*write),
                Some(false) => {}
                _ => held = Worth::UNKNOWN,
            }
        }
        held
    }

    /// Whether only the function itself writes a variable, and not too often.
    pub(super) fn is_followed(&self, binding: &Binding) -> bool {
        binding.function == self.function
            && binding.writes.len() <= MOST_PLACES
            && binding.writes.iter().all(|it| self.script.expr(*it).function == self.function)
    }

    /// What a variable holds that `write` writes. The members of an object that is made for it may be
    /// written later.
    pub(super) fn kept(&self, write: ExprId) -> Worth {
        let is_made = match self.script.kind(write) {
            ExprKind::Assign { value, .. } => {
                matches!(self.script.kind(*value), ExprKind::Object(_))
            }
            _ => false,
        };
        if is_made { Worth::TRUTHY } else { self.value(write) }
    }

    /// Whether `write`, which stands before what is read in `region`, has run.
    pub(super) fn has_run(&self, write: ExprId, region: RegionId) -> Option<bool> {
        let own = self.script.expr(write).region;
        let is_behind = self.since.at.is_none_or(|at| write > at);
        match self.since.broken.filter(|_| self.is_broken_off(own)) {
            Some((_, caught)) if own == caught => Some(true),
            // What the `await` would have given is written behind it.
            Some((tried, _)) if self.is_in(own, tried) => {
                if is_behind {
                    Some(false)
                } else {
                    (own == tried).then_some(true)
                }
            }
            Some(_) => None,
            None if is_behind => self.reaches(own),
            None => self.around(region).any(|(id, _)| id == own).then_some(true),
        }
    }
}

fn both(left: Option<bool>, right: Option<bool>) -> Option<bool> {
    match (left, right) {
        (Some(false), _) | (_, Some(false)) => Some(false),
        (Some(true), Some(true)) => Some(true),
        _ => None,
    }
}

fn compared(operator: Binary, left: Worth, right: Worth) -> Option<bool> {
    match operator {
        Binary::Equal => left.is(right, true),
        Binary::Same => left.is(right, false),
        Binary::NotEqual => left.is(right, true).map(|it| !it),
        Binary::NotSame => left.is(right, false).map(|it| !it),
        _ => None,
    }
}
