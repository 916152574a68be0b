//! What TypeScript adds to what runs: enums and namespaces.

use swc_ecma_ast::{
    Ident, ModuleDecl, ModuleItem, TsEnumDecl, TsEnumMemberId, TsModuleDecl, TsModuleName,
    TsNamespaceBody,
};

use super::super::expr::{ExprKind, Key, Property, Target};
use super::super::tree::ExprId;
use super::Lowering;
use super::object::key_hint;

impl<'a> Lowering<'a> {
    /// An enum, as the object of its members.
    pub(super) fn ts_enum(&mut self, decl: &'a TsEnumDecl) {
        let mut properties = Vec::with_capacity(decl.members.len());
        let mut next = Some(0.0);
        for member in &decl.members {
            let (text, at) = match &member.id {
                TsEnumMemberId::Ident(ident) => (ident.sym.to_string(), ident.span),
                TsEnumMemberId::Str(text) => (text.value.to_string_lossy().into_owned(), text.span),
            };
            let key = Key::Name(self.name(&text), self.span(at));
            let span = self.span(member.span);
            self.script.statements.push(span);
            let value = match (&member.init, next) {
                (Some(init), _) => self.value(init, key_hint(key)),
                (None, Some(number)) => self.push(span, ExprKind::Number(number)),
                (None, None) => self.push(span, ExprKind::Unknown(Box::default())),
            };
            next = match self.script.expr(value).kind {
                ExprKind::Number(number) => Some(number + 1.0),
                _ => None,
            };
            properties.push(Property::Value { key, value });
        }
        let value = self.push(self.span(decl.span), ExprKind::Object(properties.into()));
        let target = self.variable(&decl.id.sym);
        self.assign(self.span(decl.id.span), target, value);
    }

    /// A namespace, as an object whose members its body writes.
    pub(super) fn ts_module(&mut self, decl: &'a TsModuleDecl) {
        if let (TsModuleName::Ident(ident), Some(body)) = (&decl.id, &decl.body) {
            self.namespace(ident, body);
        }
    }

    fn namespace(&mut self, ident: &'a Ident, body: &'a TsNamespaceBody) {
        let at = self.span(ident.span);
        let value = self.push(at, ExprKind::Object(Box::default()));
        let target = self.variable(&ident.sym);
        self.assign(at, target, value);
        self.scopes.enter();
        match body {
            TsNamespaceBody::TsModuleBlock(block) => {
                self.open_items(&block.body);
                block.body.iter().for_each(|item| self.namespace_item(ident, item));
            }
            TsNamespaceBody::TsNamespaceDecl(inner) => {
                self.declare(&inner.id, super::super::declared::BindingKind::Class);
                self.namespace(&inner.id, &inner.body);
                let value = self.read(&inner.id);
                self.namespace_member(ident, &inner.id.sym, value);
            }
        }
        self.scopes.leave();
    }

    fn namespace_item(&mut self, namespace: &'a Ident, item: &'a ModuleItem) {
        match item {
            ModuleItem::Stmt(stmt) => {
                self.statements(std::slice::from_ref(stmt));
            }
            ModuleItem::ModuleDecl(ModuleDecl::ExportDecl(export)) => {
                self.note_statement(export.span);
                self.declaration(&export.decl);
                for (name, value) in self.exported(&export.decl) {
                    let name = self.script.name(name).to_owned();
                    self.namespace_member(namespace, &name, value);
                }
            }
            ModuleItem::ModuleDecl(_) => {}
        }
    }

    fn namespace_member(&mut self, namespace: &'a Ident, name: &str, value: ExprId) {
        let object = self.read(namespace);
        let (property, at) = (self.name(name), self.span(namespace.span));
        self.assign(at, Target::Member { object, property }, value);
    }
}
