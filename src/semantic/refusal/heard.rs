//! Whether anything in the program hears that a question of consent was refused.
//!
//! Callbacks among the options hear it, and so does whoever catches what the promise of the
//! call is rejected with, here or in a caller. A value that goes where it is not followed
//! counts as heard.

use std::collections::BTreeSet;

use crate::platform::{Outcome, outcome};
use crate::semantic::Semantics;
use crate::semantic::site::ApiCall;
use crate::semantic::symbols::hidden;
use crate::semantic::values::{CallId, InstanceId, Node, Token};
use crate::syntax::File;
use crate::syntax::script::{Call, ExprId, ExprKind, Property, Script};

use super::rejection::{Made, Rejections, Settled};

/// A search for what hears refusals.
pub struct Listeners<'a> {
    semantics: &'a Semantics,
    rejections: Rejections<'a>,
}

impl<'a> Listeners<'a> {
    /// A search in `files`, of which `semantics` is known.
    #[must_use]
    pub fn new(files: &'a [File], semantics: &'a Semantics) -> Self {
        Self { semantics, rejections: Rejections::new(files, semantics) }
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

    /// Whether an argument of `call` is called back after a refusal, or may be.
    fn has_callback(&self, call: CallId) -> bool {
        let site = self.semantics.values.call(call);
        let script = self.rejections.script(self.rejections.file_of(site.instance));
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
            let is_unknown = |token: &Token| matches!(token, Token::Unread | Token::Given);
            tokens.is_empty() || tokens.iter().any(is_unknown)
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
                let is_nothing = |token| token == Token::Nothing;
                let is_some = match values.sets.get(node).is_empty() {
                    true => values.has_own(token, key),
                    false => !values.each(node).all(is_nothing),
                };
                is_some && (is_callback || key == hidden::ANY)
            }),
            Token::Nothing | Token::Plain | Token::Text(_) | Token::Bool(_) => false,
            _ => true,
        }
    }

    /// Whether something catches what the promise `made` is rejected with, or may.
    fn is_caught(&mut self, made: Made) -> bool {
        let mut seen = BTreeSet::from([made]);
        let mut work = vec![made];
        while let Some(made) = work.pop() {
            let passed = self.rejections.passed_on(made, None, Settled::Rejected);
            if passed.is_lost || !passed.heard.is_empty() {
                return true;
            }
            let next = passed.next.into_iter().map(|(made, _)| made);
            work.extend(next.filter(|it| seen.insert(*it)));
        }
        false
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
