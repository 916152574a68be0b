//! Reading and writing members.

pub(super) mod accessor;
pub(super) mod assign;
pub(super) mod by_key;
pub(super) mod class;
pub(super) mod computed;
pub(super) mod copied;
pub(super) mod each_key;
pub(super) mod last;
pub(super) mod literal;
pub(super) mod missing;
pub(super) mod overwritten;
pub(super) mod property;
pub(super) mod spread;
pub(super) mod sure_names;

use crate::platform::{is_toolkit, renamed, renamed_answer};
use crate::semantic::symbols::{Symbol, hidden, known};
use crate::semantic::values::{CallId, Node, Token, TokenId};

use super::solve::{Solver, This, Watch};
use super::unit::mixin::Over;
use property::Place;

/// A path below an API or an event is followed this deep.
const DEEPEST_PATH: usize = 6;

/// A path below any other global is followed this deep.
const DEEPEST_OTHER: usize = 2;

impl Solver<'_> {
    /// The node of a member of `token`.
    pub(in crate::semantic::values) fn property(&mut self, token: TokenId, key: Symbol) -> Node {
        self.property_at(token, key).0
    }

    /// The node of a member of `token`, and its place.
    fn property_at(&mut self, token: TokenId, key: Symbol) -> (Node, Place) {
        let place = self.values.properties.place(token, key);
        if let Some(node) = self.values.properties.at(place).0 {
            return (node, place);
        }
        let node = self.grow(1);
        self.values.properties.put(place, node);
        self.becomes_known(token, key, node);
        (node, place)
    }

    /// Lets the values of the member `key` of `token`, which are at `node` from now on, flow to where such
    /// values are waited for.
    fn becomes_known(&mut self, token: TokenId, key: Symbol, node: Node) {
        if key == hidden::ANY {
            for reader in self.any_readers.take(token.0) {
                self.edge(node, reader);
            }
        }
        for (into, shift) in self.placed.get(&token).cloned().unwrap_or_default() {
            self.place_item((key, node), into, shift);
        }
        if key == hidden::COPIED {
            self.becomes_copy(token, node);
        }
        if key != hidden::PROTO {
            let readers = self.member_readers.get(&token).filter(|_| key != hidden::COPIED);
            for into in readers.cloned().unwrap_or_default() {
                self.edge(node, into);
            }
            for registration in self.registrations.get(&token).cloned().unwrap_or_default() {
                self.registered_member(registration, token, (key, node));
            }
            self.spread_later(token, (key, node));
        }
        if let (Token::Function(..), true) = (self.values.token(token), key == known::PROTOTYPE) {
            self.add_token(node, Token::Prototype(token));
        }
    }

    /// The members of `token` so far.
    pub(in crate::semantic::values) fn members_of(&self, token: TokenId) -> Vec<(Symbol, Node)> {
        let mut members = Vec::with_capacity(self.values.properties.count(token));
        members.extend(self.values.properties.keys(token));
        members
    }

    /// `into = token.key`.
    pub(in crate::semantic::values) fn load(&mut self, token: TokenId, key: Symbol, into: Node) {
        match self.values.token(token) {
            Token::Host(path) if known::is_global_object(path) => {
                let node = self.global(key);
                self.edge(node, into);
            }
            Token::Host(path) => self.load_of_host(path, key, into),
            Token::Unread | Token::Given => self.add(into, token),
            Token::Text(_) | Token::Bool(_) | Token::Nothing | Token::Plain => {}
            Token::Settle(..) => {}
            Token::Handler(..) | Token::Bound(_) => {}
            Token::Giver(held) if self.values.symbols.text(key) == "a" => self.edge(held, into),
            Token::Giver(_) => {}
            Token::Collection(_) => {
                let is_position = self.is_number(key);
                let key = if is_position { hidden::ITEMS } else { key };
                let node = self.property(token, key);
                self.edge(node, into);
            }
            kind => {
                self.load_member(token, kind, key, into);
                self.run_getter(token, key, into);
            }
        }
    }

    /// `into = object.key`, where `object` lacks it and `token` is its prototype.
    pub(in crate::semantic::values) fn inherit(&mut self, token: TokenId, key: Symbol, into: Node) {
        let (token, over) = self.mixins.seen(token).unwrap_or((token, Over::default()));
        if self.is_outdone(over, key) {
            return;
        }
        match self.values.token(token) {
            Token::Array(_) | Token::Collection(_) => {}
            Token::Object(_)
            | Token::Instance(_)
            | Token::Prototype(_)
            | Token::Function(..)
            | Token::Exports(_)
            | Token::Unit(_) => {
                // Prototypes can form cycles, so that the same read comes around again.
                if self.inherited.insert((token, key, into)) {
                    self.load_member(token, self.values.token(token), key, into);
                }
            }
            _ => self.load(token, key, into),
        }
    }

    fn load_member(&mut self, token: TokenId, kind: Token, key: Symbol, into: Node) {
        if key == known::PROTO {
            self.load_member(token, kind, hidden::PROTO, into);
            return;
        }
        let (node, place) = self.property_at(token, key);
        self.edge(node, into);
        if matches!(kind, Token::Array(_)) {
            self.take_method(key, into);
        }
        let is_named =
            ![hidden::ANY, hidden::PROTO, hidden::ITEMS, hidden::COMPUTED].contains(&key);
        if is_named && (!matches!(kind, Token::Array(_)) || self.is_number(key)) {
            match self.values.properties.get(token, hidden::ANY) {
                Some(any) => self.edge(any, into),
                None => self.any_readers.push(token.0, into),
            }
        }
        let is_own = self.values.properties.at(place).1
            || matches!(kind, Token::Function(..)) && key == known::PROTOTYPE;
        if is_own || key == hidden::PROTO {
            return;
        }
        if is_named && matches!(kind, Token::Object(_)) {
            self.load_copied(token, key, into);
        }
        if has_prototype(kind) {
            let prototype = self.property(token, hidden::PROTO);
            self.watch(prototype, Watch::Inherit { property: key, into });
        } else if let Some(prototype) = self.values.properties.get(token, hidden::PROTO) {
            self.watch(prototype, Watch::Inherit { property: key, into });
        } else if let Token::Object(_) = kind {
            self.prototype_readers.push(token.0, (key, into));
        }
    }

    /// `token.key = from`.
    pub(in crate::semantic::values) fn store(&mut self, token: TokenId, key: Symbol, from: Node) {
        match self.values.token(token) {
            Token::Host(path) => self.store_global(path, key, from),
            Token::Unread | Token::Given | Token::Text(_) | Token::Bool(_) => {}
            Token::Nothing | Token::Plain => {}
            Token::Handler(..) | Token::Settle(..) | Token::Bound(_) => {}
            _ if key == known::PROTO => {
                self.watch(from, Watch::PrototypeOf { object: token });
            }
            _ => {
                let node = self.property(token, key);
                self.values.properties.store(token, key);
                self.edge(from, node);
                if key == hidden::ANY || self.is_position(token, key) {
                    let items = self.property(token, hidden::ITEMS);
                    self.edge(from, items);
                }
                self.run_setter(token, key, from);
            }
        }
    }

    fn is_position(&self, token: TokenId, key: Symbol) -> bool {
        matches!(self.values.token(token), Token::Array(_)) && self.is_number(key)
    }

    fn is_number(&self, key: Symbol) -> bool {
        let text = self.values.symbols.text(key);
        !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// The path of a member of the host; `my.ap.x` is `my.x`, and so is `uni.x`.
    pub(in crate::semantic::values) fn host_path(
        &mut self,
        path: Symbol,
        key: Symbol,
    ) -> Option<Symbol> {
        if key.0 < hidden::COUNT as u32 {
            return Some(path);
        }
        if let Some(member) = self.values.symbols.known_member(path, key) {
            return Some(member);
        }
        let text = self.values.symbols.text(path);
        let root = text.split('.').next().unwrap_or(text);
        let is_followed = root == "event" || self.platform.is_namespace(root);
        let deepest = if is_followed { DEEPEST_PATH } else { DEEPEST_OTHER };
        if text.matches('.').count() >= deepest {
            return None;
        }
        if self.platform.is_namespace(text) && self.values.symbols.text(key) == "ap" {
            return Some(path);
        }
        if is_toolkit(text) {
            return Some(self.toolkit_path(path, key));
        }
        let key = self.renamed_member(text, key).map_or(key, |name| self.symbol(name));
        Some(self.values.symbols.member(path, key))
    }

    /// The member of the answer at `path` that toolkits call `key`, where the program has one.
    fn renamed_member(&self, path: &str, key: Symbol) -> Option<&'static str> {
        let api = path.strip_suffix("()")?.strip_prefix("my.")?;
        let member = renamed_answer(api, self.values.symbols.text(key))?;
        self.has_toolkits.then_some(member)
    }

    /// The path of a member of the object of a toolkit: what the wallet has by that name, as far as
    /// that is known.
    fn toolkit_path(&mut self, toolkit: Symbol, key: Symbol) -> Symbol {
        let name = self.values.symbols.shared(key);
        match &*name {
            "default" => toolkit,
            name if let Some(api) = renamed(self.values.symbols.text(toolkit), name) => {
                self.symbol(&format!("my.{api}"))
            }
            name if self.platform.api(name).is_some() => {
                let wallet = self.symbol("my");
                self.values.symbols.member(wallet, key)
            }
            _ => self.values.symbols.member(toolkit, key),
        }
    }

    fn store_global(&mut self, path: Symbol, key: Symbol, from: Node) {
        if known::is_global_object(path) {
            let node = self.global(key);
            self.edge(from, node);
        } else if let Some(added) = self.added(path, key) {
            self.edge(from, added.node);
        }
    }

    /// `into` gets what iterating `token` gives.
    pub(in crate::semantic::values) fn items(&mut self, token: TokenId, into: Node) {
        match self.values.token(token) {
            Token::Array(_) | Token::Collection(_) => {
                let items = self.property(token, hidden::ITEMS);
                self.edge(items, into);
            }
            Token::Host(_) | Token::Unread | Token::Given => self.add(into, token),
            _ => {}
        }
    }

    /// Calls `token.key`.
    pub(in crate::semantic::values) fn method(
        &mut self,
        call: CallId,
        token: TokenId,
        key: Symbol,
    ) {
        if self.standard_method(call, token, key) {
            return;
        }
        match self.values.token(token) {
            Token::Host(path) => {
                if let Some(added) = self.added(path, key) {
                    let callee = self.callee_node(call);
                    self.edge(added.node, callee);
                    self.watch(added.node, Watch::Call { call, this: This::Token(token) });
                    if added.is_new {
                        return;
                    }
                }
                let member = self.host_path(path, key).map_or(Token::Unread, Token::Host);
                let callee = self.callee_node(call);
                let member = self.token(member);
                self.add(callee, member);
                self.link(call, member, This::Token(token));
            }
            Token::Unread | Token::Given => self.link(call, token, This::Nothing),
            _ => {
                let callee = self.callee_node(call);
                let found = self.grow(1);
                self.places.insert(found, callee);
                self.load(token, key, found);
                self.edge(found, callee);
                self.watch(found, Watch::Call { call, this: This::Token(token) });
            }
        }
    }
}

fn has_prototype(kind: Token) -> bool {
    matches!(kind, Token::Instance(_) | Token::Prototype(_) | Token::Function(..) | Token::Unit(_))
}
