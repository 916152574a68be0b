//! Objects of which nothing in a program changes a member, as far as names tell: what enums, lists of
//! constants and configurations are written as.
//!
//! A member counts as changed where one of its name is written, anywhere; an object, where what has its
//! name is handed to something that might write to it.

use crate::semantic::symbols::Symbol;
use crate::semantic::values::module::imported::Place;
use crate::semantic::values::solve::Solver;
use crate::source::FileId;
use crate::syntax::script::{
    BindingId, BindingKind, Call, Export, ExprId, ExprKind, FunctionKind, Imported, Key, Name,
    Property, Script, Target,
};

use super::touched::read;
use rustc_hash::FxHashSet;

/// What exports a whole module.
const EXPORTS: &str = "exports";

/// What is done to objects, by name.
#[derive(Debug, Default)]
pub(in crate::semantic::values) struct Changes {
    /// Members that are written.
    written: FxHashSet<Symbol>,
    /// Variables whose objects are handed on.
    lent_variables: FxHashSet<(FileId, BindingId)>,
    /// Members, and what is imported under a name, whose objects are.
    lent: FxHashSet<Symbol>,
    /// Scripts of which all that they export is.
    lent_wholes: FxHashSet<FileId>,
    /// Scripts whose objects may write to themselves under names that are not known.
    lent_receivers: FxHashSet<FileId>,
}

impl<'a> Solver<'a> {
    /// The constant that is the member `name` of the object that `object` surely is.
    pub(in crate::semantic::values) fn unchanged_member(
        &self,
        object: Place<'a>,
        name: &str,
    ) -> Option<Place<'a>> {
        let object = self.behind(object)?;
        match object.kind() {
            ExprKind::Object(members) => {
                self.keeps_members(object, name).then_some(())?;
                value_of(object, members, name)
            }
            ExprKind::Call(call) if is_freeze(object.script, call) => {
                let [frozen] = &*call.arguments else { return None };
                let frozen = object.at(frozen.value);
                let ExprKind::Object(members) = frozen.kind() else { return None };
                value_of(frozen, members, name)
            }
            ExprKind::Class(class) => {
                let members = object.script.class(*class).members.iter();
                let is_kept = !self.changes().written.contains(&self.values.symbols.find(name)?);
                let mut values = members.filter(|member| member.is_static).filter_map(|member| {
                    match member.property {
                        Property::Value { key: Key::Name(key, _), value }
                            if object.script.name(key) == name =>
                        {
                            Some(value)
                        }
                        _ => None,
                    }
                });
                let value = values.next().filter(|_| is_kept && values.next().is_none())?;
                Some(object.at(value))
            }
            _ => None,
        }
    }

    /// Whether nothing writes the member `name` of the literal `object`.
    fn keeps_members(&self, object: Place<'a>, name: &str) -> bool {
        let Place { file, script, expr } = object;
        let Some(name) = self.values.symbols.find(name) else { return false };
        match user(script, expr) {
            Some(User::Enum) => true,
            Some(User::Known { variable, name: known }) => {
                let changes = self.changes();
                let is_lent = |known: Name| {
                    let symbol = self.values.symbols.find(script.name(known));
                    symbol.is_some_and(|it| changes.lent.contains(&it))
                };
                let is_lent = changes.lent_wholes.contains(&file)
                    || variable.is_some_and(|it| changes.lent_variables.contains(&(file, it)))
                    || known.is_some_and(is_lent);
                let may_write = changes.lent_receivers.contains(&file) && has_methods(object);
                !changes.written.contains(&name) && !is_lent && !may_write
            }
            None => false,
        }
    }

    fn changes(&self) -> &Changes {
        self.changes.get_or_init(|| {
            let mut changes = Changes::default();
            for (file, it) in (0..).map(FileId).zip(self.files) {
                let symbols = self.values.name_symbols.get(file.index());
                let symbols = symbols.filter(|symbols| !symbols.is_empty());
                if let (Some(script), Some(symbols)) = (it.script(), symbols) {
                    Reader { solver: self, file, script, symbols, changes: &mut changes }.read();
                }
            }
            changes
        })
    }
}

/// What a literal is put into.
enum User {
    /// A TypeScript enum, which nothing can write to.
    Enum,
    /// A variable, something of this name, or what a script exports as a whole.
    Known { variable: Option<BindingId>, name: Option<Name> },
}

/// What the literal `object` is put into where it stands, if that is all that knows it.
fn user(script: &Script, object: ExprId) -> Option<User> {
    let next =
        (object.0 + 1..object.0 + 3).map(ExprId).filter(|it| it.0 < script.exprs.len() as u32);
    for id in next {
        let ExprKind::Assign { target, value } = script.kind(id) else { continue };
        if *value != object {
            continue;
        }
        let (variable, name) = match target {
            Target::Binding(binding) => match script.binding(*binding) {
                declared if declared.kind == BindingKind::Class => return Some(User::Enum),
                declared => (Some(*binding), Some(declared.name)),
            },
            Target::Member { property, .. } if script.name(*property) == EXPORTS => (None, None),
            Target::Member { property, .. } => (None, Some(*property)),
            _ => return None,
        };
        return Some(User::Known { variable, name });
    }
    let is_default =
        |export: &Export| matches!(export, Export::Local { value, .. } if *value == object);
    let is_whole = script.exports.iter().any(is_default);
    is_whole.then_some(User::Known { variable: None, name: None })
}

/// The value of the member `name` among `members`, if it is surely that.
fn value_of<'a>(object: Place<'a>, members: &[Property], name: &str) -> Option<Place<'a>> {
    let is_plain = |it: &Property| matches!(it, Property::Value { key: Key::Name(..), .. });
    let value = object.script.member_value(members, name)?;
    members.iter().all(is_plain).then(|| object.at(value))
}

fn has_methods(object: Place<'_>) -> bool {
    match object.kind() {
        ExprKind::Object(members) => {
            members.iter().any(|member| member.function(object.script).is_some())
        }
        _ => true,
    }
}

fn is_freeze(script: &Script, call: &Call) -> bool {
    script.global_member(call.callee) == Some(("Object", "freeze"))
}

/// Reads one script.
struct Reader<'r, 'a> {
    solver: &'r Solver<'a>,
    file: FileId,
    script: &'a Script,
    symbols: &'r [Symbol],
    changes: &'r mut Changes,
}

impl Reader<'_, '_> {
    fn read(&mut self) {
        let script = self.script;
        let mut is_kept = vec![false; script.exprs.len()];
        let mut aliases = Vec::new();
        for (_, expr) in script.exprs() {
            let mut keep = |operand: ExprId| is_kept[operand.0 as usize] = true;
            read(script, &expr.kind, &mut keep);
            self.same_names(&expr.kind, &mut keep);
            match &expr.kind {
                ExprKind::Assign { target: Target::Binding(binding), value }
                    if self.is_called(*value, script.binding(*binding).name) =>
                {
                    keep(*value);
                    aliases.push(*binding);
                }
                ExprKind::Call(call) => {
                    keep(call.callee);
                    if only_reads(script, call) {
                        call.arguments.iter().for_each(|it| keep(it.value));
                    }
                }
                _ => {}
            }
            match script.written_member(&expr.kind) {
                Some((object, property, _))
                    if !self.is_exports(object) && !self.is_field(object) =>
                {
                    self.changes.written.insert(self.symbols[property.0 as usize]);
                }
                _ => {}
            }
        }
        self.exports(&mut is_kept);
        for (id, _) in script.exprs().filter(|(id, _)| !is_kept[id.0 as usize]) {
            self.lend(id);
        }
        for binding in aliases {
            if self.is_lent(binding) {
                let name = script.binding(binding).name;
                self.changes.lent.insert(self.symbols[name.0 as usize]);
            }
        }
        self.imports();
    }

    fn exports(&mut self, is_kept: &mut [bool]) {
        for export in &self.script.exports {
            match export {
                Export::Local { exported, value } => {
                    is_kept[value.0 as usize] |= self.is_called(*value, *exported)
                        || self.script.name(*exported) == "default";
                }
                Export::From { exported, imported, reference } => {
                    if *imported != Imported::Name(*exported) {
                        self.lend_whole(*reference);
                    }
                }
                Export::All { .. } => {}
            }
        }
    }

    fn imports(&mut self) {
        for import in &self.script.imports {
            for (imported, binding) in &import.names {
                match imported {
                    _ if !self.is_lent(*binding) => {}
                    Imported::Name(name) => {
                        self.changes.lent.insert(self.symbols[name.0 as usize]);
                    }
                    _ => self.lend_whole(import.reference),
                }
            }
        }
    }

    /// Tells `seen` what is put under the name that it has already, and what is a module.
    fn same_names(&self, kind: &ExprKind, seen: &mut impl FnMut(ExprId)) {
        let script = self.script;
        match kind {
            ExprKind::Assign { target: Target::Member { property, .. }, value }
                if self.is_called(*value, *property) || script.name(*property) == EXPORTS =>
            {
                seen(*value);
            }
            ExprKind::Assign { target: Target::Binding(_), value }
                if self.required(*value).is_some() =>
            {
                seen(*value);
            }
            ExprKind::Object(members) => members.iter().for_each(|member| {
                if let Property::Value { key: Key::Name(key, _), value } = member
                    && self.is_called(*value, *key)
                {
                    seen(*value);
                }
            }),
            _ => {}
        }
    }

    /// Whether `expr` is a variable or member called `name`.
    fn is_called(&self, expr: ExprId, name: Name) -> bool {
        match self.script.kind(expr) {
            ExprKind::Binding(binding) => self.script.binding(*binding).name == name,
            ExprKind::Member { property, .. } => *property == name,
            _ => false,
        }
    }

    fn is_exports(&self, expr: ExprId) -> bool {
        match self.script.kind(expr) {
            ExprKind::Global(name) => self.script.name(*name) == EXPORTS,
            ExprKind::Member { property, .. } => self.script.name(*property) == EXPORTS,
            _ => false,
        }
    }

    /// Whether `object` is what a class gives its fields to.
    fn is_field(&self, object: ExprId) -> bool {
        let kind = self.script.function(self.script.expr(object).function).kind;
        *self.script.kind(object) == ExprKind::This && kind == FunctionKind::Initializer
    }

    /// Whoever gets `expr` may write to it.
    fn lend(&mut self, expr: ExprId) {
        match self.script.kind(expr) {
            ExprKind::Binding(binding) => {
                self.changes.lent_variables.insert((self.file, *binding));
                let held = self.script.only_value(*binding);
                self.changes.lent_wholes.extend(held.and_then(|held| self.required(held)));
            }
            ExprKind::Member { property, .. } => {
                self.changes.lent.insert(self.symbols[property.0 as usize]);
            }
            ExprKind::This => {
                self.changes.lent_receivers.insert(self.file);
            }
            ExprKind::Call(_) => self.changes.lent_wholes.extend(self.required(expr)),
            _ => {}
        }
    }

    fn is_lent(&self, binding: BindingId) -> bool {
        self.changes.lent_variables.contains(&(self.file, binding))
    }

    fn lend_whole(&mut self, reference: Name) {
        let reference = self.script.name(reference);
        self.changes.lent_wholes.extend(self.solver.project.module(self.file, reference));
    }

    /// The module that `expr`, a call of `require`, gives.
    fn required(&self, expr: ExprId) -> Option<FileId> {
        let ExprKind::Call(call) = self.script.kind(expr) else { return None };
        let place = Place { file: self.file, script: self.script, expr };
        self.solver.required(place, call)
    }
}

/// Whether `call` writes nothing to what it is given.
fn only_reads(script: &Script, call: &Call) -> bool {
    match script.global_member(call.callee) {
        Some(("Object", member)) => matches!(member, "keys" | "values" | "entries" | "freeze"),
        Some(("JSON", "stringify") | ("console", _)) => true,
        _ => false,
    }
}
