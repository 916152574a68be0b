//! What builds put around modules for names that a program uses without declaring them: in
//! `(function (uni) { … }).call(this, __webpack_require__(1)["default"])` the parameter `uni` is the
//! object of a toolkit, which `uni` without that would be.

use crate::platform::{is_toolkit, toolkit};
use crate::semantic::symbols::Symbol;
use crate::semantic::values::solve::Solver;
use crate::semantic::values::{InstanceId, Node, Token};
use crate::source::FileId;
use crate::syntax::script::{
    BindingKind, Call, ExprId, ExprKind, FunctionId, Name, Script, Target,
};

use rustc_hash::FxHashMap;

/// What the object of a toolkit is in programs that are not for a wallet.
const OTHER_HOST: &str = "\0other";

impl Solver<'_> {
    /// Whether `file` names a toolkit and belongs to a program for a wallet. What the same sources are
    /// built to for other hosts has no template that is read.
    pub(in crate::semantic::values) fn may_have_toolkits(&self, file: FileId) -> bool {
        let script = self.files[file.index()].script();
        let names = || script.into_iter().flat_map(|script| &script.names);
        names().any(|name| is_toolkit(name) || toolkit(name).is_some()) && self.is_for_wallet(file)
    }

    /// Whether `file` belongs to a program one of whose pages has a template that was read.
    pub(in crate::semantic::values) fn is_for_wallet(&self, file: FileId) -> bool {
        let folder = self.root_of(file);
        let roots = self.project.roots.iter().filter(|root| Some(&root.folder) == folder);
        let mut pages = roots.flat_map(|root| &root.pages);
        pages.any(|page| self.project.unit(page.0).template.is_some())
    }

    /// What the module `reference`, which `file` names and which was not read, gives: of a toolkit, its
    /// object.
    pub(in crate::semantic::values) fn unread_module(
        &mut self,
        file: FileId,
        reference: &str,
    ) -> Token {
        let object = toolkit(reference).filter(|_| self.facts[file.index()].has_toolkits);
        object.map_or(Token::Unread, |object| Token::Host(self.symbol(object)))
    }

    /// The name for what is undeclared in `file` as `name`.
    pub(in crate::semantic::values) fn undeclared(&mut self, file: FileId, name: Symbol) -> Symbol {
        let is_other = is_toolkit(self.values.symbols.text(name));
        match is_other && !self.facts[file.index()].has_toolkits {
            true => self.symbol(OTHER_HOST),
            false => name,
        }
    }

    /// Whether a build provides the parameter `param` of a function of `instance`'s script.
    pub(in crate::semantic::values) fn is_provided(
        &self,
        instance: InstanceId,
        param: ExprId,
    ) -> bool {
        let facts = &self.facts[self.file_of(instance).index()];
        facts.has_toolkits && facts.provided.contains_key(&param)
    }

    /// Gives the parameter `param`, which is `node`, what a build provides.
    pub(in crate::semantic::values) fn provide(
        &mut self,
        instance: InstanceId,
        param: ExprId,
        node: Node,
    ) {
        let facts = &self.facts[self.file_of(instance).index()];
        let name = facts.provided.get(&param).filter(|_| facts.has_toolkits);
        if let Some(name) = name.copied() {
            let toolkit = self.name(instance, name);
            self.add_token(node, Token::Host(toolkit));
        }
    }
}

/// The parameters of `script` that stand for the object of a toolkit, with its name.
pub(in crate::semantic::values) fn provided(script: &Script) -> FxHashMap<ExprId, Name> {
    let mut named: FxHashMap<FunctionId, Vec<(ExprId, Name)>> = FxHashMap::default();
    for binding in &script.bindings {
        if binding.kind == BindingKind::Param
            && let [write] = binding.writes.as_slice()
            && let ExprKind::Assign { target: Target::Binding(_), value } = script.kind(*write)
            && is_toolkit(script.name(binding.name))
        {
            named.entry(binding.function).or_default().push((*value, binding.name));
        }
    }
    let mut provided = FxHashMap::default();
    if named.is_empty() {
        return provided;
    }
    for (_, _, call) in script.calls() {
        let own = run_at_once(script, call).and_then(|function| named.get(&function));
        let own = own.into_iter().flatten().copied();
        provided.extend(own.filter(|(param, _)| match script.kind(*param) {
            ExprKind::Param(at) => is_export(script, call, *at as usize + 1),
            _ => false,
        }));
    }
    provided
}

/// The function that stands in `call` and is run by it: `(function () { … }).call(…)`.
pub(in crate::semantic::values) fn run_at_once(script: &Script, call: &Call) -> Option<FunctionId> {
    let ExprKind::Member { object, property, .. } = script.kind(call.callee) else { return None };
    match script.kind(*object) {
        ExprKind::Function(function) if script.name(*property) == "call" => Some(*function),
        _ => None,
    }
}

/// Whether the argument `at` of `call` is the default export of a module that a loader gives, which
/// the function around was handed itself.
fn is_export(script: &Script, call: &Call, at: usize) -> bool {
    let Some(argument) = call.arguments.get(at).filter(|it| !it.spread) else { return false };
    let ExprKind::Member { object, property, .. } = script.kind(argument.value) else {
        return false;
    };
    let ExprKind::Call(load) = script.kind(*object) else { return false };
    match script.kind(load.callee) {
        ExprKind::Binding(loader) => {
            script.name(*property) == "default"
                && script.binding(*loader).kind == BindingKind::Param
        }
        _ => false,
    }
}
