//! The profiles a rule holds for, as its page says.

use super::profile::Profile;

/// A set of profiles: all of them, some by name or group, or all but some.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Range {
    /// The names and groups it is limited to; `None` for all.
    pub only: Option<Vec<String>>,
    /// The names and groups that are left out.
    pub except: Vec<String>,
}

impl Range {
    /// The profiles or groups `names`.
    #[must_use]
    pub fn only<S: ToString>(names: &[S]) -> Self {
        Self { only: Some(names.iter().map(S::to_string).collect()), except: Vec::new() }
    }

    /// All profiles but `names`.
    #[must_use]
    pub fn except<S: ToString>(names: &[S]) -> Self {
        Self { only: None, except: names.iter().map(S::to_string).collect() }
    }

    /// Whether `profile` is in the set.
    #[must_use]
    pub fn contains(&self, profile: &Profile) -> bool {
        let is_one = |names: &[String]| {
            names.iter().any(|name| name == profile.name || profile.groups.contains(name))
        };
        self.only.as_deref().is_none_or(is_one) && !is_one(&self.except)
    }
}
