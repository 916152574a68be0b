//! Secrets taken out of all that is said: of the texts that reports quote, and of what messages repeat.
//!
//! It does not matter whether a rule reports the secret, or whether somebody accepts the finding.

use std::collections::BTreeMap;

use crate::engine::{Fact, Topic};
use crate::finding::{Finding, Label, Message};
use crate::semantic::secret::Secret;
use crate::source::{FileSpan, Span};
use crate::syntax::File;

/// So many different secrets are also looked for where nothing tells that they stand there.
const MOST: usize = 64;

/// Shorter texts are no secrets where they only occur.
const SHORTEST: usize = 12;

/// What is not to be repeated.
#[derive(Clone, Debug, Default)]
pub(super) struct Concealed {
    texts: Vec<String>,
    places: Vec<FileSpan>,
}

impl Concealed {
    /// The secrets of a program.
    pub(super) fn new(found: &BTreeMap<FileSpan, Secret>) -> Self {
        let mut texts: Vec<String> =
            found.values().map(|secret| secret.text.trim().to_owned()).collect();
        texts.retain(|text| text.len() >= SHORTEST);
        texts.sort_by(|one, other| other.len().cmp(&one.len()).then_with(|| one.cmp(other)));
        texts.dedup();
        texts.truncate(MOST);
        Self { texts, places: found.keys().copied().collect() }
    }

    /// `files` with every secret replaced by `*`.
    ///
    /// Every text keeps its length and its lines, so places stay what they are.
    pub(super) fn files(&self, mut files: Vec<File>) -> Vec<File> {
        let mut spans: BTreeMap<usize, Vec<Span>> = BTreeMap::new();
        for at in &self.places {
            spans.entry(at.file.index()).or_default().push(at.span);
        }
        for (index, file) in files.iter().enumerate() {
            let found = self.texts.iter().flat_map(|text| {
                file.text.match_indices(text.as_str()).map(|(at, it)| (at, at + it.len()))
            });
            for (start, end) in found {
                spans.entry(index).or_default().push(Span::new(start as u32, end as u32));
            }
        }
        for (index, mut spans) in spans {
            spans.sort();
            if let Some(file) = files.get_mut(index) {
                let text = starred(&file.text, &spans);
                if text.len() == file.text.len() {
                    file.text = text.into();
                }
            }
        }
        files
    }

    /// Takes the secrets out of what findings say, and the fixes that would write over one.
    pub(super) fn findings(&self, findings: &mut [Finding]) {
        findings.iter_mut().for_each(|finding| self.finding(finding));
    }

    /// Takes the secrets out of what one finding says.
    pub(super) fn finding(&self, finding: &mut Finding) {
        if self.places.is_empty() {
            return;
        }
        self.message(&mut finding.message);
        self.label(&mut finding.primary);
        finding.trace.iter_mut().for_each(|label| self.label(label));
        if let Some(fix) = &mut finding.fix {
            self.message(&mut fix.title);
            if fix.edits.iter().any(|edit| self.is_at(edit.at)) {
                finding.fix = None;
            }
        }
    }

    /// Takes the secrets out of what is known of a line.
    pub(super) fn topics(&self, topics: &mut [Topic]) {
        for topic in topics {
            self.message(&mut topic.text);
            for Fact { text, steps, .. } in &mut topic.facts {
                self.message(text);
                steps.iter_mut().for_each(|label| self.label(label));
            }
        }
    }

    fn is_at(&self, at: FileSpan) -> bool {
        let meets = |it: &FileSpan| {
            it.file == at.file && it.span.start < at.span.end && at.span.start < it.span.end
        };
        self.places.iter().any(meets)
    }

    fn label(&self, label: &mut Label) {
        self.message(&mut label.text);
    }

    fn message(&self, message: &mut Message) {
        for (_, value) in &mut message.values {
            for text in &self.texts {
                if value.contains(text.as_str()) {
                    *value = value.replace(text.as_str(), "***");
                } else if let Some(at) = beginning(text, value) {
                    value.truncate(at);
                    value.push_str("***");
                }
            }
        }
    }
}

/// Where `value`, which was cut, ends with the first characters of the secret `text`.
fn beginning(text: &str, value: &str) -> Option<usize> {
    let kept = value.strip_suffix('…')?;
    let first = text.get(..text.ceil_char_boundary(SHORTEST))?;
    let mut places = kept.match_indices(first).map(|(at, _)| at);
    places.find(|at| kept.get(*at..).is_some_and(|rest| text.starts_with(rest)))
}

/// `text` with what stands at `spans`, in their order, hidden.
fn starred(text: &str, spans: &[Span]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for span in spans {
        let span = span.clamped(text);
        let start = (span.start as usize).max(from);
        let end = (span.end as usize).max(start);
        out.push_str(text.get(from..start).unwrap_or(""));
        out.extend(text.get(start..end).unwrap_or("").bytes().map(stars));
        from = end;
    }
    out.push_str(text.get(from..).unwrap_or(""));
    out
}

/// Quotes and line breaks say nothing; all else is hidden.
fn stars(byte: u8) -> char {
    match byte {
        b'\n' | b'\r' | b'"' | b'\'' | b'`' => char::from(byte),
        _ => '*',
    }
}

#[cfg(test)]
mod tests {
    use super::beginning;

    #[test]
    fn secrets_that_were_cut_are_found() {
        let secret = "sk-0123456789abcdef";
        for (value, want) in [
            ("the scope sk-0123456789ab…", Some(10)),
            ("sk-012345678 sk-0123456789a…", Some(13)),
            ("sk-0123456789ab", None),
            ("sk-0123456789 ab…", None),
            ("sk-0123…", None),
        ] {
            assert_eq!(beginning(secret, value), want, "{value}");
        }
    }
}
