//! The code quality report of GitLab.

use serde::Serialize;

use crate::finding::{Finding, Severity};
use crate::report::{Subject, encode, places::Places, sanitize};

#[derive(Serialize)]
struct Issue {
    description: String,
    check_name: &'static str,
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

/// Lines from 1; the last one is included.
#[derive(Serialize)]
struct Lines {
    begin: u32,
    end: u32,
}

/// All findings as one array, with a final line break.
#[must_use]
pub fn render(subject: &Subject<'_>) -> String {
    let places = Places::new(subject);
    let findings = &subject.report.findings;
    let issue = |finding| issue(subject, &places, finding);
    let issues: Vec<Issue> = findings.iter().map(issue).collect();
    encode::pretty(&issues)
}

fn issue(subject: &Subject<'_>, places: &Places<'_>, finding: &Finding) -> Issue {
    let at = finding.primary.at;
    let begin = places.position(at, at.span.start).line;
    let end = places.position(at, at.span.end).line;
    Issue {
        description: sanitize::line(&subject.headline(finding)),
        check_name: finding.rule.0,
        fingerprint: finding.fingerprint.to_string(),
        severity: match finding.severity {
            Severity::Info => "info",
            Severity::Warning => "major",
            Severity::Error => "critical",
        },
        location: Location { path: places.name(at).to_owned(), lines: Lines { begin, end } },
    }
}
