//! What words mean for what stands around them.

/// The meaning of a word: a [`Role`], and flags above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word(u16);

/// What follows a word, for what a `/` or a brace behind it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Nothing that the word demands.
    Name,
    /// An operand, if the word is an operator there.
    Contextual,
    /// A label, or the end of the statement.
    Jump,
    /// An operand.
    Prefix,
    /// A statement.
    BeforeStatement,
    /// A head in parentheses.
    BeforeHead,
}

/// A word that means nothing by itself.
const NAME: Word = Word(0);
const MODIFIER: Word = Word(Word::NEEDS);
const INFIX: Word = Word(Word::NEEDS | Word::GOES_ON);
const HOLDER: Word = Word(Word::NEEDS | Word::HOLDS);

impl Word {
    const NEEDS: u16 = 1 << 3;
    const GOES_ON: u16 = 1 << 4;
    const STARTS: u16 = 1 << 5;
    const HOLDS: u16 = 1 << 6;
    const REVIVES: u16 = 1 << 7;

    /// The meaning of `word`.
    pub(super) fn of(word: &[u8]) -> Self {
        if word.len() > LONGEST {
            return NAME;
        }
        let mut at = place(word);
        while let Some((known, meaning)) = &TABLE[at] {
            if known.as_bytes() == word {
                return *meaning;
            }
            at = (at + 1) % PLACES;
        }
        NAME
    }

    /// What follows it.
    pub(super) fn role(self) -> Role {
        match self.0 & 7 {
            1 => Role::Contextual,
            2 => Role::Jump,
            3 => Role::Prefix,
            4 => Role::BeforeStatement,
            5 => Role::BeforeHead,
            _ => Role::Name,
        }
    }

    /// Whether it needs what is behind it.
    pub(super) fn is_modifier(self) -> bool {
        self.0 & Self::NEEDS != 0
    }

    /// Whether it goes on with what is before it.
    pub(super) fn is_infix(self) -> bool {
        self.0 & Self::GOES_ON != 0
    }

    /// Whether only a statement begins with it.
    pub(super) fn is_starter(self) -> bool {
        self.0 & Self::STARTS != 0
    }

    /// Whether a statement or a class stands behind it that it holds.
    pub(super) fn holds(self) -> bool {
        self.0 & Self::HOLDS != 0
    }

    /// Whether it goes on with a statement that a semicolon has ended.
    pub(super) fn revives(self) -> bool {
        self.0 & Self::REVIVES != 0
    }

    const fn starting(self) -> Self {
        Self(self.0 | Self::STARTS)
    }

    const fn holding(self) -> Self {
        Self(self.0 | Self::HOLDS)
    }

    const fn reviving(self) -> Self {
        Self(self.0 | Self::REVIVES)
    }

    const fn before(self, role: Role) -> Self {
        Self(self.0 | role as u16)
    }
}

const WORDS: &[(&str, Word)] = &[
    ("abstract", MODIFIER),
    ("accessor", MODIFIER),
    ("as", INFIX),
    ("asserts", MODIFIER),
    ("async", MODIFIER),
    ("await", MODIFIER.before(Role::Contextual)),
    ("break", NAME.starting().before(Role::Jump)),
    ("case", MODIFIER.before(Role::Prefix)),
    ("catch", INFIX.before(Role::BeforeHead)),
    ("class", HOLDER),
    ("const", MODIFIER.starting()),
    ("continue", NAME.starting().before(Role::Jump)),
    ("debugger", NAME.starting().before(Role::Contextual)),
    ("declare", MODIFIER),
    ("default", MODIFIER.before(Role::Prefix)),
    ("delete", MODIFIER.before(Role::Prefix)),
    ("do", HOLDER.before(Role::BeforeStatement)),
    ("else", INFIX.holding().reviving().before(Role::BeforeStatement)),
    ("enum", MODIFIER),
    ("export", MODIFIER.starting()),
    ("extends", INFIX.holding().before(Role::Prefix)),
    ("finally", INFIX.before(Role::BeforeStatement)),
    ("for", HOLDER.before(Role::BeforeHead)),
    ("from", INFIX),
    ("function", MODIFIER),
    ("get", MODIFIER),
    ("if", HOLDER.before(Role::BeforeHead)),
    ("implements", INFIX),
    ("import", MODIFIER),
    ("in", INFIX.before(Role::Prefix)),
    ("infer", MODIFIER),
    ("instanceof", INFIX.before(Role::Prefix)),
    ("interface", MODIFIER),
    ("is", INFIX),
    ("keyof", MODIFIER),
    ("let", MODIFIER),
    ("module", MODIFIER),
    ("namespace", MODIFIER),
    ("new", MODIFIER.before(Role::Prefix)),
    ("of", INFIX.before(Role::Contextual)),
    ("out", MODIFIER),
    ("override", MODIFIER),
    ("private", MODIFIER),
    ("protected", MODIFIER),
    ("public", MODIFIER),
    ("readonly", MODIFIER),
    ("return", MODIFIER.starting().before(Role::Prefix)),
    ("satisfies", INFIX),
    ("set", MODIFIER),
    ("static", MODIFIER),
    ("switch", MODIFIER.starting().before(Role::BeforeHead)),
    ("throw", MODIFIER.starting().before(Role::Prefix)),
    ("try", MODIFIER.starting().before(Role::BeforeStatement)),
    ("type", MODIFIER),
    ("typeof", MODIFIER.before(Role::Prefix)),
    ("unique", MODIFIER),
    ("using", MODIFIER),
    ("var", MODIFIER.starting()),
    ("void", MODIFIER.before(Role::Prefix)),
    ("while", INFIX.holding().reviving().before(Role::BeforeHead)),
    ("with", HOLDER.before(Role::BeforeHead)),
    ("yield", MODIFIER.before(Role::Contextual)),
];

/// Bytes of the longest of [`WORDS`].
const LONGEST: usize = 10;

/// So many that most names fall on an empty one.
const PLACES: usize = 256;

/// [`WORDS`], each at its place or the next free one behind.
static TABLE: [Option<(&str, Word)>; PLACES] = {
    let mut table = [None; PLACES];
    let mut word = 0;
    while word < WORDS.len() {
        let mut at = place(WORDS[word].0.as_bytes());
        while table[at].is_some() {
            at = (at + 1) % PLACES;
        }
        table[at] = Some(WORDS[word]);
        word += 1;
    }
    table
};

/// The place of `word`; no two of [`WORDS`] share one.
const fn place(word: &[u8]) -> usize {
    match word {
        [first, .., last] => {
            (*first as usize * 15 + *last as usize * 33 + word.len() * 57) % PLACES
        }
        _ => 0,
    }
}
