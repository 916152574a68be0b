//! JSON, version 1: a published format with types of its own.
//!
//! Within a version a field is added, never changed.

use serde::Serialize;

use crate::finding::{Edit, Finding, Fix, Label, RuleId, Safety, Severity};
use crate::report::{Skipped, Subject, places::Places};
use crate::rules::catalog;
use crate::source::FileSpan;

#[derive(Serialize)]
struct Document {
    version: u32,
    tool: Tool,
    findings: Vec<JsonFinding>,
    not_checked: Vec<JsonSkipped>,
    summary: Summary,
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct JsonFinding {
    rule: &'static str,
    severity: &'static str,
    message: String,
    help: Option<String>,
    url: Option<String>,
    path: String,
    start: Point,
    end: Point,
    trace: Vec<Step>,
    fix: Option<JsonFix>,
    fingerprint: String,
}

/// Line and column from 1, the column in UTF-16 code units; the offset in bytes from 0.
#[derive(Serialize)]
struct Point {
    line: u32,
    column: u32,
    offset: u32,
}

#[derive(Serialize)]
struct Step {
    path: String,
    start: Point,
    end: Point,
    message: String,
}

#[derive(Serialize)]
struct JsonFix {
    title: String,
    safety: &'static str,
    edits: Vec<JsonEdit>,
}

#[derive(Serialize)]
struct JsonEdit {
    path: String,
    start: Point,
    end: Point,
    replacement: String,
}

#[derive(Serialize)]
struct JsonSkipped {
    path: String,
    reason: String,
}

#[derive(Serialize)]
struct Summary {
    files: usize,
    errors: usize,
    warnings: usize,
    infos: usize,
    suppressed: usize,
    baselined: usize,
    not_checked: usize,
}

/// All of the report as one object, with a final line break.
#[must_use]
pub fn render(subject: &Subject<'_>) -> String {
    let view = View { subject, places: Places::new(subject) };
    let document = Document {
        version: 1,
        tool: Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") },
        findings: subject.report.findings.iter().map(|it| view.finding(it)).collect(),
        not_checked: subject.skipped.iter().map(skipped).collect(),
        summary: summary(subject),
    };
    serde_json::to_string_pretty(&document).unwrap_or_default() + "\n"
}

fn skipped(skipped: &Skipped) -> JsonSkipped {
    JsonSkipped { path: skipped.path.clone(), reason: skipped.reason.clone() }
}

fn summary(subject: &Subject<'_>) -> Summary {
    let report = subject.report;
    Summary {
        files: report.files.len(),
        errors: report.count(Severity::Error),
        warnings: report.count(Severity::Warning),
        infos: report.count(Severity::Info),
        suppressed: report.suppressed,
        baselined: report.baselined,
        not_checked: subject.skipped.len(),
    }
}

struct View<'a> {
    subject: &'a Subject<'a>,
    places: Places<'a>,
}

impl View<'_> {
    fn finding(&self, finding: &Finding) -> JsonFinding {
        let at = finding.primary.at;
        let help = self.subject.help(finding);
        JsonFinding {
            rule: finding.rule.0,
            severity: finding.severity.as_str(),
            message: self.subject.headline(finding),
            help: Some(help).filter(|help| !help.is_empty()),
            url: Some(catalog::url(finding.rule)),
            path: self.places.name(at).to_owned(),
            start: self.start(at),
            end: self.end(at),
            trace: finding.trace.iter().map(|step| self.step(finding.rule, step)).collect(),
            fix: finding.fix.as_ref().map(|fix| self.fix(finding.rule, fix)),
            fingerprint: finding.fingerprint.to_string(),
        }
    }

    fn step(&self, rule: RuleId, step: &Label) -> Step {
        Step {
            path: self.places.name(step.at).to_owned(),
            start: self.start(step.at),
            end: self.end(step.at),
            message: catalog::sentence(rule, &step.text, self.subject.lang),
        }
    }

    fn fix(&self, rule: RuleId, fix: &Fix) -> JsonFix {
        JsonFix {
            title: catalog::sentence(rule, &fix.title, self.subject.lang),
            safety: match fix.safety {
                Safety::Safe => "safe",
                Safety::Suggested => "suggested",
            },
            edits: fix.edits.iter().map(|edit| self.edit(edit)).collect(),
        }
    }

    fn edit(&self, edit: &Edit) -> JsonEdit {
        JsonEdit {
            path: self.places.name(edit.at).to_owned(),
            start: self.start(edit.at),
            end: self.end(edit.at),
            replacement: edit.replacement.clone(),
        }
    }

    fn start(&self, at: FileSpan) -> Point {
        self.point(at, at.span.start)
    }

    fn end(&self, at: FileSpan) -> Point {
        self.point(at, at.span.end)
    }

    fn point(&self, at: FileSpan, offset: u32) -> Point {
        let position = self.places.position(at, offset);
        Point { line: position.line, column: position.column, offset }
    }
}
