//! What conditions read that they do not name themselves: in the functions and getters whose results
//! they test, `if (isDenied()) return`, and by constants that they hand on, `get(KEYS.denied)`.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use crate::semantic::Semantics;
use crate::semantic::values::{CallId, CallKind, FunctionNode, InstanceId, Token};
use crate::syntax::File;
use crate::syntax::script::{ExprId, ExprKind, FunctionId, Property, Script};

use super::condition::{GENERIC, around, parts};
use rustc_hash::FxHashMap;

/// Functions that call functions are looked into no deeper than this.
const DEEPEST: u32 = 3;

/// No more functions than this are looked into for one condition.
const MOST_FUNCTIONS: usize = 16;

/// No more `return`s of a function than this are looked at.
const MOST_RETURNS: usize = 16;

/// Something that a condition depends on.
#[derive(Clone, Copy, Debug)]
pub(in crate::semantic) struct Read<'a> {
    /// The part of the condition by which it does.
    pub(in crate::semantic) at: ExprId,
    /// The function that reads it; `None` for a constant that is handed on.
    pub(in crate::semantic) by: Option<FunctionNode>,
    /// The variable, member or text.
    pub(in crate::semantic) name: &'a str,
}

/// What a function runs, by the call or the access that does.
type Runs = FxHashMap<ExprId, Vec<FunctionNode>>;

/// A reader of conditions, which remembers what it read.
#[derive(Debug)]
pub(in crate::semantic) struct Tested<'a> {
    files: &'a [File],
    semantics: &'a Semantics,
    reads: RefCell<FxHashMap<CallId, Rc<[Read<'a>]>>>,
    runs: RefCell<FxHashMap<FunctionNode, Rc<Runs>>>,
}

impl<'a> Tested<'a> {
    /// A reader of `files`, of which `semantics` is known.
    pub(in crate::semantic) fn new(files: &'a [File], semantics: &'a Semantics) -> Self {
        let (reads, runs) = Default::default();
        Self { files, semantics, reads, runs }
    }

    /// What the conditions around `call` read so.
    pub(in crate::semantic) fn reads(&self, call: CallId) -> Rc<[Read<'a>]> {
        if let Some(known) = self.reads.borrow().get(&call) {
            return Rc::clone(known);
        }
        let mut reads = Vec::new();
        let site = self.semantics.values.call(call);
        if let Some((script, parts)) = self.semantics.conditions(self.files, call) {
            let mut seen = BTreeSet::new();
            for at in parts {
                let handed = handed(self.semantics, script, site.instance, at);
                reads.extend(handed.into_iter().map(|name| Read { at, by: None, name }));
                for function in self.run_at(site.caller, script, at) {
                    self.look_into(function, at, &mut seen, &mut reads);
                }
            }
        }
        reads.retain(|read| !GENERIC.contains(&read.name));
        let reads: Rc<[Read<'a>]> = reads.into();
        self.reads.borrow_mut().insert(call, Rc::clone(&reads));
        reads
    }

    /// Adds what `function`, which is run by the part `at`, reads of what its result depends on; so for
    /// what that runs in turn.
    fn look_into(
        &self,
        function: FunctionNode,
        at: ExprId,
        seen: &mut BTreeSet<FunctionNode>,
        reads: &mut Vec<Read<'a>>,
    ) {
        let mut work = vec![(function, DEEPEST)];
        while let Some((function, depth)) = work.pop() {
            if seen.len() >= MOST_FUNCTIONS || !seen.insert(function) {
                continue;
            }
            let (instance, id) = self.semantics.values.function(function);
            let file = self.semantics.values.instance(instance).file;
            let Some(script) = self.files.get(file.index()).and_then(File::script) else {
                continue;
            };
            for part in result(script, id) {
                let own = own_name(script, id, part);
                let names = own.into_iter().chain(handed(self.semantics, script, instance, part));
                reads.extend(names.map(|name| Read { at, by: Some(function), name }));
                if let Some(depth) = depth.checked_sub(1) {
                    let next = self.run_at(function, script, part);
                    work.extend(next.into_iter().map(|it| (it, depth)));
                }
            }
        }
    }

    /// The functions that `caller` runs by calling `part`, or by reading it.
    pub(in crate::semantic) fn run_at(
        &self,
        caller: FunctionNode,
        script: &Script,
        part: ExprId,
    ) -> Vec<FunctionNode> {
        if !matches!(script.kind(part), ExprKind::Call(_) | ExprKind::Member { .. }) {
            return Vec::new();
        }
        let mut runs = self.runs.borrow_mut();
        let runs = runs.entry(caller).or_insert_with(|| {
            let mut runs = Runs::default();
            for (_, edge) in self.semantics.graph.from(caller) {
                let site = edge.call.map(|call| self.semantics.values.call(call));
                let site = site.filter(|it| matches!(it.kind, CallKind::Call | CallKind::Accessor));
                if let Some(site) = site {
                    runs.entry(site.expr).or_default().push(edge.to);
                }
            }
            Rc::new(runs)
        });
        runs.get(&part).cloned().unwrap_or_default()
    }
}

/// What the result of `function` depends on: what it returns, and the conditions around that.
pub(in crate::semantic) fn result(script: &Script, function: FunctionId) -> Vec<ExprId> {
    let returns = script.function(function).returns.iter().copied().take(MOST_RETURNS);
    let mut roots = Vec::new();
    for value in returns {
        roots.push(value);
        roots.extend(around(script, script.expr(value).region));
    }
    parts(script, roots)
}

/// What `part` of `function` reads: a member, a text, a variable that is not its own.
pub(in crate::semantic) fn own_name(
    script: &Script,
    function: FunctionId,
    part: ExprId,
) -> Option<&str> {
    match script.kind(part) {
        ExprKind::Member { property, .. } => Some(script.name(*property)),
        ExprKind::String(text) => Some(script.name(*text)),
        ExprKind::Binding(binding) if script.binding(*binding).function != function => {
            Some(script.name(script.binding(*binding).name))
        }
        _ => None,
    }
}

/// The texts that `part`, a call or the options of one, hands on by a name.
pub(in crate::semantic) fn handed<'a>(
    semantics: &'a Semantics,
    script: &Script,
    instance: InstanceId,
    part: ExprId,
) -> Vec<&'a str> {
    let values: Vec<ExprId> = match script.kind(part) {
        ExprKind::Call(call) => call.arguments.iter().map(|argument| argument.value).collect(),
        ExprKind::Object(members) => {
            let values = members.iter().filter_map(|member| match member {
                Property::Value { value, .. } => Some(*value),
                _ => None,
            });
            values.collect()
        }
        _ => Vec::new(),
    };
    let is_named = |value: &ExprId| {
        matches!(script.kind(*value), ExprKind::Binding(_) | ExprKind::Member { .. })
    };
    let nodes = values.into_iter().filter(is_named);
    let nodes = nodes.filter_map(|value| semantics.values.value(instance, script, value));
    let tokens = nodes.flat_map(|node| semantics.values.each(node));
    let texts = tokens.filter_map(|token| match token {
        Token::Text(text) => Some(semantics.values.symbols.text(text)),
        _ => None,
    });
    texts.collect()
}
