//! Calls of members that are not there: `options.onShow && options.onShow.call(this)` of a page's wrapper
//! that is given no `onShow`.

use crate::semantic::symbols::Symbol;
use crate::semantic::values::solve::Solver;
use crate::semantic::values::{CallId, FunctionNode, InstanceId, Token};
use crate::syntax::script::{BindingKind, ExprId, ExprKind, Name, Script};

use rustc_hash::{FxHashMap, FxHashSet};

/// The copies of functions that nothing runs as they stand, each made for a call.
pub(in crate::semantic::values) type Copies = FxHashMap<FunctionNode, Vec<InstanceId>>;

impl Solver<'_> {
    /// The copies of the functions that nothing runs as they stand.
    pub(in crate::semantic::values) fn copies_of_uncalled(&self) -> Copies {
        let called: FxHashSet<FunctionNode> =
            self.values.edges.iter().map(|edge| edge.to).collect();
        let mut copies = Copies::default();
        for (id, copy) in (0..).map(InstanceId).zip(&self.values.instances) {
            let Some(around) = copy.around else { continue };
            let function = self.values.instance(around).function(copy.root);
            if !called.contains(&function) {
                copies.entry(function).or_default().push(id);
            }
        }
        copies
    }

    /// Whether `call` calls a member that none of the objects has, all of which are known. In a function
    /// that nothing runs as it stands, what its `copies` are given counts.
    pub(in crate::semantic::values) fn is_of_nothing(&self, call: CallId, copies: &Copies) -> bool {
        let site = self.values.call(call);
        let Some(script) = self.script(site.instance) else { return false };
        let Some((object, name)) = called_member(script, site.expr) else { return false };
        let key = self.name(site.instance, name);
        if let Some(all_lack) = self.all_lack(site.instance, script, object, key) {
            return all_lack;
        }
        let ExprKind::Binding(binding) = script.kind(object) else { return false };
        let binding = script.binding(*binding);
        let holder = self.values.holder(site.instance, binding.function);
        let function = holder.map(|it| self.values.instance(it).function(binding.function));
        let copies = function.and_then(|function| copies.get(&function));
        let lacks = |copy: &InstanceId| self.all_lack(*copy, script, object, key) == Some(true);
        binding.kind == BindingKind::Param && copies.is_some_and(|all| all.iter().all(lacks))
    }

    /// Whether all that `object` can be in `instance` are known objects without the member `key`; `None`
    /// where it is nothing.
    fn all_lack(
        &self,
        instance: InstanceId,
        script: &Script,
        object: ExprId,
        key: Symbol,
    ) -> Option<bool> {
        let node = self.values.value(instance, script, object)?;
        let mut objects = self.values.each(node).peekable();
        objects.peek()?;
        let is_whole = !self.values.is_cut(node);
        Some(is_whole && objects.all(|object| self.lacks(object, key)))
    }

    fn lacks(&self, object: Token, key: Symbol) -> bool {
        matches!(object, Token::Object(_)) && self.values.is_without(object, key)
    }
}

/// The object and name of the member that the call `expr` calls, itself or by `call` and `apply`.
fn called_member(script: &Script, expr: ExprId) -> Option<(ExprId, Name)> {
    let ExprKind::Call(call) = script.kind(expr) else { return None };
    let ExprKind::Member { object, property, .. } = script.kind(call.callee) else { return None };
    match (script.kind(*object), script.name(*property)) {
        (ExprKind::Member { object, property, .. }, "call" | "apply") => Some((*object, *property)),
        _ => Some((*object, *property)),
    }
}
