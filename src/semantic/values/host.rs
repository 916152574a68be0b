//! What the language and the frame of a mini program give: globals and their functions.

use super::register::Container;
use super::solve::{Solver, Watch};
use super::{CallId, CallKind, HostCall, InstanceId, Node, Token};
use crate::project::UnitKind;
use crate::semantic::symbols::{Symbol, hidden};
use crate::syntax::script::Name;

/// Other names of the global object.
const GLOBAL_OBJECTS: &[&str] = &["globalThis", "global", "window", "self"];

/// Functions that only read: nothing handed to them is called or comes back.
const QUIET: &[&str] = &[
    "console",
    "Math",
    "Number",
    "String",
    "Boolean",
    "parseInt",
    "parseFloat",
    "isNaN",
    "isFinite",
    "Date",
    "RegExp",
    "Symbol",
    "Error",
    "TypeError",
    "RangeError",
    "encodeURIComponent",
    "decodeURIComponent",
    "encodeURI",
    "decodeURI",
    "clearTimeout",
    "clearInterval",
    "BigInt",
    "Intl",
    "ArrayBuffer",
    "Uint8Array",
    "atob",
    "btoa",
    "escape",
    "unescape",
];

impl Solver<'_> {
    /// Whether the members of what the host has at `path` are the globals.
    pub(super) fn is_global_object(&self, path: Symbol) -> bool {
        GLOBAL_OBJECTS.contains(&self.values.symbols.text(path))
    }

    /// The node of a name that no script declares.
    pub(super) fn global(&mut self, name: Symbol) -> Node {
        if let Some(node) = self.globals.get(&name) {
            return *node;
        }
        let node = self.grow(1);
        self.globals.insert(name, node);
        let text = self.values.symbols.text(name);
        if text == "undefined" || text == "NaN" {
            self.add_token(node, Token::Plain);
        } else {
            self.add_token(node, Token::Host(name));
        }
        node
    }

    /// The node of an undeclared name in `instance`: `module` and `exports` are the file's own.
    pub(super) fn read_global(&mut self, instance: InstanceId, name: Name) -> Node {
        let name = self.name(instance, name);
        let file = self.file_of(instance);
        let own = match self.values.symbols.text(name) {
            "module" => Token::Module(file),
            "exports" => Token::Exports(file),
            _ => return self.global(name),
        };
        let key =
            self.symbol(if matches!(own, Token::Module(_)) { "\0module" } else { "\0exports" });
        let holder = self.token(Token::Module(file));
        let node = self.property(holder, key);
        self.add_token(node, own);
        node
    }

    /// Calls what the host has at `path`.
    pub(super) fn host_call(&mut self, call: CallId, path: Symbol) {
        let text = self.values.symbols.text(path).to_owned();
        let (object, member) = text.rsplit_once('.').unwrap_or(("", &text));
        if GLOBAL_OBJECTS.contains(&object) {
            let path = self.symbol(member);
            self.host_call(call, path);
            return;
        }
        self.note_host_call(call, path);
        let done = match object {
            "" => self.call_global(call, path, member),
            "Object" | "Reflect" => self.call_object_function(call, member),
            "Promise" => self.promise_function(call, member),
            "Array" => self.call_array_function(call, member),
            "JSON" => self.call_json(call, path, member),
            _ if self.platform.is_namespace(object) => {
                self.wallet_call(call, path, member);
                true
            }
            _ => false,
        };
        if !done {
            self.call_other(call, &text);
        }
    }

    /// Remembers that `call` runs what the host has at `path`.
    pub(super) fn note_host_call(&mut self, call: CallId, path: Symbol) {
        self.values.host_calls.push(HostCall { call, path });
    }

    fn call_global(&mut self, call: CallId, path: Symbol, name: &str) -> bool {
        let kind = match name {
            "App" => Some(UnitKind::App),
            "Page" => Some(UnitKind::Page),
            "Component" => Some(UnitKind::Component),
            _ => None,
        };
        if let Some(kind) = kind {
            self.start_registration(call, kind);
            return true;
        }
        match name {
            "Mixin" => self.pass_on(call, 0),
            "getApp" => self.give_app(call),
            "getCurrentPages" => self.give_pages(call),
            "require" | "requirePlugin" => self.require(call),
            "Promise" => self.new_promise(call),
            "Proxy" => self.add_token(self.values.call(call).result, Token::Unread),
            "Map" | "Set" | "WeakMap" | "WeakSet" => self.new_collection(call),
            "Object" => self.pass_on(call, 0),
            "Array" => {
                self.new_array(self.values.call(call).result);
            }
            "setTimeout" | "requestAnimationFrame" | "setImmediate" | "queueMicrotask" => {
                self.timer(call, false);
            }
            "setInterval" => self.timer(call, true),
            _ => return self.call_namespace(call, path, name),
        }
        true
    }

    /// `my('…')` is nothing; anything else is not known.
    fn call_namespace(&mut self, _call: CallId, _path: Symbol, name: &str) -> bool {
        self.platform.is_namespace(name)
    }

    fn timer(&mut self, call: CallId, repeats: bool) {
        let arguments = self.values.call(call).arguments.clone();
        let Some((callback, false)) = arguments.first().copied() else { return };
        let rest = arguments.iter().skip(2).map(|argument| argument.0).collect();
        self.call_back(call, CallKind::Timer { repeats }, callback, rest);
    }

    fn new_collection(&mut self, call: CallId) {
        let site = self.values.call(call);
        let (initial, result) = (site.arguments.first().copied(), site.result);
        let token = self.token(Token::Collection(result));
        self.add(result, token);
        if let Some((initial, _)) = initial {
            let items = self.property(token, hidden::ITEMS);
            self.watch(initial, Watch::Items { into: items });
        }
    }

    /// The call gives its argument number `at`.
    fn pass_on(&mut self, call: CallId, at: usize) {
        let site = self.values.call(call);
        let (argument, result) = (site.arguments.get(at).copied(), site.result);
        if let Some((argument, false)) = argument {
            self.edge(argument, result);
        }
    }

    fn call_object_function(&mut self, call: CallId, name: &str) -> bool {
        let site = self.values.call(call);
        let (arguments, result) = (site.arguments.clone(), site.result);
        let argument = |at: usize| arguments.get(at).map(|argument| argument.0);
        match name {
            "assign" => {
                let Some(target) = argument(0) else { return true };
                self.edge(target, result);
                for source in arguments.iter().skip(1) {
                    self.copy_members(target, source.0);
                }
            }
            "create" => {
                let made = self.token(Token::Instance(result));
                self.add(result, made);
                if let Some(prototype) = argument(0) {
                    self.watch(prototype, Watch::PrototypeOf { object: made });
                }
            }
            "setPrototypeOf" => {
                self.pass_on(call, 0);
                if let (Some(object), Some(prototype)) = (argument(0), argument(1)) {
                    self.copy_members(object, prototype);
                }
            }
            "freeze" | "seal" | "preventExtensions" => self.pass_on(call, 0),
            "defineProperty" => {
                self.pass_on(call, 0);
                self.define_property(&arguments, result);
            }
            "values" | "entries" => {
                let items = self.new_array(result);
                if let Some(object) = argument(0) {
                    let copy = self.token(Token::Object(items));
                    self.watch(object, Watch::Spread { into: copy });
                    self.spread_into_items(copy, items, name == "entries");
                }
            }
            "keys" | "getOwnPropertyNames" | "is" | "has" | "ownKeys" => {}
            "getPrototypeOf" => {
                if let Some(object) = argument(0) {
                    self.watch(object, Watch::Load { property: hidden::PROTO, into: result });
                }
            }
            "apply" => {
                if let Some(callee) = argument(0) {
                    let list = argument(2).map(|list| (list, true)).into_iter().collect();
                    let derived = self.derived(call, CallKind::Call, list);
                    let this =
                        argument(1).map_or(super::solve::This::Nothing, super::solve::This::Node);
                    self.watch(callee, Watch::Call { call: derived, this });
                }
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

    /// Lets every member of `copy`, now and later, flow into `items`.
    fn spread_into_items(&mut self, copy: super::TokenId, items: Node, as_pairs: bool) {
        if !as_pairs {
            self.any_value(copy, items);
            return;
        }
        let key = self.symbol("\0pair");
        let holder = self.property(copy, key);
        let pair = self.token(Token::Array(holder));
        self.add(items, pair);
        let value = self.symbol("1");
        let value = self.property(pair, value);
        self.any_value(copy, value);
    }

    /// `into` gets every member of `object`.
    fn any_value(&mut self, object: super::TokenId, into: Node) {
        self.member_readers.entry(object).or_default().push(into);
        for (key, node) in self.values.keys.get(&object).cloned().unwrap_or_default() {
            if key != hidden::PROTO {
                self.edge(node, into);
            }
        }
    }

    /// Copies the members of every object in `from` to every object in `target`.
    fn copy_members(&mut self, target: Node, from: Node) {
        let bag = self.grow(1);
        let bag = self.token(Token::Object(bag));
        self.watch(from, Watch::Spread { into: bag });
        self.watch(target, Watch::Gather { from: bag });
    }

    fn define_property(&mut self, arguments: &[(Node, bool)], _result: Node) {
        let [(object, false), (index, false), (descriptor, false), ..] = arguments else { return };
        let value = self.grow(1);
        for key in ["value", "get"] {
            let property = self.symbol(key);
            let found = self.grow(1);
            self.watch(*descriptor, Watch::Load { property, into: found });
            if key == "value" {
                self.edge(found, value);
            } else {
                self.watch(found, Watch::Getter { object: *object, index: *index });
            }
        }
        self.watch(*object, Watch::IndexStore { index: *index, from: value });
        self.watch(*index, Watch::StoreKey { object: *object, from: value });
    }

    fn call_array_function(&mut self, call: CallId, name: &str) -> bool {
        let site = self.values.call(call);
        let (arguments, result) = (site.arguments.clone(), site.result);
        match name {
            "from" | "of" => {
                let items = self.new_array(result);
                let Some((list, _)) = arguments.first().copied() else { return true };
                if name == "of" {
                    for (value, _) in &arguments {
                        self.edge(*value, items);
                    }
                } else if let Some((callback, _)) = arguments.get(1).copied() {
                    let item = self.grow(1);
                    self.watch(list, Watch::Items { into: item });
                    let given = self.call_back(call, CallKind::Standard, callback, vec![item]);
                    self.edge(given, items);
                } else {
                    self.watch(list, Watch::Items { into: items });
                }
            }
            "isArray" => {}
            _ => return false,
        }
        true
    }

    /// What is parsed out of an answer is still the answer.
    fn call_json(&mut self, call: CallId, _path: Symbol, name: &str) -> bool {
        if name == "parse" || name == "stringify" {
            self.pass_on(call, 0);
        }
        true
    }

    fn call_other(&mut self, call: CallId, text: &str) {
        let first = text.split('.').next().unwrap_or(text);
        if !QUIET.contains(&first) {
            self.call_unread(call);
        }
    }

    fn give_app(&mut self, call: CallId) {
        let site = self.values.call(call);
        let (instance, result) = (site.instance, site.result);
        for app in self.apps_of(self.file_of(instance)) {
            self.add_token(result, Token::Unit(app));
        }
    }

    fn give_pages(&mut self, call: CallId) {
        let site = self.values.call(call);
        let (instance, result) = (site.instance, site.result);
        let items = self.new_array(result);
        for page in self.pages_of(self.file_of(instance)) {
            self.add_token(items, Token::Unit(page));
        }
    }

    fn start_registration(&mut self, call: CallId, kind: UnitKind) {
        let Some(unit) = self.unit_of_call(call, kind) else { return };
        let Some((options, false)) = self.values.call(call).arguments.first().copied() else {
            return;
        };
        let container = match kind {
            UnitKind::App => Container::App,
            UnitKind::Page => Container::Page,
            UnitKind::Component => Container::Component,
        };
        self.watch(options, Watch::Register { unit, container });
    }
}
