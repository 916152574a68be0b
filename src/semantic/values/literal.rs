//! Object and array literals.

use super::solve::{Solver, Watch};
use super::{InstanceId, Node, Token};
use crate::semantic::symbols::{Symbol, hidden, known};
use crate::syntax::script::{Argument, ExprId, Key, Property, Script};

impl<'a> Solver<'a> {
    pub(super) fn object(
        &mut self,
        instance: InstanceId,
        script: &'a Script,
        (id, properties): (ExprId, &[Property]),
        node: Node,
    ) {
        let token = self.token(Token::Object(node));
        self.add(node, token);
        let overwritten = self.overwritten.get(&(instance, id)).cloned().unwrap_or_default();
        for name in &overwritten {
            self.write_over(token, self.name(instance, *name));
        }
        let is_spread = |property: &Property| matches!(property, Property::Spread(_));
        if let Some(last) = properties.iter().rposition(is_spread) {
            for key in self.names_of(instance, &properties[last..]) {
                self.write_over(token, key);
            }
            if let Property::Spread(from) = properties[last] {
                let from = self.value(instance, script, from);
                self.take_last(from, token);
            }
        }
        let mut seen = overwritten;
        for property in properties.iter().rev() {
            // Of equal keys the last wins, so an earlier one is dead.
            if let Property::Value { key: Key::Name(name, _), .. } = property {
                if seen.contains(name) {
                    continue;
                }
                if seen.len() < 64 {
                    seen.push(*name);
                }
            }
            self.define(instance, script, token, property);
        }
    }

    /// The names of the members that `properties` give a value.
    pub(super) fn names_of(&self, instance: InstanceId, properties: &[Property]) -> Vec<Symbol> {
        let name = |property: &Property| match property {
            Property::Value { key: Key::Name(name, _), .. } => Some(self.name(instance, *name)),
            _ => None,
        };
        properties.iter().filter_map(name).collect()
    }

    /// Gives `token` the member of a literal or class.
    pub(super) fn define(
        &mut self,
        instance: InstanceId,
        script: &'a Script,
        token: super::TokenId,
        property: &Property,
    ) {
        let (key, value, accessor) = match property {
            Property::Spread(value) => {
                let value = self.value(instance, script, *value);
                self.take_members(value, token);
                return;
            }
            Property::Value { key, value } => (key, *value, None),
            Property::Getter { key, value } => (key, *value, Some(false)),
            Property::Setter { key, value } => (key, *value, Some(true)),
        };
        let value = self.value(instance, script, value);
        match key {
            Key::Name(name, _) => {
                let plain = self.name(instance, *name);
                if accessor.is_none() && plain == known::PROTO {
                    self.watch(value, Watch::PrototypeOf { object: token });
                    return;
                }
                let key = match accessor {
                    Some(setter) => self.values.symbols.accessor(plain, setter),
                    None => plain,
                };
                self.values.properties.own(token, plain);
                self.values.properties.own(token, key);
                let member = self.property(token, key);
                self.edge(value, member);
            }
            Key::Computed(index) => {
                let index = self.value(instance, script, *index);
                self.index_store(token, index, value);
                let holder = self.grow(1);
                self.add(holder, token);
                self.watch(index, Watch::StoreKey { object: holder, from: value });
            }
        }
    }

    pub(super) fn array(
        &mut self,
        instance: InstanceId,
        script: &'a Script,
        items: &[Argument],
        node: Node,
    ) {
        let token = self.token(Token::Array(node));
        self.add(node, token);
        self.property(token, hidden::ITEMS);
        let mut is_known = true;
        for item in items {
            let value = self.value(instance, script, item.value);
            self.put(token, (item.position, is_known), value, item.spread);
            is_known &= !item.spread;
        }
    }
}
