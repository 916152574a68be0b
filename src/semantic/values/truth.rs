//! Values that only say whether others are true: `!!granted`, `granted === true`,
//! `Boolean(granted)`. Of those what the host says is followed, as to what it grants, supports or
//! was told by the user; nothing else, since a truth is not what it is about.

use super::solve::{Solver, Watch};
use super::{InstanceId, Node, Token, TokenId};
use crate::platform::ApiKind;
use crate::semantic::symbols::Symbol;
use crate::syntax::script::{Binary, ExprId, ExprKind, Script};

impl<'a> Solver<'a> {
    /// The value of an expression of this `kind`, if it is the truth of another.
    pub(super) fn generate_truth(
        &mut self,
        instance: InstanceId,
        script: &'a Script,
        kind: &ExprKind,
        node: Node,
    ) {
        if let Some(subject) = subject(script, kind) {
            let subject = self.value(instance, script, subject);
            self.is_true(subject, node);
        }
    }

    /// `into` is true where a value of `node` is.
    pub(super) fn is_true(&mut self, node: Node, into: Node) {
        self.watch(node, Watch::Truth { into });
    }

    /// `into` is true where `token` is.
    pub(super) fn truth(&mut self, token: TokenId, into: Node) {
        if let Token::Host(path) = self.values.token(token)
            && self.is_statement(path)
        {
            self.add(into, token);
        }
    }

    /// Whether `path` is something that an API says about the user or the client.
    fn is_statement(&self, path: Symbol) -> bool {
        let path = self.values.symbols.text(path);
        let Some((call, _)) = path.split_once("()") else { return false };
        let Some((namespace, name)) = call.rsplit_once('.') else { return false };
        let kind = self.platform.api(name).map(|api| api.kind);
        self.platform.is_namespace(namespace)
            && matches!(kind, Some(ApiKind::Setting | ApiKind::CanIUse | ApiKind::Dialog { .. }))
    }
}

/// What `kind` is the truth of.
fn subject(script: &Script, kind: &ExprKind) -> Option<ExprId> {
    match kind {
        ExprKind::Not(inner) => match script.kind(*inner) {
            ExprKind::Not(subject) => Some(*subject),
            _ => None,
        },
        ExprKind::Binary { operator: Binary::Equal | Binary::Same, left, right } => {
            matches!(script.kind(*right), ExprKind::Bool(true)).then_some(*left)
        }
        _ => None,
    }
}
