//! Functions of all kinds.

use swc_common::Spanned;
use swc_ecma_ast::{
    ArrowExpr, ArrowFunctionBody, FnExpr, Function as SwcFunction, FunctionBody, Ident, Pat, Stmt,
    TsParamPropParam,
};

use super::super::declared::{BindingKind, FunctionKind};
use super::super::expr::{ExprKind, Target};
use super::super::tree::{ExprId, Name};
use super::unwound::Unwound;
use super::{Lowering, hoist};
use crate::source::Span;

/// What is known of a function before its body is read.
pub(super) struct Shape {
    pub(super) kind: FunctionKind,
    pub(super) name: Option<Name>,
    pub(super) span: Span,
    pub(super) head: Span,
    pub(super) is_async: bool,
    pub(super) is_generator: bool,
}

/// How a function runs.
#[derive(Clone, Copy)]
pub(super) struct Form {
    pub(super) kind: FunctionKind,
    pub(super) is_async: bool,
    pub(super) is_generator: bool,
}

impl Form {
    fn of(function: &SwcFunction, kind: FunctionKind) -> Self {
        Self { kind, is_async: function.is_async, is_generator: function.is_generator }
    }
}

/// A parameter as written.
pub(super) enum Parameter<'a> {
    /// A pattern.
    Pattern(&'a Pat),
    /// `private x`, of a constructor.
    Property(&'a TsParamPropParam),
}

impl<'a> Parameter<'a> {
    fn names(&self, found: &mut impl FnMut(&'a Ident)) {
        match self {
            Self::Pattern(pat) => hoist::names(pat, found),
            Self::Property(TsParamPropParam::Ident(ident)) => found(ident),
            Self::Property(TsParamPropParam::Assign(assign)) => hoist::names(&assign.left, found),
        }
    }
}

/// The name that a function or class without one gets from where it stands.
#[derive(Clone, Copy)]
pub(super) struct Hint {
    pub(super) name: Name,
    pub(super) at: Span,
}

impl<'a> Lowering<'a> {
    /// Declares what `stmts` hoist, and lowers them in the present scope.
    pub(super) fn body(&mut self, stmts: &'a [Stmt]) {
        let mut found = Vec::new();
        hoist::vars(stmts, !self.script.is_module, &mut found);
        hoist::block(stmts, &mut found);
        self.declare_all(found);
        hoist::functions(stmts)
            .for_each(|decl| self.function_declaration(&decl.ident, &decl.function));
        self.statements(stmts);
    }

    pub(super) fn declare_all(&mut self, found: Vec<hoist::Declared<'a>>) {
        for (ident, kind) in found {
            self.declare(ident, kind);
        }
    }

    /// Gives the variable `ident` its function.
    pub(super) fn function_declaration(&mut self, ident: &Ident, function: &'a SwcFunction) {
        if function.body.is_none() {
            return;
        }
        let hint = self.ident_hint(ident);
        let span = self.span(function.span);
        let value = self.function_value(function, FunctionKind::Function, span, Some(hint));
        if let Some(binding) = self.scopes.find(hint.name) {
            self.assign(hint.at, Target::Binding(binding), value);
        }
    }

    /// `function f() {}` as an expression.
    pub(super) fn function_expr(&mut self, expr: &'a FnExpr, hint: Option<Hint>) -> ExprId {
        let form = Form::of(&expr.function, FunctionKind::Function);
        self.function_expr_as(expr, form, None, hint)
    }

    /// The same, run in another form.
    pub(super) fn function_expr_as(
        &mut self,
        expr: &'a FnExpr,
        form: Form,
        machine: Option<Unwound<'a>>,
        hint: Option<Hint>,
    ) -> ExprId {
        let span = self.span(expr.function.span);
        let Some(ident) = &expr.ident else {
            return self.function_in_form(&expr.function, form, machine, (span, hint));
        };
        self.scopes.enter();
        let own = self.declare(ident, BindingKind::Function);
        let hint = Hint { name: self.name(&ident.sym), at: self.span(ident.span) };
        let value = self.function_in_form(&expr.function, form, machine, (span, Some(hint)));
        self.assign(hint.at, Target::Binding(own), value);
        self.scopes.leave();
        value
    }

    /// A function as a value; `span` is all of it, with a method's key.
    pub(super) fn function_value(
        &mut self,
        function: &'a SwcFunction,
        kind: FunctionKind,
        span: Span,
        hint: Option<Hint>,
    ) -> ExprId {
        self.function_in_form(function, Form::of(function, kind), None, (span, hint))
    }

    fn function_in_form(
        &mut self,
        function: &'a SwcFunction,
        form: Form,
        machine: Option<Unwound<'a>>,
        (span, hint): (Span, Option<Hint>),
    ) -> ExprId {
        let Form { kind, is_async, is_generator } = form;
        let head = self.head(span, hint);
        let name = hint.map(|it| it.name);
        let shape = Shape { kind, name, span, head, is_async, is_generator };
        for decorator in
            function.decorators.iter().chain(function.params.iter().flat_map(|it| &it.decorators))
        {
            self.decorator(decorator);
        }
        let id = self.function(shape, |this| {
            let params: Vec<Parameter<'a>> =
                function.params.iter().map(|it| Parameter::Pattern(&it.pat)).collect();
            match machine {
                Some(machine) => {
                    this.parameters(&params, &[]);
                    this.machine_body(&machine);
                }
                None => this.function_body(&params, function.body.as_ref()),
            }
        });
        self.push(span, ExprKind::Function(id))
    }

    pub(super) fn arrow(&mut self, arrow: &'a ArrowExpr, hint: Option<Hint>) -> ExprId {
        let span = self.span(arrow.span);
        let shape = Shape {
            kind: FunctionKind::Arrow,
            name: hint.map(|it| it.name),
            span,
            head: self.head(span, hint),
            is_async: arrow.is_async,
            is_generator: arrow.is_generator,
        };
        let id = self.function(shape, |this| {
            let params: Vec<Parameter<'a>> = arrow.params.iter().map(Parameter::Pattern).collect();
            match &*arrow.body {
                ArrowFunctionBody::FunctionBody(body) => this.function_body(&params, Some(body)),
                ArrowFunctionBody::Expr(body) => {
                    this.function_body(&params, None);
                    let value = this.expr(body);
                    this.returns(value);
                }
            }
        });
        self.push(span, ExprKind::Function(id))
    }

    /// The place to point at: the name's, else the first token's.
    pub(super) fn head(&self, span: Span, hint: Option<Hint>) -> Span {
        if let Some(hint) = hint {
            return hint.at;
        }
        let text = self.source.of(span);
        let word = text.find(|it: char| !(it.is_alphanumeric() || it == '_' || it == '$'));
        let first = text.chars().next().map_or(0, char::len_utf8);
        let length = word.unwrap_or(text.len()).max(first) as u32;
        Span::new(span.start, span.end.min(span.start + length))
    }

    /// Adds `value` to what the present function returns.
    pub(super) fn returns(&mut self, value: ExprId) {
        self.script.functions[self.function.0 as usize].returns.push(value);
    }

    /// Declares what the function declares, hands its parameters over, and lowers its body.
    pub(super) fn function_body(
        &mut self,
        params: &[Parameter<'a>],
        body: Option<&'a FunctionBody>,
    ) {
        let stmts = body.map_or(&[][..], |body| &body.stmts);
        let moved = self.moved.len();
        self.parameters(params, stmts);
        self.body(stmts);
        self.moved.truncate(moved);
    }

    /// Declares and hands over `params`, whose defaults may be written out in the first of `stmts`.
    fn parameters(&mut self, params: &[Parameter<'a>], stmts: &'a [Stmt]) {
        let mut declare = |ident| {
            self.declare(ident, BindingKind::Param);
        };
        params.iter().for_each(|param| param.names(&mut declare));
        let values: Vec<ExprId> =
            (0..).zip(params).map(|(at, param)| self.parameter(at, param)).collect();
        for (param, value) in params.iter().zip(&values) {
            match param {
                Parameter::Pattern(pat) => {
                    let default = self.default_of(param, stmts);
                    let value = match default {
                        Some(default) => self.default_value(*value, default, None),
                        None => *value,
                    };
                    self.bind(pat, value);
                }
                Parameter::Property(property) => self.bind_property(property, *value),
            }
        }
        self.script.functions[self.function.0 as usize].params = values;
    }

    fn parameter(&mut self, at: u32, param: &Parameter<'a>) -> ExprId {
        let (span, kind) = match param {
            Parameter::Pattern(Pat::Rest(rest)) => (rest.span, ExprKind::RestParam(at)),
            Parameter::Pattern(pat) => (pat.span(), ExprKind::Param(at)),
            Parameter::Property(property) => (property.span(), ExprKind::Param(at)),
        };
        self.push(self.span(span), kind)
    }

    /// A parameter that is also written to the member of its name.
    fn bind_property(&mut self, property: &'a TsParamPropParam, value: ExprId) {
        let ident = match property {
            TsParamPropParam::Ident(ident) => {
                self.bind_name(ident, value);
                ident
            }
            TsParamPropParam::Assign(assign) => {
                self.bind_assign(assign, value);
                let Pat::Ident(ident) = &*assign.left else { return };
                ident
            }
        };
        let Hint { name, at } = self.ident_hint(ident);
        let object = self.push(at, ExprKind::This);
        let value = self.read(ident);
        self.assign(at, Target::Member { object, property: name }, value);
    }
}
