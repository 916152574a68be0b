//! Constants, in templates and scripts.

use crate::syntax::script::{ExprId, ExprKind, Script};

/// A constant.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Literal {
    /// `undefined`, `null`.
    Nothing,
    /// `true`, `false`.
    Bool(bool),
    /// A number, in the shortest form.
    Number(String),
    /// A text.
    Text(String),
    /// An object or array.
    Object,
}

impl Literal {
    /// Whether it counts as true.
    #[must_use]
    pub fn is_true(&self) -> bool {
        match self {
            Self::Nothing => false,
            Self::Bool(value) => *value,
            Self::Number(text) => text != "0" && text != "-0" && text != "NaN",
            Self::Text(text) => !text.is_empty(),
            Self::Object => true,
        }
    }

    /// Whether both are the same; `None` where it depends on the operator.
    #[must_use]
    pub fn equals(&self, other: &Self) -> Option<bool> {
        match (self, other) {
            (Self::Number(left) | Self::Text(left), Self::Number(right) | Self::Text(right)) => {
                Some(left == right)
            }
            (Self::Bool(left), Self::Bool(right)) => Some(left == right),
            (Self::Nothing, Self::Nothing) => Some(true),
            (Self::Nothing, _) | (_, Self::Nothing) => Some(false),
            _ => None,
        }
    }

    /// The value of a number.
    #[must_use]
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Number(text) | Self::Text(text) => text.parse().ok(),
            Self::Bool(value) => Some(f64::from(u8::from(*value))),
            Self::Nothing | Self::Object => None,
        }
    }

    /// The constant that is written as `expr`.
    pub(in crate::semantic) fn written(script: &Script, expr: ExprId) -> Option<Self> {
        match script.kind(expr) {
            ExprKind::Undefined | ExprKind::Null => Some(Self::Nothing),
            ExprKind::Bool(value) => Some(Self::Bool(*value)),
            ExprKind::Number(value) => Some(Self::Number(value.to_string())),
            ExprKind::String(text) => Some(Self::Text(script.name(*text).to_owned())),
            _ => None,
        }
    }
}
