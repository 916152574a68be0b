//! Which members are read by name, and by whom, in scripts and templates.

use crate::source::FileId;
use crate::syntax::File;
use crate::syntax::script::{ExprKind, FunctionId, Key, Name, Property, Script};

use rustc_hash::FxHashMap;

/// The readers of each name.
#[derive(Clone, Debug, Default)]
pub(in crate::semantic) struct MemberReads(FxHashMap<Box<str>, Readers>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Readers {
    /// One function of a script.
    One(FileId, FunctionId),
    /// Several, or a template.
    Many,
}

impl MemberReads {
    /// The reads in `files`. A text that is the name of a member may be used to read it.
    pub(in crate::semantic) fn new(files: &[File]) -> Self {
        let mut reads = Self::default();
        for (id, file) in (0..).map(FileId).zip(files) {
            if let Some(script) = file.script() {
                reads.read_by(script, |function| Readers::One(id, function));
            }
            if let Some(template) = file.template() {
                reads.read_by(&template.holes, |_| Readers::Many);
            }
        }
        reads
    }

    /// Whether anything but `function` of `file` reads members of the name `name`.
    pub(in crate::semantic) fn has_other(
        &self,
        name: &str,
        file: FileId,
        function: FunctionId,
    ) -> bool {
        self.0.get(name).is_some_and(|readers| *readers != Readers::One(file, function))
    }

    fn read_by(&mut self, script: &Script, reader: impl Fn(FunctionId) -> Readers) {
        for expr in &script.exprs {
            match &expr.kind {
                ExprKind::Member { property: name, .. }
                | ExprKind::String(name)
                | ExprKind::Global(name) => self.add(script.name(*name), reader(expr.function)),
                // `watch: { error() {} }` runs when the member changes.
                ExprKind::Object(members) => {
                    for member in members.iter().filter_map(|it| function_name(script, it)) {
                        self.add(script.name(member), Readers::Many);
                    }
                }
                _ => {}
            }
        }
    }

    fn add(&mut self, name: &str, reader: Readers) {
        match self.0.get_mut(name) {
            Some(known) if *known == reader => {}
            Some(known) => *known = Readers::Many,
            None => drop(self.0.insert(name.into(), reader)),
        }
    }
}

/// The name of the member, if it is a function.
fn function_name(script: &Script, member: &Property) -> Option<Name> {
    match member {
        Property::Value { key: Key::Name(name, _), value } => {
            matches!(script.kind(*value), ExprKind::Function(_)).then_some(*name)
        }
        _ => None,
    }
}
