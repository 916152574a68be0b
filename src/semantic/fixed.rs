//! Data that keep the value they begin with, whatever runs.

use std::collections::{BTreeMap, BTreeSet};

use crate::project::{Project, UnitId, UnitKind, reached_from};
use crate::source::{FileId, FileSpan};
use crate::syntax::File;
use crate::syntax::script::{ExprId, ExprKind, Key, Property, Script};

use super::Semantics;
use super::markup::{Datum, Literal};
use super::symbols::hidden;
use super::values::{Container, InstanceId, Token};

/// The methods that change data.
const SETTERS: [&str; 2] = ["setData", "$spliceData"];

/// What changes the data of units.
#[derive(Clone, Debug, Default)]
pub struct Changes {
    /// What each call hands to a setter of a unit.
    sets: BTreeMap<UnitId, Vec<Vec<Token>>>,
    /// The units that code which was not read is given.
    open: BTreeSet<UnitId>,
    /// The data that are set on units which are not known.
    loose: BTreeSet<String>,
    /// The scripts that set on units which are not known data which are not known.
    loose_files: BTreeSet<FileId>,
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
    /// All that changes data.
    #[must_use]
    pub fn changes(&self, files: &[File], project: &Project) -> Changes {
        let mut changes = Changes::default();
        let setters = SETTERS.map(|name| self.values.symbols.find(&format!("this.{name}")));
        let mut known = BTreeSet::new();
        for host in &self.values.host_calls {
            let site = self.values.call(host.call);
            if setters.contains(&Some(host.path)) {
                let units = self.receivers(files, host.call);
                if !units.is_empty() {
                    known.insert((self.values.instance(site.instance).file, site.expr));
                }
                for unit in units {
                    let first = site.arguments.first();
                    let objects = first.map(|it| self.values.of(it.0)).unwrap_or_default();
                    changes.sets.entry(unit).or_default().push(objects);
                }
            } else if host.is_unread() {
                let given = site.arguments.iter().flat_map(|it| self.values.of(it.0));
                changes.open.extend(given.filter_map(|token| match token {
                    Token::Unit(unit) => Some(unit),
                    _ => None,
                }));
            }
        }
        for (id, file) in (0..).map(FileId).zip(files) {
            if let Some(script) = file.script().filter(|_| !project.is_library(id)) {
                changes.note_loose(id, script, &known);
            }
        }
        changes
    }

    /// The value of `datum`, if it is a constant that nothing changes.
    #[must_use]
    pub fn fixed(
        &self,
        files: &[File],
        project: &Project,
        changes: &Changes,
        datum: &Datum,
    ) -> Option<Fixed> {
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
        let mut sets = changes.sets.get(&datum.unit).into_iter().flatten();
        let keeps = |objects: &Vec<Token>| self.keeps(files, objects, name, &found.value);
        let is_kept = sets.all(keeps) && !changes.is_loose(files, project, unit.script);
        is_kept.then_some(found)
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

    /// Whether no object of `objects`, which a setter is given, makes `name` anything but `value`.
    fn keeps(&self, files: &[File], objects: &[Token], name: &str, value: &Literal) -> bool {
        !objects.is_empty()
            && objects.iter().all(|object| match self.member(files, *object, name) {
                Said::Nothing => true,
                Said::Is(other, _) => other == *value,
                Said::Unknown => false,
            })
    }

    /// What an object literal says of the member `name` and of those below it.
    fn member(&self, files: &[File], object: Token, name: &str) -> Said {
        let Token::Object(node) = object else { return Said::Unknown };
        let Some((instance, expr)) = self.values.written(node) else { return Said::Unknown };
        let keys: Vec<&str> = self.keys(object).collect();
        if self.has_open_key(object) {
            return Said::Unknown;
        }
        if !keys.iter().any(|key| root(key) == name) {
            return Said::Nothing;
        }
        let said = self.literal_member(files, (instance, expr), name);
        let (Some(said), true) = (said, keys.iter().all(|it| *it == name || root(it) != name))
        else {
            return Said::Unknown;
        };
        said
    }

    fn literal_member(
        &self,
        files: &[File],
        (instance, expr): (InstanceId, ExprId),
        name: &str,
    ) -> Option<Said> {
        let file = self.values.instance(instance).file;
        let script = files.get(file.index())?.script()?;
        let ExprKind::Object(properties) = script.kind(expr) else { return None };
        let last = properties.iter().rev().find(|property| match property {
            Property::Value { key: Key::Name(key, _), .. } => script.name(*key) == name,
            Property::Spread(_) => true,
            _ => false,
        });
        let Some(Property::Value { value, .. }) = last else { return None };
        let literal = constant(script, *value)?;
        Some(Said::Is(literal, FileSpan::new(file, script.expr(*value).span)))
    }

    fn keys(&self, object: Token) -> impl Iterator<Item = &str> {
        let id = self.values.token_ids.get(&object);
        let keys = id.and_then(|id| self.values.keys.get(id)).into_iter().flatten();
        let named = keys.filter(|(key, _)| key.0 >= hidden::COUNT as u32);
        named.map(|(key, _)| self.values.symbols.text(*key))
    }

    fn has_key(&self, object: Token, name: &str) -> bool {
        self.keys(object).any(|key| key == name)
    }

    fn has_open_key(&self, object: Token) -> bool {
        self.values.property(object, hidden::ANY).is_some()
    }
}

impl Changes {
    /// Notes the setters of `script` that are called on something not known.
    fn note_loose(&mut self, file: FileId, script: &Script, known: &BTreeSet<(FileId, ExprId)>) {
        let setters = SETTERS.map(|name| script.find_name(name));
        let is_setter = |id: ExprId| matches!(script.kind(id), ExprKind::Member { property, .. } if setters.contains(&Some(*property)));
        if setters == [None, None] {
            return;
        }
        let mut callees = BTreeSet::new();
        for (id, _, call) in script.calls().filter(|(_, _, call)| is_setter(call.callee)) {
            callees.insert(call.callee);
            if known.contains(&(file, id)) {
                continue;
            }
            match call.arguments.first().and_then(|it| literal_keys(script, it.value)) {
                Some(keys) => self.loose.extend(keys.iter().map(|key| root(key).to_owned())),
                None => {
                    self.loose_files.insert(file);
                }
            }
        }
        if script.exprs().any(|(id, _)| is_setter(id) && !callees.contains(&id)) {
            self.loose_files.insert(file);
        }
    }

    /// Whether `script`, or what it imports, sets data that are not known.
    fn is_loose(&self, files: &[File], project: &Project, script: Option<FileId>) -> bool {
        !self.loose_files.is_empty()
            && !reached_from(files, project, script).is_disjoint(&self.loose_files)
    }
}

/// The keys of an object literal, if all are constant.
fn literal_keys(script: &Script, expr: ExprId) -> Option<Vec<&str>> {
    let ExprKind::Object(properties) = script.kind(expr) else { return None };
    let key = |property: &Property| match property {
        Property::Value { key: Key::Name(name, _), .. } => Some(script.name(*name)),
        _ => None,
    };
    properties.iter().map(key).collect()
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
