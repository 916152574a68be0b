//! `call`, `apply` and `bind`, and which standard methods a value has.

use crate::semantic::symbols::Symbol;
use crate::semantic::values::solve::{Solver, This};
use crate::semantic::values::{Arguments, CallId, CallKind, Node, Token, TokenId};

/// A function's `this`, made permanent, and its first arguments.
#[derive(Clone, Debug)]
pub(crate) struct BoundFunction {
    pub(crate) target: TokenId,
    pub(crate) this: Option<Node>,
    pub(crate) arguments: Arguments,
}

impl Solver<'_> {
    /// Calls the standard method `key` of `token`; whether it has one.
    pub(in crate::semantic::values) fn standard_method(
        &mut self,
        call: CallId,
        token: TokenId,
        key: Symbol,
    ) -> bool {
        let name = self.values.symbols.shared(key);
        let is_known = match self.values.token(token) {
            Token::Function(..) | Token::Bound(_) | Token::Handler(..) | Token::Settle(..) => {
                self.function_method(call, token, &name)
            }
            Token::Host(path) => {
                let path = self.values.symbols.text(path);
                let is_answer = path.ends_with(')') || path.ends_with('!');
                match &*name {
                    // `my.call('getAuthCode')` calls an API; `my` itself is no function.
                    _ if self.platform.is_namespace(path) => false,
                    "call" | "apply" | "bind" => self.function_method(call, token, &name),
                    "then" | "catch" | "finally" if is_answer => {
                        self.promise_method(call, token, &name)
                    }
                    "forEach" | "map" | "filter" | "find" | "some" | "every" | "reduce" => {
                        self.array_method(call, token, &name)
                    }
                    _ if path.starts_with("event.") && is_text_method(&name) => {
                        // Of what the host hands over, a part is as good as the whole.
                        let result = self.values.call(call).result;
                        let into = if &*name == "split" { self.new_array(result) } else { result };
                        self.add(into, token);
                        self.text_method(call, &name)
                    }
                    _ => false,
                }
            }
            Token::Array(_) => self.array_method(call, token, &name),
            Token::Collection(_) => self.collection_method(call, token, &name),
            Token::Promise(_) => self.promise_method(call, token, &name),
            Token::Unit(unit) => self.unit_method(call, unit, &name),
            Token::Text(_) => self.text_method(call, &name),
            _ => self.define_method(call, token, &name),
        };
        if is_known {
            self.values.calls[call.0 as usize].is_resolved = true;
        }
        is_known
    }

    fn function_method(&mut self, call: CallId, token: TokenId, name: &str) -> bool {
        let site = self.values.call(call);
        let (arguments, result) = (site.arguments.clone(), site.result);
        let this = arguments.first().filter(|first| !first.1).map(|first| first.0);
        let receiver = this.map_or(This::Nothing, This::Node);
        match name {
            "call" => {
                let rest = arguments.get(1..).unwrap_or(&[]).into();
                let derived = self.derived(call, CallKind::Call, rest);
                self.link(derived, token, receiver);
            }
            "apply" => {
                let list = arguments.get(1).map(|list| (list.0, true));
                let derived = self.derived(call, CallKind::Call, list.into_iter().collect());
                self.link(derived, token, receiver);
            }
            "bind" => {
                let arguments = arguments.get(1..).unwrap_or(&[]).into();
                let bound = BoundFunction { target: token, this, arguments };
                self.values.bound.push(bound);
                let bound = self.values.bound.len() as u32 - 1;
                self.add_token(result, Token::Bound(bound));
            }
            _ => return false,
        }
        true
    }

    fn text_method(&mut self, call: CallId, name: &str) -> bool {
        let site = self.values.call(call);
        if matches!(name, "replace" | "replaceAll")
            && let Some((callback, false)) = site.arguments.get(1).copied()
        {
            self.call_back(call, CallKind::Standard, callback, Vec::new());
        }
        true
    }
}

/// Whether texts have a method `name` that gives a text, or a list of texts.
fn is_text_method(name: &str) -> bool {
    matches!(
        name,
        "charAt"
            | "padEnd"
            | "padStart"
            | "replace"
            | "replaceAll"
            | "slice"
            | "split"
            | "substr"
            | "substring"
            | "toLowerCase"
            | "toString"
            | "toUpperCase"
            | "trim"
            | "trimEnd"
            | "trimStart"
    )
}
