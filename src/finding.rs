//! What a rule says: pure data, without words of any language and without line numbers.

use std::fmt;

use crate::source::{FileSpan, Span};

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Likely to be objected to.
    Warning,
    /// Breaks a requirement of the wallet.
    Error,
}

impl Severity {
    /// The published name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// The kebab-case id of a rule; it names the offence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RuleId(pub &'static str);

/// The characters of a value in a sentence.
const LONGEST_VALUE: usize = 300;

/// A sentence of the catalogue: its key and the values of its `{placeholders}`.
///
/// The words stand in the rule's page (`rules/<id>.md`), or, for sentences that several
/// rules share, in `rules/data/steps.toml`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// The key in the catalogue.
    pub key: &'static str,
    /// The values, by placeholder.
    pub values: Vec<(&'static str, String)>,
}

impl Message {
    /// The sentence `key`, without values.
    #[must_use]
    pub fn new(key: &'static str) -> Self {
        Self { key, values: Vec::new() }
    }

    /// The same sentence with `value` for `{name}`; of a longer one its first characters and `…`,
    /// for many findings may repeat it.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        let mut value = value.into();
        if let Some((end, _)) = value.char_indices().nth(LONGEST_VALUE) {
            value.truncate(end);
            value.push('…');
            value.shrink_to_fit();
        }
        self.values.push((name, value));
        self
    }
}

/// A place and what is to be seen there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The place.
    pub at: FileSpan,
    /// The words for it.
    pub text: Message,
}

/// How sure a fix is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Safety {
    /// Keeps what the program does, or does what its author plainly meant.
    Safe,
    /// Needs a look.
    Suggested,
}

/// One replacement of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced.
    pub at: FileSpan,
    /// The new text.
    pub replacement: String,
}

/// A change that clears the finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does, imperative.
    pub title: Message,
    /// How sure it is.
    pub safety: Safety,
    /// The edits; they do not overlap.
    pub edits: Vec<Edit>,
}

/// What stays the same about a finding when lines move.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fingerprint {
    /// 32 hexadecimal digits, the same for findings that nothing but their order tells apart.
    pub digest: String,
    /// How many findings above it have the same digest.
    pub nth: u32,
}

/// The published form: the digest, and from the second finding on its number, as in `…-2`.
impl fmt::Display for Fingerprint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.digest)?;
        match self.nth {
            0 => Ok(()),
            nth => write!(formatter, "-{}", nth.saturating_add(1)),
        }
    }
}

/// One fault of the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule that is broken.
    pub rule: RuleId,
    /// The weight, from the rule's page or the configuration.
    pub severity: Severity,
    /// What is wrong, understandable alone.
    pub message: Message,
    /// The narrowest token that must change, with three to six words.
    pub primary: Label,
    /// How it gets there, in execution order, across files.
    pub trace: Vec<Label>,
    /// The change that clears it.
    pub fix: Option<Fix>,
    /// The enclosing function or element, for the fingerprint: its span in the primary's file.
    pub scope: Option<Span>,
    /// How it is recognized in another check; the engine sets it.
    pub fingerprint: Fingerprint,
}
