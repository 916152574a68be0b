//! Copies of what the host gave: `{ ...answer }`, `Object.assign({}, answer)`.
//!
//! What the host gave has no members to copy. The copy remembers it under [`hidden::COPIED`], and
//! a member that the copy itself lacks is read from there.

use crate::semantic::symbols::{Symbol, hidden};
use crate::semantic::values::solve::{Solver, Watch};
use crate::semantic::values::{Node, Token, TokenId};

impl Solver<'_> {
    /// The members of `from` are copied to `into`.
    pub(in crate::semantic::values) fn take_members(&mut self, from: Node, into: TokenId) {
        self.copied_from.push((from, into));
        self.watch(from, Watch::Spread { into });
    }

    /// `into` copies what the host gave as `token`.
    pub(in crate::semantic::values) fn copy_host(
        &mut self,
        token: TokenId,
        path: Symbol,
        into: TokenId,
    ) {
        if self.is_answer(path) && matches!(self.values.token(into), Token::Object(_)) {
            let copied = self.property(into, hidden::COPIED);
            self.add(copied, token);
        }
    }

    /// `into = token.key`, where `token` lacks it and may be a copy.
    pub(in crate::semantic::values) fn load_copied(
        &mut self,
        token: TokenId,
        key: Symbol,
        into: Node,
    ) {
        match self.values.properties.get(token, hidden::COPIED) {
            Some(copied) => self.watch(copied, Watch::Load { property: key, into }),
            None => self.copy_readers.push(token.0, (key, into)),
        }
    }

    /// `token` turns out to be a copy of what `copied` holds.
    pub(in crate::semantic::values) fn becomes_copy(&mut self, token: TokenId, copied: Node) {
        for (property, into) in self.copy_readers.take(token.0) {
            self.watch(copied, Watch::Load { property, into });
        }
    }

    /// Where a copy also has members of something of which nothing is known, they may hide those
    /// of the host; whether there is such a copy.
    pub(in crate::semantic::values) fn doubt_copies(&mut self) -> bool {
        let mut has_any = false;
        for (from, into) in std::mem::take(&mut self.copied_from) {
            let is_known = !self.now(from).is_empty();
            let copied = self.values.properties.get(into, hidden::COPIED);
            if let Some(copied) = copied.filter(|_| !is_known) {
                self.add_token(copied, Token::Unread);
                has_any = true;
            }
        }
        has_any
    }
}
