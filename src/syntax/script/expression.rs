//! Expressions of templates: what stands between `{{` and `}}`.

use swc_common::Spanned;
use swc_ecma_ast::{Expr as SwcExpr, Program, Stmt};

use super::expr::ExprKind;
use super::lower::{self, Source};
use super::parse::parser;
use super::prescan::{self, Grammar};
use super::problem;
use super::room::with_room;
use super::tree::{ExprId, Script};
use crate::source::Span;
use crate::syntax::Problem;

/// What a hole's text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HoleForm {
    /// An expression.
    Expression,
    /// The members of an object, without its braces.
    Object,
}

impl HoleForm {
    /// What makes an expression statement of the text; a line end closes a comment.
    fn frame(self) -> (&'static str, &'static str) {
        match self {
            Self::Expression => ("(", "\n)"),
            Self::Object => ("({", "\n})"),
        }
    }
}

/// Adds the expression `source`, which begins at the byte `offset` of its template, to `into`.
///
/// All names that the expression itself does not declare are globals. What cannot be read
/// is [`ExprKind::Unknown`].
pub fn parse_expression(
    into: &mut Script,
    source: &str,
    offset: u32,
    form: HoleForm,
) -> (ExprId, Option<Problem>) {
    let text = source.trim();
    let start = offset + (source.len() - source.trim_start().len()) as u32;
    let span = Span::new(start, start + text.len() as u32);
    if form == HoleForm::Expression {
        if text.is_empty() {
            return (lower::push(into, span, ExprKind::Unknown(Box::default())), None);
        }
        if let Some(id) = simple(into, text, start) {
            return (id, None);
        }
    }
    let (before, after) = form.frame();
    let framed = format!("{before}{source}{after}");
    let nesting = prescan::measure(&framed, Grammar::Plain);
    let whole = |key| Some(Problem { at: span, ..problem::whole(key) });
    let (id, problem) = if nesting.is_too_deep {
        (None, whole("script-too-deep"))
    } else {
        let source =
            Source { text: source, base: 1 + before.len() as u32, origin: offset, skipped: &[] };
        with_room(nesting.units, || framed_expression(into, &framed, source))
            .unwrap_or_else(|| (None, whole("script-unreadable")))
    };
    match id {
        Some(id) => {
            // Of an object, the braces stand outside of the text.
            into.exprs[id.0 as usize].span = span;
            (id, problem)
        }
        None => {
            let problem = problem.or_else(|| whole("script-unreadable"));
            (lower::push(into, span, ExprKind::Unknown(Box::default())), problem)
        }
    }
}

/// Reads `framed`, the expression `source` in brackets.
fn framed_expression(
    into: &mut Script,
    framed: &str,
    source: Source<'_>,
) -> (Option<ExprId>, Option<Problem>) {
    let mut parser = parser(framed, Grammar::Plain);
    let program = parser.parse_program();
    let mut faults = parser.take_errors();
    faults.retain(|fault| problem::is_broken(fault) && !problem::is_reserved_name(fault));
    faults.extend(program.as_ref().err().cloned());
    let problem = faults.first().map(|fault| problem::of(fault.kind(), fault.span(), source));
    let program = program.ok();
    let expr = program.as_ref().and_then(|program| whole(program, framed));
    (expr.map(|expr| lower::expression(source, expr, into)), problem)
}

/// The expression in the brackets that are all of `program`.
fn whole<'a>(program: &'a Program, framed: &str) -> Option<&'a SwcExpr> {
    let Program::Script(script) = program else { return None };
    let [Stmt::Expr(statement)] = &*script.body else { return None };
    let SwcExpr::Paren(paren) = &*statement.expr else { return None };
    let is_all = paren.span.hi.0 as usize == framed.len() + 1;
    is_all.then_some(&paren.expr)
}

/// What needs no parser: literals, and names with members and `!` before them.
fn simple(into: &mut Script, text: &str, start: u32) -> Option<ExprId> {
    let negations = text.len() - text.trim_start_matches('!').len();
    let operand = text.get(negations..)?;
    let at = start + negations as u32;
    let span = Span::new(at, at + operand.len() as u32);
    let mut id = match literal(into, operand) {
        Some(kind) => lower::push(into, span, kind),
        None => path(into, operand, at)?,
    };
    for start in (start..at).rev() {
        let kind = match into.kind(id) {
            ExprKind::Number(_) => return None,
            _ => ExprKind::Not(id),
        };
        id = lower::push(into, Span::new(start, span.end), kind);
    }
    Some(id)
}

fn literal(into: &mut Script, text: &str) -> Option<ExprKind> {
    match text {
        "true" | "false" => return Some(ExprKind::Bool(text == "true")),
        "null" => return Some(ExprKind::Null),
        "undefined" => return Some(ExprKind::Undefined),
        _ => {}
    }
    if text.len() < 16 && text.bytes().all(|byte| byte.is_ascii_digit()) && !is_octal(text) {
        return text.parse().ok().map(ExprKind::Number);
    }
    let quote = text.chars().next().filter(|it| matches!(it, '"' | '\''))?;
    let inner = text.strip_prefix(quote)?.strip_suffix(quote)?;
    let is_plain = !inner.contains([quote, '\\', '\n', '\r']);
    is_plain.then(|| ExprKind::String(into.intern(inner)))
}

fn is_octal(text: &str) -> bool {
    text.len() > 1 && text.starts_with('0')
}

/// `a.b.c`
fn path(into: &mut Script, text: &str, start: u32) -> Option<ExprId> {
    if !text.split('.').all(is_name) {
        return None;
    }
    let mut words = text.split('.');
    let first = words.next().filter(|word| !is_keyword(word))?;
    let name = into.intern(first);
    let mut end = start + first.len() as u32;
    let mut object = lower::push(into, Span::new(start, end), ExprKind::Global(name));
    for word in words {
        let property_span = Span::new(end + 1, end + 1 + word.len() as u32);
        end = property_span.end;
        let property = into.intern(word);
        let kind = ExprKind::Member { object, property, property_span };
        object = lower::push(into, Span::new(start, end), kind);
    }
    Some(object)
}

fn is_name(text: &str) -> bool {
    let mut bytes = text.bytes();
    let is_start = |byte: u8| byte.is_ascii_alphabetic() || byte == b'_' || byte == b'$';
    bytes.next().is_some_and(is_start) && bytes.all(|byte| is_start(byte) || byte.is_ascii_digit())
}

/// Words that no variable can be called, and `arguments`.
fn is_keyword(text: &str) -> bool {
    matches!(
        text,
        "arguments"
            | "await"
            | "break"
            | "case"
            | "catch"
            | "class"
            | "const"
            | "continue"
            | "debugger"
            | "default"
            | "delete"
            | "do"
            | "else"
            | "enum"
            | "export"
            | "extends"
            | "false"
            | "finally"
            | "for"
            | "function"
            | "if"
            | "import"
            | "in"
            | "instanceof"
            | "let"
            | "new"
            | "null"
            | "return"
            | "super"
            | "switch"
            | "this"
            | "throw"
            | "true"
            | "try"
            | "typeof"
            | "undefined"
            | "var"
            | "void"
            | "while"
            | "with"
            | "yield"
            | "async"
            | "static"
    )
}
