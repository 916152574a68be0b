//! Input of an attacker: each ends soon, says what it is, and does not hide the rest of the program.

mod disk;
mod found;
mod fuzz;
mod inputs;
mod kept;
mod measure;
mod places;
mod settings;

use consentlint::config::Config;
use consentlint::engine::{Report, Workspace};
use consentlint::source::RelPath;

use inputs::{Input, Outcome, inputs};

/// How large inputs are; what is refused for its size is so from here on.
const SIZE: usize = 6000;

#[test]
fn every_input_is_checked_or_refused_and_the_rest_is_checked() {
    let mut faults = Vec::new();
    for input in inputs(SIZE) {
        let report = check(&input);
        let found = |path: &str, rule: &str| {
            report.findings.iter().any(|finding| {
                let file = &report.files[finding.primary.at.file.index()];
                file.path.as_str() == path && finding.rule.0 == rule
            })
        };
        let (name, path, outcome) = (input.name, input.path, input.outcome);
        if !found("pages/b/b.axml", "missing-on-error") {
            faults.push(format!("{path}: {name}: the rest is not checked"));
        }
        let is_refused = found(input.path, "syntax-error");
        let is_as_told = match input.outcome {
            Outcome::Refused => is_refused,
            Outcome::Checked => !is_refused,
            Outcome::Finds(rule) => found(input.path, rule),
        };
        if !is_as_told {
            faults.push(format!("{path}: {name}: not {outcome:?}"));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

fn check(input: &Input) -> Report {
    let mut workspace = Workspace::new(Some(1));
    let texts = input.files();
    workspace.set_all(texts.into_iter().map(|(path, text)| (RelPath::new(&path), text.into())));
    workspace.check(&Config::default())
}
