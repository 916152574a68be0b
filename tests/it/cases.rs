//! The programs under `testdata/<rule>/<case>`: what is found is what their markers say.
//!
//! | marker | means |
//! |---|---|
//! | `//~ rule`, `<!--~ rule -->` | a finding of `rule` starts on this line |
//! | `//~^ rule`, `<!--~^ rule -->` | one line up; `^^` two |
//! | `//~ rule: text` | and its message contains `text` |
//!
//! All rules run on all cases; a hint (weight info) needs a marker only in the cases of its own
//! rule. A file `profile` names the wallets, one a line, and a
//! `consentlint.toml` configures the case; a file `output.txt` holds the whole report, and `BLESS=1 cargo test` rewrites it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use consentlint::engine::Report;
use consentlint::finding::{Finding, Severity};
use consentlint::report::Lang;
use consentlint::rules::catalog;
use consentlint::source::LineIndex;

use crate::program;
use crate::sound::assert_places;

/// Where a finding of which rule starts: path, line, rule.
type Place = (String, usize, String);

/// A marker.
#[derive(Debug)]
pub(crate) struct Marker {
    pub(crate) place: Place,
    /// What the message contains.
    text: String,
}

#[test]
fn findings_are_where_markers_are() {
    let mut faults = String::new();
    for case in program::cases() {
        let folder = program::testdata().join(&case);
        let report = program::load(&folder).check(&program::config(&folder));
        report.findings.iter().for_each(|finding| assert_places(&report, finding, &case));
        for fault in faults_of(&case, &report) {
            let _ = writeln!(faults, "testdata/{case}/{fault}");
        }
        let golden = folder.join("output.txt");
        if golden.exists() {
            program::assert_golden(&golden, &program::rendered(&report, Lang::En));
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}

/// Every marker without finding, finding without marker, and message with a gap.
fn faults_of(case: &str, report: &Report) -> Vec<String> {
    let markers: Vec<Marker> =
        report.files.iter().flat_map(|file| markers(file.path.as_str(), &file.text)).collect();
    let marked: BTreeSet<&Place> = markers.iter().map(|marker| &marker.place).collect();
    let mut found = BTreeMap::<Place, Vec<String>>::new();
    let own_rule = case.split('/').next().unwrap_or_default();
    let is_counted = |finding: &Finding, place: &Place| {
        finding.severity > Severity::Info || finding.rule.0 == own_rule || marked.contains(place)
    };
    for finding in &report.findings {
        let place = place(report, finding);
        if is_counted(finding, &place) {
            found.entry(place).or_default().push(headline(finding));
        }
    }
    let shown = |(path, line, rule): &Place| format!("{path}:{line}: {rule}");
    let mut faults = Vec::new();
    for (place, messages) in found.iter().filter(|(place, _)| !marked.contains(place)) {
        faults.push(format!("{}: surplus: {}", shown(place), messages.join(" / ")));
    }
    for marker in &markers {
        match found.get(&marker.place) {
            None => faults.push(format!("{}: missing", shown(&marker.place))),
            Some(messages) if !messages.iter().any(|it| it.contains(&marker.text)) => {
                let messages = messages.join(" / ");
                faults.push(format!("{}: says `{messages}`", shown(&marker.place)));
            }
            Some(_) => {}
        }
    }
    faults.extend(report.findings.iter().flat_map(|it| gaps(report, it)));
    faults
}

/// The sentences of `finding` that lack a key or a value in some language.
fn gaps(report: &Report, finding: &Finding) -> Vec<String> {
    let labels = finding.trace.iter().chain([&finding.primary]).map(|label| &label.text);
    let messages =
        labels.chain([&finding.message]).chain(finding.fix.as_ref().map(|fix| &fix.title));
    let mut gaps: Vec<String> =
        messages.flat_map(|message| catalog::gaps(finding.rule, message)).collect();
    for lang in Lang::ALL {
        let help = catalog::help(finding.rule, &finding.message, lang);
        let left = catalog::placeholders(&help).into_iter();
        gaps.extend(left.map(|name| format!("{{{name}}} in the help")));
    }
    let (path, line, rule) = place(report, finding);
    gaps.into_iter().map(|gap| format!("{path}:{line}: {rule}: no words for {gap}")).collect()
}

fn headline(finding: &Finding) -> String {
    catalog::sentence(finding.rule, &finding.message, Lang::En)
}

fn place(report: &Report, finding: &Finding) -> Place {
    let at = finding.primary.at;
    let file = &report.files[at.file.index()];
    let line = LineIndex::new(&file.text).line_of(at.span.start) + 1;
    (file.path.to_string(), line, finding.rule.0.to_owned())
}

/// The markers in the file `path`.
pub(crate) fn markers(path: &str, text: &str) -> Vec<Marker> {
    let mut markers = Vec::new();
    for (at, line) in text.lines().enumerate() {
        for marker in line.replace("<!--~", "//~").split("//~").skip(1) {
            let marker = marker.split("-->").next().unwrap_or("").trim();
            let rest = marker.trim_start_matches('^');
            let line = (at + 1).saturating_sub(marker.len() - rest.len());
            let (rule, text) = rest.split_once(':').unwrap_or((rest, ""));
            let place = (path.to_owned(), line, rule.trim().to_owned());
            markers.push(Marker { place, text: text.trim().to_owned() });
        }
    }
    markers
}

#[test]
fn markers_are_read() {
    let text = "a() //~ one\n<!--~ two: says `x` -->\n//~^^ three //~^ four";
    let read: Vec<_> = markers("f", text)
        .into_iter()
        .map(|Marker { place: (_, line, rule), text }| format!("{line} {rule} {text}"))
        .collect();
    assert_eq!(read, ["1 one ", "2 two says `x`", "1 three ", "2 four "]);
}
