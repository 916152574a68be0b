//! Flags: variables, members, data and entries of the storage that a function sets to a constant.

use std::collections::{BTreeMap, BTreeSet};

use crate::syntax::script::{
    Binary, BindingId, BindingKind, Call, ExprId, ExprKind, FunctionId, Key, Name, Property,
    RegionKind, Script, Target,
};

/// What can be a flag: a variable, a member by its name, an entry of the storage by its key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::semantic) enum Flag {
    Binding(BindingId),
    Member(Name),
    Stored(Name),
}

/// The flags that the functions of a script set, with the constants.
#[derive(Clone, Debug, Default)]
pub(in crate::semantic) struct Flags {
    set: BTreeMap<(FunctionId, Flag), Vec<(ExprId, bool)>>,
    /// The members, and variables of functions around, that functions empty: `pending = null`; `None`
    /// for those that they fill, too.
    emptied: BTreeMap<FunctionId, BTreeMap<Name, Option<ExprId>>>,
}

impl Flags {
    /// The flags of `script`.
    pub(in crate::semantic) fn new(script: &Script) -> Self {
        let mut flags = Self::default();
        let [set_data, set_storage, remove] =
            ["setData", "setStorageSync", "removeStorageSync"].map(|it| script.find_name(it));
        for (id, expr) in script.exprs() {
            let mut set = |flag, value| {
                flags.set.entry((expr.function, flag)).or_default().push((id, value));
            };
            match &expr.kind {
                ExprKind::Assign { target, value }
                    if !matches!(script.kind(*value), ExprKind::Bool(_)) =>
                {
                    if let Some(name) = outlasting(script, *target, expr.function) {
                        let at = is_empty(script, *value).then_some(id);
                        flags.empty(expr.function, name, at);
                    }
                }
                ExprKind::Assign { target, value } => {
                    let ExprKind::Bool(value) = script.kind(*value) else { continue };
                    match target {
                        Target::Binding(binding) => set(Flag::Binding(*binding), *value),
                        Target::Member { property, .. } => set(Flag::Member(*property), *value),
                        Target::Global(_) | Target::Index { .. } => {}
                    }
                }
                ExprKind::Call(call) => {
                    let called = called(script, call);
                    if called.is_some() && called == set_data {
                        data(script, call, &mut set);
                    } else if called.is_some() && called == set_storage {
                        let stored = stored(script, call).map(Flag::Stored);
                        stored.into_iter().for_each(|flag| set(flag, !is_false(script, call)));
                    } else if called.is_some() && called == remove {
                        let stored = stored(script, call).map(Flag::Stored);
                        stored.into_iter().for_each(|flag| set(flag, false));
                    }
                }
                _ => {}
            }
        }
        flags
    }

    /// Whether `function` sets what `condition` reads to something other than `value` before the
    /// place `before`, or whatever happens there.
    pub(in crate::semantic) fn is_spent(
        &self,
        script: &Script,
        function: FunctionId,
        condition: ExprId,
        (value, before): (bool, ExprId),
    ) -> bool {
        let Some(flag) = flag(script, condition) else { return false };
        let sets = self.set.get(&(function, flag)).into_iter().flatten();
        sets.into_iter().any(|(at, set)| {
            let is_in_time = *at < before || is_final(script, *at);
            condition < *at && is_in_time && *set != value
        })
    }

    fn empty(&mut self, function: FunctionId, name: Name, at: Option<ExprId>) {
        let emptied = self.emptied.entry(function).or_default();
        let known = emptied.entry(name).or_insert(at);
        *known = at.and(*known);
    }

    /// What `function` empties, and does not fill: names and where.
    pub(in crate::semantic) fn emptied_in<'a>(
        &self,
        script: &'a Script,
        function: FunctionId,
    ) -> impl Iterator<Item = (&'a str, ExprId)> + use<'_, 'a> {
        let emptied = self.emptied.get(&function).into_iter().flatten();
        emptied.filter_map(|(name, at)| Some((script.name(*name), (*at)?)))
    }

    /// What `function` sets, in any order: names, where, and to what.
    pub(in crate::semantic) fn set_in<'a>(
        &self,
        script: &'a Script,
        function: FunctionId,
    ) -> Vec<(&'a str, ExprId, bool)> {
        let own = self.set.range((function, Flag::Binding(BindingId(0)))..);
        let own = own.take_while(|((of, _), _)| *of == function);
        let each = own.flat_map(|((_, flag), sets)| {
            let flag = name(script, *flag);
            sets.iter().map(move |(at, value)| (flag, *at, *value))
        });
        each.collect()
    }

    /// What `function` sets before the place `before`, or whatever happens there: names, and to what.
    pub(in crate::semantic) fn set_before<'a>(
        &self,
        script: &'a Script,
        function: FunctionId,
        before: ExprId,
    ) -> Vec<(&'a str, bool)> {
        let all = self.set_in(script, function).into_iter();
        let early = all.filter(|(_, at, _)| *at < before || is_final(script, *at));
        early.map(|(name, _, value)| (name, value)).collect()
    }
}

/// Whether `condition`, which is `taken`, no longer is so once the flags are `set`.
pub(in crate::semantic) fn is_closed(
    script: &Script,
    (condition, taken): (ExprId, bool),
    set: &BTreeSet<(&str, bool)>,
    depth: u32,
) -> bool {
    let Some(depth) = depth.checked_sub(1) else { return false };
    let closed = |condition, taken| is_closed(script, (condition, taken), set, depth);
    match script.kind(condition) {
        ExprKind::Not(operand) => closed(*operand, !taken),
        ExprKind::Logical { operator, left, right } if operator.takes_both(taken) => {
            closed(*left, taken) || closed(*right, taken)
        }
        ExprKind::Logical { left, right, .. } => closed(*left, taken) && closed(*right, taken),
        ExprKind::Binary { operator: Binary::Equal | Binary::Same, left, right } => {
            match script.kind(*right) {
                ExprKind::Bool(value) => closed(*left, *value == taken),
                _ => false,
            }
        }
        _ => flag(script, condition).is_some_and(|it| set.contains(&(name(script, it), !taken))),
    }
}

/// The name of `flag`.
pub(super) fn name(script: &Script, flag: Flag) -> &str {
    match flag {
        Flag::Binding(binding) => script.name(script.binding(binding).name),
        Flag::Member(name) | Flag::Stored(name) => script.name(name),
    }
}

/// What an assignment in `function` writes that outlasts it.
pub(in crate::semantic) fn outlasting(
    script: &Script,
    target: Target,
    function: FunctionId,
) -> Option<Name> {
    match target {
        Target::Member { property, .. } => Some(property),
        Target::Binding(binding) => {
            let binding = script.binding(binding);
            (binding.function != function).then_some(binding.name)
        }
        Target::Global(_) | Target::Index { .. } => None,
    }
}

/// Whether `value` is nothing, or counts as nothing.
fn is_empty(script: &Script, value: ExprId) -> bool {
    match script.kind(value) {
        ExprKind::Undefined | ExprKind::Null => true,
        ExprKind::Number(value) => *value == 0.0,
        ExprKind::String(text) => script.name(*text).is_empty(),
        _ => false,
    }
}

/// What `condition` reads, if that can be a flag.
pub(super) fn flag(script: &Script, condition: ExprId) -> Option<Flag> {
    match script.kind(condition) {
        ExprKind::Member { object, property, .. } => {
            let object = script.held_at(*object).unwrap_or(*object);
            Some(entry(script, object).unwrap_or(Flag::Member(*property)))
        }
        ExprKind::Binding(binding) => {
            let held = script.held_at(condition).map(|held| flag(script, held));
            match held.flatten() {
                Some(Flag::Stored(key)) => Some(Flag::Stored(key)),
                _ => Some(Flag::Binding(*binding)),
            }
        }
        _ => entry(script, condition),
    }
}

/// The entry of the storage that `expr` reads.
fn entry(script: &Script, expr: ExprId) -> Option<Flag> {
    let ExprKind::Call(call) = script.kind(expr) else { return None };
    let is_read = script.name(called(script, call)?) == "getStorageSync";
    stored(script, call).filter(|_| is_read).map(Flag::Stored)
}

/// The name of the method that is called.
pub(super) fn called(script: &Script, call: &Call) -> Option<Name> {
    match script.kind(call.callee) {
        ExprKind::Member { property, .. } => Some(*property),
        _ => None,
    }
}

/// The `key` of the options of `call`, a call of the storage; toolkits take it as first argument.
pub(in crate::semantic) fn stored_key(script: &Script, call: &Call) -> Option<ExprId> {
    let first = || call.arguments.first().map(|it| it.value);
    option(script, call, "key").or_else(first)
}

/// The key of `call`, a call of the storage: what it says, else what it is called.
pub(in crate::semantic) fn stored(script: &Script, call: &Call) -> Option<Name> {
    let key = stored_key(script, call)?;
    match script.kind(key) {
        ExprKind::String(key) => Some(*key),
        ExprKind::Member { property, .. } => Some(*property),
        ExprKind::Binding(binding) => {
            let binding = script.binding(*binding);
            let said = match (binding.kind, binding.writes.as_slice()) {
                (BindingKind::Const, [write]) => match script.kind(*write) {
                    ExprKind::Assign { target: Target::Binding(_), value } => {
                        Some(script.kind(*value))
                    }
                    _ => None,
                },
                _ => None,
            };
            match (said, binding.kind) {
                (Some(ExprKind::String(key)), _) => Some(*key),
                (Some(_), _) | (_, BindingKind::Import) => Some(binding.name),
                _ => None,
            }
        }
        _ => None,
    }
}

/// Whether the `data` in the options of `call`, or the second argument, are plainly false.
fn is_false(script: &Script, call: &Call) -> bool {
    let second = || call.arguments.get(1).map(|it| it.value);
    option(script, call, "data").or_else(second).is_none_or(|data| match script.kind(data) {
        ExprKind::Bool(value) => !value,
        _ => is_empty(script, data),
    })
}

/// The member `name` of the options of `call`.
pub(in crate::semantic) fn option(script: &Script, call: &Call, name: &str) -> Option<ExprId> {
    let members = members(script, call);
    let mut named = members.filter(|(key, _)| script.name(*key) == name);
    named.next().map(|(_, value)| value)
}

/// The members of the object literal that `call` hands over first.
pub(in crate::semantic) fn members<'a>(
    script: &'a Script,
    call: &Call,
) -> impl Iterator<Item = (Name, ExprId)> + 'a {
    let literal = call.arguments.first().and_then(|first| match script.kind(first.value) {
        ExprKind::Object(members) => Some(members),
        _ => None,
    });
    literal.into_iter().flatten().filter_map(|member| match member {
        Property::Value { key: Key::Name(name, _), value } => Some((*name, *value)),
        _ => None,
    })
}

/// What `setData` sets to a constant.
fn data(script: &Script, call: &Call, set: &mut dyn FnMut(Flag, bool)) {
    for (name, value) in members(script, call) {
        if let ExprKind::Bool(value) = script.kind(value) {
            set(Flag::Member(name), *value);
        }
    }
}

/// Whether `expr` stands in a `finally`.
pub(in crate::semantic) fn is_final(script: &Script, expr: ExprId) -> bool {
    let mut around = script.enclosing(script.expr(expr).region);
    around.any(|(_, region)| region.kind == RegionKind::Finally)
}
