//! Copies of all members of an object: `{ ...a }`, `Object.assign`.

use std::collections::BTreeSet;

use crate::semantic::symbols::{Symbol, hidden};
use crate::semantic::values::solve::{Solver, Watch};
use crate::semantic::values::{Node, Token, TokenId, Values};

use rustc_hash::{FxHashMap, FxHashSet};

/// So many members are copied in all: objects that spread each other make them by the square.
const MOST_MEMBERS: usize = 1_000_000;

/// An object that copies more, through others, may have any member.
const MOST_SOURCES: usize = 64;

/// What is copied from where to where.
pub(in crate::semantic::values) struct Spreads {
    /// The objects that get the members of one.
    readers: FxHashMap<TokenId, Vec<TokenId>>,
    pairs: FxHashSet<(TokenId, TokenId)>,
    /// The members of objects that are not copied, because they are written over.
    written_over: FxHashSet<(TokenId, Symbol)>,
    /// The objects that take the members of a value after they have got some, with that value.
    pub(in crate::semantic::values) last: Vec<(TokenId, Node)>,
    /// How many members may still be copied.
    left: usize,
}

impl Default for Spreads {
    fn default() -> Self {
        let (readers, pairs) = (FxHashMap::default(), FxHashSet::default());
        let (written_over, last) = (FxHashSet::default(), Vec::new());
        Self { readers, pairs, written_over, last, left: MOST_MEMBERS }
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
    /// Copies nothing to the member `key` of `into`: `{ ...options, key: value }`.
    pub(in crate::semantic::values) fn write_over(&mut self, into: TokenId, key: Symbol) {
        self.spreads.written_over.insert((into, key));
    }

    pub(in crate::semantic::values) fn is_written_over(&self, into: TokenId, key: Symbol) -> bool {
        self.spreads.written_over.contains(&(into, key))
    }

    /// Copies the members of `token`, those that come later included.
    pub(in crate::semantic::values) fn spread(&mut self, token: TokenId, into: TokenId) {
        if token == into {
            return;
        }
        match self.values.token(token) {
            Token::Unread | Token::Given => self.may_hold_anything(into),
            Token::Host(path) => self.copy_host(token, path, into),
            Token::Text(_) | Token::Bool(_) | Token::Nothing | Token::Plain => {}
            _ => {
                if !self.spreads.pairs.insert((token, into)) {
                    return;
                }
                if self.spreads.left == 0 {
                    return self.may_hold_anything(into);
                }
                let readers = self.spreads.readers.entry(token).or_default();
                readers.push(into);
                let is_first = readers.len() == 1;
                let mut names = Vec::with_capacity(self.values.properties.count(token));
                names.extend(self.values.properties.names(token));
                names.into_iter().for_each(|key| self.copy_name(key, into));
                for member in self.members_of(token) {
                    match is_first {
                        true => self.copy_values(token, member),
                        false => self.copy_values_so_far(member, into),
                    }
                }
            }
        }
    }

    /// Copies the new member of `token` to where its members are copied.
    pub(in crate::semantic::values) fn spread_later(
        &mut self,
        token: TokenId,
        (key, node): (Symbol, Node),
    ) {
        let readers = self.spreads.readers(token);
        for into in &readers {
            self.copy_name(key, *into);
        }
        if !readers.is_empty() {
            self.copy_values(token, (key, node));
        }
    }

    /// Notes that `into`, and what copies it, has a member `key`; beyond the bound it can hold anything.
    fn copy_name(&mut self, key: Symbol, into: TokenId) {
        if key == hidden::PROTO {
            return;
        }
        // Nearly always there is one place alone, which needs no list.
        let (mut next, mut work) = (Some(into), Vec::new());
        while let Some(into) = next.take().or_else(|| work.pop()) {
            let Some(left) = self.spreads.left.checked_sub(1) else {
                self.may_hold_anything(into);
                continue;
            };
            self.spreads.left = left;
            if self.is_written_over(into, key) {
                continue;
            }
            if key.0 < hidden::COUNT as u32 {
                self.property(into, key);
            } else if self.values.properties.copy(into, key) {
                work.extend(self.spreads.readers(into));
            }
        }
    }

    /// Copies whatever is found for the member of `token`, now and later, to all its copies.
    fn copy_values(&mut self, token: TokenId, (key, node): (Symbol, Node)) {
        if key != hidden::PROTO {
            self.watch(node, Watch::Copy { from: token, key });
        }
    }

    /// Copies what was found for a member before it was known that `into` is a copy, too.
    fn copy_values_so_far(&mut self, (key, node): (Symbol, Node), into: TokenId) {
        let is_copied = key != hidden::PROTO && !self.is_written_over(into, key);
        let known = if is_copied { self.values.sets.done(node) } else { 0 };
        for at in 0..known {
            let value = self.values.sets.get(node)[at];
            let copy = self.property(into, key);
            self.add(copy, value);
        }
    }

    /// `value` is found for the member `key` of `from`.
    ///
    /// An object can be copied to many that nothing reads this member of, so that its copies have
    /// no place before they have a value.
    pub(in crate::semantic::values) fn copy_value(
        &mut self,
        from: TokenId,
        key: Symbol,
        value: TokenId,
    ) {
        let readers = self.spreads.readers.get(&from).map_or(0, Vec::len);
        for at in 0..readers {
            let into = self.spreads.readers.get(&from).and_then(|all| all.get(at)).copied();
            let Some(into) = into else { return };
            if self.is_written_over(into, key) {
                continue;
            }
            let copy = self.property(into, key);
            self.add(copy, value);
        }
    }

    /// What copies what, for who asks later.
    pub(in crate::semantic::values) fn note_copies(&mut self) {
        let pairs = self.spreads.pairs.iter();
        let mut copies: Vec<(TokenId, TokenId)> =
            pairs.map(|(from, into)| (*into, *from)).collect();
        copies.sort_unstable();
        self.values.copies = copies;
    }

    fn may_hold_anything(&mut self, into: TokenId) {
        let any = self.property(into, hidden::ANY);
        self.add_token(any, Token::Unread);
    }
}

impl Values {
    /// Whether the program itself gives `object`, or what it copies, the member `key`. Beyond the
    /// bound it may.
    pub(crate) fn writes_member(&self, object: TokenId, key: Symbol) -> bool {
        let (mut seen, mut work) = (BTreeSet::from([object]), vec![object]);
        while let Some(at) = work.pop() {
            let is_written = self.properties.is_own(at, key) || self.properties.is_stored(at, key);
            if is_written || seen.len() > MOST_SOURCES {
                return true;
            }
            work.extend(self.sources(at).filter(|source| seen.insert(*source)));
        }
        false
    }

    /// The objects whose members `object` copies.
    pub(crate) fn copied_into(&self, object: Token) -> impl Iterator<Item = Token> {
        let id = self.token_ids.get(&object);
        let sources = id.into_iter().flat_map(|id| self.sources(*id));
        sources.map(|source| self.token(source))
    }

    /// The same by number.
    pub(in crate::semantic::values) fn sources(
        &self,
        object: TokenId,
    ) -> impl Iterator<Item = TokenId> {
        let first = self.copies.partition_point(|copy| copy.0 < object);
        let sources = self.copies.iter().skip(first).take_while(move |copy| copy.0 == object);
        sources.map(|copy| copy.1)
    }
}
