//! A whole check of a small program.

use consentlint::config::Config;
use consentlint::engine::Report;
use consentlint::source::{LineIndex, RelPath};

use crate::program::{Texts, workspace};
use crate::published::assert_published;
use crate::sound::assert_places;

/// `texts` are checked: places are parts of their files, and every format says what was found.
pub fn assert_checked(texts: &Texts, config: &Config) -> Report {
    let report = workspace(texts.iter().cloned(), 1).check(config);
    for finding in report.findings.iter().chain(report.suppressed.iter().map(|it| &it.finding)) {
        assert_places(&report, finding, "checked");
    }
    assert_published(&report);
    report
}

/// The same; and neither the order of files nor the number of threads matters, nor what was there
/// before and is gone; and each of the lines can be explained.
pub fn assert_checked_alike(texts: &Texts, config: &Config) {
    let report = assert_checked(texts, config);
    let mut backwards = workspace(texts.iter().rev().cloned(), 2);
    backwards.set(RelPath::new("zz/app.json"), "{\"pages\": [\"../a\"");
    backwards.remove(&RelPath::new("zz/app.json"));
    let again = backwards.check(config);
    assert_eq!(report.findings, again.findings);
    assert_eq!(report.suppressed, again.suppressed);
    let _ = (backwards.wanted(), backwards.imported(), backwards.evident_profile());
    if let Some((path, text)) = texts.get(texts.len() / 2) {
        let line = 1 + text.len() / 2 % LineIndex::new(text).count().max(1);
        let _ = backwards.explain(config, path, (line as u32, None));
    }
}
