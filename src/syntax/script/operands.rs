//! What an expression is made of.

use super::expr::{ExprKind, Key, Property, Target};
use super::tree::{ExprId, Script};

impl Script {
    /// The constant texts that an expression writes.
    #[must_use]
    pub fn texts(&self, expr: &ExprKind) -> Vec<&str> {
        match expr {
            ExprKind::String(text) => vec![self.name(*text)],
            ExprKind::Template(template) => {
                template.texts.iter().map(|text| self.name(*text)).collect()
            }
            _ => Vec::new(),
        }
    }
}

impl ExprKind {
    /// The expressions that it is made of, in order; not those inside of functions.
    #[must_use]
    pub fn operands(&self) -> Vec<ExprId> {
        let of_target = |target: &Target| match *target {
            Target::Binding(_) | Target::Global(_) => vec![],
            Target::Member { object, .. } => vec![object],
            Target::Index { object, index } => vec![object, index],
        };
        let of_property = |property: &Property| match *property {
            Property::Value { key: Key::Computed(key), value }
            | Property::Getter { key: Key::Computed(key), value }
            | Property::Setter { key: Key::Computed(key), value } => vec![key, value],
            Property::Value { value, .. }
            | Property::Getter { value, .. }
            | Property::Setter { value, .. }
            | Property::Spread(value) => vec![value],
        };
        match self {
            ExprKind::Template(template) => template.values.to_vec(),
            ExprKind::Sequence(values) | ExprKind::Unknown(values) => values.to_vec(),
            ExprKind::Object(properties) => properties.iter().flat_map(of_property).collect(),
            ExprKind::Array(items) => items.iter().map(|it| it.value).collect(),
            ExprKind::Member { object: it, .. }
            | ExprKind::Rest(it)
            | ExprKind::RestItems { list: it, .. }
            | ExprKind::Element(it)
            | ExprKind::Import(it)
            | ExprKind::Await(it)
            | ExprKind::Throw(it)
            | ExprKind::Not(it)
            | ExprKind::TypeOf(it)
            | ExprKind::Delete(it)
            | ExprKind::Unary(it) => vec![*it],
            ExprKind::Index { object, index } => vec![*object, *index],
            ExprKind::Call(call) => std::iter::once(call.callee)
                .chain(call.arguments.iter().map(|it| it.value))
                .collect(),
            ExprKind::Tagged(it) => {
                std::iter::once(it.tag).chain(it.values.iter().copied()).collect()
            }
            ExprKind::Yield { value, .. } => value.iter().copied().collect(),
            ExprKind::Binary { left, right, .. } | ExprKind::Logical { left, right, .. } => {
                vec![*left, *right]
            }
            ExprKind::Conditional { test, yes, no } => vec![*test, *yes, *no],
            ExprKind::Assign { target, value } => {
                let mut operands = of_target(target);
                operands.push(*value);
                operands
            }
            _ => vec![],
        }
    }
}
