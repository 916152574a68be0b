//! What the user wants: profiles and the weight of rules.

use std::collections::BTreeMap;

use crate::finding::Severity;

/// The settings of one check.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// The wallets the program is for; empty for the default set.
    pub profiles: Vec<String>,
    /// The weight of rules that is not their page's; `None` switches a rule off.
    pub levels: BTreeMap<String, Option<Severity>>,
    /// The only rules that run; empty for all.
    pub only: Vec<String>,
    /// Whether findings of `unresolved-reference` are made.
    pub verbose: bool,
    /// The day (`YYYY-MM-DD`) on which suppressions are judged; without it none expires.
    pub today: Option<String>,
}
