//! Which part of a broken text to leave out so that the rest can be read.
//!
//! Brackets are matched as far as they can be; one that is left without partner counts as none.

use std::ops::Range;

use super::lex::Lexer;
use super::pairs::partners;
use super::token::{Kind, Operator, Token};

/// A change that may make a text readable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Repair {
    /// What is left out; every byte of it but line ends becomes a blank.
    pub(super) skipped: Range<usize>,
    /// What stands at the beginning of the blanks, so that what is around stays valid.
    pub(super) filler: &'static str,
    /// What is added behind the text.
    pub(super) appended: String,
    /// The end of the bracket around: a fault before it is likely to be the same one.
    pub(super) around: usize,
    /// Which bracket that is, the innermost first.
    pub(super) bracket: usize,
}

impl Repair {
    fn skip(skipped: Range<usize>, filler: &'static str, around: usize) -> Self {
        let filler = if filler.len() <= skipped.len() { filler } else { "" };
        Self { skipped, filler, appended: String::new(), around, bracket: 0 }
    }

    /// `text` with the change.
    pub(super) fn applied(&self, text: &str) -> String {
        let mut bytes = text.as_bytes().to_vec();
        for (at, byte) in
            bytes.iter_mut().enumerate().take(self.skipped.end).skip(self.skipped.start)
        {
            let filler = self.filler.as_bytes().get(at - self.skipped.start);
            if !matches!(*byte, b'\n' | b'\r') || filler.is_some() {
                *byte = filler.copied().unwrap_or(b' ');
            }
        }
        bytes.extend_from_slice(self.appended.as_bytes());
        String::from_utf8(bytes).unwrap_or_default()
    }
}

/// What a group of tokens is divided into.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Body {
    /// Statements or class members.
    Statements,
    /// Members of an object literal.
    Members,
    /// Arguments, or items of an array.
    Items,
}

/// The changes that may help against a fault at the byte `at`, the smallest first.
pub(super) fn repairs(text: &str, typescript: bool, at: usize) -> Vec<Repair> {
    let outline = Outline::new(text, typescript);
    let fault = outline.tokens.partition_point(|token| token.end <= at);
    let mut found = Vec::new();
    match outline.tokens.get(fault) {
        None => found.extend(outline.completion()),
        Some(token) if token.closes() && outline.partners[fault].is_none() => {
            found.push(Repair::skip(token.start..token.end, "", token.end));
        }
        Some(_) => {
            found.extend(outline.missing_mark(fault));
            found.extend(outline.early_end(fault));
        }
    }
    for (bracket, open) in outline.around(fault).into_iter().enumerate() {
        let filler = match outline.body(open) {
            Body::Statements => "",
            Body::Members => "...0",
            Body::Items => "0",
        };
        let end = outline.end(open).map_or(text.len(), |at| outline.tokens[at].end);
        for skipped in outline.segments(open, fault).into_iter().flatten() {
            found.push(Repair { bracket, ..Repair::skip(skipped, filler, end) });
        }
    }
    found
}

/// Everything from the statement of the top level that `at` lies in to the end.
pub(super) fn cut(text: &str, typescript: bool, at: usize) -> Repair {
    let outline = Outline::new(text, typescript);
    let fault = outline.tokens.partition_point(|token| token.end <= at);
    let [own, _] = outline.segments(None, fault);
    Repair::skip(own.map_or(0, |it| it.start)..text.len(), "", text.len())
}

/// The tokens of a text and how their brackets match.
struct Outline<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    /// The matching bracket of each.
    partners: Vec<Option<usize>>,
    /// The opening brackets without a partner.
    open: Vec<usize>,
}

impl<'a> Outline<'a> {
    fn new(text: &'a str, typescript: bool) -> Self {
        let tokens: Vec<Token> = Lexer::new(text, typescript).collect();
        let partners = partners(&tokens);
        let is_open =
            |at: &usize| matches!(tokens[*at].kind, Kind::Open(_)) && partners[*at].is_none();
        let open = (0..tokens.len()).filter(is_open).collect();
        Self { text, tokens, partners, open }
    }

    /// The text with all that is open at its end closed.
    fn completion(&self) -> Option<Repair> {
        let mut appended = String::from("\n");
        for at in self.open.iter().rev() {
            if let Kind::Open(bracket) = self.tokens[*at].kind {
                appended.push_str(if bracket == b'`' { "}`" } else { closer(bracket) });
            }
        }
        let around = self.text.len();
        let skipped = around..around;
        (!self.open.is_empty()).then_some(Repair {
            skipped,
            filler: "",
            appended,
            around,
            bracket: 0,
        })
    }

    /// A comma, or a brace with one, that is missing before the token `fault`.
    ///
    /// It takes the place of a blank.
    fn missing_mark(&self, fault: usize) -> Option<Repair> {
        let open = *self.around(fault).first()?;
        let before = &self.tokens[fault.checked_sub(1)?];
        let token = &self.tokens[fault];
        let is_blank =
            |at: usize| self.text.as_bytes().get(at).is_some_and(u8::is_ascii_whitespace);
        let around = token.end;
        match (self.body(open), token.kind) {
            (Body::Statements, Kind::Comma) if before.closes() && is_blank(token.end) => {
                Some(Repair::skip(token.start..token.end + 1, "},", around))
            }
            (Body::Members | Body::Items, Kind::Word(_) | Kind::Literal)
                if is_blank(before.end) =>
            {
                Some(Repair::skip(before.end..before.end + 1, ",", around))
            }
            _ => None,
        }
    }

    /// A brace before a comma that ends too early what goes on at the token `fault`.
    ///
    /// It leaves another one without partner further on.
    fn early_end(&self, fault: usize) -> Option<Repair> {
        let brace = Kind::Close(b'}');
        let is_left = |at: usize| self.tokens[at].kind == brace && self.partners[at].is_none();
        let comma = (1..fault).rev().find(|at| self.tokens[*at].kind == Kind::Comma)?;
        let end = &self.tokens[comma - 1];
        let is_early = end.kind == brace && (fault..self.tokens.len()).any(is_left);
        is_early.then(|| Repair::skip(end.start..end.end, "", self.tokens[fault].end))
    }

    /// The matched brackets around the token `fault`, the innermost first; `None` for the top level.
    fn around(&self, fault: usize) -> Vec<Option<usize>> {
        let mut open = vec![None];
        let mut at = 0;
        while at < fault.min(self.tokens.len()) {
            match (self.tokens[at].kind, self.partners[at]) {
                (Kind::Open(_), Some(close)) if close < fault => at = close,
                (Kind::Open(_), Some(_)) => open.push(Some(at)),
                _ => {}
            }
            at += 1;
        }
        open.reverse();
        open
    }

    fn body(&self, open: Option<usize>) -> Body {
        let Some(open) = open else { return Body::Statements };
        let before = open.checked_sub(1).map(|at| &self.tokens[at]);
        match self.tokens[open].kind {
            Kind::Open(b'{') => {
                let is_value = before.is_some_and(|token| match token.kind {
                    Kind::Operator(operator) => operator != Operator::Arrow,
                    Kind::Open(bracket) => bracket != b'{',
                    Kind::Comma => true,
                    Kind::Word(_) => token.text(self.text) == "return",
                    _ => false,
                });
                if is_value { Body::Members } else { Body::Statements }
            }
            _ => Body::Items,
        }
    }

    /// The closing bracket of `open`; `None` for the top level.
    fn end(&self, open: Option<usize>) -> Option<usize> {
        open.and_then(|at| self.partners[at])
    }

    /// The statement, member or item directly in `open` that the token `fault` belongs to,
    /// alone and with the one before it, where a fault often lies that shows only behind it.
    fn segments(&self, open: Option<usize>, fault: usize) -> [Option<Range<usize>>; 2] {
        let body = self.body(open);
        let end = self.end(open).unwrap_or(self.tokens.len());
        let mut at = open.map_or(0, |at| at + 1);
        let (mut start, mut previous) = (at, None);
        while at < end {
            let last = match (self.tokens[at].kind, self.partners[at]) {
                (Kind::Open(_), Some(close)) => close,
                _ => at,
            };
            if self.ends(body, last, end) {
                let stop = if body == Body::Statements { last + 1 } else { last };
                if fault <= last {
                    return [self.range(start, stop), previous.and_then(|it| self.range(it, stop))];
                }
                previous = Some(start);
                start = last + 1;
            }
            at = last + 1;
        }
        [self.range(start, end), previous.and_then(|it| self.range(it, end))]
    }

    fn range(&self, start: usize, end: usize) -> Option<Range<usize>> {
        let tokens = self.tokens.get(start..end)?;
        Some(tokens.first()?.start..tokens.last()?.end)
    }

    /// Whether a segment ends with the token `last`; of members and items, before it.
    fn ends(&self, body: Body, last: usize, end: usize) -> bool {
        let token = &self.tokens[last];
        if body != Body::Statements {
            return token.kind == Kind::Comma;
        }
        if token.kind == Kind::Semicolon {
            return true;
        }
        if last + 1 >= end {
            return false;
        }
        let next = &self.tokens[last + 1];
        let begins = match next.kind {
            Kind::Word(_) => !goes_on(next.text(self.text)),
            Kind::Literal | Kind::Property => true,
            _ => false,
        };
        let is_block = token.kind == Kind::Close(b'}') && self.partners[last].is_some();
        begins && (is_block || next.newline && token.kind.ends_operand())
    }
}

fn closer(bracket: u8) -> &'static str {
    match bracket {
        b'(' => ")",
        b'[' => "]",
        _ => "}",
    }
}

/// Words that no statement begins with.
fn goes_on(text: &str) -> bool {
    matches!(
        text,
        "else"
            | "catch"
            | "finally"
            | "while"
            | "in"
            | "of"
            | "instanceof"
            | "as"
            | "satisfies"
            | "from"
            | "extends"
            | "implements"
    )
}
