//! What more is to be said about a finding, as plain lines.

use crate::finding::{Finding, Label};
use crate::report::{Subject, places::Places, sanitize, trace, words};
use crate::rules::catalog;

/// The trace, what to do, and where to read more, safe for a terminal.
pub(super) fn lines(subject: &Subject<'_>, places: &Places<'_>, finding: &Finding) -> Vec<String> {
    let lang = subject.lang;
    let (steps, beside) = trace::parts(finding);
    let told = |label: &Label| {
        let words = catalog::sentence(finding.rule, &label.text, lang);
        (places.start(label.at), words)
    };
    let heading = (!steps.is_empty()).then(|| format!("{}:", words::trace(lang)));
    let steps = steps.into_iter().enumerate().map(|(at, label)| {
        let (place, words) = told(label);
        format!("{}. {place} {words}", at + 1)
    });
    let beside = beside.into_iter().map(|label| {
        let (place, words) = told(label);
        format!("{words} {place}")
    });
    let help = Some(subject.help(finding)).filter(|help| !help.is_empty());
    let help = help.map(|help| format!("{}: {help}", words::help(lang)));
    let lines = heading.into_iter().chain(steps).chain(beside).chain(help);
    lines.chain([catalog::url(finding.rule)]).map(|line| sanitize::line(&line)).collect()
}
