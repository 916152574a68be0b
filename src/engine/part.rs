//! Parts of a workspace that are checked with settings of their own, and their reports joined.

use std::collections::BTreeMap;

use crate::engine::{Report, Workspace, order};
use crate::finding::Finding;
use crate::source::{FileId, RelPath};
use crate::syntax::File;

impl Workspace {
    /// The files that are `own` and those that their programs name.
    #[must_use]
    pub fn part(&self, own: impl Fn(&RelPath) -> bool) -> Self {
        let is_own = |(path, _): &(&RelPath, &File)| own(path);
        let files = self.files.iter().filter(is_own);
        let mut part = Self {
            files: files.map(|(path, file)| (path.clone(), file.clone())).collect(),
            pool: self.pool.clone(),
            ..Self::default()
        };
        if part.files.len() == self.files.len() {
            part.linked = self.linked.clone();
        }
        while part.files.len() < self.files.len() {
            let named = part.wanted().into_iter();
            let named: Vec<_> = named.filter_map(|path| self.files.get_key_value(&path)).collect();
            if named.is_empty() {
                break;
            }
            let named = named.into_iter().map(|(path, file)| (path.clone(), file.clone()));
            part.add(named);
        }
        part
    }

    /// The paths of all files.
    pub fn paths(&self) -> impl Iterator<Item = &RelPath> {
        self.files.keys()
    }
}

impl Report {
    /// All that `reports` say, as one. What several say of one place is said once, as heavy as
    /// the heaviest of them says.
    #[must_use]
    pub fn joined(mut reports: Vec<Self>) -> Self {
        if reports.len() < 2 {
            return reports.pop().unwrap_or_default();
        }
        let mut files = BTreeMap::<RelPath, File>::new();
        for file in reports.iter().flat_map(|report| &report.files) {
            let known = files.entry(file.path.clone()).or_insert_with(|| file.clone());
            if known.text != file.text {
                known.text = concealed_in_both(&known.text, &file.text).into();
            }
        }
        let ids: BTreeMap<RelPath, FileId> =
            files.keys().zip(0..).map(|(path, id)| (path.clone(), FileId(id))).collect();
        let mut joined = Self { files: files.into_values().collect(), ..Self::default() };
        for mut report in reports {
            let new: Vec<FileId> =
                report.files.iter().filter_map(|file| ids.get(&file.path).copied()).collect();
            report.findings.iter_mut().for_each(|finding| renumber(finding, &new));
            report.suppressed.iter_mut().for_each(|it| renumber(&mut it.finding, &new));
            joined.findings.append(&mut report.findings);
            joined.programs += report.programs;
            joined.suppressed.append(&mut report.suppressed);
            joined.baselined += report.baselined;
        }
        joined.findings = order::ordered(joined.findings);
        joined.suppressed.sort_by(|left, right| order::compare(&left.finding, &right.finding));
        joined.suppressed.dedup_by(|later, first| later.finding == first.finding);
        joined
    }
}

/// Two versions of one text of which each hides other secrets, as one that hides all.
fn concealed_in_both(one: &str, other: &str) -> String {
    let bytes = one.bytes().zip(other.bytes());
    let bytes = bytes.map(|(one, other)| if one == other { one } else { b'*' });
    String::from_utf8(bytes.collect()).unwrap_or_default()
}

/// Makes `finding` speak of the files by their `new` ids.
fn renumber(finding: &mut Finding, new: &[FileId]) {
    let trace = finding.trace.iter_mut().map(|label| &mut label.at);
    let edits = finding.fix.iter_mut().flat_map(|fix| &mut fix.edits).map(|edit| &mut edit.at);
    for at in std::iter::once(&mut finding.primary.at).chain(trace).chain(edits) {
        if let Some(id) = new.get(at.file.index()) {
            at.file = *id;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::concealed_in_both;

    #[test]
    fn what_either_hides_is_hidden() {
        for (one, other, want) in [
            ("a='***' b='授'", "a='xyz' b='***'", "a='***' b='***'"),
            ("a", "a", "a"),
            ("", "", ""),
        ] {
            assert_eq!(concealed_in_both(one, other), want);
        }
    }
}
