//! `consentlint.toml`: read with the place of every key, so that a mistake can be pointed at.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::{LEVELS, level, nearest};
use crate::finding::Severity;
use crate::platform::{Extension, Platform};
use crate::source::Span;

/// The keys at the top.
pub const KEYS: [&str; 6] = ["profiles", "rules", "scopes", "apis", "components", "purposes"];

/// What a `consentlint.toml` says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// `profiles`: the wallets the program is for.
    pub profiles: Vec<String>,
    /// `[rules]`: their weights; `None` switches a rule off.
    pub levels: Vec<(String, Option<Severity>)>,
    /// `[scopes]`, `[apis]`, `[[components]]`: what is added to the wallets' documents.
    pub extension: Extension,
    /// `[purposes]`: what the program asks for sensitive scopes for.
    pub purposes: BTreeMap<String, String>,
}

/// What is wrong with a `consentlint.toml`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// Where.
    pub at: Span,
    /// What, lower case, with the nearest name where something is misspelt.
    pub text: String,
}

/// Reads `text`; `rules` are the known rules. All mistakes, by place, where there are any.
///
/// # Errors
///
/// Where it is no TOML, or names a key, rule, profile or weight that does not exist.
pub fn parse(text: &str, rules: &[&str]) -> Result<Settings, Vec<Mistake>> {
    let table = DeTable::parse(text).map_err(|error| {
        vec![Mistake { at: span(error.span().unwrap_or(0..0)), text: error.message().to_owned() }]
    })?;
    let mut reader = Reader { rules, ..Reader::default() };
    for (key, value) in table.get_ref() {
        match (key.get_ref().as_ref(), value.get_ref()) {
            ("profiles", DeValue::Array(items)) => {
                items.iter().for_each(|item| reader.profile(span(item.span()), item.get_ref()));
            }
            ("profiles", _) => reader.mistake(span(value.span()), "`profiles` is a list of names"),
            ("rules", DeValue::Table(levels)) => {
                for (rule, level) in levels {
                    reader.level(
                        rule.get_ref(),
                        span(rule.span()),
                        span(level.span()),
                        level.get_ref(),
                    );
                }
            }
            ("scopes", DeValue::Table(scopes)) => {
                scopes.iter().for_each(|(name, value)| reader.scope(name, value));
            }
            ("apis", DeValue::Table(apis)) => {
                apis.iter().for_each(|(name, value)| reader.api(name, value));
            }
            ("purposes", DeValue::Table(purposes)) => {
                purposes.iter().for_each(|(name, value)| reader.purpose(name, value));
            }
            ("components", _) => reader.components(value),
            (name @ ("rules" | "scopes" | "apis" | "purposes"), _) => {
                reader.mistake(span(value.span()), &format!("`{name}` is a table"));
            }
            (other, _) => reader.unknown(span(key.span()), "key", other, &KEYS),
        }
    }
    reader.unknown_purposes();
    let Reader { settings, mut mistakes, .. } = reader;
    mistakes.sort_by_key(|mistake| mistake.at);
    if mistakes.is_empty() { Ok(settings) } else { Err(mistakes) }
}

/// Reads the tables, one after the other.
#[derive(Default)]
pub(super) struct Reader<'a> {
    rules: &'a [&'a str],
    pub(super) settings: Settings,
    pub(super) mistakes: Vec<Mistake>,
    /// The scopes of `[purposes]` with their places.
    pub(super) purposes_at: Vec<(String, Span)>,
}

impl Reader<'_> {
    fn profile(&mut self, at: Span, value: &DeValue<'_>) {
        let known: Vec<&str> = Platform::profile_names().collect();
        match value {
            DeValue::String(name) if Platform::known(name) => {
                self.settings.profiles.push(name.clone().into_owned());
            }
            DeValue::String(name) => self.unknown(at, "profile", name, &known),
            _ => self.mistake(at, "a profile is a name in quotes"),
        }
    }

    fn level(&mut self, rule: &str, at: Span, value_at: Span, value: &DeValue<'_>) {
        if !self.rules.contains(&rule) {
            let rules = self.rules;
            self.unknown(at, "rule", rule, rules);
        }
        match value {
            DeValue::String(name) => match level(name) {
                Some(level) => self.settings.levels.push((rule.to_owned(), level)),
                None => self.unknown(value_at, "level", name, &LEVELS),
            },
            _ => self
                .mistake(value_at, "a level is one of \"error\", \"warning\", \"info\", \"off\""),
        }
    }

    pub(super) fn unknown(&mut self, at: Span, what: &str, name: &str, known: &[&str]) {
        let meant = nearest(name, known.iter().copied());
        let hint = match meant {
            Some(meant) => format!("; did you mean `{meant}`?"),
            None if known.len() <= LEVELS.len() => format!("; known are `{}`", known.join("`, `")),
            None => String::new(),
        };
        self.mistake(at, &format!("unknown {what} `{name}`{hint}"));
    }

    pub(super) fn mistake(&mut self, at: Span, text: &str) {
        self.mistakes.push(Mistake { at, text: text.to_owned() });
    }
}

pub(super) fn span(range: Range<usize>) -> Span {
    let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    Span::new(offset(range.start), offset(range.end))
}

#[cfg(test)]
mod tests {
    use super::{Settings, parse};
    use crate::finding::Severity;

    const RULES: [&str; 2] = ["missing-scope", "undefined-handler"];

    #[test]
    fn settings_are_read() {
        let text =
            "profiles = ['dana']\n[rules]\nmissing-scope = 'off'\nundefined-handler = 'info'\n";
        let levels = vec![
            ("missing-scope".to_owned(), None),
            ("undefined-handler".to_owned(), Some(Severity::Info)),
        ];
        let want = Settings { profiles: vec!["dana".to_owned()], levels, ..Settings::default() };
        assert_eq!(parse(text, &RULES), Ok(want));
        assert_eq!(parse("", &RULES), Ok(Settings::default()));
    }

    #[test]
    fn mistakes_are_pointed_at() {
        for (text, place, message) in [
            ("profile = []", "profile", "unknown key `profile`; did you mean `profiles`?"),
            ("profiles = ['danna']", "'danna'", "unknown profile `danna`; did you mean `dana`?"),
            ("profiles = 'dana'", "'dana'", "`profiles` is a list of names"),
            ("rules = 1", "1", "`rules` is a table"),
            (
                "[rules]\nmising-scope = 'off'",
                "mising-scope",
                "unknown rule `mising-scope`; did you mean `missing-scope`?",
            ),
            (
                "[rules]\nmissing-scope = 'deny'",
                "'deny'",
                "unknown level `deny`; known are `error`, `warning`, `info`, `off`",
            ),
            (
                "rules.missing-scope = 0",
                "0",
                "a level is one of \"error\", \"warning\", \"info\", \"off\"",
            ),
        ] {
            let mistakes = parse(text, &RULES).expect_err(text);
            let found: Vec<_> =
                mistakes.iter().map(|it| (it.at.of(text), it.text.as_str())).collect();
            assert_eq!(found, [(place, message)], "{text}");
        }
        assert!(parse("[rules", &RULES).is_err());
    }
}
