//! What scripts export by name, as it is written.

use rustc_hash::FxHashMap;

use super::symbols::{Symbol, Symbols};
use crate::source::FileId;
use crate::syntax::File;
use crate::syntax::script::{Export, ExprId, ExprKind, Name, Script, Target};

/// The expressions that scripts export, by file and name.
#[derive(Clone, Debug, Default)]
pub struct Exported(FxHashMap<(FileId, Symbol), Vec<ExprId>>);

impl Exported {
    /// What `files` export.
    pub(super) fn new(files: &[File], symbols: &Symbols) -> Self {
        let mut exported = Self::default();
        for (file, script) in (0..).map(FileId).zip(files.iter().map(File::script)) {
            let Some(script) = script else { continue };
            let mut add = |name: Name, value: ExprId| {
                if let Some(name) = symbols.find(script.name(name)) {
                    exported.0.entry((file, name)).or_default().push(value);
                }
            };
            for export in &script.exports {
                if let Export::Local { exported, value } = export {
                    add(*exported, *value);
                }
            }
            if !script.names.iter().any(|name| &**name == "exports") {
                continue;
            }
            for (_, expr) in script.exprs() {
                match &expr.kind {
                    ExprKind::Assign { target: Target::Member { object, property }, value }
                        if is_exports(script, *object) =>
                    {
                        add(*property, *value);
                    }
                    _ => {}
                }
            }
        }
        exported
    }

    /// What `file` exports as `name`.
    pub(super) fn of(&self, file: FileId, name: Symbol) -> &[ExprId] {
        self.0.get(&(file, name)).map_or(&[], Vec::as_slice)
    }
}

/// Whether `expr` is `exports` or `module.exports`.
fn is_exports(script: &Script, expr: ExprId) -> bool {
    let is_global = |expr: ExprId, name: &str| match script.kind(expr) {
        ExprKind::Global(global) => script.name(*global) == name,
        _ => false,
    };
    match script.kind(expr) {
        ExprKind::Member { object, property, .. } => {
            script.name(*property) == "exports" && is_global(*object, "module")
        }
        _ => is_global(expr, "exports"),
    }
}
