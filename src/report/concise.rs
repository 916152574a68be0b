//! One line for each finding: `path:line:column: severity[rule] message`.

use crate::report::{Subject, places::Places, sanitize};

/// All findings, a line each.
#[must_use]
pub fn render(subject: &Subject<'_>) -> String {
    let places = Places::new(subject);
    let line = |finding| line(subject, &places, finding);
    subject.report.findings.iter().map(line).collect()
}

fn line(subject: &Subject<'_>, places: &Places<'_>, finding: &crate::finding::Finding) -> String {
    let text = format!(
        "{}: {}[{}] {}",
        places.start(finding.primary.at),
        finding.severity.as_str(),
        finding.rule.0,
        subject.headline(finding),
    );
    sanitize::line(&text) + "\n"
}
