//! Dialogs of code that was not read, such as those of UI packages. What they ask and where they open
//! is not known; what runs once the user has agreed in one is a gesture all the same.

use crate::platform::answers_as_dialog;
use crate::semantic::values::{CallKind, FunctionNode, InstanceId, Token, UNREAD_DIALOG, Values};
use crate::syntax::script::{ExprId, ExprKind, Script};

use rustc_hash::FxHashSet;

/// What code that was not read hands its answers to.
#[derive(Clone, Debug, Default)]
pub(in crate::semantic) struct UnreadDialogs {
    /// The functions that it is given.
    functions: FxHashSet<FunctionNode>,
}

impl UnreadDialogs {
    /// The functions that `values` tell of.
    pub(in crate::semantic) fn new(values: &Values) -> Self {
        let edges = values.edges.iter();
        let given = edges.filter(|edge| values.call(edge.call).kind == CallKind::Escape);
        Self { functions: given.map(|edge| edge.to).collect() }
    }

    /// Whether `condition` is true where the user agreed: it is the member of an answer that dialogs
    /// say so by, and nothing else is known of it.
    pub(in crate::semantic) fn says_agreed(
        &self,
        (values, script, instance): (&Values, &Script, InstanceId),
        condition: ExprId,
    ) -> bool {
        let member = match script.kind(condition) {
            ExprKind::Binding(binding) => script.only_value(*binding).unwrap_or(condition),
            _ => condition,
        };
        let ExprKind::Member { object, property, .. } = script.kind(member) else { return false };
        if !answers_as_dialog(script.name(*property)) {
            return false;
        }
        let node = values.value(instance, script, member);
        let known = node.into_iter().flat_map(|node| values.each(node));
        let mut is_unread = false;
        for token in known {
            match token {
                Token::Unread => is_unread = true,
                _ => return false,
            }
        }
        let object = match script.kind(*object) {
            ExprKind::Binding(binding) => script.only_value(*binding).unwrap_or(*object),
            _ => *object,
        };
        match script.kind(object) {
            ExprKind::Await(_) => is_unread,
            ExprKind::Param(_) => {
                let function = script.expr(object).function;
                let holder = values.holder(instance, function);
                let node = holder.map(|holder| values.instance(holder).function(function));
                node.is_some_and(|node| self.functions.contains(&node))
            }
            _ => false,
        }
    }
}

/// Whether `path` is such a dialog, or something that one answers.
pub(in crate::semantic) fn is_of_unread_dialog(path: &str) -> bool {
    path.strip_prefix(UNREAD_DIALOG).is_some_and(|rest| rest.starts_with('.'))
}
