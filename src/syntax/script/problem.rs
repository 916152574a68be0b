//! What is wrong with a text, in words of the catalogue.

use swc_ecma_parser::error::{Error, SyntaxError};

use super::lex::Lexer;
use super::lower::Source;
use crate::finding::Message;
use crate::source::Span;
use crate::syntax::Problem;

/// Tokens longer than this are not repeated in a sentence.
const MAX_TOKEN: usize = 24;

/// The problem that swc reports as `kind` at `span` of `source`.
pub(super) fn of(kind: &SyntaxError, span: swc_common::Span, source: Source<'_>) -> Problem {
    let at = source.span(span);
    let token = source.of(at).trim();
    let message = match kind {
        SyntaxError::WithLabel { inner, .. } => return of(inner.kind(), span, source),
        SyntaxError::UnterminatedStrLit => Message::new("script-unclosed-string"),
        SyntaxError::UnterminatedTpl => Message::new("script-unclosed-template"),
        SyntaxError::UnterminatedRegExp => Message::new("script-unclosed-regex"),
        SyntaxError::UnterminatedBlockComment => Message::new("script-unclosed-comment"),
        SyntaxError::ExpectedSemi | SyntaxError::ExpectedSemiForExprStmt { .. } => {
            Message::new("script-missing-semicolon")
        }
        SyntaxError::Eof => Message::new("script-ends-early"),
        _ if at.start >= source.end() => Message::new("script-ends-early"),
        _ if token.is_empty() || token.len() > MAX_TOKEN || token.contains(char::is_whitespace) => {
            Message::new("script-unreadable")
        }
        _ => Message::new("script-unexpected-token").with("token", token),
    };
    let open = matches!(kind, SyntaxError::UnterminatedBlockComment).then(|| open_comment(source));
    Problem { at: open.flatten().unwrap_or(at), text: message }
}

/// Where the comment begins that takes the rest of the text.
fn open_comment(source: Source<'_>) -> Option<Span> {
    let mut at = 0;
    for token in Lexer::new(source.text, true) {
        at = token.end;
    }
    loop {
        let rest = source.text.get(at..)?;
        at += rest.len() - rest.trim_start().len();
        let rest = rest.trim_start();
        let length = match rest.as_bytes() {
            [b'/', b'/', ..] => rest.find('\n')?,
            [b'/', b'*', ..] => match rest.get(2..)?.find("*/") {
                Some(length) => length + 4,
                None => return Some(Span::new(at as u32, at as u32 + 2).shifted(source.origin)),
            },
            _ => return None,
        };
        at += length;
    }
}

/// The problem of a text that is not read at all.
pub(super) fn whole(key: &'static str) -> Problem {
    Problem { at: Span::default(), text: Message::new(key) }
}

/// Whether `error` is about a reserved word that stands for a member and its value, as in
/// `{ class }`: templates have data of such names.
pub(super) fn is_reserved_name(error: &Error) -> bool {
    matches!(error.kind(), SyntaxError::ReservedWordInObjShorthandOrPat)
}

/// Whether the text is broken where swc reports `error` and goes on.
///
/// What it reports beyond that are rules of strict mode, modules and types, which the
/// platforms' compiler does not enforce or which say nothing about what runs.
pub(super) fn is_broken(error: &Error) -> bool {
    let mut kind = error.kind();
    while let SyntaxError::WithLabel { inner, .. } = kind {
        kind = inner.kind();
    }
    matches!(
        kind,
        SyntaxError::EmptyParenExpr
            | SyntaxError::Eof
            | SyntaxError::Expected(..)
            | SyntaxError::ExpectedIdent
            | SyntaxError::ExpectedSemi
            | SyntaxError::ExpectedSemiForExprStmt { .. }
            | SyntaxError::InvalidExpr
            | SyntaxError::InvalidIdentChar
            | SyntaxError::InvalidUnicodeEscape
            | SyntaxError::ReservedWordInObjShorthandOrPat
            | SyntaxError::Unexpected { .. }
            | SyntaxError::UnexpectedChar { .. }
            | SyntaxError::UnexpectedTokenWithSuggestions { .. }
            | SyntaxError::UnterminatedBlockComment
            | SyntaxError::UnterminatedRegExp
            | SyntaxError::UnterminatedStrLit
            | SyntaxError::UnterminatedTpl
            | SyntaxError::TS1003
            | SyntaxError::TS1005
            | SyntaxError::TS1109
            | SyntaxError::TS1185
    )
}
