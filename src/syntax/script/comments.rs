//! The suppression comments of a script.

use super::lex::Lexer;
use super::token::Kind;
use crate::source::Span;
use crate::syntax::directive::{self, Directive};

/// The suppressions in `text`, whose statements and members, by start, are `statements`.
pub(super) fn directives(text: &str, typescript: bool, statements: &[Span]) -> Vec<Directive> {
    if !text.contains(directive::KEYWORD) {
        return Vec::new();
    }
    let mut lexer = Lexer::keeping_comments(text, typescript);
    let mut found = Vec::new();
    while let Some(token) = lexer.next() {
        let follower = match token.kind {
            Kind::Close(_) => None,
            _ => Some((token.start, goes_before_statement(token.text(text)))),
        };
        for comment in lexer.comments.drain(..) {
            let covers = follower.and_then(|(start, jumps)| covered(statements, start, jumps));
            found.extend(read(text, comment, covers));
        }
    }
    for comment in lexer.comments.drain(..) {
        found.extend(read(text, comment, None));
    }
    found
}

fn read(text: &str, comment: Span, covers: Option<Span>) -> Option<Directive> {
    let mut directive = directive::read(comment.of(text), comment)?;
    let whole = Span::new(0, text.len() as u32);
    directive.covers = if directive.is_file { Some(whole) } else { covers };
    Some(directive)
}

/// The statement or member that begins at `start`; with `jumps`, the next one.
fn covered(statements: &[Span], start: usize, jumps: bool) -> Option<Span> {
    let next = statements.partition_point(|span| (span.start as usize) < start);
    statements.get(next).copied().filter(|span| jumps || span.start as usize == start)
}

/// Words that belong to a statement begun before, or to none.
fn goes_before_statement(word: &str) -> bool {
    matches!(word, "case" | "default" | "else" | "catch" | "finally")
}
