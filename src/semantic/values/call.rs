//! Linking a call to what it can run.

use super::solve::{Solver, This, Watch};
use super::{Arguments, CallEdge, CallId, CallKind, CallSite, InstanceId, Node, Token, TokenId};
use crate::project::UnitId;
use crate::syntax::script::{ExprKind, FunctionId, FunctionKind, Script};

/// A call that could run more functions than this says nothing any more; the rest are dropped.
pub(super) const MOST_TARGETS: u32 = 16;

impl<'a> Solver<'a> {
    /// Lets `call` run `token`.
    pub(super) fn link(&mut self, call: CallId, token: TokenId, this: This) {
        if !self.linked.insert((call, token, this)) {
            return;
        }
        match self.values.token(token) {
            Token::Function(around, function) => {
                self.link_function(call, token, around, function, this)
            }
            Token::Bound(bound) => self.link_bound(call, bound),
            Token::Handler(unit, name) => {
                let unit = self.token(Token::Unit(unit));
                let found = self.grow(1);
                self.load(unit, name, found);
                self.watch(found, Watch::Call { call, this: This::Token(unit) });
            }
            Token::Settle(promise, rejected) => self.settle_promise(call, promise, rejected),
            Token::Giver(held) => self.link_giver(call, held),
            Token::Host(path) => {
                self.values.calls[call.0 as usize].is_resolved = true;
                if !self.call_array_prototype(call, path, this) {
                    self.host_call(call, path);
                }
            }
            Token::Unread | Token::Given => self.call_unread(call),
            _ => {}
        }
    }

    fn link_function(
        &mut self,
        call: CallId,
        token: TokenId,
        around: InstanceId,
        function: FunctionId,
        this: This,
    ) {
        let Some(script) = self.script(around) else { return };
        // What it puts in its own place is called under the same name.
        let gives_way = self.facts[self.file_of(around).index()].give_way.contains(&function);
        let site = &mut self.values.calls[call.0 as usize];
        site.is_resolved = true;
        if gives_way {
            return;
        }
        site.targets += 1;
        if site.targets > MOST_TARGETS {
            self.values.sets.lose(token);
            return;
        }
        if self.is_merge(call, script, function) {
            self.call_edge(call, around, function);
            return self.assign_members(call);
        }
        if self.is_normalizer(around, function) {
            self.call_edge(call, around, function);
            return self.normalize(call);
        }
        self.hand_by_key(call, script, function);
        let instance = match self.unit_of_this(around, function, this) {
            Some(unit) => self.copy_for_unit(unit, around, function),
            None => self.instance_for(call, (around, function), script, this),
        };
        self.call_edge(call, instance, function);
        self.hand_over(call, (around, instance), function, script);
        self.hand_hook(call, around);
        let is_new = self.values.call(call).kind == CallKind::New;
        let kind = script.function(function).kind;
        let receiver = self.values.instance(instance).this(function);
        if is_new {
            let made = self.construct(call, token);
            self.add(receiver, made);
        } else if kind != FunctionKind::Arrow {
            match this {
                This::Nothing => {}
                This::Token(this) => self.add(receiver, this),
                This::Node(this) => self.edge(this, receiver),
            }
        }
        self.give_back(call, instance, function, script);
        self.throw_to(call, instance, function, script);
        if let Some((class, false)) =
            self.facts[self.file_of(around).index()].classes.get(&function).copied()
            && let Some(fields) = script.class(class).initializer
            && script.class(class).constructor == function
        {
            self.call_edge(call, instance, fields);
            let holder = self.holder(around, fields);
            let fields = self.values.instance(holder).this(fields);
            self.edge(receiver, fields);
        }
    }

    /// Whether what `call` does by running `function` is what `Object.assign` does.
    fn is_merge(&self, call: CallId, script: &Script, function: FunctionId) -> bool {
        let site = self.values.call(call);
        let is_plain = site.kind == CallKind::Call && !site.arguments.iter().any(|it| it.1);
        is_plain && script.function(function).merges(site.arguments.len())
    }

    /// The unit that `this` is, where several units share the function.
    fn unit_of_this(&self, around: InstanceId, function: FunctionId, this: This) -> Option<UnitId> {
        let This::Token(this) = this else { return None };
        let Token::Unit(unit) = self.values.token(this) else { return None };
        self.owners.get(&(around, function)).is_some_and(|owner| *owner != unit).then_some(unit)
    }

    fn call_edge(&mut self, call: CallId, instance: InstanceId, function: FunctionId) {
        let holder = self.holder(instance, function);
        let edge = CallEdge { call, to: self.values.instance(holder).function(function) };
        self.values.edges.push(edge);
    }

    /// Lets the arguments of `call` flow into the parameters.
    fn hand_over(
        &mut self,
        call: CallId,
        (around, instance): (InstanceId, InstanceId),
        function: FunctionId,
        script: &'a Script,
    ) {
        let arguments = self.values.call(call).arguments.clone();
        let spread = arguments.iter().position(|argument| argument.1).unwrap_or(arguments.len());
        for param in &script.function(function).params {
            if self.is_provided(around, *param) {
                continue;
            }
            let into = self.expr_node(instance, *param);
            match script.kind(*param) {
                ExprKind::Param(at) => {
                    if let Some((from, false)) =
                        arguments.get(*at as usize).filter(|_| (*at as usize) < spread)
                    {
                        self.edge(*from, into);
                    }
                    if *at as usize >= spread {
                        self.hand_over_spread(*at as usize - spread, &arguments[spread..], into);
                    }
                }
                ExprKind::RestParam(at) => {
                    let first = spread.min(*at as usize);
                    self.collect(into, arguments.get(first..).unwrap_or(&[]));
                }
                _ => {}
            }
        }
        let uses = &self.facts[self.file_of(instance).index()].arguments;
        if uses.contains(&function) {
            let holder = self.holder(instance, function);
            let into = self.values.instance(holder).arguments(function);
            let array = self.collect(into, &arguments);
            let (key, callee) =
                (self.symbol("callee"), self.token(Token::Function(around, function)));
            let own = self.property(array, key);
            self.add(own, callee);
        }
    }

    /// `into` gets what can stand `at` in `arguments`, the first of which is spread.
    fn hand_over_spread(&mut self, at: usize, arguments: &[(Node, bool)], into: Node) {
        let Some(((first, _), rest)) = arguments.split_first() else { return };
        let property = self.symbol(&at.to_string());
        self.watch(*first, Watch::Load { property, into });
        for (from, is_spread) in rest {
            if *is_spread {
                self.watch(*from, Watch::Items { into });
            } else {
                self.edge(*from, into);
            }
        }
    }

    /// Puts `values` into an array at `into`.
    fn collect(&mut self, into: Node, values: &[(Node, bool)]) -> TokenId {
        let array = self.token(Token::Array(into));
        self.add(into, array);
        self.fill_array(array, values);
        array
    }

    /// Lets what the function returns flow to the call.
    fn give_back(
        &mut self,
        call: CallId,
        instance: InstanceId,
        function: FunctionId,
        script: &Script,
    ) {
        let holder = self.holder(instance, function);
        let returns = self.values.instance(holder).returns(function);
        let result = self.values.call(call).result;
        let function = script.function(function);
        if function.is_generator {
            let iterator = self.token(Token::Collection(returns));
            self.add(result, iterator);
            let returned = self.returned(iterator);
            self.edge(returns, returned);
            if function.is_async {
                self.async_iterators.insert(iterator);
            }
        } else if function.is_async {
            let promise = self.token(Token::Promise(returns));
            self.add(result, promise);
            self.watch(returns, Watch::Adopt { promise });
        } else {
            self.edge(returns, result);
        }
    }

    fn link_bound(&mut self, call: CallId, bound: u32) {
        let bound = self.values.bound[bound as usize].clone();
        let given = &self.values.call(call).arguments;
        let arguments = bound.arguments.iter().chain(given.iter()).copied().collect();
        self.values.calls[call.0 as usize].is_resolved = true;
        let derived = self.derived(call, self.values.call(call).kind, arguments);
        let this = bound.this.map_or(This::Nothing, This::Node);
        let target = self.grow(1);
        self.add(target, bound.target);
        self.watch(target, Watch::Call { call: derived, this });
    }

    /// A call made at the place of `call` with other arguments and the same result.
    pub(super) fn derived(&mut self, call: CallId, kind: CallKind, arguments: Arguments) -> CallId {
        let CallSite { instance, expr, caller, result, .. } = *self.values.call(call);
        let site = CallSite {
            instance,
            expr,
            caller,
            kind,
            arguments,
            result,
            is_resolved: true,
            targets: 0,
        };
        self.values.calls.push(site);
        CallId(self.values.calls.len() as u32 - 1)
    }

    /// Calls every function of `callee` from the place of `call`; the node of what it gives.
    pub(super) fn call_back(
        &mut self,
        call: CallId,
        kind: CallKind,
        callee: Node,
        arguments: Vec<Node>,
    ) -> Node {
        self.call_back_on(call, kind, callee, arguments, This::Nothing)
    }

    /// The same, with `this`.
    pub(super) fn call_back_on(
        &mut self,
        call: CallId,
        kind: CallKind,
        callee: Node,
        arguments: Vec<Node>,
        this: This,
    ) -> Node {
        let arguments = arguments.into_iter().map(|node| (node, false)).collect();
        let derived = self.derived(call, kind, arguments);
        let result = self.grow(1);
        self.values.calls[derived.0 as usize].result = result;
        self.watch(callee, Watch::Call { call: derived, this });
        result
    }

    /// The node of what `call` calls, for those who ask what that is.
    pub(super) fn callee_node(&mut self, call: CallId) -> Node {
        let site = self.values.call(call);
        let (instance, expr) = (site.instance, site.expr);
        let Some(script) = self.script(instance) else { return self.grow(1) };
        match script.kind(expr) {
            ExprKind::Call(call) => self.expr_node(instance, call.callee),
            _ => self.grow(1),
        }
    }
}
