//! Fixes that put a word right or add an attribute.

use crate::finding::{Edit, Fix, Message, Safety};
use crate::rules::Context;
use crate::semantic::markup::{AuthTag, Constant};
use crate::source::{FileSpan, Span};

/// An attribute that stands behind more blanks than this has no line of its own.
const LONGEST_INDENT: usize = 400;

/// Writes `right` in place of what stands at `at`.
pub(super) fn writing(at: FileSpan, right: &str, safety: Safety) -> Fix {
    Fix {
        title: Message::new("fix-write").with("right", right),
        safety,
        edits: vec![Edit { at, replacement: right.to_owned() }],
    }
}

/// Writes `right` in place of `word` in a constant; safe where only the case differs.
///
/// `None` where the constant is not written as it is: made up of parts, or with escapes.
pub(super) fn of_word(
    cx: &Context<'_>,
    constant: &Constant,
    word: &str,
    right: &str,
) -> Option<Fix> {
    let text = constant.text().filter(|text| *text == cx.text(constant.at))?;
    let new = replaced(text, word, right);
    let is_case = word.eq_ignore_ascii_case(right);
    let safety = if is_case { Safety::Safe } else { Safety::Suggested };
    (new != text).then(|| Fix {
        title: Message::new("fix-write").with("right", right),
        safety,
        edits: vec![Edit { at: constant.at, replacement: new }],
    })
}

/// `text` with `right` for every `word` that is no part of another one.
fn replaced(text: &str, word: &str, right: &str) -> String {
    let is_part = |it: char| it.is_alphanumeric() || it == '_' || it == '-';
    let mut new = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(word).filter(|_| !word.is_empty()) {
        new.push_str(before);
        let is_alone = !new.ends_with(is_part) && !after.starts_with(is_part);
        new.push_str(if is_alone { right } else { word });
        rest = after;
    }
    new + rest
}

/// Takes away what stands at `at`, an attribute, with the blanks before it.
pub(super) fn removal(cx: &Context<'_>, at: FileSpan) -> Edit {
    let before = cx.file(at.file).text.get(..at.span.start as usize).unwrap_or("");
    let start = before.trim_end_matches([' ', '\t', '\r', '\n']).len() as u32;
    let at = FileSpan::new(at.file, Span::new(start, at.span.end));
    Edit { at, replacement: String::new() }
}

/// Adds `attribute` behind the last one of a start tag: on a line of its own, where that one has.
///
/// `None` where the tag is broken: nobody can tell whether its end is one.
pub(super) fn attribute(cx: &Context<'_>, tag: &AuthTag, attribute: &str) -> Option<Edit> {
    let problems = &cx.file(tag.end.file).parsed.problems;
    let next = problems.partition_point(|problem| problem.at.start < tag.span.span.start);
    if problems.get(next).is_some_and(|problem| problem.at.start < tag.span.span.end) {
        return None;
    }
    let text = &cx.file(tag.end.file).text;
    let last = tag.last.span.start as usize;
    let near = text.ceil_char_boundary(last.saturating_sub(LONGEST_INDENT));
    let line = text.get(near..last).and_then(|before| before.rsplit_once('\n'));
    let is_blank = |(_, before): &(&str, &str)| before.trim().is_empty();
    let gap = match line.filter(is_blank) {
        Some((above, indent)) if above.ends_with('\r') => format!("\r\n{indent}"),
        Some((_, indent)) => format!("\n{indent}"),
        None => " ".to_owned(),
    };
    Some(Edit { at: tag.end, replacement: gap + attribute })
}

#[cfg(test)]
mod tests {
    use super::replaced;

    #[test]
    fn only_whole_words_are_replaced() {
        for (text, want) in [
            ("userinfo", "userInfo"),
            (" userinfo | userinfo ", " userInfo | userInfo "),
            ("userinfos,userinfo、my-userinfo", "userinfos,userInfo、my-userinfo"),
            ("userinfouserinfo", "userinfouserinfo"),
        ] {
            assert_eq!(replaced(text, "userinfo", "userInfo"), want);
        }
    }
}
