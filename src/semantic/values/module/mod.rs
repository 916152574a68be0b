//! Modules: imports, exports and `require`.

pub(super) mod chunk;
pub(super) mod idle;
pub(super) mod imported;
pub(super) mod loader;
pub(super) mod provided;

use crate::semantic::symbols::{Symbol, hidden};
use crate::semantic::values::{CallId, Token, TokenId};
use crate::source::FileId;
use crate::syntax::script::{Export, ExprId, ExprKind, Imported, MODULE, Script};

use super::solve::{Solver, Watch};

impl<'a> Solver<'a> {
    /// Links the imports and exports of all files.
    pub(in crate::semantic::values) fn link_modules(&mut self) {
        for at in 0..self.files.len() {
            let file = FileId(at as u32);
            let Some(script) = self.files[at].script() else { continue };
            if self.values.bases[at].is_none() {
                continue;
            }
            self.start_exports(file);
            self.link_exports(file, script);
            self.link_imports(file, script);
            self.note_loads(file, script);
        }
    }

    fn start_exports(&mut self, file: FileId) {
        let Some(value) = self.facts[file.index()].exports else { return };
        let exports = self.token(Token::Exports(file));
        self.add(value, exports);
        let module = self.token(Token::Module(file));
        let key = self.symbol("exports");
        let assigned = self.property(module, key);
        self.edge(assigned, value);
        self.add(assigned, exports);
        let script = self.files[file.index()].script();
        if let (Some(base), Some(false)) =
            (self.values.bases[file.index()], script.map(|script| script.is_module))
        {
            let this = self.values.instance(base).this(MODULE);
            self.add(this, exports);
        }
    }

    fn link_exports(&mut self, file: FileId, script: &'a Script) {
        let Some(base) = self.values.bases[file.index()] else { return };
        let exports = self.token(Token::Exports(file));
        for export in &script.exports {
            match export {
                Export::Local { exported, value } => {
                    let value = self.value(base, script, *value);
                    let key = self.name(base, *exported);
                    let node = self.property(exports, key);
                    self.edge(value, node);
                }
                Export::From { exported, imported, reference } => {
                    let key = self.name(base, *exported);
                    let node = self.property(exports, key);
                    self.import(file, script.name(*reference), *imported, base, node);
                }
                Export::All { reference } => {
                    if let Some(source) = self.project.module(file, script.name(*reference)) {
                        let source = self.token(Token::Exports(source));
                        self.spread(source, exports);
                    }
                }
            }
        }
    }

    fn link_imports(&mut self, file: FileId, script: &'a Script) {
        let Some(base) = self.values.bases[file.index()] else { return };
        for import in &script.imports {
            for (imported, binding) in &import.names {
                if let Some(node) = self.values.instance(base).binding(*binding) {
                    self.import(file, script.name(import.reference), *imported, base, node);
                }
            }
        }
    }

    /// `into` gets what `imported` names in the module that `reference` in `file` names.
    fn import(
        &mut self,
        file: FileId,
        reference: &str,
        imported: Imported,
        base: super::InstanceId,
        into: super::Node,
    ) {
        let Some(source) = self.project.module(file, reference) else {
            self.import_unread((file, reference), imported, base, into);
            return;
        };
        if let Imported::Name(name) = imported
            && self.files[source.index()].json().is_some()
        {
            let (whole, property) = (self.grow(1), self.name(base, name));
            self.json_module(source, whole);
            self.watch(whole, Watch::Load { property, into });
            return;
        }
        if self.json_module(source, into) {
            return;
        }
        let Some(value) = self.facts.get(source.index()).and_then(|facts| facts.exports) else {
            self.add_token(into, Token::Unread);
            return;
        };
        match imported {
            Imported::Namespace => self.edge(value, into),
            Imported::Default => {
                let property = self.symbol("default");
                self.watch(value, Watch::Load { property, into });
                let script = self.files[source.index()].script();
                if !script.is_some_and(Script::has_exports) {
                    self.edge(value, into);
                }
            }
            Imported::Name(name) => {
                let property = self.name(base, name);
                self.watch(value, Watch::Load { property, into });
                if self.exports_default_only(source) {
                    let (default, whole) = (self.symbol("default"), self.grow(1));
                    self.watch(value, Watch::Load { property: default, into: whole });
                    self.watch(whole, Watch::Load { property, into });
                }
            }
        }
    }

    /// `into` gets what `imported` names in the module `reference`, which was not read.
    fn import_unread(
        &mut self,
        (file, reference): (FileId, &str),
        imported: Imported,
        base: super::InstanceId,
        into: super::Node,
    ) {
        let module = self.unread_module(file, reference);
        match imported {
            Imported::Name(name) => {
                let (module, key) = (self.token(module), self.name(base, name));
                self.load(module, key, into);
            }
            Imported::Namespace | Imported::Default => self.add_token(into, module),
        }
    }

    /// Whether nothing but `default` is exported, which the wallet's tools make all of the module:
    /// the members of the object are imported by name then.
    fn exports_default_only(&self, file: FileId) -> bool {
        let Some(script) = self.files[file.index()].script() else { return false };
        match script.exports.as_slice() {
            [Export::Local { exported, .. }] => script.name(*exported) == "default",
            _ => false,
        }
    }

    fn note_loads(&mut self, file: FileId, script: &Script) {
        for (reference, span) in &script.references {
            if let Some(target) = self.project.module(file, script.name(*reference))
                && self.values.bases[..].get(target.index()).copied().flatten().is_some()
            {
                self.values.loads.push((file, target, *span));
            }
        }
    }

    /// `require(…)`.
    pub(in crate::semantic::values) fn require(&mut self, call: CallId) {
        let Some((reference, false)) = self.values.call(call).arguments.first().copied() else {
            return;
        };
        self.watch(reference, Watch::Require { call });
    }

    /// `require(token)`.
    pub(in crate::semantic::values) fn require_token(&mut self, call: CallId, token: TokenId) {
        let Some(reference) = self.text(token) else { return };
        self.require_named(call, reference);
    }

    fn require_named(&mut self, call: CallId, reference: Symbol) {
        let site = self.values.call(call);
        let (instance, expr, mut result) = (site.instance, site.expr, site.result);
        let file = self.file_of(instance);
        if self.script(instance).is_some_and(|script| is_later(script, expr)) {
            let promise = self.token(Token::Promise(result));
            self.add(result, promise);
            result = self.property(promise, hidden::VALUE);
        }
        let text = self.values.symbols.text(reference).to_owned();
        match self.project.module(file, &text) {
            Some(source) if self.json_module(source, result) => {}
            Some(source) => match self.facts.get(source.index()).and_then(|facts| facts.exports) {
                Some(value) => self.edge(value, result),
                None => self.add_token(result, Token::Unread),
            },
            None => {
                let module = self.unread_module(file, &text);
                self.add_token(result, module);
            }
        }
    }
}

/// Whether the module that `expr` asks for comes as a promise: `import('…')`, `require.async('…')`.
fn is_later(script: &Script, expr: ExprId) -> bool {
    match script.kind(expr) {
        ExprKind::Import(_) => true,
        ExprKind::Call(call) => match script.kind(call.callee) {
            ExprKind::Member { property, .. } => script.name(*property) == "async",
            _ => false,
        },
        _ => false,
    }
}
