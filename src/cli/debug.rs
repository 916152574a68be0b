//! `consentlint debug`: what the parsers and the analysis make of files.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use crate::cli::Outcome;
use crate::cli::args::{Debug, DebugCommand};
use crate::cli::output::{self, Error};
use crate::discover::{self, Bounds};
use crate::engine::Workspace;
use crate::report;
use crate::source::{FileKind, RelPath};

/// Prints what is asked for.
pub(super) fn run(args: &Debug) -> Result<Outcome, Error> {
    match &args.what {
        DebugCommand::CallGraph { base, files } => {
            let workspace = load(base, files)?;
            output::write(&report::call_graph::render(&workspace.call_graph()))?;
        }
        DebugCommand::Tree { base, files } => {
            let mut workspace = Workspace::new(None);
            for file in files {
                let path = RelPath::new(file);
                let text = required(base, &path)?;
                workspace.set(path, text);
            }
            let lines = workspace.files().iter().map(report::tree::render).collect::<String>();
            output::write(&lines)?;
        }
    }
    Ok(Outcome::Clean)
}

/// The `files` and all that they import below `base`.
fn load(base: &Path, files: &[String]) -> Result<Workspace, Error> {
    let mut workspace = Workspace::new(None);
    let mut tried = BTreeSet::new();
    let mut texts = Vec::new();
    for file in files {
        let path = RelPath::new(file);
        if !matches!(FileKind::of(path.as_str()), Some(FileKind::Script { .. })) {
            return Err(Error::Usage(format!("`{file}` is no script")));
        }
        let text = required(base, &path)?;
        tried.insert(path.clone());
        texts.push((path, text));
    }
    while !texts.is_empty() {
        workspace.set_all(texts);
        let new = workspace.imported().into_iter().filter(|path| tried.insert(path.clone()));
        texts = new.filter_map(|path| text(base, &path).map(|text| (path, text))).collect();
    }
    Ok(workspace)
}

fn required(base: &Path, path: &RelPath) -> Result<Arc<str>, Error> {
    let lacks = || Error::Usage(format!("cannot read `{path}` below `{}`", base.display()));
    text(base, path).ok_or_else(lacks)
}

fn text(base: &Path, path: &RelPath) -> Option<Arc<str>> {
    discover::read(&Bounds::of(base).ok()?, path)?.ok()
}
