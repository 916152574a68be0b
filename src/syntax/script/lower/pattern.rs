//! Destructuring, as reads and assignments.

use swc_common::Spanned;
use swc_ecma_ast::{ArrayPat, AssignPat, Expr as SwcExpr, Ident, ObjectPat, ObjectPatProp, Pat};

use super::super::declared::RegionKind;
use super::super::expr::{ExprKind, Key, Logical, Target};
use super::super::tree::ExprId;
use super::Lowering;
use super::function::Hint;
use crate::source::Span;

impl<'a> Lowering<'a> {
    /// Hands `value` over to what `pat` names.
    pub(super) fn bind(&mut self, pat: &'a Pat, value: ExprId) {
        match pat {
            Pat::Ident(ident) => self.bind_name(ident, value),
            Pat::Array(array) => self.bind_array(array, value),
            Pat::Object(object) => self.bind_object(object, value),
            Pat::Rest(rest) => self.bind(&rest.arg, value),
            Pat::Assign(assign) => self.bind_assign(assign, value),
            Pat::Expr(target) => {
                let read = self.target_read(target);
                if let Some(target) = read.as_ref().and_then(target_of) {
                    self.assign(self.span(pat.span()), target, value);
                }
            }
            Pat::Invalid(_) => {}
        }
    }

    /// The name that a function gets when it is handed over to `pat`.
    pub(super) fn pattern_hint(&mut self, pat: &Pat) -> Option<Hint> {
        match pat {
            Pat::Ident(ident) => Some(self.ident_hint(ident)),
            _ => None,
        }
    }

    pub(super) fn ident_hint(&mut self, ident: &Ident) -> Hint {
        Hint { name: self.name(&ident.sym), at: self.span(ident.span) }
    }

    pub(super) fn bind_name(&mut self, ident: &Ident, value: ExprId) {
        let target = self.variable(&ident.sym);
        self.assign(self.span(ident.span), target, value);
    }

    pub(super) fn bind_assign(&mut self, assign: &'a AssignPat, value: ExprId) {
        let hint = self.pattern_hint(&assign.left);
        let value = self.default_value(value, &assign.right, hint);
        self.bind(&assign.left, value);
    }

    /// `value`, or `default` where it is not given.
    pub(super) fn default_value(
        &mut self,
        value: ExprId,
        default: &'a SwcExpr,
        hint: Option<Hint>,
    ) -> ExprId {
        let kind = RegionKind::Branch { condition: value, taken: false };
        let right = self.within(kind, |this| this.value(default, hint));
        let span = self.span(default.span());
        self.push(span, ExprKind::Logical { operator: Logical::Nullish, left: value, right })
    }

    pub(super) fn bind_array(&mut self, array: &'a ArrayPat, value: ExprId) {
        for (at, pat) in array.elems.iter().enumerate() {
            let Some(pat) = pat else { continue };
            let span = self.span(pat.span());
            let kind = if let Pat::Rest(_) = pat {
                ExprKind::RestItems { list: value, from: at as u32 }
            } else {
                let property = self.name(&at.to_string());
                ExprKind::Member { object: value, property, property_span: span }
            };
            let item = self.push(span, kind);
            self.bind(pat, item);
        }
    }

    pub(super) fn bind_object(&mut self, object: &'a ObjectPat, value: ExprId) {
        for prop in &object.props {
            match prop {
                ObjectPatProp::KeyValue(prop) => {
                    let key = self.key(&prop.key);
                    let span = self.span(prop.key.span());
                    let item = self.read_key(value, key, span);
                    self.bind(&prop.value, item);
                }
                ObjectPatProp::Assign(prop) => {
                    let hint = self.ident_hint(&prop.key);
                    let key = Key::Name(hint.name, hint.at);
                    let mut item = self.read_key(value, key, hint.at);
                    if let Some(default) = &prop.value {
                        item = self.default_value(item, default, Some(hint));
                    }
                    self.bind_name(&prop.key, item);
                }
                ObjectPatProp::Rest(rest) => {
                    let span = self.span(rest.span);
                    let rest_of = self.push(span, ExprKind::Rest(value));
                    self.bind(&rest.arg, rest_of);
                }
            }
        }
    }

    fn read_key(&mut self, object: ExprId, key: Key, at: Span) -> ExprId {
        let kind = match key {
            Key::Name(property, property_span) => {
                ExprKind::Member { object, property, property_span }
            }
            Key::Computed(index) => ExprKind::Index { object, index },
        };
        self.push(at, kind)
    }

    /// The read of what `expr` as the left side of an assignment names; its operands are evaluated.
    ///
    /// `None` for what cannot be assigned to; it is evaluated all the same.
    pub(super) fn target_read(&mut self, mut expr: &'a SwcExpr) -> Option<ExprKind> {
        while let Some(inner) = super::expr::unwrapped(expr) {
            expr = inner;
        }
        if let SwcExpr::Ident(ident) = expr {
            return Some(self.variable_read(&ident.sym));
        }
        let read = self.expr(expr);
        self.taken_read(read)
    }

    /// A read of the variable `name`, which is not evaluated.
    pub(super) fn variable_read(&mut self, name: &str) -> ExprKind {
        match self.variable(name) {
            Target::Binding(binding) => ExprKind::Binding(binding),
            _ => ExprKind::Global(self.name(name)),
        }
    }

    /// What `read`, appended last, reads, if that can be written; the read itself is taken back.
    pub(super) fn taken_read(&mut self, read: ExprId) -> Option<ExprKind> {
        let kind = self.script.kind(read);
        target_of(kind)?;
        let kind = kind.clone();
        self.drop_last(read);
        Some(kind)
    }

    /// Takes the expression appended last back.
    pub(super) fn drop_last(&mut self, id: ExprId) {
        if id.0 as usize + 1 == self.script.exprs.len() {
            self.script.exprs.pop();
        }
    }
}

/// What writing to the place that `kind` reads writes.
pub(super) fn target_of(kind: &ExprKind) -> Option<Target> {
    match *kind {
        ExprKind::Binding(binding) => Some(Target::Binding(binding)),
        ExprKind::Global(name) => Some(Target::Global(name)),
        ExprKind::Member { object, property, .. } => Some(Target::Member { object, property }),
        ExprKind::Index { object, index } => Some(Target::Index { object, index }),
        _ => None,
    }
}
