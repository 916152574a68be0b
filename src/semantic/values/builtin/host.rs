//! What the language and the frame of a mini program give: globals and their functions.

use crate::platform::registrars;
use crate::project::UnitKind;
use crate::semantic::symbols::{Derived, Symbol, known};
use crate::semantic::values::module::loader::LOADER;
use crate::semantic::values::solve::{Solver, This, Watch};
use crate::semantic::values::unit::register::Container;
use crate::semantic::values::unit::register::Registration;
use crate::semantic::values::{CallId, CallKind, HostCall, InstanceId, Node, Token};
use crate::syntax::script::Name;

/// Functions that only read: nothing handed to them is called or comes back.
const QUIET: &[&str] = &[
    "console",
    "Math",
    "Number",
    "String",
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

/// Others that the language gives.
const GIVEN: &[&str] = &[
    "Array",
    "Boolean",
    "Function",
    "JSON",
    "Map",
    "Object",
    "Promise",
    "Proxy",
    "Reflect",
    "Set",
    "WeakMap",
    "WeakSet",
    "setInterval",
    "setTimeout",
];

/// Whether every platform has the global variable `name`.
pub(in crate::semantic::values) fn is_given(name: &str) -> bool {
    QUIET.contains(&name) || GIVEN.contains(&name)
}

impl Solver<'_> {
    /// The node of a name that no script declares.
    pub(in crate::semantic::values) fn global(&mut self, name: Symbol) -> Node {
        if let Some(node) = self.globals.get(&name) {
            return *node;
        }
        let node = self.grow(1);
        self.globals.insert(name, node);
        let text = self.values.symbols.text(name);
        if text == "undefined" {
            self.add_token(node, Token::Nothing);
        } else if text == "NaN" {
            self.add_token(node, Token::Plain);
        } else {
            self.add_token(node, Token::Host(name));
        }
        node
    }

    /// The node of an undeclared name in `instance`: `module` and `exports` are the file's own.
    pub(in crate::semantic::values) fn read_global(
        &mut self,
        instance: InstanceId,
        name: Name,
    ) -> Node {
        let name = self.name(instance, name);
        let file = self.file_of(instance);
        let own = match self.values.symbols.text(name) {
            "module" => Token::Module(file),
            "exports" => Token::Exports(file),
            _ => {
                let name = self.undeclared(file, name);
                return self.global(name);
            }
        };
        let key =
            self.symbol(if matches!(own, Token::Module(_)) { "\0module" } else { "\0exports" });
        let holder = self.token(Token::Module(file));
        let node = self.property(holder, key);
        self.add_token(node, own);
        node
    }

    /// Calls what the host has at `path`.
    pub(in crate::semantic::values) fn host_call(&mut self, call: CallId, path: Symbol) {
        let text = self.values.symbols.shared(path);
        let (object, member) = text.rsplit_once('.').unwrap_or(("", &text));
        if self.values.symbols.find(object).is_some_and(known::is_global_object) {
            let path = self.symbol(member);
            self.host_call(call, path);
            return;
        }
        match (object, member) {
            ("", LOADER) => return self.load_bundled(call),
            (LOADER, name) => return self.loader_function(call, name),
            (object, name) if registrars(object).any(|it| it == name) => {
                return self.leave_registration(call);
            }
            _ => {}
        }
        self.note_host_call(call, path);
        let done = match object {
            "" => self.call_global(call, member),
            "Object" | "Reflect" => self.call_object_function(call, member),
            "Promise" => self.promise_function(call, member),
            "Array" => self.call_array_function(call, member),
            "JSON" => self.call_json(call, member),
            _ if self.platform.is_namespace(object) => {
                self.wallet_call(call, path, member);
                true
            }
            _ => false,
        };
        if !done {
            self.call_other(call, path);
        }
    }

    /// Remembers that `call` runs what the host has at `path`.
    pub(in crate::semantic::values) fn note_host_call(&mut self, call: CallId, path: Symbol) {
        let site = self.values.call(call);
        let script = self.script(site.instance);
        let values = &self.values;
        let never = script.is_some_and(|it| values.never_runs(site.instance, it, site.expr));
        let calls = match never {
            true => &mut self.values.idle_calls,
            false => &mut self.values.host_calls,
        };
        calls.push(HostCall { call, path });
    }

    fn call_global(&mut self, call: CallId, name: &str) -> bool {
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
            "Map" | "WeakMap" => self.new_map(call),
            "Set" | "WeakSet" => self.new_set(call),
            "Object" => self.pass_on(call, 0),
            "Boolean" => {
                let site = self.values.call(call);
                if let (Some((subject, false)), into) =
                    (site.arguments.first().copied(), site.result)
                {
                    self.is_true(subject, into);
                }
            }
            "Array" => {
                let site = self.values.call(call);
                let (arguments, result) = (site.arguments.clone(), site.result);
                let array = self.token(Token::Array(result));
                self.add(result, array);
                if arguments.len() > 1 {
                    self.fill_array(array, &arguments);
                }
            }
            "setTimeout" | "requestAnimationFrame" | "setImmediate" | "queueMicrotask" => {
                self.timer(call, false);
            }
            "setInterval" => self.timer(call, true),
            _ => return self.is_namespace_call(name),
        }
        true
    }

    /// `my('…')` is nothing; anything else is not known.
    fn is_namespace_call(&self, name: &str) -> bool {
        self.platform.is_namespace(name)
    }

    fn timer(&mut self, call: CallId, repeats: bool) {
        let arguments = self.values.call(call).arguments.clone();
        let Some((callback, false)) = arguments.first().copied() else { return };
        let rest = arguments.iter().skip(2).map(|argument| argument.0).collect();
        self.call_back(call, CallKind::Timer { repeats }, callback, rest);
    }

    /// The call gives its argument number `at`.
    pub(in crate::semantic::values) fn pass_on(&mut self, call: CallId, at: usize) {
        let site = self.values.call(call);
        let (argument, result) = (site.arguments.get(at).copied(), site.result);
        if let Some((argument, false)) = argument {
            self.edge(argument, result);
        }
    }

    fn call_array_function(&mut self, call: CallId, name: &str) -> bool {
        let site = self.values.call(call);
        let (arguments, result) = (site.arguments.clone(), site.result);
        match name {
            "of" => {
                let array = self.token(Token::Array(result));
                self.add(result, array);
                self.fill_array(array, &arguments);
            }
            "from" => {
                let items = self.new_array(result);
                let Some((list, _)) = arguments.first().copied() else { return true };
                let Some((callback, _)) = arguments.get(1).copied() else {
                    self.watch(list, Watch::Items { into: items });
                    return true;
                };
                let item = self.grow(1);
                self.watch(list, Watch::Items { into: item });
                let this = arguments.get(2).map_or(This::Nothing, |this| This::Node(this.0));
                let given = self.call_back_on(call, CallKind::Standard, callback, vec![item], this);
                self.edge(given, items);
            }
            "isArray" => {}
            _ => return false,
        }
        true
    }

    fn call_other(&mut self, call: CallId, path: Symbol) {
        let text = self.values.symbols.text(path);
        let first = text.split(['.', '(']).next().unwrap_or(text);
        if !QUIET.contains(&first) {
            self.call_unread(call);
            return;
        }
        // What comes back has methods of its own, which are as quiet.
        if !text.ends_with(')') {
            let made = self.values.symbols.derived(path, Derived::Answer);
            self.add_token(self.values.call(call).result, Token::Host(made));
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
        self.watch(options, Watch::Register(Registration::new(unit, container)));
    }
}
