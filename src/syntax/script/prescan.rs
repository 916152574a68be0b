//! How deep a text nests, before a parser that recurses sees it.
//!
//! Units count what the parser, the lowering and the release of the tree recurse on: every
//! bracket, and in each bracket the operators and keywords since the last place where an
//! expression or statement has surely ended. They are an upper bound, not a depth.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::lex::{Kind, Lexer, Token};

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
    let mut scan = Scan::new(text, grammar);
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

/// What `text` needs whatever its tokens are.
fn raw_units(text: &str) -> u32 {
    let mut units = 0;
    let mut in_word = false;
    for byte in text.bytes() {
        let is_word = byte.is_ascii_alphanumeric() || byte >= 0x80;
        units += match byte {
            b'(' | b'[' | b'{' => BRACKET + 1,
            _ if byte.is_ascii_punctuation() => 1,
            _ => u32::from(is_word && !in_word),
        };
        in_word = is_word;
    }
    units
}

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

impl Level {
    /// What is left behind an end of a statement that may go on.
    fn held(self) -> Self {
        Self { held: self.held, labels: self.labels, ..Self::default() }
    }
}

struct Scan<'a> {
    text: &'a str,
    grammar: Grammar,
    levels: Vec<Level>,
    /// The sums over all levels but the innermost.
    outer: Level,
    level: Level,
    before_last: Option<Token>,
    last: Option<Token>,
    last_word: Word,
    units: u32,
    is_too_deep: bool,
}

impl<'a> Scan<'a> {
    fn new(text: &'a str, grammar: Grammar) -> Self {
        Self {
            text,
            grammar,
            levels: Vec::new(),
            outer: Level::default(),
            level: Level::default(),
            before_last: None,
            last: None,
            last_word: Word::default(),
            units: 0,
            is_too_deep: false,
        }
    }

    fn follow(&mut self, token: Token) {
        let text = token.text(self.text);
        let word = if token.kind == Kind::Word { Word::of(text) } else { Word::default() };
        self.end_statement(token, text, word);
        match token.kind {
            Kind::Open(_) => {
                self.level.chain += 1;
                self.open();
            }
            Kind::Close(_) => self.close(),
            Kind::Comma => self.level.chain = 0,
            Kind::Semicolon => self.level = self.level.held(),
            Kind::Word => self.word(word),
            Kind::Operator => self.operator(text),
            Kind::Property | Kind::Literal => {}
        }
        self.before_last = self.last.replace(token);
        self.last_word = word;
        self.check();
    }

    fn open(&mut self) {
        self.levels.push(self.level);
        self.outer.chain += self.level.chain + BRACKET;
        self.outer.held += self.level.held;
        self.outer.labels += self.level.labels;
        self.outer.angles += self.level.angles;
        self.outer.prefix_angles += self.level.prefix_angles;
        self.level = Level::default();
    }

    fn close(&mut self) {
        let Some(level) = self.levels.pop() else { return };
        self.outer.chain -= level.chain + BRACKET;
        self.outer.held -= level.held;
        self.outer.labels -= level.labels;
        self.outer.angles -= level.angles;
        self.outer.prefix_angles -= level.prefix_angles;
        self.level = level;
    }

    fn check(&mut self) {
        let (outer, level) = (&self.outer, &self.level);
        let (held, angles) = (outer.held + level.held, outer.angles + level.angles);
        self.units = self.units.max(outer.chain + level.chain + held + angles);
        self.is_too_deep |= self.levels.len() > MAX_DEPTH || held > MAX_HELD;
        self.is_too_deep |= outer.labels + level.labels > MAX_LABELS;
        if self.grammar == Grammar::TypeScript {
            let prefix = outer.prefix_angles + level.prefix_angles;
            self.is_too_deep |= angles > MAX_ANGLES || prefix > MAX_PREFIX_ANGLES;
        }
    }

    /// Forgets what has surely ended before `token`.
    fn end_statement(&mut self, token: Token, text: &str, word: Word) {
        let Some(last) = self.last else { return };
        let goes_on = matches!(text, "else" | "while") && token.kind == Kind::Word;
        if last.kind == Kind::Semicolon && !goes_on {
            (self.level.held, self.level.labels) = (0, 0);
        }
        if self.grammar == Grammar::Jsx || token.kind != Kind::Word || word.is_infix {
            return;
        }
        let last_text = last.text(self.text);
        let after_operand = match last.kind {
            Kind::Word => !self.last_word.is_modifier,
            Kind::Property | Kind::Literal | Kind::Close(b']' | b'}') => true,
            _ => false,
        };
        let after_head = last.kind == Kind::Close(b')') || last_text == ">" && token.newline;
        if after_operand || after_head && word.is_starter {
            self.level = if after_operand { Level::default() } else { self.level.held() };
        }
    }

    fn word(&mut self, word: Word) {
        if word.holds {
            self.level.held += 1;
        } else if word.is_modifier {
            self.level.chain += 1;
        }
    }

    fn operator(&mut self, text: &str) {
        match text {
            "<" => {
                self.level.angles += 1;
                let is_prefix = !self.last.is_some_and(|last| last.ends_operand());
                self.level.prefix_angles += u32::from(is_prefix);
            }
            ":" => {
                self.level.chain += 1;
                let label = u32::from(self.is_label());
                self.level.held += label;
                self.level.labels += label;
            }
            _ => self.level.chain += 1,
        }
    }

    /// Whether the word before a `:` can be a label.
    fn is_label(&self) -> bool {
        let Some(Token { kind: Kind::Word, newline, .. }) = self.last else { return false };
        let Some(before) = self.before_last else { return true };
        match before.kind {
            Kind::Open(b'{') | Kind::Close(_) | Kind::Semicolon => true,
            Kind::Comma => false,
            Kind::Word => matches!(before.text(self.text), "else" | "do") || newline,
            Kind::Operator => before.text(self.text) == ":",
            _ => newline,
        }
    }
}

/// What a word means for what stands around it.
#[derive(Clone, Copy, Default)]
struct Word {
    /// It goes on with what is before it.
    is_infix: bool,
    /// It needs what is behind it.
    is_modifier: bool,
    /// Only a statement begins with it.
    is_starter: bool,
    /// It holds a statement, or a class.
    holds: bool,
}

impl Word {
    fn of(text: &str) -> Self {
        WORDS.get(text).copied().unwrap_or_default()
    }
}

static WORDS: LazyLock<FxHashMap<&str, Word>> = LazyLock::new(|| {
    let mut words: FxHashMap<&str, Word> = FxHashMap::default();
    for word in INFIX {
        let entry = words.entry(word).or_default();
        (entry.is_infix, entry.is_modifier) = (true, true);
    }
    MODIFIERS.iter().for_each(|word| words.entry(word).or_default().is_modifier = true);
    STARTERS.iter().for_each(|word| words.entry(word).or_default().is_starter = true);
    HOLDERS.iter().for_each(|word| words.entry(word).or_default().holds = true);
    words
});

/// Words that go on with what is before them, and need what is behind them.
const INFIX: &[&str] = &[
    "in",
    "instanceof",
    "of",
    "as",
    "satisfies",
    "is",
    "extends",
    "implements",
    "else",
    "while",
    "catch",
    "finally",
    "from",
];

/// Words that need what is behind them.
const MODIFIERS: &[&str] = &[
    "typeof",
    "void",
    "delete",
    "await",
    "yield",
    "new",
    "async",
    "let",
    "static",
    "get",
    "set",
    "type",
    "namespace",
    "module",
    "declare",
    "abstract",
    "readonly",
    "keyof",
    "unique",
    "infer",
    "asserts",
    "accessor",
    "override",
    "public",
    "private",
    "protected",
    "out",
    "using",
    "interface",
    "enum",
    "case",
    "const",
    "var",
    "return",
    "throw",
    "function",
    "default",
    "export",
    "import",
    "if",
    "for",
    "do",
    "with",
    "switch",
    "try",
    "class",
];

/// Words that only a statement begins with.
const STARTERS: &[&str] = &[
    "const", "var", "return", "throw", "switch", "try", "break", "continue", "export", "debugger",
];

/// Words behind which a statement or a class stands that they hold.
const HOLDERS: &[&str] = &["if", "else", "for", "while", "do", "with", "class", "extends"];
