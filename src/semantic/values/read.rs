//! Which nodes hold what expressions read, and what is known of them so far.

use crate::semantic::symbols::Symbol;
use crate::syntax::script::{BindingId, ExprId, ExprKind, FunctionId, Script};

use super::solve::Solver;
use super::{InstanceId, Node, Token, TokenId, Values};

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

    /// The promises that calling the values of `node` settles, and whether it rejects them.
    pub(in crate::semantic) fn settled(&self, node: Node) -> impl Iterator<Item = (TokenId, bool)> {
        self.each(node).filter_map(|token| match token {
            Token::Settle(promise, rejects) => Some((promise, rejects)),
            _ => None,
        })
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

impl Solver<'_> {
    /// The text of a constant string.
    pub(super) fn text(&self, token: TokenId) -> Option<Symbol> {
        match self.values.token(token) {
            Token::Text(symbol) => {
                Some(symbol).filter(|it| !self.values.symbols.text(*it).is_empty())
            }
            _ => None,
        }
    }

    /// The symbol of a text.
    pub(super) fn symbol(&mut self, text: &str) -> Symbol {
        self.values.symbols.intern(text)
    }

    /// The values of `node` so far.
    pub(super) fn now(&self, node: Node) -> Vec<TokenId> {
        self.values.sets.get(node).to_vec()
    }
}
