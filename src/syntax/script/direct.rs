//! Expressions of templates that take no parser: names with members, literals, comparisons,
//! choices, sums, lists and calls of such. Nearly all of them are.

use super::declared::{Region, RegionKind};
use super::expr::{Argument, Binary, Call, ExprKind, Logical, Order};
use super::lower;
use super::tree::{ExprId, MODULE, Name, RegionId, Script};
use crate::source::Span;

/// Longer texts are left to the parser, so that nesting stays shallow.
const LONGEST: usize = 300;

/// Digits of the longest number that is read: all of its kind are exact.
const DIGITS: usize = 15;

/// Adds the expression `text`, without white space around, which begins at the byte `start` of
/// its template, to `into`: what the parser would add. Where it takes the parser to read it,
/// nothing is added.
pub(super) fn read(into: &mut Script, text: &str, start: u32) -> Option<ExprId> {
    if text.len() > LONGEST {
        return None;
    }
    // Nothing is taken back: what cannot be read is known before anything is added.
    Reader::new(text, start, None).whole()?;
    Reader::new(text, start, Some(into)).whole()
}

/// An operand that was read.
#[derive(Clone, Copy)]
struct Operand {
    id: ExprId,
    is: Is,
}

/// What becomes of an operand may depend on its being a constant.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Is {
    Text,
    Number,
    Other,
}

/// A binary operator.
#[derive(Clone, Copy)]
enum Operator {
    Logical(Logical),
    Binary(Binary),
}

struct Reader<'a> {
    text: &'a str,
    /// The end of what was read.
    at: usize,
    start: u32,
    region: RegionId,
    /// The script; without one the text is only looked at, and all ids are 0.
    into: Option<&'a mut Script>,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str, start: u32, into: Option<&'a mut Script>) -> Self {
        Self { text, at: 0, start, region: RegionId(0), into }
    }

    fn whole(mut self) -> Option<ExprId> {
        let operand = self.conditional()?;
        (self.at == self.text.len()).then(|| self.widened(0, operand).id)
    }

    /// `test ? yes : no`, or what may stand there instead.
    fn conditional(&mut self) -> Option<Operand> {
        let start = self.next();
        let test = self.binary(0)?;
        if !self.takes(b'?') {
            return Some(test);
        }
        let yes = self.branch(test.id, true, Self::conditional)?.id;
        if !self.takes(b':') {
            return None;
        }
        let no = self.branch(test.id, false, Self::conditional)?.id;
        Some(self.push(start, ExprKind::Conditional { test: test.id, yes, no }))
    }

    /// Operands with operators of at least the level `least` between them.
    fn binary(&mut self, least: u8) -> Option<Operand> {
        let start = self.next();
        let mut left = self.unary()?;
        while let Some((length, level, operator)) = self.operator().filter(|it| it.1 >= least) {
            self.at = self.next() + length;
            let kind = match operator {
                Operator::Logical(operator) => {
                    let taken = operator == Logical::And;
                    let right = self.branch(left.id, taken, |it| it.binary(level + 1))?.id;
                    ExprKind::Logical { operator, left: left.id, right }
                }
                Operator::Binary(operator) => {
                    let right = self.binary(level + 1)?;
                    if operator == Binary::Add && left.is == Is::Text && right.is == Is::Text {
                        return None;
                    }
                    ExprKind::Binary { operator, left: left.id, right: right.id }
                }
            };
            left = self.push(start, kind);
        }
        Some(left)
    }

    /// The operator that comes next: its length, how tightly it binds, and what it is. Of a
    /// longer one that is not known here the rest is no operand.
    fn operator(&self) -> Option<(usize, u8, Operator)> {
        let rest = self.text.as_bytes().get(self.next()..).unwrap_or_default();
        let (length, level, operator) = match rest {
            [b'|', b'|', ..] => return Some((2, 0, Operator::Logical(Logical::Or))),
            [b'&', b'&', ..] => return Some((2, 1, Operator::Logical(Logical::And))),
            [b'=', b'=', b'=', ..] => (3, 2, Binary::Same),
            [b'!', b'=', b'=', ..] => (3, 2, Binary::NotSame),
            [b'=', b'=', ..] => (2, 2, Binary::Equal),
            [b'!', b'=', ..] => (2, 2, Binary::NotEqual),
            [b'<', b'=', ..] => (2, 3, Binary::Order(Order::LessOrSame)),
            [b'>', b'=', ..] => (2, 3, Binary::Order(Order::MoreOrSame)),
            [b'<', ..] => (1, 3, Binary::Order(Order::Less)),
            [b'>', ..] => (1, 3, Binary::Order(Order::More)),
            [b'+', ..] => (1, 4, Binary::Add),
            [b'-', ..] => (1, 4, Binary::Other),
            [b'*' | b'/' | b'%', ..] => (1, 5, Binary::Other),
            _ => return None,
        };
        Some((length, level, Operator::Binary(operator)))
    }

    fn unary(&mut self) -> Option<Operand> {
        let start = self.next();
        if !self.takes(b'!') {
            return self.chain();
        }
        let operand = self.unary()?;
        (operand.is != Is::Number).then(|| self.push(start, ExprKind::Not(operand.id)))
    }

    /// A name or value with its members and calls.
    fn chain(&mut self) -> Option<Operand> {
        let start = self.next();
        let mut operand = self.primary()?;
        while let Some(next @ (b'.' | b'[' | b'(')) = self.peek() {
            self.takes(next);
            let object = operand.id;
            let kind = match next {
                b'.' => {
                    let word = self.word()?;
                    let property_span = self.span(self.at - word.len());
                    ExprKind::Member { object, property: self.name(word), property_span }
                }
                b'[' => self.key(object)?,
                _ => {
                    let arguments = self.items(b')')?;
                    ExprKind::Call(Call {
                        callee: object,
                        arguments: arguments.into(),
                        is_new: false,
                    })
                }
            };
            operand = self.push(start, kind);
        }
        Some(operand)
    }

    /// The member of `object` that stands in brackets.
    fn key(&mut self, object: ExprId) -> Option<ExprKind> {
        let start = self.next();
        let name = match self.peek()? {
            b'"' | b'\'' => Some(self.quoted()?),
            b'0'..=b'9' => Some(self.digits()?),
            _ => None,
        };
        let kind = if let Some(name) = name {
            let property_span = self.span(start);
            ExprKind::Member { object, property: self.name(name), property_span }
        } else {
            let index = self.conditional()?;
            ExprKind::Index { object, index: Some(index).filter(|it| it.is == Is::Other)?.id }
        };
        self.takes(b']').then_some(kind)
    }

    fn primary(&mut self) -> Option<Operand> {
        let start = self.next();
        match self.peek()? {
            b'(' => {
                self.at = start + 1;
                let operand = self.conditional()?;
                let is_closed = self.takes(b')');
                // Of the brackets around a constant its place has all.
                let is_text = operand.is == Is::Text;
                let whole = if is_text { self.widened(start, operand) } else { operand };
                is_closed.then_some(whole)
            }
            b'[' => {
                self.at = start + 1;
                let items = self.items(b']')?;
                Some(self.push(start, ExprKind::Array(items.into())))
            }
            b'"' | b'\'' => {
                let text = self.quoted()?;
                let kind = ExprKind::String(self.name(text));
                Some(Operand { is: Is::Text, ..self.push(start, kind) })
            }
            b'0'..=b'9' => {
                let kind = ExprKind::Number(self.digits()?.parse().ok()?);
                Some(Operand { is: Is::Number, ..self.push(start, kind) })
            }
            _ => {
                let kind = self.named()?;
                Some(self.push(start, kind))
            }
        }
    }

    /// What a word stands for.
    fn named(&mut self) -> Option<ExprKind> {
        Some(match self.word()? {
            "null" => ExprKind::Null,
            "true" => ExprKind::Bool(true),
            "false" => ExprKind::Bool(false),
            word if is_keyword(word) => return None,
            word => match (self.name(word), word) {
                (_, "undefined") => ExprKind::Undefined,
                (name, _) => ExprKind::Global(name),
            },
        })
    }

    /// Values with commas between them, up to `end`.
    fn items(&mut self, end: u8) -> Option<Vec<Argument>> {
        let mut items = Vec::new();
        if self.takes(end) {
            return Some(items);
        }
        loop {
            let value = self.conditional()?.id;
            items.push(Argument { position: items.len() as u32, value, spread: false });
            if self.takes(end) {
                return Some(items);
            }
            if !self.takes(b',') {
                return None;
            }
        }
    }

    /// A text in quotes without escapes.
    fn quoted(&mut self) -> Option<&'a str> {
        let start = self.next();
        let rest = self.text.get(start..)?;
        let quote = rest.chars().next().filter(|it| matches!(it, '"' | '\''))?;
        let (inner, _) = rest.strip_prefix(quote)?.split_once(quote)?;
        let is_plain = !inner.contains(['\\', '\n', '\r']);
        self.at = start + inner.len() + 2;
        is_plain.then_some(inner)
    }

    /// A whole number, written as it is shown.
    fn digits(&mut self) -> Option<&'a str> {
        let digits = self.run(|byte| byte.is_ascii_digit())?;
        let is_plain = digits.len() <= DIGITS && (digits == "0" || !digits.starts_with('0'));
        let next = self.text.as_bytes().get(self.at);
        (is_plain && !next.is_some_and(|byte| *byte == b'.' || is_inside(*byte))).then_some(digits)
    }

    fn word(&mut self) -> Option<&'a str> {
        let word = self.run(is_inside)?;
        (!word.starts_with(|first: char| first.is_ascii_digit())).then_some(word)
    }

    /// The bytes that come next and `belong`, if there are any.
    fn run(&mut self, belongs: fn(u8) -> bool) -> Option<&'a str> {
        let start = self.next();
        let rest = self.text.get(start..)?;
        let length = rest.bytes().take_while(|byte| belongs(*byte)).count();
        self.at = start + length;
        rest.get(..length).filter(|run| !run.is_empty())
    }

    /// Where the next token begins.
    fn next(&self) -> usize {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let is_blank = |byte: &&u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r');
        self.at + rest.iter().take_while(is_blank).count()
    }

    /// The first byte of the next token.
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.next()).copied()
    }

    /// Goes over `token`, if that comes next.
    fn takes(&mut self, token: u8) -> bool {
        let start = self.next();
        let is_next = self.text.as_bytes().get(start) == Some(&token);
        if is_next {
            self.at = start + 1;
        }
        is_next
    }

    /// From `start` to the end of what was read.
    fn span(&self, start: usize) -> Span {
        Span::new(start as u32, self.at as u32).shifted(self.start)
    }

    /// `operand`, whose place is now from `start` to the end of what was read.
    fn widened(&mut self, start: usize, operand: Operand) -> Operand {
        let span = self.span(start);
        if let Some(script) = &mut self.into {
            script.exprs[operand.id.0 as usize].span = span;
        }
        operand
    }

    fn name(&mut self, text: &str) -> Name {
        self.into.as_mut().map_or(Name(0), |script| script.intern(text))
    }

    fn push(&mut self, start: usize, kind: ExprKind) -> Operand {
        let span = self.span(start);
        let id = match &mut self.into {
            Some(script) => {
                let id = lower::push(script, span, kind);
                script.exprs[id.0 as usize].region = self.region;
                id
            }
            None => ExprId(0),
        };
        Operand { id, is: Is::Other }
    }

    /// What `read` reads where `condition` is as `taken` says.
    fn branch(
        &mut self,
        condition: ExprId,
        taken: bool,
        read: impl FnOnce(&mut Self) -> Option<Operand>,
    ) -> Option<Operand> {
        let outer = self.region;
        if let Some(script) = &mut self.into {
            self.region = RegionId(script.regions.len() as u32);
            let kind = RegionKind::Branch { condition, taken };
            let (parent, never) = (Some(outer), false);
            script.regions.push(Region { parent, function: MODULE, kind, never });
        }
        let operand = read(self);
        self.region = outer;
        operand
    }
}

/// What names are made of.
fn is_inside(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$')
}

/// Words that no variable can be called, and those that mean more than themselves.
#[rustfmt::skip]
fn is_keyword(text: &str) -> bool {
    matches!(
        text,
        "arguments" | "async" | "await" | "break" | "case" | "catch" | "class" | "const"
            | "continue" | "debugger" | "default" | "delete" | "do" | "else" | "enum" | "export"
            | "extends" | "finally" | "for" | "function" | "if" | "import" | "in" | "instanceof"
            | "let" | "new" | "require" | "return" | "static" | "super" | "switch" | "this"
            | "throw" | "try" | "typeof" | "var" | "void" | "while" | "with" | "yield"
    )
}
