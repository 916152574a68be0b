//! Fixes in the programs under `testdata`: what they make of the files, and that they help.
//!
//! In a case, `fixed/` holds the files that `check --fix` changes as they are afterwards, and
//! `suggested/` those that `check --fix --suggested` changes, both without markers;
//! `BLESS=1 cargo test` rewrites them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;

use consentlint::config::Config;
use consentlint::engine::{Fixed, Report, Wanted, Workspace};
use consentlint::finding::{Finding, Safety};
use consentlint::report::Lang;
use consentlint::rules::catalog;
use consentlint::source::{FileId, RelPath};

use crate::program::{self, FIXED, SUGGESTED};
use crate::robust::{every_program, workspace};

/// What fixes may bring to light: a suppression is only judged once its rules are known.
const REVEALED: &[(&str, &str)] = &[("unknown-rule", "unused-suppression")];

fn fix(workspace: &mut Workspace, config: &Config, suggested: bool) -> Fixed {
    let wanted = Wanted { suggested, shows: &|_| true, may_change: &|_, _| true };
    workspace.fix(config, &wanted)
}

#[test]
fn fixed_files_are_as_expected() {
    for case in program::cases() {
        let folder = program::testdata().join(&case);
        for (name, suggested) in [(FIXED, false), (SUGGESTED, true)] {
            let want = folder.join(name);
            if !want.is_dir() {
                continue;
            }
            let config = program::config(&folder);
            let mut workspace = program::load(&folder);
            let fixed = fix(&mut workspace, &config, suggested);
            for change in &fixed.changes {
                let golden = want.join(change.path.as_str());
                fs::create_dir_all(golden.parent().expect("a folder")).expect("it can be made");
                program::assert_golden(&golden, &without_markers(&change.after));
            }
            let changed: BTreeSet<_> = fixed.changes.iter().map(|it| it.path.clone()).collect();
            let expected: BTreeSet<_> =
                program::texts(&want).into_iter().map(|(path, _)| path).collect();
            assert_eq!(changed, expected, "{case}/{name}: the files that change");
            assert_eq!(fixed.left, 0, "{case}/{name}: fixes are left");
            assert_adds_none(&format!("{case}/{name}"), &fixed.before, &fixed.after);
            let again = fix(&mut workspace, &config, suggested);
            assert!(again.changes.is_empty(), "{case}/{name}: a second run fixes more");
        }
    }
}

/// `text` without markers, which others change, and without lines that hold nothing else.
fn without_markers(text: &str) -> String {
    let line = |line: &str| {
        let at = line.find("<!--~").or_else(|| line.find("//~"));
        let Some(at) = at else { return line.to_owned() };
        let kept = line[..at].trim_end();
        if kept.is_empty() { String::new() } else { format!("{kept}\n") }
    };
    text.split_inclusive('\n').map(line).collect()
}

#[test]
fn every_fix_alone_clears_its_finding_and_adds_none() {
    let mut faults = String::new();
    for case in program::cases() {
        let folder = program::testdata().join(&case);
        faults += &faults_alone(&case, &mut program::load(&folder), &program::config(&folder));
    }
    assert!(faults.is_empty(), "\n{faults}");
}

/// With `PROGRAMS=FOLDER` in the environment: fixes in the programs of that folder clear what
/// they are for and add nothing, each alone and all together.
#[test]
fn programs_of_others_get_better() {
    let mut faults = String::new();
    let programs = if program::outside().is_some() { every_program() } else { Vec::new() };
    for (case, texts) in programs {
        let config = Config::default();
        let mut workspace = workspace(&texts, 1);
        faults += &faults_alone(&case, &mut workspace, &config);
        for suggested in [false, true] {
            let fixed = fix(&mut workspace, &config, suggested);
            assert_eq!(fixed.left, 0, "{case}: fixes are left");
            if !fixed.changes.is_empty() {
                assert_adds_none(&case, &fixed.before, &fixed.after);
            }
            let again = fix(&mut workspace, &config, suggested);
            assert!(again.changes.is_empty(), "{case}: a second run fixes more");
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}

/// What is found in `workspace` after one of its fixes that was not found before, or still is.
pub(crate) fn faults_alone(case: &str, workspace: &mut Workspace, config: &Config) -> String {
    let mut faults = String::new();
    let before = workspace.check(config);
    for finding in before.findings.iter().filter(|it| it.fix.is_some()) {
        let texts = made(&before, finding);
        for (path, text, _) in &texts {
            workspace.set(path.clone(), text.as_str());
        }
        let mut allowed = said(&before);
        let own = key(&before, finding);
        *allowed.entry(own.clone()).or_default() -= 1;
        for (said, count) in said(&workspace.check(config)) {
            let is_revealed = REVEALED.contains(&(own.1, said.1));
            if count > allowed.get(&said).copied().unwrap_or(0) && !is_revealed {
                let text: String = texts.iter().map(|it| it.1.as_str()).collect();
                let _ = writeln!(faults, "{case}: after the fix of {own:?}: {said:?}\n{text}");
            }
        }
        for (path, _, old) in texts {
            workspace.set(path, old);
        }
    }
    faults
}

#[test]
fn every_rule_with_a_fix_has_a_fixed_case() {
    let mut missing = BTreeSet::new();
    for case in program::cases() {
        let folder = program::testdata().join(&case);
        let report = program::load(&folder).check(&program::config(&folder));
        for finding in &report.findings {
            let Some(fix) = &finding.fix else { continue };
            let name = if fix.safety == Safety::Safe { FIXED } else { SUGGESTED };
            let own = program::testdata().join(finding.rule.0);
            let has = |case: &String| own.join(case).join(name).is_dir();
            if !program::folders(&own).iter().any(has) {
                missing.insert(format!("testdata/{}/<case>/{name} (as in {case})", finding.rule.0));
            }
        }
    }
    let what = "make one of these folders and run with `BLESS=1`";
    assert!(missing.is_empty(), "{what}: {missing:#?}");
}

#[test]
fn no_fix_makes_a_broken_program_worse() {
    for case in program::cases() {
        let folder = program::testdata().join(&case);
        if ![FIXED, SUGGESTED].iter().any(|name| folder.join(name).is_dir()) {
            continue;
        }
        let config = program::config(&folder);
        for (path, text) in program::texts(&folder) {
            for part in 1..4 {
                let cut = &text[..text.floor_char_boundary(text.len() * part / 4)];
                let mut workspace = program::load(&folder);
                workspace.set(path.clone(), cut);
                let Fixed { before, after, left, .. } = fix(&mut workspace, &config, true);
                assert_eq!(left, 0, "{case}/{path}: {cut}");
                for (old, new) in before.files.iter().zip(&after.files) {
                    let problems = (new.parsed.problems.len(), old.parsed.problems.len());
                    assert!(problems.0 <= problems.1, "{case}/{path}: {cut}\n{}", new.text);
                }
                let again = fix(&mut workspace, &config, true);
                assert!(again.changes.is_empty(), "{case}/{path}: not at rest: {cut}");
            }
        }
    }
}

/// The files that the fix of `finding` changes: path, text, text before.
fn made(report: &Report, finding: &Finding) -> Vec<(RelPath, String, String)> {
    let edits: Vec<_> = finding.fix.iter().flat_map(|fix| &fix.edits).collect();
    let files: BTreeSet<_> = edits.iter().map(|edit| edit.at.file).collect();
    let of_file = |id: &FileId| {
        let file = &report.files[id.index()];
        let mut text = file.text.to_string();
        let mut here: Vec<_> = edits.iter().filter(|edit| edit.at.file == *id).collect();
        here.sort_by_key(|edit| std::cmp::Reverse(edit.at.span.start));
        for edit in here {
            let span = edit.at.span;
            text.replace_range(span.start as usize..span.end as usize, &edit.replacement);
        }
        (file.path.clone(), text, file.text.to_string())
    };
    files.iter().map(of_file).collect()
}

/// What a finding says: path, rule, message.
type Said = (String, &'static str, String);

fn key(report: &Report, finding: &Finding) -> Said {
    let path = report.files[finding.primary.at.file.index()].path.to_string();
    let message = catalog::sentence(finding.rule, &finding.message, Lang::En);
    (path, finding.rule.0, message)
}

fn said(report: &Report) -> BTreeMap<Said, i32> {
    let mut said = BTreeMap::new();
    for finding in &report.findings {
        *said.entry(key(report, finding)).or_default() += 1;
    }
    said
}

fn assert_adds_none(what: &str, before: &Report, after: &Report) {
    let (before, after) = (said(before), said(after));
    let is_revealed = |rule: &str| {
        let mut causes = REVEALED.iter().filter(|(_, revealed)| *revealed == rule);
        causes.any(|(cause, _)| before.keys().any(|it| it.1 == *cause))
    };
    for (finding, count) in after.iter().filter(|(it, _)| !is_revealed(it.1)) {
        assert!(before.get(finding) >= Some(count), "{what}: the fixes add {finding:?}");
    }
    let is_cleared = |(it, count): (&Said, &i32)| after.get(it).is_none_or(|left| left < count);
    assert!(before.iter().any(is_cleared), "{what}: nothing is cleared");
}
