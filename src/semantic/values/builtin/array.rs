//! The methods of arrays.
//!
//! What stands at a position that is not known is kept under [`hidden::ANY`], and is read at
//! every position; [`hidden::ITEMS`] are all items.

use crate::semantic::symbols::{Symbol, hidden};
use crate::semantic::values::solve::{Solver, This, Watch};
use crate::semantic::values::{CallId, CallKind, Node, Token, TokenId};

/// Items that are placed at a higher position than this are placed anywhere.
const MOST_POSITIONS: u32 = 32;

/// What the host has the methods of arrays under.
const PROTOTYPE: &str = "Array.prototype.";

/// Methods that programs take from arrays.
const TAKEN: &[&str] = &["concat", "filter", "forEach", "map", "push", "slice", "unshift"];

/// `flat` opens arrays this deep.
const DEEPEST_FLAT: usize = 4;

/// What a callback that runs for each item is given and gives.
#[derive(Clone, Copy)]
pub(in crate::semantic::values) struct Walk {
    /// What it gave for the items before.
    so_far: Node,
    item: Node,
    /// The arrays that are walked over.
    array: Node,
    /// What it gives.
    given: Node,
}

impl Solver<'_> {
    /// Calls the array method `name`; whether there is one.
    pub(in crate::semantic::values) fn array_method(
        &mut self,
        call: CallId,
        token: TokenId,
        name: &str,
    ) -> bool {
        let items = match self.values.token(token) {
            Token::Array(_) => self.property(token, hidden::ITEMS),
            _ => {
                let items = self.grow(1);
                self.add(items, token);
                items
            }
        };
        let result = self.values.call(call).result;
        match name {
            "forEach" | "some" | "every" | "findIndex" | "findLastIndex" => {
                self.each(call, items, token);
            }
            "map" => {
                let given = self.each(call, items, token);
                let into = self.new_array(result);
                if let Some(given) = given {
                    self.edge(given, into);
                }
            }
            "filter" => {
                self.each(call, items, token);
                self.copy_items(items, result);
            }
            "find" | "findLast" => {
                self.each(call, items, token);
                self.edge(items, result);
            }
            "reduce" | "reduceRight" => self.reduce(call, items, token),
            "pop" | "at" => self.edge(items, result),
            "shift" => {
                self.edge(items, result);
                self.mix(token);
            }
            "values" => self.iterator(result, items),
            "entries" => self.pairs(result, None, items),
            "join" | "indexOf" | "lastIndexOf" | "includes" | "keys" | "toString" => {}
            _ => return self.array_change(call, token, items, name),
        }
        true
    }

    /// Calls what the host has at `path` on `this`, as in `Array.prototype.slice.call(arguments, 1)`;
    /// whether that is a method of arrays.
    pub(in crate::semantic::values) fn call_array_prototype(
        &mut self,
        call: CallId,
        path: Symbol,
        this: This,
    ) -> bool {
        let name = self.values.symbols.text(path).strip_prefix(PROTOTYPE).map(str::to_owned);
        let (Some(name), This::Node(list)) = (name, this) else { return false };
        let property = self.symbol(&name);
        self.watch(list, Watch::Method { call, property });
        true
    }

    /// `into` gets the method of arrays called `key`, of which there are many more than those that
    /// are taken from an array to be called on something else: `[].slice`.
    pub(in crate::semantic::values) fn take_method(&mut self, key: Symbol, into: Node) {
        let name = self.values.symbols.text(key);
        if TAKEN.contains(&name) {
            let path = self.symbol(&format!("{PROTOTYPE}{name}"));
            self.add_token(into, Token::Host(path));
        }
    }

    /// Calls the array method `name` that changes an array or makes another of it.
    fn array_change(&mut self, call: CallId, token: TokenId, items: Node, name: &str) -> bool {
        let site = self.values.call(call);
        let (arguments, result) = (site.arguments.clone(), site.result);
        match name {
            "sort" | "reverse" | "copyWithin" => {
                if let Some((callback, false)) = arguments.first().copied() {
                    self.call_back(call, CallKind::Standard, callback, vec![items, items]);
                }
                self.mix(token);
                self.add(result, token);
            }
            "slice" | "toReversed" | "toSorted" | "with" => self.copy_items(items, result),
            "push" | "fill" => self.insert(token, items, &arguments),
            "unshift" => {
                self.insert(token, items, &arguments);
                self.mix(token);
            }
            "splice" | "toSpliced" => {
                self.copy_items(items, result);
                self.insert(token, items, arguments.get(2..).unwrap_or(&[]));
                self.mix(token);
            }
            "concat" => {
                let into = self.new_array(result);
                self.edge(items, into);
                for (argument, _) in arguments.iter() {
                    self.watch(*argument, Watch::Flatten { into });
                }
            }
            "flat" => {
                let mut from = items;
                let into = self.new_array(result);
                for _ in 0..if arguments.is_empty() { 1 } else { DEEPEST_FLAT } {
                    let inner = self.grow(1);
                    self.watch(from, Watch::Flatten { into: inner });
                    self.edge(inner, into);
                    from = inner;
                }
            }
            "flatMap" => {
                let into = self.new_array(result);
                if let Some(given) = self.each(call, items, token) {
                    self.watch(given, Watch::Flatten { into });
                }
            }
            _ => return false,
        }
        true
    }

    /// Calls the callback of `call` with the items of `array`; the node of what it gives.
    fn each(&mut self, call: CallId, items: Node, array: TokenId) -> Option<Node> {
        let walk = self.walk(call, false)?;
        self.edge(items, walk.item);
        self.add(walk.array, array);
        Some(walk.given)
    }

    fn reduce(&mut self, call: CallId, items: Node, array: TokenId) {
        let Some(walk) = self.walk(call, true) else { return };
        self.edge(items, walk.item);
        self.add(walk.array, array);
        let site = self.values.call(call);
        let (initial, result) = (site.arguments.get(1).map(|it| it.0), site.result);
        self.edge(initial.unwrap_or(items), walk.so_far);
        self.edge(walk.given, walk.so_far);
        self.edge(walk.so_far, result);
    }

    /// The callback of `call`, made to run once for all arrays that `call` is found to walk over.
    fn walk(&mut self, call: CallId, reduces: bool) -> Option<Walk> {
        if let Some(walk) = self.walks.get(&(call, reduces)) {
            return Some(*walk);
        }
        let arguments = &self.values.call(call).arguments;
        let (callback, false) = arguments.first().copied()? else { return None };
        let this = arguments.get(1).filter(|_| !reduces);
        let this = this.map_or(This::Nothing, |this| This::Node(this.0));
        let [so_far, item, index, array] = [(); 4].map(|()| self.grow(1));
        let mut given = vec![so_far, item, index, array];
        if !reduces {
            given.remove(0);
        }
        let given = self.call_back_on(call, CallKind::Standard, callback, given, this);
        let walk = Walk { so_far, item, array, given };
        self.walks.insert((call, reduces), walk);
        Some(walk)
    }

    /// Puts `values` into the array `token`, or into `items` of what is no array.
    fn insert(&mut self, token: TokenId, items: Node, values: &[(Node, bool)]) {
        let into = match self.values.token(token) {
            Token::Array(_) => self.anywhere(token),
            _ => items,
        };
        for (value, spread) in values {
            if *spread {
                self.watch(*value, Watch::Items { into });
            } else {
                self.edge(*value, into);
            }
        }
    }

    /// The items of `array` change their positions.
    fn mix(&mut self, array: TokenId) {
        if let Token::Array(_) = self.values.token(array) {
            let (items, anywhere) = (self.property(array, hidden::ITEMS), self.anywhere(array));
            self.edge(items, anywhere);
        }
    }

    fn copy_items(&mut self, items: Node, result: Node) {
        let into = self.new_array(result);
        self.edge(items, into);
    }

    /// Puts a new array into `node`; the node of its items, whose positions are not known.
    pub(in crate::semantic::values) fn new_array(&mut self, node: Node) -> Node {
        let array = self.token(Token::Array(node));
        self.add(node, array);
        self.anywhere(array)
    }

    /// The items of `array` whose positions are not known.
    pub(in crate::semantic::values) fn anywhere(&mut self, array: TokenId) -> Node {
        let (items, anywhere) =
            (self.property(array, hidden::ITEMS), self.property(array, hidden::ANY));
        self.edge(anywhere, items);
        anywhere
    }

    /// The items of `array` are `values`.
    pub(in crate::semantic::values) fn fill_array(
        &mut self,
        array: TokenId,
        values: &[(Node, bool)],
    ) {
        self.property(array, hidden::ITEMS);
        let mut is_known = true;
        for (at, (value, spread)) in (0..).zip(values) {
            self.put(array, (at, is_known), *value, *spread);
            is_known &= !spread;
        }
    }

    /// Writes `value` as item number `at` of a new array; behind a spread item positions are
    /// not known.
    pub(in crate::semantic::values) fn put(
        &mut self,
        array: TokenId,
        (at, is_known): (u32, bool),
        value: Node,
        spread: bool,
    ) {
        if spread && is_known {
            self.watch(value, Watch::Place { into: array, at, from: 0 });
        } else if spread {
            let into = self.anywhere(array);
            self.watch(value, Watch::Items { into });
        } else if is_known {
            self.put_at(array, at, value);
        } else {
            let into = self.anywhere(array);
            self.edge(value, into);
        }
    }

    fn put_at(&mut self, array: TokenId, at: u32, value: Node) {
        let key = self.symbol(&at.to_string());
        let (items, member) = (self.property(array, hidden::ITEMS), self.property(array, key));
        self.edge(value, items);
        self.edge(value, member);
    }

    /// Places the items of `token`, those from number `from` on, in `into` from number `at` on.
    pub(in crate::semantic::values) fn place_items(
        &mut self,
        token: TokenId,
        into: TokenId,
        (from, at): (u32, u32),
    ) {
        let Token::Array(_) = self.values.token(token) else {
            let anywhere = self.anywhere(into);
            self.items(token, anywhere);
            return;
        };
        let placed = self.placed.entry(token).or_default();
        if placed.contains(&(into, (from, at))) {
            return;
        }
        placed.push((into, (from, at)));
        for item in self.members_of(token) {
            self.place_item(item, into, (from, at));
        }
    }

    /// The same for the member `key`, which `node` holds.
    pub(in crate::semantic::values) fn place_item(
        &mut self,
        (key, node): (Symbol, Node),
        into: TokenId,
        (from, at): (u32, u32),
    ) {
        let position = self.values.symbols.text(key).parse::<u32>().ok();
        match position.map(|position| position.checked_sub(from)) {
            Some(Some(offset)) if offset.saturating_add(at) < MOST_POSITIONS => {
                self.put_at(into, offset + at, node);
            }
            Some(Some(_)) => {
                let anywhere = self.anywhere(into);
                self.edge(node, anywhere);
            }
            Some(None) => {}
            None if key == hidden::ANY => {
                let anywhere = self.anywhere(into);
                self.edge(node, anywhere);
            }
            None => {}
        }
    }

    /// `into` gets `token`, or the items of an array.
    pub(in crate::semantic::values) fn flatten(&mut self, token: TokenId, into: Node) {
        match self.values.token(token) {
            Token::Array(_) => self.items(token, into),
            _ => self.add(into, token),
        }
    }
}
