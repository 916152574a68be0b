//! Which rules are on, and how much they weigh.

use std::collections::BTreeMap;

use crate::config::Config;
use crate::finding::{RuleId, Severity};
use crate::rules::{Rule, catalog};

/// The profiles of a program for which nothing is configured.
const DEFAULT_PROFILES: [&str; 2] = ["alipay", "alipay-plus"];

/// The rules that are on, with their weights.
pub(super) fn of(rules: &[&Rule], config: &Config) -> BTreeMap<RuleId, Severity> {
    let active = match config.profiles.as_slice() {
        [] => DEFAULT_PROFILES.map(str::to_owned).to_vec(),
        named => named.to_vec(),
    };
    rules.iter().filter_map(|rule| Some((rule.id, weight(rule.id, config, &active)?))).collect()
}

fn weight(rule: RuleId, config: &Config, active: &[String]) -> Option<Severity> {
    let page = catalog::page(rule.0)?;
    let is_asked = config.only.is_empty() || config.only.iter().any(|id| id == rule.0);
    if !is_asked || !catalog::holds(&page.profiles, active, &config.profiles) {
        return None;
    }
    config.levels.get(rule.0).copied().unwrap_or(Some(page.severity))
}
