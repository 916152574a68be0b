//! Scripts that need not be followed: nothing that a program consists of imports them, and
//! neither they nor what they import, or are imported by, has to do with a wallet.

use crate::platform::Platform;
use crate::project::{Project, Resolution, reached};
use crate::source::FileId;
use crate::syntax::File;
use crate::syntax::script::Script;

/// What registers a part of a program.
const REGISTERS: [&str; 3] = ["App", "Page", "Component"];

/// Whether each of `files` is such a script.
pub(in crate::semantic::values) fn idle(
    files: &[File],
    project: &Project,
    platform: &Platform,
) -> Vec<bool> {
    let mut idle = vec![true; files.len()];
    reached(files, project).into_iter().for_each(|file| idle[file.index()] = false);
    let mut imports: Vec<Vec<FileId>> = vec![Vec::new(); files.len()];
    for ((from, _), to) in &project.modules {
        if let Resolution::File(to) = to {
            imports[from.index()].push(*to);
            imports[to.index()].push(*from);
        }
    }
    let mut work: Vec<FileId> = (0..files.len() as u32).map(FileId).collect();
    work.retain(|id| {
        let script = files[id.index()].script();
        idle[id.index()] && script.is_some_and(|script| is_telling(script, platform))
    });
    while let Some(id) = work.pop() {
        if std::mem::replace(&mut idle[id.index()], false) {
            work.extend(&imports[id.index()]);
        }
    }
    idle
}

fn is_telling(script: &Script, platform: &Platform) -> bool {
    script.names.iter().any(|name| {
        platform.is_namespace(name)
            || platform.asks_user(name)
            || REGISTERS.contains(&name.as_ref())
    })
}
