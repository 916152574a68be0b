//! What becomes of a datum where the storage has kept what a refusal wrote: `show: !refused`,
//! `if (refused) return`.

use std::cell::Cell;

use crate::semantic::Semantics;
use crate::semantic::guard::flag::option;
use crate::semantic::markup::{Datum, Literal};
use crate::semantic::values::At;
use crate::semantic::values::{CallId, Token};
use crate::source::FileId;
use crate::syntax::File;
use crate::syntax::script::{
    Binary, Call, ExprId, ExprKind, FunctionId, Key, Logical, Property, RegionKind, Script,
};

use super::stored::{Stored, Write};

/// For one question no more expressions than this are looked at.
const MOST_PARTS: u32 = 64;

/// No more than this may be written under one key.
const MOST_ENTRIES: usize = 8;

/// What a call that looks something up in the storage gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::semantic) enum Gives {
    /// The answer of the storage.
    Answer,
    /// What is kept there.
    Entry,
    /// Something that is made of it.
    Unknown,
}

/// A datum, and what sets it.
#[derive(Clone, Copy)]
pub(in crate::semantic) struct Judged<'a> {
    pub(in crate::semantic) files: &'a [File],
    pub(in crate::semantic) semantics: &'a Semantics,
    pub(in crate::semantic) datum: &'a Datum,
    /// The calls that set data of its unit.
    pub(in crate::semantic) setters: &'a [CallId],
}

/// What the storage comes to in a datum.
#[derive(Clone, Copy, Debug, Default)]
struct Outcome {
    /// Whether what was kept sets the datum to what takes the button away.
    is_set: bool,
    /// Whether it keeps the datum from being set.
    is_left: bool,
}

impl Stored {
    /// Whether what is kept here takes away, whenever `judged` is set or begins, what depends on it;
    /// `takes` tells of which values it does.
    pub(in crate::semantic) fn takes_away(
        &self,
        judged: Judged<'_>,
        takes: &mut dyn FnMut(&Literal) -> bool,
    ) -> bool {
        let mut entries: Vec<Literal> = Vec::new();
        for write in &self.writes {
            let Some(entry) = judged.written(*write) else { return false };
            if !entries.contains(&entry) {
                entries.push(entry);
            }
        }
        entries.len() <= MOST_ENTRIES
            && entries.iter().all(|entry| self.entry_takes_away(judged, entry, takes))
    }

    fn entry_takes_away(
        &self,
        judged: Judged<'_>,
        entry: &Literal,
        takes: &mut dyn FnMut(&Literal) -> bool,
    ) -> bool {
        let Judged { files, semantics, datum, setters } = judged;
        let [name] = datum.path.as_slice() else { return false };
        let mut all = Outcome::default();
        for call in setters {
            let site = semantics.values.call(*call);
            let file = semantics.values.instance(site.instance).file;
            let Some(script) = files[file.index()].script() else { return false };
            let Some(value) = set_value(script, site.expr, name) else { return false };
            let Some(value) = value else { continue };
            let recall = Recall::new(script, self.reads_in(file), entry);
            match recall.outcome((site.expr, value), takes) {
                Some(one) => {
                    all.is_set |= one.is_set;
                    all.is_left |= one.is_left;
                }
                None => return false,
            }
        }
        if all.is_set {
            return true;
        }
        let (first, is_recalled) = match judged.first_value(name) {
            Some((file, script, value)) => {
                let recall = Recall::new(script, self.reads_in(file), entry);
                (recall.known(value), recall.depends(value))
            }
            None => (semantics.initial(files, datum), false),
        };
        (all.is_left || is_recalled) && first.is_some_and(|value| takes(&value))
    }

    /// Where `file` reads it.
    fn reads_in(&self, file: FileId) -> Vec<(ExprId, Gives)> {
        let reads = self.reads.iter().filter(|read| read.file == file);
        reads.map(|read| (read.expr, read.gives)).collect()
    }
}

impl<'a> Judged<'a> {
    /// What `write` writes to the storage; an object stands for all that counts as true.
    fn written(&self, write: Write) -> Option<Literal> {
        let Self { files, semantics, .. } = *self;
        if let Some(At(instance, value)) = write.value {
            let script = files.get(semantics.values.instance(instance).file.index())?.script()?;
            return Literal::written(script, value).or_else(|| made(script, value));
        }
        let call = write.call;
        let site = semantics.values.call(call);
        let options = site.arguments.first().map(|it| semantics.values.of(it.0))?;
        let known = semantics.literal(files, &options, &["data".to_owned()]);
        known.or_else(|| {
            let file = semantics.values.instance(site.instance).file;
            let script = files.get(file.index())?.script()?;
            let ExprKind::Call(call) = script.kind(site.expr) else { return None };
            made(script, option(script, call, "data")?)
        })
    }

    /// What is written as the datum's value to begin with.
    fn first_value(&self, name: &str) -> Option<(FileId, &'a Script, ExprId)> {
        let Self { files, semantics, datum, .. } = *self;
        if semantics.is_property(datum) {
            return None;
        }
        let [Token::Object(node)] = semantics.registered(datum.unit, "data")[..] else {
            return None;
        };
        let (instance, expr) = semantics.values.place(node)?;
        let file = semantics.values.instance(instance).file;
        let script = files.get(file.index())?.script()?;
        let ExprKind::Object(members) = script.kind(expr) else { return None };
        Some((file, script, script.member_value(members, name)?))
    }
}

/// What an expression is.
enum Value {
    /// The answer of the storage.
    Answer,
    /// This constant.
    Is(Literal),
    Unknown,
}

/// A reader of one script, in which the storage has answered.
struct Recall<'a> {
    script: &'a Script,
    /// The calls that read from the storage, and what they give.
    reads: Vec<(ExprId, Gives)>,
    entry: &'a Literal,
    /// How many expressions may still be looked at.
    left: Cell<u32>,
}

impl<'a> Recall<'a> {
    fn new(script: &'a Script, reads: Vec<(ExprId, Gives)>, entry: &'a Literal) -> Self {
        Self { script, reads, entry, left: Cell::new(0) }
    }

    /// What becomes of the datum that `call` sets to `value`; `None` where that may bring back what
    /// was taken away.
    fn outcome(
        &self,
        (call, value): (ExprId, ExprId),
        takes: &mut dyn FnMut(&Literal) -> bool,
    ) -> Option<Outcome> {
        let mut is_recalled = self.depends(value);
        let mut is_sure = true;
        for (_, region) in self.script.enclosing(self.script.expr(call).region) {
            let RegionKind::Branch { condition, taken } = region.kind else { continue };
            if !self.depends(condition) {
                continue;
            }
            match self.truth(condition) {
                Some(truth) if truth != taken => {
                    return Some(Outcome { is_set: false, is_left: true });
                }
                Some(_) => is_recalled = true,
                None => is_sure = false,
            }
        }
        let is_taken = self.known(value).is_some_and(|value| takes(&value));
        is_taken.then_some(Outcome { is_set: is_recalled && is_sure, is_left: false })
    }

    fn known(&self, expr: ExprId) -> Option<Literal> {
        self.left.set(MOST_PARTS);
        match self.value(expr) {
            Value::Is(value) => Some(value),
            Value::Answer | Value::Unknown => None,
        }
    }

    fn truth(&self, condition: ExprId) -> Option<bool> {
        self.known(condition).map(|value| value.is_true())
    }

    /// What `expr` is. Of what counts as false without being known it is `false`.
    fn value(&self, expr: ExprId) -> Value {
        let Some(left) = self.left.get().checked_sub(1) else { return Value::Unknown };
        self.left.set(left);
        match self.reads.iter().find(|(read, _)| *read == expr) {
            Some((_, Gives::Answer)) => return Value::Answer,
            Some((_, Gives::Entry)) => return Value::Is(self.entry.clone()),
            Some((_, Gives::Unknown)) => return Value::Unknown,
            None => {}
        }
        let is = |truth: Option<bool>| match truth {
            Some(truth) => Value::Is(Literal::Bool(truth)),
            None => Value::Unknown,
        };
        match self.script.kind(expr) {
            ExprKind::Await(value) | ExprKind::Assign { value, .. } => self.value(*value),
            ExprKind::Binding(_) => match self.script.settled(expr) {
                settled if settled != expr => self.value(settled),
                _ => Value::Unknown,
            },
            ExprKind::Member { object, property, .. } => match self.value(*object) {
                Value::Answer if self.script.name(*property) == "data" => {
                    Value::Is(self.entry.clone())
                }
                _ => Value::Unknown,
            },
            ExprKind::Not(value) => is(self.holds(*value).map(|it| !it)),
            ExprKind::Logical { operator, left, right } => self.logical(*operator, *left, *right),
            ExprKind::Conditional { test, yes, no } => match self.holds(*test) {
                Some(true) => self.value(*yes),
                Some(false) => self.value(*no),
                None => Value::Unknown,
            },
            ExprKind::Binary { operator, left, right } => {
                let equal = match (self.value(*left), self.value(*right)) {
                    (Value::Is(left), Value::Is(right)) => left.equals(&right),
                    _ => None,
                };
                match operator {
                    Binary::Equal | Binary::Same => is(equal),
                    Binary::NotEqual | Binary::NotSame => is(equal.map(|it| !it)),
                    _ => Value::Unknown,
                }
            }
            ExprKind::Call(call) => match (self.script.kind(call.callee), &call.arguments[..]) {
                (ExprKind::Global(name), [value]) if self.script.name(*name) == "Boolean" => {
                    is(self.holds(value.value))
                }
                (_, [value])
                    if self.script.global_member(call.callee) == Some(("JSON", "parse")) =>
                {
                    self.value(value.value)
                }
                _ => Value::Unknown,
            },
            _ => Literal::written(self.script, expr).map_or(Value::Unknown, Value::Is),
        }
    }

    fn holds(&self, expr: ExprId) -> Option<bool> {
        match self.value(expr) {
            Value::Answer => Some(true),
            Value::Is(value) => Some(value.is_true()),
            Value::Unknown => None,
        }
    }

    fn logical(&self, operator: Logical, left: ExprId, right: ExprId) -> Value {
        let first = self.value(left);
        let holds = match &first {
            Value::Answer => Some(true),
            Value::Is(value) => Some(value.is_true()),
            Value::Unknown => None,
        };
        match (operator, holds) {
            (Logical::And, Some(true)) | (Logical::Or, Some(false)) => self.value(right),
            (Logical::And | Logical::Or, Some(_)) => first,
            (Logical::Nullish, _) => match first {
                Value::Is(Literal::Nothing) => self.value(right),
                known => known,
            },
            (Logical::And, None) if self.holds(right) == Some(false) => {
                Value::Is(Literal::Bool(false))
            }
            _ => Value::Unknown,
        }
    }

    /// Whether what the storage answers is a part of `expr`, also through variables that never change.
    fn depends(&self, expr: ExprId) -> bool {
        let mut parts = vec![expr];
        let mut at = 0;
        while let Some(part) = parts.get(at).copied().filter(|_| at < MOST_PARTS as usize) {
            at += 1;
            if self.reads.iter().any(|(read, _)| *read == part) {
                return true;
            }
            match self.script.kind(part) {
                ExprKind::Binding(_) => {
                    parts.extend(Some(self.script.settled(part)).filter(|it| *it != part));
                }
                ExprKind::Function(_) => {}
                kind => parts.extend(kind.operands()),
            }
        }
        false
    }
}

/// What `function`, which makes the call `read`, gives back where something is kept. What it gives back
/// after a failure does not count, nor what counts as nothing.
pub(in crate::semantic) fn gives_back(
    script: &Script,
    function: FunctionId,
    read: (ExprId, Gives),
) -> Gives {
    let entry = Literal::Text("\0".to_owned());
    let recall = Recall::new(script, vec![read], &entry);
    let mut all = Vec::new();
    for value in &script.function(function).returns {
        let mut around = script.enclosing(script.expr(*value).region);
        if around.any(|(_, region)| matches!(region.kind, RegionKind::Catch { .. })) {
            continue;
        }
        recall.left.set(MOST_PARTS);
        all.push(match recall.value(*value) {
            Value::Answer => Gives::Answer,
            Value::Is(value) if value == entry => Gives::Entry,
            Value::Is(value) if !value.is_true() => continue,
            _ => Gives::Unknown,
        });
    }
    match all.as_slice() {
        [first, rest @ ..] if rest.iter().all(|it| it == first) => *first,
        _ => Gives::Unknown,
    }
}

/// What `value` is that something makes: an object, the time, and whatever else counts as true.
fn made(script: &Script, value: ExprId) -> Option<Literal> {
    let is_true = match script.kind(script.settled(value)) {
        ExprKind::Call(Call { is_new: true, .. }) | ExprKind::Object(_) | ExprKind::Array(_) => {
            true
        }
        ExprKind::Call(call) => script.global_member(call.callee) == Some(("Date", "now")),
        _ => false,
    };
    is_true.then_some(Literal::Object)
}

/// The value that a call of `setData` gives to `name`, if it does; `None` where that is not known.
fn set_value(script: &Script, call: ExprId, name: &str) -> Option<Option<ExprId>> {
    let ExprKind::Call(call) = script.kind(call) else { return None };
    let ExprKind::Object(members) = script.kind(call.arguments.first()?.value) else { return None };
    let mut found = None;
    for member in members {
        let Property::Value { key: Key::Name(key, _), value } = member else { return None };
        if script.name(*key) == name {
            found = Some(*value);
        }
    }
    Some(found)
}
