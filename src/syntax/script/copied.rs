//! Members that are copied one by one, by a key that is not known: `to[key] = from[key]`, or
//! `Object.defineProperty(to, key, { get: () => from[key] })`, which compilers make of `export * from`.

use super::expr::{Argument, Call, ExprKind, Key, Logical, Property, Target};
use super::tree::{BindingId, ExprId, FunctionId, Script};

/// A variable that is written more often holds no descriptor that is told.
const MOST_WRITES: usize = 4;

/// What an expression copies the members of where.
#[derive(Clone, Copy)]
pub(super) struct Copied {
    pub(super) target: ExprId,
    pub(super) source: ExprId,
    /// The key, where one member is copied.
    pub(super) key: Option<ExprId>,
    /// Whether what does so was not read.
    pub(super) is_guessed: bool,
}

impl Script {
    /// What `expr` copies the members of where.
    pub(super) fn copied(&self, expr: ExprId) -> Option<Copied> {
        let copied = |target, source, key| Copied { target, source, key, is_guessed: false };
        let call = match self.kind(expr) {
            ExprKind::Assign { target: Target::Index { object, index }, value } => {
                let source = self.copied_by_key(*index, *value)?;
                return Some(copied(*object, source, Some(*index)));
            }
            ExprKind::Call(call) if !call.is_new && !call.arguments.iter().any(|it| it.spread) => {
                call
            }
            _ => return None,
        };
        match (self.object_function(call.callee), &*call.arguments) {
            (Some("defineProperties"), [target, _, ..]) => {
                Some(copied(target.value, self.described_whole(call)?, None))
            }
            (Some("defineProperty"), [target, key, ..]) => {
                let source = self.described_by_key(call).first().copied()?;
                Some(copied(target.value, source, Some(key.value)))
            }
            (None, [target, key, value]) => {
                let source = self.copied_by_key(key.value, value.value)?;
                let function = self.called_function(call.callee);
                let is_guessed = function.is_none_or(|it| !self.function(it).defines);
                Some(Copied { is_guessed, ..copied(target.value, source, Some(key.value)) })
            }
            _ => None,
        }
    }

    /// The object in `target[key] = object[key]`: for every key that is the same member of each.
    #[must_use]
    pub fn copied_by_key(&self, key: ExprId, value: ExprId) -> Option<ExprId> {
        let ExprKind::Index { object, index } = self.kind(value) else { return None };
        self.is_same_key(key, *index).then_some(*object)
    }

    /// The objects whose members of the same key the descriptors of `call` get, one of
    /// `Object.defineProperty`.
    #[must_use]
    pub fn described_by_key(&self, call: &Call) -> Vec<ExprId> {
        let [_, key, descriptor, ..] = &*call.arguments else { return Vec::new() };
        let descriptors = match self.kind(descriptor.value) {
            ExprKind::Binding(binding) => {
                let writes = self.binding(*binding).writes.iter().take(MOST_WRITES);
                writes.filter_map(|write| self.value_written(*write)).collect()
            }
            _ => vec![descriptor.value],
        };
        let members = |descriptor| match self.kind(descriptor) {
            ExprKind::Object(members) => {
                members.iter().filter_map(|member| self.got_by_key(key.value, member)).collect()
            }
            ExprKind::Call(call) => {
                self.own_descriptor(key.value, call).into_iter().collect::<Vec<_>>()
            }
            _ => Vec::new(),
        };
        descriptors.into_iter().flat_map(members).collect()
    }

    /// The object whose members `call`, one of `Object.defineProperties`, defines:
    /// `Object.getOwnPropertyDescriptors(object)`.
    #[must_use]
    pub fn described_whole(&self, call: &Call) -> Option<ExprId> {
        let ExprKind::Call(described) = self.kind(call.arguments.get(1)?.value) else {
            return None;
        };
        let is_whole = self.object_function(described.callee) == Some("getOwnPropertyDescriptors");
        described.arguments.first().filter(|_| is_whole).map(|object| object.value)
    }

    /// The name of the function of `Object` or `Reflect` that `callee` is, also under a name of its own.
    pub(super) fn object_function(&self, callee: ExprId) -> Option<&str> {
        let (object, name) = self.global_member(self.settled(callee))?;
        matches!(object, "Object" | "Reflect").then_some(name)
    }

    /// The function of this script that `callee` names.
    pub(super) fn called_function(&self, callee: ExprId) -> Option<FunctionId> {
        match self.kind(self.settled(callee)) {
            ExprKind::Function(function) => Some(*function),
            _ => None,
        }
    }

    /// The object in `Object.getOwnPropertyDescriptor(object, key)`.
    fn own_descriptor(&self, key: ExprId, call: &Call) -> Option<ExprId> {
        let [Argument { value: object, .. }, Argument { value: index, .. }, ..] = &*call.arguments
        else {
            return None;
        };
        let is_own = self.object_function(call.callee) == Some("getOwnPropertyDescriptor");
        (is_own && self.is_same_key(key, *index)).then_some(*object)
    }

    /// The object in the member `get: () => object[key]` or `value: object[key]` of a descriptor.
    fn got_by_key(&self, key: ExprId, member: &Property) -> Option<ExprId> {
        let Property::Value { key: Key::Name(name, _), value } = member else { return None };
        let given = match (self.name(*name), self.kind(*value)) {
            ("value", _) => *value,
            ("get", ExprKind::Function(function)) => {
                let [given] = &*self.function(*function).returns else { return None };
                *given
            }
            _ => return None,
        };
        self.copied_by_key(key, given)
    }

    fn is_same_key(&self, key: ExprId, index: ExprId) -> bool {
        match (self.kind(key), self.kind(index)) {
            (ExprKind::Binding(key), ExprKind::Binding(index)) => {
                key == index || self.falls_back(*key, *index)
            }
            _ => false,
        }
    }

    /// Whether the variable `key` is `other` where it is left out: `if (k2 === undefined) k2 = k`.
    fn falls_back(&self, key: BindingId, other: BindingId) -> bool {
        let is_other = |expr: ExprId| *self.kind(expr) == ExprKind::Binding(other);
        let writes = self.binding(key).writes.iter().take(MOST_WRITES);
        let mut values = writes.filter_map(|write| self.value_written(*write));
        values.any(|value| match self.kind(value) {
            ExprKind::Logical { operator: Logical::Nullish, right, .. } => is_other(*right),
            _ => is_other(value),
        })
    }
}
