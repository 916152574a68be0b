//! Conditions on names that something else writes.

use std::collections::{BTreeMap, BTreeSet};

use crate::platform::Platform;
use crate::semantic::Semantics;
use crate::semantic::refusal::refused::Place;
use crate::semantic::refusal::refusing::settled;
use crate::semantic::values::{CallId, InstanceId, Token};
use crate::source::FileId;
use crate::syntax::File;
use crate::syntax::script::{
    Binary, BindingId, BindingKind, Expr, ExprId, ExprKind, FunctionId, Key, Property, RegionId,
    RegionKind, Script, Target,
};

use super::tested::handed;
use rustc_hash::FxHashSet;

/// Conditions are looked into no further than this many operands.
const MOST_OPERANDS: usize = 64;

/// No more writes of a function are told apart by whether they run.
const MOST_WRITES: usize = 256;

/// Members of an answer that only a consent gives.
const GIVEN: [&str; 3] = ["authCode", "authSuccessScopes", "response"];

/// Members of an answer that only a failure gives.
pub(in crate::semantic) const FAILED: [&str; 2] = ["error", "errorMessage"];

/// Members that hold everything and so say nothing.
pub(in crate::semantic) const GENERIC: [&str; 3] = ["data", "globalData", "length"];

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
        if callee.is_some_and(|callee| settled(&semantics.values, callee).next().is_some()) {
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

impl Semantics {
    /// Whether `call` stands under a condition that only a consent fulfils.
    pub(in crate::semantic) fn is_given(
        &self,
        files: &[File],
        platform: &Platform,
        call: CallId,
    ) -> bool {
        let site = self.values.call(call);
        let file = self.values.instance(site.instance).file;
        let Some(script) = files[file.index()].script() else { return false };
        let mut around = script.enclosing(script.expr(site.expr).region);
        around.any(|(_, region)| {
            let RegionKind::Branch { condition, taken } = region.kind else { return false };
            let (condition, taken) = bare(script, condition, taken);
            let node = self.values.value(site.instance, script, condition);
            let tokens = node.map(|node| self.values.of(node)).unwrap_or_default();
            tokens.into_iter().any(|token| match token {
                Token::Host(path) => is_telling(platform, self.values.symbols.text(path), taken),
                _ => false,
            })
        })
    }

    /// Whether `call` stands under a condition on something that is `written`.
    pub(in crate::semantic) fn is_guarded(
        &self,
        files: &[File],
        call: CallId,
        written: &BTreeSet<&str>,
    ) -> bool {
        if written.is_empty() {
            return false;
        }
        let read = self.conditions(files, call);
        read.is_some_and(|(script, conditions)| {
            conditions.into_iter().any(|expr| {
                let name = match script.kind(expr) {
                    ExprKind::Member { property, .. } => script.name(*property),
                    ExprKind::Binding(binding) => script.name(script.binding(*binding).name),
                    ExprKind::String(text) => script.name(*text),
                    _ => return false,
                };
                written.contains(name) && !GENERIC.contains(&name)
            })
        })
    }

    /// Whether `call` stands under a condition that counts: on an order, on `this.left--`, on what
    /// `call` hands on as one less, or on a parameter where it hands on that it was: `again(true)`.
    pub(in crate::semantic) fn is_counted(&self, files: &[File], call: CallId) -> bool {
        let Some((script, conditions)) = self.conditions(files, call) else { return false };
        let call = self.values.call(call).expr;
        let counted = counted_on(script, call);
        let is_flag = |binding| {
            let is_param = script.binding(binding).kind == BindingKind::Param;
            is_param && hands_on_a_flag(script, call)
        };
        conditions.into_iter().any(|expr| match script.kind(expr) {
            ExprKind::Binary { operator: Binary::Order, .. } => true,
            ExprKind::Assign { value, .. } => matches!(script.kind(*value), ExprKind::Unary(_)),
            ExprKind::Binding(binding) => counted.contains(binding) || is_flag(*binding),
            _ => false,
        })
    }

    /// Whether `call` stands under any condition.
    pub(in crate::semantic) fn is_conditional(&self, files: &[File], call: CallId) -> bool {
        self.conditions(files, call).is_none_or(|(_, conditions)| !conditions.is_empty())
    }

    /// The conditions that `call` stands under, with what they are made of.
    pub(in crate::semantic) fn conditions<'a>(
        &self,
        files: &'a [File],
        call: CallId,
    ) -> Option<(&'a Script, Vec<ExprId>)> {
        let site = self.values.call(call);
        let script = files[self.values.instance(site.instance).file.index()].script()?;
        let roots = around(script, script.expr(site.expr).region);
        Some((script, parts(script, roots)))
    }
}

/// The conditions that `region` stands under.
pub(in crate::semantic) fn around(script: &Script, region: RegionId) -> Vec<ExprId> {
    let conditions = script.enclosing(region).filter_map(|(_, region)| match region.kind {
        RegionKind::Branch { condition, .. } => Some(condition),
        RegionKind::Case { subject, .. } | RegionKind::Beside { subject, .. } => Some(subject),
        _ => None,
    });
    conditions.collect()
}

/// What `parts`, conditions or values, are made of.
pub(in crate::semantic) fn parts(script: &Script, mut parts: Vec<ExprId>) -> Vec<ExprId> {
    let mut at = 0;
    while let Some(part) = parts.get(at).copied().filter(|_| at < MOST_OPERANDS) {
        at += 1;
        match script.kind(part) {
            ExprKind::Not(value) | ExprKind::Unary(value) | ExprKind::Await(value) => {
                parts.push(*value);
            }
            ExprKind::Member { object, .. } => parts.push(*object),
            ExprKind::Assign { value, .. } => parts.push(*value),
            ExprKind::Binding(_) => parts.extend(script.held_at(part)),
            ExprKind::Binary { left, right, .. } | ExprKind::Logical { left, right, .. } => {
                parts.extend([*left, *right]);
            }
            ExprKind::Call(call) => {
                parts.push(call.callee);
                parts.extend(call.arguments.iter().map(|argument| argument.value));
            }
            ExprKind::Object(members) => {
                parts.extend(members.iter().filter_map(|member| match member {
                    Property::Value { value, .. } => Some(*value),
                    _ => None,
                }));
            }
            _ => {}
        }
    }
    parts
}

/// Whether `call` is handed `true` or `false`.
fn hands_on_a_flag(script: &Script, call: ExprId) -> bool {
    let ExprKind::Call(call) = script.kind(call) else { return false };
    let mut arguments = call.arguments.iter().map(|argument| script.kind(argument.value));
    arguments.any(|argument| matches!(argument, ExprKind::Bool(_)))
}

/// The variables that `call` hands on as one more or less: `again(n - 1)`.
fn counted_on(script: &Script, call: ExprId) -> Vec<BindingId> {
    let ExprKind::Call(call) = script.kind(call) else { return Vec::new() };
    let counted = call.arguments.iter().filter_map(|argument| {
        let ExprKind::Binary { operator, left, right } = script.kind(argument.value) else {
            return None;
        };
        let is_step = matches!(operator, Binary::Add | Binary::Other)
            && matches!(script.kind(*right), ExprKind::Number(_));
        match script.kind(*left) {
            ExprKind::Binding(binding) if is_step => Some(*binding),
            _ => None,
        }
    });
    counted.collect()
}

/// Whether `path` is a member of an answer to a question of consent, or its failure, that says, being
/// true or not, that the user consented.
fn is_telling(platform: &Platform, path: &str, taken: bool) -> bool {
    if let Some(api) = path.strip_suffix('!') {
        return !taken && asks(platform, api);
    }
    let Some((api, member)) = path.split_once("().") else { return false };
    let members: &[&str] = if taken { &GIVEN } else { &FAILED };
    members.contains(&member) && asks(platform, api)
}

/// Whether the API whose path is `api` asks for consent.
pub(in crate::semantic) fn asks(platform: &Platform, api: &str) -> bool {
    let api = api.rsplit_once('.').and_then(|(_, name)| platform.api(name));
    api.is_some_and(|api| api.kind.asks_consent())
}

/// A condition without the negations around it.
pub(in crate::semantic) fn bare(
    script: &Script,
    mut condition: ExprId,
    mut taken: bool,
) -> (ExprId, bool) {
    while let ExprKind::Not(inner) = script.kind(condition) {
        (condition, taken) = (*inner, !taken);
    }
    (condition, taken)
}
