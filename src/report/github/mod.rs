//! Workflow commands of GitHub Actions, which become annotations; and the job's summary.

pub mod summary;

use crate::finding::{Finding, Severity};
use crate::report::{Skipped, Subject, places::Places, plain, sanitize, words};

/// How many annotations of one kind GitHub shows for a step.
const SHOWN: usize = 10;

/// All findings, errors first, a command each; before those that only inform, how many errors
/// and warnings GitHub will not show.
#[must_use]
pub fn render(subject: &Subject<'_>) -> String {
    let places = Places::new(subject);
    let of = |weight| {
        let findings = subject.report.findings.iter().filter(move |it| it.severity == weight);
        findings.map(|finding| annotation(subject, &places, finding)).collect::<String>()
    };
    let skipped: String = subject.skipped.iter().map(|it| not_checked(subject, it)).collect();
    let (errors, warnings) = (of(Severity::Error), of(Severity::Warning));
    errors + &warnings + &skipped + &hidden(subject) + &of(Severity::Info)
}

fn annotation(subject: &Subject<'_>, places: &Places<'_>, finding: &Finding) -> String {
    let at = finding.primary.at;
    let start = places.position(at, at.span.start);
    let end = places.position(at, at.span.end);
    let mut properties = vec![
        ("file", places.name(at).to_owned()),
        ("line", start.line.to_string()),
        ("endLine", end.line.to_string()),
    ];
    if start.line == end.line {
        properties.push(("col", start.column.to_string()));
        properties.push(("endColumn", end.column.to_string()));
    }
    properties.push(("title", finding.rule.0.to_owned()));
    let mut lines = vec![sanitize::line(&subject.headline(finding))];
    lines.extend(plain::lines(subject, places, finding));
    command(kind(finding.severity), &properties, &lines.join("\n"))
}

fn not_checked(subject: &Subject<'_>, skipped: &Skipped) -> String {
    let text = format!("{}: {}", words::left_out(subject.lang), skipped.reason);
    command("warning", &[("file", skipped.path.clone())], &sanitize::line(&text))
}

/// That GitHub shows a part only, where it does.
fn hidden(subject: &Subject<'_>) -> String {
    let count = |weight| subject.report.count(weight);
    let warnings = count(Severity::Warning) + subject.skipped.len();
    let counts = [(count(Severity::Error), Severity::Error), (warnings, Severity::Warning)];
    let cut: Vec<String> = counts
        .into_iter()
        .filter(|(count, _)| *count > SHOWN)
        .map(|(count, weight)| words::shown_of(SHOWN, count, weight, subject.lang))
        .collect();
    if cut.is_empty() {
        return String::new();
    }
    let text = words::hidden(&cut.join(", "), subject.lang);
    command("notice", &[("title", env!("CARGO_PKG_NAME").to_owned())], &text)
}

fn kind(severity: Severity) -> &'static str {
    match severity {
        Severity::Info => "notice",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

fn command(kind: &str, properties: &[(&str, String)], message: &str) -> String {
    let property =
        |(name, value): &(&str, String)| format!("{name}={}", property(&sanitize::line(value)));
    let properties: Vec<String> = properties.iter().map(property).collect();
    format!("::{kind} {}::{}\n", properties.join(","), data(message))
}

/// `text` as the runner reads the message of a command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// `text` as the runner reads the value of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::command;

    #[test]
    fn commands_cannot_be_broken_out_of() {
        let properties = [("file", "a,b:c%\n.js".to_owned())];
        let want = "::error file=a%2Cb%3Ac%25␊.js::100%25, a::b%0A::stop-commands::x\n";
        assert_eq!(command("error", &properties, "100%, a::b\n::stop-commands::x"), want);
    }
}
