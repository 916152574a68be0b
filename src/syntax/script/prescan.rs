//! How deep a text nests, before a parser that recurses sees it.
//!
//! Units count what the parser, the lowering and the release of the tree recurse on: every
//! bracket, and in each bracket the operators and keywords since the last place where an
//! expression or statement has surely ended. They are an upper bound, not a depth.

use super::lex::Lexer;
use super::token::{Kind, Operator, Token};
use super::words::{Role, Word};

/// Units of a bracket.
const BRACKET: u32 = 3;

/// Brackets nested deeper than this are not read.
const MAX_DEPTH: usize = 2000;
/// More units than this are not read: they fit no stack.
const MAX_UNITS: u32 = 200_000;
/// Statements nested without brackets deeper than this are not read: swc's time is quadratic in them.
const MAX_HELD: u32 = 5000;
/// Labels, and first members of objects, nested deeper than this are not read: swc's time and
/// memory are quadratic in labels of one name.
const MAX_LABELS: u32 = 300;
/// `<` nested deeper than this in TypeScript is not read: swc's time is cubic in it.
const MAX_ANGLES: u32 = 200;
/// `<` before an operand, nested deeper than this in TypeScript, is not read: swc's time is exponential in it.
const MAX_PREFIX_ANGLES: u32 = 10;

/// A text of so few bytes is within these bounds, but for those of TypeScript.
const SHORT: usize = MAX_LABELS as usize;

/// A text of so few units, however they nest, has no more brackets or statements than are read, and
/// fits 40 MiB.
const SHALLOW: u32 = MAX_HELD;

/// Hardly any longer text has so few.
const LONGEST_SHALLOW: usize = 10 * SHALLOW as usize;

/// How a text is going to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Grammar {
    /// JavaScript.
    Plain,
    /// JavaScript with JSX.
    Jsx,
    /// TypeScript.
    TypeScript,
}

/// What nesting a text needs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Nesting {
    /// The largest number of units open at once.
    pub(super) units: u32,
    /// Whether the text is beyond what is read.
    pub(super) is_too_deep: bool,
}

/// Measures `text`.
pub(super) fn measure(text: &str, grammar: Grammar) -> Nesting {
    if text.len() <= SHORT && grammar != Grammar::TypeScript {
        return Nesting { units: raw_units(text), is_too_deep: false };
    }
    let mut scan = Scan::new(grammar);
    let mut lexer = Lexer::new(text, grammar == Grammar::TypeScript);
    for token in lexer.by_ref() {
        scan.follow(token);
        if scan.is_too_deep {
            break;
        }
    }
    // JSX text is not made of tokens, so that brackets can hide in what looks like a string.
    if lexer.is_doubtful || grammar == Grammar::Jsx {
        scan.units = scan.units.max(raw_units(text) / 2);
        scan.is_too_deep |= scan.units > MAX_UNITS * 2;
    } else {
        scan.is_too_deep |= scan.units > MAX_UNITS;
    }
    Nesting { units: scan.units, is_too_deep: scan.is_too_deep }
}

/// Whether `text` is within all bounds and fits a large stack, whatever its tokens are.
pub(super) fn is_shallow(text: &str, grammar: Grammar) -> bool {
    let count = |wanted: u8| text.bytes().filter(|byte| *byte == wanted).count() as u32;
    let has_few_angles = grammar != Grammar::TypeScript || count(b'<') <= MAX_PREFIX_ANGLES;
    text.len() <= LONGEST_SHALLOW
        && has_few_angles
        && count(b':') <= MAX_LABELS
        && raw_units(text) <= SHALLOW
}

/// What `text` needs whatever its tokens are.
fn raw_units(text: &str) -> u32 {
    let (mut units, mut last) = (0, 0);
    for byte in text.bytes() {
        let known = BYTES[usize::from(byte)];
        let run = known & !UNITS;
        units += u32::from(known & UNITS) + u32::from(run != 0 && run != last);
        last = run;
    }
    units
}

/// A part of a word.
const WORD: u8 = 0x10;
/// A part of a character beyond ASCII: of a word, or of blanks between words.
const WIDE: u8 = 0x20;
/// The part of an entry of [`BYTES`] that is its units.
const UNITS: u8 = 0x0f;

/// The units of each byte, and what it is a part of: of that, the first byte is one unit.
const BYTES: [u8; 256] = {
    let mut bytes = [0; 256];
    let mut byte = 0_u8;
    loop {
        bytes[byte as usize] = match byte {
            0x80.. => WIDE,
            b'(' | b'[' | b'{' => BRACKET as u8 + 1,
            b':' => 2,
            _ if byte.is_ascii_alphanumeric() => WORD,
            _ if byte.is_ascii_punctuation() => 1,
            _ => 0,
        };
        if byte == u8::MAX {
            break bytes;
        }
        byte += 1;
    }
};

/// What is open in one bracket.
#[derive(Clone, Copy, Default)]
struct Level {
    /// Operators since the last comma or end of a statement.
    chain: u32,
    /// Statements, classes and labels since the last end of a statement.
    held: u32,
    /// Those of them that can be labels.
    labels: u32,
    /// `<` since the last end of a statement.
    angles: u32,
    /// Those of them before an operand.
    prefix_angles: u32,
}

struct Scan {
    grammar: Grammar,
    levels: Vec<Level>,
    level: Level,
    /// The sums over all levels, the innermost included, and the brackets.
    total: Level,
    before_last: Seen,
    last: Seen,
    units: u32,
    is_too_deep: bool,
}

/// What is remembered of a token.
#[derive(Clone, Copy)]
struct Seen {
    kind: Kind,
    newline: bool,
}

impl Scan {
    fn new(grammar: Grammar) -> Self {
        // A text begins like what is behind a statement.
        let start = Seen { kind: Kind::Semicolon, newline: false };
        Self {
            grammar,
            levels: Vec::new(),
            level: Level::default(),
            total: Level::default(),
            before_last: start,
            last: start,
            units: 0,
            is_too_deep: false,
        }
    }

    fn follow(&mut self, token: Token) {
        let seen = Seen { kind: token.kind, newline: token.newline };
        match token.kind {
            Kind::Word(word) => self.word(word, seen),
            _ if self.last.kind == Kind::Semicolon => self.forget_statements(),
            _ => {}
        }
        match token.kind {
            Kind::Open(_) => self.open(),
            Kind::Close(_) => self.close(),
            Kind::Comma => self.forget_chain(),
            Kind::Semicolon => self.forget_expression(),
            Kind::Operator(operator) => self.operator(operator),
            Kind::Word(_) | Kind::Property | Kind::Literal => {}
        }
        self.before_last = self.last;
        self.last = seen;
    }

    fn word(&mut self, word: Word, seen: Seen) {
        if self.last.kind == Kind::Semicolon && !word.revives() {
            self.forget_statements();
        }
        if self.grammar != Grammar::Jsx && !word.is_infix() {
            self.end_statement(word, seen);
        }
        if word.holds() {
            self.level.held += 1;
            self.total.held += 1;
            self.check();
        } else if word.is_modifier() {
            self.chain();
        }
    }

    /// Forgets what has surely ended before `word`.
    fn end_statement(&mut self, word: Word, seen: Seen) {
        let after_operand = match self.last.kind {
            Kind::Word(last) => !last.is_modifier(),
            Kind::Property | Kind::Literal | Kind::Close(b']' | b'}') => true,
            _ => false,
        };
        if after_operand {
            self.forget_expression();
            self.forget_statements();
        } else if word.is_starter() {
            match self.last.kind {
                Kind::Close(b')') => self.forget_expression(),
                Kind::Operator(Operator::Greater) if seen.newline => self.forget_expression(),
                _ => {}
            }
        }
    }

    fn open(&mut self) {
        self.chain();
        self.levels.push(self.level);
        self.level = Level::default();
        self.total.chain += BRACKET;
        self.is_too_deep |= self.levels.len() > MAX_DEPTH;
        self.measure();
    }

    fn close(&mut self) {
        let Some(level) = self.levels.pop() else { return };
        self.forget_expression();
        self.forget_statements();
        self.total.chain -= BRACKET;
        self.level = level;
    }

    fn forget_chain(&mut self) {
        self.total.chain -= self.level.chain;
        self.level.chain = 0;
    }

    fn forget_expression(&mut self) {
        self.forget_chain();
        self.total.angles -= self.level.angles;
        self.total.prefix_angles -= self.level.prefix_angles;
        (self.level.angles, self.level.prefix_angles) = (0, 0);
    }

    fn forget_statements(&mut self) {
        self.total.held -= self.level.held;
        self.total.labels -= self.level.labels;
        (self.level.held, self.level.labels) = (0, 0);
    }

    fn chain(&mut self) {
        self.level.chain += 1;
        self.total.chain += 1;
        self.measure();
    }

    fn operator(&mut self, operator: Operator) {
        match operator {
            Operator::Less => {
                let is_prefix = u32::from(!self.last.kind.ends_operand());
                self.level.angles += 1;
                self.total.angles += 1;
                self.level.prefix_angles += is_prefix;
                self.total.prefix_angles += is_prefix;
                self.check();
            }
            Operator::Colon => {
                let is_label = u32::from(self.is_label());
                self.level.held += is_label;
                self.total.held += is_label;
                self.level.labels += is_label;
                self.total.labels += is_label;
                self.chain();
                self.check();
            }
            _ => self.chain(),
        }
    }

    fn measure(&mut self) {
        let Level { chain, held, angles, .. } = self.total;
        self.units = self.units.max(chain + held + angles);
    }

    /// Looks at what nests without brackets.
    fn check(&mut self) {
        self.measure();
        let Level { held, labels, angles, prefix_angles, .. } = self.total;
        self.is_too_deep |= held > MAX_HELD || labels > MAX_LABELS;
        if self.grammar == Grammar::TypeScript {
            self.is_too_deep |= angles > MAX_ANGLES || prefix_angles > MAX_PREFIX_ANGLES;
        }
    }

    /// Whether the word before a `:` can be a label.
    fn is_label(&self) -> bool {
        let Seen { kind: Kind::Word(_), newline } = self.last else { return false };
        match self.before_last.kind {
            Kind::Open(b'{') | Kind::Close(_) | Kind::Semicolon => true,
            Kind::Comma => false,
            Kind::Word(word) => is_else_or_do(word) || newline,
            Kind::Operator(operator) => operator == Operator::Colon,
            _ => newline,
        }
    }
}

fn is_else_or_do(word: Word) -> bool {
    word.holds() && word.role() == Role::BeforeStatement
}
