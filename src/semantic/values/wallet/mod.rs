//! Calls of the wallet's APIs: their answers and callbacks.

pub(super) mod added;
pub(crate) mod network;
pub(crate) mod part;

use crate::platform::{ApiKind, Outcome, outcome};
use crate::semantic::symbols::{Derived, Symbol};
use crate::semantic::values::{CallId, CallKind, Node, Token, TokenId};
use crate::syntax::script::{ExprKind, Key, Property};

use super::solve::{Solver, Watch};

impl Solver<'_> {
    /// Calls the API `name` at `path`.
    pub(in crate::semantic::values) fn wallet_call(
        &mut self,
        call: CallId,
        path: Symbol,
        name: &str,
    ) {
        let kind = self.platform.api(name).map(|api| api.kind);
        let site = self.values.call(call);
        let (arguments, result) = (site.arguments.clone(), site.result);
        if matches!(kind, Some(ApiKind::Call)) {
            if let Some((name, false)) = arguments.first().copied() {
                self.watch(name, Watch::Dispatch { call });
            }
            return;
        }
        let is_code = matches!(kind, Some(ApiKind::AuthCode));
        if !(is_code && self.answers_back(call)) {
            let answer = self.answer(path);
            self.add_token(result, Token::Host(answer));
        }
        if let Some(ApiKind::Callback { .. }) = kind {
            // What the host calls later is an entry of its own, not a part of this run.
            if let Some((callback, false)) = arguments.first().copied() {
                self.launch_callback(call, path, callback);
            }
            return;
        }
        if let Some(ApiKind::Network) = kind {
            let open = self.open_answer(call, path);
            self.edge(open, result);
        }
        for (argument, _) in arguments.iter() {
            self.watch(*argument, Watch::Options { call, api: path });
        }
    }

    /// Whether `call` is written with a `success` or `complete`: then it gives no promise.
    fn answers_back(&self, call: CallId) -> bool {
        let site = self.values.call(call);
        let Some(script) = self.script(site.instance) else { return false };
        let ExprKind::Call(written) = script.kind(site.expr) else { return false };
        let options = written.arguments.iter().filter_map(|it| match script.kind(it.value) {
            ExprKind::Object(members) => Some(members),
            _ => None,
        });
        options.flatten().any(|member| match member {
            Property::Value { key: Key::Name(name, _), .. } => {
                matches!(outcome(script.name(*name)), Some(Outcome::Success | Outcome::Either))
            }
            _ => false,
        })
    }

    /// What the API at `path` answers.
    pub(in crate::semantic::values) fn answer(&mut self, path: Symbol) -> Symbol {
        self.values.symbols.derived(path, Derived::Answer)
    }

    /// What the API at `path` fails with.
    fn failure(&mut self, path: Symbol) -> Symbol {
        self.values.symbols.derived(path, Derived::Failure)
    }

    /// `token` is an argument of the API at `api`.
    pub(in crate::semantic::values) fn options(
        &mut self,
        call: CallId,
        token: TokenId,
        api: Symbol,
    ) {
        match self.values.token(token) {
            Token::Function(..) | Token::Bound(_) | Token::Handler(..) | Token::Settle(..) => {
                let callee = self.grow(1);
                self.add(callee, token);
                let answer = self.grow(1);
                let symbol = self.answer(api);
                self.add_token(answer, Token::Host(symbol));
                self.add_open_answer(call, answer);
                self.call_back(
                    call,
                    CallKind::Callback { api, option: None },
                    callee,
                    vec![answer],
                );
            }
            Token::Object(_) | Token::Instance(_) | Token::Props(_) | Token::Data(_) => {
                for name in ["success", "fail", "complete"] {
                    self.option(call, token, api, name);
                }
            }
            _ => {}
        }
    }

    /// What an open platform answers to `call` comes to `given`, too.
    fn add_open_answer(&mut self, call: CallId, given: Node) {
        if let Some(open) = self.open_answers.get(&call) {
            self.edge(*open, given);
        }
    }

    fn option(&mut self, call: CallId, token: TokenId, api: Symbol, name: &str) {
        let option = self.symbol(name);
        let callee = self.grow(1);
        self.load(token, option, callee);
        let given = self.grow(1);
        let outcome = outcome(name).unwrap_or(Outcome::Either);
        if outcome != Outcome::Failure {
            let answer = self.answer(api);
            self.add_token(given, Token::Host(answer));
            self.add_open_answer(call, given);
        }
        if outcome != Outcome::Success {
            let failure = self.failure(api);
            self.add_token(given, Token::Host(failure));
        }
        let kind = CallKind::Callback { api, option: Some(option) };
        self.call_back(call, kind, callee, vec![given]);
    }

    /// `my.call(token, …)`.
    pub(in crate::semantic::values) fn dispatch(&mut self, call: CallId, token: TokenId) {
        let Some(name) = self.text(token) else { return };
        let name = self.values.symbols.text(name).to_owned();
        let (caller, namespace) = (self.values.call(call).clone(), "my");
        if !self.platform.is_namespace(namespace) {
            return;
        }
        let path = self.symbol(&format!("{namespace}.{name}"));
        let rest = caller.arguments.get(1..).unwrap_or(&[]).into();
        let derived = self.derived(call, caller.kind, rest);
        self.note_host_call(derived, path);
        self.wallet_call(derived, path, &name);
    }
}
