//! Manifests: JSON with comments, trailing commas and a byte-order mark, with the place of every value.

mod reader;
mod tokens;

use crate::source::Span;
use crate::syntax::{Parsed, Tree, directive};

use reader::Read;

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
    let Read { value, problems, comments } = reader::read(text);
    let directives = comments.into_iter().filter_map(|span| {
        let mut directive = directive::read(span.of(text), span)?;
        let file = Span::new(0, text.len() as u32);
        directive.covers = if directive.is_file { Some(file) } else { next(&value, span.end) };
        Some(directive)
    });
    let directives = directives.collect();
    Parsed::new(Tree::Json(value), problems, directives)
}

/// The member, item or value that follows the byte `at` in the innermost list or object around it.
fn next(value: &Value, at: u32) -> Option<Span> {
    let mut value = value;
    while value.span.start < at {
        let inner = match &value.kind {
            ValueKind::Array(items) => items.get(items.partition_point(|it| it.span.end <= at))?,
            ValueKind::Object(members) => {
                let member = members.get(members.partition_point(|it| it.value.span.end <= at))?;
                if member.key_span.start >= at {
                    return Some(Span::new(member.key_span.start, member.value.span.end));
                }
                &member.value
            }
            _ => return None,
        };
        value = inner;
    }
    Some(value.span)
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn a_comment_covers_what_follows() {
        for (text, want) in [
            ("// C\n{\"a\": 1}", Some("{\"a\": 1}")),
            ("{\n// C\n\"a\": 1, \"b\": 2}", Some("\"a\": 1")),
            ("{\"a\": 1, // C\n\"b\": [2]}", Some("\"b\": [2]")),
            ("{\"a\": /* C */ [1]}", Some("[1]")),
            ("{\"a\": [1, /* C */ {\"b\": 2}]}", Some("{\"b\": 2}")),
            ("{\"a\": [1 /* C */], \"b\": 2}", None),
            ("{} // C", None),
        ] {
            let text = text.replace('C', "consentlint-ignore client-secret -- x");
            let directive = parse(&text).directives.pop().expect(&text);
            assert_eq!(directive.covers.map(|span| span.of(&text)), want, "{text}");
        }
    }
}
