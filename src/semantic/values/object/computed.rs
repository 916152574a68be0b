//! Members by computed names.
//!
//! What is written under a name that becomes known is that member, under one that stays unknown it
//! can be any. What is read by a name that stays unknown is what computed names were written under:
//! of `{ [LOGIN]: login, [PAY]: pay }[event.detail.type]` either.

use crate::semantic::symbols::{Symbol, hidden};
use crate::semantic::values::solve::Solver;
use crate::semantic::values::{CallId, Node, Token, TokenId};

use rustc_hash::FxHashSet;

/// What is done to a member of an object whose name, out of a node, is not known yet.
#[derive(Clone, Copy)]
pub(in crate::semantic::values) enum Unnamed {
    /// It is written from there.
    Store(Node),
    /// It is read to there.
    Load(Node),
    /// It is called.
    Method(CallId),
}

impl Solver<'_> {
    /// `into = token[index]`.
    pub(in crate::semantic::values) fn index_load(
        &mut self,
        token: TokenId,
        index: Node,
        into: Node,
    ) {
        self.load(token, hidden::ANY, into);
        if matches!(self.values.token(token), Token::Array(_)) {
            self.load(token, hidden::ITEMS, into);
        }
        let keys = self.names_in(index);
        for key in &keys {
            self.load(token, *key, into);
        }
        if keys.is_empty() {
            self.unnamed.push((token, index, Unnamed::Load(into)));
        }
    }

    /// `into = object[key]`, where `key` is new.
    pub(in crate::semantic::values) fn load_key(&mut self, object: Node, key: TokenId, into: Node) {
        let Some(key) = self.text(key) else { return };
        for token in self.now(object) {
            self.load(token, key, into);
        }
    }

    /// `token[index] = from`.
    pub(in crate::semantic::values) fn index_store(
        &mut self,
        token: TokenId,
        index: Node,
        from: Node,
    ) {
        let keys = self.names_in(index);
        for key in &keys {
            self.store_by_name(token, *key, from);
        }
        if keys.is_empty() {
            self.unnamed.push((token, index, Unnamed::Store(from)));
        }
    }

    /// `object[key] = from`, where `key` is new.
    pub(in crate::semantic::values) fn store_key(
        &mut self,
        object: Node,
        key: TokenId,
        from: Node,
    ) {
        let Some(key) = self.text(key) else { return };
        for token in self.now(object) {
            self.store_by_name(token, key, from);
        }
    }

    /// `token.key = from`, where `key` was computed.
    fn store_by_name(&mut self, token: TokenId, key: Symbol, from: Node) {
        self.store(token, key, from);
        if is_table(self.values.token(token)) {
            let computed = self.property(token, hidden::COMPUTED);
            self.edge(from, computed);
        }
    }

    /// Calls `token[index]`.
    pub(in crate::semantic::values) fn index_method(
        &mut self,
        call: CallId,
        token: TokenId,
        index: Node,
    ) {
        let keys = self.names_in(index);
        for key in &keys {
            self.keyed_method(call, token, *key);
        }
        self.keyed_method(call, token, hidden::ANY);
        if matches!(self.values.token(token), Token::Array(_)) {
            self.keyed_method(call, token, hidden::ITEMS);
        }
        if keys.is_empty() {
            self.unnamed.push((token, index, Unnamed::Method(call)));
        }
    }

    /// Calls `object[key]`, where `key` is new.
    pub(in crate::semantic::values) fn method_key(
        &mut self,
        call: CallId,
        object: Node,
        key: TokenId,
    ) {
        let Some(key) = self.text(key) else { return };
        for token in self.now(object) {
            self.keyed_method(call, token, key);
        }
    }

    /// Calls `token.key` unless that was found before, by the other of object and key.
    fn keyed_method(&mut self, call: CallId, token: TokenId, key: Symbol) {
        if self.called.insert((call, token, key)) {
            self.method(call, token, key);
        }
    }

    /// Goes on where names did not become known; whether there are such. In functions of which only
    /// copies run they are not looked for.
    pub(in crate::semantic::values) fn leave_unnamed(&mut self) -> bool {
        let unnamed = std::mem::take(&mut self.unnamed);
        let replaced = if unnamed.is_empty() { FxHashSet::default() } else { self.replaced() };
        let mut is_new = false;
        for (token, index, way) in unnamed {
            if !self.names_in(index).is_empty() {
                continue;
            }
            if self.is_replaced(&replaced, index) {
                self.unnamed.push((token, index, way));
                continue;
            }
            is_new = true;
            if self.is_called(way) {
                self.values.dispatched.insert(self.values.token(token));
            }
            match way {
                Unnamed::Store(from) => self.store(token, hidden::ANY, from),
                _ if !is_table(self.values.token(token)) => {}
                Unnamed::Load(into) => self.load(token, hidden::COMPUTED, into),
                Unnamed::Method(call) => self.keyed_method(call, token, hidden::COMPUTED),
            }
        }
        is_new
    }

    /// Whether the member is called: `this[name]()`, `this[name].call(this)`.
    fn is_called(&self, way: Unnamed) -> bool {
        match way {
            Unnamed::Store(_) => false,
            Unnamed::Method(_) => true,
            Unnamed::Load(into) => self.values.place(into).is_some_and(|(instance, expr)| {
                self.facts[self.file_of(instance).index()].called_on.contains(&expr)
            }),
        }
    }

    /// The names in `index` so far.
    fn names_in(&self, index: Node) -> Vec<Symbol> {
        let values = self.values.sets.get(index).iter();
        values.filter_map(|key| self.text(*key)).collect()
    }
}

/// Whether a program makes `token` to look things up in.
fn is_table(token: Token) -> bool {
    matches!(token, Token::Object(_) | Token::Instance(_) | Token::Exports(_) | Token::Prototype(_))
}
