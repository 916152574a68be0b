//! `JSON.parse` and `JSON.stringify`.
//!
//! What they make of a constant or an object is taken for the same. What they make of something
//! in an answer of the host is not: it has a path of its own, so that a text, and what is
//! parsed out of it, differ.

use crate::semantic::symbols::Symbol;
use crate::semantic::values::solve::{Solver, Watch};
use crate::semantic::values::{CallId, Node, Token, TokenId};

/// Behind the path of what was parsed.
pub(crate) const PARSED: &str = "{}";

/// Behind the path of what was turned into a text.
pub(crate) const TEXT: &str = "\"\"";

/// A path has no more marks than this; a loop would add them without end.
const MOST_MARKS: usize = 4;

/// Whether `path` may lead into what a call gives; most do not.
pub(crate) fn is_called(path: &str) -> bool {
    path.as_bytes().contains(&b'(')
}

/// `path` without the marks of texts and of what was parsed.
pub(crate) fn unmarked(path: &str) -> String {
    path.replace(PARSED, "").replace(TEXT, "")
}

impl Solver<'_> {
    /// Calls a function of `JSON`.
    pub(in crate::semantic::values) fn call_json(&mut self, call: CallId, name: &str) -> bool {
        let site = self.values.call(call);
        let (argument, into) = (site.arguments.first().copied(), site.result);
        if let (Some((argument, false)), "parse" | "stringify") = (argument, name) {
            self.watch(argument, Watch::Convert { into, is_parsed: name == "parse" });
        }
        true
    }

    /// `into` gets `token` parsed, or as a text.
    pub(in crate::semantic::values) fn convert(
        &mut self,
        token: TokenId,
        into: Node,
        is_parsed: bool,
    ) {
        match self.values.token(token) {
            Token::Host(path) if self.is_answer(path) => {
                let converted = self.converted(path, is_parsed).map_or(Token::Unread, Token::Host);
                self.add_token(into, converted);
            }
            _ => self.add(into, token),
        }
    }

    pub(in crate::semantic::values) fn is_answer(&self, path: Symbol) -> bool {
        let path = self.values.symbols.text(path);
        path.contains("()") || path.split('.').next() == Some("event")
    }

    fn converted(&mut self, path: Symbol, is_parsed: bool) -> Option<Symbol> {
        let path = self.values.symbols.text(path);
        let (mark, undone) = if is_parsed { (PARSED, TEXT) } else { (TEXT, PARSED) };
        let text = match path.strip_suffix(undone) {
            Some(before) => before.to_owned(),
            None => format!("{path}{mark}"),
        };
        let marks = text.matches(PARSED).count() + text.matches(TEXT).count();
        (marks <= MOST_MARKS).then(|| self.symbol(&text))
    }
}
