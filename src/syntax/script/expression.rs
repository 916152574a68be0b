//! Expressions of templates: what stands between `{{` and `}}`.

use swc_common::Spanned;
use swc_ecma_ast::{Expr as SwcExpr, Program, Stmt};

use super::direct;
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
        if let Some(id) = direct::read(into, text, start) {
            return (id, None);
        }
    }
    parsed(into, source, (offset, span), form)
}

/// The same through the parser, which reads all there is; the expression itself is at `span`.
pub(super) fn parsed(
    into: &mut Script,
    source: &str,
    (offset, span): (u32, Span),
    form: HoleForm,
) -> (ExprId, Option<Problem>) {
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
