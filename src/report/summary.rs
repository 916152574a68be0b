//! What a check amounts to, in one line below the findings.

use std::collections::BTreeMap;

use crate::finding::Severity;
use crate::report::{Skipped, Subject, sanitize, words};

/// What was checked, what was found and what was not checked, in one line.
#[must_use]
pub fn line(subject: &Subject<'_>) -> String {
    let (report, lang) = (subject.report, subject.lang);
    let found = [Severity::Error, Severity::Warning, Severity::Info]
        .into_iter()
        .filter(|weight| report.count(*weight) > 0)
        .map(|weight| words::found(report.count(weight), weight, lang));
    let suppressed = Some(report.suppressed.len()).filter(|count| *count > 0);
    let mut found: Vec<String> =
        found.chain(suppressed.map(|count| words::suppressed(count, lang))).collect();
    if report.findings.is_empty() {
        found.insert(0, words::clean(lang).to_owned());
    }
    let checked = words::checked(report.files.len(), report.programs, lang);
    format!("{checked}: {}{}\n", found.join(", "), skipped_in_short(subject))
}

/// What was not checked, a line each.
#[must_use]
pub fn skipped(subject: &Subject<'_>) -> String {
    let line = |it: &Skipped| {
        let not_checked = words::left_out(subject.lang);
        sanitize::line(&format!("{not_checked}: {}: {}", it.path, it.reason)) + "\n"
    };
    subject.skipped.iter().map(line).collect()
}

/// `; 2 files not checked (1 too large, 1 unreadable)`, or nothing.
fn skipped_in_short(subject: &Subject<'_>) -> String {
    if subject.skipped.is_empty() {
        return String::new();
    }
    let mut reasons = BTreeMap::<&str, usize>::new();
    for skipped in subject.skipped {
        *reasons.entry(&skipped.reason).or_default() += 1;
    }
    let reasons: Vec<String> = reasons
        .iter()
        .map(|(reason, count)| format!("{count} {}", sanitize::line(reason)))
        .collect();
    let count = words::not_checked(subject.skipped.len(), subject.lang);
    format!("; {count} ({})", reasons.join(", "))
}
