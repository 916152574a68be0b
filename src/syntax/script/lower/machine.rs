//! The steps of asynchronous functions that compilers have turned into state machines:
//! `__generator(this, function (_a) { switch (_a.label) { … } })` of TypeScript and
//! `regeneratorRuntime.wrap(function _callee$(_context) { … }, _callee)` of Babel. What is
//! not certainly one is read as it stands.

use swc_ecma_ast::{
    AssignTarget, CallExpr, Callee, Expr as SwcExpr, ExprOrSpread, FnExpr, Ident, IfStmt, Lit,
    MemberExpr, MemberProp, Pat, SimpleAssignTarget, Stmt, SwitchCase,
};

use super::awaited::{function_of, last_name};
use super::constant;
use super::expr::unwrapped;
use rustc_hash::FxHashMap;

/// The label behind all others: `case "end"`.
const END: u32 = u32::MAX;

/// Which compiler has printed a machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Printer {
    TypeScript,
    Babel,
}

/// A step of a machine.
#[derive(Clone, Copy)]
pub(super) enum Step<'a> {
    /// A statement that the machine has nothing to do with.
    Statement(&'a Stmt),
    /// An expression that is evaluated.
    Value(&'a SwcExpr),
    /// `await`.
    Wait(Option<&'a SwcExpr>),
    /// `return`.
    Return(Option<&'a SwcExpr>),
    /// It goes on at a label.
    Jump(u32),
    /// It goes on at a label where this holds.
    JumpIf(&'a SwcExpr, u32),
    /// A `try` begins.
    Try(Tried),
}

/// The labels of what belongs to a `try`.
#[derive(Clone, Copy)]
pub(super) struct Tried {
    pub(super) start: u32,
    pub(super) catch: Option<u32>,
    pub(super) finally: Option<u32>,
    pub(super) end: Option<u32>,
}

/// A function as a machine.
pub(super) struct Machine<'a> {
    pub(super) printer: Printer,
    /// What stands before the machine.
    pub(super) before: &'a [Stmt],
    /// The variable that holds where it is.
    pub(super) state: &'a Ident,
    /// The body of the machine.
    pub(super) body: &'a [Stmt],
    pub(super) cases: &'a [SwitchCase],
    pub(super) steps: Vec<Step<'a>>,
    /// The number of the step at each label.
    pub(super) labels: FxHashMap<u32, usize>,
}

/// The machine that `function` consists of.
pub(super) fn machine(function: &FnExpr) -> Option<Machine<'_>> {
    let (last, before) = function.function.body.as_ref()?.stmts.split_last()?;
    let Stmt::Return(returned) = last else { return None };
    let SwcExpr::Call(CallExpr { callee: Callee::Expr(callee), args, .. }) =
        returned.arg.as_deref()?
    else {
        return None;
    };
    let (printer, inner, tries) = match (last_name(callee)?, args.as_slice()) {
        ("__generator", [_, inner]) => (Printer::TypeScript, inner, Vec::new()),
        ("wrap" | "w", [inner, rest @ ..]) => (Printer::Babel, inner, tries(rest)),
        _ => return None,
    };
    let inner = &function_of(inner)?.function;
    let [param] = inner.params.as_slice() else { return None };
    let Pat::Ident(state) = &param.pat else { return None };
    let body = inner.body.as_ref()?.stmts.as_slice();
    let cases = cases(body);
    let mut reader = Reader {
        printer,
        state: &state.sym,
        tries,
        steps: Vec::new(),
        labels: FxHashMap::default(),
        next: None,
    };
    match (cases, printer) {
        (Some(cases), _) => cases.iter().try_for_each(|case| reader.case(case))?,
        (None, Printer::TypeScript) => body.iter().try_for_each(|stmt| reader.statement(stmt))?,
        (None, Printer::Babel) => return None,
    }
    let Reader { steps, labels, .. } = reader;
    let (state, cases) = (&state.id, cases.unwrap_or_default());
    Some(Machine { printer, before, state, body, cases, steps, labels })
}

/// The cases of the one `switch` that `body` consists of, be it in an endless loop.
fn cases(body: &[Stmt]) -> Option<&[SwitchCase]> {
    let [stmt] = body else { return None };
    match stmt {
        Stmt::Switch(it) => Some(&it.cases),
        Stmt::While(it) => cases(std::slice::from_ref(&*it.body)),
        Stmt::For(it) if it.test.is_none() => cases(std::slice::from_ref(&*it.body)),
        Stmt::Block(block) => cases(&block.stmts),
        _ => None,
    }
}

/// What regenerator is told of each `try`: `[[0, 7, 9, 12]]`.
fn tries(arguments: &[ExprOrSpread]) -> Vec<Tried> {
    let last = arguments.last().map(|argument| &*argument.expr);
    let Some(SwcExpr::Array(list)) = last else { return Vec::new() };
    list.elems.iter().flatten().filter_map(|entry| tried(&entry.expr)).collect()
}

fn tried(entry: &SwcExpr) -> Option<Tried> {
    let SwcExpr::Array(entry) = entry else { return None };
    let label = |at: usize| label(&entry.elems.get(at)?.as_ref()?.expr);
    Some(Tried { start: label(0)?, catch: label(1), finally: label(2), end: label(3) })
}

fn label(expr: &SwcExpr) -> Option<u32> {
    match expr {
        SwcExpr::Lit(Lit::Num(number)) => {
            (0.0..1e9).contains(&number.value).then_some(number.value as u32)
        }
        SwcExpr::Lit(Lit::Str(text)) => (text.value.to_string_lossy() == "end").then_some(END),
        _ => None,
    }
}

/// The member of `state` that `expr` is.
fn member_of<'a>(state: &str, expr: &'a SwcExpr) -> Option<&'a MemberExpr> {
    match expr {
        SwcExpr::Member(member) => {
            let is_state = matches!(&*member.obj, SwcExpr::Ident(ident) if *ident.sym == *state);
            is_state.then_some(member)
        }
        _ => None,
    }
}

fn method_of<'a>(state: &str, expr: &'a SwcExpr) -> Option<(&'a str, &'a [ExprOrSpread])> {
    let SwcExpr::Call(CallExpr { callee: Callee::Expr(callee), args, .. }) = expr else {
        return None;
    };
    Some((named(member_of(state, callee)?)?, args.as_slice()))
}

fn named(member: &MemberExpr) -> Option<&str> {
    match &member.prop {
        MemberProp::Ident(name) => Some(&name.sym),
        _ => None,
    }
}

/// The member of `state` that `expr` gives a value, and the value.
fn set_member<'a>(state: &str, expr: &'a SwcExpr) -> Option<(&'a str, &'a SwcExpr)> {
    let SwcExpr::Assign(assign) = expr else { return None };
    let AssignTarget::Simple(SimpleAssignTarget::Member(member)) = &assign.left else {
        return None;
    };
    let is_state = matches!(&*member.obj, SwcExpr::Ident(it) if *it.sym == *state);
    Some((named(member).filter(|_| is_state)?, &assign.right))
}

/// What a `return` of a machine means.
pub(super) enum Returned<'a> {
    /// `return`.
    Value(Option<&'a SwcExpr>),
    /// It is over, or a `finally` is.
    Over,
    /// It goes on at a label.
    Jump(u32),
    /// `await`.
    Wait(Option<&'a SwcExpr>),
}

/// What `return value` means in a machine whose state is `state`; `None` where that is not known.
pub(super) fn returned<'a>(
    printer: Printer,
    state: &str,
    value: Option<&'a SwcExpr>,
) -> Option<Returned<'a>> {
    match printer {
        Printer::TypeScript => {
            let SwcExpr::Array(list) = value? else { return None };
            let mut items = list.elems.iter().map(|item| item.as_ref().map(|it| &*it.expr));
            let kind = label(items.next()??)?;
            let value = items.next().flatten();
            match kind {
                2 => Some(Returned::Value(value)),
                3 => Some(Returned::Jump(label(value?)?)),
                4 => Some(Returned::Wait(value)),
                7 => Some(Returned::Over),
                _ => None,
            }
        }
        Printer::Babel => {
            let Some((name, arguments)) = value.and_then(|value| method_of(state, value)) else {
                return Some(Returned::Wait(value));
            };
            let argument = |at: usize| arguments.get(at).map(|it| &*it.expr);
            match name {
                "stop" | "finish" | "f" => Some(Returned::Over),
                "abrupt" | "a" => match (constant::string(argument(0)?), label(argument(0)?)) {
                    (Some(kind), _) if kind == "return" => Some(Returned::Value(argument(1))),
                    (Some(kind), _) if kind == "break" || kind == "continue" => {
                        Some(Returned::Jump(label(argument(1)?)?))
                    }
                    (_, Some(2)) => Some(Returned::Value(argument(1))),
                    (_, Some(3)) => Some(Returned::Jump(label(argument(1)?)?)),
                    _ => None,
                },
                _ => None,
            }
        }
    }
}

/// Reads a machine's statements as steps.
struct Reader<'a> {
    printer: Printer,
    state: &'a str,
    tries: Vec<Tried>,
    steps: Vec<Step<'a>>,
    labels: FxHashMap<u32, usize>,
    /// Where Babel's goes on next.
    next: Option<u32>,
}

impl<'a> Reader<'a> {
    fn case(&mut self, case: &'a SwitchCase) -> Option<()> {
        let label = label(case.test.as_deref()?)?;
        if let Some(next) = self.next.take() {
            self.steps.push(Step::Jump(next));
        }
        self.labels.insert(label, self.steps.len());
        case.cons.iter().try_for_each(|stmt| self.statement(stmt))
    }

    fn statement(&mut self, stmt: &'a Stmt) -> Option<()> {
        match stmt {
            Stmt::Empty(_) => {}
            Stmt::Block(block) => block.stmts.iter().try_for_each(|it| self.statement(it))?,
            Stmt::Expr(it) => self.value(&it.expr)?,
            Stmt::Return(it) => self.leave(it.arg.as_deref())?,
            Stmt::Break(it) if it.label.is_none() => self.steps.push(Step::Jump(self.next.take()?)),
            _ => {
                let jump = match stmt {
                    Stmt::If(it) => self.target(it).map(|target| Step::JumpIf(&it.test, target)),
                    _ => None,
                };
                let plain = || self.is_plain(stmt, false).then_some(Step::Statement(stmt));
                self.steps.push(jump.or_else(plain)?);
            }
        }
        Some(())
    }

    fn leave(&mut self, value: Option<&'a SwcExpr>) -> Option<()> {
        if let Some(inner) = value.and_then(unwrapped) {
            return self.leave(Some(inner));
        }
        if let Some(SwcExpr::Seq(it)) = value {
            let (last, first) = it.exprs.split_last()?;
            first.iter().try_for_each(|expr| self.value(expr))?;
            return self.leave(Some(last));
        }
        match returned(self.printer, self.state, value)? {
            Returned::Value(value) => self.steps.push(Step::Return(value)),
            Returned::Over => {}
            Returned::Jump(label) => self.steps.push(Step::Jump(label)),
            Returned::Wait(value) => {
                self.steps.push(Step::Wait(value));
                if self.printer == Printer::Babel {
                    self.steps.push(Step::Jump(self.next?));
                }
            }
        }
        self.next = None;
        Some(())
    }

    fn value(&mut self, expr: &'a SwcExpr) -> Option<()> {
        if let Some(inner) = unwrapped(expr) {
            return self.value(inner);
        }
        match expr {
            SwcExpr::Seq(it) => return it.exprs.iter().try_for_each(|expr| self.value(expr)),
            SwcExpr::Assign(_) => {
                if let Some((name, value)) = set_member(self.state, expr) {
                    return self.set(name, value, expr);
                }
            }
            SwcExpr::Call(call) if self.printer == Printer::TypeScript => {
                if let Some(tried) = self.pushed(call) {
                    self.steps.push(Step::Try(tried));
                    return Some(());
                }
            }
            _ => {}
        }
        self.steps.push(Step::Value(expr));
        Some(())
    }

    /// `expr`, which gives the member `name` of the state the value `value`.
    fn set(&mut self, name: &str, value: &'a SwcExpr, expr: &'a SwcExpr) -> Option<()> {
        match (self.printer, name) {
            (Printer::TypeScript, "label") => {}
            (Printer::Babel, "next" | "n") => match value {
                SwcExpr::Cond(it) => {
                    self.steps.push(Step::JumpIf(&it.test, label(&it.cons)?));
                    self.next = Some(label(&it.alt)?);
                }
                _ => self.next = Some(label(value)?),
            },
            (Printer::Babel, "prev" | "p") => {
                let start = label(value)?;
                let tried = self.tries.iter().position(|tried| tried.start == start);
                self.steps.extend(tried.map(|at| Step::Try(self.tries.swap_remove(at))));
            }
            _ => self.steps.push(Step::Value(expr)),
        }
        Some(())
    }

    /// `_a.trys.push([0, 2, , 3])`.
    fn pushed(&self, call: &CallExpr) -> Option<Tried> {
        let Callee::Expr(callee) = &call.callee else { return None };
        let SwcExpr::Member(push) = &**callee else { return None };
        let list = member_of(self.state, &push.obj)?;
        (named(push)? == "push" && named(list)? == "trys").then_some(())?;
        tried(&call.args.first()?.expr)
    }

    /// The label that `stmt` does nothing but jump to where its condition holds.
    fn target(&self, stmt: &'a IfStmt) -> Option<u32> {
        if stmt.alt.is_some() {
            return None;
        }
        let stmts = match &*stmt.cons {
            Stmt::Block(block) => block.stmts.as_slice(),
            other => std::slice::from_ref(other),
        };
        match stmts {
            [Stmt::Return(it)] => match returned(self.printer, self.state, it.arg.as_deref())? {
                Returned::Jump(label) => Some(label),
                _ => None,
            },
            [Stmt::Expr(it), Stmt::Break(_)] => {
                let (name, value) = set_member(self.state, &it.expr)?;
                matches!(name, "next" | "n").then(|| label(value)).flatten()
            }
            _ => None,
        }
    }

    /// Whether `stmt` leaves the machine for good, if at all.
    fn is_plain(&self, stmt: &Stmt, in_loop: bool) -> bool {
        let all = |stmts: &[Stmt], in_loop| stmts.iter().all(|it| self.is_plain(it, in_loop));
        match stmt {
            Stmt::Return(it) => {
                let returned = returned(self.printer, self.state, it.arg.as_deref());
                matches!(returned, Some(Returned::Value(_)))
            }
            Stmt::Break(it) => in_loop || it.label.is_some(),
            Stmt::Continue(it) => in_loop || it.label.is_some(),
            Stmt::Block(it) => all(&it.stmts, in_loop),
            Stmt::If(it) => {
                self.is_plain(&it.cons, in_loop)
                    && it.alt.as_ref().is_none_or(|alt| self.is_plain(alt, in_loop))
            }
            Stmt::Labeled(it) => self.is_plain(&it.body, in_loop),
            Stmt::While(it) => self.is_plain(&it.body, true),
            Stmt::DoWhile(it) => self.is_plain(&it.body, true),
            Stmt::For(it) => self.is_plain(&it.body, true),
            Stmt::ForIn(it) => self.is_plain(&it.body, true),
            Stmt::ForOf(it) => self.is_plain(&it.body, true),
            Stmt::Switch(it) => it.cases.iter().all(|case| all(&case.cons, true)),
            Stmt::Try(it) => {
                let handler = it.handler.as_ref().map(|handler| &handler.body);
                let blocks = [Some(&it.block), handler, it.finalizer.as_ref()];
                blocks.into_iter().flatten().all(|block| all(&block.stmts, in_loop))
            }
            Stmt::With(_) => false,
            _ => true,
        }
    }
}
