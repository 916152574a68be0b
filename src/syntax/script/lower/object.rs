//! Object literals and assignments.

use swc_common::Spanned;
use swc_ecma_ast::{
    AssignExpr, AssignOp, AssignTarget, AssignTargetPat, Function as SwcFunction, ObjectLit, Prop,
    PropName, PropOrSpread, SimpleAssignTarget,
};

use super::super::declared::FunctionKind;
use super::super::expr::{Binary, ExprKind, Key, Logical, Property};
use super::super::tree::ExprId;
use super::function::Hint;
use super::pattern::target_of;
use super::{Lowering, constant};
use crate::source::Span;

impl<'a> Lowering<'a> {
    pub(super) fn object(&mut self, object: &'a ObjectLit) -> ExprId {
        let mut properties = Vec::with_capacity(object.props.len());
        for prop in &object.props {
            let span = self.span(prop.span());
            self.script.statements.push(span);
            properties.push(match prop {
                PropOrSpread::Spread(spread) => Property::Spread(self.expr(&spread.expr)),
                PropOrSpread::Prop(prop) => self.property(prop, span),
            });
        }
        self.push(self.span(object.span), ExprKind::Object(properties.into()))
    }

    fn property(&mut self, prop: &'a Prop, span: Span) -> Property {
        match prop {
            Prop::Shorthand(ident) => {
                let Hint { name, at } = self.ident_hint(ident);
                Property::Value { key: Key::Name(name, at), value: self.read(ident) }
            }
            Prop::KeyValue(prop) => {
                let key = self.key(&prop.key);
                Property::Value { key, value: self.value(&prop.value, key_hint(key)) }
            }
            Prop::Assign(prop) => {
                let hint = self.ident_hint(&prop.key);
                let value = self.value(&prop.value, Some(hint));
                Property::Value { key: Key::Name(hint.name, hint.at), value }
            }
            Prop::Getter(prop) => {
                let kind = FunctionKind::Getter;
                let (key, value) = self.method(&prop.key, &prop.function, kind, span);
                Property::Getter { key, value }
            }
            Prop::Setter(prop) => {
                let kind = FunctionKind::Setter;
                let (key, value) = self.method(&prop.key, &prop.function, kind, span);
                Property::Setter { key, value }
            }
            Prop::Method(prop) => {
                let kind = FunctionKind::Method;
                let (key, value) = self.method(&prop.key, &prop.function, kind, span);
                Property::Value { key, value }
            }
        }
    }

    /// A method or accessor, all of which lies in `span`.
    fn method(
        &mut self,
        key: &'a PropName,
        function: &'a SwcFunction,
        kind: FunctionKind,
        span: Span,
    ) -> (Key, ExprId) {
        let key = self.key(key);
        (key, self.function_value(function, kind, span, key_hint(key)))
    }

    /// The key of a member; a computed one is evaluated.
    pub(super) fn key(&mut self, key: &'a PropName) -> Key {
        let span = self.span(key.span());
        let text = match key {
            PropName::Ident(name) => return Key::Name(self.name(&name.sym), span),
            PropName::Str(text) => {
                return Key::Name(self.name(&text.value.to_string_lossy()), span);
            }
            PropName::Num(value) => constant::number(value.value).into(),
            PropName::BigInt(value) => value.value.to_string().into(),
            PropName::Computed(computed) => match constant::key(&computed.expr) {
                Some(text) => text,
                None => return Key::Computed(self.expr(&computed.expr)),
            },
        };
        Key::Name(self.name(&text), span)
    }

    pub(super) fn assignment(&mut self, assign: &'a AssignExpr, span: Span) -> ExprId {
        let read = match &assign.left {
            AssignTarget::Simple(target) => self.simple_target(target),
            AssignTarget::Pat(pattern) => {
                let value = self.expr(&assign.right);
                match pattern {
                    AssignTargetPat::Array(array) => self.bind_array(array, value),
                    AssignTargetPat::Object(object) => self.bind_object(object, value),
                    AssignTargetPat::Invalid(_) => {}
                }
                return value;
            }
        };
        let Some((target, read)) = read.and_then(|read| Some((target_of(&read)?, read))) else {
            let value = self.expr(&assign.right);
            return self.push(span, ExprKind::Unknown(Box::new([value])));
        };
        let value = if assign.op == AssignOp::Assign {
            let hint = self.target_hint(&read, &assign.left);
            self.value(&assign.right, hint)
        } else {
            self.compound(assign, read, span)
        };
        self.assign(span, target, value)
    }

    /// What is computed from `read`, what is written to before.
    fn compound(&mut self, assign: &'a AssignExpr, read: ExprKind, span: Span) -> ExprId {
        let left = self.push(self.span(assign.left.span()), read);
        let operator = match assign.op {
            AssignOp::AndAssign => Logical::And,
            AssignOp::OrAssign => Logical::Or,
            AssignOp::NullishAssign => Logical::Nullish,
            operator => {
                let right = self.expr(&assign.right);
                let is_sum = operator == AssignOp::AddAssign;
                let operator = if is_sum { Binary::Add } else { Binary::Other };
                return self.push(span, ExprKind::Binary { operator, left, right });
            }
        };
        self.logical(operator, left, &assign.right, span)
    }

    /// The name that a function gets when it is written to what `read` reads.
    fn target_hint(&self, read: &ExprKind, left: &AssignTarget) -> Option<Hint> {
        let (name, at) = match *read {
            ExprKind::Member { property, property_span, .. } => (property, property_span),
            ExprKind::Binding(binding) => {
                (self.script.binding(binding).name, self.span(left.span()))
            }
            ExprKind::Global(name) => (name, self.span(left.span())),
            _ => return None,
        };
        Some(Hint { name, at })
    }

    /// The read of what `target` names, which is not evaluated; its operands are.
    fn simple_target(&mut self, target: &'a SimpleAssignTarget) -> Option<ExprKind> {
        match target {
            SimpleAssignTarget::Ident(ident) => Some(self.variable_read(&ident.sym)),
            SimpleAssignTarget::Member(member) => {
                let object = self.expr(&member.obj);
                let read = self.member(member, object, self.span(member.span));
                self.taken_read(read)
            }
            SimpleAssignTarget::SuperProp(it) => {
                let read = self.super_member(it, self.span(it.span));
                self.taken_read(read)
            }
            SimpleAssignTarget::OptChain(chain) => {
                let read = self.chain(chain);
                self.taken_read(read)
            }
            SimpleAssignTarget::Paren(it) => self.target_read(&it.expr),
            SimpleAssignTarget::TsAs(it) => self.target_read(&it.expr),
            SimpleAssignTarget::TsSatisfies(it) => self.target_read(&it.expr),
            SimpleAssignTarget::TsNonNull(it) => self.target_read(&it.expr),
            SimpleAssignTarget::TsTypeAssertion(it) => self.target_read(&it.expr),
            SimpleAssignTarget::TsInstantiation(it) => self.target_read(&it.expr),
            SimpleAssignTarget::Invalid(_) => None,
        }
    }
}

/// The name that a function gets as the value of `key`.
pub(super) fn key_hint(key: Key) -> Option<Hint> {
    match key {
        Key::Name(name, at) => Some(Hint { name, at }),
        Key::Computed(_) => None,
    }
}
