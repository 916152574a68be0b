//! Whether anything in the program hears that a question of consent was refused.
//!
//! Callbacks among the options hear it, and so does whoever catches what the promise of the
//! call is rejected with, here or in a caller. A value that goes where it is not followed
//! counts as heard.

use std::collections::{BTreeMap, BTreeSet};

use crate::platform::{Outcome, outcome};
use crate::source::FileId;
use crate::syntax::File;
use crate::syntax::script::{Call, ExprId, ExprKind, Property, RegionKind, Script};

use super::Semantics;
use super::site::ApiCall;
use super::symbols::hidden;
use super::uses::{Use, Uses};
use super::values::{CallId, CallKind, FunctionNode, InstanceId, Node, Token};

/// A value and the function whose run makes it.
type Made = (FunctionNode, ExprId);

/// A search for what hears refusals.
pub struct Listeners<'a> {
    files: &'a [File],
    semantics: &'a Semantics,
    uses: BTreeMap<FileId, Uses>,
}

impl<'a> Listeners<'a> {
    /// A search in `files`, of which `semantics` is known.
    #[must_use]
    pub fn new(files: &'a [File], semantics: &'a Semantics) -> Self {
        Self { files, semantics, uses: BTreeMap::new() }
    }

    /// Whether a refusal of what `call` asks is heard, or may be.
    pub fn hear(&mut self, call: ApiCall) -> bool {
        if self.has_callback(call.host) {
            return true;
        }
        [call.host, call.call].into_iter().any(|id| {
            let site = self.semantics.values.call(id);
            self.is_caught((site.caller, site.expr))
        })
    }

    fn script(&self, file: FileId) -> Option<&'a Script> {
        self.files[file.index()].script()
    }

    fn file_of(&self, instance: InstanceId) -> FileId {
        self.semantics.values.instance(instance).file
    }

    /// Whether an argument of `call` is called back after a refusal, or may be.
    fn has_callback(&self, call: CallId) -> bool {
        let site = self.semantics.values.call(call);
        let script = self.script(self.file_of(site.instance));
        let written = script.and_then(|script| match script.kind(site.expr) {
            ExprKind::Call(call) => Some((script, call)),
            _ => None,
        });
        let is_open =
            written.is_some_and(|(script, call)| self.is_open(site.instance, script, call));
        let heard = |node: Node| {
            let tokens = self.semantics.values.of(node);
            tokens.is_empty() || tokens.into_iter().any(|token| self.hears(token))
        };
        is_open || site.arguments.iter().any(|(node, spread)| *spread || heard(*node))
    }

    /// Whether an argument is an object literal into which something unknown is spread, or what
    /// another call makes of something unknown.
    fn is_open(&self, instance: InstanceId, script: &Script, call: &Call) -> bool {
        let unknown = |expr: ExprId| {
            let node = self.semantics.values.value(instance, script, expr);
            let tokens = node.map(|node| self.semantics.values.of(node)).unwrap_or_default();
            tokens.is_empty() || tokens.contains(&Token::Unread)
        };
        call.arguments.iter().any(|argument| match written(script, argument.value) {
            ExprKind::Object(members) => members.iter().any(|member| match member {
                Property::Spread(value) => unknown(*value),
                _ => false,
            }),
            ExprKind::Call(made) => made.arguments.iter().any(|part| unknown(part.value)),
            _ => false,
        })
    }

    /// Whether `token`, handed to an API, is called back after a refusal, or may be.
    fn hears(&self, token: Token) -> bool {
        let values = &self.semantics.values;
        match token {
            Token::Object(_) | Token::Instance(_) => values.keys(token).any(|(key, node)| {
                let is_callback = matches!(
                    outcome(values.symbols.text(key)),
                    Some(Outcome::Failure | Outcome::Either)
                );
                let is_some = !values.of(node).is_empty() || values.has_own(token, key);
                is_some && (is_callback || key == hidden::ANY)
            }),
            Token::Plain | Token::Text(_) | Token::Bool(_) => false,
            _ => true,
        }
    }

    /// Whether something catches what the promise `made` is rejected with, or may.
    fn is_caught(&mut self, made: Made) -> bool {
        let mut seen = BTreeSet::from([made]);
        let mut work = vec![made];
        while let Some((function, expr)) = work.pop() {
            let Some(next) = self.passed_on(function, expr) else { return true };
            work.extend(next.into_iter().filter(|it| seen.insert(*it)));
        }
        false
    }

    /// What is rejected when the promise `expr` is; `None` where something catches it, or may.
    fn passed_on(&mut self, function: FunctionNode, expr: ExprId) -> Option<Vec<Made>> {
        let (instance, _) = self.semantics.values.function(function);
        let file = self.file_of(instance);
        let Some(script) = self.script(file) else { return Some(Vec::new()) };
        let uses = self.uses.entry(file).or_insert_with(|| Uses::new(script));
        let mut next = Vec::new();
        let mut leaves = uses.is_returned(expr);
        for it in uses.of(expr) {
            match *it {
                Use::Awaited(at) => {
                    let mut around = script.enclosing(script.expr(at).region);
                    if around.any(|(_, it)| it.kind == RegionKind::Try { caught: true }) {
                        return None;
                    }
                    leaves = true;
                }
                Use::Member(at, name) => {
                    let call = uses.of(at).iter().find_map(|it| match it {
                        Use::Called(call) => Some(*call),
                        _ => None,
                    });
                    let Some(call) = call else { continue };
                    let ExprKind::Call(written) = script.kind(call) else { continue };
                    match (script.name(name), written.arguments.len()) {
                        ("catch", 1..) | ("then", 2..) => return None,
                        ("then" | "finally" | "catch", _) => next.push((function, call)),
                        _ => {}
                    }
                }
                Use::Same(at) => next.push((function, at)),
                Use::Kept(binding) if script.binding(binding).writes.len() == 1 => {
                    next.extend(uses.reads(binding).iter().map(|read| (function, *read)));
                }
                Use::Kept(_) | Use::Elsewhere => return None,
                Use::Called(_) => {}
            }
        }
        if leaves {
            next.extend(self.callers(function)?);
        }
        Some(next)
    }

    /// The calls that give what `function` gives; `None` where they are not known.
    fn callers(&self, function: FunctionNode) -> Option<Vec<Made>> {
        let mut callers = Vec::new();
        let graph = &self.semantics.graph;
        for edge in graph.into(function) {
            let Some(call) = edge.call else { continue };
            let site = self.semantics.values.call(call);
            match site.kind {
                CallKind::Call | CallKind::Continuation { .. } => {
                    callers.push((site.caller, site.expr));
                }
                CallKind::Standard if !self.is_new(site.instance, site.expr) => return None,
                CallKind::Escape => return None,
                _ => {}
            }
        }
        Some(callers)
    }

    /// Whether `expr` is a `new`, whose callback's result goes nowhere.
    fn is_new(&self, instance: InstanceId, expr: ExprId) -> bool {
        let script = self.script(self.file_of(instance));
        script
            .is_some_and(|script| matches!(script.kind(expr), ExprKind::Call(call) if call.is_new))
    }
}

/// What `expr` is, behind variables that are written once.
fn written(script: &Script, mut expr: ExprId) -> &ExprKind {
    for _ in 0..4 {
        let ExprKind::Binding(binding) = script.kind(expr) else { break };
        let [write] = script.binding(*binding).writes.as_slice() else { break };
        let ExprKind::Assign { value, .. } = script.kind(*write) else { break };
        expr = *value;
    }
    script.kind(expr)
}
