//! What texts are put together to, as far as they are known: addresses, above all.

use super::values::FunctionNode;

/// Of a text no more alternatives are kept.
pub(super) const MOST_TEXTS: usize = 16;

/// What an expression is put together to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Text {
    /// `undefined`, `null` or `false`.
    Nothing,
    /// All of a text.
    Whole(String),
    /// What a text begins with, which may be nothing at all.
    Begin(String),
}

/// A text with the function whose parameter must be known to know more of it.
#[derive(Clone, Debug, Default)]
pub(super) struct Texts {
    /// The alternatives.
    pub(super) all: Vec<Text>,
    /// The function that is handed what is not known.
    pub(super) handed: Option<FunctionNode>,
}

impl Text {
    /// A text of which nothing is known.
    pub(super) fn unknown() -> Self {
        Self::Begin(String::new())
    }

    /// Whether it holds as a condition, if that is known.
    pub(super) fn truth(&self) -> Option<bool> {
        match self {
            Self::Nothing => Some(false),
            Self::Whole(text) => Some(!text.is_empty()),
            Self::Begin(text) => (!text.is_empty()).then_some(true),
        }
    }

    /// The address of a page that it is, if it says all of that.
    pub(super) fn address(&self) -> Option<&str> {
        match self {
            Self::Whole(text) => Some(text),
            Self::Begin(text) if text.contains(['?', '#']) => Some(text),
            Self::Begin(_) | Self::Nothing => None,
        }
    }
}

/// Each of `left` with each of `right` behind it.
pub(super) fn joined(left: Vec<Text>, right: &[Text]) -> Vec<Text> {
    let mut all = Vec::new();
    for text in left {
        let Text::Whole(begin) = text else {
            all.push(text);
            continue;
        };
        all.extend(right.iter().map(|right| match right {
            Text::Nothing => Text::Begin(begin.clone()),
            Text::Whole(text) => Text::Whole(format!("{begin}{text}")),
            Text::Begin(text) => Text::Begin(format!("{begin}{text}")),
        }));
    }
    all.truncate(MOST_TEXTS);
    all
}
