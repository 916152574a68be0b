//! What is known of a script before the fixpoint starts.

use std::cell::OnceCell;

use crate::syntax::File;
use crate::syntax::script::{
    BindingKind, Call, ClassId, ExprId, ExprKind, FunctionId, Name, Script,
};

use super::Node;
use super::instance::touched::Touched;
use super::instance::{Extent, extents};
use super::module::imported::Imports;
use super::module::provided::provided;
use super::object::accessor::accessors;
use super::object::each_key::keys_of;
use super::object::overwritten::Overwritten;
use super::unit::extended::extends;
use super::wallet::added::written_globally;
use rustc_hash::{FxHashMap, FxHashSet};

/// A larger script is a bundle: it is followed, but its functions are not told apart by caller.
const LARGEST_SCRIPT: usize = 150_000;

/// So is a script whose lines are longer than this on average, unless it is small.
const LONGEST_LINES: usize = 300;
const SMALL_SCRIPT: usize = 4_000;

/// What the solver knows of a script before it starts; of one that is not followed, nothing.
#[derive(Default)]
pub(super) struct FileFacts {
    pub(super) extents: Vec<Option<Extent>>,
    /// The class that a constructor, method or initializer belongs to; `true` for a static one.
    pub(super) classes: FxHashMap<FunctionId, (ClassId, bool)>,
    /// The object literal that a method stands in.
    pub(super) homes: FxHashMap<FunctionId, ExprId>,
    /// What is caught in a function.
    pub(super) caught: FxHashMap<FunctionId, Vec<ExprId>>,
    /// Functions that throw, and what.
    pub(super) thrown: FxHashMap<FunctionId, Vec<ExprId>>,
    /// Functions that read `arguments`.
    pub(super) arguments: FxHashSet<FunctionId>,
    /// Functions that put another in their own place and run that.
    pub(super) give_way: FxHashSet<FunctionId>,
    /// Functions that use what they are called on.
    pub(super) receiving: FxHashSet<FunctionId>,
    /// The expressions that are called, by index.
    pub(super) callees: Vec<bool>,
    /// Members by computed names that are called by `call` or `apply`.
    pub(super) called_on: FxHashSet<ExprId>,
    /// For each expression the one whose value it has: for `a = b = c` that is `c`, for a variable
    /// what it was surely given last.
    pub(super) sources: Vec<ExprId>,
    /// The names of members that may have accessors.
    pub(super) accessors: Vec<Name>,
    /// The value of `module.exports`.
    pub(super) exports: Option<Node>,
    /// What is imported, once something asks.
    pub(super) imports: OnceCell<Imports>,
    /// Where members of undeclared objects are written.
    pub(super) written_globally: Vec<ExprId>,
    /// Where frameworks are given members for all units.
    pub(super) extensions: Vec<ExprId>,
    /// The literals that `Object.assign` gives further members, and its call.
    pub(super) assigned: FxHashMap<ExprId, ExprId>,
    /// Whether the objects of toolkits stand for the wallet in it.
    pub(super) has_toolkits: bool,
    /// Parameters through which builds provide the object of a toolkit, with its name.
    pub(super) provided: FxHashMap<ExprId, Name>,
    /// What is done to variables, once something asks.
    pub(super) touched: OnceCell<Touched>,
    /// Members of literals that may be written over before anything reads them.
    pub(super) overwritten: Overwritten,
    /// Functions that look something up by the name that they are given: what `emit` of an event bus
    /// runs depends on the event.
    pub(super) keyed: FxHashSet<FunctionId>,
    /// The objects whose names functions are called back with, by function.
    pub(super) keys: FxHashMap<FunctionId, ExprId>,
    /// Whether the calls that each function makes are told apart.
    pub(super) apart: Vec<bool>,
    /// Whether the file is too large for application code: a bundle, which is never copied.
    pub(super) is_bundle: bool,
}

impl FileFacts {
    /// What the tree of `file`, a script, tells by itself.
    pub(super) fn new(file: &File) -> Self {
        let Some(script) = file.script() else { return Self::default() };
        let mut facts = Self {
            extents: extents(script),
            callees: vec![false; script.exprs.len()],
            sources: Vec::with_capacity(script.exprs.len()),
            accessors: accessors(script).into_iter().collect(),
            is_bundle: is_bundle(&file.text),
            overwritten: Overwritten::new(script),
            provided: provided(script),
            ..Self::default()
        };
        // The top level owns all there is, whatever lowering left without an owner.
        if let Some(Some(module)) = facts.extents.first_mut() {
            module.exprs = (0, script.exprs.len() as u32);
            module.bindings = (0, script.bindings.len() as u32);
        }
        for (id, expr) in script.exprs() {
            // Operands stand before what uses them.
            let last = || script.last_written(id, &|_| None).filter(|_| !facts.is_bundle);
            let source = source(&expr.kind).or_else(last);
            let source = source.and_then(|value| facts.sources.get(value.0 as usize));
            facts.sources.push(source.copied().unwrap_or(id));
            facts.extensions.extend(extends(script, id).map(|_| id));
            facts.written_globally.extend(written_globally(script, id).map(|_| id));
            facts.keyed.extend(key(script, &expr.kind).and_then(|key| given(script, key)));
            match &expr.kind {
                ExprKind::Call(call) if !call.is_new => {
                    facts.callees[call.callee.0 as usize] = true;
                    facts.keys.extend(called_with_keys(script, call));
                    facts.called_on.extend(called_on(script, call));
                    if let [target, _, ..] = &*call.arguments
                        && script.is_assign(call)
                    {
                        facts.assigned.insert(target.value, id);
                    }
                }
                ExprKind::Arguments => {
                    let function = script.receiver(expr.function);
                    facts.arguments.insert(function);
                    facts.give_way.extend(gives_way(script, function).then_some(function));
                }
                ExprKind::This | ExprKind::Super => {
                    facts.receiving.insert(script.receiver(expr.function));
                }
                ExprKind::Caught => facts.caught.entry(expr.function).or_default().push(id),
                ExprKind::Throw(value) => {
                    facts.thrown.entry(expr.function).or_default().push(*value);
                }
                ExprKind::Object(properties) => {
                    let methods = properties.iter().filter_map(|it| it.function(script));
                    facts.homes.extend(methods.map(|function| (function, id)));
                }
                _ => {}
            }
        }
        facts.add_classes(script);
        facts
    }

    fn add_classes(&mut self, script: &Script) {
        for (class, id) in script.classes.iter().zip((0..).map(ClassId)) {
            self.classes.insert(class.constructor, (id, false));
            if let Some(fields) = class.initializer {
                self.classes.insert(fields, (id, false));
            }
            if let Some(fields) = class.static_initializer {
                self.classes.insert(fields, (id, true));
            }
            for member in &class.members {
                if let Some(function) = member.property.function(script) {
                    self.classes.insert(function, (id, member.is_static));
                }
            }
        }
    }
}

/// Whether all that `function` does is to put another in its own place, by whatever name it is called,
/// and to hand on what it is given: `function f() { f = make(); return f.apply(this, arguments); }`.
fn gives_way(script: &Script, function: FunctionId) -> bool {
    let body = script.function(function);
    let [returned] = body.returns.as_slice() else { return false };
    let ExprKind::Call(call) = script.kind(*returned) else { return false };
    let ExprKind::Member { object, property, .. } = script.kind(call.callee) else { return false };
    let (ExprKind::Binding(own), [_, given]) = (script.kind(*object), &*call.arguments) else {
        return false;
    };
    let writes = script.binding(*own).writes.iter().map(|write| script.expr(*write));
    let is_itself = |kind: &ExprKind| match kind {
        ExprKind::Assign { value, .. } => *script.kind(*value) == ExprKind::Function(function),
        _ => false,
    };
    script.name(*property) == "apply"
        && *script.kind(given.value) == ExprKind::Arguments
        && writes.clone().any(|write| is_itself(&write.kind))
        && writes.clone().any(|write| write.function == function && write.region == body.body)
}

/// The function that `call` calls back with the names of an object: `Object.keys(object).forEach(f)`.
fn called_with_keys(script: &Script, call: &Call) -> Option<(FunctionId, ExprId)> {
    let ExprKind::Member { object, property, .. } = script.kind(call.callee) else { return None };
    let ExprKind::Function(function) = script.kind(call.arguments.first()?.value) else {
        return None;
    };
    let goes_through = matches!(script.name(*property), "forEach" | "map");
    goes_through.then(|| keys_of(script, *object)).flatten().map(|object| (*function, object))
}

/// What an expression of this `kind` looks something up by.
fn key(script: &Script, kind: &ExprKind) -> Option<ExprId> {
    match kind {
        ExprKind::Index { index, .. } => Some(*index),
        ExprKind::Call(call) => match script.kind(call.callee) {
            ExprKind::Member { property, .. }
                if matches!(script.name(*property), "get" | "set") =>
            {
                call.arguments.first().map(|key| key.value)
            }
            _ => None,
        },
        _ => None,
    }
}

/// The member by a computed name that `call` calls by `call` or `apply`.
fn called_on(script: &Script, call: &Call) -> Option<ExprId> {
    let ExprKind::Member { object, property, .. } = script.kind(call.callee) else { return None };
    let is_called = matches!(script.name(*property), "call" | "apply")
        && matches!(script.kind(*object), ExprKind::Index { .. });
    is_called.then_some(*object)
}

/// The function whose parameter `expr` is, or is a member of.
fn given(script: &Script, expr: ExprId) -> Option<FunctionId> {
    let root = match script.kind(expr) {
        ExprKind::Member { object, .. } => *object,
        _ => expr,
    };
    let ExprKind::Binding(binding) = script.kind(root) else { return None };
    let binding = script.binding(*binding);
    (binding.kind == BindingKind::Param).then_some(binding.function)
}

pub(super) fn is_bundle(text: &str) -> bool {
    let lines = || text.bytes().filter(|byte| *byte == b'\n').count() + 1;
    text.len() > LARGEST_SCRIPT
        || (text.len() > SMALL_SCRIPT && text.len() / lines() > LONGEST_LINES)
}

/// The expression whose value an assignment or sequence has.
fn source(kind: &ExprKind) -> Option<ExprId> {
    match kind {
        ExprKind::Assign { value, .. } => Some(*value),
        ExprKind::Sequence(values) => values.last().copied(),
        _ => None,
    }
}
