//! What variables and imports stand for, as it is written: of `SCOPES.USER` in one script the text that
//! another exports.

use crate::semantic::exported::Exported;
use crate::semantic::values::facts::FileFacts;
use crate::semantic::values::solve::Solver;
use crate::source::FileId;
use crate::syntax::script::{
    BindingId, BindingKind, Call, ExprId, ExprKind, Imported, Key, Name, Property, Script, Target,
};

use rustc_hash::FxHashMap;

/// Variables, modules and members are followed through no more steps than this.
const DEEPEST: u32 = 8;

/// The names that a script imports: of which module, and what of it.
pub(in crate::semantic::values) type Imports = FxHashMap<BindingId, (Name, Imported)>;

/// An expression of a script.
#[derive(Clone, Copy)]
pub(in crate::semantic::values) struct Place<'a> {
    pub(in crate::semantic::values) file: FileId,
    pub(in crate::semantic::values) script: &'a Script,
    pub(in crate::semantic::values) expr: ExprId,
}

impl<'a> Place<'a> {
    /// Another expression of the same script.
    pub(in crate::semantic::values) fn at(self, expr: ExprId) -> Self {
        Self { expr, ..self }
    }

    /// What it is.
    pub(in crate::semantic::values) fn kind(self) -> &'a ExprKind {
        self.script.kind(self.expr)
    }
}

/// What an expression stands for.
#[derive(Clone, Copy)]
enum Behind<'a> {
    Value(Place<'a>),
    Module(FileId),
}

impl FileFacts {
    fn imports(&self, script: &Script) -> &Imports {
        self.imports.get_or_init(|| {
            let each = script.imports.iter().flat_map(|import| {
                let names = import.names.iter();
                names.map(|(imported, binding)| (*binding, (import.reference, *imported)))
            });
            each.collect()
        })
    }
}

impl<'a> Solver<'a> {
    /// The expression that `place` surely has the value of: behind variables that are written once, and
    /// what modules export once.
    pub(in crate::semantic::values) fn behind(&self, place: Place<'a>) -> Option<Place<'a>> {
        match self.follow(place, DEEPEST)? {
            Behind::Value(place) => Some(place),
            Behind::Module(_) => None,
        }
    }

    fn follow(&self, place: Place<'a>, depth: u32) -> Option<Behind<'a>> {
        let depth = depth.checked_sub(1)?;
        let facts = self.facts.get(place.file.index())?;
        let source = facts.sources.get(place.expr.0 as usize).copied();
        let place = place.at(source.unwrap_or(place.expr));
        match place.kind() {
            ExprKind::Binding(binding) => {
                let import = facts.imports(place.script).get(binding).copied();
                match import {
                    Some((reference, imported)) => {
                        self.follow_import(place, reference, imported, depth)
                    }
                    None => self.follow(place.at(declared(place, *binding)?), depth),
                }
            }
            ExprKind::Member { object, property, .. } => {
                match self.follow(place.at(*object), depth) {
                    Some(Behind::Module(file)) => {
                        self.follow_export(file, place.script.name(*property), depth)
                    }
                    _ => Some(Behind::Value(place)),
                }
            }
            ExprKind::Call(call) => match self.required(place, call) {
                Some(file) => self.follow_whole(file, depth),
                None => Some(Behind::Value(place)),
            },
            _ => Some(Behind::Value(place)),
        }
    }

    /// The module that `call`, of `require`, gives.
    pub(in crate::semantic::values) fn required(
        &self,
        place: Place<'a>,
        call: &Call,
    ) -> Option<FileId> {
        let ExprKind::Global(name) = place.script.kind(call.callee) else { return None };
        let [reference] = &*call.arguments else { return None };
        let ExprKind::String(reference) = place.script.kind(reference.value) else { return None };
        let is_require = place.script.name(*name) == "require";
        let reference = place.script.name(*reference);
        is_require.then(|| self.project.module(place.file, reference)).flatten()
    }

    fn follow_import(
        &self,
        place: Place<'a>,
        reference: Name,
        imported: Imported,
        depth: u32,
    ) -> Option<Behind<'a>> {
        let file = self.project.module(place.file, place.script.name(reference))?;
        match imported {
            Imported::Namespace => Some(Behind::Module(file)),
            Imported::Default => self.follow_export(file, "default", depth),
            Imported::Name(name) => self.follow_export(file, place.script.name(name), depth),
        }
    }

    /// What `require` of `file` gives.
    fn follow_whole(&self, file: FileId, depth: u32) -> Option<Behind<'a>> {
        match self.exported().whole(file) {
            [] => Some(Behind::Module(file)),
            [whole] => self.follow(self.place_in(file, *whole)?, depth),
            _ => None,
        }
    }

    /// What `file` exports as `name`.
    fn follow_export(&self, file: FileId, name: &str, depth: u32) -> Option<Behind<'a>> {
        let depth = depth.checked_sub(1)?;
        let symbol = self.values.symbols.find(name)?;
        let values = self.exported().of(file, symbol).iter();
        let values = values.filter_map(|value| self.place_in(file, *value));
        // Compilers write `exports.A = exports.B = undefined` ahead of all.
        let mut values = values.filter(|value| *value.kind() != ExprKind::Undefined);
        if let Some(value) = values.next() {
            let is_only = values.next().is_none();
            return is_only.then(|| self.follow(value, depth)).flatten();
        }
        if let Some((reference, imported)) = self.exported().passed_on(file, symbol) {
            let script = self.files.get(file.index())?.script()?;
            let place = Place { file, script, expr: ExprId(0) };
            return self.follow_import(place, reference, imported, depth);
        }
        let is_default = name == "default";
        let whole = match self.follow_whole(file, depth)? {
            Behind::Module(_) if is_default => {
                let has_exports = self.files.get(file.index())?.script()?.has_exports();
                return (!has_exports).then_some(Behind::Module(file));
            }
            // A module that exports nothing but a default is that.
            Behind::Module(file) => self.follow_export(file, "default", depth)?,
            whole => whole,
        };
        match whole {
            Behind::Value(place) if !is_default => {
                let ExprKind::Object(members) = place.kind() else { return None };
                self.follow(place.at(last_member(place.script, members, name)?), depth)
            }
            whole => Some(whole),
        }
    }

    fn place_in(&self, file: FileId, expr: ExprId) -> Option<Place<'a>> {
        let script = self.files.get(file.index())?.script()?;
        let sources = &self.facts.get(file.index())?.sources;
        let expr = sources.get(expr.0 as usize).copied().unwrap_or(expr);
        Some(Place { file, script, expr })
    }

    fn exported(&self) -> &Exported {
        self.exported.get_or_init(|| Exported::new(self.files, &self.values.symbols))
    }
}

/// What the variable `binding` is given where it is declared, and nowhere else.
fn declared(place: Place<'_>, binding: BindingId) -> Option<ExprId> {
    let script = place.script;
    let declared = script.binding(binding);
    let [write] = declared.writes.as_slice() else { return None };
    let ExprKind::Assign { target: Target::Binding(_), value } = script.kind(*write) else {
        return None;
    };
    let at = script.expr(*write);
    let is_at_once = at.function == declared.function
        && at.region == script.function(declared.function).body
        && (at.function != script.expr(place.expr).function || *write < place.expr);
    match declared.kind {
        BindingKind::Const | BindingKind::Class => Some(*value),
        BindingKind::Var | BindingKind::Let if is_at_once => Some(*value),
        _ => None,
    }
}

/// The value of the last of `members` that is called `name`, if none after it may be so called.
fn last_member(script: &Script, members: &[Property], name: &str) -> Option<ExprId> {
    for member in members.iter().rev() {
        match member {
            Property::Value { key: Key::Name(key, _), value } if script.name(*key) == name => {
                return Some(*value);
            }
            Property::Value { key: Key::Name(..), .. } => {}
            _ => return None,
        }
    }
    None
}
