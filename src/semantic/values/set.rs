//! Sets of tokens that only grow, with a cursor behind which all is propagated.

use rustc_hash::FxHashSet;

use super::{Node, TokenId};

/// A set that is larger says nothing any more; what comes after is dropped.
const MOST: usize = 16;

/// The same for what stands in a bundle, where a value comes from everywhere.
const MOST_IN_BUNDLES: usize = 6;

/// Most sets of several tokens have no more than this.
const FEW: usize = 4;

/// What a node without tokens has in place of one.
const EMPTY: TokenId = TokenId(u32::MAX);

/// Marks the number of a set in place of a token.
const SEVERAL: u32 = 1 << 31;

/// Marks, beside that, a set with room for [`MOST`] tokens, and not for [`FEW`].
const LARGE: u32 = 1 << 30;

/// What a node has.
enum Slot {
    Empty,
    One(TokenId),
    /// The number of a set with room for [`FEW`] tokens.
    Few(usize),
    /// The number of a set with room for [`MOST`] tokens.
    Many(usize),
}

impl Slot {
    fn of(word: TokenId) -> Self {
        match word.0 {
            _ if word == EMPTY => Self::Empty,
            token if token & SEVERAL == 0 => Self::One(word),
            few if few & LARGE == 0 => Self::Few((few & !SEVERAL) as usize),
            many => Self::Many((many & !(SEVERAL | LARGE)) as usize),
        }
    }
}

/// A set with room for `ROOM` tokens.
#[derive(Clone, Copy, Debug)]
struct Set<const ROOM: usize> {
    room: [TokenId; ROOM],
    count: u8,
    done: u8,
}

impl<const ROOM: usize> Set<ROOM> {
    fn new(items: &[TokenId], done: u8) -> Self {
        let mut set = Self { room: [TokenId(0); ROOM], count: 0, done };
        items.iter().for_each(|item| _ = set.push(*item));
        set
    }

    fn items(&self) -> &[TokenId] {
        &self.room[..usize::from(self.count)]
    }

    /// Adds `token`, if there is room.
    fn push(&mut self, token: TokenId) -> bool {
        let place = self.room.get_mut(usize::from(self.count));
        let has_room = place.is_some();
        if let Some(place) = place {
            *place = token;
            self.count += 1;
        }
        has_room
    }

    fn next(&mut self) -> Option<TokenId> {
        let token = self.items().get(usize::from(self.done)).copied()?;
        self.done += 1;
        Some(token)
    }
}

/// The sets of all nodes; most have one value at most, which costs four bytes and a bit.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sets {
    /// For each node its token, or what stands in place of one.
    slots: Vec<TokenId>,
    /// For each node with one token a bit: whether that was propagated.
    done: Vec<u64>,
    few: Vec<Set<FEW>>,
    many: Vec<Set<MOST>>,
    /// The sets among the few that have become many.
    left: Vec<u32>,
    /// The runs of nodes that stand in bundles, in order.
    bundles: Vec<(u32, u32)>,
    /// What was dropped anywhere.
    lost: FxHashSet<TokenId>,
}

impl Sets {
    /// Makes room for `count` nodes.
    pub(crate) fn reserve(&mut self, count: usize) {
        self.slots.reserve(count);
        self.done.reserve(count / 64 + 1);
    }

    /// Makes `count` nodes; the first.
    pub(crate) fn grow(&mut self, count: usize) -> Node {
        let first = Node(self.slots.len() as u32);
        self.slots.resize(self.slots.len() + count, EMPTY);
        self.done.resize(self.slots.len() / 64 + 1, 0);
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
        self.slots.len()
    }

    /// The values of `node`, oldest first.
    pub(crate) fn get(&self, node: Node) -> &[TokenId] {
        let slot = &self.slots[node.0 as usize];
        match Slot::of(*slot) {
            Slot::Empty => &[],
            Slot::One(_) => std::slice::from_ref(slot),
            Slot::Few(at) => self.few[at].items(),
            Slot::Many(at) => self.many[at].items(),
        }
    }

    /// Whether one of the `count` nodes from `first` on has a token that `is_wanted`.
    pub(crate) fn have(&self, first: Node, count: usize, is_wanted: &[bool]) -> bool {
        let is_wanted = |token: &TokenId| is_wanted[token.0 as usize];
        let slots = self.slots.iter().skip(first.0 as usize).take(count);
        slots.copied().any(|slot| match Slot::of(slot) {
            Slot::Empty => false,
            Slot::One(token) => is_wanted(&token),
            Slot::Few(at) => self.few[at].items().iter().any(is_wanted),
            Slot::Many(at) => self.many[at].items().iter().any(is_wanted),
        })
    }

    /// Adds `token`; whether it is new.
    pub(crate) fn add(&mut self, node: Node, token: TokenId) -> bool {
        let at = node.0 as usize;
        match Slot::of(self.slots[at]) {
            Slot::Empty => {
                self.slots[at] = token;
                true
            }
            Slot::One(known) if known == token => false,
            Slot::One(known) => {
                let set = Set::new(&[known, token], u8::from(self.is_done(at)));
                self.slots[at] = TokenId(self.few_at(set) | SEVERAL);
                true
            }
            Slot::Few(few) => self.add_to_few(at, few, token),
            Slot::Many(many) => self.add_to_many(node, many, token),
        }
    }

    /// Whether the only token of the node with the number `at` was propagated.
    fn is_done(&self, at: usize) -> bool {
        self.done[at / 64] >> (at % 64) & 1 == 1
    }

    /// The number of the new set `set`.
    fn few_at(&mut self, set: Set<FEW>) -> u32 {
        if let Some(at) = self.left.pop() {
            self.few[at as usize] = set;
            return at;
        }
        self.few.push(set);
        self.few.len() as u32 - 1
    }

    fn add_to_few(&mut self, at: usize, few: usize, token: TokenId) -> bool {
        let set = &mut self.few[few];
        if set.items().contains(&token) {
            return false;
        }
        if !set.push(token) {
            let mut many = Set::new(set.items(), set.done);
            many.push(token);
            self.left.push(few as u32);
            self.slots[at] = TokenId(self.many.len() as u32 | SEVERAL | LARGE);
            self.many.push(many);
        }
        true
    }

    fn add_to_many(&mut self, node: Node, many: usize, token: TokenId) -> bool {
        let items = self.many[many].items();
        if items.contains(&token) {
            return false;
        }
        if items.len() >= MOST_IN_BUNDLES && items.len() >= self.most(node) {
            self.lost.insert(token);
            return false;
        }
        self.many[many].push(token)
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
        match Slot::of(self.slots[at]) {
            Slot::Empty => None,
            Slot::One(_) if self.is_done(at) => None,
            Slot::One(token) => {
                self.done[at / 64] |= 1 << (at % 64);
                Some(token)
            }
            Slot::Few(few) => self.few[few].next(),
            Slot::Many(many) => self.many[many].next(),
        }
    }

    /// The number of values of `node` that were propagated.
    pub(crate) fn done(&self, node: Node) -> usize {
        let at = node.0 as usize;
        match Slot::of(self.slots[at]) {
            Slot::Empty => 0,
            Slot::One(_) => usize::from(self.is_done(at)),
            Slot::Few(few) => usize::from(self.few[few].done),
            Slot::Many(many) => usize::from(self.many[many].done),
        }
    }
}
