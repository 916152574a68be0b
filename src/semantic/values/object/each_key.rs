//! Calls of every member of an object in turn: `for (const name in plugins) plugins[name].install(app)`,
//! `Object.keys(hooks).forEach((name) => hooks[name]())`.
//!
//! Only what the walk itself calls is followed, and only where no condition picks out some members: what
//! it stores under their names elsewhere would otherwise be taken for any of them.

use crate::semantic::values::solve::{Solver, This, Watch};
use crate::semantic::values::{CallId, InstanceId, Node, Token};
use crate::syntax::script::{
    Binary, BindingId, Call, ExprId, ExprKind, FunctionId, Name, RegionKind, Script,
};

/// Conditions and the places of objects are looked into no deeper than this.
const DEEPEST: u32 = 8;

/// What a call runs of the member that a walk has come to.
#[derive(Clone, Copy)]
enum Callee {
    /// The member itself, on the object or on nothing.
    Member { on_object: bool },
    /// A method of the member.
    Method(Name),
}

/// The members of an object that a walk goes through.
struct Walk<'a> {
    script: &'a Script,
    /// The object.
    object: ExprId,
    /// The variable that holds the name of the member.
    key: BindingId,
    /// The variable that holds the member, if one does.
    member: Option<BindingId>,
    /// The method of the member that is called.
    method: Option<Name>,
}

impl<'a> Solver<'a> {
    /// Lets `call`, made by `site`, run the members of an object that is gone through.
    pub(in crate::semantic::values) fn call_each(
        &mut self,
        instance: InstanceId,
        script: &'a Script,
        (expr, site): (ExprId, CallId),
        call: &Call,
    ) {
        if call.is_new {
            return;
        }
        let (from, callee) = match script.kind(call.callee) {
            ExprKind::Member { object, property, .. } => (*object, Callee::Method(*property)),
            ExprKind::Index { .. } => (call.callee, Callee::Member { on_object: true }),
            _ => (call.callee, Callee::Member { on_object: false }),
        };
        let keys = &self.facts[self.file_of(instance).index()].keys;
        let walk = Walk::new(script, keys, from, script.expr(expr).function);
        let Some(mut walk) = walk else { return };
        if let Callee::Method(name) = callee
            && !matches!(script.name(name), "call" | "apply")
        {
            walk.method = Some(name);
        }
        let found = self.grow(1);
        let object = self.value(instance, script, walk.object);
        match walk.picked(expr) {
            Picked::All => self.any_member(object, found),
            Picked::One(name) => {
                let property = self.name(instance, name);
                self.watch(object, Watch::Load { property, into: found });
            }
            Picked::Some => return,
        }
        let watch = match callee {
            Callee::Method(name) => {
                Watch::Method { call: site, property: self.name(instance, name) }
            }
            Callee::Member { on_object: true } => {
                Watch::Call { call: site, this: This::Node(object) }
            }
            Callee::Member { on_object: false } => Watch::Call { call: site, this: This::Nothing },
        };
        self.watch(found, watch);
    }

    /// `into` gets every member of every object in `from`.
    fn any_member(&mut self, from: Node, into: Node) {
        let copy = self.grow(1);
        let copy = self.token(Token::Object(copy));
        self.watch(from, Watch::Spread { into: copy });
        self.any_value(copy, into);
    }
}

/// Which members conditions on the name leave.
enum Picked {
    All,
    One(Name),
    Some,
}

impl<'a> Walk<'a> {
    /// The walk whose present member `expr` is, if `function` makes it itself. By function, `keys` tells
    /// the object whose names it is called back with.
    fn new(
        script: &'a Script,
        keys: &rustc_hash::FxHashMap<FunctionId, ExprId>,
        expr: ExprId,
        function: FunctionId,
    ) -> Option<Self> {
        let (member, read) = match script.kind(expr) {
            ExprKind::Binding(binding) => (Some(*binding), script.only_value(*binding)?),
            _ => (None, expr),
        };
        let ExprKind::Index { object, index } = script.kind(read) else { return None };
        let ExprKind::Binding(key) = script.kind(*index) else { return None };
        let bound = script.only_value(*key)?;
        let is_here = |binding: BindingId| script.binding(binding).function == function;
        if !is_here(*key) || !member.is_none_or(is_here) {
            return None;
        }
        let walked = match script.kind(bound) {
            // `for (key in object)`
            ExprKind::Unknown(of) => match &**of {
                [object] => *object,
                _ => return None,
            },
            // `for (key of Object.keys(object))`
            ExprKind::Element(list) => keys_of(script, *list)?,
            ExprKind::Param(0) => *keys.get(&function)?,
            _ => return None,
        };
        let walk = Self { script, object: *object, key: *key, member, method: None };
        is_same(script, walked, *object, DEEPEST).then_some(walk)
    }

    /// Which members the conditions around `call` leave.
    fn picked(&self, call: ExprId) -> Picked {
        let mut picked = Picked::All;
        for (_, region) in self.script.enclosing(self.script.expr(call).region) {
            match region.kind {
                RegionKind::Branch { condition, taken } => match self.named(condition, taken) {
                    Some(name) => picked = Picked::One(name),
                    None if self.asks_which(condition, DEEPEST) => return Picked::Some,
                    None => {}
                },
                RegionKind::Case { .. } | RegionKind::Fallen | RegionKind::Beside { .. } => {
                    return Picked::Some;
                }
                _ => {}
            }
        }
        picked
    }

    /// The name that the member has where `condition` is as `taken` says.
    fn named(&self, condition: ExprId, taken: bool) -> Option<Name> {
        let ExprKind::Binary { operator, left, right } = self.script.kind(condition) else {
            return None;
        };
        let is_equal = matches!(operator, Binary::Equal | Binary::Same) && taken
            || matches!(operator, Binary::NotEqual | Binary::NotSame) && !taken;
        let both = [(*left, *right), (*right, *left)];
        both.into_iter().filter(|_| is_equal).find_map(|(key, text)| match self.script.kind(text) {
            ExprKind::String(name) if self.is_key(key) => Some(*name),
            _ => None,
        })
    }

    /// Whether `condition` can tell members apart by more than that they are there.
    fn asks_which(&self, condition: ExprId, depth: u32) -> bool {
        let Some(depth) = depth.checked_sub(1) else { return true };
        let script = self.script;
        let asks = |part: &ExprId| self.asks_which(*part, depth);
        match script.kind(condition) {
            _ if self.is_member(condition) => false,
            ExprKind::Member { object, property, .. } if self.is_member(*object) => {
                Some(*property) != self.method
            }
            ExprKind::Not(operand) | ExprKind::TypeOf(operand) => asks(operand),
            ExprKind::Logical { left, right, .. } => asks(left) || asks(right),
            ExprKind::Binary { left, right, .. } if self.is_kind(*left) || self.is_kind(*right) => {
                asks(left) || asks(right)
            }
            ExprKind::Call(call) if script.is_own_test(call) => false,
            _ => self.mentions(condition, depth),
        }
    }

    /// Whether comparing with `expr` tells no more than whether there is something, and of which kind.
    fn is_kind(&self, expr: ExprId) -> bool {
        matches!(self.script.kind(expr), ExprKind::TypeOf(_) | ExprKind::Undefined | ExprKind::Null)
    }

    /// Whether `expr` is made of the name or the member.
    fn mentions(&self, expr: ExprId, depth: u32) -> bool {
        let Some(depth) = depth.checked_sub(1) else { return true };
        let mut parts = self.script.kind(expr).operands().into_iter();
        self.is_key(expr) || self.is_member(expr) || parts.any(|part| self.mentions(part, depth))
    }

    fn is_key(&self, expr: ExprId) -> bool {
        *self.script.kind(expr) == ExprKind::Binding(self.key)
    }

    /// Whether `expr` is the member that the walk has come to.
    fn is_member(&self, expr: ExprId) -> bool {
        match self.script.kind(expr) {
            ExprKind::Binding(binding) => Some(*binding) == self.member,
            ExprKind::Index { index, .. } => self.is_key(*index),
            _ => false,
        }
    }
}

/// The object whose names `list` has: `Object.keys(object)`.
pub(in crate::semantic::values) fn keys_of(script: &Script, list: ExprId) -> Option<ExprId> {
    let ExprKind::Call(call) = script.kind(list) else { return None };
    let [object] = &*call.arguments else { return None };
    (script.global_member(call.callee) == Some(("Object", "keys"))).then_some(object.value)
}

/// Whether two expressions read the same variable or the same member of one.
fn is_same(script: &Script, one: ExprId, other: ExprId, depth: u32) -> bool {
    let Some(depth) = depth.checked_sub(1) else { return false };
    match (script.kind(one), script.kind(other)) {
        (ExprKind::This, ExprKind::This) => true,
        (ExprKind::Binding(one), ExprKind::Binding(other)) => one == other,
        (
            ExprKind::Member { object: one, property, .. },
            ExprKind::Member { object, property: name, .. },
        ) => property == name && is_same(script, *one, *object, depth),
        _ => false,
    }
}
