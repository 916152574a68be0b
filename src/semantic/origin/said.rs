//! What object literals say of their members, also through spreads, `Object.assign` and constants
//! that stand elsewhere.
//!
//! A value that stands elsewhere counts only where nothing else can have become of it: a variable
//! that is written once, a member that is not written again, of an object that no code has which
//! was not read.

use crate::semantic::Semantics;
use crate::semantic::markup::Literal;
use crate::semantic::symbols::hidden;
use crate::semantic::values::At;
use crate::semantic::values::{InstanceId, Node, Token};
use crate::source::{FileId, FileSpan};
use crate::syntax::File;
use crate::syntax::script::{
    BindingId, BindingKind, Call, ExprId, ExprKind, Key, Property, Script,
};

use super::Origins;

/// What one value takes its members from is looked through no deeper than this.
const DEEPEST: u32 = 8;

/// What is said of a member.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::semantic) enum Said {
    /// It has it as this constant, which is written there.
    Is(Literal, FileSpan),
    /// It lacks it.
    Nothing,
    /// That cannot be told.
    Unknown,
}

/// Reads what literals say.
#[derive(Clone, Copy)]
pub(in crate::semantic) struct Sayings<'a> {
    /// All that is known.
    pub semantics: &'a Semantics,
    /// Where constants come from.
    pub origins: Origins<'a>,
}

impl<'a> Sayings<'a> {
    /// What the literal `object` says of the member that `path` leads to.
    pub(in crate::semantic) fn member(&self, object: Token, path: &[String]) -> Said {
        self.literal_member(object, path, DEEPEST).unwrap_or(Said::Unknown)
    }

    fn literal_member(&self, object: Token, path: &[String], depth: u32) -> Option<Said> {
        let Token::Object(node) = object else { return None };
        let (name, rest) = path.split_first()?;
        let depth = depth.checked_sub(1)?;
        let values = &self.semantics.values;
        let (instance, expr) = values.place(node)?;
        let script = self.script(instance)?;
        let ExprKind::Object(properties) = script.kind(expr) else { return None };
        if values.property(object, hidden::ANY).is_some() {
            return None;
        }
        let mut found = Said::Nothing;
        for property in properties {
            match property {
                Property::Value { key: Key::Name(key, _), value } if script.name(*key) == name => {
                    found = self.value(At(instance, *value), rest, depth);
                }
                Property::Spread(value) => {
                    self.taken(&mut found, At(instance, *value), path, depth)
                }
                _ => {}
            }
        }
        for call in handed_to(script, expr) {
            for argument in assigned(script, call, expr)? {
                self.taken(&mut found, At(instance, argument), path, depth);
            }
        }
        let is_elsewhere = found == Said::Nothing && self.semantics.has_key(object, name);
        (!is_elsewhere && !self.semantics.changes.is_lent(object)).then_some(found)
    }

    /// Takes over what another object that stands at `from` says.
    fn taken(&self, found: &mut Said, from: At, path: &[String], depth: u32) {
        match self.value(from, path, depth) {
            Said::Nothing => {}
            said => *found = said,
        }
    }

    /// What the expression `at` is, or says of the member that `path` leads to.
    fn value(&self, at: At, path: &[String], depth: u32) -> Said {
        let At(instance, expr) = at;
        let (Some(script), Some(depth)) = (self.script(instance), depth.checked_sub(1)) else {
            return Said::Unknown;
        };
        match script.kind(expr) {
            ExprKind::Binding(binding) => match self.written(script, instance, *binding) {
                Some(at) => self.value(at, path, depth),
                None => Said::Unknown,
            },
            ExprKind::Member { object, property, .. } => {
                let way: Vec<String> = [script.name(*property).to_owned()]
                    .into_iter()
                    .chain(path.iter().cloned())
                    .collect();
                self.stays(At(instance, *object), &way, depth)
            }
            ExprKind::Call(call) if !script.is_assign(call) => match path {
                [] => Said::Unknown,
                // What a function gives back it may change before, but hardly takes away.
                path => match self.stays(at, path, depth) {
                    Said::Nothing => Said::Nothing,
                    _ => Said::Unknown,
                },
            },
            _ if path.is_empty() => {
                let file = self.semantics.values.instance(instance).file;
                let at = FileSpan::new(file, script.expr(expr).span);
                Literal::written(script, expr).map_or(Said::Unknown, |value| Said::Is(value, at))
            }
            _ => self.stays(at, path, depth),
        }
    }

    /// What all objects that the expression `at` can be say of the member that `path` leads to, and
    /// nothing changes later.
    fn stays(&self, At(instance, expr): At, path: &[String], depth: u32) -> Said {
        let (Some(script), Some(name)) = (self.script(instance), path.first()) else {
            return Said::Unknown;
        };
        let values = &self.semantics.values;
        let node = values.value(instance, script, expr);
        let objects = node.map(|node| values.of(node)).unwrap_or_default();
        let key = values.symbols.find(name);
        let says = |object: &Token| {
            let has_several = |node: Node| values.each(node).nth(1).is_some();
            let is_changed = key.is_some_and(|key| {
                values.is_stored(*object, key)
                    || values.property(*object, key).is_some_and(has_several)
            });
            let said = match object {
                Token::Exports(file) => self.exported(*file, path, depth),
                _ => self.literal_member(*object, path, depth),
            };
            said.filter(|_| !is_changed).unwrap_or(Said::Unknown)
        };
        match objects.as_slice() {
            [] => Said::Unknown,
            [object] => says(object),
            all if all.iter().all(|object| says(object) == Said::Nothing) => Said::Nothing,
            _ => Said::Unknown,
        }
    }

    /// What the module `file` exports under the first name of `path`.
    fn exported(&self, file: FileId, path: &[String], depth: u32) -> Option<Said> {
        let (name, rest) = path.split_first()?;
        match self.origins.exported(file, name).as_slice() {
            [at] => Some(self.value(*at, rest, depth)),
            _ => None,
        }
    }

    /// What a variable holds that is written once, where it is declared, or imported.
    fn written(&self, script: &'a Script, instance: InstanceId, binding: BindingId) -> Option<At> {
        let declared = script.binding(binding);
        match declared.writes.as_slice() {
            [] => {
                let file = self.semantics.values.instance(instance).file;
                let imported = self.origins.imported(script, file, binding);
                if let [at] = imported.as_slice() { Some(*at) } else { None }
            }
            [write] if declared.kind != BindingKind::Param => {
                script.value_written(*write).map(|value| At(instance, value))
            }
            _ => None,
        }
    }

    fn script(&self, instance: InstanceId) -> Option<&'a Script> {
        let file = self.semantics.values.instance(instance).file;
        self.origins.files.get(file.index())?.script()
    }
}

impl Semantics {
    /// A reader of what literals say.
    pub(in crate::semantic) fn sayings<'a>(
        &'a self,
        files: &'a [File],
        project: &'a crate::project::Project,
    ) -> Sayings<'a> {
        Sayings { semantics: self, origins: self.origins(files, project) }
    }

    /// Whether anything gives `object` a member `name`.
    pub(in crate::semantic) fn has_key(&self, object: Token, name: &str) -> bool {
        let named = self.values.names(object).filter(|key| key.0 >= hidden::COUNT as u32);
        named.map(|key| self.values.symbols.text(key)).any(|key| key == name)
    }
}

/// The calls that are handed the expression `expr` as it is written.
fn handed_to(script: &Script, expr: ExprId) -> impl Iterator<Item = &Call> {
    let calls = script.calls().map(|(_, _, call)| call);
    calls.filter(move |call| call.arguments.iter().any(|argument| argument.value == expr))
}

/// What `call` gives the object that is written as its argument `target`: `Object.assign` all others
/// to the first, and nothing to these; `None` where that cannot be told.
fn assigned(script: &Script, call: &Call, target: ExprId) -> Option<Vec<ExprId>> {
    let is_plain = call.arguments.iter().all(|argument| !argument.spread);
    let (first, others) = call.arguments.split_first()?;
    let given = if first.value == target { others } else { &[] };
    let is_known = is_plain && script.is_assign(call);
    is_known.then(|| given.iter().map(|argument| argument.value).collect())
}
