//! What a check amounts to, in one line below the findings.

use std::collections::BTreeMap;

use crate::finding::Severity;
use crate::report::{Lang, Skipped, Subject, sanitize, words};

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
    if report.baselined > 0 {
        found.push(words::baselined(report.baselined, lang));
    }
    if report.findings.is_empty() {
        found.insert(0, words::clean(lang).to_owned());
    }
    let checked = words::checked(report.files.len(), report.programs, lang);
    format!("{checked}: {}{}\n", found.join(", "), skipped_in_short(subject))
}

/// What was fixed, and what could be.
#[derive(Clone, Copy, Debug, Default)]
pub struct Fixes {
    /// How many findings were fixed.
    pub findings: usize,
    /// In how many files.
    pub files: usize,
    /// How many are left for another run.
    pub left: usize,
    /// How many more have a fix that needs a look.
    pub suggested: usize,
    /// Whether all that was only shown.
    pub is_shown: bool,
    /// Whether git still has staged what was there before.
    pub is_unstaged: bool,
}

/// What was fixed, and what could be, in one line.
#[must_use]
pub fn fixes(fixes: &Fixes, lang: Lang) -> String {
    let left = Some(fixes.left).filter(|count| *count > 0);
    let more = Some(fixes.suggested).filter(|count| *count > 0);
    let mut parts = vec![words::fixed(fixes.findings, fixes.files, fixes.is_shown, lang)];
    parts.extend(left.map(|count| words::left_to_fix(count, lang)));
    parts.extend(more.map(|count| words::suggested(count, lang)));
    let unstaged = Some(words::unstaged(lang)).filter(|_| fixes.is_unstaged);
    parts.extend(unstaged.map(str::to_owned));
    parts.join("; ") + "\n"
}

/// The file `path` with fixes that was not changed, and the reason, in one line.
#[must_use]
pub fn not_fixed(path: &str, reason: &str, lang: Lang) -> String {
    let not_fixed = words::not_fixed(lang);
    sanitize::line(&format!("{not_fixed}: {path}: {reason}")) + "\n"
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
