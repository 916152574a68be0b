//! The summary of a job, in GitHub's Markdown.

use crate::finding::{Finding, Label};
use crate::report::markup::{self, escape_markdown};
use crate::report::{Subject, places::Places, summary, trace, words};
use crate::rules::catalog;

/// GitHub takes 1 MiB for a step; the rest is left to what other commands of it write.
const MOST_BYTES: usize = 900_000;

/// What was found as a table, with the traces folded in.
#[must_use]
pub fn render(subject: &Subject<'_>) -> String {
    let places = Places::new(subject);
    let name = env!("CARGO_PKG_NAME");
    let mut text =
        format!("### {name}\n\n{}\n", escape_markdown(summary::line(subject).trim_end()));
    let findings = &subject.report.findings;
    if !findings.is_empty() {
        text += "\n| | | |\n|---|---|---|\n";
    }
    for (at, finding) in findings.iter().enumerate() {
        let row = row(subject, &places, finding);
        if text.len() + row.len() > MOST_BYTES {
            text += &format!("\n… +{}\n", findings.len() - at);
            return text;
        }
        text += &row;
    }
    let skipped = escape_lines(&summary::skipped(subject));
    if skipped.is_empty() { text } else { format!("{text}\n{skipped}") }
}

fn row(subject: &Subject<'_>, places: &Places<'_>, finding: &Finding) -> String {
    let sentence = |text: &str| markup::sentence(text, escape_markdown);
    let severity = words::severity(finding.severity, subject.lang);
    let (rule, url) = (finding.rule.0, catalog::url(finding.rule));
    let place = escape_markdown(&places.start(finding.primary.at));
    let message = sentence(&subject.headline(finding));
    let help = sentence(&subject.help(finding));
    let trace = folded(subject, places, finding);
    format!("| {severity} [{rule}]({url}) | <code>{place}</code> | {message}<br>{help}{trace} |\n")
}

/// The steps of the trace, folded; nothing where there are none.
fn folded(subject: &Subject<'_>, places: &Places<'_>, finding: &Finding) -> String {
    let (steps, _) = trace::parts(finding);
    if steps.is_empty() {
        return String::new();
    }
    let step = |step: &Label| {
        let words = catalog::sentence(finding.rule, &step.text, subject.lang);
        let place = escape_markdown(&places.start(step.at));
        format!("<li><code>{place}</code> {}</li>", markup::sentence(&words, escape_markdown))
    };
    let steps: String = steps.into_iter().map(step).collect();
    let heading = words::trace(subject.lang);
    format!("<details><summary>{heading}</summary><ol>{steps}</ol></details>")
}

fn escape_lines(text: &str) -> String {
    text.lines().map(|line| format!("- {}\n", escape_markdown(line))).collect()
}
