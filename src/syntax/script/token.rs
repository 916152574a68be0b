//! Tokens of a script.

use super::words::Word;

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
    Word(Word),
    /// `.name`, `#name`: a word that is no keyword.
    Property,
    /// A string, number, regular expression, or the end of a template literal.
    Literal,
    /// Anything else.
    Operator(Operator),
}

impl Kind {
    /// Whether such a token can end an operand.
    pub(super) fn ends_operand(self) -> bool {
        matches!(self, Self::Word(_) | Self::Property | Self::Literal | Self::Close(_))
    }
}

/// Operators, as far as they are told apart; of those of several characters only `...`, `?.`,
/// `=>`, `++`, `--`, `&&`, `||` and `??` are one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operator {
    /// `.`, `?.`
    Dot,
    /// `=>`
    Arrow,
    /// `:`
    Colon,
    /// `++`, `--`
    Step,
    /// `<`
    Less,
    /// `>`
    Greater,
    /// `!`
    Not,
    /// Any other.
    Other,
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
}
