//! Data that answers are put into, and whether who reads them asks how these came out.
//!
//! ```js
//! success: (res) => this.setData({ user: JSON.parse(res.response).response }),
//! …
//! submit() { if (!this.data.user.nickName) return; … }
//! ```

use std::collections::{BTreeMap, BTreeSet};

use crate::project::UnitId;
use crate::semantic::origin::uses::{Use, Uses};
use crate::semantic::symbols::Symbol;
use crate::semantic::values::{CallKind, Container, FunctionNode, InstanceId, Token};
use crate::source::{FileId, FileSpan};
use crate::syntax::script::{Call, ExprId, ExprKind, Key, Property};

use super::Program;
use super::scan::{Copy, Scan};

/// How many expressions are looked at for where one comes from.
const MOST_STEPS: usize = 64;

/// A datum or property of a unit.
pub(super) type Datum = (UnitId, String);

/// What `setData` gives a unit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Put {
    /// The unit.
    pub unit: UnitId,
    /// The datum; `None` where it is not known.
    pub name: Option<String>,
    /// The function that does.
    pub by: FunctionNode,
    /// The value, where it is written.
    pub at: FileSpan,
}

/// Places that values are put into data at, none of them in another.
#[derive(Clone, Debug, Default)]
pub(super) struct Spans(BTreeMap<(FileId, u32), u32>);

impl Spans {
    /// Adds `at`.
    pub(super) fn add(&mut self, at: FileSpan) {
        self.0.insert((at.file, at.span.start), at.span.end);
    }

    /// Whether `at` stands in one of them.
    pub(super) fn hold(&self, at: FileSpan) -> bool {
        let before = self.0.range(..=(at.file, at.span.start)).next_back();
        before.is_some_and(|((file, _), end)| *file == at.file && at.span.end <= *end)
    }
}

/// The functions that the host calls when data change, each with the units and what it observes.
pub(super) type Observers = BTreeMap<FunctionNode, Vec<(UnitId, Symbol)>>;

/// The observers of `program`.
pub(super) fn observers(program: Program<'_>) -> Observers {
    let mut observers = Observers::new();
    let members = program.values.host_members.iter();
    for member in members.filter(|member| member.container == Container::Observers) {
        observers.entry(member.function).or_default().push((member.unit, member.name));
    }
    observers
}

impl Scan<'_> {
    /// The data of units that `expr` is taken out of.
    pub(super) fn data_of(&self, copy: Copy<'_>, expr: ExprId) -> BTreeSet<Datum> {
        let mut data = BTreeSet::new();
        let mut seen = BTreeSet::new();
        let mut work = vec![(copy.id, expr)];
        while let Some((instance, expr)) = work.pop().filter(|_| seen.len() < MOST_STEPS) {
            let Some(copy) = self.copy(instance).filter(|_| seen.insert((instance, expr))) else {
                continue;
            };
            let script = copy.script;
            match script.kind(expr) {
                ExprKind::Member { object, property, .. } => {
                    let units = self.units(copy, *object);
                    let name = script.name(*property);
                    data.extend(units.into_iter().map(|unit| (unit, name.to_owned())));
                    work.push((instance, *object));
                }
                ExprKind::Binding(binding) => {
                    let written = script.last_written(expr, &|_| None);
                    let value = script.only_value(*binding).or(written);
                    work.extend(value.map(|value| (instance, value)));
                }
                ExprKind::Assign { value, .. } => work.push((instance, *value)),
                ExprKind::Logical { left, right, .. } => {
                    work.extend([(instance, *left), (instance, *right)]);
                }
                ExprKind::Param(position) => {
                    let function = script.expr(expr).function;
                    let Some(holder) = self.program.values.holder(instance, function) else {
                        continue;
                    };
                    let function = self.program.values.instance(holder).function(function);
                    data.extend(self.observed(function, *position));
                    work.extend(self.given(function, *position));
                }
                _ => {}
            }
        }
        data
    }

    fn copy(&self, id: InstanceId) -> Option<Copy<'_>> {
        let file = self.program.values.instance(id).file;
        Some(Copy { id, script: self.program.files[file.index()].script()? })
    }

    /// The units whose data or properties `expr` is.
    fn units(&self, copy: Copy<'_>, expr: ExprId) -> Vec<UnitId> {
        let tokens = self.tokens(copy, expr).iter().map(|id| self.program.values.token(*id));
        let units = tokens.filter_map(|token| match token {
            Token::Data(unit) | Token::Props(unit) => Some(unit),
            _ => None,
        });
        units.collect()
    }

    /// The data that the host hands to `function`, an observer, as the parameter `position`.
    fn observed(&self, function: FunctionNode, position: u32) -> Vec<Datum> {
        let values = self.program.values;
        let observers = self.observers.get(&function).into_iter().flatten();
        let data = observers.filter_map(|(unit, observed)| {
            let path = values.symbols.text(*observed).split(',').nth(position as usize)?;
            let name = path.trim().split(['.', '[']).next()?;
            Some((*unit, name.to_owned()))
        });
        data.collect()
    }

    /// What the callers of `function` hand over as argument `position`.
    fn given(&self, function: FunctionNode, position: u32) -> Vec<(InstanceId, ExprId)> {
        let calls = self.graph.into(function).filter_map(|edge| edge.call);
        let given = calls.take(MOST_STEPS).filter_map(|call| {
            let site = self.program.values.call(call);
            let copy = self.copy(site.instance)?;
            let ExprKind::Call(call) = copy.script.kind(site.expr) else { return None };
            let argument =
                call.arguments.iter().find(|it| it.position == position && !it.spread)?;
            Some((site.instance, argument.value))
        });
        given.collect()
    }

    /// What the call `set` of `setData` gives which units.
    pub(super) fn puts(&self, copy: Copy<'_>, set: &Call, by: FunctionNode) -> Vec<Put> {
        let script = copy.script;
        let ExprKind::Member { object, .. } = script.kind(set.callee) else { return Vec::new() };
        let tokens = self.tokens(copy, *object).iter().map(|id| self.program.values.token(*id));
        let units = tokens.filter_map(|token| match token {
            Token::Unit(unit) => Some(unit),
            _ => None,
        });
        let Some(first) = set.arguments.first().map(|first| first.value) else {
            return Vec::new();
        };
        let values: Vec<(Option<String>, ExprId)> = match script.kind(first) {
            ExprKind::Object(members) => {
                let value = |member: &Property| match member {
                    Property::Value { key: Key::Name(name, _), value } => {
                        let root = script.name(*name).split(['.', '[']).next();
                        Some((root.map(str::to_owned), *value))
                    }
                    Property::Value { value, .. } | Property::Spread(value) => Some((None, *value)),
                    _ => None,
                };
                members.iter().filter_map(value).collect()
            }
            _ => vec![(None, first)],
        };
        let put = |unit: UnitId| {
            let all = values.iter();
            all.map(move |(name, value)| {
                let at = self.place(copy, script.expr(*value).span);
                Put { unit, name: name.clone(), by, at }
            })
        };
        units.flat_map(put).collect()
    }

    /// The places where readers of data ask how the answer came out that is put there.
    pub(super) fn asked_later(&mut self) -> Spans {
        let tested = with_handed(self.program, std::mem::take(&mut self.tested));
        let units: BTreeSet<UnitId> = tested.iter().map(|datum| datum.0).collect();
        let is_tested = |put: &Put| match &put.name {
            Some(name) => tested.contains(&(put.unit, name.clone())),
            None => units.contains(&put.unit),
        };
        let mut spans = Spans::default();
        for put in self.puts.iter().filter(|put| is_tested(put)) {
            spans.add(put.at);
            // What puts it there may have been handed it.
            for call in self.graph.into(put.by).filter_map(|edge| edge.call) {
                let site = self.program.values.call(call);
                let copy = self.copy(site.instance).filter(|_| site.kind == CallKind::Call);
                if let Some(copy) = copy {
                    spans.add(self.place(copy, copy.script.expr(site.expr).span));
                }
            }
        }
        spans
    }

    /// Where the value of `expr` is used: itself, or the reads of the variable that it is kept in.
    pub(super) fn ends(&mut self, copy: Copy<'_>, expr: ExprId) -> Vec<FileSpan> {
        let script = copy.script;
        let file = self.program.values.instance(copy.id).file;
        let uses = self.uses.entry(file).or_insert_with(|| Uses::new(script));
        let (mut ends, mut work) = (Vec::new(), vec![expr]);
        for _ in 0..MOST_STEPS {
            let Some(at) = work.pop() else { break };
            for use_ in uses.of(at).take(MOST_STEPS) {
                match use_ {
                    Use::Kept(binding) => ends.extend(uses.reads(binding)),
                    Use::Same(same) => work.push(same),
                    _ => ends.push(at),
                }
            }
        }
        ends.truncate(MOST_STEPS);
        ends.into_iter().map(|end| self.place(copy, script.expr(end).span)).collect()
    }
}

/// The data of `tested`, and those that templates hand to components whose properties are among
/// them.
pub(super) fn with_handed(program: Program<'_>, tested: BTreeSet<Datum>) -> BTreeSet<Datum> {
    let mut sources: BTreeMap<Datum, Vec<Datum>> = BTreeMap::new();
    for render in program.markup.renders.iter().filter(|_| !tested.is_empty()) {
        for (name, places) in &render.places {
            let from = places.paths.iter().filter_map(|path| path.first());
            let from = from.map(|first| (render.unit, first.clone()));
            sources.entry((render.child, name.clone())).or_default().extend(from);
        }
    }
    let mut work: Vec<Datum> = tested.iter().cloned().collect();
    let mut all = tested;
    while let Some(datum) = work.pop() {
        for source in sources.get(&datum).into_iter().flatten() {
            if all.insert(source.clone()) {
                work.push(source.clone());
            }
        }
    }
    all
}
