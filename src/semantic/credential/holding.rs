//! Where values are: which copies of functions have an expression or variable that can be one of
//! some few tokens. What is said of these is only looked for there.

use crate::semantic::values::{Instance, Node, TokenId, Values};

/// The tokens that are looked for, by id.
#[derive(Clone, Debug, Default)]
pub(in crate::semantic) struct Wanted {
    is_wanted: Vec<bool>,
    is_empty: bool,
}

impl Wanted {
    /// Those `tokens` of `values`.
    pub(in crate::semantic) fn new(
        values: &Values,
        tokens: impl IntoIterator<Item = TokenId>,
    ) -> Self {
        let mut wanted = Self { is_wanted: vec![false; values.tokens.len()], is_empty: true };
        for token in tokens {
            wanted.is_wanted[token.0 as usize] = true;
            wanted.is_empty = false;
        }
        wanted
    }

    /// Whether one of `tokens` is looked for.
    pub(in crate::semantic) fn has_any(&self, tokens: &[TokenId]) -> bool {
        tokens.iter().any(|token| self.is_wanted[token.0 as usize])
    }
}

impl Values {
    /// Of each copy, whether an expression or variable in it, or in a copy around it, can be one of
    /// the tokens.
    pub(in crate::semantic) fn holding(&self, wanted: &Wanted) -> Vec<bool> {
        let mut holding = vec![false; self.instances.len()];
        if wanted.is_empty {
            return holding;
        }
        for (at, instance) in self.instances.iter().enumerate() {
            // A copy stands behind those around it.
            let is_around = instance.around.is_some_and(|around| holding[around.0 as usize]);
            holding[at] = is_around || self.holds_any(instance, wanted);
        }
        holding
    }

    fn holds_any(&self, instance: &Instance, wanted: &Wanted) -> bool {
        let count = Instance::size(&instance.extent);
        self.sets.have(Node(instance.nodes), count, &wanted.is_wanted)
    }
}
