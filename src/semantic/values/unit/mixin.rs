//! Mixins: whose members win over whose.
//!
//! A component's own methods replace those of its mixins, and a later mixin's those of an earlier one,
//! so that neither `this.load()` nor a template leads to what is replaced. Hooks all run. The order is
//! certain only where the list of mixins is one array whose items are known, so that mixins are
//! looked at when all has settled, and again when more has become known.

use crate::platform::is_hook;
use crate::project::UnitId;
use crate::semantic::symbols::{Symbol, hidden};
use crate::semantic::values::solve::{Solver, Watch};
use crate::semantic::values::{Node, Token, TokenId};

use super::register::{Container, Registration};
use rustc_hash::{FxHashMap, FxHashSet};

/// Beyond this many objects that win over a mixin the first count.
const MOST_OVER: usize = 32;

/// Of a unit with more mixins of mixins than this it is not told which of the further ones win.
const MOST_LISTS: u32 = 64;

/// The objects whose members win over those of another: the number of the last, or 0 for none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(in crate::semantic::values) struct Over(u32);

/// The mixins of a registration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct List {
    registration: Registration,
    /// What they are mixed into.
    owner: TokenId,
    mixins: Node,
}

/// What is known of mixins.
#[derive(Debug, Default)]
pub(in crate::semantic::values) struct Mixins {
    lists: Vec<List>,
    listed: FxHashSet<List>,
    /// How many lists each unit has.
    counts: FxHashMap<UnitId, u32>,
    /// Each object that wins over others, and what else does.
    over: Vec<(TokenId, Over)>,
    numbers: FxHashMap<(TokenId, Over), Over>,
    /// Objects as units see them: without the members that others replace.
    seen: FxHashMap<TokenId, (TokenId, Over)>,
    known: FxHashSet<(TokenId, Registration)>,
}

impl Mixins {
    fn over(&self, over: Over) -> Option<(TokenId, Over)> {
        self.over.get((over.0 as usize).checked_sub(1)?).copied()
    }

    fn all_over(&self, over: Over) -> impl Iterator<Item = TokenId> {
        let first = self.over(over);
        std::iter::successors(first, |(_, next)| self.over(*next)).map(|(token, _)| token)
    }

    /// `token`, and what wins over it.
    fn and(&mut self, token: TokenId, over: Over) -> Over {
        if self.all_over(over).take(MOST_OVER).count() == MOST_OVER {
            return over;
        }
        let next = Over(self.over.len() as u32 + 1);
        let number = *self.numbers.entry((token, over)).or_insert(next);
        if number == next {
            self.over.push((token, over));
        }
        number
    }

    /// Notes that `token` is registered like this; whether that is new.
    pub(in crate::semantic::values) fn is_new(
        &mut self,
        token: TokenId,
        registration: Registration,
    ) -> bool {
        self.known.insert((token, registration))
    }

    /// The object that a unit sees as `token`, and what wins over it.
    pub(in crate::semantic::values) fn seen(&self, token: TokenId) -> Option<(TokenId, Over)> {
        self.seen.get(&token).copied()
    }
}

impl Solver<'_> {
    /// `mixins` are mixed into `owner`, which is registered like this.
    pub(in crate::semantic::values) fn take_mixins(
        &mut self,
        mut registration: Registration,
        owner: TokenId,
        mixins: Node,
    ) {
        let count = self.mixins.counts.entry(registration.unit).or_default();
        *count += 1;
        if *count > MOST_LISTS {
            registration.over = Over::default();
        }
        let list = List { registration, owner, mixins };
        if self.mixins.listed.insert(list) {
            self.mixins.lists.push(list);
        }
    }

    /// Registers the mixins that became known; whether there are any.
    pub(in crate::semantic::values) fn lay_mixins(&mut self) -> bool {
        let mut is_new = false;
        let mut at = 0;
        while let Some(list) = self.mixins.lists.get(at).copied() {
            is_new |= self.lay(list);
            at += 1;
        }
        is_new
    }

    /// Registers the mixins of `list`, the last first.
    fn lay(&mut self, List { registration, owner, mixins }: List) -> bool {
        let mut over = self.with_own(registration, owner);
        let mut is_new = false;
        for (item, is_certain) in self.items_in_order(mixins).into_iter().rev() {
            let registration = Registration { over, ..registration };
            if !self.mixins.known.contains(&(item, registration)) {
                is_new |= self.register_mixin(registration, item);
            }
            if is_certain {
                over = self.with_own(registration, item);
            }
        }
        is_new
    }

    fn register_mixin(&mut self, registration: Registration, mixin: TokenId) -> bool {
        self.register(registration, mixin);
        if !self.mixins.known.contains(&(mixin, registration)) {
            return false;
        }
        if registration.container == Container::Page {
            self.page_mixin(registration, mixin);
        }
        true
    }

    /// What a `mixin` gives a page besides members: its `methods` and `rootEvents`.
    fn page_mixin(&mut self, registration: Registration, mixin: TokenId) {
        let parts = [("methods", Container::Methods), ("rootEvents", Container::Events)];
        for (name, container) in parts {
            let (property, into) = (self.symbol(name), self.grow(1));
            self.load(mixin, property, into);
            self.watch(into, Watch::Register(Registration { container, ..registration }));
        }
    }

    /// The mixins in `list`, and of each whether it certainly is mixed in after those before it.
    fn items_in_order(&mut self, list: Node) -> Vec<(TokenId, bool)> {
        let lists = self.now(list);
        let mut all = Vec::new();
        for token in &lists {
            let items = match self.values.token(*token) {
                Token::Array(_) => self.values.properties.get(*token, hidden::ITEMS),
                _ => None,
            };
            all.extend(items.map_or_else(|| vec![*token], |items| self.now(items)));
        }
        let mut ordered = Vec::with_capacity(all.len());
        if let [only] = lists[..] {
            for at in 0..all.len() {
                let key = self.symbol(&at.to_string());
                let Some(item) = self.values.properties.get(only, key) else { break };
                let values = self.now(item);
                let is_certain = values.len() == 1 && !self.values.properties.is_stored(only, key);
                ordered.extend(values.into_iter().map(|it| (it, is_certain)));
            }
        }
        if all.iter().all(|item| ordered.iter().any(|(it, _)| it == item)) {
            return ordered;
        }
        all.into_iter().map(|item| (item, false)).collect()
    }

    /// What wins over the mixins of `token`, which is registered like this: what wins over it, and
    /// itself.
    fn with_own(&mut self, registration: Registration, token: TokenId) -> Over {
        let mut over = registration.over;
        if !matches!(self.values.token(token), Token::Object(_)) {
            return over;
        }
        if registration.container == Container::Page {
            over = self.mixins.and(token, over);
        }
        let key = self.symbol("methods");
        let properties = &self.values.properties;
        let is_copied = properties.get(token, hidden::COPIED).is_some()
            || properties.get(token, hidden::ANY).is_some();
        let is_open = is_copied && !self.is_written_over(token, key);
        if properties.is_own(token, key)
            && !properties.is_stored(token, key)
            && !is_open
            && let Some(methods) = properties.get(token, key)
            && let [methods] = self.now(methods)[..]
        {
            over = self.mixins.and(methods, over);
        }
        over
    }

    /// Whether something that wins over an object surely has the member `key`.
    pub(in crate::semantic::values) fn is_outdone(&self, over: Over, key: Symbol) -> bool {
        self.mixins.all_over(over).any(|token| self.values.properties.is_own(token, key))
    }

    /// Whether the host never runs the member `key` of what is registered like this: other than of
    /// methods, it runs all hooks of a name.
    pub(in crate::semantic::values) fn is_replaced_member(
        &self,
        registration: Registration,
        key: Symbol,
    ) -> bool {
        let name = self.values.symbols.text(key);
        matches!(registration.container, Container::Page | Container::Methods)
            && !is_hook(name)
            && name != "data"
            && self.is_outdone(registration.over, key)
    }

    /// `token` as a unit sees it below what wins over it.
    pub(in crate::semantic::values) fn seen_below(
        &mut self,
        over: Over,
        token: TokenId,
    ) -> TokenId {
        if over == Over::default() {
            return token;
        }
        let seen = self.grow(1);
        let seen = self.token(Token::Instance(seen));
        self.mixins.seen.insert(seen, (token, over));
        seen
    }
}
