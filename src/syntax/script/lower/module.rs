//! Imports, exports and references to modules.

use swc_common::Spanned;
use swc_ecma_ast::{
    Decl, DefaultDecl, ExportSpecifier, FnExpr, ImportDecl, ImportSpecifier, ModuleDecl,
    ModuleExportName, ModuleItem, NamedExport, Str, TsEntityName, TsImportEqualsDecl, TsModuleRef,
};

use super::super::declared::{Export, Import, Imported};
use super::super::expr::{Argument, Call, ExprKind, Target};
use super::super::tree::{ExprId, Name};
use super::{Lowering, hoist};

impl<'a> Lowering<'a> {
    /// The items of a module.
    pub(super) fn items(&mut self, items: &'a [ModuleItem]) {
        self.open_items(items);
        for item in items {
            match item {
                ModuleItem::Stmt(stmt) => {
                    self.statements(std::slice::from_ref(stmt));
                }
                ModuleItem::ModuleDecl(decl) => self.module_decl(decl),
            }
        }
    }

    /// Declares what `items` declare.
    pub(super) fn open_items(&mut self, items: &'a [ModuleItem]) {
        let mut found = Vec::new();
        hoist::items(items, !self.script.is_module, &mut found);
        self.declare_all(found);
        for item in items {
            if let Some(decl) = hoist::function_item(item) {
                self.function_declaration(&decl.ident, &decl.function);
            }
            if let ModuleItem::ModuleDecl(ModuleDecl::ExportDefaultDecl(export)) = item
                && let DefaultDecl::Fn(FnExpr { ident: Some(ident), function }) = &export.decl
            {
                self.function_declaration(ident, function);
            }
        }
    }

    fn module_decl(&mut self, decl: &'a ModuleDecl) {
        self.note_statement(decl.span());
        match decl {
            ModuleDecl::Import(import) if !import.type_only => self.import(import),
            ModuleDecl::ExportDecl(export) => {
                self.declaration(&export.decl);
                for (name, value) in self.exported(&export.decl) {
                    self.script.exports.push(Export::Local { exported: name, value });
                }
            }
            ModuleDecl::ExportNamed(export) if !export.type_only => self.export_named(export),
            ModuleDecl::ExportDefaultDecl(export) => self.export_default(&export.decl),
            ModuleDecl::ExportDefaultExpr(export) => {
                let value = self.value(&export.expr, None);
                self.export_as_default(value);
            }
            ModuleDecl::ExportAll(export) if !export.type_only => {
                let reference = self.reference(&export.src);
                self.script.exports.push(Export::All { reference });
            }
            ModuleDecl::TsImportEquals(import) if !import.is_type_only => {
                self.import_equals(import);
            }
            ModuleDecl::TsExportAssignment(it) => {
                let span = self.span(it.span);
                let value = self.value(&it.expr, None);
                let module = self.name("module");
                let object = self.push(span, ExprKind::Global(module));
                let property = self.name("exports");
                let target = Target::Member { object, property };
                self.assign(span, target, value);
            }
            _ => {}
        }
    }

    fn import(&mut self, import: &'a ImportDecl) {
        let reference = self.reference(&import.src);
        let mut names = Vec::new();
        for specifier in &import.specifiers {
            let (imported, local) = match specifier {
                ImportSpecifier::Named(it) if it.is_type_only => continue,
                ImportSpecifier::Named(it) => {
                    let name = match &it.imported {
                        Some(name) => self.export_name(name),
                        None => self.name(&it.local.sym),
                    };
                    (imported(self, name), &it.local)
                }
                ImportSpecifier::Default(it) => (Imported::Default, &it.local),
                ImportSpecifier::Namespace(it) => (Imported::Namespace, &it.local),
            };
            if let Target::Binding(binding) = self.variable(&local.sym) {
                names.push((imported, binding));
            }
        }
        let span = self.span(import.src.span);
        self.script.imports.push(Import { reference, span, names });
    }

    /// The names that an exported declaration declares, each with a read of it.
    pub(super) fn exported(&mut self, decl: &'a Decl) -> Vec<(Name, ExprId)> {
        let mut idents = Vec::new();
        match decl {
            Decl::Class(it) if !it.declare => idents.push(&it.ident),
            Decl::Fn(it) if it.function.body.is_some() => idents.push(&it.ident),
            Decl::Var(it) if !it.declare => {
                let mut found = |ident| idents.push(ident);
                it.decls.iter().for_each(|decl| hoist::names(&decl.name, &mut found));
            }
            Decl::TsEnum(it) if !it.declare => idents.push(&it.id),
            Decl::TsModule(it) if !it.declare => idents.extend(it.id.as_ident()),
            _ => {}
        }
        idents.into_iter().map(|ident| (self.name(&ident.sym), self.read(ident))).collect()
    }

    fn export_named(&mut self, export: &'a NamedExport) {
        let source = export.src.as_ref().map(|source| self.reference(source));
        for specifier in &export.specifiers {
            let (exported, from) = match specifier {
                ExportSpecifier::Named(it) if it.is_type_only => continue,
                ExportSpecifier::Named(it) => {
                    let name = self.export_name(&it.orig);
                    let outside = it.exported.as_ref().map(|name| self.export_name(name));
                    if let (None, ModuleExportName::Ident(ident)) = (source, &it.orig) {
                        let value = self.read(ident);
                        let exported = outside.unwrap_or(name);
                        self.script.exports.push(Export::Local { exported, value });
                        continue;
                    }
                    (outside.unwrap_or(name), imported(self, name))
                }
                ExportSpecifier::Namespace(it) => (self.export_name(&it.name), Imported::Namespace),
                ExportSpecifier::Default(it) => (self.name(&it.exported.sym), Imported::Default),
            };
            if let Some(reference) = source {
                self.script.exports.push(Export::From { exported, imported: from, reference });
            }
        }
    }

    fn export_default(&mut self, decl: &'a DefaultDecl) {
        let value = match decl {
            DefaultDecl::Class(class) => match &class.ident {
                Some(ident) => {
                    let hint = self.ident_hint(ident);
                    let value = self.class(&class.class, Some(hint));
                    let target = self.variable(&ident.sym);
                    self.assign(hint.at, target, value);
                    self.read(ident)
                }
                None => self.class_expr(class, None),
            },
            DefaultDecl::Fn(function) if function.function.body.is_none() => return,
            DefaultDecl::Fn(function) => match &function.ident {
                // `open_items` has given it its function.
                Some(ident) => self.read(ident),
                None => self.function_expr(function, None),
            },
            DefaultDecl::TsInterfaceDecl(_) => return,
        };
        self.export_as_default(value);
    }

    fn export_as_default(&mut self, value: ExprId) {
        let exported = self.name("default");
        self.script.exports.push(Export::Local { exported, value });
    }

    fn import_equals(&mut self, import: &'a TsImportEqualsDecl) {
        let span = self.span(import.span);
        let value = match &import.module_ref {
            TsModuleRef::TsExternalModuleRef(it) => {
                let reference = self.reference(&it.expr);
                let require = self.name("require");
                let callee = self.push(self.span(it.span), ExprKind::Global(require));
                let at = self.span(it.expr.span);
                let value = self.push(at, ExprKind::String(reference));
                let arguments = Box::new([Argument { position: 0, value, spread: false }]);
                self.push(span, ExprKind::Call(Call { callee, arguments, is_new: false }))
            }
            TsModuleRef::TsEntityName(name) => self.entity(name),
        };
        let target = self.variable(&import.id.sym);
        self.assign(self.span(import.id.span), target, value);
        if import.is_export {
            let exported = self.name(&import.id.sym);
            let value = self.read(&import.id);
            self.script.exports.push(Export::Local { exported, value });
        }
    }

    fn entity(&mut self, mut name: &'a TsEntityName) -> ExprId {
        let mut members = Vec::new();
        let first = loop {
            match name {
                TsEntityName::TsQualifiedName(it) => {
                    members.push((&it.right, it.span));
                    name = &it.left;
                }
                TsEntityName::Ident(ident) => break ident,
            }
        };
        let mut object = self.read(first);
        for (member, span) in members.into_iter().rev() {
            let (property, property_span) = (self.name(&member.sym), self.span(member.span));
            let kind = ExprKind::Member { object, property, property_span };
            object = self.push(self.span(span), kind);
        }
        object
    }

    fn export_name(&mut self, name: &ModuleExportName) -> Name {
        match name {
            ModuleExportName::Ident(ident) => self.name(&ident.sym),
            ModuleExportName::Str(text) => self.name(&text.value.to_string_lossy()),
        }
    }

    fn reference(&mut self, source: &Str) -> Name {
        let name = self.name(&source.value.to_string_lossy());
        let span = self.span(source.span);
        self.script.references.push((name, span));
        name
    }

    /// Remembers the module that `argument` names, if it is a constant.
    pub(super) fn note_reference(&mut self, argument: ExprId) {
        let argument = self.script.expr(argument);
        if let ExprKind::String(name) = argument.kind {
            let span = argument.span;
            self.script.references.push((name, span));
        }
    }

    /// Remembers the module that `require` or `require.async` is called with.
    pub(super) fn note_require(&mut self, callee: ExprId, argument: ExprId) {
        let callee = match self.script.expr(callee).kind {
            ExprKind::Member { object, property, .. } if self.script.name(property) == "async" => {
                object
            }
            _ => callee,
        };
        if let ExprKind::Global(name) = self.script.expr(callee).kind
            && self.script.name(name) == "require"
        {
            self.note_reference(argument);
        }
    }
}

fn imported(lowering: &Lowering<'_>, name: Name) -> Imported {
    if lowering.script.name(name) == "default" { Imported::Default } else { Imported::Name(name) }
}
