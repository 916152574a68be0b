//! A rule's page (`rules/<id>.md`): front matter between `+++` lines, then the text for people.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::finding::{RuleId, Severity};
use crate::platform::Range;

/// A language of the reports.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Chinese, simplified.
    Zh,
    /// Spanish.
    Es,
}

impl Lang {
    /// All languages, English first.
    pub const ALL: [Self; 3] = [Self::En, Self::Zh, Self::Es];

    /// The published name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Zh => "zh",
            Self::Es => "es",
        }
    }
}

/// One sentence in every language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// English.
    pub en: String,
    /// Chinese, simplified.
    pub zh: String,
    /// Spanish.
    pub es: String,
}

impl Words {
    /// The sentence in `lang`.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Zh => &self.zh,
            Lang::Es => &self.es,
        }
    }
}

/// What a rule's page says.
#[derive(Clone, Debug)]
pub struct Page {
    /// The rule.
    pub id: RuleId,
    /// The weight without configuration.
    pub severity: Severity,
    /// Where the rule holds.
    pub profiles: Range,
    /// The published rulings it rests on.
    pub sources: Vec<String>,
    /// What it reports, in a few words.
    pub title: Words,
    /// Its sentences, by key.
    pub messages: BTreeMap<String, Words>,
    /// What to do.
    pub help: Words,
    /// The Markdown below the front matter.
    pub body: &'static str,
    /// Why the front matter could not be read; such a page says nothing.
    pub problem: Option<String>,
}

/// What a page says of its rule as a whole, which takes no words to read.
#[derive(Clone, Debug)]
pub struct Head {
    /// The weight without configuration.
    pub severity: Severity,
    /// Where the rule holds.
    pub profiles: Range,
    sources: Vec<String>,
}

/// The front matter up to its first table.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Keys {
    severity: Weight,
    profiles: Names,
    #[serde(default)]
    except: Vec<String>,
    sources: Vec<String>,
}

/// The tables of the front matter.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Tables {
    title: Words,
    messages: BTreeMap<String, Words>,
    help: Words,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Weight {
    Error,
    Warning,
    Info,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Names {
    All(All),
    Only(Vec<String>),
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum All {
    All,
}

/// Reads the page `text` of the rule `id`.
pub(super) fn parse(id: RuleId, text: &'static str) -> Page {
    let (front, body) = split(text);
    let (_, tables) = cut(front);
    let (head, problem) = match head(text) {
        Ok(head) => (head, None),
        Err(error) => (Head::unread(), Some(error.to_string())),
    };
    let (said, problem) = match toml::from_str::<Tables>(tables) {
        Ok(said) => (said, problem),
        Err(error) => (Tables::default(), problem.or(Some(error.to_string()))),
    };
    let Head { severity, profiles, sources } = head;
    let Tables { title, messages, help } = said;
    Page { id, severity, profiles, sources, title, messages, help, body, problem }
}

/// Reads the head of the page `text`.
pub(super) fn head(text: &'static str) -> Result<Head, toml::de::Error> {
    let (keys, _) = cut(split(text).0);
    let Keys { severity, profiles, except, sources } = toml::from_str(keys)?;
    let severity = match severity {
        Weight::Error => Severity::Error,
        Weight::Warning => Severity::Warning,
        Weight::Info => Severity::Info,
    };
    let profiles = match profiles {
        Names::All(All::All) => Range { only: None, except },
        Names::Only(names) => Range { only: Some(names), except },
    };
    Ok(Head { severity, profiles, sources })
}

impl Head {
    /// That of a page whose head cannot be read.
    pub(super) fn unread() -> Self {
        Self { severity: Severity::Error, profiles: Range::default(), sources: Vec::new() }
    }
}

/// The front matter before its first table, and its tables.
fn cut(front: &str) -> (&str, &str) {
    let tables = front.find("\n[").unwrap_or(front.len());
    front.split_at_checked(tables).unwrap_or((front, ""))
}

/// The front matter and the text below it; of a page without `+++` all is text.
fn split(text: &'static str) -> (&'static str, &'static str) {
    let Some(rest) = text.trim_start_matches('\u{feff}').strip_prefix("+++") else {
        return ("", text);
    };
    rest.split_once("\n+++").unwrap_or(("", rest))
}
