//! What the user wants: profiles, the weight of rules, what is left out.

pub mod shape;

mod file;
mod globs;
mod level;
mod near;
mod template;
mod verify;

pub use file::{Override, Settings, parse};
pub use globs::Globs;
pub use level::{FailOn, Level};
pub use near::nearest;
pub use template::template;
pub use verify::Mistake;

use std::collections::BTreeMap;

use crate::finding::Severity;
use crate::source::RelPath;

/// The settings of one check.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// The wallets the program is for; empty for the default set.
    pub profiles: Vec<String>,
    /// The weight of rules that is not their page's; `None` switches a rule off.
    pub levels: BTreeMap<String, Option<Severity>>,
    /// The weights in some files; of those that name a rule the last one counts.
    pub overrides: Vec<(Globs, BTreeMap<String, Option<Severity>>)>,
    /// The only rules that run; empty for all.
    pub only: Vec<String>,
    /// Whether findings of `unresolved-reference` are made.
    pub verbose: bool,
    /// The day (`YYYY-MM-DD`) on which suppressions are judged; without it none expires.
    pub today: Option<String>,
}

impl Config {
    /// The weight of `rule` in the file `path`, where one is set.
    #[must_use]
    pub fn level(&self, rule: &str, path: &RelPath) -> Option<Option<Severity>> {
        let overrides = self.overrides.iter().rev();
        let named = overrides.filter_map(|(paths, levels)| Some((paths, levels.get(rule)?)));
        let there = named.into_iter().find(|(paths, _)| paths.matches(path));
        there.map(|(_, level)| level).or_else(|| self.levels.get(rule)).copied()
    }

    /// Whether an override switches `rule` on.
    #[must_use]
    pub fn is_on_somewhere(&self, rule: &str) -> bool {
        self.overrides.iter().any(|(_, levels)| levels.get(rule).is_some_and(Option::is_some))
    }
}
