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
        for (old, new) in before.files.iter().zip(&after.files) {
            let (old, new) = (&old.parsed.problems, &new.parsed.problems);
            assert!(new.len() <= old.len(), "{old:?} {new:?}");
        }
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

/// What fixes may bring to light: a suppression is only judged once its rules are known.
const REVEALED: &[(&str, &str)] = &[("unknown-rule", "unused-suppression")];

/// The path, the rule and the words of a finding.
type Said = (RelPath, &'static str, String);

/// Each fix that keeps its files readable clears its finding and adds none.
pub fn assert_helpful(texts: &Texts, config: &Config) {
    let before = workspace(texts.iter().cloned(), 1).check(config);
    for finding in before.findings.iter().filter(|it| it.fix.is_some()).take(ALONE) {
        let mut fixed = workspace(texts.iter().cloned(), 1);
        for (path, text) in made(texts, finding) {
            fixed.set(path, text);
        }
        let after = fixed.check(config);
        let problems = |report: &Report| -> usize {
            report.files.iter().map(|file| file.parsed.problems.len()).sum()
        };
        if problems(&after) > problems(&before) {
            continue;
        }
        let own = key(&before, finding);
        let mut allowed = said(&before);
        *allowed.entry(own.clone()).or_default() -= 1;
        for (said, count) in said(&after) {
            let is_known = count <= allowed.get(&said).copied().unwrap_or_default();
            let is_revealed = REVEALED.contains(&(own.1, said.1));
            assert!(is_known || is_revealed, "after the fix of {own:?}: {said:?}");
        }
    }
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
