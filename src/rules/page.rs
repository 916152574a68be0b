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

/// What decides where a rule runs, without the sentences.
#[derive(Clone, Debug)]
pub struct Head {
    /// The weight without configuration.
    pub severity: Severity,
    /// Where the rule holds.
    pub profiles: Range,
}

/// The members of the front matter that stand before all sentences.
#[derive(Deserialize)]
struct FrontHead {
    severity: Weight,
    profiles: Names,
    #[serde(default)]
    except: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FrontMatter {
    severity: Weight,
    profiles: Names,
    #[serde(default)]
    except: Vec<String>,
    sources: Vec<String>,
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

impl Weight {
    fn severity(&self) -> Severity {
        match self {
            Self::Error => Severity::Error,
            Self::Warning => Severity::Warning,
            Self::Info => Severity::Info,
        }
    }
}

impl Names {
    fn range(self, except: Vec<String>) -> Range {
        match self {
            Self::All(All::All) => Range { only: None, except },
            Self::Only(names) => Range { only: Some(names), except },
        }
    }
}

/// Reads the head of the page `text`; of a page that cannot be read, what holds for all.
pub(super) fn head(text: &'static str) -> Head {
    let (front, _) = split(text);
    let plain = front.split("\n[").next().unwrap_or(front);
    match toml::from_str::<FrontHead>(plain) {
        Ok(front) => Head {
            severity: front.severity.severity(),
            profiles: front.profiles.range(front.except),
        },
        Err(_) => Head { severity: Severity::Error, profiles: Range::default() },
    }
}

/// Reads the page `text` of the rule `id`.
pub(super) fn parse(id: RuleId, text: &'static str) -> Page {
    let (front, body) = split(text);
    match toml::from_str::<FrontMatter>(front) {
        Ok(front) => Page {
            id,
            severity: front.severity.severity(),
            profiles: front.profiles.range(front.except),
            sources: front.sources,
            title: front.title,
            messages: front.messages,
            help: front.help,
            body,
            problem: None,
        },
        Err(error) => Page {
            id,
            severity: Severity::Error,
            profiles: Range::default(),
            sources: Vec::new(),
            title: Words::default(),
            messages: BTreeMap::new(),
            help: Words::default(),
            body,
            problem: Some(error.to_string()),
        },
    }
}

/// The front matter and the text below it; of a page without `+++` all is text.
fn split(text: &'static str) -> (&'static str, &'static str) {
    let Some(rest) = text.trim_start_matches('\u{feff}').strip_prefix("+++") else {
        return ("", text);
    };
    rest.split_once("\n+++").unwrap_or(("", rest))
}
