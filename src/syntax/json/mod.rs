//! Manifests: JSON with comments, trailing commas and a byte-order mark, with the place of every value.

mod reader;
mod tokens;

use crate::source::Span;
use crate::syntax::{Parsed, Tree};

/// A JSON value with its place.
#[derive(Clone, Debug)]
pub struct Value {
    /// The place; of a string, with its quotes.
    pub span: Span,
    /// What it is.
    pub kind: ValueKind,
}

/// What a value is.
#[derive(Clone, Debug)]
pub enum ValueKind {
    /// `null`, and what could not be read.
    Null,
    /// `true`, `false`.
    Bool(bool),
    /// A number, as written.
    Number(String),
    /// A string, escapes decoded.
    String(String),
    /// A list.
    Array(Vec<Value>),
    /// An object's members as written; of equal keys the last counts.
    Object(Vec<Member>),
}

/// A member of an object.
#[derive(Clone, Debug)]
pub struct Member {
    /// The key.
    pub key: String,
    /// The key's place, with its quotes.
    pub key_span: Span,
    /// The value.
    pub value: Value,
}

impl Value {
    /// The member `key`; of equal keys the last.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        self.members().iter().rfind(|member| member.key == key).map(|member| &member.value)
    }

    /// The members; none of what is no object.
    #[must_use]
    pub fn members(&self) -> &[Member] {
        if let ValueKind::Object(members) = &self.kind { members } else { &[] }
    }

    /// The items; none of what is no array.
    #[must_use]
    pub fn items(&self) -> &[Self] {
        if let ValueKind::Array(items) = &self.kind { items } else { &[] }
    }

    /// The text of a string.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        if let ValueKind::String(text) = &self.kind { Some(text) } else { None }
    }

    /// The value of a boolean.
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        if let ValueKind::Bool(value) = self.kind { Some(value) } else { None }
    }
}

/// Reads `text`; what cannot be read is `Null` and a problem. An empty text is `Null` without one.
#[must_use]
pub fn parse(text: &str) -> Parsed {
    let (value, problems) = reader::read(text);
    Parsed { tree: Tree::Json(value), problems, directives: Vec::new() }
}
