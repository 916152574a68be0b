//! Calls of code that was not read.
//!
//! A function that is handed over may be called, at once and from there: it goes on in the
//! entry that handed it over. What comes back may be what was handed over, for that is how
//! `throttle(f)`, `connect(f)(page)` and `createPage({…})` are used.

use super::solve::{Solver, Watch};
use super::{CallId, CallKind, Node, Token, TokenId};
use crate::semantic::symbols::hidden;

impl Solver<'_> {
    /// Calls something that was not read.
    pub(super) fn call_unread(&mut self, call: CallId) {
        self.values.calls[call.0 as usize].is_resolved = true;
        self.note_host_call(call, hidden::ANY);
        let site = self.values.call(call);
        let (arguments, result) = (site.arguments.clone(), site.result);
        for (argument, _) in arguments.iter() {
            self.watch(*argument, Watch::Escape { call, into: result });
        }
        self.add_token(result, Token::Unread);
    }

    /// Hands `token` to code that was not read.
    pub(super) fn escape(&mut self, call: CallId, token: TokenId, into: Node) {
        match self.values.token(token) {
            Token::Function(..) | Token::Bound(_) | Token::Handler(..) | Token::Settle(..) => {
                let callee = self.grow(1);
                self.add(callee, token);
                self.call_back(call, CallKind::Escape, callee, Vec::new());
                self.add(into, token);
            }
            Token::Object(_) => {
                for name in ["success", "fail", "complete"] {
                    let key = self.symbol(name);
                    if let Some(callee) = self.values.properties.get(token, key) {
                        self.call_back(call, CallKind::Escape, callee, Vec::new());
                    }
                }
                self.add(into, token);
            }
            Token::Instance(_) | Token::Exports(_) => self.add(into, token),
            _ => {}
        }
    }

    /// Treats the calls for which nothing was found as calls of code that was not read; whether
    /// there are any.
    pub(super) fn give_up_on_calls(&mut self) -> bool {
        let open: Vec<CallId> = (0..self.values.calls.len() as u32)
            .map(CallId)
            .filter(|id| !self.values.call(*id).is_resolved)
            .collect();
        for call in &open {
            self.call_unread(*call);
        }
        !open.is_empty()
    }
}
