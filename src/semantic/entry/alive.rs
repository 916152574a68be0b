//! What must have run before a function is there to be called.
//!
//! A callback that a page hands to the app when it opens is none at the launch, unless the page is the
//! first one, whatever the app's code would call then. Nor is a method of a page that is not open.

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeSet;

use crate::project::UnitId;
use crate::semantic::graph::call_graph::Edge;
use crate::semantic::symbols::Symbol;
use crate::semantic::values::{CallKind, FunctionNode, InstanceId, Node, Token, Values};
use crate::source::FileId;
use crate::syntax::File;
use crate::syntax::script::{
    BindingKind, Call, ExprId, ExprKind, FunctionId, MODULE, Name, Property, Script,
};

use super::Trigger;
use super::render::Screens;
use rustc_hash::{FxHashMap, FxHashSet};

/// No more copies of the functions of a script are asked whether they hand a method on.
const MOST_COPIES: usize = 256;

/// A function as it is written, whatever the copy.
type Written = (FileId, FunctionId);

/// Who hands out functions.
pub(in crate::semantic) struct Makers<'a> {
    files: &'a [File],
    values: &'a Values,
    /// The methods of units that are not on the first screen, by the name that each has there; none of
    /// a unit that is.
    elsewhere: FxHashMap<Written, Symbol>,
    /// Of scripts that were asked for, which functions read each member and do not call it.
    reading: RefCell<FxHashMap<FileId, Reading>>,
    /// The copies of the functions of each file, once something asks.
    copies: OnceCell<FxHashMap<FileId, Vec<InstanceId>>>,
}

/// The functions of a script that read each member and do not call it.
type Reading = FxHashMap<Name, BTreeSet<FunctionId>>;

/// Of which one must have run before a function is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::semantic) enum Made {
    /// By the function around it.
    Around(FunctionNode),
    /// By what hands a method of a unit on, which is not there before.
    Handed(Vec<FunctionNode>),
}

impl Made {
    /// The functions.
    pub(in crate::semantic) fn by(&self) -> &[FunctionNode] {
        match self {
            Self::Around(function) => std::slice::from_ref(function),
            Self::Handed(functions) => functions,
        }
    }
}

impl<'a> Makers<'a> {
    /// Those of a program.
    pub(in crate::semantic) fn new(
        files: &'a [File],
        values: &'a Values,
        screens: &Screens,
    ) -> Self {
        let is_launched = |unit: UnitId| screens.start(unit) == Trigger::Launch;
        let members =
            || values.host_members.iter().map(|it| (values.written(it.function), it.unit, it.name));
        let open = members().filter(|(_, unit, _)| is_launched(*unit));
        let open: BTreeSet<Written> = open.map(|(function, ..)| function).collect();
        let elsewhere = members().filter(|(function, ..)| !open.contains(function));
        let elsewhere = elsewhere.map(|(function, _, name)| (function, name)).collect();
        Self { files, values, elsewhere, reading: RefCell::default(), copies: OnceCell::new() }
    }

    /// What makes the function that `edge` runs, where a search from `trigger` has to ask; `None` where it
    /// is always there.
    pub(in crate::semantic) fn of(&self, edge: &Edge, trigger: Trigger) -> Option<Made> {
        if !matches!(trigger, Trigger::Launch | Trigger::Page) {
            return None;
        }
        let (instance, function) = self.values.function(edge.to);
        let copy = self.values.instance(instance);
        let script = self.files[copy.file.index()].script()?;
        if trigger == Trigger::Launch
            && let Some(name) = self.elsewhere.get(&(copy.file, function))
            && !self.is_direct(edge, (copy.file, function))
        {
            return Some(Made::Handed(self.handing(script, copy.file, *name)));
        }
        let parent = script.function(function).parent.filter(|parent| *parent != MODULE)?;
        let around = if copy.holds(parent) { copy } else { self.values.instance(copy.around?) };
        around.holds(parent).then(|| Made::Around(around.function(parent)))
    }

    /// Whether `edge` calls `to` by its own name or as a member of the very object that it is defined in,
    /// and not as a method of a unit or what was handed on.
    fn is_direct(&self, edge: &Edge, to: Written) -> bool {
        let Some(call) = edge.call else { return true };
        let site = self.values.call(call);
        let Some(script) = self.files[self.values.instance(site.instance).file.index()].script()
        else {
            return true;
        };
        let (CallKind::Call, ExprKind::Call(Call { callee, .. })) =
            (site.kind, script.kind(site.expr))
        else {
            return false;
        };
        match script.kind(*callee) {
            ExprKind::Binding(binding) => script.binding(*binding).kind != BindingKind::Param,
            ExprKind::Member { object, .. } | ExprKind::Index { object, .. } => {
                let object = self.values.value(site.instance, script, *object);
                let mut tokens = object.map(|node| self.values.of(node)).unwrap_or_default();
                tokens.drain(..).any(|token| match token {
                    Token::Exports(_) => true,
                    Token::Object(node) => self.defines(node, to),
                    _ => false,
                })
            }
            _ => false,
        }
    }

    /// Whether the object literal at `node` defines `function`.
    fn defines(&self, node: Node, (file, function): Written) -> bool {
        let Some((instance, expr)) = self.values.place(node) else { return false };
        let script = self.files[file.index()].script();
        let Some(script) = script.filter(|_| self.values.instance(instance).file == file) else {
            return false;
        };
        let ExprKind::Object(members) = script.kind(expr) else { return false };
        members.iter().any(|member| match member {
            Property::Value { value, .. } => {
                matches!(script.kind(*value), ExprKind::Function(it) if *it == function)
            }
            _ => false,
        })
    }

    /// The functions of `script` that read the method `name` and do not call it: they may hand it on.
    fn handing(&self, script: &Script, file: FileId, name: Symbol) -> Vec<FunctionNode> {
        let mut reading = self.reading.borrow_mut();
        let reading = reading.entry(file).or_insert_with(|| reading_in(script));
        let name = script.find_name(self.values.symbols.text(name));
        let functions = name.and_then(|name| reading.get(&name));
        let copies = self.copies.get_or_init(|| copies(self.values)).get(&file);
        let copies = copies.into_iter().flatten().map(|copy| self.values.instance(*copy));
        let nodes = copies.take(MOST_COPIES).flat_map(|copy| {
            let inside = functions.into_iter().flatten().filter(|it| copy.holds(**it));
            inside.take(MOST_COPIES).map(|function| copy.function(*function))
        });
        nodes.collect()
    }
}

fn copies(values: &Values) -> FxHashMap<FileId, Vec<InstanceId>> {
    let mut copies: FxHashMap<FileId, Vec<InstanceId>> = FxHashMap::default();
    for (copy, id) in values.instances.iter().zip(0..) {
        copies.entry(copy.file).or_default().push(InstanceId(id));
    }
    copies
}

fn reading_in(script: &Script) -> Reading {
    let called: FxHashSet<ExprId> = script.calls().map(|(_, _, call)| call.callee).collect();
    let mut reading = Reading::default();
    for (id, expr) in script.exprs() {
        if let ExprKind::Member { property, .. } = expr.kind
            && !called.contains(&id)
        {
            reading.entry(property).or_default().insert(expr.function);
        }
    }
    reading
}
