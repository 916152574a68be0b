//! Sets of tokens that only grow, with a cursor behind which all is propagated.

use rustc_hash::FxHashSet;

use super::{Node, TokenId};

/// A set that is larger says nothing any more; what comes after is dropped.
const MOST: usize = 32;

/// The same for what stands in a bundle, where a value comes from everywhere.
const MOST_IN_BUNDLES: usize = 6;

/// Up to this size a set is searched in a line.
const SMALL: usize = 16;

#[derive(Clone, Debug, Default)]
struct Set {
    items: Vec<TokenId>,
    index: FxHashSet<TokenId>,
    done: usize,
    /// How many there may be.
    most: usize,
}

/// The sets of all nodes; a node without values costs four bytes.
#[derive(Clone, Debug)]
pub(crate) struct Sets {
    of: Vec<u32>,
    sets: Vec<Set>,
    /// The runs of nodes that stand in bundles, in order.
    bundles: Vec<(u32, u32)>,
}

impl Default for Sets {
    fn default() -> Self {
        Self { of: Vec::new(), sets: vec![Set::default()], bundles: Vec::new() }
    }
}

impl Sets {
    /// Makes `count` nodes; the first.
    pub(crate) fn grow(&mut self, count: usize) -> Node {
        let first = Node(self.of.len() as u32);
        self.of.resize(self.of.len() + count, 0);
        first
    }

    /// Keeps the sets of `count` nodes from `first` on small; `first` is behind all such nodes.
    pub(crate) fn narrow(&mut self, first: Node, count: usize) {
        self.bundles.push((first.0, first.0 + count as u32));
    }

    fn most(&self, node: Node) -> usize {
        let after = self.bundles.partition_point(|run| run.0 <= node.0);
        let run = after.checked_sub(1).map(|at| self.bundles[at]);
        if run.is_some_and(|run| node.0 < run.1) { MOST_IN_BUNDLES } else { MOST }
    }

    /// The number of nodes.
    pub(crate) fn len(&self) -> usize {
        self.of.len()
    }

    /// The values of `node`, oldest first.
    pub(crate) fn get(&self, node: Node) -> &[TokenId] {
        &self.sets[self.of[node.0 as usize] as usize].items
    }

    /// Adds `token`; whether it is new.
    pub(crate) fn add(&mut self, node: Node, token: TokenId) -> bool {
        if self.of[node.0 as usize] == 0 {
            let most = self.most(node);
            self.of[node.0 as usize] = self.sets.len() as u32;
            self.sets.push(Set { most, ..Set::default() });
        }
        let set = &mut self.sets[self.of[node.0 as usize] as usize];
        let known = if set.items.len() <= SMALL {
            set.items.contains(&token)
        } else {
            set.index.contains(&token)
        };
        if known || set.items.len() >= set.most {
            return false;
        }
        set.items.push(token);
        if set.items.len() == SMALL + 1 {
            set.index = set.items.iter().copied().collect();
        } else if set.items.len() > SMALL {
            set.index.insert(token);
        }
        true
    }

    /// The next value of `node` that was not yet propagated.
    pub(crate) fn next(&mut self, node: Node) -> Option<TokenId> {
        let set = &mut self.sets[self.of[node.0 as usize] as usize];
        let token = set.items.get(set.done).copied()?;
        set.done += 1;
        Some(token)
    }

    /// The number of values of `node` that were propagated.
    pub(crate) fn done(&self, node: Node) -> usize {
        self.sets[self.of[node.0 as usize] as usize].done
    }
}
