//! Functions that nothing in a compiled program can define, because no script of it has the name.
//!
//! The handler of such a program looks the method of a page up by its name, in what a framework made of
//! the page's options, of mixins and of what all pages share. None of these is followed, but
//! none has a name that stands nowhere.

use crate::project::{Project, UnitId, reached_from};
use crate::semantic::Semantics;
use crate::syntax::File;

impl Semantics {
    /// Whether nothing gives `unit`, whose methods are known as far as its own script tells, one called
    /// `name`: no script has that name, and all that the unit and its app load was read.
    #[must_use]
    pub fn is_unnamed(&self, files: &[File], project: &Project, unit: UnitId, name: &str) -> bool {
        let has_name = |file: &File| {
            file.script().is_some_and(|script| {
                !file.parsed.problems.is_empty() || script.find_name(name).is_some()
            })
        };
        if self.members(unit).handlers.is_empty() || files.iter().any(has_name) {
            return false;
        }
        let root = project.unit(unit).root;
        let root = root.and_then(|root| project.roots.get(root.0 as usize));
        let units = root.and_then(|root| root.app).into_iter().chain([unit]);
        let scripts = units.filter_map(|unit| project.unit(unit).script);
        reached_from(files, project, scripts).into_iter().all(|file| {
            let script = files.get(file.index()).and_then(File::script);
            let mut references = script
                .into_iter()
                .flat_map(|it| it.references.iter().map(|(reference, _)| it.name(*reference)));
            references.all(|reference| project.module(file, reference).is_some())
        })
    }
}
