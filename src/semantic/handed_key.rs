//! Keys of ciphers that come from elsewhere: handed over by a caller, out of an object or module.
//!
//! Followed are parameters, members of object literals and exports, each through copies and
//! parts; what is written to an object after its making is not.

use std::collections::BTreeMap;

use crate::platform::{SecretKind, may_be_cipher, symmetric_key};
use crate::project::Project;
use crate::source::{FileId, FileSpan};
use crate::syntax::File;
use crate::syntax::script::{
    BindingId, Export, ExprId, ExprKind, Imported, Key, Property, Script, Target,
};

use super::call_graph::{CallGraph, place};
use super::secret::{Secret, constant, key_of, same_key};
use super::values::{CallId, CallKind, InstanceId, Token, Values};

/// How many expressions are looked at for one key.
const MOST_STEPS: u32 = 256;

/// An expression in a copy of a function.
#[derive(Clone, Copy)]
struct At(InstanceId, ExprId);

/// Where keys are looked for.
pub(super) struct HandedKeys<'a> {
    pub(super) files: &'a [File],
    pub(super) project: &'a Project,
    /// Whether each file is the program's own and read.
    pub(super) own: &'a [bool],
    pub(super) values: &'a Values,
    pub(super) graph: &'a CallGraph,
}

impl<'a> HandedKeys<'a> {
    /// The keys that ciphers in the program's own scripts are given, by place.
    pub(super) fn all(&self) -> BTreeMap<FileSpan, Secret> {
        let names_cipher = |(file, is_own): (&File, &bool)| {
            let mut names = file.script().into_iter().flat_map(|script| &script.names);
            *is_own && names.any(|name| may_be_cipher(name))
        };
        let ciphers: Vec<bool> = self.files.iter().zip(self.own).map(names_cipher).collect();
        let mut all = BTreeMap::new();
        if !ciphers.contains(&true) {
            return all;
        }
        for (_, site) in self.values.all_calls().filter(|(_, site)| site.kind == CallKind::Call) {
            let file = self.values.instance(site.instance).file;
            let Some(script) = self.script(file).filter(|_| ciphers[file.index()]) else {
                continue;
            };
            let ExprKind::Call(call) = script.kind(site.expr) else { continue };
            // What stands there itself is a secret already.
            let key = key_of(script, call).filter(|key| constant(script, *key).is_none());
            let Some(key) = key else { continue };
            for (at, text) in self.constants(At(site.instance, key)) {
                let used = Some(place(self.files, self.values, site));
                let secret = || Secret { kind: SecretKind::SymmetricKey, text, used };
                all.entry(at).or_insert_with(secret);
            }
        }
        all
    }

    /// The texts in the program's own scripts that `key` can be.
    fn constants(&self, key: At) -> Vec<(FileSpan, String)> {
        let mut found = Vec::new();
        let mut work = vec![key];
        for _ in 0..MOST_STEPS {
            let Some(At(instance, expr)) = work.pop() else { break };
            let file = self.values.instance(instance).file;
            let Some(script) = self.script(file) else { continue };
            match script.kind(expr) {
                ExprKind::String(text) if symmetric_key(script.name(*text)) => {
                    let at = FileSpan::new(file, script.expr(expr).span);
                    found.push((at, script.name(*text).to_owned()));
                }
                _ => work.extend(self.behind(script, At(instance, expr))),
            }
        }
        found.retain(|(at, _)| self.own.get(at.file.index()).is_some_and(|is_own| *is_own));
        found
    }

    /// What the value of an expression comes from.
    fn behind(&self, script: &'a Script, at: At) -> Vec<At> {
        let At(instance, expr) = at;
        let here = |expr| At(instance, expr);
        match script.kind(expr) {
            ExprKind::Binding(binding) => self.behind_variable(script, instance, *binding),
            ExprKind::Member { object, property, .. } => {
                let name = script.name(*property);
                let node = self.values.value(instance, script, *object);
                let objects = node.map(|node| self.values.of(node)).unwrap_or_default();
                objects.into_iter().flat_map(|object| self.member(object, name)).collect()
            }
            ExprKind::Logical { left, right, .. } => vec![here(*left), here(*right)],
            ExprKind::Conditional { yes, no, .. } => vec![here(*yes), here(*no)],
            ExprKind::Call(call) => same_key(script, call).map(here).into_iter().collect(),
            _ => Vec::new(),
        }
    }

    fn behind_variable(
        &self,
        script: &Script,
        instance: InstanceId,
        binding: BindingId,
    ) -> Vec<At> {
        let file = self.values.instance(instance).file;
        let [write] = script.binding(binding).writes.as_slice() else {
            return self.imported(script, file, binding);
        };
        let ExprKind::Assign { value, .. } = script.kind(*write) else { return Vec::new() };
        let ExprKind::Param(position) = script.kind(*value) else {
            return vec![At(instance, *value)];
        };
        let owner = script.binding(binding).function;
        let Some(copy) = self.values.holder(instance, owner) else { return Vec::new() };
        let calls = self.graph.into(self.values.instance(copy).function(owner));
        calls.filter_map(|edge| self.argument(edge.call?, *position)).collect()
    }

    /// What `call` hands over as argument `position`, where it is a plain call.
    fn argument(&self, call: CallId, position: u32) -> Option<At> {
        let site = self.values.call(call);
        let script = self.script(self.values.instance(site.instance).file)?;
        let ExprKind::Call(call) = script.kind(site.expr) else { return None };
        let is_whole = call.arguments.len() == site.arguments.len()
            && call.arguments.iter().all(|argument| !argument.spread);
        let argument = call.arguments.iter().find(|argument| argument.position == position)?;
        (site.kind == CallKind::Call && is_whole).then_some(At(site.instance, argument.value))
    }

    /// What the literal or module `object` has as its member `name`.
    fn member(&self, object: Token, name: &str) -> Vec<At> {
        let node = match object {
            Token::Exports(file) => return self.exported(file, name),
            Token::Object(node) => node,
            _ => return Vec::new(),
        };
        let Some((instance, expr)) = self.values.place(node) else { return Vec::new() };
        let script = self.script(self.values.instance(instance).file);
        let Some((script, ExprKind::Object(members))) = script.map(|it| (it, it.kind(expr))) else {
            return Vec::new();
        };
        let last = members.iter().rev().find_map(|member| match member {
            Property::Value { key: Key::Name(key, _), value } if script.name(*key) == name => {
                Some(At(instance, *value))
            }
            _ => None,
        });
        last.into_iter().collect()
    }

    /// What the import `binding` takes out of another module.
    fn imported(&self, script: &Script, file: FileId, binding: BindingId) -> Vec<At> {
        let found = script.imports.iter().find_map(|import| {
            let (imported, _) = import.names.iter().find(|(_, local)| *local == binding)?;
            Some((self.project.module(file, script.name(import.reference))?, *imported))
        });
        match found {
            Some((source, Imported::Name(name))) => self.exported(source, script.name(name)),
            Some((source, Imported::Default)) => self.exported(source, "default"),
            _ => Vec::new(),
        }
    }

    /// What `file` exports as `name`.
    fn exported(&self, file: FileId, name: &str) -> Vec<At> {
        let (Some(script), Some(base)) = (self.script(file), self.values.base(file)) else {
            return Vec::new();
        };
        let mut found: Vec<At> = script
            .exports
            .iter()
            .filter_map(|export| match export {
                Export::Local { exported, value } if script.name(*exported) == name => {
                    Some(At(base, *value))
                }
                _ => None,
            })
            .collect();
        for (_, expr) in script.exprs() {
            let ExprKind::Assign { target: Target::Member { object, property }, value } =
                &expr.kind
            else {
                continue;
            };
            if script.name(*property) == name && self.is_exports(script, (file, base), *object) {
                found.push(At(base, *value));
            }
        }
        found
    }

    /// Whether `expr`, at the top of `file`, is what the file exports.
    fn is_exports(
        &self,
        script: &Script,
        (file, base): (FileId, InstanceId),
        expr: ExprId,
    ) -> bool {
        if let ExprKind::Global(name) = script.kind(expr) {
            return script.name(*name) == "exports";
        }
        let node = self.values.value(base, script, expr);
        node.is_some_and(|node| self.values.each(node).any(|it| it == Token::Exports(file)))
    }

    fn script(&self, file: FileId) -> Option<&'a Script> {
        self.files.get(file.index())?.script()
    }
}
