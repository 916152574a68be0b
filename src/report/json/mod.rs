//! JSON, version 1: one object, or one line for each finding.

mod document;

use crate::finding::{self, Severity};
use crate::report::places::Places;
use crate::report::{Skipped, Subject, encode};
use crate::rules::catalog;
use crate::source::FileSpan;

use document::{Document, Edit, Finding, Fix, LastLine, NotChecked, Point, Safety, Step, Summary};

/// The version of the format.
const VERSION: u32 = 1;

/// All of the report as one object, with a final line break.
#[must_use]
pub fn render(subject: &Subject<'_>) -> String {
    let document = Document {
        version: VERSION,
        tool: tool(),
        findings: findings(subject),
        not_checked: subject.skipped.iter().map(not_checked).collect(),
        summary: summary(subject),
    };
    encode::pretty(&document)
}

/// Each finding as an object on a line of its own, then the rest of the report as the last one.
#[must_use]
pub fn lines(subject: &Subject<'_>) -> String {
    let last = LastLine {
        version: VERSION,
        tool: tool(),
        not_checked: subject.skipped.iter().map(not_checked).collect(),
        summary: summary(subject),
    };
    findings(subject).iter().map(encode::line).collect::<String>() + &encode::line(&last)
}

/// The JSON Schema of [`render`]'s output. Each line of [`lines`] but the last is one of its
/// `findings`; the last has its other members.
#[must_use]
pub fn schema() -> String {
    let schema = schemars::schema_for!(Document);
    encode::pretty(&schema)
}

fn tool() -> document::Tool {
    document::Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") }
}

fn not_checked(skipped: &Skipped) -> NotChecked {
    NotChecked { path: skipped.path.clone(), reason: skipped.reason.clone() }
}

fn summary(subject: &Subject<'_>) -> Summary {
    let report = subject.report;
    Summary {
        files: report.files.len(),
        errors: report.count(Severity::Error),
        warnings: report.count(Severity::Warning),
        infos: report.count(Severity::Info),
        suppressed: report.suppressed.len(),
        baselined: report.baselined,
        not_checked: subject.skipped.len(),
    }
}

fn findings(subject: &Subject<'_>) -> Vec<Finding> {
    let view = View { subject, places: Places::new(subject) };
    subject.report.findings.iter().map(|finding| view.finding(finding)).collect()
}

struct View<'a> {
    subject: &'a Subject<'a>,
    places: Places<'a>,
}

impl View<'_> {
    fn finding(&self, finding: &finding::Finding) -> Finding {
        let at = finding.primary.at;
        let sentence =
            |text: &finding::Message| catalog::sentence(finding.rule, text, self.subject.lang);
        let step = |step: &finding::Label| self.step(step.at, sentence(&step.text));
        let fix = |fix: &finding::Fix| self.fix(fix, sentence(&fix.title));
        Finding {
            rule: finding.rule.0,
            severity: match finding.severity {
                Severity::Info => document::Severity::Info,
                Severity::Warning => document::Severity::Warning,
                Severity::Error => document::Severity::Error,
            },
            message: self.subject.headline(finding),
            help: Some(self.subject.help(finding)).filter(|help| !help.is_empty()),
            url: Some(catalog::url(finding.rule)),
            path: self.path(at),
            start: self.point(at, at.span.start),
            end: self.point(at, at.span.end),
            trace: finding.trace.iter().map(step).collect(),
            fix: finding.fix.as_ref().map(fix),
            fingerprint: finding.fingerprint.to_string(),
        }
    }

    fn step(&self, at: FileSpan, message: String) -> Step {
        let (start, end) = (self.point(at, at.span.start), self.point(at, at.span.end));
        Step { path: self.path(at), start, end, message }
    }

    fn fix(&self, fix: &finding::Fix, title: String) -> Fix {
        let safety = match fix.safety {
            finding::Safety::Safe => Safety::Safe,
            finding::Safety::Suggested => Safety::Suggested,
        };
        Fix { title, safety, edits: fix.edits.iter().map(|edit| self.edit(edit)).collect() }
    }

    fn edit(&self, edit: &finding::Edit) -> Edit {
        let (at, replacement) = (edit.at, edit.replacement.clone());
        let (start, end) = (self.point(at, at.span.start), self.point(at, at.span.end));
        Edit { path: self.path(at), start, end, replacement }
    }

    fn path(&self, at: FileSpan) -> String {
        self.places.name(at).to_owned()
    }

    fn point(&self, at: FileSpan, offset: u32) -> Point {
        let position = self.places.position(at, offset);
        Point { line: position.line, column: position.column, offset }
    }
}
