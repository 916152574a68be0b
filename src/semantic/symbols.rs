//! Names of the whole program, interned.

use std::sync::Arc;

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
    /// What is stored under names that are computed and known.
    pub(crate) const COMPUTED: Symbol = Symbol(5);
    /// How many there are.
    pub(crate) const COUNT: usize = 6;
}

/// Names that mean something to the language; any program can write them.
pub(crate) mod known {
    use super::{Symbol, hidden};

    const FIRST: u32 = hidden::COUNT as u32;

    /// `prototype`
    pub(crate) const PROTOTYPE: Symbol = Symbol(FIRST);
    /// `__proto__`
    pub(crate) const PROTO: Symbol = Symbol(FIRST + 1);

    /// The texts, in the order of their symbols. Behind the first two, other names of the global object.
    pub(super) const TEXTS: [&str; 6] =
        ["prototype", "__proto__", "globalThis", "global", "window", "self"];

    /// Whether `name` stands for the global object.
    pub(crate) fn is_global_object(name: Symbol) -> bool {
        name.0 > PROTO.0 && name.0 < FIRST + TEXTS.len() as u32
    }
}

/// What else a name is made into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Derived {
    /// The hidden key of the getter of a member.
    Getter,
    /// The hidden key of the setter of a member.
    Setter,
    /// What an API answers.
    Answer,
    /// What an API fails with.
    Failure,
}

/// The texts behind [`Symbol`]s.
#[derive(Clone, Debug)]
pub struct Symbols {
    texts: Vec<Arc<str>>,
    ids: FxHashMap<Arc<str>, Symbol>,
    members: FxHashMap<(Symbol, Symbol), Symbol>,
    derived: FxHashMap<(Symbol, Derived), Symbol>,
}

impl Default for Symbols {
    fn default() -> Self {
        let mut symbols = Self {
            texts: Vec::new(),
            ids: FxHashMap::default(),
            members: FxHashMap::default(),
            derived: FxHashMap::default(),
        };
        for hidden in 0..hidden::COUNT {
            symbols.intern(&format!("\0{hidden}"));
        }
        for text in known::TEXTS {
            symbols.intern(text);
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
        let text: Arc<str> = text.into();
        self.texts.push(Arc::clone(&text));
        self.ids.insert(text, symbol);
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

    /// The text of `symbol`, to be kept while symbols are made.
    pub(crate) fn shared(&self, symbol: Symbol) -> Arc<str> {
        Arc::clone(&self.texts[symbol.0 as usize])
    }

    /// The symbol of `object.property`, if it was made before.
    pub(crate) fn known_member(&self, object: Symbol, property: Symbol) -> Option<Symbol> {
        self.members.get(&(object, property)).copied()
    }

    /// The symbol of `object.property`.
    pub(crate) fn member(&mut self, object: Symbol, property: Symbol) -> Symbol {
        if let Some(symbol) = self.known_member(object, property) {
            return symbol;
        }
        let text = format!("{}.{}", self.text(object), self.text(property));
        let symbol = self.intern(&text);
        self.members.insert((object, property), symbol);
        symbol
    }

    /// The hidden key of the getter (or setter) of `property`.
    pub(crate) fn accessor(&mut self, property: Symbol, setter: bool) -> Symbol {
        self.derived(property, if setter { Derived::Setter } else { Derived::Getter })
    }

    /// What `name` is made into.
    pub(crate) fn derived(&mut self, name: Symbol, derived: Derived) -> Symbol {
        if let Some(symbol) = self.derived.get(&(name, derived)) {
            return *symbol;
        }
        let text = self.text(name);
        let text = match derived {
            Derived::Getter => format!("\0get {text}"),
            Derived::Setter => format!("\0set {text}"),
            Derived::Answer => format!("{text}()"),
            Derived::Failure => format!("{text}!"),
        };
        let symbol = self.intern(&text);
        self.derived.insert((name, derived), symbol);
        symbol
    }
}
