//! A small lexer, for what must be known of a text before, or without, a tree.
//!
//! It tells apart strings, comments, regular expressions and template literals by what
//! stands before them, and says where that does not decide.

use super::braces::{Braces, Slash};
use crate::source::Span;
use crate::syntax::directive;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// `(`, `[`, `{`, or a `` ` `` for a template literal up to the end of its `${`.
    Open(u8),
    /// `)`, `]`, `}`, or a `` ` `` for the end of a hole.
    Close(u8),
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// A name or keyword.
    Word,
    /// `.name`, `#name`: a word that is no keyword.
    Property,
    /// A string, number, regular expression, or the end of a template literal.
    Literal,
    /// Anything else.
    Operator,
}

/// A token and its place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) start: usize,
    pub(super) end: usize,
    /// Whether a line ends before it.
    pub(super) newline: bool,
}

impl Token {
    /// The token's text.
    pub(super) fn text<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.start..self.end).unwrap_or("")
    }

    /// Whether the token is a closing bracket.
    pub(super) fn closes(&self) -> bool {
        matches!(self.kind, Kind::Close(_))
    }

    /// Whether the token can end an operand.
    pub(super) fn ends_operand(&self) -> bool {
        matches!(self.kind, Kind::Word | Kind::Property | Kind::Literal | Kind::Close(_))
    }
}

/// The tokens of a text.
pub(super) struct Lexer<'a> {
    text: &'a str,
    at: usize,
    newline: bool,
    braces: Braces,
    in_template: bool,
    /// The comments that can be suppressions, since they were last taken.
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

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn byte(&self, ahead: usize) -> u8 {
        self.text.as_bytes().get(self.at + ahead).copied().unwrap_or(0)
    }

    fn char(&self) -> Option<char> {
        let byte = self.byte(0);
        if byte < 0x80 {
            return (self.at < self.text.len()).then_some(char::from(byte));
        }
        self.rest().chars().next()
    }

    fn skip_line(&mut self) {
        let bytes = self.text.as_bytes().get(self.at..).unwrap_or(&[]);
        let mut length = 0;
        // A byte of the longer line ends is looked at more closely.
        while let Some(found) = bytes
            .get(length..)
            .and_then(|rest| rest.iter().position(|byte| matches!(byte, b'\n' | b'\r' | 0xe2)))
        {
            length += found;
            if !matches!(bytes.get(length..), Some([0xe2, second, third, ..]) if (*second, third | 1) != (0x80, 0xa9))
            {
                self.at += length;
                return;
            }
            length += 1;
        }
        self.at = self.text.len();
    }

    fn skip_block_comment(&mut self) {
        self.at += 2;
        let rest = self.rest();
        let length = rest.find("*/").map_or(rest.len(), |at| at + 2);
        self.newline |= rest.get(..length).unwrap_or("").contains(is_line_end);
        self.is_doubtful |= length == rest.len() && !rest.ends_with("*/");
        self.at += length;
    }

    fn comment(&mut self, skip: impl FnOnce(&mut Self)) {
        let start = self.at;
        skip(self);
        let comment = self.text.get(start..self.at).unwrap_or("");
        if comment.contains(directive::KEYWORD) {
            self.comments.push(Span::new(start as u32, self.at as u32));
        }
    }

    /// Skips blanks and comments.
    fn skip_space(&mut self) {
        while let Some(char) = self.char() {
            match char {
                ' ' | '\t' => self.at += 1,
                '\n' => {
                    self.newline = true;
                    self.at += 1;
                }
                '/' if self.byte(1) == b'/' => self.comment(Self::skip_line),
                '/' if self.byte(1) == b'*' => self.comment(Self::skip_block_comment),
                '<' if self.rest().starts_with("<!--") => {
                    self.is_doubtful = true;
                    self.skip_line();
                }
                '-' if self.newline && self.rest().starts_with("-->") => {
                    self.is_doubtful = true;
                    self.skip_line();
                }
                _ if char.is_whitespace() || char == '\u{feff}' => {
                    self.newline |= is_line_end(char);
                    self.at += char.len_utf8();
                }
                _ => break,
            }
        }
    }

    /// Skips a string from its quote on; an unclosed one ends with its line.
    fn skip_string(&mut self, quote: u8) {
        self.at += 1;
        while self.at < self.text.len() {
            let byte = self.byte(0);
            match byte {
                b'\\' if self.byte(1) == b'\r' && self.byte(2) == b'\n' => self.at += 3,
                b'\\' => self.at += 2,
                b'\n' | b'\r' => return,
                _ => self.at += 1,
            }
            if byte == quote {
                return;
            }
        }
    }

    /// Skips the text of a template literal; says whether a hole begins there.
    fn skip_template(&mut self) -> bool {
        while self.at < self.text.len() {
            match self.byte(0) {
                b'\\' => self.at += 2,
                b'`' => {
                    self.at += 1;
                    return false;
                }
                b'$' if self.byte(1) == b'{' => {
                    self.at += 2;
                    return true;
                }
                _ => self.at += 1,
            }
        }
        self.is_doubtful = true;
        false
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

    fn skip_word(&mut self) {
        loop {
            while is_word_byte(self.byte(0)) {
                self.at += 1;
            }
            match self.char() {
                Some(char) if !char.is_ascii() && is_word(char) => self.at += char.len_utf8(),
                Some('\\') => {
                    self.is_doubtful = true;
                    break;
                }
                _ => break,
            }
        }
    }

    fn skip_operator(&mut self) {
        const LONG: [&str; 8] = ["...", "?.", "=>", "++", "--", "&&", "||", "??"];
        let rest = self.rest();
        let long = LONG.iter().find(|long| rest.starts_with(**long));
        self.at += long.map_or_else(|| self.char().map_or(1, char::len_utf8), |long| long.len());
    }

    fn kind(&mut self, char: char) -> Kind {
        match char {
            '(' | '[' | '{' => {
                self.at += 1;
                Kind::Open(char as u8)
            }
            ')' | ']' => {
                self.at += 1;
                Kind::Close(char as u8)
            }
            '}' => {
                self.at += 1;
                let closes_hole = self.braces.is_in_hole();
                self.in_template = closes_hole;
                Kind::Close(if closes_hole { b'`' } else { b'}' })
            }
            ',' => {
                self.at += 1;
                Kind::Comma
            }
            ';' => {
                self.at += 1;
                Kind::Semicolon
            }
            '"' | '\'' => {
                self.skip_string(char as u8);
                Kind::Literal
            }
            '`' => {
                self.at += 1;
                if self.skip_template() { Kind::Open(b'`') } else { Kind::Literal }
            }
            '/' => self.slash(),
            _ if char.is_ascii_digit() || char == '.' && self.byte(1).is_ascii_digit() => {
                self.at += 1;
                while is_word(self.char().unwrap_or(' ')) || self.byte(0) == b'.' {
                    self.at += self.char().map_or(1, char::len_utf8);
                }
                Kind::Literal
            }
            '#' => {
                self.at += 1;
                self.skip_word();
                Kind::Property
            }
            _ if is_word(char) || char == '\\' => {
                self.is_doubtful |= char == '\\';
                self.at += 1;
                self.at = self.text.ceil_char_boundary(self.at);
                self.skip_word();
                if self.braces.is_after_dot() { Kind::Property } else { Kind::Word }
            }
            _ => {
                self.skip_operator();
                Kind::Operator
            }
        }
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
                self.at += 1;
                Kind::Operator
            }
        }
    }
}

impl Iterator for Lexer<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        let (kind, start) = if std::mem::take(&mut self.in_template) {
            let start = self.at;
            let kind = if self.skip_template() { Kind::Open(b'`') } else { Kind::Literal };
            (kind, start)
        } else {
            self.skip_space();
            let start = self.at;
            let char = self.char()?;
            (self.kind(char), start)
        };
        self.at = self.text.ceil_char_boundary(self.at.min(self.text.len()));
        let newline = std::mem::take(&mut self.newline);
        let token = Token { kind, start, end: self.at, newline };
        self.braces.follow(token, token.text(self.text));
        Some(token)
    }
}

fn is_line_end(char: char) -> bool {
    matches!(char, '\n' | '\r' | '\u{2028}' | '\u{2029}')
}

fn is_word_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'$'
}

fn is_word(char: char) -> bool {
    if char.is_ascii() {
        is_word_byte(char as u8)
    } else {
        !char.is_whitespace() && char != '\u{feff}'
    }
}
