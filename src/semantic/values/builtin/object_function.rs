//! The functions of `Object` and `Reflect`.

use std::collections::BTreeSet;

use crate::semantic::symbols::{Symbol, hidden};
use crate::semantic::values::object::literal::MOST_REPLACED;
use crate::semantic::values::solve::{Solver, This, Watch};
use crate::semantic::values::{CallId, CallKind, InstanceId, Node, Token, TokenId};
use crate::syntax::script::{ExprKind, Property};

impl<'a> Solver<'a> {
    /// Calls `Object.name` or `Reflect.name`; whether it is known.
    pub(in crate::semantic::values) fn call_object_function(
        &mut self,
        call: CallId,
        name: &str,
    ) -> bool {
        let site = self.values.call(call);
        let (arguments, result) = (site.arguments.clone(), site.result);
        let argument = |at: usize| arguments.get(at).map(|argument| argument.0);
        match name {
            "assign" => self.assign_members(call),
            "create" => self.create_object(argument(0), argument(1), result),
            "setPrototypeOf" => {
                self.pass_on(call, 0);
                if let (Some(object), Some(from)) = (argument(0), argument(1)) {
                    self.watch(object, Watch::Inherits { from });
                }
            }
            "freeze" | "seal" | "preventExtensions" => self.pass_on(call, 0),
            "defineProperty" => {
                self.pass_on(call, 0);
                if let (Some(object), Some(index), Some(from)) =
                    (argument(0), argument(1), argument(2))
                {
                    self.define_member(object, index, from);
                    self.define_by_key(call);
                }
            }
            "defineProperties" => {
                self.pass_on(call, 0);
                if let (Some(object), Some(descriptors)) = (argument(0), argument(1)) {
                    self.watch(descriptors, Watch::Describe { object });
                    self.define_whole(call);
                }
            }
            "values" | "entries" => self.list_members(argument(0), result, name == "entries"),
            "keys" | "getOwnPropertyNames" | "ownKeys" => {
                let items = self.new_array(result);
                self.add_token(items, Token::Unread);
            }
            "is" | "has" => {}
            "getPrototypeOf" => {
                if let Some(object) = argument(0) {
                    self.watch(object, Watch::Load { property: hidden::PROTO, into: result });
                }
            }
            _ => return self.call_reflection(call, name),
        }
        true
    }

    /// `Object.assign`, or what does the same.
    pub(in crate::semantic::values) fn assign_members(&mut self, call: CallId) {
        let site = self.values.call(call);
        let (arguments, result) = (site.arguments.clone(), site.result);
        let Some((first, _)) = arguments.first().copied() else { return };
        let mut made = self.literal(first).map(|_| first);
        let (target, sources) = match self.goes_on(call) {
            // What the calls before put together is a source like the others, so that a member
            // which a later one has replaces that of an earlier one.
            true => {
                made = Some(result);
                let object = self.token(Token::Object(result));
                self.add(result, object);
                (result, &arguments[..])
            }
            false => (first, arguments.get(1..).unwrap_or_default()),
        };
        self.edge(target, result);
        let first = arguments.len() - sources.len();
        let mut replaced = BTreeSet::new();
        for (at, (source, _)) in sources.iter().enumerate().rev() {
            self.copy_members_but(target, *source, &replaced);
            if at > 0 && replaced.len() < MOST_REPLACED {
                replaced.extend(self.names_handed(call, first + at));
            }
        }
        if let (Some(made), Some((last, false)), true) =
            (made, arguments.last(), arguments.len() > 1)
        {
            let target = self.token(Token::Object(made));
            self.take_last(*last, target);
        }
    }

    fn goes_on(&self, call: CallId) -> bool {
        let is_call = self.values.call(call).kind == CallKind::Call;
        let written = self.written_call(call).filter(|_| is_call);
        written.is_some_and(|(script, written)| script.goes_on(written))
    }

    fn call_reflection(&mut self, call: CallId, name: &str) -> bool {
        let site = self.values.call(call);
        let (arguments, result) = (site.arguments.clone(), site.result);
        let argument = |at: usize| arguments.get(at).map(|argument| argument.0);
        match name {
            "apply" | "construct" => {
                let Some(callee) = argument(0) else { return true };
                let (kind, list) =
                    if name == "apply" { (CallKind::Call, 2) } else { (CallKind::New, 1) };
                let list = argument(list).map(|list| (list, true)).into_iter().collect();
                let derived = self.derived(call, kind, list);
                let this = argument(1).filter(|_| name == "apply");
                let this = this.map_or(This::Nothing, This::Node);
                self.watch(callee, Watch::Call { call: derived, this });
            }
            "get" => {
                if let (Some(object), Some(index)) = (argument(0), argument(1)) {
                    self.watch(object, Watch::IndexLoad { index, into: result });
                    self.watch(index, Watch::LoadKey { object, into: result });
                }
            }
            "set" => {
                if let (Some(object), Some(index), Some(from)) =
                    (argument(0), argument(1), argument(2))
                {
                    self.watch(object, Watch::IndexStore { index, from });
                    self.watch(index, Watch::StoreKey { object, from });
                }
            }
            _ => return false,
        }
        true
    }

    /// `Object.create(prototype, descriptors)`.
    fn create_object(&mut self, prototype: Option<Node>, descriptors: Option<Node>, result: Node) {
        let made = self.token(Token::Instance(result));
        self.add(result, made);
        if let Some(prototype) = prototype {
            self.watch(prototype, Watch::PrototypeOf { object: made });
        }
        if let Some(descriptors) = descriptors {
            let object = self.grow(1);
            self.add(object, made);
            self.watch(descriptors, Watch::Describe { object });
        }
    }

    /// `Object.values(object)`, or `entries`.
    fn list_members(&mut self, object: Option<Node>, result: Node, as_pairs: bool) {
        let items = self.new_array(result);
        let Some(object) = object else { return };
        let copy = self.token(Token::Object(items));
        self.watch(object, Watch::Spread { into: copy });
        if as_pairs {
            let value = self.grow(1);
            self.any_value(copy, value);
            let pair = self.pair(None, value);
            self.add(items, pair);
        } else {
            self.any_value(copy, items);
        }
    }

    /// `into` gets every member of `object`.
    pub(in crate::semantic::values) fn any_value(&mut self, object: TokenId, into: Node) {
        self.member_readers.entry(object).or_default().push(into);
        for (key, node) in self.members_of(object) {
            if key != hidden::PROTO && key != hidden::COPIED {
                self.edge(node, into);
            }
        }
    }

    /// Copies the members of every object in `from` to every object in `target`.
    pub(in crate::semantic::values) fn copy_members(&mut self, target: Node, from: Node) {
        self.copy_members_but(target, from, &BTreeSet::new());
    }

    /// The object literal that `node` is.
    fn literal(&self, node: Node) -> Option<(InstanceId, &'a [Property])> {
        let (instance, expr) = self.values.place(node)?;
        match self.script(instance)?.kind(expr) {
            ExprKind::Object(properties) => Some((instance, properties)),
            _ => None,
        }
    }

    /// The same, but for the members of these names.
    pub(in crate::semantic::values) fn copy_members_but(
        &mut self,
        target: Node,
        from: Node,
        names: &BTreeSet<Symbol>,
    ) {
        let bag = self.grow(1);
        let bag = self.token(Token::Object(bag));
        names.iter().for_each(|name| self.write_over(bag, *name));
        self.take_members(from, bag);
        self.watch(target, Watch::Gather { from: bag });
    }

    /// The member of `object` that `index` names becomes what `descriptor` says.
    fn define_member(&mut self, object: Node, index: Node, descriptor: Node) {
        let part = |this: &mut Self, name: &str| {
            let (property, found) = (this.symbol(name), this.grow(1));
            this.watch(descriptor, Watch::Load { property, into: found });
            found
        };
        let (value, getter, setter) = (part(self, "value"), part(self, "get"), part(self, "set"));
        self.watch(object, Watch::IndexStore { index, from: value });
        self.watch(index, Watch::StoreKey { object, from: value });
        self.watch(getter, Watch::Accessor { object, index, setter: false });
        self.watch(setter, Watch::Accessor { object, index, setter: true });
    }

    /// Every member of `descriptors` says what the member of `object` by that name becomes.
    pub(in crate::semantic::values) fn describe(&mut self, object: Node, descriptors: TokenId) {
        for (key, descriptor) in self.members_of(descriptors) {
            if key.0 >= hidden::COUNT as u32 {
                let index = self.grow(1);
                self.add_token(index, Token::Text(key));
                self.define_member(object, index, descriptor);
            }
        }
    }

    /// `function` becomes the getter or setter of the member of `object` that `key` names.
    pub(in crate::semantic::values) fn name_accessor(
        &mut self,
        object: Node,
        key: TokenId,
        function: TokenId,
        setter: bool,
    ) {
        let Some(key) = self.text(key) else { return };
        if let (Token::Function(around, getter), false) = (self.values.token(function), setter) {
            // What is imported by name has no place in the text that would run the getter.
            let holder = self.holder(around, getter);
            let from = self.values.instance(holder).returns(getter);
            self.watch(object, Watch::Store { property: key, from });
        }
        // A read that was linked before the first accessor of this name is missed.
        self.accessors.insert(key);
        let accessor = self.values.symbols.accessor(key, setter);
        self.watch(object, Watch::AccessorOf { accessor, function });
    }

    /// `function` becomes an accessor of `token`.
    pub(in crate::semantic::values) fn define_accessor(
        &mut self,
        token: TokenId,
        accessor: Symbol,
        function: TokenId,
    ) {
        let functions = self.property(token, accessor);
        self.add(functions, function);
        self.accessor_owners.entry(function).or_insert(token);
    }

    /// `object.__defineGetter__(key, function)` and the like; whether `name` is one.
    pub(in crate::semantic::values) fn define_method(
        &mut self,
        call: CallId,
        token: TokenId,
        name: &str,
    ) -> bool {
        let setter = match name {
            "__defineGetter__" => false,
            "__defineSetter__" => true,
            _ => return false,
        };
        let arguments = &self.values.call(call).arguments;
        if let [(index, false), (function, false), ..] = arguments[..] {
            let object = self.grow(1);
            self.add(object, token);
            self.watch(function, Watch::Accessor { object, index, setter });
        }
        true
    }
}
