//! Whether anything in the program hears that a question of consent was refused.
//!
//! Callbacks among the options hear it, and so does whoever catches what the promise of the
//! call is rejected with, here or in a caller; a callback of `promisify` and the like that does
//! nothing but reject a promise hands it on to whoever catches that. A value that goes where it is not followed
//! counts as heard.

use std::collections::BTreeSet;

use crate::platform::{Outcome, outcome};
use crate::semantic::Semantics;
use crate::semantic::data::effect::Quiet;
use crate::semantic::entry::Trigger;
use crate::semantic::site::ApiCall;
use crate::semantic::symbols::hidden;
use crate::semantic::values::{CallId, FunctionNode, InstanceId, Node, Token, TokenId};
use crate::syntax::File;
use crate::syntax::script::{Call, ExprId, ExprKind, Property, Script};

use super::refusing::node_of;
use super::rejection::{Made, Rejections, Settled};

/// A search for what hears refusals.
pub struct Listeners<'a> {
    files: &'a [File],
    semantics: &'a Semantics,
    rejections: Rejections<'a>,
    /// What is known to do nothing that is noticed.
    quiet: Quiet,
}

/// What hears a refusal first.
#[derive(Debug, Default)]
struct First {
    /// Whether that is something that may do anything.
    is_heard: bool,
    /// The promises that are rejected with it.
    rejected: Vec<TokenId>,
}

impl<'a> Listeners<'a> {
    /// A search in `files`, of which `semantics` is known.
    #[must_use]
    pub fn new(files: &'a [File], semantics: &'a Semantics) -> Self {
        let rejections = Rejections::new(files, semantics);
        Self { files, semantics, rejections, quiet: Quiet::default() }
    }

    /// Whether a refusal of what `call` asks is heard, or may be.
    pub fn hear(&mut self, call: ApiCall) -> bool {
        let first = self.first(call.host);
        // A callback that stands beside the name of the API is the answer of whoever wrote it there.
        let is_own = call.call == call.host;
        let is_handed_on = !first.rejected.is_empty();
        if first.is_heard || is_handed_on && (is_own || !self.is_run(call.call)) {
            return true;
        }
        let own = [call.host, call.call].map(|id| {
            let site = self.semantics.values.call(id);
            Some((site.caller, site.expr))
        });
        let others = first.rejected.into_iter().map(|promise| self.maker(promise));
        let made: Vec<Option<Made>> = own.into_iter().chain(others).collect();
        made.into_iter().any(|made| made.is_none_or(|made| self.is_caught(made)))
    }

    /// Whether anything known runs `call`.
    fn is_run(&self, call: CallId) -> bool {
        let caller = self.semantics.values.call(call).caller;
        Trigger::ALL.into_iter().any(|it| self.semantics.reach.is_reached(it, caller))
    }

    /// What makes `promise`.
    fn maker(&self, promise: TokenId) -> Option<Made> {
        let values = &self.semantics.values;
        let call = self.semantics.refusing.making.get(&node_of(values.token(promise))?)?;
        let site = values.call(*call);
        Some((site.caller, site.expr))
    }

    /// What of the arguments of `call` is called back after a refusal, or may be.
    fn first(&mut self, call: CallId) -> First {
        let values = &self.semantics.values;
        let site = values.call(call);
        let script = self.rejections.script(self.rejections.file_of(site.instance));
        let written = script.and_then(|script| match script.kind(site.expr) {
            ExprKind::Call(call) => Some((script, call)),
            _ => None,
        });
        let is_open =
            written.is_some_and(|(script, call)| self.is_open(site.instance, script, call));
        let mut first = First { is_heard: is_open, rejected: Vec::new() };
        for (node, spread) in site.arguments.iter() {
            let tokens = values.of(*node);
            first.is_heard |= *spread || tokens.is_empty();
            for token in tokens {
                self.add(call, token, &mut first);
            }
        }
        first
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

    /// Adds what of `token`, handed over at `call`, is called back after a refusal, or may be.
    fn add(&mut self, call: CallId, token: Token, first: &mut First) {
        let values = &self.semantics.values;
        match token {
            Token::Object(_) | Token::Instance(_) => {
                for (key, node) in values.keys(token) {
                    let is_callback = matches!(
                        outcome(values.symbols.text(key)),
                        Some(Outcome::Failure | Outcome::Either)
                    );
                    let is_nothing = |token| token == Token::Nothing;
                    let is_some = match values.sets.get(node).is_empty() {
                        true => values.has_own(token, key),
                        false => !values.each(node).all(is_nothing),
                    };
                    if is_some && (is_callback || key == hidden::ANY) {
                        match self.rejected_by(call, node) {
                            Some(promises) => first.rejected.extend(promises),
                            None => first.is_heard = true,
                        }
                    }
                }
            }
            Token::Nothing | Token::Plain | Token::Text(_) | Token::Bool(_) => {}
            _ => first.is_heard = true,
        }
    }

    /// The promises that the callbacks in `node`, handed over at `call`, reject, if they do nothing else.
    fn rejected_by(&mut self, call: CallId, node: Node) -> Option<Vec<TokenId>> {
        let semantics = self.semantics;
        let (values, graph) = (&semantics.values, &semantics.graph);
        let host = values.call(call);
        let failing = semantics.refusing.failing.get(&(host.instance, host.expr));
        let failing = failing.into_iter().flatten().map(|at| graph.edges[*at as usize].to);
        let mut rejected = Vec::new();
        for token in values.each(node) {
            match token {
                Token::Settle(promise, true) => rejected.push(promise),
                Token::Function(_, function) => {
                    let mut run = failing.clone().filter(|it| values.function(*it).1 == function);
                    let first = run.next()?;
                    for called in std::iter::once(first).chain(run) {
                        rejected.extend(self.only_rejects(called)?);
                    }
                }
                Token::Nothing => {}
                _ => return None,
            }
        }
        (!rejected.is_empty()).then_some(rejected)
    }

    /// The promises that `function` rejects whenever it runs, if it does nothing that is noticed.
    fn only_rejects(&mut self, function: FunctionNode) -> Option<Vec<TokenId>> {
        let semantics = self.semantics;
        let settling = semantics.refusing.settling.get(&function)?;
        let is_noticed = semantics.is_noticed(self.files, &[function], &mut self.quiet);
        let all_reject = settling.iter().all(|(_, _, rejects)| *rejects);
        let promises = settling.iter().map(|(_, promise, _)| *promise);
        (all_reject && !is_noticed).then(|| promises.collect())
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
