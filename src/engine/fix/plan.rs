//! Which fixes can be made together, and the texts they make.

use std::collections::BTreeMap;

use crate::finding::{Edit, Finding, Fix};
use crate::source::{FileId, FileSpan};
use crate::syntax::File;

/// Fixes that can be made together.
#[derive(Default)]
pub(super) struct Plan<'a> {
    /// The findings they clear, in order.
    pub(super) made: Vec<&'a Finding>,
    /// Their edits by the byte they begin at; no two of a file touch each other.
    edits: BTreeMap<FileId, BTreeMap<u32, &'a Edit>>,
}

/// As many of the fixes of `findings` as can be made together; of two whose edits touch each
/// other the first.
pub(super) fn plan<'a>(
    findings: impl IntoIterator<Item = &'a Finding>,
    files: &[File],
) -> Plan<'a> {
    let mut plan = Plan::default();
    for finding in findings {
        let Some(fix) = &finding.fix else { continue };
        if changes(fix, files) && plan.add(fix) {
            plan.made.push(finding);
        }
    }
    plan
}

/// Whether all edits of `fix` lie in their files and any of them changes its file.
fn changes(fix: &Fix, files: &[File]) -> bool {
    let old = |edit: &Edit| {
        let range = edit.at.span.start as usize..edit.at.span.end as usize;
        files.get(edit.at.file.index())?.text.get(range)
    };
    fix.edits.iter().all(|edit| old(edit).is_some())
        && fix.edits.iter().any(|edit| old(edit) != Some(&edit.replacement))
}

impl<'a> Plan<'a> {
    /// Adds all edits of `fix`, or none where one of them would touch another.
    fn add(&mut self, fix: &'a Fix) -> bool {
        for (number, edit) in fix.edits.iter().enumerate() {
            if self.touches(edit.at) {
                for added in &fix.edits[..number] {
                    self.edits.entry(added.at.file).or_default().remove(&added.at.span.start);
                }
                return false;
            }
            self.edits.entry(edit.at.file).or_default().insert(edit.at.span.start, edit);
        }
        true
    }

    fn touches(&self, at: FileSpan) -> bool {
        let edits = self.edits.get(&at.file);
        let before = edits.and_then(|edits| edits.range(..=at.span.end).next_back());
        before.is_some_and(|(_, edit)| edit.at.span.end >= at.span.start)
    }

    /// The files that change.
    pub(super) fn files(&self) -> impl Iterator<Item = FileId> {
        self.edits.iter().filter(|(_, edits)| !edits.is_empty()).map(|(file, _)| *file)
    }

    /// The `text` of `file` afterwards.
    pub(super) fn text(&self, file: FileId, text: &str) -> String {
        let mut new = String::with_capacity(text.len());
        let mut from = 0;
        for edit in self.edits.get(&file).into_iter().flat_map(BTreeMap::values) {
            new.push_str(text.get(from..edit.at.span.start as usize).unwrap_or(""));
            new.push_str(&edit.replacement);
            from = edit.at.span.end as usize;
        }
        new.push_str(text.get(from..).unwrap_or(""));
        new
    }

    /// Where the bytes of the files are afterwards.
    pub(super) fn shifts(&self) -> Shifts {
        let of_file = |edits: &BTreeMap<u32, &Edit>| {
            let shift = |sum: &mut i64, edit: &&Edit| {
                *sum += edit.replacement.len() as i64 - i64::from(edit.at.span.len());
                Some((edit.at.span.end, *sum))
            };
            edits.values().copied().scan(0, |sum, edit| shift(sum, &edit)).collect()
        };
        Shifts(self.edits.iter().map(|(file, edits)| (*file, of_file(edits))).collect())
    }
}

/// For each file the ends of its edits, each with how far what follows is moved.
pub(super) struct Shifts(BTreeMap<FileId, Vec<(u32, i64)>>);

impl Shifts {
    /// Where the byte `offset` of `file` is afterwards; a replaced one stays in its edit.
    pub(super) fn moved(&self, file: FileId, offset: u32) -> u32 {
        let Some(shifts) = self.0.get(&file) else { return offset };
        let before = shifts.partition_point(|(end, _)| *end <= offset);
        let shift = before.checked_sub(1).and_then(|last| shifts.get(last)).map_or(0, |it| it.1);
        u32::try_from(i64::from(offset) + shift).unwrap_or(offset)
    }
}
