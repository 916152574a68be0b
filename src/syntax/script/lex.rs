//! A small lexer, for what must be known of a text before, or without, a tree.
//!
//! It tells apart strings, comments, regular expressions and template literals by what
//! stands before them, and says where that does not decide.

use super::braces::{Braces, Slash};
use super::token::{Kind, Operator, Token};
use super::words::Word;
use crate::source::Span;
use crate::syntax::directive;

/// The tokens of a text.
pub(super) struct Lexer<'a> {
    text: &'a str,
    at: usize,
    newline: bool,
    braces: Braces,
    in_template: bool,
    keeps_comments: bool,
    /// The comments that can be suppressions, since they were last taken, if they are kept.
    pub(super) comments: Vec<Span>,
    /// Whether something was read in one way that can be read in another.
    pub(super) is_doubtful: bool,
}

impl<'a> Lexer<'a> {
    pub(super) fn new(text: &'a str, typescript: bool) -> Self {
        let mut lexer = Self {
            text,
            at: 0,
            newline: true,
            braces: Braces::new(typescript),
            in_template: false,
            keeps_comments: false,
            comments: Vec::new(),
            is_doubtful: false,
        };
        if text.starts_with('\u{feff}') {
            lexer.at = 3;
        }
        if lexer.rest().starts_with("#!") {
            lexer.skip_line();
        }
        lexer
    }

    pub(super) fn keeping_comments(text: &'a str, typescript: bool) -> Self {
        Self { keeps_comments: true, ..Self::new(text, typescript) }
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn bytes(&self) -> &'a [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or(&[])
    }

    /// The byte `ahead` of the present one; 0 behind the end.
    fn byte(&self, ahead: usize) -> u8 {
        self.text.as_bytes().get(self.at + ahead).copied().unwrap_or(0)
    }

    fn char(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn skip_line(&mut self) {
        let bytes = self.bytes();
        let mut length = 0;
        while let Some(found) = find(bytes, length, |byte| matches!(byte, b'\n' | b'\r' | 0xe2)) {
            if line_end(bytes, found) {
                self.at += found;
                return;
            }
            length = found + 1;
        }
        self.at = self.text.len();
    }

    fn skip_block_comment(&mut self) {
        self.at += 2;
        let bytes = self.bytes();
        let mut length = 0;
        while let Some(found) =
            find(bytes, length, |byte| matches!(byte, b'*' | b'\n' | b'\r' | 0xe2))
        {
            self.newline |= line_end(bytes, found);
            if matches!(bytes.get(found..), Some([b'*', b'/', ..])) {
                self.at += found + 2;
                return;
            }
            length = found + 1;
        }
        self.is_doubtful = true;
        self.at = self.text.len();
    }

    fn comment(&mut self, skip: impl FnOnce(&mut Self)) {
        let start = self.at;
        skip(self);
        let comment = Span::new(start as u32, self.at as u32);
        if self.keeps_comments && comment.of(self.text).contains(directive::KEYWORD) {
            self.comments.push(comment);
        }
    }

    /// Skips blanks and comments.
    #[inline]
    fn skip_space(&mut self) {
        loop {
            match self.byte(0) {
                b' ' => self.at += 1,
                b'\n' => {
                    self.newline = true;
                    self.at += 1;
                }
                b'\t' | b'\r' | 0x0b | 0x0c | b'/' | b'<' | b'-' | 0x80.. if self.skip_rare() => {}
                _ => return,
            }
        }
    }

    /// Skips a comment or a blank that is rare; says whether there is one.
    fn skip_rare(&mut self) -> bool {
        match self.byte(0) {
            b'/' if self.byte(1) == b'/' => self.comment(Self::skip_line),
            b'/' if self.byte(1) == b'*' => self.comment(Self::skip_block_comment),
            b'<' if self.rest().starts_with("<!--") => {
                self.is_doubtful = true;
                self.skip_line();
            }
            b'-' if self.newline && self.rest().starts_with("-->") => {
                self.is_doubtful = true;
                self.skip_line();
            }
            _ => {
                let Some(char) = self.char().filter(|it| is_space(*it)) else { return false };
                self.newline |= is_line_end(char);
                self.at += char.len_utf8();
            }
        }
        true
    }

    /// Skips a string from its quote on; an unclosed one ends with its line.
    fn skip_string(&mut self, quote: u8) {
        self.at += 1;
        while self.at < self.text.len() {
            match self.byte(0) {
                b'\\' if self.byte(1) == b'\r' && self.byte(2) == b'\n' => self.at += 3,
                b'\\' => self.at += 2,
                b'\n' | b'\r' => return,
                byte => {
                    self.at += 1;
                    if byte == quote {
                        return;
                    }
                }
            }
        }
        self.at = self.text.len();
    }

    /// Skips the text of a template literal up to its end, or the end of its `${`.
    fn template(&mut self) -> Kind {
        while self.at < self.text.len() {
            match self.byte(0) {
                b'\\' => self.at += 2,
                b'`' => {
                    self.at += 1;
                    return Kind::Literal;
                }
                b'$' if self.byte(1) == b'{' => {
                    self.at += 2;
                    return Kind::Open(b'`');
                }
                _ => self.at += 1,
            }
        }
        self.at = self.text.len();
        self.is_doubtful = true;
        Kind::Literal
    }

    fn skip_regex(&mut self) {
        let mut in_class = false;
        self.at += 1;
        while let Some(char) = self.char() {
            match char {
                '\\' => self.at += 1,
                '[' => in_class = true,
                ']' => in_class = false,
                '/' if !in_class => {
                    self.at += 1;
                    return;
                }
                _ => {}
            }
            match self.char() {
                Some(char) if !is_line_end(char) => self.at += char.len_utf8(),
                _ => break,
            }
        }
        self.is_doubtful = true;
    }

    #[inline]
    fn skip_word(&mut self) {
        self.skip_word_bytes();
        if matches!(self.byte(0), b'\\' | 0x80..) {
            self.skip_rare_word();
        }
    }

    /// Skips the rest of a word with characters beyond ASCII.
    fn skip_rare_word(&mut self) {
        while let Some(char) = self.char().filter(|it| !it.is_ascii() && !is_space(*it)) {
            self.at += char.len_utf8();
            self.skip_word_bytes();
        }
        self.is_doubtful |= self.byte(0) == b'\\';
    }

    #[inline]
    fn skip_word_bytes(&mut self) {
        let bytes = self.text.as_bytes();
        while bytes.get(self.at).is_some_and(|byte| is_word_byte(*byte)) {
            self.at += 1;
        }
    }

    fn number(&mut self) -> Kind {
        loop {
            self.skip_word_bytes();
            match self.byte(0) {
                b'.' => self.at += 1,
                0x80.. => match self.char() {
                    Some(char) if !is_space(char) => self.at += char.len_utf8(),
                    _ => return Kind::Literal,
                },
                _ => return Kind::Literal,
            }
        }
    }

    fn word(&mut self) -> Kind {
        let start = self.at;
        self.at += usize::from(self.byte(0) == b'\\');
        self.skip_word();
        if self.braces.is_after_dot() {
            return Kind::Property;
        }
        Kind::Word(Word::of(self.text.as_bytes().get(start..self.at).unwrap_or(&[])))
    }

    fn operator(&mut self, byte: u8) -> Operator {
        let (operator, length) = match (byte, self.byte(1)) {
            (b'.', b'.') if self.byte(2) == b'.' => (Operator::Other, 3),
            (b'?', b'.') => (Operator::Dot, 2),
            (b'=', b'>') => (Operator::Arrow, 2),
            (b'+', b'+') | (b'-', b'-') => (Operator::Step, 2),
            (b'&', b'&') | (b'|', b'|') | (b'?', b'?') => (Operator::Other, 2),
            (b'.', _) => (Operator::Dot, 1),
            (b':', _) => (Operator::Colon, 1),
            (b'<', _) => (Operator::Less, 1),
            (b'>', _) => (Operator::Greater, 1),
            (b'!', _) => (Operator::Not, 1),
            _ => (Operator::Other, 1),
        };
        self.at += length;
        operator
    }

    /// The token that begins with `byte`.
    #[inline]
    fn kind(&mut self, byte: u8) -> Kind {
        match byte {
            b'(' | b'[' | b'{' => self.mark(Kind::Open(byte)),
            b')' | b']' => self.mark(Kind::Close(byte)),
            b'}' => {
                self.in_template = self.braces.is_in_hole();
                self.mark(Kind::Close(if self.in_template { b'`' } else { b'}' }))
            }
            b',' => self.mark(Kind::Comma),
            b';' => self.mark(Kind::Semicolon),
            b'"' | b'\'' => {
                self.skip_string(byte);
                Kind::Literal
            }
            b'`' => {
                self.at += 1;
                self.template()
            }
            b'/' => self.slash(),
            b'0'..=b'9' => self.number(),
            b'.' if self.byte(1).is_ascii_digit() => self.number(),
            b'#' => {
                self.at += 1;
                self.skip_word();
                Kind::Property
            }
            b'\\' => {
                self.is_doubtful = true;
                self.word()
            }
            0x80.. => self.word(),
            _ if is_word_byte(byte) => self.word(),
            _ => Kind::Operator(self.operator(byte)),
        }
    }

    fn mark(&mut self, kind: Kind) -> Kind {
        self.at += 1;
        kind
    }

    fn slash(&mut self) -> Kind {
        let slash = self.braces.slash();
        self.is_doubtful |= matches!(slash, Slash::Doubtful { .. });
        match slash {
            Slash::Regex | Slash::Doubtful { is_regex: true } => {
                self.skip_regex();
                self.skip_word();
                Kind::Literal
            }
            Slash::Division | Slash::Doubtful { is_regex: false } => {
                self.mark(Kind::Operator(Operator::Other))
            }
        }
    }
}

impl Iterator for Lexer<'_> {
    type Item = Token;

    #[inline]
    fn next(&mut self) -> Option<Token> {
        let in_template = std::mem::take(&mut self.in_template);
        if !in_template {
            self.skip_space();
        }
        let start = self.at;
        let kind = match self.text.as_bytes().get(start) {
            _ if in_template => self.template(),
            Some(byte) => self.kind(*byte),
            None => return None,
        };
        let newline = std::mem::take(&mut self.newline);
        let token = Token { kind, start, end: self.at, newline };
        self.braces.follow(token);
        Some(token)
    }
}

/// The first byte from `from` on that is wanted.
fn find(bytes: &[u8], from: usize, is_wanted: impl Fn(u8) -> bool) -> Option<usize> {
    let rest = bytes.get(from..)?;
    rest.iter().position(|byte| is_wanted(*byte)).map(|at| from + at)
}

/// Whether a line ends at the byte `at`.
fn line_end(bytes: &[u8], at: usize) -> bool {
    matches!(bytes.get(at..), Some([b'\n' | b'\r', ..] | [0xe2, 0x80, 0xa8 | 0xa9, ..]))
}

fn is_line_end(char: char) -> bool {
    matches!(char, '\n' | '\r' | '\u{2028}' | '\u{2029}')
}

fn is_space(char: char) -> bool {
    char.is_whitespace() || char == '\u{feff}'
}

fn is_word_byte(byte: u8) -> bool {
    static WORD_BYTES: [bool; 256] = {
        let mut bytes = [false; 256];
        let mut byte = 0;
        while byte < bytes.len() {
            bytes[byte] = (byte as u8).is_ascii_alphanumeric() || matches!(byte as u8, b'_' | b'$');
            byte += 1;
        }
        bytes
    };
    WORD_BYTES[usize::from(byte)]
}
