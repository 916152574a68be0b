//! Values: text cut at its `{{ }}`, entities decoded, the expressions read.

use std::borrow::Cow;

use crate::source::Span;
use crate::syntax::Problem;
use crate::syntax::script::{ExprId, HoleForm, Script, parse_expression};

use super::{Part, Value};

/// Makes the values of one template, in its order.
pub(super) struct Values<'a> {
    text: &'a str,
    /// All holes with their braces, by place.
    holes: &'a [Span],
    /// The expressions so far.
    pub(super) script: Script,
    /// What was wrong with them.
    pub(super) problems: Vec<Problem>,
}

impl<'a> Values<'a> {
    /// Of a template with these `holes`.
    pub(super) fn new(text: &'a str, holes: &'a [Span]) -> Self {
        Self { text, holes, script: Script::default(), problems: Vec::new() }
    }

    /// The value at `span`.
    pub(super) fn value(&mut self, span: Span, form: HoleForm) -> Value {
        self.cut(span, form, decoded)
    }

    /// The value at `span` in a CDATA section, which has no entities.
    pub(super) fn character_data(&mut self, span: Span) -> Value {
        self.cut(span, HoleForm::Expression, str::to_owned)
    }

    fn cut(&mut self, span: Span, form: HoleForm, read: fn(&str) -> String) -> Value {
        let first = self.holes.partition_point(|hole| hole.start < span.start);
        let holes = self.holes.get(first..).unwrap_or_default();
        let count = holes.iter().take_while(|hole| hole.end <= span.end).count();
        let is_one = holes.first().is_none_or(|hole| *hole == span) || count == 0;
        let mut parts = Vec::with_capacity(if is_one { 1 } else { 2 * count + 1 });
        let mut start = span.start;
        for hole in holes.iter().take(count) {
            parts.extend(self.text(Span::new(start, hole.start), read));
            parts.push(self.hole(Span::new(hole.start + 2, hole.end - 2), form));
            start = hole.end;
        }
        parts.extend(self.text(Span::new(start, span.end), read));
        Value { span, parts }
    }

    fn text(&self, span: Span, read: fn(&str) -> String) -> Option<Part> {
        (!span.is_empty()).then(|| Part::Text(read(span.of(self.text))))
    }

    /// The hole whose inside is `span`. `{{{a: 1}}}` is an object whatever stands around it.
    fn hole(&mut self, span: Span, form: HoleForm) -> Part {
        let source = padded(span.of(self.text));
        let form = if source.trim_start().starts_with('{') { HoleForm::Expression } else { form };
        let (mut expr, problem) = parse_expression(&mut self.script, &source, span.start, form);
        if let Some(problem) = problem {
            match self.reread(&source, span.start, form) {
                Some(read) => expr = read,
                None => self.problems.extend(Some(problem).filter(|_| !is_nothing(&source))),
            }
        }
        Part::Hole { span, expr }
    }

    /// What is no expression of the language but one of the platforms: the members of an object
    /// without its braces in any attribute, and reserved words as names of data.
    fn reread(&mut self, source: &str, offset: u32, form: HoleForm) -> Option<ExprId> {
        let unreserved = without_reserved(source);
        let forms =
            [(source, HoleForm::Object), (&unreserved, form), (&unreserved, HoleForm::Object)];
        forms.into_iter().find_map(|(source, form)| {
            let (expr, problem) = parse_expression(&mut self.script, source, offset, form);
            problem.is_none().then_some(expr)
        })
    }
}

/// Whether a hole is empty, or the item of a loop as its own key.
fn is_nothing(source: &str) -> bool {
    matches!(source.trim(), "" | "*this")
}

/// Statements' words, which templates use as names of data.
const RESERVED: &[&str] = &[
    "break", "case", "catch", "class", "const", "continue", "debugger", "default", "do", "else",
    "enum", "export", "extends", "finally", "for", "function", "if", "import", "return", "switch",
    "throw", "try", "var", "while", "with",
];

/// `source` with reserved words that are no members replaced by `_`, as long as before.
fn without_reserved(source: &str) -> String {
    let is_inside = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '$' | '.');
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while !rest.is_empty() {
        let end = rest.find(|letter| !is_inside(letter)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        let first = word.split('.').next().unwrap_or(word);
        if RESERVED.contains(&first) {
            out.extend(std::iter::repeat_n('_', first.len()));
            out.push_str(word.strip_prefix(first).unwrap_or_default());
        } else {
            out.push_str(word);
        }
        let next = after.find(is_inside).unwrap_or(after.len());
        let (between, remaining) = after.split_at(next);
        out.push_str(between);
        rest = remaining;
    }
    out
}

/// `source` with its entities replaced, as long as before: blanks follow what takes less room.
/// Entities in a row stay together (`&amp;&amp;`).
fn padded(source: &str) -> Cow<'_, str> {
    if !source.contains('&') || !source.contains(';') {
        return Cow::Borrowed(source);
    }
    let mut whole = String::with_capacity(source.len());
    let mut room = 0;
    let mut rest = source;
    while let Some(letter) = rest.chars().next() {
        if let Some((character, after)) = rest.strip_prefix('&').and_then(entity) {
            whole.push(character);
            room += rest.len() - after.len() - character.len_utf8();
            rest = after;
        } else {
            whole.extend(std::iter::repeat_n(' ', std::mem::take(&mut room)));
            whole.push(letter);
            rest = rest.strip_prefix(letter).unwrap_or_default();
        }
    }
    whole.extend(std::iter::repeat_n(' ', room));
    Cow::Owned(whole)
}

/// The character that the entity stands for whose name, behind `&`, begins `text`, and what
/// follows its `;`.
fn entity(text: &str) -> Option<(char, &str)> {
    const LONGEST: usize = 10;
    let end = text.bytes().take(LONGEST).position(|byte| byte == b';')?;
    let (name, rest) = text.split_at_checked(end)?;
    Some((character(name)?, rest.strip_prefix(';')?))
}

/// `text` with its entities replaced by what they stand for; unknown ones are left as they are.
fn decoded(text: &str) -> String {
    let mut pieces = text.split('&');
    let mut whole = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        match entity(piece) {
            Some((character, rest)) => {
                whole.push(character);
                whole.push_str(rest);
            }
            None => {
                whole.push('&');
                whole.push_str(piece);
            }
        }
    }
    whole
}

/// The character that `&name;` stands for.
fn character(name: &str) -> Option<char> {
    let code = name.strip_prefix('#');
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{a0}'),
        "ensp" => Some('\u{2002}'),
        "emsp" => Some('\u{2003}'),
        _ => {
            let code = code?;
            let number = match code.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16),
                None => code.parse(),
            };
            char::from_u32(number.ok()?)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{decoded, padded};

    #[test]
    fn known_entities_are_decoded() {
        for (text, want) in [
            ("a", "a"),
            ("&lt;b&gt; &amp;&quot;&apos;", "<b> &\"'"),
            ("&#65;&#x4e2d;&nbsp;", "A中\u{a0}"),
            ("a && b", "a && b"),
            ("?a=1&b=2;", "?a=1&b=2;"),
            ("&#xd800;&#;&;&&lt;", "&#xd800;&#;&;&<"),
        ] {
            assert_eq!(decoded(text), want, "{text}");
        }
    }

    #[test]
    fn expressions_keep_their_length() {
        for (text, want) in [
            ("a && b", "a && b"),
            ("a &amp;&amp; b &lt; '中'", "a &&         b <    '中'"),
            ("a == &quot;b&quot;", "a == \"     b\"     "),
            ("a & b; &c;", "a & b; &c;"),
        ] {
            assert_eq!(padded(text), want, "{text}");
            assert_eq!(padded(text).len(), text.len(), "{text}");
        }
    }
}
