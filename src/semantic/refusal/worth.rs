//! What is known of a value that stands in for the answer to a question: `null`, `false`, `[error]`,
//! `{ ok: false }`.

use crate::semantic::symbols::Symbol;

/// An object with more members than this counts as true, and no more is known of it.
pub(in crate::semantic) const MOST_MEMBERS: usize = 4;

/// What is known of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Worth {
    /// It, whatever it holds.
    Plain(Plain),
    /// An array, and its first two items.
    Items([Plain; 2]),
    /// An object, and all of its members.
    Members([Option<(Symbol, Plain)>; MOST_MEMBERS]),
}

/// What is known of a value but for what it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Plain {
    /// Nothing.
    Unknown,
    /// `undefined`.
    Undefined,
    /// `null`.
    Null,
    /// `false`.
    False,
    /// `true`.
    True,
    /// Anything that counts as false.
    Falsy,
    /// Anything else that counts as true: an object, an error.
    Truthy,
}

impl Plain {
    fn truth(self) -> Option<bool> {
        match self {
            Self::Unknown => None,
            Self::Undefined | Self::Null | Self::False | Self::Falsy => Some(false),
            Self::True | Self::Truthy => Some(true),
        }
    }
}

impl Worth {
    pub(in crate::semantic) const UNKNOWN: Self = Self::Plain(Plain::Unknown);
    pub(in crate::semantic) const UNDEFINED: Self = Self::Plain(Plain::Undefined);
    pub(in crate::semantic) const TRUTHY: Self = Self::Plain(Plain::Truthy);

    /// It, whatever it holds.
    pub(in crate::semantic) fn plain(self) -> Plain {
        match self {
            Self::Plain(plain) => plain,
            Self::Items(_) | Self::Members(_) => Plain::Truthy,
        }
    }

    /// Whether it counts as true.
    pub(in crate::semantic) fn truth(self) -> Option<bool> {
        self.plain().truth()
    }

    /// What counts as true, or not.
    pub(in crate::semantic) fn of(truth: bool) -> Self {
        Self::Plain(if truth { Plain::Truthy } else { Plain::Falsy })
    }

    pub(in crate::semantic) fn bool(value: bool) -> Self {
        Self::Plain(if value { Plain::True } else { Plain::False })
    }

    /// Its member `name`, which is the symbol `symbol` if any object has it.
    pub(in crate::semantic) fn member(self, name: &str, symbol: Option<Symbol>) -> Self {
        match self {
            Self::Plain(_) => Self::UNKNOWN,
            Self::Items([first, second]) => match name {
                "0" => Self::Plain(first),
                "1" => Self::Plain(second),
                _ => Self::UNKNOWN,
            },
            Self::Members(members) => {
                let found = members.into_iter().rev().flatten().find(|it| Some(it.0) == symbol);
                Self::Plain(found.map_or(Plain::Undefined, |it| it.1))
            }
        }
    }

    /// Whether it is what `other` is; `loosely` for `==`.
    pub(in crate::semantic) fn is(self, other: Self, loosely: bool) -> Option<bool> {
        let (own, its) = (self.plain(), other.plain());
        let is_none = |it| matches!(it, Plain::Undefined | Plain::Null);
        let is_exact = |it| is_none(it) || matches!(it, Plain::False | Plain::True);
        match (own.truth()?, its.truth()?) {
            (own, its) if own != its => Some(false),
            _ if !is_exact(own) || !is_exact(its) => None,
            _ => Some(own == its || (loosely && is_none(own) && is_none(its))),
        }
    }
}
