//! Which arguments of a function, and which keys of theirs, its expressions hold.

use std::cell::Cell;

use rustc_hash::FxHashMap;

use super::expr::{Call, ExprKind};
use super::tree::{BindingId, ExprId, FunctionId, Script};

/// Expressions are looked through no deeper than this.
const DEEPEST: u32 = 12;

/// So many expressions are looked at for one function.
const MOST_STEPS: u32 = 1_000;

/// A function that returns in more places lists no keys.
const MOST_RETURNS: usize = 4;

/// Methods that tell whether an object has a member of its own.
const OWN_TESTS: &[&str] = &["hasOwn", "hasOwnProperty", "propertyIsEnumerable"];

/// What an expression holds of the arguments of a function.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Given {
    /// Something else.
    Other,
    /// Nothing, or an object without members.
    Nothing,
    /// One of the arguments behind the first; of the first so many.
    Merged(u32),
}

impl Given {
    /// What an expression holds that has the value of either.
    fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Other, _) | (_, Self::Other) => Self::Other,
            (Self::Nothing, it) | (it, Self::Nothing) => it,
            (Self::Merged(one), Self::Merged(other)) => Self::Merged(one.max(other)),
        }
    }
}

/// The keys that the function inside takes from its arguments.
pub(super) struct Keys<'s> {
    script: &'s Script,
    function: FunctionId,
    /// What runs for each item of a list: the list, by function.
    callbacks: FxHashMap<FunctionId, ExprId>,
    /// How many expressions may still be looked at.
    left: Cell<u32>,
}

impl<'s> Keys<'s> {
    /// Those of `function`, which consists of `parts`.
    pub(super) fn new(script: &'s Script, function: FunctionId, parts: &[ExprId]) -> Self {
        let mut callbacks = FxHashMap::default();
        for part in parts {
            if let ExprKind::Call(call) = script.kind(*part)
                && let Some((list, callback)) = for_each(script, call)
            {
                callbacks.insert(callback, list);
            }
        }
        Self { script, function, callbacks, left: Cell::new(MOST_STEPS) }
    }

    /// How deep may be looked from here on, if there is anything left.
    fn step(&self, depth: u32) -> Option<u32> {
        self.left.set(self.left.get().checked_sub(1)?);
        depth.checked_sub(1)
    }

    /// What `expr` holds of the arguments.
    pub(super) fn given(&self, expr: ExprId) -> Given {
        self.held(expr, DEEPEST)
    }

    fn held(&self, expr: ExprId, depth: u32) -> Given {
        let Some(depth) = self.step(depth) else { return Given::Other };
        let held = |expr: ExprId| self.held(expr, depth);
        match self.script.kind(expr) {
            ExprKind::Undefined | ExprKind::Null => Given::Nothing,
            ExprKind::Object(members) if members.is_empty() => Given::Nothing,
            ExprKind::Param(1) if self.script.expr(expr).function == self.function => {
                Given::Merged(2)
            }
            ExprKind::Index { object: list, .. } | ExprKind::Element(list)
                if self.is_arguments(*list) =>
            {
                Given::Merged(u32::MAX)
            }
            ExprKind::Param(0) => {
                let list = self.callbacks.get(&self.script.expr(expr).function);
                let is_each = list.is_some_and(|list| self.is_arguments(*list));
                if is_each { Given::Merged(u32::MAX) } else { Given::Other }
            }
            ExprKind::Conditional { yes, no, .. } => held(*yes).or(held(*no)),
            ExprKind::Logical { left, right, .. } => held(*left).or(held(*right)),
            ExprKind::Assign { value, .. } => held(*value),
            ExprKind::Call(call) if self.converts(call) => {
                call.arguments.first().map_or(Given::Other, |argument| held(argument.value))
            }
            ExprKind::Binding(binding) => self.held_by(*binding, depth),
            _ => Given::Other,
        }
    }

    fn held_by(&self, binding: BindingId, depth: u32) -> Given {
        let writes = &self.script.binding(binding).writes;
        let mut held = Given::Nothing;
        for value in writes.iter().map(|write| self.script.value_written(*write)) {
            let Some(value) = value else { return Given::Other };
            held = held.or(match self.keeps(value, binding) {
                true => self.step(depth).map_or(Given::Other, |_| Given::Nothing),
                false => self.held(value, depth),
            });
            if held == Given::Other {
                break;
            }
        }
        held
    }

    /// Whether `value` is what the variable holds already, or nothing: `source != null ? source : {}`.
    fn keeps(&self, value: ExprId, binding: BindingId) -> bool {
        let is_kept = |expr: ExprId| match self.script.kind(expr) {
            ExprKind::Binding(it) => *it == binding,
            ExprKind::Object(members) => members.is_empty(),
            _ => false,
        };
        match self.script.kind(value) {
            ExprKind::Conditional { yes, no, .. } => is_kept(*yes) && is_kept(*no),
            ExprKind::Logical { left, right, .. } => is_kept(*left) && is_kept(*right),
            _ => false,
        }
    }

    /// Whether `expr` is `arguments`, the rest of the parameters, or a list of either.
    pub(super) fn is_arguments(&self, expr: ExprId) -> bool {
        match self.script.kind(expr) {
            ExprKind::Arguments => {
                self.script.receiver(self.script.expr(expr).function) == self.function
            }
            ExprKind::Binding(binding) => {
                let declared = self.script.binding(*binding);
                let is_list =
                    || match self.script.only_value(*binding).map(|it| self.script.kind(it)) {
                        Some(ExprKind::Call(call)) => self.lists_arguments(call),
                        _ => false,
                    };
                declared.function == self.function && (self.script.is_rest(*binding) || is_list())
            }
            ExprKind::Call(call) => self.lists_arguments(call),
            _ => false,
        }
    }

    /// Whether `call` makes a list of all arguments, or of those behind the first:
    /// `Array.prototype.slice.call(arguments, 1)`.
    pub(super) fn lists_arguments(&self, call: &Call) -> bool {
        let ExprKind::Member { object, property, .. } = self.script.kind(call.callee) else {
            return false;
        };
        let (list, from) = match &*call.arguments {
            [list] => (list.value, 0.0),
            [list, from] => match self.script.kind(from.value) {
                ExprKind::Number(from) => (list.value, *from),
                _ => return false,
            },
            _ => return false,
        };
        self.script.name(*property) == "call"
            && self.script.is_slice(*object)
            && matches!(self.script.kind(list), ExprKind::Arguments)
            && self.is_arguments(list)
            && (0.0..=1.0).contains(&from)
    }

    /// Whether `call` is `Object(x)`.
    pub(super) fn converts(&self, call: &Call) -> bool {
        match self.script.kind(call.callee) {
            ExprKind::Global(name) => self.script.name(*name) == "Object",
            _ => false,
        }
    }

    /// Whether `expr` is a variable that goes through the keys of an argument, all in all.
    pub(super) fn is_key(&self, expr: ExprId) -> bool {
        let ExprKind::Binding(binding) = self.script.kind(expr) else { return false };
        let writes = &self.script.binding(*binding).writes;
        !writes.is_empty()
            && writes.iter().all(|write| {
                self.script.value_written(*write).is_some_and(|it| self.goes_through(it))
            })
    }

    fn goes_through(&self, value: ExprId) -> bool {
        match self.script.kind(value) {
            // The key of a `for … in`.
            ExprKind::Unknown(of) => {
                let [object] = &**of else { return false };
                matches!(self.given(*object), Given::Merged(_))
            }
            ExprKind::Element(list) => self.are_keys(*list, DEEPEST),
            ExprKind::Param(0) => {
                let list = self.callbacks.get(&self.script.expr(value).function);
                list.is_some_and(|list| self.are_keys(*list, DEEPEST))
            }
            _ => false,
        }
    }

    /// Whether `expr` lists the keys of an argument.
    fn are_keys(&self, expr: ExprId, depth: u32) -> bool {
        let Some(depth) = self.step(depth) else { return false };
        match self.script.kind(expr) {
            ExprKind::Call(call) => {
                let of = call.arguments.first().map(|argument| self.given(argument.value));
                (matches!(of, Some(Given::Merged(_))) && self.script.lists_keys(call))
                    || self.joined(call).is_some_and(|list| self.are_keys(list, depth))
            }
            ExprKind::Binding(binding) => {
                let writes = &self.script.binding(*binding).writes;
                let are_keys = |value| self.extends(value, *binding) || self.are_keys(value, depth);
                let mut values = writes.iter().map(|write| self.script.value_written(*write));
                !writes.is_empty() && values.all(|it| it.is_some_and(are_keys))
            }
            _ => false,
        }
    }

    /// Whether `value` is the list in the variable with more: `keys = keys.concat(symbols)`.
    fn extends(&self, value: ExprId, binding: BindingId) -> bool {
        let ExprKind::Call(call) = self.script.kind(value) else { return false };
        let list = self.joined(call);
        list.is_some_and(|list| *self.script.kind(list) == ExprKind::Binding(binding))
    }

    /// The list that `call` joins to others.
    fn joined(&self, call: &Call) -> Option<ExprId> {
        let ExprKind::Member { object, property, .. } = self.script.kind(call.callee) else {
            return None;
        };
        (self.script.name(*property) == "concat").then_some(*object)
    }

    /// Whether `call` lists keys or arguments, or walks over such a list.
    pub(super) fn lists(&self, call: &Call) -> bool {
        let is_filter = |list: ExprId| match self.script.kind(list) {
            ExprKind::Call(call) => self.script.lists_keys(call),
            _ => false,
        };
        self.script.lists_keys(call)
            || self.lists_arguments(call)
            || for_each(self.script, call)
                .is_some_and(|(list, _)| self.are_keys(list, DEEPEST) || self.is_arguments(list))
            || self.joined(call).is_some()
            || walked(self.script, call, "filter").is_some_and(|(list, _)| is_filter(list))
    }
}

/// The list that `call` walks over, and the function that runs for each item.
fn for_each(script: &Script, call: &Call) -> Option<(ExprId, FunctionId)> {
    walked(script, call, "forEach")
}

fn walked(script: &Script, call: &Call, method: &str) -> Option<(ExprId, FunctionId)> {
    let ExprKind::Member { object, property, .. } = script.kind(call.callee) else { return None };
    match script.kind(call.arguments.first()?.value) {
        ExprKind::Function(callback) if script.name(*property) == method => {
            Some((*object, *callback))
        }
        _ => None,
    }
}

impl Script {
    /// Whether `call` asks whether an object has a member of its own: `object.hasOwnProperty(key)`,
    /// `Object.hasOwn(object, key)`, `Object.prototype.hasOwnProperty.call(object, key)`.
    #[must_use]
    pub fn is_own_test(&self, call: &Call) -> bool {
        let member = |expr: ExprId| match self.kind(self.settled(expr)) {
            ExprKind::Member { object, property, .. } => Some((*object, self.name(*property))),
            _ => None,
        };
        match member(call.callee) {
            Some((object, "call")) => member(object).is_some_and(|it| OWN_TESTS.contains(&it.1)),
            Some((_, name)) => OWN_TESTS.contains(&name),
            None => false,
        }
    }

    /// Whether `expr` is the method `slice` of arrays.
    #[must_use]
    pub fn is_slice(&self, expr: ExprId) -> bool {
        let ExprKind::Member { object, property, .. } = self.kind(expr) else { return false };
        let is_array = match self.kind(*object) {
            ExprKind::Array(items) => items.is_empty(),
            _ => self.global_member(*object) == Some(("Array", "prototype")),
        };
        is_array && self.name(*property) == "slice"
    }

    /// Whether the variable holds the rest of the arguments.
    pub(super) fn is_rest(&self, binding: BindingId) -> bool {
        let value = self.only_value(binding);
        value.is_some_and(|value| matches!(self.kind(value), ExprKind::RestParam(_)))
    }

    /// Which parameter the variable is, whatever is written to it later.
    pub(super) fn position(&self, binding: BindingId) -> Option<u32> {
        let first = self.binding(binding).writes.first()?;
        match self.kind(self.value_written(*first)?) {
            ExprKind::Param(at) => Some(*at),
            _ => None,
        }
    }

    /// The variable that `expr`, which a function returns, reads.
    pub(super) fn returned_read(&self, expr: ExprId) -> Option<BindingId> {
        match self.kind(expr) {
            ExprKind::Binding(binding) => Some(*binding),
            ExprKind::Sequence(values) => match self.kind(*values.last()?) {
                ExprKind::Binding(binding) => Some(*binding),
                _ => None,
            },
            _ => None,
        }
    }

    /// The variable whose object `expr`, which a function returns, gives back.
    pub(super) fn returned_target(&self, expr: ExprId) -> Option<BindingId> {
        match self.kind(expr) {
            ExprKind::Call(call) if self.described_whole(call).is_some() => {
                self.returned_read(call.arguments.first()?.value)
            }
            _ => self.returned_read(expr),
        }
    }

    /// Whether `call` lists the keys of its first argument, by a function of `Object` or one of this
    /// script that returns what such a call gives.
    fn lists_keys(&self, call: &Call) -> bool {
        let is_list = |call: &Call| {
            let name = self.object_function(call.callee);
            matches!(
                name,
                Some("keys" | "getOwnPropertyNames" | "getOwnPropertySymbols" | "ownKeys")
            )
        };
        if is_list(call) {
            return true;
        }
        let Some(function) = self.called_function(call.callee) else { return false };
        let returns = &self.function(function).returns;
        let lists = |value: &ExprId| match self.kind(self.settled(*value)) {
            ExprKind::Call(call) => {
                let of = call.arguments.first().map(|argument| self.kind(argument.value));
                let is_given =
                    matches!(of, Some(ExprKind::Binding(it)) if self.position(*it) == Some(0));
                is_given && is_list(call)
            }
            _ => false,
        };
        (1..=MOST_RETURNS).contains(&returns.len()) && returns.iter().all(lists)
    }
}
