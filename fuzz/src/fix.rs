//! Fixes of a small program.

use std::collections::{BTreeMap, BTreeSet};

use consentlint::config::Config;
use consentlint::engine::{Fixed, Report, Wanted, Workspace};
use consentlint::finding::{Edit, Finding};
use consentlint::report::Lang;
use consentlint::rules::catalog;
use consentlint::source::{FileId, RelPath};

use crate::program::{Texts, workspace};
use crate::published::assert_published;

/// All wanted fixes are made at once; no file is harder to read than before, no other file
/// changes, and fixing again changes nothing.
pub fn assert_fixed(texts: &Texts, config: &Config) {
    for suggested in [false, true] {
        let mut workspace = workspace(texts.iter().cloned(), 1);
        let Fixed { before, after, changes, left, .. } = fixed(&mut workspace, config, suggested);
        assert_eq!(left, 0, "fixes are left");
        assert!(!is_worse(&before, &after), "harder to read: {changes:?}");
        assert_published(&after);
        let edits =
            before.findings.iter().filter_map(|it| it.fix.as_ref()).flat_map(|it| &it.edits);
        let named: BTreeSet<FileId> = edits.map(|edit| edit.at.file).collect();
        if named.is_empty() {
            assert!(changes.is_empty(), "{changes:?}");
        }
        let again = fixed(&mut workspace, config, suggested);
        assert!(again.changes.is_empty(), "a second run fixes more: {:?}", again.changes);
    }
}

fn fixed(workspace: &mut Workspace, config: &Config, suggested: bool) -> Fixed {
    let wanted = Wanted { suggested, shows: &|_| true, may_change: &|_, _| true };
    workspace.fix(config, &wanted)
}

/// How many fixes of a program are made alone.
const ALONE: usize = 4;

/// Rules whose fixes give a meaning to what had none: what it does is judged only then.
const REVEALING: &[&str] = &[
    "invalid-open-type",
    "invalid-scope",
    "missing-scope",
    "misspelled-event",
    "unknown-auth-scope",
    "unknown-rule",
];

/// The rule that reports the first problem of a file: where that is gone, the next.
const SYNTAX: &str = "syntax-error";

/// The path, the rule and the words of a finding.
type Said = (RelPath, &'static str, String);

/// Each fix that keeps its files readable clears its finding, and adds none but of what it reveals.
pub fn assert_helpful(texts: &Texts, config: &Config) {
    let before = workspace(texts.iter().cloned(), 1).check(config);
    for finding in before.findings.iter().filter(|it| it.fix.is_some()).take(ALONE) {
        let mut fixed = workspace(texts.iter().cloned(), 1);
        for (path, text) in made(texts, finding) {
            fixed.set(path, text);
        }
        let after = fixed.check(config);
        if is_worse(&before, &after) {
            continue;
        }
        let own = key(&before, finding);
        let mut allowed = said(&before);
        *allowed.entry(own.clone()).or_default() -= 1;
        for (said, count) in said(&after) {
            let is_known = count <= allowed.get(&said).copied().unwrap_or_default();
            let is_other = said != own && (REVEALING.contains(&own.1) || said.1 == own.1);
            let is_harmless = is_known || is_other || said.1 == SYNTAX;
            assert!(is_harmless, "after the fix of {own:?}: {said:?}");
        }
    }
}

/// Whether a file has more problems in `after` than in `before`.
fn is_worse(before: &Report, after: &Report) -> bool {
    let problems = |report: &Report| -> Vec<usize> {
        report.files.iter().map(|file| file.parsed.problems.len()).collect()
    };
    problems(before).iter().zip(problems(after)).any(|(old, new)| new > *old)
}

/// The files that the fix of `finding` changes, as they are then.
fn made(texts: &Texts, finding: &Finding) -> Texts {
    let mut edits: Vec<&Edit> = finding.fix.iter().flat_map(|fix| &fix.edits).collect();
    edits.sort_by_key(|edit| std::cmp::Reverse(edit.at.span));
    let files: BTreeSet<usize> = edits.iter().map(|edit| edit.at.file.index()).collect();
    let of_file = |file: usize| {
        let (path, text) = &texts[file];
        let mut text = text.to_string();
        for edit in edits.iter().filter(|edit| edit.at.file.index() == file) {
            let range = edit.at.span.start as usize..edit.at.span.end as usize;
            text.replace_range(range, &edit.replacement);
        }
        (path.clone(), text.into())
    };
    files.into_iter().map(of_file).collect()
}

fn said(report: &Report) -> BTreeMap<Said, i32> {
    let mut said = BTreeMap::new();
    for finding in &report.findings {
        *said.entry(key(report, finding)).or_default() += 1;
    }
    said
}

fn key(report: &Report, finding: &Finding) -> Said {
    let path = report.files[finding.primary.at.file.index()].path.clone();
    (path, finding.rule.0, catalog::sentence(finding.rule, &finding.message, Lang::En))
}
