//! Lists of what hangs on each node, which grow while they are walked.

use rustc_hash::FxHashSet;

use super::Node;

const NONE: u32 = u32::MAX;

/// Up to this many, the items of a node are searched in a line.
const FEW: usize = 8;

/// A list for each node, newest first, all in one vector.
pub(super) struct Chains<T> {
    first: Vec<u32>,
    items: Vec<(T, u32)>,
}

impl<T> Default for Chains<T> {
    fn default() -> Self {
        Self { first: Vec::new(), items: Vec::new() }
    }
}

impl<T: Copy> Chains<T> {
    /// Makes room for `count` nodes in all.
    pub(super) fn resize(&mut self, count: usize) {
        self.first.resize(count, NONE);
    }

    /// The number of items of all nodes.
    pub(super) fn len(&self) -> usize {
        self.items.len()
    }

    /// Hangs `item` on `node`.
    pub(super) fn push(&mut self, node: Node, item: T) {
        let first = &mut self.first[node.0 as usize];
        self.items.push((item, *first));
        *first = self.items.len() as u32 - 1;
    }

    /// Where the list of `node` begins.
    pub(super) fn start(&self, node: Node) -> Cursor {
        Cursor(self.first[node.0 as usize])
    }

    /// The item at `cursor`, which moves on.
    pub(super) fn next(&self, cursor: &mut Cursor) -> Option<T> {
        if cursor.0 == NONE {
            return None;
        }
        let (item, next) = self.items[cursor.0 as usize];
        cursor.0 = next;
        Some(item)
    }
}

/// A place in the list of a node.
pub(super) struct Cursor(u32);

/// Where the values of each node flow to.
#[derive(Default)]
pub(super) struct Edges {
    chains: Chains<Node>,
    /// The edges of nodes that have many.
    many: FxHashSet<(Node, Node)>,
}

impl Edges {
    /// The lists.
    pub(super) fn chains(&self) -> &Chains<Node> {
        &self.chains
    }

    /// Makes room for `count` nodes in all.
    pub(super) fn resize(&mut self, count: usize) {
        self.chains.resize(count);
    }

    /// Adds an edge; whether it is new.
    pub(super) fn add(&mut self, from: Node, into: Node) -> bool {
        let is_new = self.is_new(from, into);
        if is_new {
            self.chains.push(from, into);
        }
        is_new
    }

    fn is_new(&mut self, from: Node, into: Node) -> bool {
        let mut cursor = self.chains.start(from);
        for _ in 0..FEW {
            match self.chains.next(&mut cursor) {
                None => return true,
                Some(known) if known == into => return false,
                Some(_) => {}
            }
        }
        if cursor.0 == NONE {
            // From here on there are too many to look through.
            let mut cursor = self.chains.start(from);
            while let Some(known) = self.chains.next(&mut cursor) {
                self.many.insert((from, known));
            }
        }
        self.many.insert((from, into))
    }
}
