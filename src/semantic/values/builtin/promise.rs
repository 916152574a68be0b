//! Promises: what they are settled with, and what goes on after them.

use crate::semantic::symbols::hidden;
use crate::semantic::values::solve::{Solver, Watch};
use crate::semantic::values::{CallId, CallKind, Node, Token, TokenId};

impl Solver<'_> {
    /// `new Promise(executor)`.
    pub(in crate::semantic::values) fn new_promise(&mut self, call: CallId) {
        let site = self.values.call(call);
        let (executor, result) = (site.arguments.first().copied(), site.result);
        let promise = self.token(Token::Promise(result));
        self.add(result, promise);
        let Some((executor, false)) = executor else { return };
        let (resolve, reject) = (self.grow(1), self.grow(1));
        self.add_token(resolve, Token::Settle(promise, false));
        self.add_token(reject, Token::Settle(promise, true));
        let done = self.call_back(call, CallKind::Standard, executor, vec![resolve, reject]);
        self.made.insert(done, promise);
    }

    /// Calls the function that settles `promise`.
    pub(in crate::semantic::values) fn settle_promise(
        &mut self,
        call: CallId,
        promise: TokenId,
        rejected: bool,
    ) {
        self.values.calls[call.0 as usize].is_resolved = true;
        let Some((value, false)) = self.values.call(call).arguments.first().copied() else {
            return;
        };
        if rejected {
            let into = self.reason_of(promise);
            self.edge(value, into);
        } else {
            self.watch(value, Watch::Adopt { promise });
        }
    }

    /// `promise` is resolved with `token`.
    pub(in crate::semantic::values) fn adopt(&mut self, promise: TokenId, token: TokenId) {
        let value = self.property(promise, hidden::VALUE);
        self.unwrap_promise(token, value);
        let reason = self.reason_of(promise);
        self.rejected(token, reason);
    }

    /// What `promise` is rejected with.
    pub(in crate::semantic::values) fn reason_of(&mut self, promise: TokenId) -> Node {
        let key = self.symbol("\0reason");
        self.property(promise, key)
    }

    /// `into` gets what `token` is rejected with, if it is a promise.
    pub(in crate::semantic::values) fn rejected(&mut self, token: TokenId, into: Node) {
        if let Token::Promise(_) = self.values.token(token) {
            let reason = self.reason_of(token);
            self.edge(reason, into);
        }
    }

    /// `into`, an array, gets what awaiting the items of `token` gives.
    pub(in crate::semantic::values) fn await_all(&mut self, token: TokenId, into: TokenId) {
        let Token::Array(_) = self.values.token(token) else {
            let (item, anywhere) = (self.grow(1), self.anywhere(into));
            self.items(token, item);
            self.watch(item, Watch::Await { into: anywhere });
            return;
        };
        self.anywhere(token);
        self.anywhere(into);
        for (key, node) in self.members_of(token) {
            if key != hidden::PROTO {
                let item = self.property(into, key);
                self.watch(node, Watch::Await { into: item });
            }
        }
    }

    /// `into` gets what awaiting `token` gives.
    pub(in crate::semantic::values) fn unwrap_promise(&mut self, token: TokenId, into: Node) {
        if let Token::Promise(_) = self.values.token(token) {
            let value = self.property(token, hidden::VALUE);
            self.edge(value, into);
        } else {
            self.add(into, token);
        }
    }

    /// Calls `then`, `catch` or `finally`; whether it is one of them.
    pub(in crate::semantic::values) fn promise_method(
        &mut self,
        call: CallId,
        token: TokenId,
        name: &str,
    ) -> bool {
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
                self.made.insert(given, next);
                self.watch(given, Watch::Adopt { promise: next });
            }
            Some(callback) => {
                let kind = CallKind::Continuation { rejected: false };
                let given = self.call_back(call, kind, callback, Vec::new());
                self.made.insert(given, next);
                self.edge(value, into);
            }
            None => self.edge(value, into),
        }
        let reason = self.reason(token);
        if let Some(callback) = argument(rejected) {
            let kind = CallKind::Continuation { rejected: true };
            let given = self.call_back(call, kind, callback, vec![reason]);
            self.made.insert(given, next);
            self.watch(given, Watch::Adopt { promise: next });
        } else {
            let into = self.reason_of(next);
            self.edge(reason, into);
        }
        true
    }

    /// What a promise or answer is rejected with.
    fn reason(&mut self, token: TokenId) -> Node {
        match self.values.token(token) {
            Token::Promise(_) => self.reason_of(token),
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
    pub(in crate::semantic::values) fn promise_function(
        &mut self,
        call: CallId,
        name: &str,
    ) -> bool {
        let site = self.values.call(call);
        let (argument, result) = (site.arguments.first().copied(), site.result);
        let promise = self.token(Token::Promise(result));
        self.add(result, promise);
        let value = self.property(promise, hidden::VALUE);
        let reason = self.reason_of(promise);
        let Some((argument, false)) = argument else { return true };
        let item = self.grow(1);
        match name {
            "resolve" => self.watch(argument, Watch::Adopt { promise }),
            "reject" => self.edge(argument, reason),
            "all" => {
                let all = self.token(Token::Array(value));
                self.add(value, all);
                self.watch(argument, Watch::AwaitAll { into: all });
                self.watch(argument, Watch::Items { into: item });
                self.watch(item, Watch::Reason { into: reason });
            }
            "allSettled" => {
                let all = self.new_array(value);
                let outcome = self.token(Token::Object(item));
                self.add(all, outcome);
                self.watch(argument, Watch::Items { into: item });
                for (name, is_value) in [("value", true), ("reason", false)] {
                    let key = self.symbol(name);
                    let into = self.property(outcome, key);
                    let watch =
                        if is_value { Watch::Await { into } } else { Watch::Reason { into } };
                    self.watch(item, watch);
                }
            }
            "race" | "any" => {
                self.watch(argument, Watch::Items { into: item });
                self.watch(item, Watch::Adopt { promise });
            }
            _ => return false,
        }
        true
    }
}
