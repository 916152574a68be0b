//! What the wallets document: profiles, APIs, events, components and words, as data from `rules/data`.

/// The wallets a program is checked for.
#[derive(Clone, Debug, Default)]
pub struct Platform {}
