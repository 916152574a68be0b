//! The members of objects, by token.

use crate::semantic::symbols::{Symbol, hidden};
use crate::semantic::values::{Node, Token, TokenId, Values};

use rustc_hash::FxHashMap;

/// Up to this many, the members of an object are searched in a line.
const FEW: usize = 12;

/// No node.
const NONE: Node = Node(u32::MAX);

#[derive(Clone, Copy, Debug)]
struct Property {
    key: Symbol,
    /// Where its values are; [`NONE`] while only its being there is known.
    node: Node,
    /// Whether the object has it from its making on.
    is_own: bool,
    /// Whether it is copied from an object that has it.
    is_copied: bool,
    /// Whether something writes it later.
    is_stored: bool,
}

impl Property {
    fn node(&self) -> Option<Node> {
        Some(self.node).filter(|node| *node != NONE)
    }
}

/// A member of an object, known or not.
#[derive(Clone, Copy, Debug)]
pub(in crate::semantic::values) struct Place {
    object: u32,
    member: u32,
}

/// What is known of the members of all objects.
#[derive(Clone, Debug, Default)]
pub(crate) struct Properties {
    /// The number of the object, and one, by token.
    objects: Vec<u32>,
    members: Vec<Vec<Property>>,
    /// Which hidden members each object has; most that are asked for, it has not.
    hidden: Vec<u8>,
    /// The places of the members of objects with many.
    index: FxHashMap<(TokenId, Symbol), u32>,
}

impl Properties {
    fn of(&self, token: TokenId) -> &[Property] {
        let object = self.objects.get(token.0 as usize).copied().unwrap_or(0);
        match object.checked_sub(1) {
            Some(at) => &self.members[at as usize],
            None => &[],
        }
    }

    fn find(&self, token: TokenId, key: Symbol) -> Option<usize> {
        let object = self.objects.get(token.0 as usize).copied().unwrap_or(0).checked_sub(1)?;
        if self.hidden[object as usize] & bit(key) != bit(key) {
            return None;
        }
        let members = &self.members[object as usize];
        if members.len() <= FEW {
            return members.iter().position(|member| member.key == key);
        }
        self.index.get(&(token, key)).map(|at| *at as usize)
    }

    /// The node of a member, if anything reads or writes it.
    pub(crate) fn get(&self, token: TokenId, key: Symbol) -> Option<Node> {
        self.of(token)[self.find(token, key)?].node()
    }

    /// The place of a member, which the object need not have.
    pub(in crate::semantic::values) fn place(&mut self, token: TokenId, key: Symbol) -> Place {
        let object = self.object(token);
        let member = match self.find(token, key) {
            Some(member) => member,
            None => self.add(token, object, key),
        };
        Place { object: object as u32, member: member as u32 }
    }

    /// The node of the member at `place`, and whether the object has the member from its making on.
    pub(in crate::semantic::values) fn at(&self, place: Place) -> (Option<Node>, bool) {
        let member = &self.members[place.object as usize][place.member as usize];
        (member.node(), member.is_own)
    }

    /// Keeps the values of the member at `place` at `node`.
    pub(in crate::semantic::values) fn put(&mut self, place: Place, node: Node) {
        self.members[place.object as usize][place.member as usize].node = node;
    }

    /// Whether the object has the member from its making on: nothing behind it is looked up.
    pub(crate) fn is_own(&self, token: TokenId, key: Symbol) -> bool {
        self.find(token, key).is_some_and(|at| self.of(token)[at].is_own)
    }

    /// The members of `token` that have values, or may get some, in the order in which they became
    /// known.
    pub(crate) fn keys(&self, token: TokenId) -> impl Iterator<Item = (Symbol, Node)> {
        self.of(token).iter().filter_map(|member| Some((member.key, member.node()?)))
    }

    /// How many members of `token` are known in any way.
    pub(in crate::semantic::values) fn count(&self, token: TokenId) -> usize {
        self.of(token).len()
    }

    /// The names of the members of `token`, those without values included.
    pub(crate) fn names(&self, token: TokenId) -> impl Iterator<Item = Symbol> {
        let members = self.of(token).iter();
        members.filter(|it| it.node != NONE || it.is_copied).map(|it| it.key)
    }

    /// Keeps the values of a member at `node`.
    pub(crate) fn insert(&mut self, token: TokenId, key: Symbol, node: Node) {
        self.member(token, key).node = node;
    }

    /// Notes that the object has a member from its making on.
    pub(crate) fn own(&mut self, token: TokenId, key: Symbol) {
        self.member(token, key).is_own = true;
    }

    /// Notes that something writes the member after the object was made.
    pub(crate) fn store(&mut self, token: TokenId, key: Symbol) {
        self.member(token, key).is_stored = true;
    }

    /// Whether something writes the member after the object was made.
    pub(crate) fn is_stored(&self, token: TokenId, key: Symbol) -> bool {
        self.find(token, key).is_some_and(|at| self.of(token)[at].is_stored)
    }

    /// The names of the members that `token` has from its making on.
    pub(crate) fn own_names(&self, token: TokenId) -> impl Iterator<Item = Symbol> {
        self.of(token).iter().filter(|member| member.is_own).map(|member| member.key)
    }

    /// Notes that the object has a copy of a member; whether nothing was known of it before.
    pub(crate) fn copy(&mut self, token: TokenId, key: Symbol) -> bool {
        let member = self.member(token, key);
        let is_new = member.node == NONE && !member.is_copied;
        member.is_copied = true;
        is_new
    }

    fn member(&mut self, token: TokenId, key: Symbol) -> &mut Property {
        let Place { object, member } = self.place(token, key);
        &mut self.members[object as usize][member as usize]
    }

    /// Adds a member that `token`, whose number is `object`, lacks; its place.
    fn add(&mut self, token: TokenId, object: usize, key: Symbol) -> usize {
        let (is_own, is_copied, is_stored) = (false, false, false);
        self.hidden[object] |= bit(key);
        let members = &mut self.members[object];
        members.push(Property { key, node: NONE, is_own, is_copied, is_stored });
        let at = members.len() - 1;
        if at == FEW {
            let all = members.iter().zip(0..);
            self.index.extend(all.map(|(member, at)| ((token, member.key), at)));
        } else if at > FEW {
            self.index.insert((token, key), at as u32);
        }
        at
    }

    fn object(&mut self, token: TokenId) -> usize {
        let at = token.0 as usize;
        if at >= self.objects.len() {
            self.objects.resize(at + 1, 0);
        }
        if self.objects[at] == 0 {
            self.members.push(Vec::new());
            self.hidden.push(0);
            self.objects[at] = self.members.len() as u32;
        }
        self.objects[at] as usize - 1
    }
}

/// The place of the hidden member `key` among all; of any other member nothing.
fn bit(key: Symbol) -> u8 {
    if key.0 < hidden::COUNT as u32 { 1 << key.0 } else { 0 }
}

impl Values {
    /// Whether nothing is known to give the object `token` the member `key`, nor one of an unknown name.
    pub(crate) fn is_without(&self, token: Token, key: Symbol) -> bool {
        let holds = |key| {
            let node = self.property(token, key);
            node.is_some_and(|node| self.each(node).next().is_some())
        };
        !self.has_own(token, key) && !holds(key) && !holds(hidden::ANY)
    }
}
