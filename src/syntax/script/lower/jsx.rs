//! JSX: what its attributes and children evaluate; what it makes is unknown.

use swc_ecma_ast::{
    JSXAttrOrSpread, JSXAttrValue, JSXElement, JSXElementChild, JSXElementName, JSXExpr,
    JSXFragment, JSXMemberExpr, JSXObject,
};

use super::super::expr::ExprKind;
use super::super::tree::ExprId;
use super::Lowering;

impl<'a> Lowering<'a> {
    pub(super) fn jsx_element(&mut self, element: &'a JSXElement) -> ExprId {
        let mut operands = Vec::new();
        match &element.opening.name {
            JSXElementName::Ident(name) if name.sym.starts_with(|it: char| it.is_uppercase()) => {
                operands.push(self.read(name));
            }
            JSXElementName::JSXMemberExpr(member) => operands.push(self.jsx_member(member)),
            JSXElementName::Ident(_) | JSXElementName::JSXNamespacedName(_) => {}
        }
        for attribute in &element.opening.attrs {
            match attribute {
                JSXAttrOrSpread::SpreadElement(spread) => operands.push(self.expr(&spread.expr)),
                JSXAttrOrSpread::JSXAttr(attribute) => {
                    if let Some(value) = &attribute.value {
                        operands.extend(self.jsx_value(value));
                    }
                }
            }
        }
        self.jsx_children(&element.children, &mut operands);
        self.push(self.span(element.span), ExprKind::Unknown(operands.into()))
    }

    pub(super) fn jsx_fragment(&mut self, fragment: &'a JSXFragment) -> ExprId {
        let mut operands = Vec::new();
        self.jsx_children(&fragment.children, &mut operands);
        self.push(self.span(fragment.span), ExprKind::Unknown(operands.into()))
    }

    fn jsx_value(&mut self, value: &'a JSXAttrValue) -> Option<ExprId> {
        match value {
            JSXAttrValue::Str(_) => None,
            JSXAttrValue::JSXExprContainer(it) => self.jsx_expr(&it.expr),
            JSXAttrValue::JSXElement(element) => Some(self.jsx_element(element)),
            JSXAttrValue::JSXFragment(fragment) => Some(self.jsx_fragment(fragment)),
        }
    }

    fn jsx_children(&mut self, children: &'a [JSXElementChild], operands: &mut Vec<ExprId>) {
        for child in children {
            operands.extend(match child {
                JSXElementChild::JSXText(_) => None,
                JSXElementChild::JSXExprContainer(it) => self.jsx_expr(&it.expr),
                JSXElementChild::JSXSpreadChild(it) => Some(self.expr(&it.expr)),
                JSXElementChild::JSXElement(element) => Some(self.jsx_element(element)),
                JSXElementChild::JSXFragment(fragment) => Some(self.jsx_fragment(fragment)),
            });
        }
    }

    fn jsx_expr(&mut self, expr: &'a JSXExpr) -> Option<ExprId> {
        match expr {
            JSXExpr::JSXEmptyExpr(_) => None,
            JSXExpr::Expr(expr) => Some(self.expr(expr)),
        }
    }

    fn jsx_member(&mut self, mut member: &'a JSXMemberExpr) -> ExprId {
        let mut members = vec![member];
        let first = loop {
            match &member.obj {
                JSXObject::JSXMemberExpr(inner) => {
                    members.push(inner);
                    member = inner;
                }
                JSXObject::Ident(ident) => break ident,
            }
        };
        let mut object = self.read(first);
        for member in members.into_iter().rev() {
            let (property, property_span) =
                (self.name(&member.prop.sym), self.span(member.prop.span));
            let kind = ExprKind::Member { object, property, property_span };
            object = self.push(self.span(member.span), kind);
        }
        object
    }
}
