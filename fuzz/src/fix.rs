//! Fixes of a small program.

use std::collections::BTreeSet;

use consentlint::config::Config;
use consentlint::engine::{Fixed, Wanted, Workspace};
use consentlint::source::FileId;

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
