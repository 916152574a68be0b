//! Functions of which only copies run: every call that was found got one of its own, so what the
//! first copy does never happens.

use crate::semantic::values::solve::Solver;
use crate::semantic::values::{FunctionNode, InstanceId, Node};
use crate::syntax::script::FunctionId;

use rustc_hash::FxHashSet;

impl Solver<'_> {
    /// The functions of which only copies run, as far as is known by now.
    pub(in crate::semantic::values) fn replaced(&self) -> FxHashSet<FunctionNode> {
        let is_hook = |around, function| self.owners.contains_key(&(around, function));
        let copied =
            self.copies.made.keys().filter(|(_, around, function)| !is_hook(*around, *function));
        let mut replaced: FxHashSet<FunctionNode> =
            copied.map(|(_, around, function)| self.node_of(*around, *function)).collect();
        for edge in &self.values.edges {
            replaced.remove(&edge.to);
        }
        replaced
    }

    /// Whether `node` belongs to one of the functions `replaced`, or to one inside of it.
    pub(in crate::semantic::values) fn is_replaced(
        &self,
        replaced: &FxHashSet<FunctionNode>,
        node: Node,
    ) -> bool {
        if replaced.is_empty() {
            return false;
        }
        let Some((instance, function)) = self.function_of(node) else { return false };
        let Some(script) = self.script(instance) else { return false };
        let mut around = std::iter::successors(Some(function), |at| script.function(*at).parent);
        around.any(|function| replaced.contains(&self.node_of(instance, function)))
    }

    fn node_of(&self, instance: InstanceId, function: FunctionId) -> FunctionNode {
        let holder = self.holder(instance, function);
        self.values.instance(holder).function(function)
    }

    /// The function that the expression or variable behind `node` belongs to.
    fn function_of(&self, node: Node) -> Option<(InstanceId, FunctionId)> {
        if let Some((instance, expr)) = self.values.place(node) {
            return Some((instance, self.script(instance)?.expr(expr).function));
        }
        let (instance, binding) = self.values.variable(node)?;
        Some((instance, self.script(instance)?.binding(binding).function))
    }
}
