//! Which part of a broken text to leave out so that the rest can be read.
//!
//! Brackets are matched as far as they can be: a closing one closes the nearest open one of
//! its kind, and what is left open between the two counts as no bracket.

use std::ops::Range;

use super::lex::{Kind, Lexer, Token};

/// A change that may make a text readable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Repair {
    /// What is left out; every byte of it but line ends becomes a blank.
    pub(super) skipped: Range<usize>,
    /// What stands at the beginning of the blanks, so that what is around stays valid.
    pub(super) filler: &'static str,
    /// What is added behind the text.
    pub(super) appended: String,
}

impl Repair {
    fn skip(skipped: Range<usize>, filler: &'static str) -> Self {
        let filler = if filler.len() <= skipped.len() { filler } else { "" };
        Self { skipped, filler, appended: String::new() }
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
        None => found.extend(outline.completion(text)),
        Some(token)
            if matches!(token.kind, Kind::Close(_)) && outline.partners[fault].is_none() =>
        {
            found.push(Repair::skip(token.start..token.end, ""));
        }
        Some(_) => {}
    }
    for open in outline.around(fault) {
        if let Some(segment) = outline.segment(open, fault) {
            let filler = match outline.body(open) {
                Body::Statements => "",
                Body::Members => "...0",
                Body::Items => "0",
            };
            found.push(Repair::skip(segment, filler));
        }
    }
    found.dedup_by(|after, before| after.skipped == before.skipped);
    found
}

/// Everything from the statement of the top level that `at` lies in to the end.
pub(super) fn cut(text: &str, typescript: bool, at: usize) -> Repair {
    let outline = Outline::new(text, typescript);
    let fault = outline.tokens.partition_point(|token| token.end <= at);
    let start = outline.segment(None, fault).map_or(0, |segment| segment.start);
    Repair::skip(start..text.len(), "")
}

/// The tokens of a text and how their brackets match.
struct Outline<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    /// The matching bracket of each.
    partners: Vec<Option<usize>>,
    /// The brackets that are open at the end of the text.
    open: Vec<usize>,
}

impl<'a> Outline<'a> {
    fn new(text: &'a str, typescript: bool) -> Self {
        let tokens: Vec<Token> = Lexer::new(text, typescript).collect();
        let mut partners = vec![None; tokens.len()];
        let mut open: Vec<usize> = Vec::new();
        // How many of each kind are open, so that a stray bracket costs no search.
        let mut counts = [0_u32; 256];
        for (at, token) in tokens.iter().enumerate() {
            match token.kind {
                Kind::Open(bracket) => {
                    counts[usize::from(closing(bracket))] += 1;
                    open.push(at);
                }
                Kind::Close(bracket) if counts[usize::from(bracket)] > 0 => {
                    while let Some(candidate) = open.pop() {
                        let Kind::Open(opened) = tokens[candidate].kind else { continue };
                        counts[usize::from(closing(opened))] -= 1;
                        if closing(opened) == bracket {
                            partners[candidate] = Some(at);
                            partners[at] = Some(candidate);
                            break;
                        }
                    }
                }
                _ => {}
            }
        }
        Self { text, tokens, partners, open }
    }

    /// The text with all that is open at its end closed.
    fn completion(&self, text: &str) -> Option<Repair> {
        let mut appended = String::from("\n");
        for at in self.open.iter().rev() {
            if let Kind::Open(bracket) = self.tokens[*at].kind {
                appended.push_str(if bracket == b'`' { "}`" } else { closer(bracket) });
            }
        }
        let end = text.len();
        (!self.open.is_empty()).then_some(Repair { skipped: end..end, filler: "", appended })
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
                    Kind::Operator => token.text(self.text) != "=>",
                    Kind::Open(bracket) => bracket != b'{',
                    Kind::Comma => true,
                    Kind::Word => token.text(self.text) == "return",
                    _ => false,
                });
                if is_value { Body::Members } else { Body::Statements }
            }
            _ => Body::Items,
        }
    }

    /// The statement, member or item directly in `open` that the token `fault` belongs to.
    fn segment(&self, open: Option<usize>, fault: usize) -> Option<Range<usize>> {
        let body = self.body(open);
        let first = open.map_or(0, |at| at + 1);
        let end = open.and_then(|at| self.partners[at]).unwrap_or(self.tokens.len());
        let (mut start, mut at) = (first, first);
        while at < end {
            let last = match (self.tokens[at].kind, self.partners[at]) {
                (Kind::Open(_), Some(close)) => close,
                _ => at,
            };
            if self.ends(body, last, end) {
                let stop = if body == Body::Statements { last + 1 } else { last };
                if fault <= last {
                    return self.range(start, stop);
                }
                start = last + 1;
            }
            at = last + 1;
        }
        self.range(start, end)
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
            Kind::Word => !goes_on(next.text(self.text)),
            Kind::Literal | Kind::Property => true,
            _ => false,
        };
        let is_block = token.kind == Kind::Close(b'}') && self.partners[last].is_some();
        begins && (is_block || next.newline && token.ends_operand())
    }
}

fn closing(bracket: u8) -> u8 {
    match bracket {
        b'(' => b')',
        b'[' => b']',
        b'{' => b'}',
        other => other,
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
