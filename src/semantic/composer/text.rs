//! What expressions are put together to, as far as that is known.

use crate::semantic::markup::Literal;
use crate::semantic::values::FunctionNode;

/// Of a text no more alternatives are kept.
pub(super) const MOST_TEXTS: usize = 16;

/// What an expression is put together to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::semantic) enum Text {
    /// All of it: a text, a number, `true`, `null`.
    Whole(Literal),
    /// What a text begins with, which may be nothing at all.
    Begin(String),
}

/// The alternatives, with the function whose parameter must be known to know more.
#[derive(Clone, Debug, Default)]
pub(in crate::semantic) struct Texts {
    /// The alternatives.
    pub(in crate::semantic) all: Vec<Text>,
    /// The function that is handed what is not known.
    pub(in crate::semantic) handed: Option<FunctionNode>,
}

impl Text {
    /// What is known of nothing.
    pub(super) fn unknown() -> Self {
        Self::Begin(String::new())
    }

    /// All of a text.
    pub(in crate::semantic) fn whole(text: &str) -> Self {
        Self::Whole(Literal::Text(text.to_owned()))
    }

    /// Whether it holds as a condition, if that is known.
    pub(super) fn truth(&self) -> Option<bool> {
        match self {
            Self::Whole(literal) => Some(literal.is_true()),
            Self::Begin(text) => (!text.is_empty()).then_some(true),
        }
    }

    /// The address of a page that it is, if it says all of that.
    pub(in crate::semantic) fn address(&self) -> Option<&str> {
        match self {
            Self::Whole(Literal::Text(text)) => Some(text),
            Self::Begin(text) if is_address(text) => Some(text),
            Self::Begin(_) | Self::Whole(_) => None,
        }
    }

    /// Whether what stands behind it may still matter to where it leads.
    pub(super) fn goes_on(&self) -> bool {
        matches!(self, Self::Whole(Literal::Text(text)) if !is_address(text))
    }

    /// What it is within another text.
    fn written(&self) -> Self {
        let text = match self {
            Self::Begin(_) | Self::Whole(Literal::Text(_)) => return self.clone(),
            Self::Whole(Literal::Number(number)) => number.clone(),
            Self::Whole(Literal::Bool(value)) => value.to_string(),
            Self::Whole(Literal::Nothing | Literal::Object) => return Self::unknown(),
        };
        Self::Whole(Literal::Text(text))
    }
}

impl Texts {
    /// The constant, if there is no other.
    pub(in crate::semantic) fn only(&self) -> Option<&Literal> {
        match self.all.as_slice() {
            [Text::Whole(literal)] => Some(literal),
            _ => None,
        }
    }
}

/// Whether `text` begins with all of the address of a page: up to its query.
fn is_address(text: &str) -> bool {
    text.contains(['?', '#'])
}

/// Each of `left` with each of `right` behind it.
pub(super) fn joined(left: &[Text], right: &[Text]) -> Vec<Text> {
    let mut all = Vec::new();
    for left in left {
        let Text::Whole(Literal::Text(begin)) = left.written() else {
            all.push(left.written());
            continue;
        };
        all.extend(right.iter().map(|right| match right.written() {
            Text::Whole(Literal::Text(text)) => Text::whole(&format!("{begin}{text}")),
            Text::Begin(text) => Text::Begin(format!("{begin}{text}")),
            Text::Whole(_) => Text::Begin(begin.clone()),
        }));
    }
    all.truncate(MOST_TEXTS);
    all
}
