//! Tokens of a JSON text with their places; a token that cannot be read is one too.

use jsonc_parser::tokens::Token;
use jsonc_parser::{Scanner, ScannerOptions};

use crate::source::Span;

/// Rescanning after a fault costs up to the rest of the text, so faults are counted and the
/// text behind the last one is left unread.
const MAX_FAULTS: usize = 64;

/// A token of a manifest.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Item {
    /// One of `{ } [ ] , :`.
    Mark(u8),
    /// A string, escapes decoded.
    Text(String),
    /// A string without its end: what stands before the end of the line.
    OpenText(String),
    /// A string with an escape that means nothing, as written.
    BadText(String),
    /// A number, as written.
    Number(String),
    /// `true`, `false`.
    Bool(bool),
    /// `null`.
    Null,
    /// A bare word.
    Word(String),
    /// A comment without its end.
    OpenComment,
    /// A character that begins no token.
    Stray,
}

/// The tokens of a text without byte-order mark that begins at byte `base` of its file.
pub(super) struct Tokens<'a> {
    text: &'a str,
    base: usize,
    scanner: Scanner<'a>,
    faults: usize,
    comments: Vec<Span>,
}

impl<'a> Tokens<'a> {
    /// The tokens of `text`, which begins at byte `base` of its file.
    pub(super) fn new(text: &'a str, base: usize) -> Self {
        Self { text, base, scanner: scanner(text), faults: 0, comments: Vec::new() }
    }

    /// The comments among the tokens that were taken.
    pub(super) fn into_comments(self) -> Vec<Span> {
        self.comments
    }

    /// Goes on at byte `at` of what is left.
    fn resume(&mut self, at: usize) {
        self.text = self.text.get(at..).unwrap_or("");
        self.base += at;
        self.scanner = scanner(self.text);
        self.faults += 1;
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span::new((self.base + start) as u32, (self.base + end) as u32)
    }

    /// The token that begins at `start`, where the scanner found a fault.
    fn fault(&mut self, start: usize) -> (Item, Span) {
        let rest = self.text.get(start..).unwrap_or("");
        let (item, length) = match rest.as_bytes() {
            [quote @ (b'"' | b'\''), ..] => string(rest, *quote),
            [b'/', b'*', ..] => (Item::OpenComment, rest.len()),
            [byte, ..] if is_word(*byte) => {
                let length = rest.bytes().take_while(|byte| is_word(*byte)).count();
                (Item::Word(rest.get(..length).unwrap_or("").to_owned()), length)
            }
            _ => (Item::Stray, rest.chars().next().map_or(0, char::len_utf8)),
        };
        let span = self.span(start, start + length);
        self.resume(start + length);
        (item, span)
    }
}

impl Iterator for Tokens<'_> {
    type Item = (Item, Span);

    fn next(&mut self) -> Option<Self::Item> {
        if self.faults >= MAX_FAULTS {
            return None;
        }
        loop {
            let scanned = self.scanner.scan();
            let (start, end) = (self.scanner.token_start(), self.scanner.token_end());
            let Ok(token) = scanned else { return Some(self.fault(start)) };
            let item = match token? {
                Token::CommentLine(_) | Token::CommentBlock(_) => {
                    self.comments.push(self.span(start, end));
                    continue;
                }
                // A line break ends no string in this scanner, but does in JSON.
                Token::String(_) if self.breaks_line(start, end) => return Some(self.fault(start)),
                Token::String(text) => Item::Text(text.into_owned()),
                Token::Word(text) => Item::Word(text.to_owned()),
                Token::Number(text) => Item::Number(text.to_owned()),
                Token::Boolean(value) => Item::Bool(value),
                Token::Null => Item::Null,
                Token::OpenBrace => Item::Mark(b'{'),
                Token::CloseBrace => Item::Mark(b'}'),
                Token::OpenBracket => Item::Mark(b'['),
                Token::CloseBracket => Item::Mark(b']'),
                Token::Comma => Item::Mark(b','),
                Token::Colon => Item::Mark(b':'),
            };
            return Some((item, self.span(start, end)));
        }
    }
}

impl Tokens<'_> {
    fn breaks_line(&self, start: usize, end: usize) -> bool {
        self.text.as_bytes().get(start..end).is_some_and(|bytes| bytes.contains(&b'\n'))
    }
}

fn scanner(text: &str) -> Scanner<'_> {
    Scanner::new(text, &ScannerOptions::default())
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$' | b'-' | b'+' | b'.')
}

/// The broken string at the start of `rest`, and its length: to its quote, or to the end of the line.
fn string(rest: &str, quote: u8) -> (Item, usize) {
    let mut escaped = false;
    for (at, byte) in rest.bytes().enumerate().skip(1) {
        match byte {
            b'\n' | b'\r' => return open_string(rest, at),
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            _ if byte == quote => {
                return (Item::BadText(rest.get(1..at).unwrap_or("").to_owned()), at + 1);
            }
            _ => {}
        }
    }
    open_string(rest, rest.len())
}

/// A comma at the end of the line most likely followed the missing quote.
fn open_string(rest: &str, line: usize) -> (Item, usize) {
    let inside = rest.get(1..line).unwrap_or("").trim_end().trim_end_matches(',');
    (Item::OpenText(inside.to_owned()), 1 + inside.len())
}
