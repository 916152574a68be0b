//! Short names, which tell something only of the members of one file: those of `this` and of modules.

use crate::semantic::symbols::Symbol;
use crate::source::FileId;
use crate::syntax::script::{BindingId, ExprKind, Imported, Name};

use super::names::{Handle, Reader, SHORTEST};

impl Reader<'_, '_> {
    /// Notes the variables that hold modules.
    pub(super) fn find_modules(&mut self) {
        let script = self.script;
        for import in &script.imports {
            let whole = import.names.iter().filter(|(it, _)| !matches!(it, Imported::Name(_)));
            let file = self.names.project.module(self.file, script.name(import.reference));
            self.modules.extend(whole.filter_map(|(_, binding)| Some((*binding, file?))));
        }
        for (binding, declared) in (0..).map(BindingId).zip(&script.bindings) {
            let [write] = declared.writes.as_slice() else { continue };
            let value = script.value_written(*write).map(|value| script.kind(value));
            if let Some(ExprKind::Call(call)) = value
                && let Some(file) = self.required_file(call.callee, call.arguments.first())
            {
                self.modules.insert(binding, file);
            }
        }
    }

    /// A short name of a member of `file`, as it is known there.
    pub(super) fn short(&mut self, file: FileId, name: Name) -> Option<Handle> {
        if self.is_bundle || self.script.name(name).len() > SHORTEST {
            return None;
        }
        let symbol = self.handle(name);
        let count = &mut self.names.count;
        let handle = self.names.short.entry((file, Symbol(symbol))).or_insert_with(|| {
            *count += 1;
            *count - 1
        });
        Some(*handle)
    }

    /// What a member with a short name may be: one of what it is read from, which is `this` or a module.
    pub(super) fn short_members(&mut self, kind: &ExprKind) -> [Option<Handle>; 2] {
        let ExprKind::Member { object, property, .. } = kind else { return [None; 2] };
        let module = match self.script.kind(*object) {
            ExprKind::Binding(binding) => self.modules.get(binding).copied(),
            ExprKind::Call(call) => self.required_file(call.callee, call.arguments.first()),
            _ => None,
        };
        let there = module.and_then(|module| self.short(module, *property));
        let held = self.script.held_at(*object).unwrap_or(*object);
        let is_own = matches!(self.script.kind(held), ExprKind::This);
        [is_own.then(|| self.short(self.file, *property)).flatten(), there]
    }
}
