//! Calls of code that was not read.
//!
//! A function that is handed over may be called, at once and from there: it goes on in the
//! entry that handed it over. What comes back may be what was handed over, for that is how
//! `throttle(f)`, `connect(f)(page)` and `createPage({…})` are used.

use super::solve::{Solver, Watch};
use super::{CallId, CallKind, InstanceId, Node, Token, TokenId};
use crate::platform::{self, ApiKind, Owner, is_registrar};
use crate::semantic::symbols::hidden;
use crate::syntax::script::{ExprId, ExprKind, Script};

/// What dialogs of code that was not read are members of. No program can write the name.
pub(crate) const UNREAD_DIALOG: &str = "\0dialog";

impl Solver<'_> {
    /// Calls something that was not read.
    pub(super) fn call_unread(&mut self, call: CallId) {
        if self.registers_unit(call) {
            return self.leave_registration(call);
        }
        self.values.calls[call.0 as usize].is_resolved = true;
        self.note_host_call(call, hidden::ANY);
        let site = self.values.call(call);
        let (arguments, result) = (site.arguments.clone(), site.result);
        let answer = self.dialog_answer(call);
        // A dialog gives its answer, and nothing back of what it is handed.
        let into = if answer.is_some() { self.grow(1) } else { result };
        for (argument, _) in arguments.iter() {
            self.watch(*argument, Watch::Escape { call, into });
        }
        self.add_token(result, answer.unwrap_or(Token::Unread));
    }

    /// Whether `call` hands a unit to a toolkit's runtime that lies in a chunk that was not read.
    fn registers_unit(&self, call: CallId) -> bool {
        let site = self.values.call(call);
        let script = self.script(site.instance).filter(|_| self.has_chunks());
        let name = script.and_then(|script| called_name(script, site.expr));
        site.kind == CallKind::Call && name.is_some_and(is_registrar)
    }

    /// Leaves `call`, which registers the unit whose script makes it, to `wrapper.rs`.
    pub(super) fn leave_registration(&mut self, call: CallId) {
        let site = &mut self.values.calls[call.0 as usize];
        site.is_resolved = true;
        let result = site.result;
        self.add_token(result, Token::Unread);
    }

    /// What `call`, a call of code that was not read, answers if it opens a dialog by all appearances: it
    /// calls something by the name of one.
    fn dialog_answer(&mut self, call: CallId) -> Option<Token> {
        let site = self.values.call(call);
        let script = self.script(site.instance).filter(|_| site.kind == CallKind::Call)?;
        let name = called_name(script, site.expr)?;
        let kind = self.platform.api(name)?.kind;
        let path = format!("{UNREAD_DIALOG}.{name}");
        let path = matches!(kind, ApiKind::Dialog { .. }).then(|| self.symbol(&path))?;
        Some(Token::Host(self.answer(path)))
    }

    /// Runs what `call` hands to a function of a library that takes hooks. Frameworks keep hooks in
    /// lists that are found by names made at run time; they belong to the entry that runs `setup`.
    pub(super) fn hand_hook(&mut self, call: CallId, around: InstanceId) {
        let site = self.values.call(call);
        let (caller, callee) = (self.file_of(site.instance), self.file_of(around));
        if !self.project.is_library(callee) || self.project.is_library(caller) {
            return;
        }
        let name = self.script(site.instance).and_then(|script| called_name(script, site.expr));
        if let Some((hook, false)) = site.arguments.first().copied()
            && name.is_some_and(|name| platform::hook(Owner::Setup, name).is_some())
        {
            let into = self.grow(1);
            self.watch(hook, Watch::Escape { call, into });
        }
    }

    /// Hands `token` to code that was not read.
    pub(super) fn escape(&mut self, call: CallId, token: TokenId, into: Node) {
        let answer = self.dialog_answer(call).map(|answer| {
            let given = self.grow(1);
            self.add_token(given, answer);
            given
        });
        let given = Vec::from_iter(answer);
        match self.values.token(token) {
            Token::Function(..) | Token::Bound(_) | Token::Handler(..) | Token::Settle(..) => {
                let callee = self.grow(1);
                self.add(callee, token);
                self.call_back(call, CallKind::Escape, callee, given);
                self.add(into, token);
            }
            Token::Object(_) => {
                for name in ["success", "fail", "complete"] {
                    let key = self.symbol(name);
                    if let Some(callee) = self.values.properties.get(token, key) {
                        let given = if name == "fail" { Vec::new() } else { given.clone() };
                        self.call_back(call, CallKind::Escape, callee, given);
                    }
                }
                self.add(into, token);
            }
            Token::Exports(file) => {
                self.add(into, token);
                if file == self.file_of(self.values.call(call).instance) {
                    self.export_through(call, token);
                }
            }
            Token::Instance(_) => self.add(into, token),
            _ => {}
        }
    }

    /// Code that was not read and gets what a script exports, `exports`, may let it export what else it
    /// gets: `tslib.__exportStar(require('./phone'), exports)`.
    fn export_through(&mut self, call: CallId, exports: TokenId) {
        for (argument, _) in self.values.call(call).arguments.clone().iter() {
            self.watch(*argument, Watch::Spread { into: exports });
        }
    }

    /// Treats the calls for which nothing was found as calls of code that was not read; whether
    /// there are any.
    pub(super) fn give_up_on_calls(&mut self) -> bool {
        let copies = self.copies_of_uncalled();
        let open: Vec<CallId> = (0..self.values.calls.len() as u32)
            .map(CallId)
            .filter(|id| !self.values.call(*id).is_resolved && !self.is_of_nothing(*id, &copies))
            .collect();
        for call in &open {
            self.call_unread(*call);
        }
        !open.is_empty()
    }
}

/// The name by which the call `expr` names what it calls.
fn called_name(script: &Script, expr: ExprId) -> Option<&str> {
    let ExprKind::Call(call) = script.kind(expr) else { return None };
    match script.kind(call.callee) {
        ExprKind::Member { property, .. } => Some(script.name(*property)),
        ExprKind::Binding(binding) => Some(script.name(script.binding(*binding).name)),
        _ => None,
    }
}
