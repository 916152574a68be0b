//! Result codes that are compared with numbers, and where these are written.

use crate::semantic::exported::Exported;
use crate::semantic::values::{InstanceId, Token, TokenId};
use crate::source::{FileId, FileSpan};
use crate::syntax::script::{BindingId, ExprId, ExprKind, Imported, Script};

use super::Numeric;
use super::scan::{Copy, Scan};

/// Constants of constants are followed no further than this.
const MOST_STEPS: usize = 16;

impl Scan<'_> {
    /// Notes that `code` is compared with `number`, if they are such.
    pub(super) fn compared(&mut self, copy: Copy<'_>, code: ExprId, number: ExprId) {
        let values = self.program.values;
        let is_code = |id: &TokenId| match values.token(*id) {
            Token::Host(path) => {
                self.parts.contains_key(id) && values.symbols.text(path).ends_with(".code")
            }
            _ => false,
        };
        let tokens = self.tokens(copy, code);
        let source = tokens.first().and_then(|id| self.parts.get(id)).map(|part| part.source);
        let Some(source) = source.filter(|_| tokens.iter().all(is_code)) else { return };
        let Some(written) = self.number(copy.id, number) else { return };
        let expr = copy.script.expr(number);
        let scope = copy.script.function(expr.function).span;
        let at = self.place(copy, expr.span);
        let numeric = Numeric { at, written, scope, is_shared: false };
        self.numeric.insert((numeric, source, code));
    }

    /// Where the number is written that `expr` always is.
    fn number(&self, instance: InstanceId, expr: ExprId) -> Option<FileSpan> {
        let (mut instance, mut expr) = (instance, expr);
        for _ in 0..MOST_STEPS {
            let file = self.program.values.instance(instance).file;
            let script = self.program.files[file.index()].script()?;
            (instance, expr) = match script.kind(expr) {
                ExprKind::Number(_) => return Some(FileSpan::new(file, script.expr(expr).span)),
                ExprKind::Binding(binding) if script.binding(*binding).writes.is_empty() => {
                    self.imported(script, file, *binding)?
                }
                ExprKind::Binding(binding) => (instance, script.only_value(*binding)?),
                ExprKind::Member { object, property, .. } => {
                    let copy = Copy { id: instance, script };
                    let [object] = self.tokens(copy, *object) else { return None };
                    let mut held = self.tokens(copy, expr).iter();
                    if !held.all(|it| self.program.values.token(*it) == Token::Plain) {
                        return None;
                    }
                    self.constant(self.program.values.token(*object), script.name(*property))?
                }
                _ => return None,
            };
        }
        None
    }

    /// What the import `binding` takes out of another module by name.
    fn imported(
        &self,
        script: &Script,
        file: FileId,
        binding: BindingId,
    ) -> Option<(InstanceId, ExprId)> {
        script.imports.iter().find_map(|import| {
            let (imported, _) = import.names.iter().find(|(_, local)| *local == binding)?;
            let Imported::Name(name) = imported else { return None };
            let source = self.program.project.module(file, script.name(import.reference))?;
            self.exported(source, script.name(*name))
        })
    }

    /// What `file` exports as `name`, if it is one thing.
    fn exported(&self, file: FileId, name: &str) -> Option<(InstanceId, ExprId)> {
        let values = self.program.values;
        let all = || Exported::new(self.program.files, &values.symbols);
        let exported = self.exported.get_or_init(all).of(file, values.symbols.find(name)?);
        let [value] = exported else { return None };
        Some((values.base(file)?, *value))
    }

    /// The member `name` of the literal or module `object`, where nothing writes it later.
    fn constant(&self, object: Token, name: &str) -> Option<(InstanceId, ExprId)> {
        let values = self.program.values;
        let node = match object {
            Token::Exports(file) => return self.exported(file, name),
            Token::Object(node) => node,
            _ => return None,
        };
        let key = values.symbols.find(name)?;
        if values.properties.is_stored(*values.token_ids.get(&object)?, key) {
            return None;
        }
        let (instance, expr) = values.place(node)?;
        let file = values.instance(instance).file;
        let script = self.program.files[file.index()].script()?;
        let ExprKind::Object(members) = script.kind(expr) else { return None };
        script.member_value(members, name).map(|value| (instance, value))
    }
}
