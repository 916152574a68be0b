//! Copies of all members of an object: `{ ...a }`, `Object.assign`.

use rustc_hash::{FxHashMap, FxHashSet};

use super::solve::Solver;
use super::{Node, Token, TokenId};
use crate::semantic::symbols::{Symbol, hidden};

/// So many members are copied in all: objects that spread each other make them by the square.
const MOST_MEMBERS: usize = 1_000_000;

/// What is copied from where to where.
pub(super) struct Spreads {
    /// The objects that get the members of one.
    readers: FxHashMap<TokenId, Vec<TokenId>>,
    pairs: FxHashSet<(TokenId, TokenId)>,
    /// How many members may still be copied.
    left: usize,
}

impl Default for Spreads {
    fn default() -> Self {
        let (readers, pairs) = (FxHashMap::default(), FxHashSet::default());
        Self { readers, pairs, left: MOST_MEMBERS }
    }
}

impl Spreads {
    /// The objects that get a new member of `token`. When no more can be copied they are told
    /// so, and that once is enough.
    fn readers(&mut self, token: TokenId) -> Vec<TokenId> {
        let readers = match self.left {
            0 => self.readers.remove(&token),
            _ => self.readers.get(&token).cloned(),
        };
        readers.unwrap_or_default()
    }
}

impl Solver<'_> {
    /// Copies the members of `token`, those that come later included.
    pub(super) fn spread(&mut self, token: TokenId, into: TokenId) {
        if token == into {
            return;
        }
        match self.values.token(token) {
            Token::Unread => self.may_hold_anything(into),
            Token::Host(path) => self.copy_host(token, path, into),
            Token::Text(_) | Token::Bool(_) | Token::Nothing | Token::Plain => {}
            _ => {
                if !self.spreads.pairs.insert((token, into)) {
                    return;
                }
                if self.spreads.left == 0 {
                    return self.may_hold_anything(into);
                }
                self.spreads.readers.entry(token).or_default().push(into);
                for (key, node) in self.members_of(token) {
                    if key != hidden::PROTO {
                        self.copy_member((key, node), into);
                    }
                }
            }
        }
    }

    /// Copies the new member of `token` to where its members are copied.
    pub(super) fn spread_later(&mut self, token: TokenId, member: (Symbol, Node)) {
        for into in self.spreads.readers(token) {
            self.copy_member(member, into);
        }
    }

    /// Copies a member; beyond the bound the copy can hold anything.
    fn copy_member(&mut self, (key, node): (Symbol, Node), into: TokenId) {
        let Some(left) = self.spreads.left.checked_sub(1) else {
            return self.may_hold_anything(into);
        };
        self.spreads.left = left;
        let copy = self.property(into, key);
        self.edge(node, copy);
    }

    fn may_hold_anything(&mut self, into: TokenId) {
        let any = self.property(into, hidden::ANY);
        self.add_token(any, Token::Unread);
    }
}
