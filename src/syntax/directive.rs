//! Suppression comments: `consentlint-ignore RULE -- reason`.

use crate::source::Span;

/// A suppression comment as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directive {
    /// The comment, delimiters included.
    pub span: Span,
    /// The text it silences: the next statement, the next element's start tag, or the whole file.
    /// `None` where nothing follows.
    pub covers: Option<Span>,
    /// The rules as written, with their places.
    pub rules: Vec<(String, Span)>,
    /// The text after `--`; `None` where it is missing or empty.
    pub reason: Option<String>,
    /// The day of `until=`, as written (`YYYY-MM-DD`), with its place.
    pub until: Option<(String, Span)>,
    /// File.
    pub is_file: bool,
}

/// Stub.
#[must_use]
pub fn read(text: &str, span: Span) -> Option<Directive> {
    let inside = text.trim_start_matches("<!--").trim_end_matches("-->").trim();
    let rest = inside.strip_prefix("consentlint-ignore")?;
    Some(Directive {
        span,
        covers: None,
        rules: Vec::new(),
        reason: None,
        until: None,
        is_file: rest.starts_with("-file"),
    })
}
