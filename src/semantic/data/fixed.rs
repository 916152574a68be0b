//! Data that keep the value they begin with, whatever runs.

use std::collections::{BTreeMap, BTreeSet};

use crate::project::{Project, UnitId, UnitKind, leading_to};
use crate::semantic::Semantics;
use crate::semantic::markup::{AuthButton, Datum, Literal, Read, Term};
use crate::semantic::origin::said::{Said, Sayings};
use crate::semantic::values::{CallSite, Container, Token, Values};
use crate::source::{FileId, FileSpan};
use crate::syntax::File;
use crate::syntax::axml::Template;
use crate::syntax::script::{ExprId, ExprKind, Key, Property, Script};

/// The methods that change data.
const SETTERS: [&str; 2] = ["setData", "$spliceData"];

/// What changes the data of the units on which authorize buttons depend.
#[derive(Clone, Debug, Default)]
pub struct Changes {
    /// What setters make of the data of units, by unit and name.
    sets: BTreeMap<UnitId, BTreeMap<String, Vec<Set>>>,
    /// The units of which anything may be set: a setter is given what is not written there, code
    /// that was not read is given the unit, or too many values that the unit may be among.
    open: BTreeSet<UnitId>,
    /// The objects that code which was not read is given.
    lent: BTreeSet<Token>,
    /// The data that are set on units which are not known, or not all of which are, and the names of modules of templates,
    /// which hide data.
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

impl Semantics {
    /// All that changes the data by which authorize buttons are there and of use.
    #[must_use]
    pub(in crate::semantic) fn changes(&self, files: &[File], project: &Project) -> Changes {
        let mut changes = Changes::default();
        let units = self.deciding();
        if units.is_empty() {
            return changes;
        }
        let lost = self.values.lost.iter().filter_map(|token| match token {
            Token::Unit(unit) => Some(*unit),
            _ => None,
        });
        let lost: Vec<UnitId> = lost.collect();
        let setters = SETTERS.map(|name| self.values.symbols.find(&format!("this.{name}")));
        let (mut known, mut cut) = (BTreeSet::new(), BTreeSet::new());
        for host in &self.values.host_calls {
            let site = self.values.call(host.call);
            if setters.contains(&Some(host.path)) {
                let set = self.receivers(files, host.call);
                let receiver = self.receiver(files, host.call);
                let call = (self.values.instance(site.instance).file, site.expr);
                if receiver.is_some_and(|node| self.values.is_cut(node)) {
                    cut.insert(call);
                    changes.note_set_of_lost(files, &self.values, &lost, site);
                } else if !set.is_empty() {
                    known.insert(call);
                }
                for unit in set.into_iter().filter(|unit| units.contains(unit)) {
                    changes.note_set(files, &self.values, unit, site);
                }
            } else if host.is_unread() {
                changes.note_unread(&self.values, site, (&units, &lost));
            }
        }
        known.retain(|call| !cut.contains(call));
        for (id, file) in (0..).map(FileId).zip(files) {
            if let Some(script) = file.script().filter(|_| !project.is_library(id)) {
                changes.note_loose(id, script, &known);
            }
            changes.loose.extend(file.template().into_iter().flat_map(modules));
        }
        if !changes.loose_files.is_empty() {
            changes.loose_files = leading_to(project, &changes.loose_files);
        }
        changes
    }

    /// The units whose data are read by conditions around authorize buttons, or by their scopes.
    fn deciding(&self) -> BTreeSet<UnitId> {
        let nodes = || self.markup.views.iter().flat_map(|view| &view.nodes);
        let terms =
            nodes().flat_map(|node| node.guards.iter().map(|(term, _)| term).chain(&node.disabled));
        let looks = nodes().flat_map(|node| &node.looks.steady);
        let read = terms.flat_map(Term::data).chain(looks).map(|datum| datum.unit);
        let is_open = self.markup.buttons.iter().any(AuthButton::is_open);
        read.chain(nodes().filter(|_| is_open).map(|node| node.unit)).collect()
    }

    /// The value of `datum`, if it is a constant that nothing changes.
    #[must_use]
    pub fn fixed(&self, files: &[File], project: &Project, datum: &Datum) -> Option<Fixed> {
        let instance = self.markup.instances.get(datum.instance.0 as usize);
        let is_used = instance.is_some_and(|it| it.tag.is_some());
        let read = Read { unit: datum.unit, is_used, path: &datum.path };
        self.fixed_read(files, project, read).filter(|_| datum.path.len() == 1)
    }

    /// The value of what `read` reads, if it is a constant that nothing changes.
    pub(in crate::semantic) fn fixed_read(
        &self,
        files: &[File],
        project: &Project,
        read: Read<'_>,
    ) -> Option<Fixed> {
        let changes = &self.changes;
        let name = read.path.first()?;
        let unit = project.unit(read.unit);
        let is_open = changes.open.contains(&read.unit) || changes.loose.contains(name);
        if is_open || name.starts_with('$') || !self.members(read.unit).is_complete {
            return None;
        }
        let sayings = self.sayings(files, project);
        let said = |part: &str| self.said(&sayings, read, part);
        let found = match (said("data"), said("props")) {
            (Said::Is(value, at), Said::Nothing) => {
                Fixed { value, at: Some(at), is_property: false }
            }
            _ if unit.kind == UnitKind::Component && !read.is_used => return None,
            (Said::Nothing, Said::Is(value, at)) => {
                Fixed { value, at: Some(at), is_property: true }
            }
            (Said::Nothing, Said::Nothing) => {
                Fixed { value: Literal::Nothing, at: None, is_property: false }
            }
            _ => return None,
        };
        let sets = changes.sets.get(&read.unit).and_then(|sets| sets.get(name));
        let mut sets = sets.into_iter().flatten();
        let is_same = |set: &Set| {
            let is_whole = set.path.as_ref().is_some_and(|path| *path == read.path);
            is_whole && set.value.as_ref() == Some(&found.value)
        };
        let is_kept = sets.all(is_same) && !changes.is_loose(unit.script);
        is_kept.then_some(found)
    }

    /// All constants that `datum` is set to; `None` where it can be set to something else.
    #[must_use]
    pub fn all_sets(&self, project: &Project, datum: &Datum) -> Option<Vec<Literal>> {
        if self.is_open(project, datum) {
            return None;
        }
        let mut all = Vec::new();
        for set in self.changes.sets.get(&datum.unit)?.get(datum.path.first()?)? {
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

    /// Whether something may set `datum` that is not known.
    #[must_use]
    pub fn is_open(&self, project: &Project, datum: &Datum) -> bool {
        let changes = &self.changes;
        changes.open.contains(&datum.unit)
            || datum.path.first().is_none_or(|name| changes.loose.contains(name))
            || !self.members(datum.unit).is_complete
            || changes.is_loose(project.unit(datum.unit).script)
    }

    /// What `part`, `data` or `props`, of all that a unit is registered with says of what is read.
    fn said(&self, sayings: &Sayings<'_>, read: Read<'_>, part: &str) -> Said {
        let mut said = Said::Nothing;
        for (container, token) in self.values.registrations.get(&read.unit).into_iter().flatten() {
            if !matches!(container, Container::Page | Container::Component) {
                continue;
            }
            let objects = self.returned(self.values_of(*token, part));
            if objects.is_empty() && self.has_key(*token, part) {
                return Said::Unknown;
            }
            for object in objects {
                said = match (said, sayings.member(object, read.path)) {
                    (Said::Nothing, other) => other,
                    (Said::Is(value, at), Said::Nothing) => Said::Is(value, at),
                    _ => return Said::Unknown,
                };
            }
        }
        said
    }
}

impl Changes {
    /// Whether code that was not read is given `object`.
    pub(in crate::semantic) fn is_lent(&self, object: Token) -> bool {
        self.lent.contains(&object)
    }

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

    /// Notes that the setter `site` is called on more units than are kept, which `lost` may be. Names
    /// that it plainly sets are noted for all units.
    fn note_set_of_lost(
        &mut self,
        files: &[File],
        values: &Values,
        lost: &[UnitId],
        site: &CallSite,
    ) {
        let script = files[values.instance(site.instance).file.index()].script();
        let is_plain = script.is_some_and(|script| match script.kind(site.expr) {
            ExprKind::Call(call) => {
                let set = call.arguments.first();
                set.is_some_and(|set| literal_members(script, set.value).is_some())
            }
            _ => false,
        });
        if !is_plain {
            self.open.extend(lost);
        }
    }

    /// Notes what `site`, a call of code that was not read, hands over: of `units` those that it does,
    /// and what was `lost` where it may hand over more.
    fn note_unread(
        &mut self,
        values: &Values,
        site: &CallSite,
        (units, lost): (&BTreeSet<UnitId>, &[UnitId]),
    ) {
        for (node, _) in &*site.arguments {
            // Where no unit is among those that are kept, there is hardly one among the others.
            if values.is_cut(*node) && values.each(*node).any(|it| matches!(it, Token::Unit(_))) {
                self.open.extend(lost);
            }
            for token in values.each(*node) {
                match token {
                    Token::Unit(unit) if units.contains(&unit) => {
                        self.open.insert(unit);
                    }
                    Token::Object(_) => {
                        self.lent.insert(token);
                    }
                    _ => {}
                }
            }
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
            Some((script.name(*name), Literal::written(script, *value)))
        }
        _ => None,
    };
    properties.iter().map(member).collect()
}

/// The names that `import-sjs` gives modules, or what they export: `util`, `{ first, second }`.
fn modules(template: &Template) -> impl Iterator<Item = String> {
    let elements = template.elements().map(|(_, element)| element);
    let imports = elements.filter(|element| element.name == "import-sjs");
    let names = imports.filter_map(|it| it.attribute("name")?.value.as_ref()?.literal());
    names.flat_map(|name| {
        let words = name.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
        words.map(str::to_owned)
    })
}

/// The datum that a path such as `user.name` or `list[0]` leads into.
fn root(path: &str) -> &str {
    path.split(['.', '[']).next().unwrap_or(path)
}
