//! What a script gets out of a JSON file that it imports.

use crate::semantic::symbols::hidden;
use crate::semantic::values::solve::Solver;
use crate::semantic::values::{Node, Token};
use crate::source::FileId;
use crate::syntax::json::{Value, ValueKind};

/// A larger file holds data, not settings, and is not looked into.
const LARGEST: usize = 20_000;

impl Solver<'_> {
    /// Puts the value of the manifest `source` into `into`; whether it is one.
    pub(in crate::semantic::values) fn json_module(&mut self, source: FileId, into: Node) -> bool {
        let files = self.files;
        let file = &files[source.index()];
        let Some(value) = file.json() else { return false };
        if file.text.len() > LARGEST {
            self.add_token(into, Token::Unread);
        } else {
            self.json_value(value, into);
        }
        true
    }

    /// Values are no deeper than the parser lets them be.
    fn json_value(&mut self, value: &Value, node: Node) {
        match &value.kind {
            ValueKind::Null => self.add_token(node, Token::Nothing),
            ValueKind::Number(_) => self.add_token(node, Token::Plain),
            ValueKind::Bool(value) => self.add_token(node, Token::Bool(*value)),
            ValueKind::String(text) => {
                let symbol = self.symbol(text);
                self.add_token(node, Token::Text(symbol));
            }
            ValueKind::Array(values) => {
                let items = self.new_array(node);
                for value in values {
                    let item = self.grow(1);
                    self.json_value(value, item);
                    self.edge(item, items);
                }
            }
            ValueKind::Object(members) => {
                let token = self.token(Token::Object(node));
                self.add(node, token);
                for member in members {
                    let key = self.symbol(&member.key);
                    if key.0 < hidden::COUNT as u32 {
                        continue;
                    }
                    let held = self.grow(1);
                    self.json_value(&member.value, held);
                    let property = self.property(token, key);
                    self.edge(held, property);
                    self.values.properties.own(token, key);
                }
            }
        }
    }
}
