//! The methods of arrays.

use super::solve::{Solver, Watch};
use super::{CallId, CallKind, Node, Token, TokenId};
use crate::semantic::symbols::hidden;

impl Solver<'_> {
    /// Calls the array method `name`; whether there is one.
    pub(super) fn array_method(&mut self, call: CallId, token: TokenId, name: &str) -> bool {
        let items = match self.values.token(token) {
            Token::Array(_) => self.property(token, hidden::ITEMS),
            _ => {
                let items = self.grow(1);
                self.add(items, token);
                items
            }
        };
        let site = self.values.call(call);
        let (arguments, result) = (site.arguments.clone(), site.result);
        match name {
            "forEach" | "some" | "every" | "findIndex" | "findLastIndex" => {
                self.each(call, items, token);
            }
            "map" | "flatMap" => {
                let given = self.each(call, items, token);
                let into = self.new_array(result);
                if let Some(given) = given {
                    self.edge(given, into);
                    if name == "flatMap" {
                        self.watch(given, Watch::Items { into });
                    }
                }
            }
            "filter" | "sort" | "toSorted" => {
                self.each(call, items, token);
                self.add(result, token);
            }
            "find" | "findLast" => {
                self.each(call, items, token);
                self.edge(items, result);
            }
            "reduce" | "reduceRight" => self.reduce(call, items),
            "push" | "unshift" | "splice" | "fill" => {
                self.insert(items, &arguments, name == "splice")
            }
            "pop" | "shift" | "at" => self.edge(items, result),
            "concat" => {
                let into = self.new_array(result);
                self.edge(items, into);
                for (argument, _) in arguments {
                    self.watch(argument, Watch::Items { into });
                }
            }
            "slice" | "reverse" | "toReversed" | "values" | "entries" | "flat" => {
                self.add(result, token);
            }
            "join" | "indexOf" | "lastIndexOf" | "includes" | "keys" | "toString" => {}
            _ => return false,
        }
        true
    }

    fn each(&mut self, call: CallId, items: Node, array: TokenId) -> Option<Node> {
        let (callback, spread) = self.values.call(call).arguments.first().copied()?;
        if spread {
            return None;
        }
        let (index, all) = (self.grow(1), self.grow(1));
        self.add(all, array);
        Some(self.call_back(call, CallKind::Standard, callback, vec![items, index, all]))
    }

    fn reduce(&mut self, call: CallId, items: Node) {
        let site = self.values.call(call);
        let (arguments, result) = (site.arguments.clone(), site.result);
        let Some((callback, false)) = arguments.first().copied() else { return };
        let so_far = self.grow(1);
        self.edge(arguments.get(1).map_or(items, |initial| initial.0), so_far);
        let given = self.call_back(call, CallKind::Standard, callback, vec![so_far, items]);
        self.edge(given, so_far);
        self.edge(so_far, result);
    }

    fn insert(&mut self, items: Node, arguments: &[(Node, bool)], is_splice: bool) {
        for (value, spread) in arguments.iter().skip(if is_splice { 2 } else { 0 }) {
            if *spread {
                self.watch(*value, Watch::Items { into: items });
            } else {
                self.edge(*value, items);
            }
        }
    }

    /// Puts a new array into `node`; the node of its items.
    pub(super) fn new_array(&mut self, node: Node) -> Node {
        let array = self.token(Token::Array(node));
        self.add(node, array);
        self.property(array, hidden::ITEMS)
    }
}
