//! Where the texts are written that an expression can be, or be a list of.
//!
//! Followed are variables, parameters, members of object literals and exports, each through copies
//! and parts; what is written to an object after its making is not.

pub mod addressed;
pub mod compared;
pub(super) mod said;
pub mod text_member;
pub(super) mod uses;

use std::collections::BTreeSet;
use std::sync::OnceLock;

use crate::project::Project;
use crate::semantic::exported::Exported;
use crate::semantic::graph::call_graph::CallGraph;
use crate::semantic::values::{At, CallId, CallKind, InstanceId, Token, Values};
use crate::source::{FileId, FileSpan};
use crate::syntax::File;
use crate::syntax::script::{BindingId, Call, ExprId, ExprKind, FunctionId, Imported, Script};

/// How many expressions are looked at for one.
const MOST_STEPS: usize = 256;

/// A search for texts in a program.
#[derive(Clone, Copy)]
pub struct Origins<'a> {
    /// The files of the program.
    pub files: &'a [File],
    /// How they hang together.
    pub project: &'a Project,
    /// The values.
    pub values: &'a Values,
    /// Who runs whom.
    pub graph: &'a CallGraph,
    /// What scripts export, once something asks.
    pub exported: &'a OnceLock<Exported>,
}

impl<'a> Origins<'a> {
    /// The texts that `expr` can be.
    #[must_use]
    pub fn texts(&self, instance: InstanceId, expr: ExprId) -> Vec<(FileSpan, &'a str)> {
        self.written(vec![At(instance, expr)])
    }

    /// The texts that the first argument of `call` can have as its member `name`.
    #[must_use]
    pub fn option(&self, call: CallId, name: &str) -> Vec<(FileSpan, &'a str)> {
        let options = self.options(call, name).into_iter();
        self.written(options.map(|(instance, expr)| At(instance, expr)).collect())
    }

    /// What the first argument of `call` has as its member `name`.
    pub(in crate::semantic) fn options(
        &self,
        call: CallId,
        name: &str,
    ) -> Vec<(InstanceId, ExprId)> {
        let site = self.values.call(call);
        let options = site.arguments.first().map(|(options, _)| self.values.of(*options));
        let options = options.unwrap_or_default().into_iter();
        let members = options.flat_map(|object| self.member(object, name));
        members.map(|At(instance, expr)| (instance, expr)).collect()
    }

    fn written(&self, mut work: Vec<At>) -> Vec<(FileSpan, &'a str)> {
        let mut found = Vec::new();
        let mut seen = BTreeSet::new();
        while let Some(at) = work.pop().filter(|_| seen.len() < MOST_STEPS) {
            let At(instance, expr) = at;
            let file = self.values.instance(instance).file;
            let Some(script) = self.script(file).filter(|_| seen.insert(at)) else { continue };
            match script.kind(expr) {
                ExprKind::String(text) => {
                    let at = FileSpan::new(file, script.expr(expr).span);
                    found.push((at, script.name(*text)));
                }
                _ => work.extend(self.behind(script, at)),
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// What the value of an expression comes from.
    pub(in crate::semantic) fn behind(&self, script: &'a Script, at: At) -> Vec<At> {
        let At(instance, expr) = at;
        let here = |expr| At(instance, expr);
        match script.kind(expr) {
            ExprKind::Binding(binding) => self.behind_variable(script, instance, *binding),
            ExprKind::Param(position) => {
                self.arguments(instance, script.expr(expr).function, *position)
            }
            ExprKind::Member { object, property, .. } => {
                let name = script.name(*property);
                let node = self.values.value(instance, script, *object);
                let objects = node.map(|node| self.values.of(node)).unwrap_or_default();
                objects.into_iter().flat_map(|object| self.member(object, name)).collect()
            }
            ExprKind::Logical { left, right, .. } => vec![here(*left), here(*right)],
            ExprKind::Conditional { yes, no, .. } => vec![here(*yes), here(*no)],
            ExprKind::Array(items) => items.iter().map(|item| here(item.value)).collect(),
            ExprKind::Call(call) => passed_on(script, call).into_iter().map(here).collect(),
            _ => Vec::new(),
        }
    }

    /// What is written to a variable, or exported as what it imports.
    pub(in crate::semantic) fn behind_variable(
        &self,
        script: &Script,
        instance: InstanceId,
        binding: BindingId,
    ) -> Vec<At> {
        let file = self.values.instance(instance).file;
        let writes = &script.binding(binding).writes;
        if writes.is_empty() {
            return self.imported(script, file, binding);
        }
        let values = writes.iter().filter_map(|write| match script.kind(*write) {
            ExprKind::Assign { value, .. } => Some(At(instance, *value)),
            _ => None,
        });
        values.collect()
    }

    /// What the callers of `function`, as seen in `instance`, hand over as argument `position`.
    fn arguments(&self, instance: InstanceId, function: FunctionId, position: u32) -> Vec<At> {
        let Some(copy) = self.values.holder(instance, function) else { return Vec::new() };
        let calls = self.graph.into(self.values.instance(copy).function(function));
        let given = calls.take(MOST_STEPS).filter_map(|edge| self.argument(edge.call?, position));
        given.collect()
    }

    /// The same; `None` in either case.
    pub(in crate::semantic) fn argument(&self, call: CallId, position: u32) -> Option<At> {
        self.handed(call, position).flatten()
    }

    /// What `call` hands over as argument `position`, where it is a plain call; `Some(None)` where it
    /// hands over fewer.
    pub(in crate::semantic) fn handed(&self, call: CallId, position: u32) -> Option<Option<At>> {
        let site = self.values.call(call);
        let script = self.script(self.values.instance(site.instance).file)?;
        let ExprKind::Call(call) = script.kind(site.expr) else { return None };
        let is_whole = call.arguments.len() == site.arguments.len()
            && call.arguments.iter().all(|argument| !argument.spread);
        let argument = call.arguments.iter().find(|argument| argument.position == position);
        let given = argument.map(|argument| At(site.instance, argument.value));
        (matches!(site.kind, CallKind::Call | CallKind::New) && is_whole).then_some(given)
    }

    /// What the literal or module `object` has as its member `name`.
    pub(in crate::semantic) fn member(&self, object: Token, name: &str) -> Vec<At> {
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
        script.member_value(members, name).map(|value| At(instance, value)).into_iter().collect()
    }

    /// What the import `binding` takes out of another module.
    pub(in crate::semantic) fn imported(
        &self,
        script: &Script,
        file: FileId,
        binding: BindingId,
    ) -> Vec<At> {
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
    pub(in crate::semantic) fn exported(&self, file: FileId, name: &str) -> Vec<At> {
        let (Some(base), Some(name)) = (self.values.base(file), self.values.symbols.find(name))
        else {
            return Vec::new();
        };
        let symbols = &self.values.symbols;
        let exported = self.exported.get_or_init(|| Exported::new(self.files, symbols));
        exported.of(file, name).iter().map(|value| At(base, *value)).collect()
    }

    pub(in crate::semantic) fn script(&self, file: FileId) -> Option<&'a Script> {
        self.files.get(file.index())?.script()
    }
}

/// What a call gives back, wholly or in part.
fn passed_on(script: &Script, call: &Call) -> Vec<ExprId> {
    match script.kind(call.callee) {
        ExprKind::Member { object, property, .. } if script.name(*property) == "concat" => {
            let arguments = call.arguments.iter().map(|argument| argument.value);
            std::iter::once(*object).chain(arguments).collect()
        }
        _ => same_key(script, call).into_iter().collect(),
    }
}

/// What a call parses, or takes a part of.
pub(in crate::semantic) fn same_key(script: &Script, call: &Call) -> Option<ExprId> {
    match (last_name(script, call.callee), script.kind(call.callee)) {
        ("parse", _) => call.arguments.first().map(|argument| argument.value),
        ("substr" | "substring" | "slice" | "trim", ExprKind::Member { object, .. }) => {
            Some(*object)
        }
        _ => None,
    }
}

fn last_name(script: &Script, expr: ExprId) -> &str {
    match script.kind(expr) {
        ExprKind::Member { property, .. } => script.name(*property),
        ExprKind::Binding(binding) => script.name(script.binding(*binding).name),
        ExprKind::Global(name) => script.name(*name),
        _ => "",
    }
}
