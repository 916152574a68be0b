//! Data that keep the value they begin with, whatever runs.

use std::collections::{BTreeMap, BTreeSet};

use crate::project::{Project, UnitId, UnitKind, leading_to};
use crate::source::{FileId, FileSpan};
use crate::syntax::File;
use crate::syntax::script::{ExprId, ExprKind, Key, Property, Script};

use super::Semantics;
use super::markup::{Datum, Literal, Term};
use super::symbols::hidden;
use super::values::{CallSite, Container, Token, Values};

/// The methods that change data.
const SETTERS: [&str; 2] = ["setData", "$spliceData"];

/// What changes the data of the units on which authorize buttons depend.
#[derive(Clone, Debug, Default)]
pub struct Changes {
    /// What setters make of the data of units, by unit and name.
    sets: BTreeMap<UnitId, BTreeMap<String, Vec<Set>>>,
    /// The units of which anything may be set: a setter is given what is not written there, or
    /// code that was not read is given the unit.
    open: BTreeSet<UnitId>,
    /// The data that are set on units which are not known.
    loose: BTreeSet<String>,
    /// The scripts that set on units which are not known data which are not known, and those that
    /// import them.
    loose_files: BTreeSet<FileId>,
}

/// What a setter makes of a datum.
#[derive(Clone, Debug)]
struct Set {
    /// The names of the members that lead to what is set, the datum's own first; `None` where they
    /// are not plain names.
    path: Option<Vec<String>>,
    /// The value, if it is a constant.
    value: Option<Literal>,
}

/// A value that stays.
#[derive(Clone, Debug, PartialEq)]
pub struct Fixed {
    /// The value.
    pub value: Literal,
    /// Where it is written; `None` where nothing gives it one.
    pub at: Option<FileSpan>,
    /// Whether it is a property that no tag hands over.
    pub is_property: bool,
}

/// What an object says of a member.
enum Said {
    /// It has it as this constant, there.
    Is(Literal, FileSpan),
    /// It lacks it.
    Nothing,
    /// That cannot be told.
    Unknown,
}

impl Semantics {
    /// All that changes the data by which authorize buttons are there and of use.
    #[must_use]
    pub(super) fn changes(&self, files: &[File], project: &Project) -> Changes {
        let mut changes = Changes::default();
        let units = self.deciding();
        if units.is_empty() {
            return changes;
        }
        let setters = SETTERS.map(|name| self.values.symbols.find(&format!("this.{name}")));
        let mut known = BTreeSet::new();
        for host in &self.values.host_calls {
            let site = self.values.call(host.call);
            if setters.contains(&Some(host.path)) {
                let set = self.receivers(files, host.call);
                if !set.is_empty() {
                    known.insert((self.values.instance(site.instance).file, site.expr));
                }
                for unit in set.into_iter().filter(|unit| units.contains(unit)) {
                    changes.note_set(files, &self.values, unit, site);
                }
            } else if host.is_unread() {
                let given = site.arguments.iter().flat_map(|it| self.values.each(it.0));
                changes.open.extend(given.filter_map(|token| match token {
                    Token::Unit(unit) => Some(unit).filter(|unit| units.contains(unit)),
                    _ => None,
                }));
            }
        }
        for (id, file) in (0..).map(FileId).zip(files) {
            if let Some(script) = file.script().filter(|_| !project.is_library(id)) {
                changes.note_loose(id, script, &known);
            }
        }
        if !changes.loose_files.is_empty() {
            changes.loose_files = leading_to(project, &changes.loose_files);
        }
        changes
    }

    /// The units whose data are read by conditions around authorize buttons.
    fn deciding(&self) -> BTreeSet<UnitId> {
        let nodes = self.markup.views.iter().flat_map(|view| &view.nodes);
        let terms =
            nodes.flat_map(|node| node.guards.iter().map(|(term, _)| term).chain(&node.disabled));
        terms.flat_map(Term::data).map(|datum| datum.unit).collect()
    }

    /// The value of `datum`, if it is a constant that nothing changes.
    #[must_use]
    pub fn fixed(&self, files: &[File], project: &Project, datum: &Datum) -> Option<Fixed> {
        let changes = &self.changes;
        let [name] = datum.path.as_slice() else { return None };
        let unit = project.unit(datum.unit);
        let is_open = changes.open.contains(&datum.unit) || changes.loose.contains(name);
        if is_open || name.starts_with('$') || !self.members(datum.unit).is_complete {
            return None;
        }
        let found = match (self.said(files, datum, "data"), self.said(files, datum, "props")) {
            (Said::Is(value, at), Said::Nothing) => {
                Fixed { value, at: Some(at), is_property: false }
            }
            _ if unit.kind == UnitKind::Component && !self.has_tag(datum) => return None,
            (Said::Nothing, Said::Is(value, at)) => {
                Fixed { value, at: Some(at), is_property: true }
            }
            (Said::Nothing, Said::Nothing) => {
                Fixed { value: Literal::Nothing, at: None, is_property: false }
            }
            _ => return None,
        };
        let sets = changes.sets.get(&datum.unit).and_then(|sets| sets.get(name));
        let mut sets = sets.into_iter().flatten();
        let is_same = |set: &Set| {
            let is_whole = set.path.as_ref().is_some_and(|path| *path == datum.path);
            is_whole && set.value.as_ref() == Some(&found.value)
        };
        let is_kept = sets.all(is_same) && !changes.is_loose(unit.script);
        is_kept.then_some(found)
    }

    /// All constants that `datum` is set to; `None` where it can be set to something else.
    #[must_use]
    pub fn all_sets(&self, project: &Project, datum: &Datum) -> Option<Vec<Literal>> {
        let changes = &self.changes;
        let name = datum.path.first()?;
        let is_open = changes.open.contains(&datum.unit)
            || changes.loose.contains(name)
            || !self.members(datum.unit).is_complete
            || changes.is_loose(project.unit(datum.unit).script);
        if is_open {
            return None;
        }
        let mut all = Vec::new();
        for set in changes.sets.get(&datum.unit)?.get(name)? {
            let path = set.path.as_ref()?;
            let mut both = path.iter().zip(&datum.path);
            if both.any(|(set, own)| set != own) {
                continue;
            }
            // What sets an object around the datum, or a part of it, sets what is not known.
            all.push(set.value.clone().filter(|_| path.len() == datum.path.len())?);
        }
        Some(all)
    }

    /// Whether the unit of `datum` is used by a tag, which hands it its properties.
    fn has_tag(&self, datum: &Datum) -> bool {
        let instance = self.markup.instances.get(datum.instance.0 as usize);
        instance.is_some_and(|it| it.tag.is_some())
    }

    /// What `part`, `data` or `props`, of all that a unit is registered with says of a datum.
    fn said(&self, files: &[File], datum: &Datum, part: &str) -> Said {
        let Some(name) = datum.path.first() else { return Said::Unknown };
        let mut said = Said::Nothing;
        for (container, token) in self.values.registrations.get(&datum.unit).into_iter().flatten() {
            if !matches!(container, Container::Page | Container::Component) {
                continue;
            }
            let objects = self.returned(self.values_of(*token, part));
            if objects.is_empty() && self.has_key(*token, part) {
                return Said::Unknown;
            }
            for object in objects {
                said = match (said, self.member(files, object, name)) {
                    (Said::Nothing, other) => other,
                    (Said::Is(value, at), Said::Nothing) => Said::Is(value, at),
                    _ => return Said::Unknown,
                };
            }
        }
        said
    }

    /// What an object literal says of the member `name` and of those below it.
    fn member(&self, files: &[File], object: Token, name: &str) -> Said {
        self.literal_member(files, object, name).unwrap_or(Said::Unknown)
    }

    fn literal_member(&self, files: &[File], object: Token, name: &str) -> Option<Said> {
        let Token::Object(node) = object else { return None };
        let (instance, expr) = self.values.place(node)?;
        let file = self.values.instance(instance).file;
        let script = files.get(file.index())?.script()?;
        let ExprKind::Object(properties) = script.kind(expr) else { return None };
        let is_handed_on = script
            .calls()
            .any(|(_, _, call)| call.arguments.iter().any(|argument| argument.value == expr));
        if is_handed_on || self.values.property(object, hidden::ANY).is_some() {
            return None;
        }
        let mut found = Said::Nothing;
        for property in properties {
            match property {
                Property::Value { key: Key::Name(key, _), value } if script.name(*key) == name => {
                    let at = FileSpan::new(file, script.expr(*value).span);
                    found = Said::Is(constant(script, *value)?, at);
                }
                Property::Spread(value) => {
                    let node = self.values.value(instance, script, *value)?;
                    let objects = self.values.of(node);
                    if objects.is_empty() {
                        return None;
                    }
                    for object in objects {
                        if !matches!(object, Token::Object(_)) || self.has_key(object, name) {
                            return None;
                        }
                    }
                }
                _ => {}
            }
        }
        let is_elsewhere = matches!(found, Said::Nothing) && self.has_key(object, name);
        (!is_elsewhere).then_some(found)
    }

    fn keys(&self, object: Token) -> impl Iterator<Item = &str> {
        let named = self.values.names(object).filter(|key| key.0 >= hidden::COUNT as u32);
        named.map(|key| self.values.symbols.text(key))
    }

    fn has_key(&self, object: Token, name: &str) -> bool {
        self.keys(object).any(|key| key == name)
    }
}

impl Changes {
    /// Notes what the call `site` of a setter makes of the data of `unit`.
    fn note_set(&mut self, files: &[File], values: &Values, unit: UnitId, site: &CallSite) {
        let script = files[values.instance(site.instance).file.index()].script();
        let members = script.and_then(|script| {
            let ExprKind::Call(call) = script.kind(site.expr) else { return None };
            literal_members(script, call.arguments.first()?.value)
        });
        let Some(members) = members else {
            self.open.insert(unit);
            return;
        };
        let sets = self.sets.entry(unit).or_default();
        for (key, value) in members {
            let path = (!key.contains('[')).then(|| key.split('.').map(str::to_owned).collect());
            sets.entry(root(key).to_owned()).or_default().push(Set { path, value });
        }
    }

    /// Notes the setters of `script` that are called on something not known.
    fn note_loose(&mut self, file: FileId, script: &Script, known: &BTreeSet<(FileId, ExprId)>) {
        let setters = SETTERS.map(|name| script.find_name(name));
        if setters == [None, None] {
            return;
        }
        let is_setter = |kind: &ExprKind| match kind {
            ExprKind::Member { property, .. } => setters.contains(&Some(*property)),
            _ => false,
        };
        // A callee stands before its call.
        let mut uncalled = BTreeSet::new();
        for (id, expr) in script.exprs() {
            let call = match &expr.kind {
                ExprKind::Call(call) if is_setter(script.kind(call.callee)) => call,
                kind => {
                    uncalled.extend(is_setter(kind).then_some(id));
                    continue;
                }
            };
            uncalled.remove(&call.callee);
            if known.contains(&(file, id)) {
                continue;
            }
            match call.arguments.first().and_then(|it| literal_members(script, it.value)) {
                Some(members) => {
                    self.loose.extend(members.iter().map(|it| root(it.0).to_owned()));
                }
                None => {
                    self.loose_files.insert(file);
                }
            }
        }
        if !uncalled.is_empty() {
            self.loose_files.insert(file);
        }
    }

    /// Whether `script`, or what it imports, sets data that are not known.
    fn is_loose(&self, script: Option<FileId>) -> bool {
        script.is_some_and(|script| self.loose_files.contains(&script))
    }
}

/// The members of an object literal with their constants, if all keys are constant.
fn literal_members(script: &Script, expr: ExprId) -> Option<Vec<(&str, Option<Literal>)>> {
    let ExprKind::Object(properties) = script.kind(expr) else { return None };
    let member = |property: &Property| match property {
        Property::Value { key: Key::Name(name, _), value } => {
            Some((script.name(*name), constant(script, *value)))
        }
        _ => None,
    };
    properties.iter().map(member).collect()
}

/// The constant that is written as `expr`.
fn constant(script: &Script, expr: ExprId) -> Option<Literal> {
    match script.kind(expr) {
        ExprKind::Undefined | ExprKind::Null => Some(Literal::Nothing),
        ExprKind::Bool(value) => Some(Literal::Bool(*value)),
        ExprKind::Number(value) => Some(Literal::Number(value.to_string())),
        ExprKind::String(text) => Some(Literal::Text(script.name(*text).to_owned())),
        _ => None,
    }
}

/// The datum that a path such as `user.name` or `list[0]` leads into.
fn root(path: &str) -> &str {
    path.split(['.', '[']).next().unwrap_or(path)
}
