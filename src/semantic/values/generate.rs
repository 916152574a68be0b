//! From expressions to edges and watches.

use super::instance::dead::Fates;
use super::solve::{Solver, This, Watch};
use super::{Arguments, CallId, CallKind, CallSite, InstanceId, Node, Token};
use crate::platform::is_credential;
use crate::semantic::symbols::Symbol;
use crate::syntax::script::{
    Binary, BindingId, BindingKind, Call, ExprId, ExprKind, FunctionId, Logical, Name, Script,
    Tagged, Target,
};

/// A longer string is no key, scope or name.
const LONGEST_TEXT: usize = 100;

/// A destructuring takes no more members than this, as far as is looked at.
const MOST_TAKEN: usize = 64;

impl<'a> Solver<'a> {
    /// The script that an instance is a copy of.
    pub(super) fn script(&self, instance: InstanceId) -> Option<&'a Script> {
        self.files[self.file_of(instance).index()].script()
    }

    /// The symbol of a name of an instance's script.
    pub(super) fn name(&self, instance: InstanceId, name: Name) -> Symbol {
        self.values.name_symbols[self.file_of(instance).index()][name.0 as usize]
    }

    /// Makes the edges and watches of all expressions of `instance`.
    pub(super) fn generate(&mut self, instance: InstanceId) {
        let Some(script) = self.script(instance) else { return };
        let copy = self.values.instance(instance);
        let ((first, end), is_first) = (copy.extent.exprs, copy.call.is_none());
        let fates = self.fates_in(instance, script);
        if is_first {
            let file = self.values.instance(instance).file;
            self.values.idle_regions.extend(fates.dead().map(|region| (file, region)));
        } else if fates.is_known() {
            self.fates.insert(instance, fates.clone());
        }
        if self.values.copies(instance).any(|(at, _)| self.fates.contains_key(&at)) {
            for id in (first..end).map(ExprId) {
                let last = script.last_written(id, &|region| self.fate(instance, region));
                self.last_written.extend(last.map(|it| ((instance, id), it)));
            }
        }
        let facts = &self.facts[self.values.instance(instance).file.index()];
        for (literal, member) in facts.overwritten.surely(script, (first, end), &fates) {
            self.overwritten.entry((instance, literal)).or_default().push(member);
        }
        for id in (first..end).map(ExprId) {
            let region = script.expr(id).region;
            if !script.region(region).never && !fates.is_dead(region) {
                self.generate_expr(instance, script, id, &fates);
            } else if is_first {
                self.generate_idle(instance, script, id);
            }
        }
        let (first, end) = self.values.instance(instance).extent.functions;
        for id in (first..end).map(FunctionId) {
            let returns = self.values.instance(instance).returns(id);
            let returned = script.function(id).returns.iter();
            for value in returned.filter(|value| !script.never_runs(**value)) {
                let value = self.value(instance, script, *value);
                self.edge(value, returns);
            }
        }
    }

    /// What never runs names what it would call; nothing is handed over or written.
    fn generate_idle(&mut self, instance: InstanceId, script: &'a Script, id: ExprId) {
        match script.kind(id) {
            ExprKind::Call(call) => self.generate_call(instance, script, id, call),
            ExprKind::Assign { target: Target::Binding(binding), .. }
                if matches!(
                    script.binding(*binding).kind,
                    BindingKind::Const | BindingKind::Let
                ) =>
            {
                self.generate_expr(instance, script, id, &Fates::default());
            }
            ExprKind::Member { .. } | ExprKind::Function(_) => {
                self.generate_expr(instance, script, id, &Fates::default());
            }
            _ => {}
        }
    }

    fn generate_expr(
        &mut self,
        instance: InstanceId,
        script: &'a Script,
        id: ExprId,
        fates: &Fates,
    ) {
        let Some(node) = self.values.instance(instance).expr(id) else { return };
        match script.kind(id) {
            ExprKind::String(name) => self.text_value(instance, node, *name),
            ExprKind::Bool(value) => self.add_token(node, Token::Bool(*value)),
            ExprKind::Undefined | ExprKind::Null => self.add_token(node, Token::Nothing),
            ExprKind::Number(_) => self.add_token(node, Token::Plain),
            ExprKind::Function(function) => {
                self.add_token(node, Token::Function(instance, *function));
            }
            ExprKind::Class(class) => self.class(instance, script, *class, node),
            ExprKind::Object(properties) => self.object(instance, script, (id, properties), node),
            ExprKind::Array(items) => self.array(instance, script, items, node),
            ExprKind::Member { object, property, .. } => {
                if !self.is_callee(instance, id) {
                    let key = self.name(instance, *property);
                    self.member_load(instance, script, *object, key, node);
                }
            }
            ExprKind::Index { object, index } => {
                if !self.is_callee(instance, id) {
                    let object = self.value(instance, script, *object);
                    let index = self.value(instance, script, *index);
                    self.watch(object, Watch::IndexLoad { index, into: node });
                    self.watch(index, Watch::LoadKey { object, into: node });
                }
            }
            ExprKind::Call(call) => {
                self.generate_call(instance, script, id, call);
                self.generate_folded(instance, script, id, node);
            }
            ExprKind::Assign { target, value } => {
                self.assign(instance, script, (id, *target), *value);
            }
            _ => self.generate_operator(instance, script, id, node, fates),
        }
    }

    fn generate_operator(
        &mut self,
        instance: InstanceId,
        script: &'a Script,
        id: ExprId,
        node: Node,
        fates: &Fates,
    ) {
        match script.kind(id) {
            ExprKind::Rest(object) if !is_redacted(script, id, *object) => {
                let object = self.value(instance, script, *object);
                self.edge(object, node);
            }
            ExprKind::RestItems { list, from } => {
                let list = self.value(instance, script, *list);
                let into = self.token(Token::Array(node));
                self.add(node, into);
                self.watch(list, Watch::Place { into, at: 0, from: *from });
            }
            ExprKind::Element(object) => {
                let object = self.value(instance, script, *object);
                self.watch(object, Watch::Items { into: node });
            }
            ExprKind::Logical { operator: Logical::And, right, .. } => {
                self.generate_choice(instance, script, &[*right], node, fates);
            }
            ExprKind::Logical { left: one, right: other, .. }
            | ExprKind::Conditional { yes: one, no: other, .. } => {
                self.generate_choice(instance, script, &[*one, *other], node, fates);
            }
            ExprKind::Await(value) => {
                let value = self.value(instance, script, *value);
                self.watch(value, Watch::Await { into: node });
            }
            ExprKind::Yield { value, delegate } => {
                self.generate_yield(instance, script, id, *value, *delegate);
            }
            ExprKind::Throw(value) => {
                let value = self.value(instance, script, *value);
                self.throw(instance, script, id, value);
            }
            ExprKind::Tagged(tagged) => {
                let Tagged { tag, values } = &**tagged;
                let values: Vec<_> =
                    values.iter().map(|value| self.value(instance, script, *value)).collect();
                let arguments = [node].into_iter().chain(values).map(|it| (it, false)).collect();
                let call = self.call_site(instance, script, id, CallKind::Call, arguments);
                let tag = self.value(instance, script, *tag);
                self.watch(tag, Watch::Call { call, this: This::Nothing });
            }
            ExprKind::Import(reference) => {
                let call = self.call_site(instance, script, id, CallKind::Call, [].into());
                let reference = self.value(instance, script, *reference);
                self.watch(reference, Watch::Require { call });
            }
            ExprKind::Template(_) | ExprKind::Binary { operator: Binary::Add, .. } => {
                self.generate_folded(instance, script, id, node);
            }
            ExprKind::Param(_) => self.provide(instance, id, node),
            kind => self.generate_truth(instance, script, kind, node),
        }
    }

    /// What may be any of `operands`, but for those that never run.
    fn generate_choice(
        &mut self,
        instance: InstanceId,
        script: &'a Script,
        operands: &[ExprId],
        node: Node,
        fates: &Fates,
    ) {
        for operand in operands.iter().filter(|it| !fates.is_dead(script.expr(**it).region)) {
            let operand = self.value(instance, script, *operand);
            self.edge(operand, node);
        }
    }

    fn text_value(&mut self, instance: InstanceId, node: Node, name: Name) {
        let symbol = self.name(instance, name);
        let text = self.values.symbols.text(symbol);
        let is_list = text.split(',').all(|part| !part.trim().contains(' '));
        if text.len() <= LONGEST_TEXT && is_list {
            self.add_token(node, Token::Text(symbol));
        } else {
            self.add_token(node, Token::Plain);
        }
    }

    /// The node that holds the value of `id`: of a variable, `this` or an assignment that of
    /// what it stands for.
    pub(super) fn value(&mut self, instance: InstanceId, script: &'a Script, id: ExprId) -> Node {
        let sources = &self.facts[self.file_of(instance).index()].sources;
        let id = self.last_written.get(&(instance, id)).copied().unwrap_or(id);
        let id = sources.get(id.0 as usize).copied().unwrap_or(id);
        match script.kind(id) {
            ExprKind::Binding(binding) => self.binding(instance, *binding),
            ExprKind::Global(name) => self.read_global(instance, *name),
            ExprKind::This => self.this(instance, script, script.expr(id).function),
            ExprKind::Arguments => self.arguments(instance, script, script.expr(id).function),
            _ => self.expr_node(instance, id),
        }
    }

    /// The node of an expression in `instance` or a copy around it.
    pub(super) fn expr_node(&mut self, instance: InstanceId, id: ExprId) -> Node {
        let mut at = Some(instance);
        while let Some(instance) = at.map(|at| self.values.instance(at)) {
            if let Some(node) = instance.expr(id) {
                return node;
            }
            at = instance.around;
        }
        self.grow(1)
    }

    pub(super) fn binding(&mut self, instance: InstanceId, id: BindingId) -> Node {
        let mut at = Some(instance);
        while let Some(instance) = at.map(|at| self.values.instance(at)) {
            if let Some(node) = instance.binding(id) {
                return node;
            }
            at = instance.around;
        }
        self.grow(1)
    }

    /// The instance, `instance` or around it, that holds `function`.
    pub(super) fn holder(&self, instance: InstanceId, function: FunctionId) -> InstanceId {
        let mut at = instance;
        while !self.values.instance(at).holds(function) {
            match self.values.instance(at).around {
                Some(around) => at = around,
                None => break,
            }
        }
        at
    }

    /// `this` as seen in `function`.
    pub(super) fn this(
        &mut self,
        instance: InstanceId,
        script: &Script,
        function: FunctionId,
    ) -> Node {
        let function = script.receiver(function);
        let holder = self.holder(instance, function);
        self.values.instance(holder).this(function)
    }

    fn arguments(&mut self, instance: InstanceId, script: &Script, function: FunctionId) -> Node {
        let function = script.receiver(function);
        let holder = self.holder(instance, function);
        self.values.instance(holder).arguments(function)
    }

    fn is_callee(&self, instance: InstanceId, id: ExprId) -> bool {
        let facts = &self.facts[self.file_of(instance).index()];
        facts.callees.get(id.0 as usize).copied().unwrap_or(false)
    }

    fn member_load(
        &mut self,
        instance: InstanceId,
        script: &'a Script,
        object: ExprId,
        key: Symbol,
        into: Node,
    ) {
        if matches!(script.kind(object), ExprKind::Super) {
            let parent = self.super_prototype(instance, script, script.expr(object).function);
            self.watch(parent, Watch::Load { property: key, into });
            return;
        }
        let object = self.value(instance, script, object);
        self.watch(object, Watch::Load { property: key, into });
    }

    fn generate_call(&mut self, instance: InstanceId, script: &'a Script, id: ExprId, call: &Call) {
        let never = self.values.never_runs(instance, script, id);
        let given = if never { &[][..] } else { &call.arguments };
        let arguments: Arguments = given
            .iter()
            .map(|argument| (self.value(instance, script, argument.value), argument.spread))
            .collect();
        let kind = if call.is_new { CallKind::New } else { CallKind::Call };
        let site = self.call_site(instance, script, id, kind, arguments);
        self.call_each(instance, script, (id, site), call);
        match script.kind(call.callee) {
            ExprKind::Super => self.super_call(instance, script, id, site),
            ExprKind::Member { object, property, .. } if !call.is_new => {
                let key = self.name(instance, *property);
                if matches!(script.kind(*object), ExprKind::Super) {
                    let found = self.grow(1);
                    self.member_load(instance, script, *object, key, found);
                    let this = self.this(instance, script, script.expr(id).function);
                    self.watch(found, Watch::Call { call: site, this: This::Node(this) });
                    return;
                }
                let object = self.value(instance, script, *object);
                self.watch(object, Watch::Method { call: site, property: key });
            }
            ExprKind::Index { object, index } if !call.is_new => {
                let object = self.value(instance, script, *object);
                let index = self.value(instance, script, *index);
                self.watch(object, Watch::IndexMethod { call: site, index });
                self.watch(index, Watch::MethodKey { call: site, object });
            }
            _ => {
                let callee = self.value(instance, script, call.callee);
                self.watch(callee, Watch::Call { call: site, this: This::Nothing });
            }
        }
    }

    /// A new call at the expression `id`.
    pub(super) fn call_site(
        &mut self,
        instance: InstanceId,
        script: &Script,
        id: ExprId,
        kind: CallKind,
        arguments: Arguments,
    ) -> CallId {
        let function = script.expr(id).function;
        let holder = self.holder(instance, function);
        let caller = self.values.instance(holder).function(function);
        let result = self.expr_node(instance, id);
        let site = CallSite {
            instance,
            expr: id,
            caller,
            kind,
            arguments,
            result,
            is_resolved: false,
            targets: 0,
        };
        self.values.calls.push(site);
        CallId(self.values.calls.len() as u32 - 1)
    }
}

/// Whether a destructuring takes the credential out of what the rest of `object` is left in `rest`.
fn is_redacted(script: &Script, rest: ExprId, object: ExprId) -> bool {
    let before = (0..rest.0).rev().take(MOST_TAKEN).map(|at| script.kind(ExprId(at)));
    before.into_iter().any(|kind| match kind {
        ExprKind::Member { object: from, property, .. } => {
            *from == object && is_credential(script.name(*property))
        }
        _ => false,
    })
}
