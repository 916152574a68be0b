//! Whether a `/` divides or begins a regular expression, from the tokens before it.

use super::token::{Kind, Operator, Token};
use super::words::Role;

/// What a `/` is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slash {
    /// The beginning of a regular expression.
    Regex,
    /// A division.
    Division,
    /// Either; taken as one.
    Doubtful {
        /// Which.
        is_regex: bool,
    },
}

/// What an open bracket is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bracket {
    /// The head of an `if`, a loop or the like.
    Head,
    /// Any other `(`, and `[`.
    Group,
    /// The body of a statement.
    Block,
    /// An object literal.
    Object,
    /// A function's or class's body, or what cannot be told.
    Other,
    /// A hole of a template literal.
    Hole,
}

impl Bracket {
    /// Whether it is `(` or `[`.
    fn is_group(self) -> bool {
        matches!(self, Self::Head | Self::Group)
    }
}

/// What was read last.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    Nothing,
    Opened(Bracket),
    Closed(Bracket),
    Separator,
    Literal,
    /// A word; a property counts as a name.
    Word(Role),
    Dot,
    Arrow,
    Colon,
    /// `++` or `--` behind an operand.
    Postfix,
    /// `>` and `!`, which can end an operand in TypeScript.
    MayEnd,
    Operator,
}

/// The open brackets and what was read last.
pub(super) struct Braces {
    open: Vec<Bracket>,
    last: Last,
    typescript: bool,
}

impl Braces {
    pub(super) fn new(typescript: bool) -> Self {
        Self { open: Vec::new(), last: Last::Nothing, typescript }
    }

    /// Whether the innermost open bracket is a hole of a template literal.
    pub(super) fn is_in_hole(&self) -> bool {
        self.open.iter().rfind(|it| !it.is_group()) == Some(&Bracket::Hole)
    }

    /// Whether the next word is a property's name.
    pub(super) fn is_after_dot(&self) -> bool {
        self.last == Last::Dot
    }

    /// What a `/` here is.
    pub(super) fn slash(&self) -> Slash {
        match self.last {
            Last::Nothing
            | Last::Opened(_)
            | Last::Closed(Bracket::Head | Bracket::Block)
            | Last::Separator
            | Last::Word(Role::Prefix)
            | Last::Word(Role::BeforeStatement)
            | Last::Operator
            | Last::Colon => Slash::Regex,
            Last::Closed(Bracket::Group | Bracket::Object | Bracket::Hole)
            | Last::Literal
            | Last::Word(Role::Name)
            | Last::Word(Role::BeforeHead)
            | Last::Dot
            | Last::Postfix => Slash::Division,
            Last::Closed(Bracket::Other) | Last::Word(Role::Contextual) | Last::Arrow => {
                Slash::Doubtful { is_regex: true }
            }
            Last::Word(Role::Jump) => Slash::Doubtful { is_regex: false },
            Last::MayEnd if self.typescript => Slash::Doubtful { is_regex: true },
            Last::MayEnd => Slash::Regex,
        }
    }

    /// Takes note of `token`.
    #[inline]
    pub(super) fn follow(&mut self, token: Token) {
        self.last = match token.kind {
            Kind::Open(bracket) => {
                let bracket = self.opened(bracket, token.newline);
                self.open.push(bracket);
                Last::Opened(bracket)
            }
            Kind::Close(bracket) => Last::Closed(self.close(bracket)),
            Kind::Comma => Last::Operator,
            Kind::Semicolon => Last::Separator,
            Kind::Literal => Last::Literal,
            Kind::Property => Last::Word(Role::Name),
            // A label.
            Kind::Word(_) if self.last == Last::Word(Role::Jump) && !token.newline => self.last,
            Kind::Word(word) => Last::Word(word.role()),
            Kind::Operator(operator) => self.operator(operator, token.newline),
        };
    }

    /// Closes the innermost bracket that `bracket` can close.
    ///
    /// A brace closes what is left open inside, so that broken code does not change what follows.
    fn close(&mut self, bracket: u8) -> Bracket {
        let is_group = matches!(bracket, b')' | b']');
        if is_group && self.open.last().is_some_and(|it| !it.is_group()) {
            return Bracket::Group;
        }
        while let Some(closed) = self.open.pop() {
            if closed.is_group() == is_group {
                return closed;
            }
        }
        Bracket::Other
    }

    fn opened(&self, bracket: u8, newline: bool) -> Bracket {
        match (bracket, self.last) {
            (b'(', Last::Word(Role::BeforeHead)) => Bracket::Head,
            (b'`', _) => Bracket::Hole,
            (b'{', Last::Operator | Last::MayEnd) if self.typescript => Bracket::Other,
            (b'{', Last::Word(Role::Prefix)) if newline => Bracket::Other,
            (b'{', Last::Opened(Bracket::Head | Bracket::Group | Bracket::Hole)) => Bracket::Object,
            (b'{', Last::Operator | Last::MayEnd | Last::Word(Role::Prefix)) => Bracket::Object,
            (
                b'{',
                Last::Nothing
                | Last::Separator
                | Last::Word(Role::BeforeStatement)
                | Last::Opened(Bracket::Block)
                | Last::Closed(Bracket::Head | Bracket::Block),
            ) => Bracket::Block,
            (b'{', _) => Bracket::Other,
            _ => Bracket::Group,
        }
    }

    fn operator(&self, operator: Operator, newline: bool) -> Last {
        match operator {
            Operator::Dot => Last::Dot,
            Operator::Arrow => Last::Arrow,
            Operator::Colon => Last::Colon,
            Operator::Step if self.ends_operand() && !newline => Last::Postfix,
            Operator::Step => Last::Arrow,
            Operator::Greater | Operator::Not => Last::MayEnd,
            Operator::Less | Operator::Other => Last::Operator,
        }
    }

    fn ends_operand(&self) -> bool {
        matches!(self.last, Last::Word(Role::Name) | Last::Literal | Last::Closed(Bracket::Group))
    }
}
