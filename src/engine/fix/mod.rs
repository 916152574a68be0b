//! Fixes: which are made, and what the files are then. Nothing is written here.
//!
//! Fixes whose edits would touch one another are not made together: the first in the order of
//! findings is, and another round, over the new texts, makes the rest if it is still wanted.
//! A text with more problems than before is not kept.

mod plan;
mod sound;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::config::Config;
use crate::engine::{Report, Workspace};
use crate::finding::{Finding, Fix, RuleId, Safety};
use crate::rules::unknown_rule;
use crate::source::{FileId, RelPath};
use crate::syntax::File;

/// More than the fixes of a program need one after the other: of methods that are added at one
/// place, one is in each round.
const ROUNDS: usize = 48;

/// Which fixes are made.
pub struct Wanted<'a> {
    /// Whether also those that need a look.
    pub suggested: bool,
    /// Whether findings in a file are fixed.
    pub shows: &'a dyn Fn(&RelPath) -> bool,
    /// Whether a file, which has that text, may be changed.
    pub may_change: &'a dyn Fn(&RelPath, &str) -> bool,
}

/// What fixes make of a program.
#[derive(Clone, Debug, Default)]
pub struct Fixed {
    /// What was found before.
    pub before: Report,
    /// What is found afterwards.
    pub after: Report,
    /// The files that change, by path.
    pub changes: Vec<Change>,
    /// How many of the wanted fixes are left for another run.
    pub left: usize,
    /// How many fixes that need a look could be made, where none such was wanted.
    pub suggested: usize,
}

/// What fixes make of one file.
#[derive(Clone, Debug)]
pub struct Change {
    /// The file.
    pub path: RelPath,
    /// Its text before.
    pub before: Arc<str>,
    /// Its text afterwards.
    pub after: Arc<str>,
    /// How many fixes begin in this file.
    pub fixes: usize,
}

impl Fixed {
    /// What fixes make of several parts, one after the other.
    #[must_use]
    pub fn joined(mut all: Vec<Self>) -> Self {
        if all.len() < 2 {
            return all.pop().unwrap_or_default();
        }
        let mut joined = Self::default();
        let (mut before, mut after) = (Vec::new(), Vec::new());
        let mut changes = BTreeMap::<RelPath, Change>::new();
        for fixed in all {
            before.push(fixed.before);
            after.push(fixed.after);
            joined.left += fixed.left;
            joined.suggested += fixed.suggested;
            for change in fixed.changes {
                match changes.get_mut(&change.path) {
                    Some(known) => {
                        known.after = change.after;
                        known.fixes += change.fixes;
                    }
                    None => drop(changes.insert(change.path.clone(), change)),
                }
            }
        }
        let changes = changes.into_values().collect();
        Self { before: Report::joined(before), after: Report::joined(after), changes, ..joined }
    }
}

impl Workspace {
    /// Makes the fixes that are `wanted`; the workspace has the new texts afterwards.
    pub fn fix(&mut self, config: &Config, wanted: &Wanted<'_>) -> Fixed {
        let originals = self.files();
        let mut fixing = Fixing {
            wanted,
            originals: &originals,
            answers: BTreeMap::new(),
            tried: BTreeSet::new(),
        };
        let before = self.shown(config, wanted);
        let mut after = before.clone();
        let mut fixes = BTreeMap::<FileId, usize>::new();
        for _ in 0..ROUNDS {
            let Some(round) = fixing.round(self, &after.findings) else { break };
            for file in round.homes {
                *fixes.entry(file).or_default() += 1;
            }
            self.files.extend(round.files.into_iter().map(|file| (file.path.clone(), file)));
            after = self.shown(config, wanted);
        }
        let left = fixing.candidates(&after.findings, wanted.suggested).len();
        let suggested = match wanted.suggested {
            true => 0,
            false => after.findings.iter().filter(|it| fixing.is_suggestion(it)).count(),
        };
        let changes = self.changes(&originals, &fixes);
        Fixed { before, after, changes, left, suggested }
    }

    fn shown(&self, config: &Config, wanted: &Wanted<'_>) -> Report {
        let mut report = self.check(config);
        report.retain(wanted.shows);
        report
    }

    fn changes(&self, originals: &[File], fixes: &BTreeMap<FileId, usize>) -> Vec<Change> {
        let change = |(id, original): (u32, &File)| {
            let after = &self.files.get(&original.path)?.text;
            (*after != original.text).then(|| Change {
                path: original.path.clone(),
                before: Arc::clone(&original.text),
                after: Arc::clone(after),
                fixes: fixes.get(&FileId(id)).copied().unwrap_or(0),
            })
        };
        (0..).zip(originals).filter_map(change).collect()
    }
}

/// What one round makes.
struct Round {
    /// The files that change, parsed.
    files: Vec<File>,
    /// For each fix the file of its first edit.
    homes: Vec<FileId>,
}

/// A finding by what it says and where: file and byte.
type Identity = (FileId, u32, RuleId, &'static str, Vec<(&'static str, String)>);

struct Fixing<'a> {
    wanted: &'a Wanted<'a>,
    originals: &'a [File],
    /// Whether the files asked for may be changed.
    answers: BTreeMap<FileId, bool>,
    /// The findings whose fixes were made or found faulty, where they are now. None is tried
    /// again, so that a fix that does not clear its finding is not repeated.
    tried: BTreeSet<Identity>,
}

impl Fixing<'_> {
    /// The next fixes; `None` where there are none to be made.
    fn round(&mut self, workspace: &Workspace, findings: &[Finding]) -> Option<Round> {
        let files = workspace.files();
        loop {
            let candidates = self.candidates(findings, self.wanted.suggested);
            // What a comment accepts once its rules have their names needs no fix.
            let names = candidates.iter().copied().filter(|it| it.rule == unknown_rule::RULE.id);
            let first = plan::plan(names, &files);
            let is_first = !first.made.is_empty();
            let plan = if is_first { first } else { plan::plan(candidates, &files) };
            if plan.made.is_empty() {
                return None;
            }
            match workspace.run(|| sound::parsed(&files, &plan)) {
                Ok(changed) => {
                    let kept = plan.made.iter().filter(|it| !takes_away(it));
                    self.tried.extend(kept.map(|it| identity(it)));
                    let shifts = plan.shifts();
                    let moved = |(file, at, rule, key, values)| {
                        (file, shifts.moved(file, at), rule, key, values)
                    };
                    self.tried = std::mem::take(&mut self.tried).into_iter().map(moved).collect();
                    let home = |it: &&Finding| Some(it.fix.as_ref()?.edits.first()?.at.file);
                    let homes = plan.made.iter().filter_map(home).collect();
                    return Some(Round { files: changed, homes });
                }
                Err(faulty) => self.tried.extend(faulty.into_iter().map(identity)),
            }
        }
    }

    /// The findings with a fix that can be tried.
    fn candidates<'f>(&mut self, findings: &'f [Finding], suggested: bool) -> Vec<&'f Finding> {
        let mut candidates = Vec::new();
        for finding in findings {
            let Some(fix) = &finding.fix else { continue };
            let is_wanted = suggested || fix.safety == Safety::Safe;
            if is_wanted && self.allows(fix) && !self.tried.contains(&identity(finding)) {
                candidates.push(finding);
            }
        }
        candidates
    }

    /// Whether a look is all that the fix of `finding` needs, as far as was asked.
    fn is_suggestion(&self, finding: &Finding) -> bool {
        let is_refused = |id: &FileId| self.answers.get(id) == Some(&false);
        finding.fix.as_ref().is_some_and(|fix| {
            fix.safety == Safety::Suggested
                && !fix.edits.iter().any(|edit| is_refused(&edit.at.file))
        })
    }

    /// Whether all files that `fix` changes may be changed.
    fn allows(&mut self, fix: &Fix) -> bool {
        let (wanted, originals) = (self.wanted, self.originals);
        fix.edits.iter().all(|edit| {
            let id = edit.at.file;
            *self.answers.entry(id).or_insert_with(|| {
                let file = originals.get(id.index());
                file.is_some_and(|it| {
                    !it.path.is_library() && (wanted.may_change)(&it.path, &it.text)
                })
            })
        })
    }
}

/// Whether the fix of `finding` takes away what it stands at: the same finding at the same place
/// is then of what has moved there.
fn takes_away(finding: &Finding) -> bool {
    let at = finding.primary.at;
    finding.fix.iter().flat_map(|fix| &fix.edits).any(|edit| {
        edit.replacement.is_empty()
            && edit.at.file == at.file
            && edit.at.span.start <= at.span.start
            && at.span.end <= edit.at.span.end
    })
}

fn identity(finding: &Finding) -> Identity {
    let (at, message) = (finding.primary.at, &finding.message);
    (at.file, at.span.start, finding.rule, message.key, message.values.clone())
}
