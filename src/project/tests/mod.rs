//! Small programs as path and text: parsed, linked, and told by path.

mod manifests;
mod modules;
mod units;
mod wanted;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::project::{Project, Resolution, Unit, UnitId, link};
use crate::source::{FileId, FileKind, RelPath};
use crate::syntax::{self, File};

/// A linked program.
struct Program {
    files: Vec<File>,
    project: Project,
}

fn program(texts: &[(&str, &str)]) -> Program {
    let texts: BTreeMap<&str, &str> = texts.iter().copied().collect();
    let files: Vec<File> = texts
        .into_iter()
        .map(|(path, text)| {
            let kind = FileKind::of(path).expect(path);
            let parsed = Arc::new(syntax::parse(kind, text));
            File { path: RelPath::new(path), text: text.into(), kind, parsed }
        })
        .collect();
    Program { project: link(&files), files }
}

impl Program {
    fn file(&self, path: &str) -> FileId {
        let at = self.files.iter().position(|file| file.path.as_str() == path).expect(path);
        FileId(at as u32)
    }

    fn path(&self, id: FileId) -> &str {
        self.files[id.index()].path.as_str()
    }

    fn unit(&self, path: &str) -> &Unit {
        self.project.units.iter().find(|unit| unit.path.as_str() == path).expect(path)
    }

    fn unit_path(&self, id: UnitId) -> &str {
        self.project.unit(id).path.as_str()
    }

    /// The pages of root number `root`.
    fn pages(&self, root: usize) -> Vec<&str> {
        self.project.roots[root].pages.iter().map(|(id, _)| self.unit_path(*id)).collect()
    }

    /// What a reference names: its path, `unread`, or `none` for one that is not there.
    fn named<'a>(&'a self, resolution: Option<&Resolution>) -> &'a str {
        match resolution {
            Some(Resolution::File(id)) => self.path(*id),
            Some(Resolution::Unread) => "unread",
            None => "none",
        }
    }
}
