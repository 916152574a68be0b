//! Which name has a text, without the texts.

use std::hash::BuildHasher;
use std::num::NonZeroU32;

use rustc_hash::FxBuildHasher;

use super::tree::Name;

/// Slots of an index that has any.
const FEWEST: usize = 16;

/// The names of a script by the hashes of their texts.
///
/// A name stands in the slot that its hash says, or in the next free one behind; at most three
/// quarters of the slots are taken.
#[derive(Clone, Debug, Default)]
pub(super) struct NameIndex {
    /// None, or a power of two.
    slots: Vec<Option<Slot>>,
    taken: usize,
}

#[derive(Clone, Copy, Debug)]
struct Slot {
    hash: NonZeroU32,
    name: Name,
}

/// The hash of a name's text.
pub(super) fn hash_of(text: &str) -> NonZeroU32 {
    let hash = FxBuildHasher.hash_one(text);
    NonZeroU32::MIN | (hash ^ hash >> 32) as u32
}

impl NameIndex {
    /// The name with `hash` that is wanted.
    pub(super) fn find(&self, hash: NonZeroU32, is_wanted: impl Fn(Name) -> bool) -> Option<Name> {
        let mut at = first(hash);
        while let Some(slot) = self.slots.get(self.place(at))?.as_ref() {
            if slot.hash == hash && is_wanted(slot.name) {
                return Some(slot.name);
            }
            at += 1;
        }
        None
    }

    /// Adds `name`, which is not there yet.
    pub(super) fn add(&mut self, hash: NonZeroU32, name: Name) {
        if (self.taken + 1) * 4 > self.slots.len() * 3 {
            let size = (self.slots.len() * 2).max(FEWEST);
            let before = std::mem::replace(&mut self.slots, vec![None; size]);
            before.into_iter().flatten().for_each(|slot| self.put(slot));
        }
        self.taken += 1;
        self.put(Slot { hash, name });
    }

    fn put(&mut self, slot: Slot) {
        let mut at = first(slot.hash);
        while self.slots[self.place(at)].is_some() {
            at += 1;
        }
        let place = self.place(at);
        self.slots[place] = Some(slot);
    }

    /// The slot that `at` falls on.
    fn place(&self, at: usize) -> usize {
        at & self.slots.len().wrapping_sub(1)
    }
}

/// Where the search begins; the lowest bit is set in all hashes.
fn first(hash: NonZeroU32) -> usize {
    hash.get() as usize >> 1
}
