//! What scripts export by name, as it is written.

use crate::semantic::symbols::{Symbol, Symbols};
use crate::source::FileId;
use crate::syntax::File;
use crate::syntax::script::{Export, ExprId, ExprKind, Imported, Name, Script, Target};

use rustc_hash::FxHashMap;

/// What scripts export.
#[derive(Clone, Debug, Default)]
pub struct Exported {
    /// The expressions, by file and name.
    values: FxHashMap<(FileId, Symbol), Vec<ExprId>>,
    /// What is exported as a whole: `module.exports = value`.
    wholes: FxHashMap<FileId, Vec<ExprId>>,
    /// What is taken out of another module, by file and name.
    passed_on: FxHashMap<(FileId, Symbol), (Name, Imported)>,
}

impl Exported {
    /// What `files` export.
    pub(in crate::semantic) fn new(files: &[File], symbols: &Symbols) -> Self {
        let mut exported = Self::default();
        for (file, script) in (0..).map(FileId).zip(files.iter().map(File::script)) {
            let Some(script) = script else { continue };
            exported.add_declared(file, script, symbols);
            if script.names.iter().any(|name| &**name == "exports") {
                exported.add_assigned(file, script, symbols);
            }
        }
        exported
    }

    fn add_declared(&mut self, file: FileId, script: &Script, symbols: &Symbols) {
        for export in &script.exports {
            match export {
                Export::Local { exported, value } => {
                    self.add((file, symbols.find(script.name(*exported))), *value);
                }
                Export::From { exported, imported, reference } => {
                    if let Some(name) = symbols.find(script.name(*exported)) {
                        self.passed_on.insert((file, name), (*reference, *imported));
                    }
                }
                Export::All { .. } => {}
            }
        }
    }

    fn add_assigned(&mut self, file: FileId, script: &Script, symbols: &Symbols) {
        for (_, expr) in script.exprs() {
            match &expr.kind {
                ExprKind::Assign { target: Target::Member { object, property }, value }
                    if is_exports(script, *object) =>
                {
                    self.add((file, symbols.find(script.name(*property))), *value);
                }
                ExprKind::Assign { target: Target::Member { object, property }, value }
                    if is_module_exports(script, *object, *property) =>
                {
                    self.wholes.entry(file).or_default().push(*value);
                }
                _ => {}
            }
        }
    }

    fn add(&mut self, (file, name): (FileId, Option<Symbol>), value: ExprId) {
        if let Some(name) = name {
            self.values.entry((file, name)).or_default().push(value);
        }
    }

    /// What `file` exports as `name`.
    pub(in crate::semantic) fn of(&self, file: FileId, name: Symbol) -> &[ExprId] {
        self.values.get(&(file, name)).map_or(&[], Vec::as_slice)
    }

    /// What `file` exports as a whole.
    pub(in crate::semantic) fn whole(&self, file: FileId) -> &[ExprId] {
        self.wholes.get(&file).map_or(&[], Vec::as_slice)
    }

    /// The module out of which `file` exports `name`, and what of it.
    pub(in crate::semantic) fn passed_on(
        &self,
        file: FileId,
        name: Symbol,
    ) -> Option<(Name, Imported)> {
        self.passed_on.get(&(file, name)).copied()
    }
}

/// Whether `expr` is `exports` or `module.exports`.
fn is_exports(script: &Script, expr: ExprId) -> bool {
    match script.kind(expr) {
        ExprKind::Member { object, property, .. } => is_module_exports(script, *object, *property),
        _ => is_global(script, expr, "exports"),
    }
}

/// Whether the member `property` of `object` is `module.exports`.
fn is_module_exports(script: &Script, object: ExprId, property: Name) -> bool {
    script.name(property) == "exports" && is_global(script, object, "module")
}

fn is_global(script: &Script, expr: ExprId, name: &str) -> bool {
    match script.kind(expr) {
        ExprKind::Global(global) => script.name(*global) == name,
        _ => false,
    }
}
