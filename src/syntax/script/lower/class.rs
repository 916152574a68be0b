//! Classes.

use swc_common::Spanned;
use swc_ecma_ast::{
    Class as SwcClass, ClassDecl, ClassExpr, ClassMember as Member, Constructor, Decorator,
    Expr as SwcExpr, Function as SwcFunction, Key as AccessorKey, MethodKind, ParamOrTsParamProp,
    PrivateName, PropName,
};

use super::super::declared::{BindingKind, Class, ClassMember, FunctionKind};
use super::super::expr::{Argument, Call, ExprKind, Key, Property, Target};
use super::super::tree::{ClassId, ExprId, FunctionId};
use super::Lowering;
use super::function::{Hint, Parameter, Shape};
use super::object::key_hint;
use crate::source::Span;

/// A field, whose value is evaluated after all keys and methods of its class.
struct Field<'a> {
    /// Its position among the members.
    at: usize,
    key: Key,
    span: Span,
    value: Option<&'a SwcExpr>,
    is_static: bool,
}

/// What the present class has so far.
#[derive(Default)]
struct Parts<'a> {
    members: Vec<(usize, ClassMember)>,
    fields: Vec<Field<'a>>,
    constructor: Option<FunctionId>,
    has_static_block: bool,
}

impl<'a> Lowering<'a> {
    pub(super) fn class_declaration(&mut self, decl: &'a ClassDecl) {
        let hint = self.ident_hint(&decl.ident);
        let value = self.class(&decl.class, Some(hint));
        let target = self.variable(&decl.ident.sym);
        self.assign(hint.at, target, value);
    }

    pub(super) fn class_expr(&mut self, expr: &'a ClassExpr, hint: Option<Hint>) -> ExprId {
        let Some(ident) = &expr.ident else { return self.class(&expr.class, hint) };
        self.scopes.enter();
        let own = self.declare(ident, BindingKind::Class);
        let hint = self.ident_hint(ident);
        let value = self.class(&expr.class, Some(hint));
        self.assign(hint.at, Target::Binding(own), value);
        self.scopes.leave();
        value
    }

    pub(super) fn class(&mut self, class: &'a SwcClass, hint: Option<Hint>) -> ExprId {
        let span = self.span(class.span);
        let superclass = class.super_class.as_ref().map(|it| self.expr(it));
        let mut parts = Parts::default();
        for (at, member) in class.body.iter().enumerate() {
            self.class_member(at, member, &mut parts);
        }
        let head = self.head(span, hint);
        let has_constructor = parts.constructor.is_some();
        let constructor = match parts.constructor {
            Some(constructor) => constructor,
            None => self.made_up_constructor(span, head, hint, superclass.is_some()),
        };
        let (instance, of_class): (Vec<_>, Vec<_>) =
            parts.fields.into_iter().partition(|it| !it.is_static);
        let mut members = parts.members;
        let initializer = (!instance.is_empty())
            .then(|| self.initializer((span, head), instance, &[], &mut members));
        let blocks = if parts.has_static_block { &class.body[..] } else { &[] };
        let static_initializer = (!of_class.is_empty() || !blocks.is_empty())
            .then(|| self.initializer((span, head), of_class, blocks, &mut members));
        members.sort_by_key(|(at, _)| *at);
        let id = ClassId(self.script.classes.len() as u32);
        self.script.classes.push(Class {
            name: hint.map(|it| it.name),
            span,
            superclass,
            constructor,
            has_constructor,
            members: members.into_iter().map(|(_, member)| member).collect(),
            initializer,
            static_initializer,
        });
        let value = self.push(span, ExprKind::Class(id));
        for decorator in &class.decorators {
            let at = self.span(decorator.span);
            let callee = self.expr(&decorator.expr);
            let arguments = Box::new([Argument { position: 0, value, spread: false }]);
            self.push(at, ExprKind::Call(Call { callee, arguments, is_new: false }));
        }
        value
    }

    fn class_member(&mut self, at: usize, member: &'a Member, parts: &mut Parts<'a>) {
        let span = self.span(member.span());
        match member {
            Member::Constructor(it) if it.body.is_some() => {
                parts.constructor = Some(self.constructor(it, span));
            }
            Member::Method(it) if it.function.body.is_some() => {
                let key = self.key(&it.key);
                let property = self.class_method(key, &it.function, it.kind, span);
                parts.members.push((at, ClassMember { is_static: it.is_static, property }));
            }
            Member::PrivateMethod(it) => {
                let key = self.private_key(&it.key);
                let property = self.class_method(key, &it.function, it.kind, span);
                parts.members.push((at, ClassMember { is_static: it.is_static, property }));
            }
            Member::ClassProp(it) if !it.declare && !it.is_abstract => {
                self.decorators(&it.decorators);
                let (key, value) = (self.key(&it.key), it.value.as_deref());
                parts.fields.push(Field { at, key, span, value, is_static: it.is_static });
            }
            Member::PrivateProp(it) => {
                self.decorators(&it.decorators);
                let (key, value) = (self.private_key(&it.key), it.value.as_deref());
                parts.fields.push(Field { at, key, span, value, is_static: it.is_static });
            }
            Member::AutoAccessor(it) => {
                self.decorators(&it.decorators);
                let key = match &it.key {
                    AccessorKey::Private(name) => self.private_key(name),
                    AccessorKey::Public(name) => self.key(name),
                };
                let value = it.value.as_deref();
                parts.fields.push(Field { at, key, span, value, is_static: it.is_static });
            }
            Member::StaticBlock(_) => parts.has_static_block = true,
            _ => return,
        }
        self.script.statements.push(span);
    }

    fn private_key(&mut self, name: &PrivateName) -> Key {
        Key::Name(self.name(&format!("#{}", name.name)), self.span(name.span))
    }

    fn class_method(
        &mut self,
        key: Key,
        function: &'a SwcFunction,
        kind: MethodKind,
        span: Span,
    ) -> Property {
        let function_kind = match kind {
            MethodKind::Method => FunctionKind::Method,
            MethodKind::Getter => FunctionKind::Getter,
            MethodKind::Setter => FunctionKind::Setter,
        };
        let value = self.function_value(function, function_kind, span, key_hint(key));
        match kind {
            MethodKind::Method => Property::Value { key, value },
            MethodKind::Getter => Property::Getter { key, value },
            MethodKind::Setter => Property::Setter { key, value },
        }
    }

    fn constructor(&mut self, it: &'a Constructor, span: Span) -> FunctionId {
        let at = match &it.key {
            PropName::Ident(name) => self.span(name.span),
            key => self.span(key.span()),
        };
        let name = self.name("constructor");
        let shape = shape(FunctionKind::Constructor, span, at, Some(Hint { name, at }));
        self.function(shape, |this| {
            let params: Vec<Parameter<'a>> = it.params.iter().map(parameter).collect();
            this.function_body(&params, it.body.as_ref());
        })
    }

    fn made_up_constructor(
        &mut self,
        span: Span,
        head: Span,
        hint: Option<Hint>,
        is_derived: bool,
    ) -> FunctionId {
        let shape = shape(FunctionKind::Constructor, span, head, hint);
        self.function(shape, |this| {
            if is_derived {
                let callee = this.push(head, ExprKind::Super);
                let value = this.push(head, ExprKind::Arguments);
                let arguments = Box::new([Argument { position: 0, value, spread: true }]);
                this.push(head, ExprKind::Call(Call { callee, arguments, is_new: false }));
            }
        })
    }

    /// The function that evaluates `fields` and the static blocks among `blocks`, in order.
    fn initializer(
        &mut self,
        (span, head): (Span, Span),
        fields: Vec<Field<'a>>,
        blocks: &'a [Member],
        members: &mut Vec<(usize, ClassMember)>,
    ) -> FunctionId {
        let shape = shape(FunctionKind::Initializer, span, head, None);
        self.function(shape, |this| {
            let mut blocks = blocks.iter().enumerate().peekable();
            for field in fields {
                while let Some((_, member)) = blocks.next_if(|(at, _)| *at < field.at) {
                    this.static_block(member);
                }
                let property = this.field(&field);
                members.push((field.at, ClassMember { is_static: field.is_static, property }));
            }
            blocks.for_each(|(_, member)| this.static_block(member));
        })
    }

    fn field(&mut self, field: &Field<'a>) -> Property {
        let object = self.push(field.span, ExprKind::This);
        let value = match field.value {
            Some(value) => self.value(value, key_hint(field.key)),
            None => self.push(field.span, ExprKind::Undefined),
        };
        let target = match field.key {
            Key::Name(property, _) => Target::Member { object, property },
            Key::Computed(index) => Target::Index { object, index },
        };
        self.assign(field.span, target, value);
        Property::Value { key: field.key, value }
    }

    fn static_block(&mut self, member: &'a Member) {
        if let Member::StaticBlock(block) = member {
            self.scopes.enter();
            self.body(&block.body.stmts);
            self.scopes.leave();
        }
    }

    fn decorators(&mut self, decorators: &'a [Decorator]) {
        decorators.iter().for_each(|it| self.decorator(it));
    }

    /// A decorator of a member or parameter: its operands are seen, its effect is not.
    pub(super) fn decorator(&mut self, decorator: &'a Decorator) {
        let span = self.span(decorator.span);
        let value = self.expr(&decorator.expr);
        self.push(span, ExprKind::Unknown(Box::new([value])));
    }
}

fn shape(kind: FunctionKind, span: Span, head: Span, hint: Option<Hint>) -> Shape {
    let name = hint.map(|it| it.name);
    Shape { kind, name, span, head, is_async: false, is_generator: false }
}

fn parameter(param: &ParamOrTsParamProp) -> Parameter<'_> {
    match param {
        ParamOrTsParamProp::Param(param) => Parameter::Pattern(&param.pat),
        ParamOrTsParamProp::TsParamProp(param) => Parameter::Property(&param.param),
    }
}
