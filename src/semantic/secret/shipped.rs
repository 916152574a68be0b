//! Scripts that ship with a program though nothing in it imports them: whoever has the program can read
//! them. Those that, or whose company, take packages or describe tests are taken for tools of the
//! project, which a build leaves out.

use crate::project::{Project, reached};
use crate::source::FileId;
use crate::syntax::File;
use crate::syntax::script::{ExprKind, Script};

/// What test runners give scripts.
const TESTS: [&str; 4] = ["describe", "it", "test", "jest"];

/// Whether each file is such a script.
pub(in crate::semantic) fn shipped(files: &[File], project: &Project) -> Vec<bool> {
    let is_reached = reached(files, project);
    let is_below = |file: &File| project.roots.iter().any(|it| file.path.is_below(&it.folder));
    let mut shipped: Vec<bool> = (0..)
        .map(FileId)
        .zip(files)
        .map(|(id, file)| {
            let is_script = file.script().is_some() && !project.is_library(id);
            is_script && !is_reached.contains(&id) && is_below(file)
        })
        .collect();
    let mut company: Vec<Vec<FileId>> = vec![Vec::new(); files.len()];
    let mut work = Vec::new();
    for (id, file) in (0..).map(FileId).zip(files) {
        let Some(script) = file.script().filter(|_| shipped[id.index()]) else { continue };
        let mut is_tool = is_test(script);
        for (name, _) in &script.references {
            let name = script.name(*name);
            let to = project.module(id, name).filter(|to| !project.is_library(*to));
            is_tool |= to.is_none() && !name.starts_with(['.', '/']);
            if let Some(to) = to.filter(|to| shipped[to.index()]) {
                company[id.index()].push(to);
                company[to.index()].push(id);
            }
        }
        work.extend(is_tool.then_some(id));
    }
    while let Some(id) = work.pop() {
        if std::mem::replace(&mut shipped[id.index()], false) {
            work.extend(&company[id.index()]);
        }
    }
    shipped
}

fn is_test(script: &Script) -> bool {
    script.calls().any(|(_, _, call)| match script.kind(call.callee) {
        ExprKind::Global(name) => TESTS.contains(&script.name(*name)),
        _ => false,
    })
}
