//! Lowering of what compilers wrote as what it was before.

use swc_common::Spanned;
use swc_ecma_ast::{Expr as SwcExpr, ForStmt, Pat, Stmt, VarDeclOrExpr};

use super::super::declared::{FunctionKind, RegionKind};
use super::super::expr::{ExprKind, Logical, Target};
use super::super::tree::ExprId;
use super::compiled::{Default, Origin};
use super::function::Parameter;
use super::{Lowering, compiled};

/// No more statements at the beginning of a function are looked through for defaults.
const MOST_DEFAULTS: usize = 16;

impl<'a> Lowering<'a> {
    /// Whether `origin` may stand here.
    pub(super) fn fits(&mut self, origin: Origin<'_>) -> bool {
        match origin {
            Origin::Argument { .. } => self.takes_arguments(),
            Origin::Refilled { name, .. } => {
                matches!(self.variable(&name.sym), Target::Binding(_))
            }
            Origin::Chain { .. } | Origin::Default { .. } => true,
        }
    }

    pub(super) fn original(&mut self, origin: Origin<'a>, span: swc_common::Span) -> ExprId {
        match origin {
            Origin::Chain { base, chain } => {
                if compiled::ident(base).is_none() {
                    self.expr(base);
                }
                self.expr(chain)
            }
            Origin::Default { value, default } => {
                let value = self.expr(value);
                self.default_value(value, default, None)
            }
            Origin::Refilled { name, default } => {
                let value = self.read(name);
                let value = self.default_value(value, default, None);
                let target = self.variable(&name.sym);
                self.assign(self.span(span), target, value)
            }
            Origin::Argument { at, default } => {
                let value = self.argument(at, span);
                match default {
                    Default::Written(default) => self.default_value(value, default, None),
                    Default::Folded(default) => {
                        let kind = RegionKind::Branch { condition: value, taken: false };
                        let span = self.span(span);
                        let right =
                            self.within(kind, |this| this.push(span, ExprKind::Bool(default)));
                        let operator = Logical::Nullish;
                        self.push(span, ExprKind::Logical { operator, left: value, right })
                    }
                }
            }
        }
    }

    /// Whether what stands here, in the present function, can read its arguments as parameters.
    fn takes_arguments(&mut self) -> bool {
        let name = self.name("arguments");
        let function = self.script.function(self.function);
        let is_parameter = |it: &ExprId| matches!(self.script.kind(*it), ExprKind::Param(_));
        !matches!(function.kind, FunctionKind::Arrow | FunctionKind::Module)
            && self.region == function.body
            && function.params.last().is_none_or(is_parameter)
            && self.scopes.find(name).is_none()
    }

    /// Argument `at` as a parameter, which the function has from now on.
    fn argument(&mut self, at: u32, span: swc_common::Span) -> ExprId {
        loop {
            let params = &self.script.function(self.function).params;
            if let Some(param) = params.get(at as usize) {
                return *param;
            }
            let next = params.len() as u32;
            let param = self.push(self.span(span), ExprKind::Param(next));
            self.script.functions[self.function.0 as usize].params.push(param);
        }
    }

    /// `stmt`, which sets a variable that has no value yet; whether it is such.
    pub(super) fn refill_statement(&mut self, stmt: &'a Stmt) -> bool {
        let origin = compiled::refilled_by(stmt).filter(|origin| self.fits(*origin));
        if let Some(origin) = origin {
            self.original(origin, stmt.span());
        }
        origin.is_some()
    }

    /// The default that the first of `stmts` give `param`; they are left out later.
    pub(super) fn default_of(
        &mut self,
        param: &Parameter<'a>,
        stmts: &'a [Stmt],
    ) -> Option<&'a SwcExpr> {
        let Parameter::Pattern(Pat::Ident(param)) = param else { return None };
        for stmt in stmts.iter().take(MOST_DEFAULTS) {
            match compiled::refilled_by(stmt) {
                Some(Origin::Refilled { name, default })
                    if name.sym == param.sym && compiled::is_plain(default) =>
                {
                    self.moved.push(stmt.span().lo);
                    return Some(default);
                }
                Some(_) => {}
                None if compiled::is_preliminary(stmt) => {}
                None => break,
            }
        }
        None
    }

    /// The loop `it`, if it fills a rest parameter.
    pub(super) fn rest_loop(&mut self, it: &'a ForStmt) -> bool {
        let Some((list, from)) = compiled::rest(it) else { return false };
        let count = self.script.function(self.function).params.len();
        if count > from as usize || !self.takes_arguments() {
            return false;
        }
        if let Some(before) = from.checked_sub(1) {
            self.argument(before, it.span);
        }
        if let Some(VarDeclOrExpr::VarDecl(decl)) = &it.init {
            self.declare_head(decl);
        }
        let value = self.push(self.span(it.span), ExprKind::RestParam(from));
        self.script.functions[self.function.0 as usize].params.push(value);
        let target = self.variable(&list.sym);
        self.assign(self.span(list.span), target, value);
        true
    }
}
