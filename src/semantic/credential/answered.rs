//! Which request it was that an open platform answered with a token.

use crate::platform::open_answer;
use crate::semantic::graph::call_graph::place;
use crate::semantic::values::wallet::network::open_member;
use crate::semantic::values::{CallId, Token};
use crate::source::FileSpan;

use super::{Credentials, Held};

/// So many expressions of a call are looked at.
const MOST_PARTS: usize = 64;

/// So many calls around a request are looked at.
const MOST_CALLS: usize = 8;

impl Credentials<'_> {
    /// What asked the open platform for `held`: the call that the address is written at, the request
    /// or one of a helper, if one is; else the request.
    #[must_use]
    pub fn request(&self, held: &Held) -> Option<FileSpan> {
        let Token::Host(path) = self.values.token(held.given?) else { return None };
        let request = open_member(self.values.symbols.text(path))?.call;
        let outer = |call: &CallId| self.values.instance(self.values.call(*call).instance).call;
        let mut around = std::iter::successors(Some(request), outer).take(MOST_CALLS);
        let written = around.find(|call| self.is_addressed_at(*call)).unwrap_or(request);
        Some(place(self.files, self.values, self.values.call(written)))
    }

    /// Whether the address of an open platform is written in what `call` hands over.
    fn is_addressed_at(&self, call: CallId) -> bool {
        let site = self.values.call(call);
        let Some(script) = self.script(site.instance) else { return false };
        let mut work = vec![site.expr];
        for _ in 0..MOST_PARTS {
            let Some(expr) = work.pop() else { return false };
            if script.texts(script.kind(expr)).into_iter().any(|text| open_answer(text).is_some()) {
                return true;
            }
            work.extend(script.kind(expr).operands());
        }
        false
    }
}
