//! What a state machine is sent: what it has waited for, what was caught, and what it keeps meanwhile.

use swc_ecma_ast::Expr as SwcExpr;

use super::super::expr::ExprKind;
use super::super::tree::{BindingId, ExprId, FunctionId, Name};
use super::Lowering;
use super::machine::{Machine, Printer, Returned, returned};

/// What is known of a machine while it is lowered.
pub(super) struct State {
    printer: Printer,
    binding: BindingId,
    name: String,
    function: FunctionId,
    /// What the last step waited for gives, or what was caught.
    pub(super) sent: Option<ExprId>,
    pub(super) caught: Option<ExprId>,
    /// What is kept in members of the state.
    kept: Vec<(Name, ExprId)>,
}

impl State {
    /// What is known of `machine`, which `function` is, at its start.
    pub(super) fn new(machine: &Machine<'_>, binding: BindingId, function: FunctionId) -> Self {
        Self {
            printer: machine.printer,
            binding,
            name: machine.state.sym.to_string(),
            function,
            sent: None,
            caught: None,
            kept: Vec::new(),
        }
    }
}

impl<'a> Lowering<'a> {
    /// What a `return` of `value` returns: in a machine, what that hands over as such.
    pub(super) fn handed_out(&self, value: Option<&'a SwcExpr>) -> Option<&'a SwcExpr> {
        let machine = self.machine.as_ref().filter(|machine| machine.function == self.function);
        match machine.and_then(|machine| returned(machine.printer, &machine.name, value)) {
            Some(Returned::Value(value)) => value,
            _ => value,
        }
    }

    /// What a machine is sent, if the member `name` of `object` is that.
    pub(super) fn sent(&self, object: ExprId, name: &str) -> Option<ExprId> {
        let machine = self.machine.as_ref()?;
        if *self.script.kind(object) != ExprKind::Binding(machine.binding) {
            return None;
        }
        match (machine.printer, name) {
            (Printer::Babel, "sent" | "v") => machine.sent,
            (Printer::Babel, _) => {
                let mut kept = machine.kept.iter().rev();
                kept.find(|(key, _)| self.script.name(*key) == name).map(|(_, value)| *value)
            }
            (Printer::TypeScript, _) => None,
        }
    }

    /// The same, if it is what a call of the member gives.
    pub(super) fn sent_by(&self, callee: ExprId) -> Option<ExprId> {
        let machine = self.machine.as_ref()?;
        let ExprKind::Member { object, property, .. } = self.script.kind(callee) else {
            return None;
        };
        if *self.script.kind(*object) != ExprKind::Binding(machine.binding) {
            return None;
        }
        match (machine.printer, self.script.name(*property)) {
            (Printer::TypeScript, "sent") => machine.sent,
            (Printer::Babel, "catch") => machine.caught,
            _ => None,
        }
    }

    /// Remembers what is kept in a member of a machine's state.
    pub(super) fn keep(&mut self, object: ExprId, property: Name, value: ExprId) {
        if let Some(machine) = &mut self.machine
            && *self.script.kind(object) == ExprKind::Binding(machine.binding)
        {
            machine.kept.push((property, value));
        }
    }
}
