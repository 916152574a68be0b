//! Weights as users write them.

use serde::Deserialize;

use crate::finding::Severity;

/// What a rule is to weigh.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// An error.
    Error,
    /// A warning.
    Warning,
    /// Worth knowing.
    Info,
    /// The rule does not run.
    Off,
}

impl Level {
    /// The names, heaviest first.
    pub const NAMES: [&str; 4] = ["error", "warning", "info", "off"];

    /// The level called `name`.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        match name {
            "error" => Some(Self::Error),
            "warning" => Some(Self::Warning),
            "info" => Some(Self::Info),
            "off" => Some(Self::Off),
            _ => None,
        }
    }

    /// The weight; `None` for `off`.
    #[must_use]
    pub fn weight(self) -> Option<Severity> {
        match self {
            Self::Error => Some(Severity::Error),
            Self::Warning => Some(Severity::Warning),
            Self::Info => Some(Severity::Info),
            Self::Off => None,
        }
    }
}

/// The least weight that makes a check fail.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FailOn {
    /// Errors only.
    #[default]
    Error,
    /// Errors and warnings.
    Warning,
    /// Whatever is found.
    Info,
    /// Nothing.
    Never,
}

impl FailOn {
    /// The names, heaviest first.
    pub const NAMES: [&str; 4] = ["error", "warning", "info", "never"];

    /// Whether a finding of that weight makes a check fail.
    #[must_use]
    pub fn is_met(self, severity: Severity) -> bool {
        match self {
            Self::Error => severity >= Severity::Error,
            Self::Warning => severity >= Severity::Warning,
            Self::Info => severity >= Severity::Info,
            Self::Never => false,
        }
    }
}
