//! Sets of tokens that only grow, with a cursor behind which all is propagated.

use rustc_hash::FxHashSet;

use super::{Node, TokenId};

/// A set that is larger says nothing any more; what comes after is dropped.
const MOST: usize = 16;

/// The same for what stands in a bundle, where a value comes from everywhere.
const MOST_IN_BUNDLES: usize = 6;

/// What the slot of a node holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// Nothing.
    Empty,
    /// One token, still to be propagated.
    New,
    /// One token.
    Done,
    /// The number of a [`Set`].
    Many,
}

#[derive(Clone, Debug)]
struct Set {
    items: Vec<TokenId>,
    done: usize,
}

/// The sets of all nodes; most have one value at most, which costs five bytes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sets {
    states: Vec<State>,
    slots: Vec<TokenId>,
    sets: Vec<Set>,
    /// The runs of nodes that stand in bundles, in order.
    bundles: Vec<(u32, u32)>,
    /// What was dropped anywhere.
    lost: FxHashSet<TokenId>,
}

impl Sets {
    /// Makes room for `count` nodes.
    pub(crate) fn reserve(&mut self, count: usize) {
        self.states.reserve(count);
        self.slots.reserve(count);
    }

    /// Makes `count` nodes; the first.
    pub(crate) fn grow(&mut self, count: usize) -> Node {
        let first = Node(self.states.len() as u32);
        self.states.resize(self.states.len() + count, State::Empty);
        self.slots.resize(self.states.len(), TokenId(0));
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
        self.states.len()
    }

    /// The values of `node`, oldest first.
    pub(crate) fn get(&self, node: Node) -> &[TokenId] {
        let slot = &self.slots[node.0 as usize];
        match self.states[node.0 as usize] {
            State::Empty => &[],
            State::New | State::Done => std::slice::from_ref(slot),
            State::Many => &self.sets[slot.0 as usize].items,
        }
    }

    /// Adds `token`; whether it is new.
    pub(crate) fn add(&mut self, node: Node, token: TokenId) -> bool {
        let at = node.0 as usize;
        match self.states[at] {
            State::Empty => {
                self.states[at] = State::New;
                self.slots[at] = token;
                true
            }
            State::New | State::Done if self.slots[at] == token => false,
            State::New | State::Done => {
                let done = usize::from(self.states[at] == State::Done);
                let items = vec![self.slots[at], token];
                self.states[at] = State::Many;
                self.slots[at] = TokenId(self.sets.len() as u32);
                self.sets.push(Set { items, done });
                true
            }
            State::Many => self.add_to_many(node, token),
        }
    }

    fn add_to_many(&mut self, node: Node, token: TokenId) -> bool {
        let at = self.slots[node.0 as usize].0 as usize;
        let items = &self.sets[at].items;
        if items.contains(&token) {
            return false;
        }
        if items.len() >= MOST_IN_BUNDLES && items.len() >= self.most(node) {
            self.lost.insert(token);
            return false;
        }
        self.sets[at].items.push(token);
        true
    }

    /// Drops `token` somewhere else.
    pub(crate) fn lose(&mut self, token: TokenId) {
        self.lost.insert(token);
    }

    /// Whether `node` may have had more values.
    pub(crate) fn is_full(&self, node: Node) -> bool {
        self.get(node).len() >= self.most(node)
    }

    /// What was dropped because a set was full, in a stable order.
    pub(crate) fn lost(&self) -> Vec<TokenId> {
        let mut lost: Vec<TokenId> = self.lost.iter().copied().collect();
        lost.sort_unstable();
        lost
    }

    /// The next value of `node` that was not yet propagated.
    pub(crate) fn next(&mut self, node: Node) -> Option<TokenId> {
        let at = node.0 as usize;
        match self.states[at] {
            State::Empty | State::Done => None,
            State::New => {
                self.states[at] = State::Done;
                Some(self.slots[at])
            }
            State::Many => {
                let set = &mut self.sets[self.slots[at].0 as usize];
                let token = set.items.get(set.done).copied()?;
                set.done += 1;
                Some(token)
            }
        }
    }

    /// The number of values of `node` that were propagated.
    pub(crate) fn done(&self, node: Node) -> usize {
        match self.states[node.0 as usize] {
            State::Empty | State::New => 0,
            State::Done => 1,
            State::Many => self.sets[self.slots[node.0 as usize].0 as usize].done,
        }
    }
}
