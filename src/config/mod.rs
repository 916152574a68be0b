//! What the user wants: profiles and the weight of rules.

mod extension;
mod file;
mod near;

pub use extension::NO_API;
pub use file::{KEYS, Mistake, Settings, parse};
pub use near::nearest;

use std::collections::BTreeMap;

use crate::finding::Severity;
use crate::platform::Extension;

/// The settings of one check.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// The wallets the program is for; empty for the default set.
    pub profiles: Vec<String>,
    /// The weight of rules that is not their page's; `None` switches a rule off.
    pub levels: BTreeMap<String, Option<Severity>>,
    /// The only rules that run; empty for all.
    pub only: Vec<String>,
    /// What is added to the wallets' documents.
    pub extension: Extension,
    /// Why the program asks for sensitive scopes.
    pub purposes: BTreeMap<String, String>,
    /// Whether findings of `unresolved-reference` are made.
    pub verbose: bool,
    /// The day (`YYYY-MM-DD`) on which suppressions are judged; without it none expires.
    pub today: Option<String>,
}

/// The weights as users write them.
pub const LEVELS: [&str; 4] = ["error", "warning", "info", "off"];

/// What the weight `level` stands for: `Some(None)` for `off`, `None` for none of [`LEVELS`].
#[must_use]
pub fn level(level: &str) -> Option<Option<Severity>> {
    match level {
        "error" => Some(Some(Severity::Error)),
        "warning" => Some(Some(Severity::Warning)),
        "info" => Some(Some(Severity::Info)),
        "off" => Some(None),
        _ => None,
    }
}
