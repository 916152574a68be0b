//! Expressions.

use std::borrow::Cow;

use swc_common::Spanned;
use swc_ecma_ast::{
    BinExpr, BinaryOp, CallExpr, Callee, Expr as SwcExpr, ExprOrSpread, Ident, Lit, MemberExpr,
    MemberProp, MetaPropKind, OptChainBase, OptChainExpr, SuperProp, SuperPropExpr, Tpl, UnaryExpr,
    UnaryOp, UpdateExpr,
};

use super::super::declared::RegionKind;
use super::super::expr::{Argument, Binary, Call, ExprKind, Logical, Order, Tagged, Template};
use super::super::tree::ExprId;
use super::function::Hint;
use super::pattern::target_of;
use super::{Lowering, compiled, constant};
use crate::source::Span;

/// What `expr` wraps without changing it: parentheses and what TypeScript adds.
pub(super) fn unwrapped(expr: &SwcExpr) -> Option<&SwcExpr> {
    match expr {
        SwcExpr::Paren(it) => Some(&it.expr),
        SwcExpr::TsTypeAssertion(it) => Some(&it.expr),
        SwcExpr::TsConstAssertion(it) => Some(&it.expr),
        SwcExpr::TsNonNull(it) => Some(&it.expr),
        SwcExpr::TsAs(it) => Some(&it.expr),
        SwcExpr::TsInstantiation(it) => Some(&it.expr),
        SwcExpr::TsSatisfies(it) => Some(&it.expr),
        _ => None,
    }
}

/// The operand of `expr` that is evaluated first.
fn first_operand(expr: &SwcExpr) -> Option<&SwcExpr> {
    match expr {
        SwcExpr::Member(it) => Some(&it.obj),
        SwcExpr::Call(CallExpr { callee: Callee::Expr(callee), .. }) => Some(callee),
        SwcExpr::New(it) => Some(&it.callee),
        SwcExpr::OptChain(it) => match &*it.base {
            OptChainBase::Member(member) => Some(&member.obj),
            OptChainBase::Call(call) => Some(&call.callee),
        },
        SwcExpr::Bin(it) => Some(&it.left),
        SwcExpr::Cond(it) => Some(&it.test),
        SwcExpr::TaggedTpl(it) => Some(&it.tag),
        SwcExpr::Unary(it) => Some(&it.arg),
        SwcExpr::Await(it) => Some(&it.arg),
        SwcExpr::Yield(it) => it.arg.as_deref(),
        _ => unwrapped(expr),
    }
}

impl<'a> Lowering<'a> {
    /// An expression that is handed over to something called as `hint` says.
    pub(super) fn value(&mut self, mut expr: &'a SwcExpr, hint: Option<Hint>) -> ExprId {
        while let Some(inner) = unwrapped(expr) {
            expr = inner;
        }
        match expr {
            SwcExpr::Fn(function) => self.function_expr(function, hint),
            SwcExpr::Arrow(arrow) => self.arrow(arrow, hint),
            SwcExpr::Class(class) => self.class_expr(class, hint),
            _ => self.expr(expr),
        }
    }

    pub(super) fn expr(&mut self, mut expr: &'a SwcExpr) -> ExprId {
        let base = self.spine.len();
        let mut origin = None;
        while let Some(operand) = first_operand(expr) {
            origin = compiled::origin(expr).filter(|origin| self.fits(*origin));
            if origin.is_some() {
                break;
            }
            self.spine.push(expr);
            expr = operand;
        }
        let mut id = match origin {
            Some(origin) => self.original(origin, expr.span()),
            None => self.joined(expr, base).unwrap_or_else(|| self.leaf(expr)),
        };
        while self.spine.len() > base {
            if let Some(outer) = self.spine.pop() {
                id = self.completed(outer, id);
            }
        }
        id
    }

    /// A string with the strings that are added to it at once.
    fn joined(&mut self, first: &'a SwcExpr, base: usize) -> Option<ExprId> {
        let mut text = constant::string(first)?;
        let mut span = first.span();
        while self.spine.len() > base {
            let added = match self.spine.last() {
                Some(SwcExpr::Bin(sum)) if sum.op == BinaryOp::Add => constant::string(&sum.right),
                Some(outer) if unwrapped(outer).is_some() => Some(Cow::Borrowed("")),
                _ => None,
            };
            let Some(added) = added else { break };
            text.to_mut().push_str(&added);
            span = self.spine.pop().map_or(span, Spanned::span);
        }
        let text = self.name(&text);
        Some(self.push(self.span(span), ExprKind::String(text)))
    }

    /// `outer`, whose first operand is `id`.
    fn completed(&mut self, outer: &'a SwcExpr, id: ExprId) -> ExprId {
        let span = self.span(outer.span());
        match outer {
            SwcExpr::Member(member) => self.member(member, id, span),
            SwcExpr::Call(call) => self
                .compiled_async(call, id, span)
                .unwrap_or_else(|| self.call(id, &call.args, false, span)),
            SwcExpr::New(it) => self.call(id, it.args.as_deref().unwrap_or_default(), true, span),
            SwcExpr::OptChain(chain) => self.link(chain, id, span),
            SwcExpr::Bin(binary) => self.binary(binary, id, span),
            SwcExpr::Cond(it) if constant::decides(it, true) => {
                let not = self.push(span, ExprKind::Not(id));
                self.push(span, ExprKind::Not(not))
            }
            SwcExpr::Cond(it) if constant::decides(it, false) => self.push(span, ExprKind::Not(id)),
            SwcExpr::Cond(it) => {
                let yes = self.branch_value(id, true, &it.cons);
                let no = self.branch_value(id, false, &it.alt);
                self.push(span, ExprKind::Conditional { test: id, yes, no })
            }
            SwcExpr::TaggedTpl(it) => {
                let values = it.tpl.exprs.iter().map(|expr| self.expr(expr)).collect();
                self.push(span, ExprKind::Tagged(Box::new(Tagged { tag: id, values })))
            }
            SwcExpr::Unary(unary) => self.unary(unary, id, span),
            SwcExpr::Await(_) => self.push(span, ExprKind::Await(id)),
            SwcExpr::Yield(it) => self.yielded(Some(id), it.delegate, span),
            _ => id,
        }
    }

    fn leaf(&mut self, expr: &'a SwcExpr) -> ExprId {
        let span = self.span(expr.span());
        match expr {
            SwcExpr::This(_) => self.push(span, ExprKind::This),
            SwcExpr::Ident(ident) => self.read(ident),
            SwcExpr::Lit(lit) => self.literal(lit, span),
            SwcExpr::Tpl(template) => self.template(template, span),
            SwcExpr::Array(array) => {
                let items = self.arguments(array.elems.iter().map(Option::as_ref));
                self.push(span, ExprKind::Array(items))
            }
            SwcExpr::Object(object) => self.object(object),
            SwcExpr::Fn(function) => self.function_expr(function, None),
            SwcExpr::Arrow(arrow) => self.arrow(arrow, None),
            SwcExpr::Class(class) => self.class_expr(class, None),
            SwcExpr::Update(update) => self.update(update, span),
            SwcExpr::Assign(assign) => self.assignment(assign, span),
            SwcExpr::SuperProp(it) => self.super_member(it, span),
            SwcExpr::Call(call) => self.special_call(call, span),
            SwcExpr::Seq(it) => {
                let values = it.exprs.iter().map(|expr| self.expr(expr)).collect();
                self.push(span, ExprKind::Sequence(values))
            }
            SwcExpr::Yield(it) => self.yielded(None, it.delegate, span),
            SwcExpr::MetaProp(it) => {
                let kind = match it.kind {
                    MetaPropKind::NewTarget => ExprKind::NewTarget,
                    MetaPropKind::ImportMeta => ExprKind::ImportMeta,
                };
                self.push(span, kind)
            }
            SwcExpr::JSXElement(element) => self.jsx_element(element),
            SwcExpr::JSXFragment(fragment) => self.jsx_fragment(fragment),
            _ => self.push(span, ExprKind::Unknown(Box::default())),
        }
    }

    /// A read of a variable or global.
    pub(super) fn read(&mut self, ident: &Ident) -> ExprId {
        let name = self.name(&ident.sym);
        let kind = match (self.scopes.find(name), &*ident.sym) {
            (Some(binding), _) => ExprKind::Binding(binding),
            (None, "undefined") => ExprKind::Undefined,
            (None, "arguments") => ExprKind::Arguments,
            (None, _) => ExprKind::Global(name),
        };
        self.push(self.span(ident.span), kind)
    }

    fn literal(&mut self, lit: &Lit, span: Span) -> ExprId {
        let kind = match lit {
            Lit::Str(text) => ExprKind::String(self.name(&text.value.to_string_lossy())),
            Lit::JSXText(text) => ExprKind::String(self.name(&text.value.to_string_lossy())),
            Lit::Bool(it) => ExprKind::Bool(it.value),
            Lit::Null(_) => ExprKind::Null,
            Lit::Num(_) if self.is_skipped(span) => ExprKind::Unknown(Box::default()),
            Lit::Num(it) => ExprKind::Number(it.value),
            Lit::BigInt(it) => match it.value.to_string().parse() {
                Ok(value) => ExprKind::Number(value),
                Err(_) => ExprKind::Unknown(Box::default()),
            },
            Lit::Regex(_) => ExprKind::Regex,
        };
        self.push(span, kind)
    }

    fn is_skipped(&self, span: Span) -> bool {
        self.source.skipped.iter().any(|skipped| skipped.contains(span))
    }

    fn template(&mut self, template: &'a Tpl, span: Span) -> ExprId {
        let values: Box<[ExprId]> = template.exprs.iter().map(|expr| self.expr(expr)).collect();
        let mut texts: Vec<_> =
            template.quasis.iter().map(|it| self.name(&constant::template_text(it))).collect();
        let empty = self.name("");
        texts.resize(values.len() + 1, empty);
        let template = Template { texts: texts.into(), values };
        self.push(span, ExprKind::Template(Box::new(template)))
    }

    fn link(&mut self, chain: &'a OptChainExpr, id: ExprId, span: Span) -> ExprId {
        match &*chain.base {
            OptChainBase::Member(member) => self.member(member, id, span),
            OptChainBase::Call(call) => self.call(id, &call.args, false, span),
        }
    }

    /// An optional chain that is not the value of an expression.
    pub(super) fn chain(&mut self, chain: &'a OptChainExpr) -> ExprId {
        let first = match &*chain.base {
            OptChainBase::Member(member) => self.expr(&member.obj),
            OptChainBase::Call(call) => self.expr(&call.callee),
        };
        self.link(chain, first, self.span(chain.span))
    }

    pub(super) fn super_member(&mut self, it: &'a SuperPropExpr, span: Span) -> ExprId {
        let object = self.push(self.span(it.obj.span), ExprKind::Super);
        match &it.prop {
            SuperProp::Ident(name) => self.named(object, &name.sym, name.span, span),
            SuperProp::Computed(key) => self.indexed(object, &key.expr, span),
        }
    }

    pub(super) fn member(&mut self, member: &'a MemberExpr, object: ExprId, span: Span) -> ExprId {
        match &member.prop {
            MemberProp::Ident(name) => self.named(object, &name.sym, name.span, span),
            MemberProp::PrivateName(name) => {
                self.named(object, &format!("#{}", name.name), name.span, span)
            }
            MemberProp::Computed(key) => self.indexed(object, &key.expr, span),
        }
    }

    fn named(&mut self, object: ExprId, name: &str, at: swc_common::Span, span: Span) -> ExprId {
        if let Some(sent) = self.sent(object, name) {
            return sent;
        }
        let (property, property_span) = (self.name(name), self.span(at));
        self.push(span, ExprKind::Member { object, property, property_span })
    }

    fn indexed(&mut self, object: ExprId, key: &'a SwcExpr, span: Span) -> ExprId {
        if let Some(name) = constant::key(key) {
            return self.named(object, &name, key.span(), span);
        }
        let index = self.expr(key);
        self.push(span, ExprKind::Index { object, index })
    }

    fn call(
        &mut self,
        callee: ExprId,
        arguments: &'a [ExprOrSpread],
        is_new: bool,
        span: Span,
    ) -> ExprId {
        let arguments = self.arguments(arguments.iter().map(Some));
        if let Some(argument) = arguments.first() {
            self.note_require(callee, argument.value);
        }
        self.push(span, ExprKind::Call(Call { callee, arguments, is_new }))
    }

    /// `super()` and `import()`.
    fn special_call(&mut self, call: &'a CallExpr, span: Span) -> ExprId {
        let at = self.span(call.callee.span());
        if let Callee::Super(_) = call.callee {
            let callee = self.push(at, ExprKind::Super);
            return self.call(callee, &call.args, false, span);
        }
        let arguments = self.arguments(call.args.iter().map(Some));
        let Some(specifier) = arguments.first() else {
            return self.push(span, ExprKind::Unknown(Box::default()));
        };
        self.note_reference(specifier.value);
        self.push(span, ExprKind::Import(specifier.value))
    }

    pub(super) fn arguments(
        &mut self,
        items: impl Iterator<Item = Option<&'a ExprOrSpread>>,
    ) -> Box<[Argument]> {
        let mut arguments = Vec::with_capacity(items.size_hint().0);
        for (position, item) in (0..).zip(items) {
            if let Some(item) = item {
                let value = self.expr(&item.expr);
                arguments.push(Argument { position, value, spread: item.spread.is_some() });
            }
        }
        arguments.into()
    }

    fn branch_value(&mut self, condition: ExprId, taken: bool, expr: &'a SwcExpr) -> ExprId {
        self.within(RegionKind::Branch { condition, taken }, |this| this.expr(expr))
    }

    fn binary(&mut self, binary: &'a BinExpr, left: ExprId, span: Span) -> ExprId {
        if let Some(operator) = logical(binary.op) {
            return self.logical(operator, left, &binary.right, span);
        }
        let right = self.expr(&binary.right);
        self.push(span, ExprKind::Binary { operator: operator(binary.op), left, right })
    }

    /// A short-circuit operator, whose right side runs only where the left one does not decide.
    pub(super) fn logical(
        &mut self,
        operator: Logical,
        left: ExprId,
        right: &'a SwcExpr,
        span: Span,
    ) -> ExprId {
        let right = self.branch_value(left, operator == Logical::And, right);
        self.push(span, ExprKind::Logical { operator, left, right })
    }

    fn unary(&mut self, unary: &UnaryExpr, id: ExprId, span: Span) -> ExprId {
        let constant = match (unary.op, &self.script.expr(id).kind) {
            (UnaryOp::Bang, ExprKind::Number(value)) => Some(ExprKind::Bool(*value == 0.0)),
            (UnaryOp::Minus, ExprKind::Number(value)) => Some(ExprKind::Number(-*value)),
            (UnaryOp::Void, ExprKind::Number(_)) => Some(ExprKind::Undefined),
            _ => None,
        };
        if let Some(constant) = constant {
            self.drop_last(id);
            return self.push(span, constant);
        }
        let kind = match unary.op {
            UnaryOp::Bang => ExprKind::Not(id),
            UnaryOp::TypeOf => ExprKind::TypeOf(id),
            UnaryOp::Void => ExprKind::Undefined,
            UnaryOp::Delete => ExprKind::Delete(id),
            UnaryOp::Minus | UnaryOp::Plus | UnaryOp::Tilde => ExprKind::Unary(id),
        };
        self.push(span, kind)
    }

    fn update(&mut self, update: &'a UpdateExpr, span: Span) -> ExprId {
        let read = self.expr(&update.arg);
        let value = self.push(span, ExprKind::Unary(read));
        match target_of(&self.script.expr(read).kind) {
            Some(target) => self.assign(span, target, value),
            None => value,
        }
    }
}

fn logical(operator: BinaryOp) -> Option<Logical> {
    match operator {
        BinaryOp::LogicalAnd => Some(Logical::And),
        BinaryOp::LogicalOr => Some(Logical::Or),
        BinaryOp::NullishCoalescing => Some(Logical::Nullish),
        _ => None,
    }
}

fn operator(operator: BinaryOp) -> Binary {
    match operator {
        BinaryOp::EqEq => Binary::Equal,
        BinaryOp::NotEq => Binary::NotEqual,
        BinaryOp::EqEqEq => Binary::Same,
        BinaryOp::NotEqEq => Binary::NotSame,
        BinaryOp::Lt => Binary::Order(Order::Less),
        BinaryOp::LtEq => Binary::Order(Order::LessOrSame),
        BinaryOp::Gt => Binary::Order(Order::More),
        BinaryOp::GtEq => Binary::Order(Order::MoreOrSame),
        BinaryOp::Add => Binary::Add,
        BinaryOp::In => Binary::In,
        BinaryOp::InstanceOf => Binary::InstanceOf,
        _ => Binary::Other,
    }
}
