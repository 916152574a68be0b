//! What the registration of each unit defines.

use std::collections::{BTreeMap, BTreeSet};

use crate::project::{Project, UnitId};
use crate::semantic::values::{Container, FunctionNode, Token, Values};
use crate::source::{FileSpan, Span};
use crate::syntax::File;
use crate::syntax::script::{ExprKind, Key, Property, Script};

/// What `App({…})`, `Page({…})` or `Component({…})` of a unit defines.
#[derive(Clone, Debug, Default)]
pub struct Members {
    /// Whether the list is all there is: no spread, wrapper or script that could not be read.
    pub is_complete: bool,
    /// What a template's handlers can name: a page's members, a component's `methods`.
    pub handlers: BTreeMap<String, Member>,
    /// Functions beside `methods` of a component.
    pub beside: BTreeMap<String, Member>,
}

/// A member of a registration.
#[derive(Clone, Debug, Default)]
pub struct Member {
    /// The functions that it can be; none where its value is not known.
    pub functions: Vec<FunctionNode>,
    /// The place of the name of the first; `None` where its value is not known.
    pub at: Option<FileSpan>,
    /// All of that function.
    pub span: Span,
}

/// What the registrations of all units define, by unit.
pub(in crate::semantic) fn members(
    files: &[File],
    project: &Project,
    values: &Values,
) -> Vec<Members> {
    let mut all = vec![Members::default(); project.units.len()];
    for (id, unit) in project.units() {
        let script = unit.script.map(|script| &files[script.index()]);
        let is_read = script.is_some_and(|file| file.parsed.problems.is_empty());
        let members = &mut all[id.0 as usize];
        members.is_complete = is_read && values.registered.get(&id) == Some(&true);
        named(files, values, id, members);
    }
    let wrapped = wrapped(files, values);
    for member in &values.host_members {
        let name = values.symbols.text(member.name);
        let members = &mut all[member.unit.0 as usize];
        let into = match member.container {
            Container::App | Container::Page | Container::Methods => &mut members.handlers,
            Container::Component => &mut members.beside,
            Container::Lifetimes | Container::Observers | Container::Events => continue,
        };
        let entry = into.entry(name.to_owned()).or_default();
        entry.functions.push(member.function);
        if entry.at.is_none() {
            let (instance, function) = values.function(member.function);
            let file = values.instance(instance).file;
            if let Some(script) = files[file.index()].script() {
                let function = script.function(function);
                let at = FileSpan::new(file, function.head);
                (entry.at, entry.span) = (Some(at), function.span);
                let written = wrapped.get(&(member.container, member.unit, name));
                let written =
                    written.filter(|it| it.is_to_blame(FileSpan::new(file, function.span)));
                if let Some(Wrapped { key, value, .. }) = written {
                    (entry.at, entry.span) = (Some(*key), value.span);
                }
            }
        }
    }
    all
}

/// A member whose function stands elsewhere, but is at fault where it is named: what a call gives
/// back (`onTap: debounce(function () {})`), what stands beside `methods` (`onTap,`), or what another
/// script defines for several (`onTap: util.ignore`).
struct Wrapped {
    /// The place of its name.
    key: FileSpan,
    /// Its value, as it is written.
    value: FileSpan,
    /// Whether that is so wherever in the script the function stands.
    is_apart: bool,
}

impl Wrapped {
    /// Whether it is the name that is at fault, and not `function`.
    fn is_to_blame(&self, function: FileSpan) -> bool {
        let (outer, inner) = (self.value.span, function.span);
        let is_in_script = function.file == self.value.file;
        let is_inside = is_in_script && outer.start <= inner.start && inner.end <= outer.end;
        !is_inside && (self.is_apart || !is_in_script)
    }
}

/// A part of a unit's registration, and the name of a member in it.
type Named<'a> = (Container, UnitId, &'a str);

/// The members of registrations that are named where they do not stand.
fn wrapped<'a>(files: &'a [File], values: &Values) -> BTreeMap<Named<'a>, Wrapped> {
    let mut wrapped = BTreeMap::new();
    for (unit, registered) in &values.registrations {
        for (container, token) in registered {
            let Token::Object(node) = token else { continue };
            let Some((instance, expr)) = values.place(*node) else { continue };
            let file = values.instance(instance).file;
            let Some(script) = files.get(file.index()).and_then(File::script) else { continue };
            let ExprKind::Object(properties) = script.kind(expr) else { continue };
            for property in properties {
                let Property::Value { key: Key::Name(name, at), value } = property else {
                    continue;
                };
                let is_call = matches!(script.kind(*value), ExprKind::Call(_));
                let is_apart = is_call || *container == Container::Component;
                let value = FileSpan::new(file, script.expr(*value).span);
                let key = FileSpan::new(file, *at);
                let named = (*container, *unit, script.name(*name));
                wrapped.insert(named, Wrapped { key, value, is_apart });
            }
        }
    }
    wrapped
}

/// Notes every name that the registration of `unit` has, functions or not.
fn named(files: &[File], values: &Values, unit: UnitId, members: &mut Members) {
    for (container, token) in values.registrations.get(&unit).into_iter().flatten() {
        if !matches!(container, Container::App | Container::Page | Container::Methods) {
            continue;
        }
        let written = written(files, values, *token);
        for key in values.names(*token) {
            let name = values.symbols.text(key);
            let node = values.property(*token, key);
            let is_only_read = node.is_none_or(|node| values.of(node).is_empty())
                && written.as_ref().is_some_and(|names| !names.contains(name));
            if !name.starts_with('\0') && !is_only_read {
                members.handlers.entry(name.to_owned()).or_default();
            }
        }
        for name in got(files, values, *token) {
            members.handlers.entry(name.to_owned()).or_default();
        }
    }
}

/// The names of what getters of the object literal `token` give, whatever that is.
fn got<'a>(files: &'a [File], values: &Values, token: Token) -> impl Iterator<Item = &'a str> {
    let literal = literal(files, values, token);
    literal.into_iter().flat_map(|(script, properties)| {
        properties.iter().filter_map(|property| match property {
            Property::Getter { key: Key::Name(name, _), .. } => Some(script.name(*name)),
            _ => None,
        })
    })
}

/// The object literal that `token` is.
fn literal<'a>(
    files: &'a [File],
    values: &Values,
    token: Token,
) -> Option<(&'a Script, &'a [Property])> {
    let Token::Object(node) = token else { return None };
    let (instance, expr) = values.place(node)?;
    let script = files.get(values.instance(instance).file.index())?.script()?;
    let ExprKind::Object(properties) = script.kind(expr) else { return None };
    Some((script, properties))
}

/// The names that the object literal `token` is written with; `None` if there can be others.
///
/// A name that is merely looked up in an object is among its keys, too.
fn written<'a>(files: &'a [File], values: &Values, token: Token) -> Option<BTreeSet<&'a str>> {
    let (script, properties) = literal(files, values, token)?;
    let name = |property: &Property| match property {
        Property::Value { key: Key::Name(name, _), .. }
        | Property::Getter { key: Key::Name(name, _), .. }
        | Property::Setter { key: Key::Name(name, _), .. } => Some(script.name(*name)),
        _ => None,
    };
    properties.iter().map(name).collect()
}
