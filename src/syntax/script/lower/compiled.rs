//! What compilers write for syntax that older engines lack, taken for what it was: default and rest
//! parameters, `??`, optional chains.

use swc_ecma_ast::{
    AssignExpr, AssignOp, AssignTarget, BinExpr, BinaryOp, Decl, Expr as SwcExpr, ForStmt, Ident,
    Lit, MemberProp, Pat, SimpleAssignTarget, Stmt, UnaryOp, VarDeclOrExpr,
};

use super::expr::unwrapped;

/// What an expression was.
#[derive(Clone, Copy)]
pub(super) enum Origin<'a> {
    /// `base?.…`, and the whole chain once `base` has its name.
    Chain { base: &'a SwcExpr, chain: &'a SwcExpr },
    /// `value ?? default`, or what a pattern makes of `value`.
    Default { value: &'a SwcExpr, default: &'a SwcExpr },
    /// The same, put into the variable that it was.
    Refilled { name: &'a Ident, default: &'a SwcExpr },
    /// Argument number `at`, with a default.
    Argument { at: u32, default: Default<'a> },
}

/// A default value.
#[derive(Clone, Copy)]
pub(super) enum Default<'a> {
    Written(&'a SwcExpr),
    /// Minifiers fold `? x : true` into `|| x`.
    Folded(bool),
}

/// A test for `undefined`, or for `null` and `undefined`.
struct Test<'a> {
    /// What is tested, as it is evaluated: a variable, or an assignment to one.
    value: &'a SwcExpr,
    name: &'a Ident,
    /// Whether it holds for these.
    holds: bool,
    /// Whether `null` counts.
    with_null: bool,
}

/// What `expr` was before a compiler rewrote it.
pub(super) fn origin(expr: &SwcExpr) -> Option<Origin<'_>> {
    match expr {
        SwcExpr::Cond(it) => {
            if let Some(at) = tested_argument(&it.test) {
                let is_it = argument(&it.cons) == Some(at);
                let default = Default::Written(&it.alt);
                return is_it.then_some(Origin::Argument { at, default });
            }
            let test = test(&it.test)?;
            let (nothing, something) =
                if test.holds { (&it.cons, &it.alt) } else { (&it.alt, &it.cons) };
            if ident(something).is_some_and(|it| it.sym == test.name.sym) {
                return Some(Origin::Default { value: test.value, default: nothing });
            }
            let is_chain = test.with_null
                && is_undefined(nothing)
                && first_name(something).is_some_and(|it| it.sym == test.name.sym);
            is_chain.then_some(Origin::Chain { base: test.value, chain: something })
        }
        SwcExpr::Bin(it) if it.op == BinaryOp::LogicalAnd => refilled(it).or_else(|| {
            let at = argument(&it.right).filter(|at| tested_argument(&it.left) == Some(*at))?;
            Some(Origin::Argument { at, default: Default::Folded(false) })
        }),
        SwcExpr::Bin(it) if it.op == BinaryOp::LogicalOr => {
            let at = argument(&it.right)?;
            let SwcExpr::Unary(not) = bare(&it.left) else { return None };
            let is_test = not.op == UnaryOp::Bang && tested_argument(&not.arg) == Some(at);
            is_test.then_some(Origin::Argument { at, default: Default::Folded(true) })
        }
        _ => None,
    }
}

/// `x === void 0 && (x = default)`.
fn refilled(it: &BinExpr) -> Option<Origin<'_>> {
    let SwcExpr::Assign(assign) = bare(&it.right) else { return None };
    refill(&it.left, assign)
}

/// `if (x === void 0) x = default`.
pub(super) fn refilled_by(stmt: &Stmt) -> Option<Origin<'_>> {
    match stmt {
        Stmt::If(it) if it.alt.is_none() => {
            let Stmt::Expr(only) = single(&it.cons)? else { return None };
            let SwcExpr::Assign(assign) = bare(&only.expr) else { return None };
            refill(&it.test, assign)
        }
        Stmt::Expr(it) => match bare(&it.expr) {
            SwcExpr::Bin(it) if it.op == BinaryOp::LogicalAnd => refilled(it),
            _ => None,
        },
        _ => None,
    }
}

fn refill<'a>(condition: &'a SwcExpr, assign: &'a AssignExpr) -> Option<Origin<'a>> {
    let AssignTarget::Simple(SimpleAssignTarget::Ident(target)) = &assign.left else { return None };
    let test = test(condition)?;
    let is_it = test.holds
        && assign.op == AssignOp::Assign
        && ident(test.value).is_some()
        && test.name.sym == target.sym;
    is_it.then_some(Origin::Refilled { name: test.name, default: &assign.right })
}

fn test(condition: &SwcExpr) -> Option<Test<'_>> {
    let SwcExpr::Bin(it) = bare(condition) else { return None };
    match it.op {
        BinaryOp::EqEq | BinaryOp::NotEq => {
            let value = compared(it, |it| is_null(it) || is_undefined(it))?;
            Some(Test {
                value,
                name: named(value)?,
                holds: it.op == BinaryOp::EqEq,
                with_null: true,
            })
        }
        BinaryOp::EqEqEq | BinaryOp::NotEqEq => {
            let value = compared(it, is_undefined)?;
            let (name, holds) = (ident(value)?, it.op == BinaryOp::EqEqEq);
            Some(Test { value, name, holds, with_null: false })
        }
        BinaryOp::LogicalOr | BinaryOp::LogicalAnd => {
            let holds = it.op == BinaryOp::LogicalOr;
            let op = if holds { BinaryOp::EqEqEq } else { BinaryOp::NotEqEq };
            let (SwcExpr::Bin(left), SwcExpr::Bin(right)) = (bare(&it.left), bare(&it.right))
            else {
                return None;
            };
            if left.op != op || right.op != op {
                return None;
            }
            let value = compared(left, is_null)?;
            let (name, again) = (named(value)?, ident(compared(right, is_undefined)?)?);
            (name.sym == again.sym).then_some(Test { value, name, holds, with_null: true })
        }
        _ => None,
    }
}

/// What `it` compares with what `is_constant` holds for.
fn compared(it: &BinExpr, is_constant: impl Fn(&SwcExpr) -> bool) -> Option<&SwcExpr> {
    if is_constant(&it.right) {
        Some(bare(&it.left))
    } else if is_constant(&it.left) {
        Some(bare(&it.right))
    } else {
        None
    }
}

/// The argument that `expr` tests: `arguments.length > 0 && arguments[0] !== undefined`.
fn tested_argument(expr: &SwcExpr) -> Option<u32> {
    let SwcExpr::Bin(both) = bare(expr) else { return None };
    let (BinaryOp::LogicalAnd, SwcExpr::Bin(count), SwcExpr::Bin(value)) =
        (both.op, bare(&both.left), bare(&both.right))
    else {
        return None;
    };
    let at = match count.op {
        BinaryOp::Gt if is_count(&count.left) => number(&count.right)?,
        BinaryOp::Lt if is_count(&count.right) => number(&count.left)?,
        _ => return None,
    };
    let is_given = value.op == BinaryOp::NotEqEq;
    is_given.then(|| argument(compared(value, is_undefined)?)).flatten().filter(|it| *it == at)
}

/// The number of the argument that `expr` is: `arguments[0]`.
fn argument(expr: &SwcExpr) -> Option<u32> {
    let SwcExpr::Member(member) = bare(expr) else { return None };
    let MemberProp::Computed(key) = &member.prop else { return None };
    number(&key.expr).filter(|_| is_arguments(&member.obj))
}

/// Whether `expr` is `arguments.length`.
fn is_count(expr: &SwcExpr) -> bool {
    let SwcExpr::Member(member) = bare(expr) else { return false };
    let MemberProp::Ident(name) = &member.prop else { return false };
    name.sym == *"length" && is_arguments(&member.obj)
}

fn is_arguments(expr: &SwcExpr) -> bool {
    ident(expr).is_some_and(|it| it.sym == *"arguments")
}

fn number(expr: &SwcExpr) -> Option<u32> {
    match bare(expr) {
        SwcExpr::Lit(Lit::Num(it))
            if it.value.fract() == 0.0 && (0.0..64.0).contains(&it.value) =>
        {
            Some(it.value as u32)
        }
        _ => None,
    }
}

fn is_null(expr: &SwcExpr) -> bool {
    matches!(bare(expr), SwcExpr::Lit(Lit::Null(_)))
}

fn is_undefined(expr: &SwcExpr) -> bool {
    match bare(expr) {
        SwcExpr::Ident(ident) => ident.sym == *"undefined",
        SwcExpr::Unary(it) => {
            it.op == UnaryOp::Void && matches!(bare(&it.arg), SwcExpr::Lit(Lit::Num(_)))
        }
        _ => false,
    }
}

fn bare(mut expr: &SwcExpr) -> &SwcExpr {
    while let Some(inner) = unwrapped(expr) {
        expr = inner;
    }
    expr
}

pub(super) fn ident(expr: &SwcExpr) -> Option<&Ident> {
    match bare(expr) {
        SwcExpr::Ident(ident) => Some(ident),
        _ => None,
    }
}

/// The variable that `expr` is, or is put into.
fn named(expr: &SwcExpr) -> Option<&Ident> {
    match bare(expr) {
        SwcExpr::Assign(it) if it.op == AssignOp::Assign => match &it.left {
            AssignTarget::Simple(SimpleAssignTarget::Ident(target)) => Some(&target.id),
            _ => None,
        },
        expr => ident(expr),
    }
}

/// The variable that a chain of members and calls begins with.
fn first_name(expr: &SwcExpr) -> Option<&Ident> {
    let mut at = bare(expr);
    loop {
        at = match at {
            SwcExpr::Member(it) => bare(&it.obj),
            SwcExpr::Call(it) => bare(it.callee.as_expr()?),
            _ => return ident(at),
        };
    }
}

/// The only statement of `stmt`.
fn single(stmt: &Stmt) -> Option<&Stmt> {
    match stmt {
        Stmt::Block(block) => match block.stmts.as_slice() {
            [only] => Some(only),
            _ => None,
        },
        stmt => Some(stmt),
    }
}

/// A default that may as well stand where parameters are declared.
pub(super) fn is_plain(expr: &SwcExpr) -> bool {
    match bare(expr) {
        SwcExpr::Lit(_) => true,
        SwcExpr::Unary(it) => is_plain(&it.arg),
        SwcExpr::Object(it) => it.props.is_empty(),
        SwcExpr::Array(it) => it.elems.is_empty(),
        _ => false,
    }
}

/// Whether `stmt` may stand before the defaults that compilers write: `'use strict'`, `var _this = this`.
pub(super) fn is_preliminary(stmt: &Stmt) -> bool {
    match stmt {
        Stmt::Expr(it) => matches!(bare(&it.expr), SwcExpr::Lit(_)),
        Stmt::Decl(Decl::Var(it)) => it.decls.iter().all(|decl| match &decl.init {
            Some(init) => matches!(bare(init), SwcExpr::This(_)),
            None => true,
        }),
        _ => false,
    }
}

/// The list that a loop over `arguments` fills, and with which argument that begins.
pub(super) fn rest(it: &ForStmt) -> Option<(&Ident, u32)> {
    let Some(VarDeclOrExpr::VarDecl(decl)) = &it.init else { return None };
    let key = decl.decls.last()?;
    let (Pat::Ident(key_name), from) = (&key.name, number(key.init.as_deref()?)?) else {
        return None;
    };
    let Stmt::Expr(only) = single(&it.body)? else { return None };
    let SwcExpr::Assign(assign) = bare(&only.expr) else { return None };
    let AssignTarget::Simple(SimpleAssignTarget::Member(target)) = &assign.left else {
        return None;
    };
    let SwcExpr::Member(value) = bare(&assign.right) else { return None };
    let MemberProp::Computed(index) = &value.prop else { return None };
    let is_each = is_arguments(&value.obj)
        && ident(&index.expr).is_some_and(|it| it.sym == key_name.sym)
        && assign.op == AssignOp::Assign
        && matches!(target.prop, MemberProp::Computed(_));
    ident(&target.obj).filter(|_| is_each).map(|list| (list, from))
}
