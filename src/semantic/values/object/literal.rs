//! Object and array literals.

use std::collections::BTreeSet;

use crate::semantic::symbols::{Symbol, hidden, known};
use crate::semantic::values::module::imported::Place;
use crate::semantic::values::solve::{Solver, Watch};
use crate::semantic::values::{InstanceId, Node, Token};
use crate::syntax::script::{Argument, ExprId, Key, Property, Script};

/// So many members are known to be replaced by others of the same object.
pub(in crate::semantic::values) const MOST_REPLACED: usize = 512;

impl<'a> Solver<'a> {
    pub(in crate::semantic::values) fn object(
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
        let last = properties.iter().rposition(is_spread);
        if let Some(last) = last {
            for key in self.names_of(instance, &properties[last..]) {
                self.write_over(token, key);
            }
            if let Property::Spread(from) = properties[last] {
                let from = self.value(instance, script, from);
                self.take_last(from, token);
            }
        }
        let place = Place { file: self.file_of(instance), script, expr: id };
        let mut replaced = BTreeSet::new();
        if !properties.is_empty() {
            replaced.extend(self.names_assigned_to(instance, script, id));
        }
        let mut seen = overwritten;
        for (at, property) in properties.iter().enumerate().rev() {
            match property {
                Property::Spread(from) => {
                    let members = self.value(instance, script, *from);
                    match replaced.is_empty() {
                        true => self.take_members(members, token),
                        false => self.copy_members_but(node, members, &replaced),
                    }
                    if at > 0 && replaced.len() < MOST_REPLACED {
                        replaced.extend(self.sure_names(place.at(*from)));
                    }
                    continue;
                }
                // Of equal keys the last wins, so an earlier one is dead.
                Property::Value { key: Key::Name(name, _), .. } => {
                    let key = self.name(instance, *name);
                    if replaced.contains(&key) {
                        self.values.properties.own(token, key);
                        continue;
                    }
                    if seen.contains(name) {
                        continue;
                    }
                    if seen.len() < 64 {
                        seen.push(*name);
                    }
                    if last.is_some_and(|last| at < last) && replaced.len() < MOST_REPLACED {
                        replaced.insert(key);
                    }
                }
                _ => {}
            }
            self.define(instance, script, token, property);
        }
    }

    /// The names of the members that `properties` give a value.
    pub(in crate::semantic::values) fn names_of(
        &self,
        instance: InstanceId,
        properties: &[Property],
    ) -> Vec<Symbol> {
        let name = |property: &Property| match property {
            Property::Value { key: Key::Name(name, _), .. } => Some(self.name(instance, *name)),
            _ => None,
        };
        properties.iter().filter_map(name).collect()
    }

    /// Gives `token` the member of a literal or class.
    pub(in crate::semantic::values) fn define(
        &mut self,
        instance: InstanceId,
        script: &'a Script,
        token: crate::semantic::values::TokenId,
        property: &Property,
    ) {
        let (key, value, accessor) = match property {
            Property::Spread(_) => return,
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

    pub(in crate::semantic::values) fn array(
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
