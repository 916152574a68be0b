//! Sets of tokens that only grow, with a cursor behind which all is propagated.

use rustc_hash::FxHashSet;

use super::{Node, TokenId};

/// A set that is larger says nothing any more; what comes after is dropped.
const MOST: usize = 32;

/// Up to this size a set is searched in a line.
const SMALL: usize = 16;

#[derive(Clone, Debug, Default)]
struct Set {
    items: Vec<TokenId>,
    index: FxHashSet<TokenId>,
    done: usize,
}

/// The sets of all nodes; a node without values costs four bytes.
#[derive(Clone, Debug)]
pub(crate) struct Sets {
    of: Vec<u32>,
    sets: Vec<Set>,
}

impl Default for Sets {
    fn default() -> Self {
        Self { of: Vec::new(), sets: vec![Set::default()] }
    }
}

impl Sets {
    /// Makes `count` nodes; the first.
    pub(crate) fn grow(&mut self, count: usize) -> Node {
        let first = Node(self.of.len() as u32);
        self.of.resize(self.of.len() + count, 0);
        first
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
        let slot = &mut self.of[node.0 as usize];
        if *slot == 0 {
            *slot = self.sets.len() as u32;
            self.sets.push(Set::default());
        }
        let set = &mut self.sets[*slot as usize];
        let known = if set.items.len() <= SMALL {
            set.items.contains(&token)
        } else {
            set.index.contains(&token)
        };
        if known || set.items.len() >= MOST {
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
