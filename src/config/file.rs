//! One `consentlint.toml`, and how one builds on another.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;
use toml::de::DeTable;

use super::extension::{Component, Scope};
use super::verify::{self, Mistake, span};
use super::{FailOn, Level};
use crate::source::Span;

/// What a `consentlint.toml` says; [`KEYS`](super::shape::KEYS) tells of each field.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// The configuration it builds on.
    pub extends: Option<Spanned<String>>,
    /// The wallets the program is for.
    pub profiles: Option<Vec<String>>,
    /// What is not reported on.
    pub exclude: Vec<String>,
    /// The least weight that makes a check fail.
    pub fail_on: Option<FailOn>,
    /// The weights of rules.
    pub rules: BTreeMap<String, Level>,
    /// The weights of rules in some files, the last one first asked.
    pub overrides: Vec<Override>,
    /// What the program asks for sensitive scopes for.
    pub purposes: BTreeMap<String, String>,
    /// What scopes do.
    pub scopes: BTreeMap<String, Scope>,
    /// The known APIs that do what others do.
    pub apis: BTreeMap<String, String>,
    /// What components are, the first one that fits.
    pub components: Vec<Component>,
}

/// Other weights for some files.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Override {
    /// The files, as globs.
    pub paths: Vec<String>,
    /// The weights of rules there.
    pub rules: BTreeMap<String, Level>,
}

impl Settings {
    /// These settings where they say something, and `base` where they do not. Lists are put
    /// together, so that of two that fit the nearer one counts.
    #[must_use]
    pub fn over(self, base: Self) -> Self {
        Self {
            extends: self.extends,
            profiles: self.profiles.or(base.profiles),
            exclude: [base.exclude, self.exclude].concat(),
            fail_on: self.fail_on.or(base.fail_on),
            rules: over(self.rules, base.rules),
            overrides: [base.overrides, self.overrides].concat(),
            purposes: over(self.purposes, base.purposes),
            scopes: over(self.scopes, base.scopes),
            apis: over(self.apis, base.apis),
            components: [self.components, base.components].concat(),
        }
    }

    /// The place of the file it builds on, and its name.
    #[must_use]
    pub fn base(&self) -> Option<(Span, &str)> {
        self.extends.as_ref().map(|path| (span(path.span()), path.get_ref().as_str()))
    }
}

fn over<T>(near: BTreeMap<String, T>, mut base: BTreeMap<String, T>) -> BTreeMap<String, T> {
    base.extend(near);
    base
}

/// Reads `text`; `rules` are the known rules. With it, what is to be warned of, by place.
///
/// # Errors
///
/// All mistakes, by place, where it is no TOML or says what it must not.
pub fn parse(text: &str, rules: &[&str]) -> Result<(Settings, Vec<Mistake>), Vec<Mistake>> {
    let broken = |error: &toml::de::Error| Mistake {
        at: span(error.span().unwrap_or(0..0)),
        text: said(error, text),
        is_warning: false,
    };
    let table = DeTable::parse(text).map_err(|error| vec![broken(&error)])?;
    let mistakes = verify::mistakes(table.get_ref(), rules);
    if mistakes.iter().any(|mistake| !mistake.is_warning) {
        return Err(mistakes);
    }
    let settings = toml::from_str(text).map_err(|error| vec![broken(&error)])?;
    Ok((settings, mistakes))
}

/// What is no TOML in `text`, in one line.
fn said(error: &toml::de::Error, text: &str) -> String {
    let said = error.message().lines().collect::<Vec<_>>().join(", ");
    let key = error.span().and_then(|span| text.get(span)).filter(|_| said == "duplicate key");
    key.map_or(said, |key| format!("`{}` is there twice", verify::short(key)))
}

#[cfg(test)]
mod tests {
    use super::{Override, Settings, parse};
    use crate::config::{FailOn, Level};

    const RULES: [&str; 2] = ["missing-scope", "undefined-handler"];

    fn read(text: &str) -> Settings {
        let (settings, warnings) = parse(text, &RULES).expect(text);
        assert!(warnings.is_empty(), "{warnings:?}");
        settings
    }

    #[test]
    fn settings_are_read() {
        let text = "profiles = ['dana']\nexclude = ['dist']\nfail-on = 'never'\n\
            [rules]\nmissing-scope = 'off'\nundefined-handler = 'info'\n\
            [[overrides]]\npaths = ['a', 'b/**']\nrules.missing-scope = 'error'\n";
        let level = |rule: &str, level| (rule.to_owned(), level);
        let want = Settings {
            extends: None,
            profiles: Some(vec!["dana".to_owned()]),
            exclude: vec!["dist".to_owned()],
            fail_on: Some(FailOn::Never),
            rules: [level("missing-scope", Level::Off), level("undefined-handler", Level::Info)]
                .into(),
            overrides: vec![Override {
                paths: vec!["a".to_owned(), "b/**".to_owned()],
                rules: [level("missing-scope", Level::Error)].into(),
            }],
            ..Settings::default()
        };
        assert_eq!(read(text), want);
        assert_eq!(read(""), Settings::default());
        let extending = read("extends = '../base.toml'");
        let base = extending.base().map(|(at, path)| (at.start, path));
        assert_eq!(base, Some((10, "../base.toml")));
    }

    #[test]
    fn the_nearer_file_counts() {
        let base = "profiles = ['dana']\nexclude = ['a']\n[rules]\nmissing-scope = 'off'\n\
            undefined-handler = 'info'\n[[overrides]]\npaths = ['a']\nrules = {}\n";
        let near = "exclude = ['b']\nrules.missing-scope = 'error'\n\
            [[overrides]]\npaths = ['b']\nrules = {}\n";
        let both = read(near).over(read(base));
        assert_eq!(both.profiles.as_deref(), Some(&["dana".to_owned()][..]));
        assert_eq!(both.exclude, ["a", "b"]);
        assert_eq!(both.rules["missing-scope"], Level::Error);
        assert_eq!(both.rules["undefined-handler"], Level::Info);
        let paths: Vec<_> = both.overrides.iter().map(|it| it.paths.concat()).collect();
        assert_eq!(paths, ["a", "b"]);
        assert_eq!(read("profiles = []").over(read(base)).profiles, Some(Vec::new()));
    }
}
