//! JUnit's XML: a file with findings is a suite, a finding is a test that fails.
//!
//! A finding that only informs is a test that passes; without any finding there is one such
//! test, because a suite without tests counts as a failure in many places.

use crate::finding::{Finding, Severity};
use crate::report::markup::escape;
use crate::report::{Skipped, Subject, places::Places, plain, words};

/// The report as one document.
#[must_use]
pub fn render(subject: &Subject<'_>) -> String {
    let places = Places::new(subject);
    let findings = &subject.report.findings;
    let by_file = findings.chunk_by(|one, other| one.primary.at.file == other.primary.at.file);
    let mut suites: Vec<String> = by_file.map(|of| suite(subject, &places, of)).collect();
    suites.extend(subject.skipped.iter().map(|it| not_checked(subject, it)));
    if suites.is_empty() {
        suites.push(clean(subject));
    }
    let tests = (findings.len() + subject.skipped.len()).max(1);
    let counts = format!("tests=\"{tests}\" failures=\"{}\" errors=\"0\"", failures(findings));
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"{}\" {counts}>\n{}</testsuites>\n",
        env!("CARGO_PKG_NAME"),
        suites.concat(),
    )
}

fn failures(findings: &[Finding]) -> usize {
    findings.iter().filter(|finding| finding.severity > Severity::Info).count()
}

fn suite(subject: &Subject<'_>, places: &Places<'_>, findings: &[Finding]) -> String {
    let name = findings.first().map_or("", |finding| places.name(finding.primary.at));
    let tests: String = findings.iter().map(|finding| test(subject, places, finding)).collect();
    let counts = format!("tests=\"{}\" failures=\"{}\"", findings.len(), failures(findings));
    let name = escape(name);
    let head = format!("<testsuite name=\"{name}\" {counts} errors=\"0\" file=\"{name}\">");
    format!("  {head}\n{tests}  </testsuite>\n")
}

fn test(subject: &Subject<'_>, places: &Places<'_>, finding: &Finding) -> String {
    let at = finding.primary.at;
    let place = places.start(at);
    let message = escape(&subject.headline(finding));
    let lines = plain::lines(subject, places, finding);
    let lines: String = lines.iter().map(|line| format!("\n{}", escape(line))).collect();
    let body = format!("{}: {message}{lines}", escape(&place));
    let severity = finding.severity.as_str();
    let outcome = match finding.severity {
        Severity::Info => format!("<system-out>{body}</system-out>"),
        _ => format!("<failure type=\"{severity}\" message=\"{message}\">{body}</failure>"),
    };
    let position = places.position(at, at.span.start);
    let name = format!("{} {}:{}", finding.rule.0, position.line, position.column);
    let class = escape(places.name(at));
    format!(
        "    <testcase name=\"{name}\" classname=\"{class}\">\n      {outcome}\n    </testcase>\n"
    )
}

fn not_checked(subject: &Subject<'_>, skipped: &Skipped) -> String {
    let (name, reason) = (escape(&skipped.path), escape(&skipped.reason));
    let test = words::left_out(subject.lang);
    format!(
        "  <testsuite name=\"{name}\" tests=\"1\" failures=\"0\" errors=\"0\" skipped=\"1\" file=\"{name}\">\n    <testcase name=\"{test}\" classname=\"{name}\">\n      <skipped message=\"{reason}\"/>\n    </testcase>\n  </testsuite>\n"
    )
}

fn clean(subject: &Subject<'_>) -> String {
    let name = env!("CARGO_PKG_NAME");
    let checked = words::checked(subject.report.files.len(), subject.report.programs, subject.lang);
    format!(
        "  <testsuite name=\"{name}\" tests=\"1\" failures=\"0\" errors=\"0\">\n    <testcase name=\"{checked}\" classname=\"{name}\"/>\n  </testsuite>\n"
    )
}
