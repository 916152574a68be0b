//! Which values each expression can have: functions, objects, wallet APIs and constants.
//!
//! A flow-insensitive points-to analysis in the manner of Andersen, over the whole program:
//! every expression, variable, return and property is a [`Node`] with a set of [`Token`]s;
//! assignments are edges, and property reads, writes and calls are watches that add edges
//! when a token arrives. A function with parameters is analysed once for each call that reaches
//! it ([`Instance`]), within a budget, so that what one caller hands over does not come out at
//! another.

pub(crate) mod builtin;
mod call;
mod chain;
mod collect;
mod facts;
mod folded;
mod generate;
mod instance;
mod lost;
mod module;
mod object;
mod read;
mod set;
mod solve;
mod throw;
mod truth;
mod unit;
mod unknown;
pub(crate) mod wallet;

pub use collect::Coverage;
pub(crate) use collect::Unsettled;
pub(super) use instance::At;
pub use instance::{FunctionNode, Instance, InstanceId};
pub use unit::register::{Container, HostMember};
pub(crate) use unknown::UNREAD_DIALOG;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::symbols::{Symbol, Symbols, hidden};
use crate::project::UnitId;
use crate::source::FileId;
use crate::syntax::script::{ExprId, FunctionId, RegionId, Script};
use set::Sets;

/// A place that holds values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Node(pub(crate) u32);

/// An interned [`Token`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TokenId(pub(crate) u32);

/// A call, made by the program or by what it calls, in one instance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CallId(pub(crate) u32);

/// An abstract value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Token {
    /// A closure of a function, made in an instance.
    Function(InstanceId, FunctionId),
    /// A function's own `prototype`.
    Prototype(TokenId),
    /// An object literal, by the node of the expression that makes it.
    Object(Node),
    /// What `new` or `Object.create` makes: an object with a prototype.
    Instance(Node),
    /// An array.
    Array(Node),
    /// A `Map`, `Set` or iterator.
    Collection(Node),
    /// A promise.
    Promise(Node),
    /// The function that settles a promise; `true` for the rejecting one.
    Settle(TokenId, bool),
    /// What the host gives, by its path: `my`, `my.getAuthCode`, `my.getAuthCode()` (an
    /// answer), `my.getAuthCode!` (a failure).
    Host(Symbol),
    /// `Function.prototype.bind`'s result.
    Bound(u32),
    /// `module` of a CommonJS file.
    Module(FileId),
    /// `exports` of a file, and its namespace.
    Exports(FileId),
    /// The running app, page or component.
    Unit(UnitId),
    /// `this.props` of a component.
    Props(UnitId),
    /// `this.data`.
    Data(UnitId),
    /// A parent's method, handed to a component by name.
    Handler(UnitId, Symbol),
    /// A string constant.
    Text(Symbol),
    /// `true` or `false`.
    Bool(bool),
    /// `null` or `undefined`.
    Nothing,
    /// A number, or a text that names nothing: nothing that has members, but a known value.
    Plain,
    /// A value out of code that was not read or cannot be followed.
    Unread,
    /// What the uses of a component give it, where they differ or that is not known.
    Given,
    /// A function that gives what the node holds, which its member `a` is, too: what a loader's `n` makes.
    Giver(Node),
}

/// Why a call happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CallKind {
    /// The program calls.
    Call,
    /// The program calls with `new`.
    New,
    /// A getter or setter runs.
    Accessor,
    /// The host calls back: which API, and through which option.
    Callback {
        /// The API's path.
        api: Symbol,
        /// The option's name; `None` for a function handed over by itself.
        option: Option<Symbol>,
    },
    /// `then`, `catch`, `finally` or `await` goes on; `true` after a rejection.
    Continuation {
        /// Whether it goes on after a rejection.
        rejected: bool,
    },
    /// `setTimeout` and the like; `true` where it repeats.
    Timer {
        /// Whether it repeats.
        repeats: bool,
    },
    /// A standard function calls back, such as `forEach`.
    Standard,
    /// Code that was not read was given the function.
    Escape,
}

/// What a call hands over; `true` for a spread argument.
pub(crate) type Arguments = Arc<[(Node, bool)]>;

/// A call.
#[derive(Clone, Debug)]
pub struct CallSite {
    /// The instance it stands in.
    pub instance: InstanceId,
    /// The expression: the call, or the property access that runs an accessor.
    pub expr: ExprId,
    /// The function whose run makes it.
    pub caller: FunctionNode,
    /// Why it happens.
    pub kind: CallKind,
    /// The arguments; `true` for a spread one.
    pub arguments: Arguments,
    /// What it gives.
    pub result: Node,
    /// Whether something it can run is known.
    pub is_resolved: bool,
    /// How many functions it was found to run.
    pub(crate) targets: u32,
}

impl CallSite {
    /// Whether it can run more functions than are followed.
    #[must_use]
    pub fn is_cut(&self) -> bool {
        self.targets > call::MOST_TARGETS
    }
}

/// That a call can run a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CallEdge {
    /// The call.
    pub call: CallId,
    /// The function it runs.
    pub to: FunctionNode,
}

/// That a call can run something of the host.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HostCall {
    /// The call.
    pub call: CallId,
    /// The path of what it runs.
    pub path: Symbol,
}

impl HostCall {
    /// Whether what runs is code that was not read.
    #[must_use]
    pub fn is_unread(&self) -> bool {
        self.path == hidden::ANY
    }
}

/// All values of a program.
#[derive(Clone, Debug, Default)]
pub struct Values {
    /// The names.
    pub symbols: Symbols,
    pub(crate) tokens: Vec<Token>,
    pub(crate) token_ids: FxHashMap<Token, TokenId>,
    pub(crate) sets: Sets,
    pub(crate) instances: Vec<Instance>,
    /// The base instance of each file that is a script.
    pub(crate) bases: Vec<Option<InstanceId>>,
    pub(crate) properties: object::property::Properties,
    /// Which objects copy the members of which, by the former.
    pub(crate) copies: Vec<(TokenId, TokenId)>,
    pub(crate) bound: Vec<builtin::function::BoundFunction>,
    /// All calls.
    pub calls: Vec<CallSite>,
    /// Which call runs which function, by call.
    pub edges: Vec<CallEdge>,
    /// Which call runs what of the host, by call; [`HostCall::is_unread`] for code that was not read.
    pub host_calls: Vec<HostCall>,
    /// The same of those calls that never run, whatever calls their function.
    pub idle_calls: Vec<HostCall>,
    /// Regions that constants of the program keep from running, whatever calls their function.
    pub(crate) idle_regions: FxHashSet<(FileId, RegionId)>,
    /// Which module's top level runs another's, by the place of the reference.
    pub loads: Vec<(FileId, FileId, crate::source::Span)>,
    /// What the host calls on each unit.
    pub host_members: Vec<HostMember>,
    /// Units with a registration, and whether all of its members are known.
    pub registered: BTreeMap<UnitId, bool>,
    /// Units that code which was not read registers.
    pub wrapped: BTreeSet<UnitId>,
    /// Properties of components that are always true, or never, whatever page uses them.
    pub(crate) fixed_properties: BTreeMap<(UnitId, Symbol), bool>,
    /// What units are registered with.
    pub registrations: BTreeMap<UnitId, Vec<(Container, Token)>>,
    /// What was lost anywhere because too much came together: it may be where [`Values::is_cut`].
    pub(crate) lost: Vec<Token>,
    /// Objects and units of which members are called by names that are not known.
    pub(crate) dispatched: BTreeSet<Token>,
    /// Functions that the host calls when it likes: who registers them, through which API.
    pub callbacks: Vec<(CallId, Symbol, Node)>,
    /// The pieces of the addresses that requests go to, as far as they are not texts that stand there.
    pub(crate) addresses: BTreeMap<CallId, Vec<Node>>,
    pub(crate) name_symbols: Vec<Vec<Symbol>>,
}

impl Values {
    /// The token behind `id`.
    #[must_use]
    pub fn token(&self, id: TokenId) -> Token {
        self.tokens[id.0 as usize]
    }

    /// The values of `node`, in a stable order.
    #[must_use]
    pub fn of(&self, node: Node) -> Vec<Token> {
        self.each(node).collect()
    }

    /// The values of `node`, in the same order.
    pub fn each(&self, node: Node) -> impl Iterator<Item = Token> {
        self.sets.get(node).iter().map(|id| self.token(*id))
    }

    /// Whether `node` may have had more values than are kept.
    pub(crate) fn is_cut(&self, node: Node) -> bool {
        self.sets.is_full(node)
    }

    /// The node of a property of `token`, if anything reads or writes it.
    #[must_use]
    pub fn property(&self, token: Token, key: Symbol) -> Option<Node> {
        self.properties.get(*self.token_ids.get(&token)?, key)
    }

    /// The members of `token` that anything reads or writes.
    pub(crate) fn keys(&self, token: Token) -> impl Iterator<Item = (Symbol, Node)> {
        let id = self.token_ids.get(&token);
        id.into_iter().flat_map(|id| self.properties.keys(*id))
    }

    /// The names of the members of `token` that anything reads, writes or copies.
    pub(crate) fn names(&self, token: Token) -> impl Iterator<Item = Symbol> {
        let id = self.token_ids.get(&token);
        id.into_iter().flat_map(|id| self.properties.names(*id))
    }

    /// Whether `token` is an object that has the member `key` from its making on.
    pub(crate) fn has_own(&self, token: Token, key: Symbol) -> bool {
        self.token_ids.get(&token).is_some_and(|id| self.properties.is_own(*id, key))
    }

    /// Whether something writes the member `key` of `token` after the object was made.
    pub(crate) fn is_stored(&self, token: Token, key: Symbol) -> bool {
        self.token_ids.get(&token).is_some_and(|id| self.properties.is_stored(*id, key))
    }

    /// The node of the expression `expr` as seen in `instance`.
    #[must_use]
    pub fn expr(&self, instance: InstanceId, expr: ExprId) -> Option<Node> {
        self.copies(instance).find_map(|(_, copy)| copy.expr(expr))
    }

    /// The instance and function behind a node of the call graph.
    #[must_use]
    pub fn function(&self, node: FunctionNode) -> (InstanceId, FunctionId) {
        let after = self.instances.partition_point(|instance| instance.functions <= node.0);
        let at = after.saturating_sub(1);
        let instance = &self.instances[at];
        let function = instance.extent.functions.0 + node.0 - instance.functions;
        (InstanceId(at as u32), FunctionId(function))
    }

    /// The function of which `node` is a copy.
    #[must_use]
    pub fn written(&self, node: FunctionNode) -> (FileId, FunctionId) {
        let (instance, function) = self.function(node);
        (self.instance(instance).file, function)
    }

    /// The number of nodes of the call graph.
    #[must_use]
    pub fn function_count(&self) -> usize {
        self.instances.last().map_or(0, |last| {
            (last.functions + last.extent.functions.1 - last.extent.functions.0) as usize
        })
    }

    /// The base instance of a file.
    #[must_use]
    pub fn base(&self, file: FileId) -> Option<InstanceId> {
        self.bases.get(file.index()).copied().flatten()
    }

    /// Whether `expr` of `script`, seen in `instance`, never runs, whatever calls its function.
    pub(crate) fn never_runs(&self, instance: InstanceId, script: &Script, expr: ExprId) -> bool {
        script.never_runs(expr)
            || !self.idle_regions.is_empty()
                && self
                    .idle_regions
                    .contains(&(self.instance(instance).file, script.expr(expr).region))
    }

    /// All calls with their ids.
    pub fn all_calls(&self) -> impl Iterator<Item = (CallId, &CallSite)> {
        (0..).map(CallId).zip(&self.calls)
    }

    /// The call behind `id`.
    #[must_use]
    pub fn call(&self, id: CallId) -> &CallSite {
        &self.calls[id.0 as usize]
    }

    /// The copy that `function` belongs to as seen in `instance`.
    pub(crate) fn holder(&self, instance: InstanceId, function: FunctionId) -> Option<InstanceId> {
        self.copies(instance).find(|(_, copy)| copy.holds(function)).map(|(id, _)| id)
    }

    /// The copy `instance` and those around it, innermost first.
    pub(in crate::semantic::values) fn copies(
        &self,
        instance: InstanceId,
    ) -> impl Iterator<Item = (InstanceId, &Instance)> {
        std::iter::successors(Some(instance), |at| self.instance(*at).around)
            .map(|at| (at, self.instance(at)))
    }

    /// The instance behind `id`.
    #[must_use]
    pub fn instance(&self, id: InstanceId) -> &Instance {
        &self.instances[id.0 as usize]
    }
}
