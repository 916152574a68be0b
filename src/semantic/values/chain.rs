//! Lists of what hangs on nodes and tokens, which grow while they are walked.

use rustc_hash::FxHashSet;

use super::Node;
use super::solve::Watch;

const NONE: u32 = u32::MAX >> 1;

/// Marks the first edge of a node that has many.
const MANY: u32 = !NONE;

/// Up to this many, the edges of a node are searched in a line.
const FEW: usize = 8;

/// A place in a list: its item is the next one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cursor(u32);

/// Many lists, newest first, in one vector.
struct Lists<T>(Vec<(T, u32)>);

impl<T: Copy> Lists<T> {
    /// Puts `item` in front of the list that begins at `first`.
    fn push(&mut self, first: &mut Cursor, item: T) {
        self.0.push((item, first.0));
        *first = Cursor(self.0.len() as u32 - 1);
    }

    /// The item at `cursor`, which moves on.
    fn next(&self, cursor: &mut Cursor) -> Option<T> {
        if cursor.0 == NONE {
            return None;
        }
        let (item, next) = self.0[cursor.0 as usize];
        cursor.0 = next;
        Some(item)
    }
}

/// Where the values of each node flow to, and what waits for them.
pub(super) struct Links {
    /// For each node the first of its edges and of its watches.
    first: Vec<(Cursor, Cursor)>,
    edges: Lists<Node>,
    watches: Lists<Watch>,
    /// The edges of nodes that have many.
    many: FxHashSet<(Node, Node)>,
}

impl Default for Links {
    fn default() -> Self {
        let (edges, watches) = (Lists(Vec::new()), Lists(Vec::new()));
        Self { first: Vec::new(), edges, watches, many: FxHashSet::default() }
    }
}

impl Links {
    /// Makes room for what usually hangs on `count` nodes. Room that is not needed costs nothing: the
    /// system gives it when it is written to.
    pub(super) fn reserve(&mut self, count: usize) {
        self.first.reserve(count);
        self.edges.0.reserve(count);
        self.watches.0.reserve(count / 2);
        self.many.reserve(count / 8);
    }

    /// There are `count` nodes in all.
    pub(super) fn resize(&mut self, count: usize) {
        self.first.resize(count, (Cursor(NONE), Cursor(NONE)));
    }

    /// The number of edges and watches of all nodes.
    pub(super) fn len(&self) -> usize {
        self.edges.0.len() + self.watches.0.len()
    }

    /// The lists of edges and of watches of `node`.
    pub(super) fn of(&self, node: Node) -> (Cursor, Cursor) {
        let (edge, watch) = self.first[node.0 as usize];
        (Cursor(edge.0 & !MANY), watch)
    }

    /// The edge at `cursor`, which moves on.
    pub(super) fn next_edge(&self, cursor: &mut Cursor) -> Option<Node> {
        self.edges.next(cursor)
    }

    /// The watch at `cursor`, which moves on.
    pub(super) fn next_watch(&self, cursor: &mut Cursor) -> Option<Watch> {
        self.watches.next(cursor)
    }

    /// Hangs `watch` on `node`.
    pub(super) fn add_watch(&mut self, node: Node, watch: Watch) {
        self.watches.push(&mut self.first[node.0 as usize].1, watch);
    }

    /// Adds an edge; whether it is new.
    pub(super) fn add_edge(&mut self, from: Node, into: Node) -> bool {
        let is_new = self.is_new(from, into);
        if is_new {
            let first = &mut self.first[from.0 as usize].0;
            let mark = first.0 & MANY;
            first.0 &= !MANY;
            self.edges.push(first, into);
            first.0 |= mark;
        }
        is_new
    }

    fn is_new(&mut self, from: Node, into: Node) -> bool {
        let first = self.first[from.0 as usize].0;
        if first.0 & MANY != 0 {
            return self.many.insert((from, into));
        }
        let mut cursor = first;
        for _ in 0..FEW {
            match self.edges.next(&mut cursor) {
                None => return true,
                Some(known) if known == into => return false,
                Some(_) => {}
            }
        }
        // From here on there are too many to look through.
        let mut cursor = first;
        while let Some(known) = self.edges.next(&mut cursor) {
            self.many.insert((from, known));
        }
        self.first[from.0 as usize].0.0 |= MANY;
        self.many.insert((from, into))
    }
}

/// A list for each of many numbers.
pub(super) struct Numbered<T> {
    /// The first item of each list, up to the last that has any.
    first: Vec<Cursor>,
    items: Lists<T>,
}

impl<T> Default for Numbered<T> {
    fn default() -> Self {
        Self { first: Vec::new(), items: Lists(Vec::new()) }
    }
}

impl<T: Copy> Numbered<T> {
    /// Adds `item` to the list of `number`.
    pub(super) fn push(&mut self, number: u32, item: T) {
        let at = number as usize;
        if at >= self.first.len() {
            self.first.resize(at + 1, Cursor(NONE));
        }
        self.items.push(&mut self.first[at], item);
    }

    /// The list of `number`, newest first.
    pub(super) fn of(&self, number: u32) -> impl Iterator<Item = T> {
        let mut cursor = self.first.get(number as usize).copied().unwrap_or(Cursor(NONE));
        std::iter::from_fn(move || self.items.next(&mut cursor))
    }

    /// The list of `number`, oldest first; from here on it is empty.
    pub(super) fn take(&mut self, number: u32) -> Vec<T> {
        let mut items: Vec<T> = self.of(number).collect();
        items.reverse();
        if let Some(first) = self.first.get_mut(number as usize) {
            *first = Cursor(NONE);
        }
        items
    }
}
