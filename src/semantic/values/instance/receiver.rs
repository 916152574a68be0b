//! What calls of a function are told apart by: what they hand over, or what it is called on.
//!
//! A method without parameters runs as it stands for the first object that it is called on, and in a
//! copy for each other: `this.loaded()` in the `load()` that two classes inherit runs the own method of
//! either, and `this.scopes` of two objects of one class is what each was made with.

use crate::semantic::values::solve::Solver;
use crate::semantic::values::{CallId, CallKind, InstanceId, Node, Token, TokenId};
use crate::syntax::script::{FunctionId, FunctionKind, Script};

/// What `this` is in a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::semantic::values) enum This {
    /// Not known, or nothing.
    Nothing,
    /// One value.
    Token(TokenId),
    /// Any value of a node.
    Node(Node),
}

/// What a copy of a function is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Reason {
    /// A call, by the node of its result.
    Call(Node),
    /// What the function is called on.
    Receiver(TokenId),
}

impl Solver<'_> {
    /// What a copy of `function` would be made for, so that `call` on `this` is told from others.
    pub(in crate::semantic::values) fn told_by(
        &mut self,
        call: CallId,
        (around, function): (InstanceId, FunctionId),
        script: &Script,
        this: This,
    ) -> Option<Reason> {
        let site = self.values.call(call);
        let (kind, by_call) = (site.kind, Reason::Call(site.result));
        if !matches!(kind, CallKind::Call | CallKind::New) || self.is_wrapper(around, function) {
            return None;
        }
        let facts = &self.facts[self.file_of(around).index()];
        // What reads `arguments` mostly hands on what it is given, as wrappers do; so does a
        // constructor that is not written.
        if facts.arguments.contains(&function) || !script.function(function).params.is_empty() {
            return Some(by_call);
        }
        let is_arrow = script.function(function).kind == FunctionKind::Arrow;
        if is_arrow || kind == CallKind::New || !facts.receiving.contains(&function) {
            return None;
        }
        match this {
            This::Token(this) if is_made(self.values.token(this)) => {
                let first = *self.receivers.entry((around, function)).or_insert(this);
                (first != this).then_some(Reason::Receiver(this))
            }
            // `super.load()` and `super()`.
            This::Node(_) if facts.classes.contains_key(&function) => Some(by_call),
            _ => None,
        }
    }
}

/// Whether a program makes `token`, and so can make several with the same methods.
fn is_made(token: Token) -> bool {
    matches!(token, Token::Instance(_) | Token::Object(_) | Token::Function(..))
}
