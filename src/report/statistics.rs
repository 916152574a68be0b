//! Where the findings are and where the time went, as tables.

use std::collections::BTreeMap;

use crate::report::{Subject, sanitize, words};
use crate::source::RelPath;

/// The findings by rule and by page, most first; and the steps with their milliseconds.
///
/// A page is all files that differ in nothing but their extension.
#[must_use]
pub fn render(subject: &Subject<'_>, times: &[(&str, f64)]) -> String {
    let report = subject.report;
    let rules = report.findings.iter().map(|finding| finding.rule.0.to_owned());
    let pages = report.findings.iter().filter_map(|finding| {
        let file = report.files.get(finding.primary.at.file.index())?;
        Some(subject.paths.shown(&RelPath::new(file.path.stem())))
    });
    let [by_rule, by_page, time] = words::statistics(subject.lang);
    let times = times.iter().map(|(step, time)| (format!("{time:.1} ms"), (*step).to_owned()));
    table(by_rule, counted(rules)) + &table(by_page, counted(pages)) + &table(time, times.collect())
}

/// How often each of `names` occurs.
fn counted(names: impl Iterator<Item = String>) -> Vec<(String, String)> {
    let mut counts = BTreeMap::<String, usize>::new();
    for name in names {
        *counts.entry(name).or_default() += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by(|left, right| right.1.cmp(&left.1).then_with(|| left.0.cmp(&right.0)));
    counts.into_iter().map(|(name, count)| (count.to_string(), name)).collect()
}

/// Numbers and names below `heading`; nothing where there are none.
fn table(heading: &str, rows: Vec<(String, String)>) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let width = rows.iter().map(|(number, _)| number.len()).max().unwrap_or(0);
    let row = |(number, name): &(String, String)| {
        format!("  {number:>width$}  {}\n", sanitize::line(name))
    };
    format!("{heading}:\n{}", rows.iter().map(row).collect::<String>())
}
