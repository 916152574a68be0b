//! The names that what runs after a refusal writes.

use std::collections::{BTreeMap, BTreeSet};

use crate::semantic::Semantics;
use crate::semantic::guard::condition::parts;
use crate::semantic::guard::tested::handed;
use crate::semantic::values::InstanceId;
use crate::source::FileId;
use crate::syntax::File;
use crate::syntax::script::{
    Expr, ExprId, ExprKind, FunctionId, Key, Property, RegionKind, Script, Target,
};

use super::refused::Place;
use rustc_hash::FxHashSet;

/// No more writes of a function are told apart by whether they run.
const MOST_WRITES: usize = 256;

/// The expressions that write something, by file and function.
#[derive(Debug, Default)]
pub(in crate::semantic) struct Writes<'a> {
    by_file: BTreeMap<FileId, BTreeMap<FunctionId, Vec<ExprId>>>,
    by_place: BTreeMap<(Place, Answers), BTreeSet<&'a str>>,
}

/// Whether the members of an object that a function answers with, to its caller or by settling a
/// promise, are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::semantic) enum Answers {
    /// Somebody may well write them.
    Written,
    /// What they decide over is known.
    Known,
}

impl<'a> Writes<'a> {
    /// The names that `places` write: variables, members, keys and texts that are handed on.
    pub(in crate::semantic) fn names(
        &mut self,
        files: &'a [File],
        semantics: &'a Semantics,
        places: &[Place],
        answers: Answers,
    ) -> BTreeSet<&'a str> {
        let mut names = BTreeSet::new();
        let places: BTreeSet<Place> =
            places.iter().map(|place| self.whole(files, semantics, *place)).collect();
        for place in places {
            if !self.by_place.contains_key(&(place, answers)) {
                let written = self.written_in(files, semantics, place, answers);
                self.by_place.insert((place, answers), written);
            }
            names.extend(self.by_place.get(&(place, answers)).into_iter().flatten());
        }
        names
    }

    /// The function itself instead of `place`, a part of it, if it writes a lot: then it makes no
    /// difference which part runs.
    fn whole(&mut self, files: &'a [File], semantics: &Semantics, place: Place) -> Place {
        let Place::After(node, _) = place else { return place };
        let (instance, function) = semantics.values.function(node);
        let file = semantics.values.instance(instance).file;
        let Some(script) = files[file.index()].script() else { return place };
        let by_function = self.by_file.entry(file).or_insert_with(|| writing(script));
        let is_long = by_function.get(&function).is_some_and(|it| it.len() > MOST_WRITES);
        if is_long { Place::Function(node) } else { place }
    }

    fn written_in(
        &mut self,
        files: &'a [File],
        semantics: &'a Semantics,
        place: Place,
        answers: Answers,
    ) -> BTreeSet<&'a str> {
        let (instance, function) = semantics.values.function(place.function());
        let file = semantics.values.instance(instance).file;
        let Some(script) = files[file.index()].script() else { return BTreeSet::new() };
        let by_function = self.by_file.entry(file).or_insert_with(|| writing(script));
        let writing = by_function.get(&function).map_or(&[][..], Vec::as_slice);
        let symbols = &semantics.values.symbols;
        let left_out = match answers {
            Answers::Written => BTreeSet::new(),
            Answers::Known => answered(semantics, script, (instance, function), writing),
        };
        let inside = writing.iter().filter(|id| place.has(script, symbols, **id));
        let inside = inside.filter(|id| !left_out.contains(id));
        let names = inside.flat_map(|id| {
            let handed = handed(semantics, script, instance, *id);
            written(script, script.expr(*id)).into_iter().chain(handed)
        });
        names.collect()
    }
}

/// The expressions of each function that write something. What a condition hands to a call and waits
/// for, such as the texts of a dialog, is none.
fn writing(script: &Script) -> BTreeMap<FunctionId, Vec<ExprId>> {
    let mut writing: BTreeMap<FunctionId, Vec<ExprId>> = BTreeMap::new();
    let awaited = awaited(script);
    for (id, expr) in script.exprs().filter(|(id, _)| !awaited.contains(id)) {
        let writes = matches!(
            expr.kind,
            ExprKind::Assign { .. } | ExprKind::Call(_) | ExprKind::Object(_) | ExprKind::String(_)
        );
        if writes {
            writing.entry(expr.function).or_default().push(id);
        }
    }
    writing
}

/// What the conditions of `script` wait for.
fn awaited(script: &Script) -> FxHashSet<ExprId> {
    let mut awaited = FxHashSet::default();
    for region in &script.regions {
        let RegionKind::Branch { condition, .. } = region.kind else { continue };
        for part in parts(script, vec![condition]) {
            if let ExprKind::Await(value) = script.kind(part)
                && !awaited.contains(value)
            {
                awaited.extend(parts(script, vec![*value]));
            }
        }
    }
    awaited
}

/// What a copy of a function answers with: what it returns, and what it settles promises with.
fn answered(
    semantics: &Semantics,
    script: &Script,
    (instance, function): (InstanceId, FunctionId),
    writing: &[ExprId],
) -> BTreeSet<ExprId> {
    let mut answers: BTreeSet<ExprId> = script.function(function).returns.iter().copied().collect();
    for id in writing {
        let ExprKind::Call(call) = script.kind(*id) else { continue };
        let callee = semantics.values.value(instance, script, call.callee);
        if callee.is_some_and(|callee| semantics.values.settled(callee).next().is_some()) {
            answers.extend(call.arguments.iter().map(|argument| argument.value));
        }
    }
    answers
}

/// The names that one expression writes.
pub(in crate::semantic) fn written<'a>(script: &'a Script, expr: &Expr) -> Vec<&'a str> {
    match &expr.kind {
        ExprKind::Assign { target: Target::Member { property, .. }, .. } => {
            vec![script.name(*property)]
        }
        ExprKind::Assign { target: Target::Binding(binding), .. }
            if script.binding(*binding).function != expr.function =>
        {
            vec![script.name(script.binding(*binding).name)]
        }
        ExprKind::Object(members) => {
            let names = members.iter().filter_map(|member| match member {
                Property::Value { key: Key::Name(name, _), .. } => {
                    script.name(*name).split('.').next_back()
                }
                _ => None,
            });
            names.collect()
        }
        ExprKind::String(text) => vec![script.name(*text)],
        _ => Vec::new(),
    }
}
