//! Which rules are on, and how much they weigh.

use std::collections::BTreeMap;

use crate::config::Config;
use crate::finding::{RuleId, Severity};
use crate::platform::Platform;
use crate::rules::{Rule, catalog};

/// The rules that are on, with their weights.
pub(super) fn of(
    rules: &[&Rule],
    platform: &Platform,
    config: &Config,
) -> BTreeMap<RuleId, Severity> {
    let weight = |rule: &&Rule| Some((rule.id, weight(rule.id, platform, config)?));
    rules.iter().filter_map(weight).collect()
}

/// What `rule` weighs; `None` where it does not hold, is switched off or not asked for.
///
/// The configuration changes a weight; it does not make a rule hold for another wallet.
fn weight(rule: RuleId, platform: &Platform, config: &Config) -> Option<Severity> {
    let page = catalog::page(rule.0)?;
    let is_asked = config.only.is_empty() || config.only.iter().any(|id| id == rule.0);
    if !is_asked || !platform.holds(&page.profiles) {
        return None;
    }
    config.levels.get(rule.0).copied().unwrap_or(Some(page.severity))
}
