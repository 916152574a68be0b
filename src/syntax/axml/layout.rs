//! Which of the elements without an end is the one to tell of.
//!
//! The tree is that of HTML, where the end tag that is there belongs to the innermost element:
//! of two nested ones of which one lacks its end, the outer one is left. The lines of a template
//! are mostly indented so that they tell which one it is.

use std::collections::BTreeMap;

use crate::source::Span;
use crate::syntax::Problem;

use super::parser::{may_stay_open, problem};
use super::read::Token;

/// No more elements are tried.
const MOST_TRIED: usize = 16;

/// No more elements around an end tag are looked at.
const MOST_AROUND: usize = 32;

/// No more comments before a tag in its line are looked through, and no longer ones.
const MOST_COMMENTS: usize = 2;
const LONGEST_COMMENT: usize = 512;

/// An element whose end has not come.
struct Open {
    /// Its token.
    at: usize,
    name: Span,
    /// The blanks before it, if it begins its line.
    indent: Option<u32>,
}

/// What a reading of the end tags found.
#[derive(Default)]
struct Reading {
    /// How many stand below the beginning of their element.
    aligned: usize,
    /// The first guess: at which token, and the elements that were left there.
    first: Option<(usize, Vec<Span>)>,
    /// The elements, with the end tag at the beginning of another of their name.
    suspects: Vec<(usize, usize, Span)>,
}

/// The first problem with end tags: that one of them closes nothing, or the start tag that lacks
/// its own, with the end tag that comes before that. Where the rest of the text is hidden
/// (`is_cut`), end tags may be there.
pub(super) fn first(
    text: &str,
    tokens: &[Token],
    is_cut: bool,
) -> Option<(Problem, Option<Problem>)> {
    let read = read(text, tokens, None);
    let (noticed, left) = read.first?;
    if is_cut && noticed == tokens.len() {
        return None;
    }
    let Some(outermost) = left.last() else {
        let Token::End { span, name } = tokens.get(noticed)? else { return None };
        return Some((problem("end-tag-stray", *span, name.of(text)), None));
    };
    let is_left = |name: &Span| left.iter().any(|it| it.of(text) == name.of(text));
    let before = read.suspects.iter().filter(|(_, end, name)| *end < noticed && is_left(name));
    let mut best = (read.aligned, outermost);
    for (at, _, name) in before.take(MOST_TRIED) {
        let aligned = self::read(text, tokens, Some(*at)).aligned;
        if aligned > best.0 {
            best = (aligned, name);
        }
    }
    let (_, name) = best;
    let end = tokens.get(noticed).and_then(|token| match token {
        Token::End { span, name } => Some(problem("still-open", *span, name.of(text))),
        _ => None,
    });
    Some((problem("element-unclosed", *name, name.of(text)), end))
}

/// Finds the element of each end tag; the start tag `skipped` is taken for one that is closed.
fn read(text: &str, tokens: &[Token], skipped: Option<usize>) -> Reading {
    let mut reading = Reading::default();
    let mut open: Vec<Open> = Vec::new();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Start(tag) if !tag.is_closed && skipped != Some(at) => {
                let indent = indent(text, tag.span.start);
                open.push(Open { at, name: tag.name, indent });
                *counts.entry(tag.name.of(text)).or_default() += 1;
            }
            Token::End { span, name } => {
                if counts.get(name.of(text)).is_none_or(|count| *count == 0) {
                    reading.first.get_or_insert((at, Vec::new()));
                    continue;
                }
                let mut left = Vec::new();
                while let Some(inner) = open.pop() {
                    counts.entry(inner.name.of(text)).and_modify(|count| *count -= 1);
                    if inner.name.of(text) == name.of(text) {
                        reading.compare(text, &open, inner, (at, indent(text, span.start)));
                        break;
                    }
                    left.push(inner.name);
                }
                reading.leave(text, at, left);
            }
            _ => {}
        }
    }
    let left = open.iter().rev().map(|it| it.name).collect();
    reading.leave(text, tokens.len(), left);
    reading
}

impl Reading {
    /// Notes the elements, innermost first, that end without an end tag of theirs.
    fn leave(&mut self, text: &str, at: usize, mut left: Vec<Span>) {
        left.retain(|name| !may_stay_open(name.of(text)));
        if !left.is_empty() {
            self.first.get_or_insert((at, left));
        }
    }

    /// Compares the end tag `at` with the element that it closes, and with those `around`.
    fn compare(
        &mut self,
        text: &str,
        around: &[Open],
        closed: Open,
        (at, indent): (usize, Option<u32>),
    ) {
        let (Some(indent), Some(inner)) = (indent, closed.indent) else { return };
        if indent == inner {
            self.aligned += 1;
            return;
        }
        let is_meant =
            |it: &Open| it.indent == Some(indent) && it.name.of(text) == closed.name.of(text);
        if around.iter().rev().take(MOST_AROUND).any(is_meant) {
            self.suspects.push((closed.at, at, closed.name));
        }
    }
}

/// How many blanks are before `at` in its line, or before comments that are before it, if nothing
/// else is. No more than these are looked at, so that many tags in one line cost no more than on many.
fn indent(text: &str, at: u32) -> Option<u32> {
    let mut before = text.as_bytes().get(..at as usize)?;
    for _ in 0..=MOST_COMMENTS {
        let blanks = before.iter().rev().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
        before = before.get(..before.len().saturating_sub(blanks))?;
        if before.last().is_none_or(|byte| *byte == b'\n') {
            return Some(blanks as u32);
        }
        before = before_comment(before.strip_suffix(b"-->")?)?;
    }
    None
}

/// What is before the comment that `text` ends with, its own end left out.
fn before_comment(text: &[u8]) -> Option<&[u8]> {
    let longest = text.len().saturating_sub(LONGEST_COMMENT);
    let start = text.get(longest..)?.windows(4).rposition(|bytes| bytes == b"<!--")?;
    text.get(..longest + start)
}

#[cfg(test)]
mod tests {
    use crate::syntax::axml::parse;

    #[test]
    fn the_element_that_lacks_its_end_is_told() {
        for (text, want) in [
            ("<a>\n  <a>\n</a>\n", Some("2:element-unclosed")),
            ("<a>\n  <a>\n  </a>\n", Some("1:element-unclosed")),
            ("<a>\n  <!-- b --> <a>\n</a>\n", Some("2:element-unclosed")),
            ("<a><a></a>", Some("1:element-unclosed")),
            // Lines that are indented at will tell nothing as long as all is closed.
            ("<a>\n  <a>\n</a>\n  </a>", None),
            (
                "<a>\n <a>\n  <a>\n  </a>\n </a>\n <a>\n  <a>\n </a>\n</a>",
                Some("7:element-unclosed"),
            ),
            ("<a>\n  <a>\n  </a>\n    <a>\n  </a>\n  <a>\n</a>", Some("6:element-unclosed")),
            // What an end tag around it closes is noticed there.
            ("<b>\n <a>\n  <c>\n </a>\n </a>\n</b>\n<b>", Some("3:element-unclosed")),
            ("<b>\n <c>\n </b>\n</b>", Some("2:element-unclosed")),
            // Nor is what follows an end tag that closes nothing.
            ("<b>\n</c>\n<b>\n</b>", Some("2:end-tag-stray")),
            ("<b>\n<a =>\n<b>\n</b>", Some("1:element-unclosed")),
            ("<b>\n<a => </a>\n  <b>\n</b>", Some("2:misplaced-text")),
            // What a comment that never closes swallows may have been end tags.
            ("<b>\n <a>\n  <!-- c\n </a>\n</b>", Some("3:comment-unclosed")),
            ("<b>\n <a>\n</b>\n<!-- c", Some("2:element-unclosed")),
            ("<b>\n <![CDATA[ c\n</b>", Some("2:cdata-unclosed")),
        ] {
            let told = parse(text).told.map(|problem| {
                let before = text.get(..problem.at.start as usize).unwrap_or_default();
                format!("{}:{}", before.matches('\n').count() + 1, problem.text.key)
            });
            assert_eq!(told.as_deref(), want, "{text}");
        }
    }
}
