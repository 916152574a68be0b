//! Which rules are on, and how much they weigh.

use std::collections::BTreeMap;

use crate::config::Config;
use crate::finding::{Finding, RuleId, Severity};
use crate::platform::Platform;
use crate::rules::{Rule, catalog};
use crate::source::RelPath;
use crate::syntax::File;

/// The weights of the rules that are on.
pub(super) struct Weights<'a> {
    config: &'a Config,
    /// Those of files of which the configuration says nothing in particular.
    plain: BTreeMap<RuleId, Option<Severity>>,
}

impl<'a> Weights<'a> {
    /// The weights that `config` wants.
    ///
    /// The configuration changes a weight; it does not make a rule hold for another wallet.
    pub(super) fn new(rules: &[&Rule], platform: &Platform, config: &'a Config) -> Self {
        let plain = |rule: &&Rule| {
            let (id, head) = (rule.id, catalog::head(rule.id)?);
            let is_asked = config.only.is_empty() || config.only.iter().any(|it| it == id.0);
            let weight = config.levels.get(id.0).copied().unwrap_or(Some(head.severity));
            let is_on = weight.is_some() || config.is_on_somewhere(id.0);
            (is_asked && platform.holds(&head.profiles) && is_on).then_some((id, weight))
        };
        Self { config, plain: rules.iter().filter_map(plain).collect() }
    }

    /// Whether `rule` runs.
    pub(super) fn is_on(&self, rule: RuleId) -> bool {
        self.plain.contains_key(&rule)
    }

    /// What `rule` weighs in the file `path`; `None` where it is off.
    pub(super) fn of(&self, rule: RuleId, path: &RelPath) -> Option<Severity> {
        let plain = *self.plain.get(&rule)?;
        self.config.level(rule.0, path).unwrap_or(plain)
    }

    /// Gives `findings` their weights and drops those of rules that are off in their file.
    pub(super) fn apply(&self, findings: &mut Vec<Finding>, files: &[File]) {
        findings.retain_mut(|finding| {
            let file = files.get(finding.primary.at.file.index());
            let weight = file.and_then(|file| self.of(finding.rule, &file.path));
            finding.severity = weight.unwrap_or(finding.severity);
            weight.is_some()
        });
    }
}
