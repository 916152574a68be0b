//! Asynchronous functions as compilers print them, with `yield` for `await` or as state machines:
//! `__awaiter(this, void 0, void 0, function* () { … })`, `_asyncToGenerator(function* () { … })`.
//!
//! They are read as what they were compiled from, so that the helper is a name on the way and no more.

use swc_ecma_ast::{CallExpr, Callee, Expr as SwcExpr, ExprOrSpread, FnExpr, MemberProp};

use super::super::declared::FunctionKind;
use super::super::expr::{Argument, Call, ExprKind};
use super::super::tree::ExprId;
use super::Lowering;
use super::expr::unwrapped;
use super::function::Form;
use super::machine::machine;
use super::unwound::{Unwound, unwound};
use crate::source::Span;

/// What a compiler prints to run functions that wait.
enum Helper {
    /// TypeScript's, which runs the function that it is handed.
    Awaiter,
    /// Babel's, which gives back a function that runs it.
    ToGenerator,
}

impl<'a> Lowering<'a> {
    /// The asynchronous function that `call`, whose callee is `callee`, makes, or the call that it
    /// makes of one, if it was compiled from that.
    pub(super) fn compiled_async(
        &mut self,
        call: &'a CallExpr,
        callee: ExprId,
        span: Span,
    ) -> Option<ExprId> {
        if let Some(sent) = self.sent_by(callee) {
            return Some(sent);
        }
        let Callee::Expr(named) = &call.callee else { return None };
        match (helper(named)?, call.args.as_slice()) {
            (Helper::Awaiter, [this, given, _, function]) => {
                let function = function_of(function).filter(|_| is_receiver(this))?;
                let machine = machine(function).and_then(unwound);
                (function.function.is_generator || machine.is_some())
                    .then(|| self.awaiter_call(given, (function, machine), callee, span))
            }
            (Helper::ToGenerator, [function]) => {
                let (function, machine) = match function_of(function) {
                    Some(function) => (Some(function).filter(|it| it.function.is_generator)?, None),
                    None => {
                        let function = marked(function)?;
                        (function, machine(function).and_then(unwound))
                    }
                };
                Some(self.waiting(function, FunctionKind::Function, machine, callee))
            }
            _ => None,
        }
    }

    /// The call of a function, which takes `this` from around it, with what `given` holds.
    fn awaiter_call(
        &mut self,
        given: &'a ExprOrSpread,
        (function, machine): (&'a FnExpr, Option<Unwound<'a>>),
        helper: ExprId,
        span: Span,
    ) -> ExprId {
        let given = self.expr(&given.expr);
        let arguments: Box<[Argument]> = match self.script.kind(given) {
            ExprKind::Undefined => Box::default(),
            _ => Box::new([Argument { position: 0, value: given, spread: true }]),
        };
        let callee = self.waiting(function, FunctionKind::Arrow, machine, helper);
        self.push(span, ExprKind::Call(Call { callee, arguments, is_new: false }))
    }

    /// `function` as one that waits, at the place of `helper`.
    fn waiting(
        &mut self,
        function: &'a FnExpr,
        kind: FunctionKind,
        machine: Option<Unwound<'a>>,
        helper: ExprId,
    ) -> ExprId {
        let name = match self.script.kind(helper) {
            ExprKind::Sequence(values) => values.last().copied().unwrap_or(helper),
            _ => helper,
        };
        let at = self.script.expr(name).span;
        let form = Form { kind, is_async: true, is_generator: false };
        let function = self.function_expr_as(function, form, machine, None);
        self.push(at, ExprKind::Sequence(Box::new([helper, function])))
    }

    /// `yield`, which waits where the function is no generator any more.
    pub(super) fn yielded(&mut self, value: Option<ExprId>, delegate: bool, span: Span) -> ExprId {
        if self.script.function(self.function).is_generator {
            return self.push(span, ExprKind::Yield { value, delegate });
        }
        let value = value.unwrap_or_else(|| self.push(span, ExprKind::Undefined));
        self.push(span, ExprKind::Await(value))
    }
}

/// The helper that `callee` names, by whatever way it comes into the file:
/// `tslib_1.__awaiter`, `(0, _asyncToGenerator2.default)`.
fn helper(callee: &SwcExpr) -> Option<Helper> {
    let name = last_name(callee)?;
    match name.trim_end_matches(|it: char| it.is_ascii_digit()) {
        "__awaiter" => Some(Helper::Awaiter),
        "_asyncToGenerator" | "asyncToGenerator" | "_async_to_generator" => {
            Some(Helper::ToGenerator)
        }
        _ => None,
    }
}

pub(super) fn last_name(mut expr: &SwcExpr) -> Option<&str> {
    loop {
        expr = match expr {
            SwcExpr::Seq(it) => it.exprs.last()?,
            SwcExpr::Ident(ident) => return Some(&ident.sym),
            SwcExpr::Member(member) => match &member.prop {
                MemberProp::Ident(name) if matches!(&*name.sym, "default" | "_") => &member.obj,
                MemberProp::Ident(name) => return Some(&name.sym),
                _ => return None,
            },
            _ => unwrapped(expr)?,
        }
    }
}

pub(super) fn function_of(argument: &ExprOrSpread) -> Option<&FnExpr> {
    let mut expr = &*argument.expr;
    while let Some(inner) = unwrapped(expr) {
        expr = inner;
    }
    match expr {
        SwcExpr::Fn(function) if argument.spread.is_none() => Some(function),
        _ => None,
    }
}

/// The function that regenerator marks: `regeneratorRuntime.mark(function _callee() { … })`.
fn marked(argument: &ExprOrSpread) -> Option<&FnExpr> {
    let SwcExpr::Call(CallExpr { callee: Callee::Expr(callee), args, .. }) = &*argument.expr else {
        return None;
    };
    let [function] = args.as_slice() else { return None };
    matches!(last_name(callee)?, "mark" | "m").then(|| function_of(function)).flatten()
}

/// Whether `argument` is `this`, or nothing.
fn is_receiver(argument: &ExprOrSpread) -> bool {
    matches!(&*argument.expr, SwcExpr::This(_) | SwcExpr::Unary(_))
}
