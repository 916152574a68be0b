//! Values: text cut at its `{{ }}`, entities decoded, the expressions read.

use crate::source::Span;
use crate::syntax::Problem;
use crate::syntax::script::{HoleForm, Script, parse_expression};

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
        let first = self.holes.partition_point(|hole| hole.start < span.start);
        let holes = self.holes.get(first..).unwrap_or_default();
        let mut parts = Vec::new();
        let mut start = span.start;
        for hole in holes.iter().take_while(|hole| hole.end <= span.end) {
            self.push_text(Span::new(start, hole.start), &mut parts);
            parts.push(self.hole(Span::new(hole.start + 2, hole.end - 2), form));
            start = hole.end;
        }
        self.push_text(Span::new(start, span.end), &mut parts);
        Value { span, parts }
    }

    fn push_text(&self, span: Span, parts: &mut Vec<Part>) {
        if !span.is_empty() {
            parts.push(Part::Text(decoded(span.of(self.text))));
        }
    }

    /// The hole whose inside is `span`. `{{{a: 1}}}` is an object whatever stands around it.
    fn hole(&mut self, span: Span, form: HoleForm) -> Part {
        let source = span.of(self.text);
        let form = if source.trim_start().starts_with('{') { HoleForm::Expression } else { form };
        let (expr, problem) = parse_expression(&mut self.script, source, span.start, form);
        self.problems.extend(problem.filter(|_| !source.trim().is_empty()));
        Part::Hole { span, expr }
    }
}

/// `text` with its entities replaced by what they stand for; unknown ones are left as they are.
fn decoded(text: &str) -> String {
    let mut pieces = text.split('&');
    let mut whole = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        match piece.split_once(';').and_then(|(name, rest)| Some((character(name)?, rest))) {
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
    use super::decoded;

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
}
