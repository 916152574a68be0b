//! Classes, `new`, `super` and prototypes.

use crate::semantic::symbols::{hidden, known};
use crate::semantic::values::solve::{Solver, This, Watch};
use crate::semantic::values::{CallId, InstanceId, Node, Token, TokenId};
use crate::syntax::script::{ClassId, ExprId, FunctionId, Script};

impl<'a> Solver<'a> {
    /// Evaluates a class into `node`.
    pub(in crate::semantic::values) fn class(
        &mut self,
        instance: InstanceId,
        script: &'a Script,
        id: ClassId,
        node: Node,
    ) {
        let class = script.class(id);
        let token = self.token(Token::Function(instance, class.constructor));
        self.add(node, token);
        let prototype = self.token(Token::Prototype(token));
        let key = known::PROTOTYPE;
        let own = self.property(token, key);
        self.add(own, prototype);
        let constructor = self.symbol("constructor");
        let constructor = self.property(prototype, constructor);
        self.add(constructor, token);
        for member in &class.members {
            let owner = if member.is_static { token } else { prototype };
            self.define(instance, script, owner, &member.property);
        }
        if let Some(superclass) = class.superclass {
            let superclass = self.value(instance, script, superclass);
            self.watch(superclass, Watch::Extend { class: token });
        }
        self.initializers(instance, id, script, token);
    }

    /// Lets the fields of a class see `this`: the constructor's, or for static ones the class.
    fn initializers(&mut self, instance: InstanceId, id: ClassId, script: &Script, token: TokenId) {
        let class = script.class(id);
        let copy = self.values.instance(instance);
        let constructed = copy.this(class.constructor);
        let fields = class.initializer.map(|function| copy.this(function));
        let statics = class.static_initializer.map(|function| copy.this(function));
        if let Some(fields) = fields {
            self.edge(constructed, fields);
        }
        if let Some(statics) = statics {
            self.add(statics, token);
        }
    }

    /// `class` extends `parent`.
    pub(in crate::semantic::values) fn extend(&mut self, class: TokenId, parent: TokenId) {
        let statics = self.property(class, hidden::PROTO);
        self.add(statics, parent);
        let prototype = self.token(Token::Prototype(class));
        let chain = self.property(prototype, hidden::PROTO);
        let key = known::PROTOTYPE;
        self.load(parent, key, chain);
    }

    /// `object`'s prototype is `prototype`.
    pub(in crate::semantic::values) fn set_prototype(
        &mut self,
        object: TokenId,
        prototype: TokenId,
    ) {
        let chain = self.property(object, hidden::PROTO);
        self.add(chain, prototype);
        for (property, into) in self.prototype_readers.take(object.0) {
            self.watch(chain, Watch::Inherit { property, into });
        }
    }

    /// Makes what `new` gives for the constructor `callee`.
    pub(in crate::semantic::values) fn construct(
        &mut self,
        call: CallId,
        callee: TokenId,
    ) -> TokenId {
        let result = self.values.call(call).result;
        let made = self.token(Token::Instance(result));
        self.add(result, made);
        let chain = self.property(made, hidden::PROTO);
        let key = known::PROTOTYPE;
        self.load(callee, key, chain);
        made
    }

    /// The class whose code `function` is, nearest first.
    fn class_around(
        &self,
        instance: InstanceId,
        script: &Script,
        function: FunctionId,
    ) -> Option<(ClassId, bool)> {
        let facts = &self.facts[self.file_of(instance).index()];
        facts.classes.get(&script.receiver(function)).copied()
    }

    fn superclass(
        &mut self,
        instance: InstanceId,
        script: &'a Script,
        class: ClassId,
    ) -> Option<Node> {
        let superclass = script.class(class).superclass?;
        Some(self.value(instance, script, superclass))
    }

    /// What `super.x` is read from in `function`.
    pub(in crate::semantic::values) fn super_prototype(
        &mut self,
        instance: InstanceId,
        script: &'a Script,
        function: FunctionId,
    ) -> Node {
        let node = self.grow(1);
        let Some((class, is_static)) = self.class_around(instance, script, function) else {
            return self.home_prototype(instance, script, function).unwrap_or(node);
        };
        let Some(superclass) = self.superclass(instance, script, class) else { return node };
        if is_static {
            return superclass;
        }
        let property = known::PROTOTYPE;
        self.watch(superclass, Watch::Load { property, into: node });
        node
    }

    /// The prototype of the object literal that the method `function` stands in.
    fn home_prototype(
        &mut self,
        instance: InstanceId,
        script: &Script,
        function: FunctionId,
    ) -> Option<Node> {
        let facts = &self.facts[self.file_of(instance).index()];
        let home = *facts.homes.get(&script.receiver(function))?;
        let object = self.expr_node(instance, home);
        let object = self.token(Token::Object(object));
        Some(self.property(object, hidden::PROTO))
    }

    /// `super(…)`: what it gives is what `new` gives.
    pub(in crate::semantic::values) fn super_call(
        &mut self,
        instance: InstanceId,
        script: &'a Script,
        id: ExprId,
        call: CallId,
    ) {
        let function = script.expr(id).function;
        let Some((class, _)) = self.class_around(instance, script, function) else { return };
        let Some(superclass) = self.superclass(instance, script, class) else { return };
        let this = self.this(instance, script, function);
        self.watch(superclass, Watch::Call { call, this: This::Node(this) });
        let constructor = script.receiver(function);
        let holder = self.holder(instance, constructor);
        let returns = self.values.instance(holder).returns(constructor);
        let given = self.values.call(call).result;
        self.edge(given, returns);
    }
}
