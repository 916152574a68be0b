//! From the mask to tags and texts, through quick-xml.

use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use crate::source::Span;

use super::braces::{is_blank, name_end, skip};
use super::mask::Mask;

/// A piece of a template, in order; what is between them means nothing.
#[derive(Debug)]
pub(super) enum Token {
    /// A start tag.
    Start(Tag),
    /// An end tag, `</` to `>`, and its name.
    End { span: Span, name: Span },
    /// Text with something in it, without the white space around.
    Text(Span),
    /// Text in a CDATA section.
    CharacterData(Span),
    /// A comment, delimiters included.
    Comment(Span),
}

impl Token {
    /// The place.
    pub(super) fn span(&self) -> Span {
        match self {
            Self::Start(tag) => tag.span,
            Self::End { span, .. } => *span,
            Self::Text(span) | Self::CharacterData(span) | Self::Comment(span) => *span,
        }
    }
}

/// A start tag.
#[derive(Debug)]
pub(super) struct Tag {
    /// `<` to `>`.
    pub(super) span: Span,
    /// The name.
    pub(super) name: Span,
    /// The attributes.
    pub(super) attributes: Vec<Pair>,
    /// Whether it ends with `/>`.
    pub(super) is_closed: bool,
}

/// An attribute.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair {
    /// The name.
    pub(super) name: Span,
    /// Name, `=` and value with its quotes.
    pub(super) span: Span,
    /// The value without its quotes.
    pub(super) value: Option<Span>,
}

/// The tokens of `text`, whose mask is `mask`.
pub(super) fn read(text: &str, mask: &Mask) -> Vec<Token> {
    let closed;
    let masked = if mask.is_open {
        closed = format!("{}>", mask.text);
        &closed
    } else {
        &mask.text
    };
    let mut reader = Reader::from_str(masked);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    let source = Source { text, mask };
    let mut tokens = Vec::new();
    loop {
        let start = reader.buffer_position() as u32;
        let event = reader.read_event();
        let end = (reader.buffer_position() as usize).min(text.len()) as u32;
        let span = Span::new(start, end);
        match event {
            Ok(Event::Start(tag)) => tokens.extend(source.tag(span, &tag, false)),
            Ok(Event::Empty(tag)) => tokens.extend(source.tag(span, &tag, true)),
            Ok(Event::End(_)) => tokens.push(source.end_tag(span)),
            Ok(Event::Text(_) | Event::GeneralRef(_)) => {
                tokens.extend(source.words(span).map(Token::Text));
            }
            Ok(Event::CData(_)) => {
                let inside = Span::new(span.start + 9, span.end.saturating_sub(3));
                tokens.extend(source.words(inside).map(Token::CharacterData));
            }
            Ok(Event::Comment(_)) => tokens.push(Token::Comment(span)),
            Ok(Event::Decl(_) | Event::PI(_) | Event::DocType(_)) => {}
            Ok(Event::Eof) | Err(_) => break,
        }
    }
    tokens
}

/// What spans refer to.
struct Source<'a> {
    text: &'a str,
    mask: &'a Mask,
}

impl Source<'_> {
    /// The start tag at `span`; `None` for what the mask has made one of to hide it.
    fn tag(&self, span: Span, tag: &BytesStart<'_>, is_closed: bool) -> Option<Token> {
        let second = self.text.as_bytes().get(span.start as usize + 1)?;
        if !second.is_ascii_alphabetic() {
            return None;
        }
        let span = self.without_blanks(span);
        let inside: &str = tag;
        let name = span.start + 1;
        let name = Span::new(name, name + tag.name().0.len() as u32);
        let mut attributes = Vec::new();
        for pair in tag.html_attributes().with_checks(false).flatten() {
            let key = place(inside, pair.key.0, span.start + 1)?;
            attributes.push(self.attribute(key, place(inside, &pair.value, span.start + 1)));
        }
        let is_closed = is_closed && span.of(self.text).ends_with("/>");
        Some(Token::Start(Tag { span, name, attributes, is_closed }))
    }

    /// The attribute called `name`, with what quick-xml takes for its value.
    fn attribute(&self, name: Span, value: Option<Span>) -> Pair {
        let masked = self.mask.text.as_bytes();
        let next = skip(masked, name.end as usize, is_blank);
        if masked.get(next) != Some(&b'=') {
            return self.blanked(name, next as u32);
        }
        let value = value.unwrap_or(Span::at(next as u32 + 1));
        let is_quoted = matches!(masked.get(value.end as usize), Some(b'"' | b'\''));
        let span = Span::new(name.start, value.end + u32::from(is_quoted));
        Pair { name, span, value: Some(value) }
    }

    /// The attribute called `name` with the value that was blanked between it and `next`.
    fn blanked(&self, name: Span, next: u32) -> Pair {
        let blanked = &self.mask.blanked;
        let index = blanked.partition_point(|value| value.start < name.end);
        let Some(value) = blanked.get(index).filter(|value| value.start <= next) else {
            return Pair { name, span: name, value: None };
        };
        let raw = value.of(self.text);
        let inside = raw.strip_prefix(['"', '\'']).map_or(*value, |inside| {
            let is_ended = inside.ends_with(['"', '\'']) && inside.len() < raw.len();
            Span::new(value.start + 1, value.end - u32::from(is_ended))
        });
        Pair { name, span: Span::new(name.start, value.end), value: Some(inside) }
    }

    fn end_tag(&self, span: Span) -> Token {
        let span = self.without_blanks(span);
        let start = skip(self.mask.text.as_bytes(), span.start as usize + 2, is_blank);
        let end = name_end(self.text.as_bytes(), start);
        Token::End { span, name: Span::new(start as u32, end as u32) }
    }

    /// The text at `span` without the white space around, if there is any else.
    fn words(&self, span: Span) -> Option<Span> {
        let text = span.of(self.text);
        let is_space = |letter: char| letter.is_whitespace() || letter == '\u{feff}';
        let rest = text.trim_start_matches(is_space);
        let start = span.end - rest.len() as u32;
        let end = start + rest.trim_end_matches(is_space).len() as u32;
        (start < end).then(|| Span::new(start, end))
    }

    /// The place of a tag without the blanks that it has instead of a `>`.
    fn without_blanks(&self, span: Span) -> Span {
        let tag = span.of(self.text).trim_end_matches([' ', '\t', '\n', '\r']);
        Span::new(span.start, span.start + tag.len() as u32)
    }
}

/// The place of `part` in `whole`, which begins at `offset`; `None` if it is no part of it.
fn place(whole: &str, part: &str, offset: u32) -> Option<Span> {
    let start = (part.as_ptr() as usize).checked_sub(whole.as_ptr() as usize)?;
    let end = start + part.len();
    (end <= whole.len()).then(|| Span::new(start as u32, end as u32).shifted(offset))
}
