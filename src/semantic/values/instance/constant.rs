//! Constants as they are written, and what operators make of them.

use std::borrow::Cow;

use crate::syntax::script::Logical;

/// Larger numbers are written in another way as keys.
const LARGEST_KEY: f64 = 1e15;

/// A value that is written down.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::semantic::values) enum Constant<'a> {
    Undefined,
    Null,
    Bool(bool),
    Number(f64),
    Text(&'a str),
    /// A function, which no other value is equal to.
    Function,
    /// Another object, which no other value is equal to.
    Thing,
}

impl<'a> Constant<'a> {
    pub(super) fn is_truthy(self) -> bool {
        match self {
            Self::Undefined | Self::Null => false,
            Self::Bool(value) => value,
            Self::Number(value) => value != 0.0 && !value.is_nan(),
            Self::Text(text) => !text.is_empty(),
            Self::Function | Self::Thing => true,
        }
    }

    /// What `typeof` says of it.
    pub(super) fn type_of(self) -> Option<&'static str> {
        match self {
            Self::Undefined => Some("undefined"),
            Self::Null => Some("object"),
            Self::Bool(_) => Some("boolean"),
            Self::Number(_) => Some("number"),
            Self::Text(_) => Some("string"),
            Self::Function => Some("function"),
            Self::Thing => Some("object"),
        }
    }

    /// Whether it is an object, of which two that look the same differ.
    pub(in crate::semantic::values) fn is_object(self) -> bool {
        matches!(self, Self::Function | Self::Thing)
    }

    pub(super) fn is_nothing(self) -> bool {
        matches!(self, Self::Undefined | Self::Null)
    }

    /// The name of the member that it is the key of.
    pub(super) fn key(self) -> Option<Cow<'a, str>> {
        match self {
            Self::Text(text) => Some(text.into()),
            Self::Bool(value) => Some(value.to_string().into()),
            Self::Number(value) if value.fract() == 0.0 && value.abs() < LARGEST_KEY => {
                // `-0` is `0`.
                Some((value + 0.0).to_string().into())
            }
            _ => None,
        }
    }
}

/// Whether the left side of an operator is its value; `None` where that cannot be told.
pub(super) fn is_decided(operator: Logical, left: Constant<'_>) -> Option<bool> {
    match operator {
        Logical::And => Some(!left.is_truthy()),
        Logical::Or => Some(left.is_truthy()),
        // A default does not stand in for `null`, `??` does.
        Logical::Nullish if left == Constant::Null => None,
        Logical::Nullish => Some(!left.is_nothing()),
    }
}
