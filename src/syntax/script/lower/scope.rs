//! Which variable a name stands for.

use rustc_hash::FxHashMap;

use super::super::tree::{BindingId, Name};

/// The scopes around the present place.
///
/// What is visible is kept by name, and what a scope hides comes back when it is left, so
/// that looking a name up costs the same at any depth.
#[derive(Default)]
pub(super) struct Scopes {
    visible: FxHashMap<Name, Visible>,
    hidden: Vec<(Name, Option<Visible>)>,
    starts: Vec<usize>,
}

#[derive(Clone, Copy)]
struct Visible {
    binding: BindingId,
    depth: usize,
}

impl Scopes {
    /// Begins a scope.
    pub(super) fn enter(&mut self) {
        self.starts.push(self.hidden.len());
    }

    /// Ends the innermost scope.
    pub(super) fn leave(&mut self) {
        let start = self.starts.pop().unwrap_or(0);
        for (name, before) in self.hidden.drain(start..).rev() {
            match before {
                Some(before) => self.visible.insert(name, before),
                None => self.visible.remove(&name),
            };
        }
    }

    /// Makes `name` stand for `binding` in the innermost scope.
    pub(super) fn declare(&mut self, name: Name, binding: BindingId) {
        let depth = self.starts.len();
        let before = self.visible.insert(name, Visible { binding, depth });
        self.hidden.push((name, before));
    }

    /// The variable that `name` stands for.
    pub(super) fn find(&self, name: Name) -> Option<BindingId> {
        self.seen(name).map(|it| it.binding)
    }

    /// The variable that the innermost scope declares as `name`.
    pub(super) fn declared_here(&self, name: Name) -> Option<BindingId> {
        self.seen(name).filter(|it| it.depth == self.starts.len()).map(|it| it.binding)
    }

    fn seen(&self, name: Name) -> Option<Visible> {
        self.visible.get(&name).copied()
    }
}
