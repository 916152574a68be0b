//! SARIF 2.1.0, the format of code scanning services and of many editors.
//!
//! Paths are relative to a base that the log describes but does not locate, so that it is the
//! same on every machine.

mod log;
mod rule;

use std::collections::{BTreeMap, BTreeSet};

use crate::finding::{self, Finding, Severity};
use crate::report::places::Places;
use crate::report::{Skipped, Subject, encode, trace, uri, words};
use crate::rules::catalog::{self, Page};
use crate::source::FileSpan;

use log::{
    ArtifactChange, ArtifactLocation, CodeFlow, Described, Driver, Fix, Invocation, Level,
    Location, Log, Notification, PhysicalLocation, Region, Replacement, Run, SarifResult,
    Suppression, Text, ThreadFlow, ThreadFlowLocation, Tool,
};

/// The name of the working directory.
const BASE: &str = "SRCROOT";

/// The key of the fingerprint, with the version of its recipe.
const FINGERPRINT: &str = "consentlint/v1";

/// All of the report as one log, with a final line break.
#[must_use]
pub fn render(subject: &Subject<'_>) -> String {
    let base = Text::new("the working directory of consentlint");
    let run = Run {
        tool: Tool { driver: driver(subject) },
        language: subject.lang.as_str(),
        column_kind: "utf16CodeUnits",
        original_uri_base_ids: BTreeMap::from([(BASE, Described { description: base })]),
        invocations: [Invocation {
            execution_successful: true,
            tool_execution_notifications: notifications(subject),
        }],
        results: View { subject, places: Places::new(subject) }.results(),
    };
    let log = Log {
        schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        version: "2.1.0",
        runs: [run],
    };
    encode::pretty(&log)
}

fn driver(subject: &Subject<'_>) -> Driver {
    Driver {
        name: env!("CARGO_PKG_NAME"),
        semantic_version: env!("CARGO_PKG_VERSION"),
        information_uri: env!("CARGO_PKG_REPOSITORY"),
        rules: pages(subject).map(|page| rule::rule(page, subject.lang)).collect(),
    }
}

/// The pages of the rules that anything was found by; their order gives rules their index.
fn pages(subject: &Subject<'_>) -> impl Iterator<Item = &'static Page> {
    let report = subject.report;
    let findings = report.findings.iter().chain(report.suppressed.iter().map(|it| &it.finding));
    let found: BTreeSet<_> = findings.map(|finding| finding.rule).collect();
    catalog::pages().filter(move |page| found.contains(&page.id))
}

fn level(severity: Severity) -> Level {
    match severity {
        Severity::Info => Level::Note,
        Severity::Warning => Level::Warning,
        Severity::Error => Level::Error,
    }
}

fn notifications(subject: &Subject<'_>) -> Vec<Notification> {
    let notification = |skipped: &Skipped| Notification {
        level: Level::Warning,
        message: Text::new(format!("{}: {}", words::left_out(subject.lang), skipped.reason)),
        locations: [Location { physical_location: physical(&skipped.path, None), message: None }],
    };
    subject.skipped.iter().map(notification).collect()
}

fn physical(path: &str, region: Option<Region>) -> PhysicalLocation {
    PhysicalLocation { artifact_location: artifact(path), region }
}

fn artifact(path: &str) -> ArtifactLocation {
    ArtifactLocation { uri: uri::relative(path), uri_base_id: BASE }
}

struct View<'a> {
    subject: &'a Subject<'a>,
    places: Places<'a>,
}

impl View<'_> {
    /// The findings, then those that comments accept, which SARIF keeps as suppressed.
    fn results(&self) -> Vec<SarifResult> {
        let report = self.subject.report;
        let found = report.findings.iter().map(|finding| (finding, Vec::new()));
        let suppressed = report.suppressed.iter().map(|it| {
            let justification = it.reason.clone();
            (&it.finding, vec![Suppression { kind: "inSource", justification }])
        });
        let all: Vec<_> = found.chain(suppressed).collect();
        let ids: Vec<_> = pages(self.subject).map(|page| page.id).collect();
        let result = |(finding, suppressions): (&Finding, _)| SarifResult {
            rule_id: finding.rule.0,
            rule_index: ids.iter().position(|id| *id == finding.rule),
            level: level(finding.severity),
            message: Text::new(self.subject.headline(finding)),
            locations: [self.labelled(finding, &finding.primary)],
            partial_fingerprints: BTreeMap::from([(FINGERPRINT, finding.fingerprint.to_string())]),
            code_flows: self.flows(finding),
            related_locations: self.beside(finding),
            fixes: finding.fix.iter().map(|fix| self.fix(finding, fix)).collect(),
            suppressions,
        };
        all.into_iter().map(result).collect()
    }

    /// The way to the finding, which ends there.
    fn flows(&self, finding: &Finding) -> Vec<CodeFlow> {
        let (steps, _) = trace::parts(finding);
        if steps.is_empty() {
            return Vec::new();
        }
        let steps = steps.into_iter().chain([&finding.primary]).enumerate();
        let locations = steps.map(|(at, step)| ThreadFlowLocation {
            location: self.labelled(finding, step),
            execution_order: at + 1,
        });
        vec![CodeFlow { thread_flows: [ThreadFlow { locations: locations.collect() }] }]
    }

    /// Where else the way begins.
    fn beside(&self, finding: &Finding) -> Vec<Location> {
        let (_, beside) = trace::parts(finding);
        beside.into_iter().map(|label| self.labelled(finding, label)).collect()
    }

    fn labelled(&self, finding: &Finding, label: &finding::Label) -> Location {
        let words = catalog::sentence(finding.rule, &label.text, self.subject.lang);
        let physical_location = physical(self.places.name(label.at), Some(self.region(label.at)));
        Location { physical_location, message: Some(Text::new(words)) }
    }

    fn fix(&self, finding: &Finding, fix: &finding::Fix) -> Fix {
        let title = catalog::sentence(finding.rule, &fix.title, self.subject.lang);
        let mut by_file = BTreeMap::<_, Vec<Replacement>>::new();
        for edit in &fix.edits {
            by_file.entry(edit.at.file).or_default().push(Replacement {
                deleted_region: self.region(edit.at),
                inserted_content: Text::new(&edit.replacement),
            });
        }
        let change = |(file, replacements)| {
            let at = FileSpan { file, span: finding.primary.at.span };
            ArtifactChange { artifact_location: artifact(self.places.name(at)), replacements }
        };
        let artifact_changes = by_file.into_iter().map(change).collect();
        Fix { description: Text::new(title), artifact_changes }
    }

    fn region(&self, at: FileSpan) -> Region {
        let start = self.places.position(at, at.span.start);
        let end = self.places.position(at, at.span.end);
        Region {
            start_line: start.line,
            start_column: start.column,
            end_line: end.line,
            end_column: end.column,
        }
    }
}
