//! Names of the whole program, interned.

use rustc_hash::FxHashMap;

/// An interned text; equal texts have equal symbols.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Symbol(pub u32);

/// Property keys that no program can write: they begin with a NUL.
pub(crate) mod hidden {
    use super::Symbol;

    /// What is stored under keys that are not known.
    pub(crate) const ANY: Symbol = Symbol(0);
    /// The prototype.
    pub(crate) const PROTO: Symbol = Symbol(1);
    /// The items of an array, collection or iterator.
    pub(crate) const ITEMS: Symbol = Symbol(2);
    /// What a promise is resolved with.
    pub(crate) const VALUE: Symbol = Symbol(3);
    /// What the host gave and an object copies.
    pub(crate) const COPIED: Symbol = Symbol(4);
    /// How many there are.
    pub(crate) const COUNT: usize = 5;
}

/// The texts behind [`Symbol`]s.
#[derive(Clone, Debug)]
pub struct Symbols {
    texts: Vec<Box<str>>,
    ids: FxHashMap<Box<str>, Symbol>,
    members: FxHashMap<(Symbol, Symbol), Symbol>,
    accessors: FxHashMap<(Symbol, bool), Symbol>,
}

impl Default for Symbols {
    fn default() -> Self {
        let mut symbols = Self {
            texts: Vec::new(),
            ids: FxHashMap::default(),
            members: FxHashMap::default(),
            accessors: FxHashMap::default(),
        };
        for hidden in 0..hidden::COUNT {
            symbols.intern(&format!("\0{hidden}"));
        }
        symbols
    }
}

impl Symbols {
    /// The symbol of `text`.
    pub fn intern(&mut self, text: &str) -> Symbol {
        if let Some(symbol) = self.ids.get(text) {
            return *symbol;
        }
        let symbol = Symbol(self.texts.len() as u32);
        self.texts.push(text.into());
        self.ids.insert(text.into(), symbol);
        symbol
    }

    /// The symbol of `text`, if the program has it.
    #[must_use]
    pub fn find(&self, text: &str) -> Option<Symbol> {
        self.ids.get(text).copied()
    }

    /// How many symbols there are; their numbers are the lower ones.
    #[must_use]
    pub(crate) fn count(&self) -> usize {
        self.texts.len()
    }

    /// The text of `symbol`.
    #[must_use]
    pub fn text(&self, symbol: Symbol) -> &str {
        &self.texts[symbol.0 as usize]
    }

    /// The symbol of `object.property`.
    pub(crate) fn member(&mut self, object: Symbol, property: Symbol) -> Symbol {
        if let Some(symbol) = self.members.get(&(object, property)) {
            return *symbol;
        }
        let text = format!("{}.{}", self.text(object), self.text(property));
        let symbol = self.intern(&text);
        self.members.insert((object, property), symbol);
        symbol
    }

    /// The hidden key of the getter (or setter) of `property`.
    pub(crate) fn accessor(&mut self, property: Symbol, setter: bool) -> Symbol {
        if let Some(symbol) = self.accessors.get(&(property, setter)) {
            return *symbol;
        }
        let kind = if setter { "set" } else { "get" };
        let symbol = self.intern(&format!("\0{kind} {}", self.text(property)));
        self.accessors.insert((property, setter), symbol);
        symbol
    }
}
