//! Counters of tries: `if (tries < 3) ask(tries + 1)` asks again after a refusal as long as they last.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::semantic::Semantics;
use crate::semantic::values::CallId;
use crate::source::FileId;
use crate::syntax::File;
use crate::syntax::script::{Binary, ExprId, ExprKind, Script, Target};

use super::condition::counted_on;
use super::flag::{called, members};

/// A counter that a refusal steps before it is compared with this, or more, still allows a try.
const LEAST_BOUND: f64 = 2.0;

/// What the conditions around a call measure.
#[derive(Debug, Default)]
pub(in crate::semantic) struct Measured<'a> {
    /// The members and variables that count tries.
    pub(in crate::semantic) counters: BTreeSet<&'a str>,
    /// Whether something else is measured, such as a time: what that comes to is not known.
    pub(in crate::semantic) is_open: bool,
}

/// What conditions measure, as far as it was asked.
#[derive(Debug, Default)]
pub(in crate::semantic) struct Counters<'a> {
    /// Around each call.
    measured: RefCell<FxHashMap<CallId, Rc<Measured<'a>>>>,
    /// What anything in each script adds to.
    stepped: RefCell<FxHashMap<FileId, Rc<FxHashSet<&'a str>>>>,
}

impl<'a> Counters<'a> {
    /// What the conditions around `call` measure.
    pub(in crate::semantic) fn measured(
        &self,
        files: &'a [File],
        semantics: &Semantics,
        call: CallId,
    ) -> Rc<Measured<'a>> {
        if let Some(known) = self.measured.borrow().get(&call) {
            return Rc::clone(known);
        }
        let measured = Rc::new(self.measure(files, semantics, call));
        self.measured.borrow_mut().insert(call, Rc::clone(&measured));
        measured
    }

    fn measure(&self, files: &'a [File], semantics: &Semantics, call: CallId) -> Measured<'a> {
        let mut measured = Measured::default();
        let site = semantics.values.call(call);
        let Some((script, conditions)) = semantics.conditions(files, call) else { return measured };
        let file = semantics.values.instance(site.instance).file;
        let stepped = || self.stepped_in(file, script);
        let handed_on = counted_on(script, site.expr);
        for condition in conditions {
            match script.kind(condition) {
                ExprKind::Assign { target, value } => {
                    let is_step = matches!(script.kind(*value), ExprKind::Unary(_));
                    let name = target_name(script, *target).filter(|_| is_step);
                    measured.counters.extend(name);
                }
                ExprKind::Binary { operator: Binary::Order(_), left, right } => {
                    let is_handed_on = |side: &ExprId| match script.kind(*side) {
                        ExprKind::Binding(binding) => handed_on.contains(binding),
                        _ => false,
                    };
                    let mut sides = [(*left, *right), (*right, *left)].into_iter();
                    let name = sides.find_map(|(side, bound)| counter(script, side, bound));
                    let name = name.filter(|name| stepped().contains(name));
                    measured.is_open |=
                        name.is_none() && ![left, right].into_iter().any(is_handed_on);
                    measured.counters.extend(name);
                }
                _ => {}
            }
        }
        measured
    }

    /// What anything in `script` adds to.
    fn stepped_in(&self, file: FileId, script: &'a Script) -> Rc<FxHashSet<&'a str>> {
        let mut stepped = self.stepped.borrow_mut();
        Rc::clone(stepped.entry(file).or_insert_with(|| Rc::new(stepped_names(script))))
    }
}

/// The name of what `side` reads, if `bound` allows it to be a try.
fn counter(script: &Script, side: ExprId, bound: ExprId) -> Option<&str> {
    let ExprKind::Number(bound) = script.kind(script.settled(bound)) else { return None };
    let name = match script.kind(side) {
        ExprKind::Member { property, .. } => script.name(*property),
        ExprKind::Binding(binding) => script.name(script.binding(*binding).name),
        ExprKind::Assign { target, .. } => target_name(script, *target)?,
        _ => return None,
    };
    (*bound >= LEAST_BOUND).then_some(name)
}

/// The names that anything in `script` adds to.
fn stepped_names(script: &Script) -> FxHashSet<&str> {
    let adds = |name: &str, value| match script.kind(value) {
        ExprKind::Unary(_) => true,
        ExprKind::Binary { operator: Binary::Add, left, right } => {
            let is_number = matches!(script.kind(*right), ExprKind::Number(_));
            let read = match script.kind(*left) {
                ExprKind::Member { property, .. } => Some(script.name(*property)),
                ExprKind::Binding(binding) => Some(script.name(script.binding(*binding).name)),
                _ => None,
            };
            is_number && read == Some(name)
        }
        _ => false,
    };
    let mut stepped = FxHashSet::default();
    for (_, expr) in script.exprs() {
        match &expr.kind {
            ExprKind::Assign { target, value } => {
                let name = target_name(script, *target).filter(|name| adds(name, *value));
                stepped.extend(name);
            }
            ExprKind::Call(call) => {
                let is_set = called(script, call).is_some_and(|it| script.name(it) == "setData");
                let set = members(script, call).filter(|_| is_set);
                let set = set.map(|(key, value)| (script.name(key), value));
                stepped.extend(set.filter(|(key, value)| adds(key, *value)).map(|(key, _)| key));
            }
            _ => {}
        }
    }
    stepped
}

fn target_name(script: &Script, target: Target) -> Option<&str> {
    match target {
        Target::Member { property, .. } => Some(script.name(property)),
        Target::Binding(binding) => Some(script.name(script.binding(binding).name)),
        Target::Global(_) | Target::Index { .. } => None,
    }
}
