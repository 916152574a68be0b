//! The fixpoint: a worklist of nodes with new values.

use std::cell::OnceCell;
use std::collections::VecDeque;

use super::builtin::array::Walk;
use super::chain::{Links, Numbered};
use super::facts::FileFacts;
use super::instance::Copies;
use super::instance::dead::Fates;
pub(super) use super::instance::receiver::This;
use super::instance::unchanged::Changes;
use super::module::chunk::Chunks;
use super::object::computed::Unnamed;
use super::object::spread::Spreads;
use super::unit::mixin::Mixins;
use super::unit::props::Gifts;
use super::unit::register::Registration;
use super::unit::{Family, units_of_file};
use super::wallet::added::AddedMembers;
use super::{CallId, Container, HostMember, InstanceId, Node, Token, TokenId, Values};
use crate::platform::Platform;
use crate::project::{Project, UnitId};
use crate::semantic::exported::Exported;
use crate::semantic::symbols::Symbol;
use crate::syntax::File;
use crate::syntax::script::{ExprId, FunctionId, Name};
use rustc_hash::{FxHashMap, FxHashSet};

/// The array that items are placed in, and their first number here and there.
pub(super) type Placed = (TokenId, (u32, u32));

/// What happens when a value arrives at a node.
#[derive(Clone, Copy, Debug)]
pub(super) enum Watch {
    /// It is read from.
    Load { property: Symbol, into: Node },
    /// It is written to.
    Store { property: Symbol, from: Node },
    /// A member that the object in front of it lacks is read from it.
    Inherit { property: Symbol, into: Node },
    /// It is read from with a key out of `index`.
    IndexLoad { index: Node, into: Node },
    /// It is a key to read `object` with.
    LoadKey { object: Node, into: Node },
    /// It is written to with a key out of `index`.
    IndexStore { index: Node, from: Node },
    /// It is a key to write `object` with.
    StoreKey { object: Node, from: Node },
    /// Its method is called.
    Method { call: CallId, property: Symbol },
    /// Its method is called by a key out of `index`.
    IndexMethod { call: CallId, index: Node },
    /// It is the key of a method that is called on `object`.
    MethodKey { call: CallId, object: Node },
    /// It is called.
    Call { call: CallId, this: This },
    /// It is iterated.
    Items { into: Node },
    /// It is an item, or an array of items.
    Flatten { into: Node },
    /// Its items, those from number `from` on, are placed in an array from number `at` on.
    Place { into: TokenId, at: u32, from: u32 },
    /// It is a key and a value of a map.
    Pair { map: TokenId },
    /// A promise is resolved with it.
    Adopt { promise: TokenId },
    /// It is rejected.
    Reason { into: Node },
    /// Its items are awaited, at their positions.
    AwaitAll { into: TokenId },
    /// It is a generator that returns.
    Returned { into: Node },
    /// It is awaited.
    Await { into: Node },
    /// It is looked at only as to whether it is true.
    Truth { into: Node },
    /// It is a module whose default export is read.
    Default { into: Node },
    /// It is parsed, or turned into a text.
    Convert { into: Node, is_parsed: bool },
    /// It is found for the member `key` of `from`, whose members are copied.
    Copy { from: TokenId, key: Symbol },
    /// Its members are copied.
    Spread { into: TokenId },
    /// The members of `from` are copied to it.
    Gather { from: TokenId },
    /// It is the getter or setter of the member of `object` that `index` names.
    Accessor { object: Node, index: Node, setter: bool },
    /// It names the member of `object` whose getter or setter is `function`.
    AccessorKey { object: Node, function: TokenId, setter: bool },
    /// It has `function` as its accessor of that name.
    AccessorOf { accessor: Symbol, function: TokenId },
    /// Its members describe those of `object`.
    Describe { object: Node },
    /// Its prototype is what `from` holds.
    Inherits { from: Node },
    /// It is extended by the class whose constructor is the token.
    Extend { class: TokenId },
    /// Its `prototype` becomes the prototype of the token.
    PrototypeOf { object: TokenId },
    /// It is handed to code that was not read.
    Escape { call: CallId, into: Node },
    /// It holds the callbacks of an API.
    Options { call: CallId, api: Symbol },
    /// It names a module that is loaded.
    Require { call: CallId },
    /// It names an API that is called.
    Dispatch { call: CallId },
    /// It is a piece of the address that the request `call` goes to.
    Address { call: CallId, api: Symbol },
    /// A component is given it.
    Given { into: Node },
    /// It is registered as the unit.
    Register(Registration),
    /// It is a member that the host calls.
    Member { unit: UnitId, container: Container, name: Symbol },
}

/// The state of the fixpoint.
pub(crate) struct Solver<'a> {
    pub(super) values: Values,
    pub(super) files: &'a [File],
    pub(super) project: &'a Project,
    pub(super) platform: &'a Platform,
    pub(super) facts: Vec<FileFacts>,
    /// What scripts export, once something asks.
    pub(super) exported: OnceCell<Exported>,
    /// Which objects are written to, once something asks.
    pub(super) changes: OnceCell<Changes>,
    pub(super) copies: Copies,
    /// What open platforms answer to calls of network APIs.
    pub(super) open_answers: FxHashMap<CallId, Node>,
    /// How many nodes copies may still take.
    pub(super) budget: usize,
    pub(super) globals: FxHashMap<Symbol, Node>,
    pub(super) added: AddedMembers,
    pub(super) chunks: Chunks,
    /// Whether the objects of toolkits stand for the wallet in any script.
    pub(super) has_toolkits: bool,
    pub(super) any_readers: Numbered<Node>,
    /// What is read from objects that may turn out to be copies.
    pub(super) copy_readers: Numbered<(Symbol, Node)>,
    /// What is copied, and to where.
    pub(super) copied_from: Vec<(Node, TokenId)>,
    pub(super) spreads: Spreads,
    pub(super) member_readers: FxHashMap<TokenId, Vec<Node>>,
    pub(super) accessors: FxHashSet<Symbol>,
    /// The first object that an accessor was defined on by a descriptor.
    pub(super) accessor_owners: FxHashMap<TokenId, TokenId>,
    /// Where members are read that may be accessors.
    pub(super) accessed: FxHashSet<(TokenId, Symbol, Node)>,
    /// The expressions that nodes without an expression stand for.
    pub(super) places: FxHashMap<Node, Node>,
    /// What is read from objects that may get a prototype.
    pub(super) prototype_readers: Numbered<(Symbol, Node)>,
    pub(super) async_iterators: FxHashSet<TokenId>,
    /// The arrays that the items of an array are placed in: from which number, and where.
    pub(super) placed: FxHashMap<TokenId, Vec<Placed>>,
    /// The callbacks that run for the items of arrays; `true` for `reduce`.
    pub(super) walks: FxHashMap<(CallId, bool), Walk>,
    /// The promise that what a callback throws rejects, by the callback's result.
    pub(super) made: FxHashMap<Node, TokenId>,
    /// What was read from prototypes.
    pub(super) inherited: FxHashSet<(TokenId, Symbol, Node)>,
    pub(super) called: FxHashSet<(CallId, TokenId, Symbol)>,
    pub(super) known_members: FxHashSet<HostMember>,
    /// What units are registered with an object, and as which part.
    pub(super) registrations: FxHashMap<TokenId, Vec<Registration>>,
    pub(super) mixins: Mixins,
    pub(super) gifts: Gifts,
    /// The first unit that registered a function.
    pub(super) owners: FxHashMap<(InstanceId, FunctionId), UnitId>,
    /// The first object that a function without parameters was called on.
    pub(super) receivers: FxHashMap<(InstanceId, FunctionId), TokenId>,
    pub(super) unit_copies: FxHashMap<(UnitId, InstanceId, FunctionId), InstanceId>,
    pub(super) family: Family,
    /// The units whose script a file is.
    pub(super) units_of_file: Vec<Vec<UnitId>>,
    pub(super) linked: FxHashSet<(CallId, TokenId, This)>,
    /// What is done to members of objects whose names are not known yet, with these.
    pub(super) unnamed: Vec<(TokenId, Node, Unnamed)>,
    /// What is known of the regions of copies that are called with constants.
    pub(super) fates: FxHashMap<InstanceId, Fates>,
    /// What reads of variables get in copies that are called with constants.
    pub(super) last_written: FxHashMap<(InstanceId, ExprId), ExprId>,
    /// Members of literals that are written over before anything reads them.
    pub(super) overwritten: FxHashMap<(InstanceId, ExprId), Vec<Name>>,
    /// How many edges and watches there may be.
    pub(super) limit: usize,
    links: Links,
    work: VecDeque<Node>,
    pending: VecDeque<(Watch, TokenId)>,
}

impl<'a> Solver<'a> {
    pub(super) fn empty(files: &'a [File], project: &'a Project, platform: &'a Platform) -> Self {
        Self {
            values: Values::default(),
            files,
            project,
            platform,
            facts: Vec::new(),
            exported: OnceCell::new(),
            changes: OnceCell::new(),
            copies: Copies::default(),
            open_answers: FxHashMap::default(),
            budget: 0,
            globals: FxHashMap::default(),
            added: AddedMembers::default(),
            chunks: Chunks::default(),
            has_toolkits: false,
            any_readers: Numbered::default(),
            copy_readers: Numbered::default(),
            copied_from: Vec::new(),
            spreads: Spreads::default(),
            member_readers: FxHashMap::default(),
            accessors: FxHashSet::default(),
            accessor_owners: FxHashMap::default(),
            accessed: FxHashSet::default(),
            places: FxHashMap::default(),
            prototype_readers: Numbered::default(),
            async_iterators: FxHashSet::default(),
            placed: FxHashMap::default(),
            walks: FxHashMap::default(),
            made: FxHashMap::default(),
            inherited: FxHashSet::default(),
            called: FxHashSet::default(),
            known_members: FxHashSet::default(),
            registrations: FxHashMap::default(),
            mixins: Mixins::default(),
            gifts: Gifts::default(),
            owners: FxHashMap::default(),
            receivers: FxHashMap::default(),
            unit_copies: FxHashMap::default(),
            family: Family::default(),
            units_of_file: units_of_file(files, project),
            linked: FxHashSet::default(),
            unnamed: Vec::new(),
            fates: FxHashMap::default(),
            last_written: FxHashMap::default(),
            overwritten: FxHashMap::default(),
            limit: usize::MAX,
            links: Links::default(),
            work: VecDeque::new(),
            pending: VecDeque::new(),
        }
    }

    /// Makes room for `count` nodes and what usually hangs on them.
    pub(super) fn reserve(&mut self, count: usize) {
        self.values.sets.reserve(count);
        self.links.reserve(count);
    }

    /// Makes `count` nodes; the first.
    pub(super) fn grow(&mut self, count: usize) -> Node {
        let first = self.values.sets.grow(count);
        self.links.resize(self.values.sets.len());
        first
    }

    /// The id of `token`.
    pub(super) fn token(&mut self, token: Token) -> TokenId {
        let next = TokenId(self.values.tokens.len() as u32);
        let id = *self.values.token_ids.entry(token).or_insert(next);
        if id == next {
            self.values.tokens.push(token);
        }
        id
    }

    /// Adds a value to a node.
    pub(super) fn add(&mut self, node: Node, token: TokenId) {
        if self.values.sets.add(node, token) {
            self.work.push_back(node);
        }
    }

    /// Adds a value to a node.
    pub(super) fn add_token(&mut self, node: Node, token: Token) {
        let token = self.token(token);
        self.add(node, token);
    }

    /// Lets all values of `from` flow into `into`.
    pub(super) fn edge(&mut self, from: Node, into: Node) {
        if from == into || self.is_spent() || !self.links.add_edge(from, into) {
            return;
        }
        for at in 0..self.values.sets.done(from) {
            let token = self.values.sets.get(from)[at];
            self.add(into, token);
        }
    }

    /// Whether the program is so entangled that following it further would cost more than it
    /// tells: what is not linked by then stays unresolved.
    fn is_spent(&self) -> bool {
        self.links.len() > self.limit
    }

    /// Does `watch` for every value of `node`.
    pub(super) fn watch(&mut self, node: Node, watch: Watch) {
        if self.is_spent() {
            return;
        }
        self.links.add_watch(node, watch);
        for at in 0..self.values.sets.done(node) {
            let token = self.values.sets.get(node)[at];
            self.pending.push_back((watch, token));
        }
    }

    /// Runs until nothing changes. Every step adds a value to a node or a watch to a pair of
    /// node and value, of which there are finitely many.
    pub(super) fn settle(&mut self) {
        loop {
            while let Some((watch, token)) = self.pending.pop_front() {
                self.arrive(watch, token);
            }
            let Some(node) = self.work.pop_front() else { return };
            while let Some(token) = self.values.sets.next(node) {
                let (mut edges, mut watches) = self.links.of(node);
                while let Some(into) = self.links.next_edge(&mut edges) {
                    self.add(into, token);
                }
                while let Some(watch) = self.links.next_watch(&mut watches) {
                    self.pending.push_back((watch, token));
                }
            }
        }
    }

    fn arrive(&mut self, watch: Watch, token: TokenId) {
        match watch {
            Watch::Load { property, into } => self.load(token, property, into),
            Watch::Inherit { property, into } => self.inherit(token, property, into),
            Watch::Store { property, from } => self.store(token, property, from),
            Watch::IndexLoad { index, into } => self.index_load(token, index, into),
            Watch::LoadKey { object, into } => self.load_key(object, token, into),
            Watch::IndexStore { index, from } => self.index_store(token, index, from),
            Watch::StoreKey { object, from } => self.store_key(object, token, from),
            Watch::Method { call, property } => self.method(call, token, property),
            Watch::IndexMethod { call, index } => self.index_method(call, token, index),
            Watch::MethodKey { call, object } => self.method_key(call, object, token),
            Watch::Call { call, this } => self.link(call, token, this),
            Watch::Items { into } => self.items(token, into),
            Watch::Returned { into } => {
                let returned = self.returned(token);
                self.edge(returned, into);
            }
            Watch::Place { into, at, from } => self.place_items(token, into, (from, at)),
            Watch::Pair { map } => self.put_pair(map, token),
            Watch::Flatten { into } => self.flatten(token, into),
            Watch::Adopt { promise } => self.adopt(promise, token),
            Watch::Reason { into } => self.rejected(token, into),
            Watch::AwaitAll { into } => self.await_all(token, into),
            Watch::Await { into } => self.unwrap_promise(token, into),
            Watch::Truth { into } => self.truth(token, into),
            Watch::Default { into } => self.default_of(token, into),
            Watch::Convert { into, is_parsed } => self.convert(token, into, is_parsed),
            Watch::Copy { from, key } => self.copy_value(from, key, token),
            Watch::Spread { into } => self.spread(token, into),
            Watch::Gather { from } => self.spread(from, token),
            Watch::Accessor { object, index, setter } => {
                self.watch(index, Watch::AccessorKey { object, function: token, setter });
            }
            Watch::AccessorKey { object, function, setter } => {
                self.name_accessor(object, token, function, setter);
            }
            Watch::AccessorOf { accessor, function } => {
                self.define_accessor(token, accessor, function);
            }
            Watch::Describe { object } => self.describe(object, token),
            Watch::Inherits { from } => self.watch(from, Watch::PrototypeOf { object: token }),
            Watch::Extend { class } => self.extend(class, token),
            Watch::PrototypeOf { object } => self.set_prototype(object, token),
            Watch::Escape { call, into } => self.escape(call, token, into),
            Watch::Options { call, api } => self.options(call, token, api),
            Watch::Require { call } => self.require_token(call, token),
            Watch::Dispatch { call } => self.dispatch(call, token),
            Watch::Address { call, api } => self.address(token, call, api),
            Watch::Given { into } => self.given_value(token, into),
            Watch::Register(registration) => self.register(registration, token),
            Watch::Member { unit, container, name } => self.member(unit, container, name, token),
        }
    }

    /// The file of an instance.
    pub(super) fn file_of(&self, instance: InstanceId) -> crate::source::FileId {
        self.values.instance(instance).file
    }
}
