//! `Map`, `Set`, iterators and generators.
//!
//! The items of a map are pairs; a generator also has what it returns and what it is sent.

use crate::semantic::symbols::hidden;
use crate::semantic::values::solve::{Solver, This, Watch};
use crate::semantic::values::{CallId, CallKind, InstanceId, Node, Token, TokenId};
use crate::syntax::script::{ExprId, Script};

/// The values of a map by key.
const STORE: &str = "\0map";
/// The keys of a map.
const KEYS: &str = "\0keys";
/// The values of a map.
const VALUES: &str = "\0values";
/// What a generator returns.
const RETURNED: &str = "\0returned";
/// What `next` hands over to a generator.
const SENT: &str = "\0sent";

impl<'a> Solver<'a> {
    /// `new Set(items)`.
    pub(in crate::semantic::values) fn new_set(&mut self, call: CallId) {
        let site = self.values.call(call);
        let (initial, result) = (site.arguments.first().copied(), site.result);
        let token = self.token(Token::Collection(result));
        self.add(result, token);
        if let Some((initial, _)) = initial {
            let items = self.property(token, hidden::ITEMS);
            self.watch(initial, Watch::Items { into: items });
        }
    }

    /// `new Map(pairs)`.
    pub(in crate::semantic::values) fn new_map(&mut self, call: CallId) {
        let site = self.values.call(call);
        let (initial, result) = (site.arguments.first().copied(), site.result);
        let map = self.token(Token::Collection(result));
        self.add(result, map);
        let (keys, values) = (self.part(map, KEYS), self.part(map, VALUES));
        let items = self.property(map, hidden::ITEMS);
        let pair = self.pair(Some(keys), values);
        self.add(items, pair);
        let Some((initial, _)) = initial else { return };
        let entry = self.grow(1);
        self.watch(initial, Watch::Items { into: entry });
        self.watch(entry, Watch::Pair { map });
    }

    /// Puts the value of `pair` into `map` under its own key.
    pub(in crate::semantic::values) fn put_pair(&mut self, map: TokenId, pair: TokenId) {
        let (key, value) = (self.grow(1), self.grow(1));
        for (part, into) in [("0", key), ("1", value)] {
            let property = self.symbol(part);
            self.load(pair, property, into);
        }
        self.set_in_map(map, key, value);
    }

    /// What `map.set(key, value)` does.
    fn set_in_map(&mut self, map: TokenId, key: Node, value: Node) {
        let (keys, values) = (self.part(map, KEYS), self.part(map, VALUES));
        self.edge(key, keys);
        self.edge(value, values);
        let store = self.store_of(map);
        self.watch(store, Watch::IndexStore { index: key, from: value });
        self.watch(key, Watch::StoreKey { object: store, from: value });
    }

    fn part(&mut self, token: TokenId, name: &str) -> Node {
        let key = self.symbol(name);
        self.property(token, key)
    }

    fn store_of(&mut self, map: TokenId) -> Node {
        let store = self.part(map, STORE);
        self.add_token(store, Token::Object(store));
        store
    }

    /// A new array of a key and a value.
    pub(in crate::semantic::values) fn pair(&mut self, key: Option<Node>, value: Node) -> TokenId {
        let pair = self.grow(1);
        let pair = self.token(Token::Array(pair));
        let items = self.property(pair, hidden::ITEMS);
        for (at, node) in [("0", key), ("1", Some(value))] {
            let Some(node) = node else { continue };
            let item = self.part(pair, at);
            self.edge(node, item);
            self.edge(node, items);
        }
        pair
    }

    /// Puts an iterator over `items` into `result`.
    pub(in crate::semantic::values) fn iterator(&mut self, result: Node, items: Node) {
        let iterator = self.token(Token::Collection(result));
        self.add(result, iterator);
        let all = self.property(iterator, hidden::ITEMS);
        self.edge(items, all);
    }

    /// Puts an iterator over the pairs of keys and `values` into `result`.
    pub(in crate::semantic::values) fn pairs(
        &mut self,
        result: Node,
        keys: Option<Node>,
        values: Node,
    ) {
        let items = self.grow(1);
        let pair = self.pair(keys, values);
        self.add(items, pair);
        self.iterator(result, items);
    }

    /// What a generator whose items are kept in `token` returns.
    pub(in crate::semantic::values) fn returned(&mut self, token: TokenId) -> Node {
        self.part(token, RETURNED)
    }

    /// What is sent to a generator whose items are kept in `token`.
    pub(in crate::semantic::values) fn sent(&mut self, token: TokenId) -> Node {
        self.part(token, SENT)
    }

    /// Calls a method of a `Map`, `Set` or iterator.
    pub(in crate::semantic::values) fn collection_method(
        &mut self,
        call: CallId,
        token: TokenId,
        name: &str,
    ) -> bool {
        let site = self.values.call(call);
        let (arguments, result) = (site.arguments.clone(), site.result);
        let argument = |at: usize| arguments.get(at).map(|argument| argument.0);
        let items = self.property(token, hidden::ITEMS);
        let keys = self.symbol(KEYS);
        let keys = self.values.properties.get(token, keys);
        let values = if keys.is_some() { self.part(token, VALUES) } else { items };
        match name {
            "set" | "get" => self.map_method(call, token, name == "set"),
            "add" => {
                if let Some(value) = argument(0) {
                    self.edge(value, items);
                }
                self.add(result, token);
            }
            "forEach" => {
                if let Some(callback) = argument(0) {
                    let this = argument(1).map_or(This::Nothing, This::Node);
                    let all = self.grow(1);
                    self.add(all, token);
                    let given = vec![values, keys.unwrap_or(values), all];
                    self.call_back_on(call, CallKind::Standard, callback, given, this);
                }
            }
            "values" => self.iterator(result, values),
            "keys" => self.iterator(result, keys.unwrap_or(values)),
            "entries" => self.pairs(result, keys.or(Some(values)), values),
            "next" => self.step(call, token, items),
            "has" | "delete" | "clear" | "return" | "throw" => {}
            _ => return false,
        }
        true
    }

    fn map_method(&mut self, call: CallId, map: TokenId, is_set: bool) {
        let site = self.values.call(call);
        let (arguments, result) = (site.arguments.clone(), site.result);
        match (is_set, &arguments[..]) {
            (true, [(key, _), (value, _), ..]) => {
                self.set_in_map(map, *key, *value);
                self.add(result, map);
            }
            (false, [(key, _), ..]) => {
                let store = self.store_of(map);
                self.watch(store, Watch::IndexLoad { index: *key, into: result });
                self.watch(*key, Watch::LoadKey { object: store, into: result });
            }
            _ => {}
        }
    }

    /// `next(sent)` of an iterator.
    fn step(&mut self, call: CallId, token: TokenId, items: Node) {
        let site = self.values.call(call);
        let (sent, result) = (site.arguments.first().copied(), site.result);
        if let Some((sent, false)) = sent {
            let into = self.sent(token);
            self.edge(sent, into);
        }
        let holder = if self.async_iterators.contains(&token) {
            let promise = self.token(Token::Promise(result));
            self.add(result, promise);
            self.property(promise, hidden::VALUE)
        } else {
            result
        };
        let step = self.token(Token::Object(result));
        self.add(holder, step);
        let value = self.part(step, "value");
        self.edge(items, value);
        let returned = self.returned(token);
        self.edge(returned, value);
    }

    /// `yield value`, or `yield* value` with `delegate`.
    pub(in crate::semantic::values) fn generate_yield(
        &mut self,
        instance: InstanceId,
        script: &'a Script,
        id: ExprId,
        value: Option<ExprId>,
        delegate: bool,
    ) {
        let function = script.expr(id).function;
        let holder = self.holder(instance, function);
        let returns = self.values.instance(holder).returns(function);
        let iterator = self.token(Token::Collection(returns));
        let items = self.property(iterator, hidden::ITEMS);
        let result = self.expr_node(instance, id);
        let value = value.map(|value| self.value(instance, script, value));
        match value {
            Some(value) if delegate => {
                self.watch(value, Watch::Items { into: items });
                self.watch(value, Watch::Returned { into: result });
            }
            _ => {
                let sent = self.sent(iterator);
                self.edge(sent, result);
                if let Some(value) = value {
                    self.edge(value, items);
                }
            }
        }
    }
}
