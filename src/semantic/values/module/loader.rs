//! What the loader of webpack's chunks hands to modules, and gives.
//!
//! In `function (module, exports, __webpack_require__) { … }` the last parameter is the loader.
//! `__webpack_require__("3edc")` runs the module of that id and gives what it exports. Of its members
//! `n` makes a function that gives the default export, `d` defines getters of exports and `e` loads a
//! chunk (webpack 4, `lib/MainTemplate.js`); others do nothing to values.

use crate::semantic::values::solve::{Solver, Watch};
use crate::semantic::values::{CallId, CallKind, InstanceId, Node, Token, TokenId};
use crate::syntax::script::{ExprKind, FunctionId, Key, Property, Script};

/// What the loader is called.
pub(in crate::semantic::values) const LOADER: &str = "__webpack_require__";

/// What modules with a default export beside others have as a member.
const MARK: &str = "__esModule";

impl Solver<'_> {
    /// Gives the parameters of the module `function` what its loader hands over; `held` is what
    /// `module.exports` holds, `exports` what it holds first.
    pub(in crate::semantic::values) fn start_module(
        &mut self,
        (base, function): (InstanceId, FunctionId),
        held: Node,
        exports: TokenId,
    ) {
        let Some(script) = self.script(base) else { return };
        let (key, loader) = (self.symbol("exports"), self.symbol(LOADER));
        let loader = self.token(Token::Host(loader));
        let holder = self.grow(1);
        let module = self.token(Token::Object(holder));
        let assigned = self.property(module, key);
        self.edge(assigned, held);
        self.add(assigned, exports);
        for param in &script.function(function).params {
            let given = match script.kind(*param) {
                ExprKind::Param(0) => module,
                ExprKind::Param(1) => exports,
                ExprKind::Param(2) => loader,
                _ => continue,
            };
            let node = self.expr_node(base, *param);
            self.add(node, given);
        }
        let this = self.values.instance(base).this(function);
        self.add(this, exports);
        let own = self.exprs_of(self.file_of(base), script, function).iter();
        let mut own = own.filter(|expr| expr.function == function);
        if own.any(|expr| is_modern(script, &expr.kind)) {
            self.chunks.modern.insert(exports);
        }
    }

    /// `__webpack_require__(id)`.
    pub(in crate::semantic::values) fn load_bundled(&mut self, call: CallId) {
        let site = self.values.call(call);
        let (result, file) = (site.result, self.file_of(site.instance));
        self.values.calls[call.0 as usize].is_resolved = true;
        let id = self.values.call(call).arguments.first().and_then(|(id, _)| self.id_at(*id));
        match id.and_then(|id| self.run_module(call, file, &id)) {
            Some(held) => self.edge(held, result),
            None => self.add_token(result, Token::Unread),
        }
    }

    /// The name or id that stands at `node`.
    fn id_at(&self, node: Node) -> Option<String> {
        let (instance, expr) = self.values.place(node)?;
        self.script(instance)?.module_id(expr)
    }

    /// `__webpack_require__.name(…)`.
    pub(in crate::semantic::values) fn loader_function(&mut self, call: CallId, name: &str) {
        let site = self.values.call(call);
        let (arguments, result) = (site.arguments.clone(), site.result);
        let argument = |at: usize| arguments.get(at).map(|argument| argument.0);
        match (name, argument(0)) {
            ("n", Some(module)) => {
                let held = self.grow(1);
                self.watch(module, Watch::Default { into: held });
                self.add_token(result, Token::Giver(held));
            }
            ("d", Some(exports)) => match (argument(1), argument(2)) {
                (Some(name), Some(getter)) => {
                    let from = self.call_back(call, CallKind::Standard, getter, Vec::new());
                    self.define_export(exports, name, from);
                }
                (Some(getters), None) => self.define_exports(call, exports, getters),
                _ => {}
            },
            ("e", _) => {
                let promise = self.token(Token::Promise(result));
                let nothing = self.token(Token::Nothing);
                self.adopt(promise, nothing);
                self.add(result, promise);
            }
            ("t", _) => self.load_bundled(call),
            ("nmd" | "hmd", Some(module)) => self.edge(module, result),
            _ => self.add_token(result, Token::Plain),
        }
    }

    /// `__webpack_require__.d(exports, name, () => value)`, where `from` is the value.
    fn define_export(&mut self, exports: Node, name: Node, from: Node) {
        match self.id_at(name) {
            Some(name) => {
                let property = self.symbol(&name);
                self.watch(exports, Watch::Store { property, from });
            }
            None => {
                self.watch(exports, Watch::IndexStore { index: name, from });
                self.watch(name, Watch::StoreKey { object: exports, from });
            }
        }
    }

    /// `__webpack_require__.d(exports, { name: () => value })`.
    fn define_exports(&mut self, call: CallId, exports: Node, getters: Node) {
        let Some((instance, expr)) = self.values.place(getters) else { return };
        let Some(script) = self.script(instance) else { return };
        let ExprKind::Object(members) = script.kind(expr) else { return };
        for member in members.iter() {
            if let Property::Value { key: Key::Name(name, _), value } = member {
                let property = self.name(instance, *name);
                let getter = self.expr_node(instance, *value);
                let from = self.call_back(call, CallKind::Standard, getter, Vec::new());
                self.watch(exports, Watch::Store { property, from });
            }
        }
    }

    /// `into` gets the default export of `token`, or what is no such module itself.
    pub(in crate::semantic::values) fn default_of(&mut self, token: TokenId, into: Node) {
        if self.chunks.modern.contains(&token) {
            let key = self.symbol("default");
            self.load(token, key, into);
        } else {
            self.add(into, token);
        }
    }

    /// Puts the script and the template of a component together: gives the former back as `exports`.
    pub(in crate::semantic::values) fn normalize(&mut self, call: CallId) {
        let site = self.values.call(call);
        let (first, result) = (site.arguments.first().copied(), site.result);
        let made = self.token(Token::Object(result));
        self.add(result, made);
        let Some((component, false)) = first else { return };
        for name in ["exports", "options"] {
            let key = self.symbol(name);
            let member = self.property(made, key);
            self.edge(component, member);
        }
    }

    /// Calls the function that gives what `held` holds.
    pub(in crate::semantic::values) fn link_giver(&mut self, call: CallId, held: Node) {
        let site = &mut self.values.calls[call.0 as usize];
        site.is_resolved = true;
        let result = site.result;
        self.edge(held, result);
    }
}

/// Whether a module that does this has a default export beside others: `n.r(exports)`,
/// `Object.defineProperty(exports, "__esModule", …)`, `exports.__esModule = true`.
fn is_modern(script: &Script, done: &ExprKind) -> bool {
    let ExprKind::Call(call) = done else {
        return script.written_member(done).is_some_and(|it| script.name(it.1) == MARK);
    };
    let ExprKind::Member { property, .. } = script.kind(call.callee) else { return false };
    match script.name(*property) {
        "r" => call.arguments.len() == 1,
        "defineProperty" => match call.arguments.get(1).map(|name| script.kind(name.value)) {
            Some(ExprKind::String(name)) => script.name(*name) == MARK,
            _ => false,
        },
        _ => false,
    }
}
