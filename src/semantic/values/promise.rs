//! Promises: what they are settled with, and what goes on after them.

use super::solve::{Solver, Watch};
use super::{CallId, CallKind, Node, Token, TokenId};
use crate::semantic::symbols::hidden;

impl Solver<'_> {
    /// `new Promise(executor)`.
    pub(super) fn new_promise(&mut self, call: CallId) {
        let site = self.values.call(call);
        let (executor, result) = (site.arguments.first().copied(), site.result);
        let promise = self.token(Token::Promise(result));
        self.add(result, promise);
        let Some((executor, false)) = executor else { return };
        let (resolve, reject) = (self.grow(1), self.grow(1));
        self.add_token(resolve, Token::Settle(promise, false));
        self.add_token(reject, Token::Settle(promise, true));
        self.call_back(call, CallKind::Standard, executor, vec![resolve, reject]);
    }

    /// Calls the function that settles `promise`.
    pub(super) fn settle_promise(&mut self, call: CallId, promise: TokenId, rejected: bool) {
        self.values.calls[call.0 as usize].is_resolved = true;
        let Some((value, false)) = self.values.call(call).arguments.first().copied() else {
            return;
        };
        let key = if rejected { self.symbol("\0reason") } else { hidden::VALUE };
        let into = self.property(promise, key);
        self.watch(value, Watch::Await { into });
    }

    /// `into` gets what awaiting `token` gives.
    pub(super) fn unwrap_promise(&mut self, token: TokenId, into: Node) {
        if let Token::Promise(_) = self.values.token(token) {
            let value = self.property(token, hidden::VALUE);
            self.edge(value, into);
        } else {
            self.add(into, token);
        }
    }

    /// Calls `then`, `catch` or `finally`; whether it is one of them.
    pub(super) fn promise_method(&mut self, call: CallId, token: TokenId, name: &str) -> bool {
        let (fulfilled, rejected) = match name {
            "then" => (Some(0), Some(1)),
            "catch" => (None, Some(0)),
            "finally" => (Some(0), None),
            _ => return false,
        };
        let value = self.grow(1);
        self.unwrap_promise(token, value);
        let site = self.values.call(call);
        let (arguments, result) = (site.arguments.clone(), site.result);
        let next = self.token(Token::Promise(result));
        self.add(result, next);
        let into = self.property(next, hidden::VALUE);
        let argument = |at: Option<usize>| arguments.get(at?).map(|argument| argument.0);
        match argument(fulfilled) {
            Some(callback) if name == "then" => {
                let kind = CallKind::Continuation { rejected: false };
                let given = self.call_back(call, kind, callback, vec![value]);
                self.watch(given, Watch::Await { into });
            }
            Some(callback) => {
                let kind = CallKind::Continuation { rejected: false };
                self.call_back(call, kind, callback, Vec::new());
                self.edge(value, into);
            }
            None => self.edge(value, into),
        }
        if let Some(callback) = argument(rejected) {
            let kind = CallKind::Continuation { rejected: true };
            let reason = self.reason(token);
            let given = self.call_back(call, kind, callback, vec![reason]);
            self.watch(given, Watch::Await { into });
        }
        true
    }

    /// What a promise or answer is rejected with.
    fn reason(&mut self, token: TokenId) -> Node {
        match self.values.token(token) {
            Token::Promise(_) => {
                let key = self.symbol("\0reason");
                self.property(token, key)
            }
            Token::Host(path) => {
                let failure =
                    self.values.symbols.text(path).trim_end_matches("()").to_owned() + "!";
                let failure = self.symbol(&failure);
                let node = self.grow(1);
                self.add_token(node, Token::Host(failure));
                node
            }
            _ => self.grow(1),
        }
    }

    /// `Promise.resolve`, `all`, `race` …; whether `name` is one.
    pub(super) fn promise_function(&mut self, call: CallId, name: &str) -> bool {
        let site = self.values.call(call);
        let (argument, result) = (site.arguments.first().copied(), site.result);
        let promise = self.token(Token::Promise(result));
        self.add(result, promise);
        let value = self.property(promise, hidden::VALUE);
        let Some((argument, false)) = argument else { return true };
        match name {
            "resolve" => self.watch(argument, Watch::Await { into: value }),
            "reject" => {
                let key = self.symbol("\0reason");
                let reason = self.property(promise, key);
                self.edge(argument, reason);
            }
            "all" | "allSettled" => {
                let all = self.new_array(value);
                let item = self.grow(1);
                self.watch(argument, Watch::Items { into: item });
                self.watch(item, Watch::Await { into: all });
            }
            "race" | "any" => {
                let item = self.grow(1);
                self.watch(argument, Watch::Items { into: item });
                self.watch(item, Watch::Await { into: value });
            }
            _ => return false,
        }
        true
    }
}
