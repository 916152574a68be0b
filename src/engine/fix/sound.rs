//! Whether a fixed text can still be read.

use crate::engine::fix::plan::{Plan, plan};
use crate::engine::parse;
use crate::finding::Finding;
use crate::source::FileId;
use crate::syntax::{File, Stack};

/// How many fixes of a file are tried one by one to find the faulty one.
const MOST_ALONE: usize = 32;

/// The files that `plan` changes, parsed; or the findings whose fixes break one.
pub(super) fn parsed<'a>(files: &[File], plan: &Plan<'a>) -> Result<Vec<File>, Vec<&'a Finding>> {
    let mut sound = Vec::new();
    let mut faulty = Vec::new();
    for id in plan.files() {
        match changed(files, plan, id) {
            Some(file) => sound.push(file),
            None => faulty.extend(guilty(files, plan, id)),
        }
    }
    if faulty.is_empty() { Ok(sound) } else { Err(faulty) }
}

/// The file `id` afterwards; `None` where it has more problems than before.
fn changed(files: &[File], plan: &Plan<'_>, id: FileId) -> Option<File> {
    let old = files.get(id.index())?;
    let new = parse(Stack::Any, old.path.clone(), plan.text(id, &old.text).into())?;
    (new.parsed.problems.len() <= old.parsed.problems.len()).then_some(new)
}

/// Those of the fixes of the file `id` that break it alone, or else all of them.
fn guilty<'a>(files: &[File], all: &Plan<'a>, id: FileId) -> Vec<&'a Finding> {
    let is_here = |finding: &&Finding| {
        finding.fix.iter().flat_map(|fix| &fix.edits).any(|edit| edit.at.file == id)
    };
    let here: Vec<&Finding> = all.made.iter().copied().filter(is_here).collect();
    if here.len() > MOST_ALONE {
        return here;
    }
    let breaks = |finding: &&Finding| changed(files, &plan([*finding], files), id).is_none();
    let guilty: Vec<&Finding> = here.iter().copied().filter(breaks).collect();
    if guilty.is_empty() { here } else { guilty }
}
