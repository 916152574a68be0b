//! The mask: the text with everything in it that is not markup hidden from quick-xml.
//!
//! It has the length of the text, so a place in one is a place in the other, and a character
//! boundary of the mask is one of the text. The inside of every `{{ }}`, each `<` and `&` that
//! is text, and what only resembles markup are overwritten by `_`; what does not belong in a
//! tag, by blanks; a blank before a tag that begins inside another becomes the missing `>`.
//! Where nothing is wrong and there are no `{{ }}`, the mask is the text.

use std::ops::Range;

use crate::finding::Message;
use crate::source::Span;
use crate::syntax::Problem;

use super::braces::{self, Around, is_blank, is_tag_name, skip};

/// A masked text and what was hidden.
#[derive(Debug, Default)]
pub(super) struct Mask {
    /// As long as the text it was made from.
    pub(super) text: String,
    /// Every `{{ }}` with its braces, by place; none of those in comments.
    pub(super) holes: Vec<Span>,
    /// The values that are blank in the mask, by place: quotes included where a quoted one has
    /// no end of its own, empty where a value is missing behind its `=`.
    pub(super) blanked: Vec<Span>,
    /// Whether the text ends inside a tag or comment, so that a `>` is due.
    pub(super) is_open: bool,
    /// Whether the rest of the text is hidden, for it ends inside a comment or CDATA section.
    pub(super) is_cut: bool,
    /// What was wrong.
    pub(super) problems: Vec<Problem>,
}

/// The mask of `text`.
pub(super) fn mask(text: &str) -> Mask {
    let mut masking = Masking {
        text,
        bytes: text.as_bytes(),
        at: 0,
        out: text.as_bytes().to_vec(),
        last_angle: text.rfind('>').unwrap_or(0),
        mask: Mask::default(),
    };
    if text.starts_with('\u{feff}') {
        masking.blank(0..3);
        masking.at = 3;
    }
    while let Some(byte) = masking.peek(0) {
        match byte {
            b'<' => masking.markup(),
            b'{' => masking.brace(Around::Nothing),
            b'&' => masking.hide(1),
            _ => masking.at += 1,
        }
    }
    let mut mask = masking.mask;
    mask.text = String::from_utf8(masking.out)
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
    mask
}

/// A text in the course of being masked; all before `at` is done.
pub(super) struct Masking<'a> {
    pub(super) text: &'a str,
    pub(super) bytes: &'a [u8],
    pub(super) at: usize,
    pub(super) out: Vec<u8>,
    /// The last `>` of the text.
    last_angle: usize,
    pub(super) mask: Mask,
}

impl Masking<'_> {
    /// The byte `ahead` of the current place.
    pub(super) fn peek(&self, ahead: usize) -> Option<u8> {
        self.bytes.get(self.at + ahead).copied()
    }

    /// Whether `what` stands at the current place.
    pub(super) fn is_at(&self, what: &str) -> bool {
        self.bytes.get(self.at..).is_some_and(|rest| rest.starts_with(what.as_bytes()))
    }

    /// Goes on by `count` bytes, which are no markup.
    pub(super) fn hide(&mut self, count: usize) {
        let end = (self.at + count).min(self.bytes.len());
        self.out[self.at..end].fill(b'_');
        self.at = end;
    }

    /// Overwrites `range` by blanks.
    pub(super) fn blank(&mut self, range: Range<usize>) {
        self.out[range].fill(b' ');
    }

    /// Notes what is wrong at `range`.
    pub(super) fn report(&mut self, range: Range<usize>, text: Message) {
        self.mask.problems.push(Problem { at: span(&range), text });
    }

    /// The text of `range`.
    pub(super) fn text_of(&self, range: Range<usize>) -> &str {
        self.text.get(range).unwrap_or_default()
    }

    /// Goes over a hole, or over a brace that begins none.
    pub(super) fn brace(&mut self, around: Around) {
        match self.hole(self.at, around) {
            Some(hole) => {
                self.mask.holes.push(span(&hole));
                self.hide(hole.len());
            }
            None => self.at += 1,
        }
    }

    /// The hole that begins at `at`, braces included.
    pub(super) fn hole(&self, at: usize, around: Around) -> Option<Range<usize>> {
        let opens = self.bytes.get(at..at + 2) == Some(b"{{");
        let end = opens.then(|| braces::closing(self.bytes, at + 2, around)).flatten()?;
        Some(at..end + 2)
    }

    /// Whether a tag or a comment begins at `at`, where another tag is still open.
    pub(super) fn begins_markup(&self, at: usize) -> bool {
        match self.bytes.get(at + 1) {
            Some(b'/') => self.bytes.get(at + 2).is_some_and(u8::is_ascii_alphabetic),
            Some(b'!') => self.bytes[at + 2..].starts_with(b"--"),
            Some(letter) => letter.is_ascii_alphabetic() && is_tag_name(self.bytes, at + 1),
            None => false,
        }
    }

    /// Goes over what begins with `<` in text.
    fn markup(&mut self) {
        let name = skip(self.bytes, self.at + 2, |byte| is_blank(byte) || byte == b'/');
        match self.peek(1) {
            Some(b'/') if self.bytes.get(name).is_some_and(u8::is_ascii_alphabetic) => {
                self.end_tag(name);
            }
            Some(b'!') if self.is_at("<!--") => self.comment(),
            Some(b'!') if self.is_at("<![CDATA[") => self.character_data(),
            Some(b'!' | b'?' | b'/') if self.last_angle > self.at => self.declaration(),
            Some(letter) if letter.is_ascii_alphabetic() => {
                if is_tag_name(self.bytes, self.at + 1) {
                    self.start_tag();
                } else {
                    let name = braces::name_end(self.bytes, self.at + 1);
                    let text =
                        Message::new("stray-angle").with("name", self.text_of(self.at + 1..name));
                    self.report(self.at..name, text);
                    self.hide(1);
                }
            }
            _ => self.hide(1),
        }
    }

    /// Goes over a comment. As in HTML, `<!-->` and `<!--->` are whole ones, and one that is
    /// never closed takes the rest of the text.
    fn comment(&mut self) {
        let start = self.at;
        let inside = self.text.get(start + 4..).unwrap_or_default();
        if inside.starts_with('>') || inside.starts_with("->") {
            self.declaration();
        } else if let Some(length) = inside.find("-->") {
            self.at = start + 4 + length + 3;
        } else {
            self.report(start..start + 4, Message::new("comment-unclosed"));
            self.hide_rest();
        }
    }

    /// Goes over a CDATA section, whose text may have holes.
    fn character_data(&mut self) {
        let start = self.at + "<![CDATA[".len();
        let inside = self.text.get(start..).unwrap_or_default();
        let Some(length) = inside.find("]]>") else {
            self.report(self.at..start, Message::new("cdata-unclosed"));
            self.hide_rest();
            return;
        };
        self.at = start;
        while self.at < start + length {
            match self.hole(self.at, Around::Nothing) {
                Some(hole) if hole.end <= start + length => {
                    self.mask.holes.push(span(&hole));
                    self.hide(hole.len());
                }
                _ => self.at += 1,
            }
        }
        self.at = start + length + 3;
    }

    /// Goes over `<!x>`, `<?x>` and `</3>`, which mean nothing here; HTML calls them bogus
    /// comments. Declarations of XML and HTML are expected.
    fn declaration(&mut self) {
        let start = self.at;
        let end = self.bytes[start..].iter().position(|byte| *byte == b'>');
        let end = end.map_or(self.bytes.len(), |length| start + length);
        let text = self.text_of(start..end + 1);
        let is_known =
            ["<?", "<!--", "<!doctype", "<!DOCTYPE"].iter().any(|it| text.starts_with(it));
        if !is_known {
            let text = Message::new("unknown-markup").with("text", shortened(text));
            self.report(start..end + 1, text);
        }
        self.at += 1;
        self.hide(end - self.at);
        self.at += 1;
    }

    /// Hides all that is left, as inside of one thing that begins with `<`.
    fn hide_rest(&mut self) {
        self.at += 1;
        self.hide(self.bytes.len());
        (self.mask.is_open, self.mask.is_cut) = (true, true);
    }
}

/// The span of `range`.
pub(super) fn span(range: &Range<usize>) -> Span {
    Span::new(range.start as u32, range.end as u32)
}

/// The first words of `text`, for a message.
pub(super) fn shortened(text: &str) -> String {
    const LENGTH: usize = 24;
    let line = text.trim().lines().next().unwrap_or_default();
    match line.char_indices().nth(LENGTH) {
        Some(_) => line.chars().take(LENGTH).collect::<String>() + "…",
        None => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::mask;

    #[test]
    fn only_markup_is_left() {
        for (text, want) in [
            ("<a b='c'>d</a>", "<a b='c'>d</a>"),
            ("\u{feff}<a/>", "   <a/>"),
            (
                "<a b=\"{{'\"' > 1}}\">{{中 < 2}} & <</a>",
                "<a b=\"___________\">___________ _ _</a>",
            ),
            ("<a b={{c d}} e=f'g/>", "<a b=_______ e=f g/>"),
            ("<a 'b', c=>", "<a  b   c >"),
            ("<a b=\"c\n<d e>", "<a b   ><d e>"),
            ("<a b='c'<d/></e<f/>", "<a b   ><d/></><f/>"),
            ("<!-- {{a}} & < --><![CDATA[{{a}} <]]>", "<!-- {{a}} & < --><![CDATA[_____ <]]>"),
            ("<?a b?><!c'><!-->", "<_____><___><___>"),
            ("<a b", "<a b"),
            ("<!-- 中 >", "<_________"),
        ] {
            assert_eq!(mask(text).text, want, "{text}");
        }
    }
}
