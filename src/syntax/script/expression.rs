//! Stub.
use super::*;
use crate::source::Span;
use crate::syntax::Problem;
/// Form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HoleForm {
    /// Expression.
    Expression,
    /// Object.
    Object,
}
/// Stub.
pub fn parse_expression(
    into: &mut Script,
    source: &str,
    offset: u32,
    _form: HoleForm,
) -> (ExprId, Option<Problem>) {
    into.exprs.push(Expr {
        span: Span::new(offset, offset + source.len() as u32),
        function: MODULE,
        region: RegionId(0),
        kind: ExprKind::Unknown(vec![]),
    });
    (ExprId(into.exprs.len() as u32 - 1), None)
}
