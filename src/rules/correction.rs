//! Fixes that put a word right or add an attribute.

use crate::finding::{Edit, Fix, Message, Safety};
use crate::rules::Context;
use crate::semantic::markup::{AuthTag, Constant};
use crate::source::FileSpan;

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
    let is_part = |it: char| it.is_alphanumeric() || it == '_' || it == '-';
    let mut new = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(word).filter(|_| !word.is_empty()) {
        let is_alone =
            !new.ends_with(is_part) && !before.ends_with(is_part) && !after.starts_with(is_part);
        new.push_str(before);
        new.push_str(if is_alone || (before.is_empty() && after.is_empty()) {
            right
        } else {
            word
        });
        rest = after;
    }
    new.push_str(rest);
    let is_case = word.eq_ignore_ascii_case(right);
    let safety = if is_case { Safety::Safe } else { Safety::Suggested };
    (new != text).then(|| Fix {
        title: Message::new("fix-write").with("right", right),
        safety,
        edits: vec![Edit { at: constant.at, replacement: new }],
    })
}

/// Adds `attribute` behind the last one of a start tag: on a line of its own, where that one has.
pub(super) fn attribute(cx: &Context<'_>, tag: &AuthTag, attribute: &str) -> Edit {
    let text = &cx.file(tag.end.file).text;
    let last = tag.last.span.start as usize;
    let line = text.get(..last).and_then(|before| before.rsplit_once('\n'));
    let is_blank = |(_, before): &(&str, &str)| before.trim().is_empty();
    let gap = match line.filter(is_blank) {
        Some((above, indent)) if above.ends_with('\r') => format!("\r\n{indent}"),
        Some((_, indent)) => format!("\n{indent}"),
        None => " ".to_owned(),
    };
    Edit { at: tag.end, replacement: gap + attribute }
}
