//! Which nodes hold what expressions read.

use super::{InstanceId, Node, Values};
use crate::syntax::script::{BindingId, ExprId, ExprKind, FunctionId, Script};

/// Assignments of assignments are followed no further than this.
const CHAIN: usize = 256;

impl Values {
    /// The node that holds the value of `expr`: of a variable that of the variable, or of what was
    /// surely written to it last.
    #[must_use]
    pub fn value(&self, instance: InstanceId, script: &Script, expr: ExprId) -> Option<Node> {
        let mut expr = expr;
        for _ in 0..CHAIN {
            match script.kind(expr) {
                ExprKind::Assign { value, .. } => expr = *value,
                ExprKind::Sequence(values) => expr = *values.last()?,
                ExprKind::Binding(binding) => match script.last_written(expr, &|_| None) {
                    Some(value) => expr = value,
                    None => return self.binding(instance, *binding),
                },
                ExprKind::This => return self.this(instance, script, script.expr(expr).function),
                _ => return self.expr(instance, expr),
            }
        }
        None
    }

    fn this(&self, instance: InstanceId, script: &Script, function: FunctionId) -> Option<Node> {
        let function = script.receiver(function);
        let (_, copy) = self.copies(instance).find(|(_, copy)| copy.holds(function))?;
        Some(copy.this(function))
    }

    fn binding(&self, instance: InstanceId, binding: BindingId) -> Option<Node> {
        self.copies(instance).find_map(|(_, copy)| copy.binding(binding))
    }
}
