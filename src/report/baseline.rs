//! The baseline, version 1: findings that are accepted as they stand.
//!
//! One line for each finding, in the order of paths, so that changes of two branches rarely meet
//! in one line and a person can read what was accepted. Messages are in English, whatever the
//! language of the report.

use std::collections::BTreeMap;
use std::num::NonZeroU32;

use serde::{Deserialize, Deserializer, Serialize};

use crate::engine::Report;
use crate::finding::Finding;
use crate::report::Lang;
use crate::rules::catalog;

/// The version of the format.
const VERSION: u32 = 1;

/// The characters of a message that are kept.
const EXCERPT: usize = 100;

/// The accepted findings, by the digest of their fingerprint.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    entries: BTreeMap<String, Entry>,
}

/// Findings that nothing but their order tells apart.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Entry {
    /// The file, from the folder that fingerprints are made from.
    pub path: String,
    /// The rule.
    pub rule: String,
    /// What the first of them says, cut; for people.
    #[serde(default)]
    pub message: String,
    /// The digest of their fingerprint.
    #[serde(deserialize_with = "digest")]
    pub fingerprint: String,
    /// How many they are.
    #[serde(default = "one")]
    pub count: NonZeroU32,
}

/// What is wrong with a baseline file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1.
    pub column: usize,
    /// What, lower case.
    pub text: String,
}

impl Baseline {
    /// All that `report` found.
    #[must_use]
    pub fn of(report: &Report) -> Self {
        let mut baseline = Self::default();
        for finding in &report.findings {
            let file = report.files.get(finding.primary.at.file.index());
            baseline.add(Entry {
                path: file.map(|file| file.path.to_string()).unwrap_or_default(),
                rule: finding.rule.0.to_owned(),
                message: excerpt(finding),
                fingerprint: finding.fingerprint.digest.clone(),
                count: NonZeroU32::MIN,
            });
        }
        baseline
    }

    /// Reads the text of a file. What a merge left twice counts once, with the greater count.
    ///
    /// # Errors
    ///
    /// A text that is no baseline of a known version.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let fault = |error: &serde_json::Error| Fault {
            line: error.line().max(1),
            column: error.column().max(1),
            text: said(text, error),
        };
        let Head { version } = serde_json::from_str(text).map_err(|error| fault(&error))?;
        if version != VERSION {
            let text = format!("version {version} of baselines is not known; {VERSION} is");
            return Err(Fault { line: 1, column: 1, text });
        }
        let document: Document = serde_json::from_str(text).map_err(|error| fault(&error))?;
        let mut entries = BTreeMap::<String, Entry>::new();
        for entry in document.findings {
            let known = entries.entry(entry.fingerprint.clone()).or_insert_with(|| entry.clone());
            known.count = known.count.max(entry.count);
        }
        Ok(Self { entries })
    }

    /// The text of a file, with a final line break.
    #[must_use]
    pub fn render(&self) -> String {
        let mut entries: Vec<&Entry> = self.entries.values().collect();
        entries.sort();
        let lines = entries.iter().filter_map(|entry| serde_json::to_string(entry).ok());
        let lines: Vec<String> = lines.map(|line| format!("    {line}")).collect();
        let lines = if lines.is_empty() { String::new() } else { lines.join(",\n") + "\n  " };
        let open = if lines.is_empty() { "[" } else { "[\n" };
        format!("{{\n  \"version\": {VERSION},\n  \"findings\": {open}{lines}]\n}}\n")
    }

    /// The findings of one digest, in the order of digests.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.entries.values()
    }

    /// How many findings it accepts.
    #[must_use]
    pub fn count(&self) -> usize {
        self.entries.values().map(|entry| entry.count.get() as usize).sum()
    }

    /// Adds more of the findings of `entry`.
    pub fn add(&mut self, entry: Entry) {
        match self.entries.get_mut(&entry.fingerprint) {
            Some(known) => known.count = known.count.saturating_add(entry.count.get()),
            None => drop(self.entries.insert(entry.fingerprint.clone(), entry)),
        }
    }

    /// Takes the accepted findings out of `report`, of equal ones the first. Left over are those
    /// that are no longer found.
    pub fn accept(&self, report: &mut Report) -> Self {
        let mut left = self.clone();
        let before = report.findings.len();
        report.findings.retain(|finding| !left.take(&finding.fingerprint.digest, 1));
        report.baselined += before - report.findings.len();
        left
    }

    /// These findings without those of `others`.
    #[must_use]
    pub fn without(&self, others: &Self) -> Self {
        let mut left = self.clone();
        for entry in others.entries() {
            left.take(&entry.fingerprint, entry.count.get());
        }
        left
    }

    /// These findings but for those that are not `kept`.
    #[must_use]
    pub fn filtered(mut self, kept: impl Fn(&Entry) -> bool) -> Self {
        self.entries.retain(|_, entry| kept(entry));
        self
    }

    /// Takes so many findings away, as far as they are there; whether any was.
    fn take(&mut self, digest: &str, count: u32) -> bool {
        let Some(entry) = self.entries.get_mut(digest) else { return false };
        match NonZeroU32::new(entry.count.get().saturating_sub(count)) {
            Some(count) => entry.count = count,
            None => drop(self.entries.remove(digest)),
        }
        true
    }
}

#[derive(Deserialize)]
#[serde(expecting = "an object with `version` and `findings`")]
struct Head {
    version: u32,
}

#[derive(Deserialize)]
#[serde(expecting = "an object with `version` and `findings`")]
struct Document {
    findings: Vec<Entry>,
}

fn one() -> NonZeroU32 {
    NonZeroU32::MIN
}

fn digest<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let digest = String::deserialize(deserializer)?;
    let is_digest = digest.len() == 32 && digest.bytes().all(|byte| byte.is_ascii_hexdigit());
    let wrong = || serde::de::Error::custom("a fingerprint has 32 hexadecimal digits");
    if is_digest { Ok(digest) } else { Err(wrong()) }
}

/// The error without its place, which is told apart from it.
fn said(text: &str, error: &serde_json::Error) -> String {
    let line = text.lines().nth(error.line().saturating_sub(1)).unwrap_or("");
    if ["<<<<<<<", "=======", ">>>>>>>"].iter().any(|mark| line.starts_with(mark)) {
        return "a merge was not finished here".to_owned();
    }
    let said = error.to_string();
    said.rsplit_once(" at line ").map_or(said.as_str(), |(said, _)| said).to_owned()
}

fn excerpt(finding: &Finding) -> String {
    let message = catalog::sentence(finding.rule, &finding.message, Lang::En);
    let mut excerpt: String = message.chars().take(EXCERPT).collect();
    if excerpt.len() < message.len() {
        excerpt.push('…');
    }
    excerpt
}

#[cfg(test)]
mod tests {
    use super::{Baseline, Entry};
    use std::num::NonZeroU32;

    fn baseline(entries: &[(char, u32)]) -> Baseline {
        let mut baseline = Baseline::default();
        for (digit, count) in entries {
            baseline.add(Entry {
                path: format!("{digit}.axml"),
                rule: "missing-scope".to_owned(),
                message: "\"授权\"\n".to_owned(),
                fingerprint: digit.to_string().repeat(32),
                count: NonZeroU32::new(*count).unwrap_or(NonZeroU32::MIN),
            });
        }
        baseline
    }

    #[test]
    fn what_is_written_is_read() {
        for entries in [&[][..], &[('a', 1)], &[('b', 3), ('a', 1)]] {
            let baseline = baseline(entries);
            let text = baseline.render();
            assert_eq!(
                text.lines().count(),
                if entries.is_empty() { 4 } else { 5 + entries.len() }
            );
            assert_eq!(Baseline::parse(&text), Ok(baseline));
        }
    }

    #[test]
    fn a_merge_that_kept_both_counts_once() {
        let (one, two) = (baseline(&[('a', 1)]).render(), baseline(&[('a', 2)]).render());
        let line = two.lines().find(|line| line.contains("aaaa")).unwrap_or_default();
        let both = one.replace("[\n", &format!("[\n{line},\n"));
        assert_eq!(Baseline::parse(&both), Ok(baseline(&[('a', 2)])));
    }

    #[test]
    fn one_is_taken_from_the_other() {
        let all = baseline(&[('a', 3), ('b', 1), ('c', 1)]);
        assert_eq!(all.without(&baseline(&[('a', 2), ('c', 5)])), baseline(&[('a', 1), ('b', 1)]));
        assert_eq!(all.count(), 5);
        let huge = baseline(&[('a', u32::MAX)]);
        assert_eq!(huge.without(&huge), Baseline::default());
    }
}
