//! What the user wants: profiles, the weight of rules, what is left out.

pub mod shape;

mod extension;
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
use crate::platform::Extension;
use crate::source::{Paths, RelPath};

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
    /// What is added to the wallets' documents.
    pub extension: Extension,
    /// Why the program asks for sensitive scopes.
    pub purposes: BTreeMap<String, String>,
    /// Whether findings of `unresolved-reference` are made.
    pub verbose: bool,
    /// The day (`YYYY-MM-DD`) on which suppressions are judged; without it none expires.
    pub today: Option<String>,
}

impl Settings {
    /// What these settings want of a check; paths are seen through `seen`.
    #[must_use]
    pub fn config(&self, seen: &Paths) -> Config {
        let weights = |levels: &BTreeMap<String, Level>| {
            levels.iter().map(|(rule, level)| (rule.clone(), level.weight())).collect()
        };
        let overrides = self.overrides.iter();
        Config {
            profiles: self.profiles.clone().unwrap_or_default(),
            levels: weights(&self.rules),
            overrides: overrides
                .map(|it| (Globs::new(&it.paths, seen), weights(&it.rules)))
                .collect(),
            extension: self.extension(),
            purposes: self.purposes.clone(),
            ..Config::default()
        }
    }
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
