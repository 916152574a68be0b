//! Functions that do what `Object.assign` does, as compilers print them into files where a program
//! spreads objects: `function _objectSpread(target) { … return target; }`.
//!
//! Such a function does nothing else. It uses its target only to write to it, and takes each key of
//! the others. One that fills in what the target lacks, or copies some members only, is none.

use rustc_hash::{FxHashMap, FxHashSet};

use super::copied::Copied;
use super::declared::{BindingKind, RegionKind};
use super::expr::{Call, ExprKind, Target};
use super::keys::{Given, Keys};
use super::tree::{BindingId, ExprId, FunctionId, Script};

/// A function with more expressions does more.
const LARGEST: usize = 400;

/// Calls in calls are looked through no deeper than this.
const DEEPEST: u32 = 32;

impl Script {
    /// Whether `call` is one of a function of this script that does what `Object.assign` does.
    pub(super) fn is_merge(&self, call: &Call) -> bool {
        let merges = |it| self.function(it).merges(call.arguments.len());
        !call.is_new && self.called_function(call.callee).is_some_and(merges)
    }

    /// Whether the target of `call`, which does what `Object.assign` does, is an object that nothing
    /// else holds, which another such call has put together: `assign(assign({}, a), b)`.
    #[must_use]
    pub fn goes_on(&self, call: &Call) -> bool {
        let mut outer = call;
        let mut depth = 0;
        while depth < DEEPEST {
            let target = outer.arguments.first().map(|argument| self.kind(argument.value));
            match target {
                Some(ExprKind::Call(inner)) if self.does_the_same(inner, call) => outer = inner,
                Some(ExprKind::Object(_)) => return depth > 0,
                _ => return false,
            }
            depth += 1;
        }
        false
    }

    /// Whether `inner` calls what `outer`, which does what `Object.assign` does, calls, or its like.
    fn does_the_same(&self, inner: &Call, outer: &Call) -> bool {
        let named = |expr: ExprId| match self.kind(expr) {
            ExprKind::Sequence(values) => values.last().copied().unwrap_or(expr),
            _ => expr,
        };
        let (one, other) = (self.kind(named(inner.callee)), self.kind(named(outer.callee)));
        let is_same = match (one, other) {
            (ExprKind::Binding(one), ExprKind::Binding(other)) => one == other,
            (
                ExprKind::Member { object: one, property, .. },
                ExprKind::Member { object: other, property: name, .. },
            ) => property == name && self.kind(*one) == self.kind(*other),
            _ => false,
        };
        is_same || self.is_assign(inner)
    }

    /// Which parameter the variable is that is never anything else.
    pub(super) fn parameter(&self, binding: BindingId) -> Option<u32> {
        if self.binding(binding).kind != BindingKind::Param {
            return None;
        }
        match self.kind(self.only_value(binding)?) {
            ExprKind::Param(at) => Some(*at),
            _ => None,
        }
    }
}

/// Notes what the functions of `script` do to the members of what they are given.
pub(super) fn mark(script: &mut Script) {
    for function in defining(script) {
        script.functions[function.0 as usize].defines = true;
    }
    for (function, most) in merging(script) {
        script.functions[function.0 as usize].most_merged = most;
    }
}

/// The functions that always give their first argument the member that the second names.
fn defining(script: &Script) -> Vec<FunctionId> {
    let (mut found, mut halves) = (Vec::new(), FxHashSet::default());
    for (_, expr) in script.exprs() {
        if !is_definition(script, &expr.kind) {
            continue;
        }
        let region = script.region(expr.region);
        let is_outer = region.parent.is_some_and(|it| script.region(it).kind == RegionKind::Body);
        match region.kind {
            RegionKind::Body => found.push(expr.function),
            RegionKind::Branch { condition, taken } if is_outer => {
                halves.insert((expr.function, condition, taken));
                if halves.contains(&(expr.function, condition, !taken)) {
                    found.push(expr.function);
                }
            }
            _ => {}
        }
    }
    found
}

/// Whether `kind` gives the first parameter the member that the second names, with the third as value.
fn is_definition(script: &Script, kind: &ExprKind) -> bool {
    let is = |expr: ExprId, at: u32| match script.kind(expr) {
        ExprKind::Binding(binding) => script.position(*binding) == Some(at),
        _ => false,
    };
    match kind {
        ExprKind::Assign { target: Target::Index { object, index }, value } => {
            is(*object, 0) && is(*index, 1) && is(*value, 2)
        }
        ExprKind::Call(call) => {
            let [object, key, descriptor] = &*call.arguments else { return false };
            let ExprKind::Object(members) = script.kind(descriptor.value) else { return false };
            let value = script.member_value(members, "value");
            is(object.value, 0)
                && is(key.value, 1)
                && value.is_some_and(|value| is(value, 2))
                && script.object_function(call.callee) == Some("defineProperty")
        }
        _ => false,
    }
}

/// The functions that do what `Object.assign` does, with the number of arguments that each takes at most.
fn merging(script: &Script) -> Vec<(FunctionId, u32)> {
    let mut helpers: Vec<Helper<'_>> = Vec::new();
    let mut owners: Vec<Option<usize>> = Vec::with_capacity(script.functions.len());
    for (id, function) in (0..).map(FunctionId).zip(&script.functions) {
        let around = function.parent.and_then(|it| owners.get(it.0 as usize).copied().flatten());
        let owner = match target_of(script, id) {
            Some(target) => {
                helpers.push(Helper { script, function: id, target, parts: Vec::new() });
                Some(helpers.len() - 1)
            }
            None => around,
        };
        owners.push(owner);
    }
    if helpers.is_empty() {
        return Vec::new();
    }
    for (id, expr) in script.exprs() {
        let owner = owners.get(expr.function.0 as usize).copied().flatten();
        if let Some(helper) = owner.and_then(|it| helpers.get_mut(it))
            && helper.parts.len() <= LARGEST
        {
            helper.parts.push(id);
        }
    }
    helpers.iter().filter_map(|it| Some((it.function, it.most_merged()?))).collect()
}

/// The first parameter of `function`, if that is all that it gives back.
fn target_of(script: &Script, function: FunctionId) -> Option<BindingId> {
    let declared = script.function(function);
    if declared.is_async || declared.is_generator {
        return None;
    }
    let mut returned = declared.returns.iter().map(|it| script.returned_target(*it));
    let target = returned.next()??;
    let is_own = script.binding(target).function == function;
    (is_own && script.parameter(target) == Some(0) && returned.all(|it| it == Some(target)))
        .then_some(target)
}

/// A function that may do what `Object.assign` does.
struct Helper<'s> {
    script: &'s Script,
    function: FunctionId,
    target: BindingId,
    /// What it consists of, the functions inside included.
    parts: Vec<ExprId>,
}

impl Helper<'_> {
    /// Of how many arguments at most it puts the members into the first.
    fn most_merged(&self) -> Option<u32> {
        if self.parts.len() > LARGEST {
            return None;
        }
        let keys = Keys::new(self.script, self.function, &self.parts);
        let copies: FxHashMap<ExprId, Copied> = self
            .parts
            .iter()
            .filter_map(|part| Some((*part, self.script.copied(*part)?)))
            .collect();
        let mut most = None;
        for copied in self.parts.iter().filter_map(|part| copies.get(part)) {
            let Given::Merged(count) = keys.given(copied.source) else { return None };
            if !self.is_target(copied.target) || !copied.key.is_none_or(|it| keys.is_key(it)) {
                return None;
            }
            if !copied.is_guessed {
                most = most.max(Some(count));
            }
        }
        let does_no_more = self.parts.iter().all(|part| self.is_harmless(*part, &copies, &keys));
        most.filter(|_| does_no_more && self.only_copies(&copies, &keys))
    }

    fn is_target(&self, expr: ExprId) -> bool {
        *self.script.kind(expr) == ExprKind::Binding(self.target)
    }

    /// Whether the expression does nothing but what copying takes.
    fn is_harmless(
        &self,
        part: ExprId,
        copies: &FxHashMap<ExprId, Copied>,
        keys: &Keys<'_>,
    ) -> bool {
        match self.script.kind(part) {
            ExprKind::Call(call) => {
                copies.contains_key(&part)
                    || self.script.is_own_test(call)
                    || keys.lists(call)
                    || self.script.object_function(call.callee).is_some()
                    || keys.converts(call)
            }
            ExprKind::Assign { target, .. } => {
                matches!(target, Target::Binding(_)) || copies.contains_key(&part)
            }
            // What such a function inside does is not looked at here.
            ExprKind::Function(inner) => target_of(self.script, *inner).is_none(),
            ExprKind::Await(_)
            | ExprKind::Yield { .. }
            | ExprKind::Throw(_)
            | ExprKind::Tagged(_)
            | ExprKind::Import(_)
            | ExprKind::Delete(_)
            | ExprKind::Class(_) => false,
            _ => true,
        }
    }

    /// Whether the target, the keys and the members of the others are used for nothing but copying,
    /// and for asking whether there is such a member.
    fn only_copies(&self, copies: &FxHashMap<ExprId, Copied>, given: &Keys<'_>) -> bool {
        let binding = |expr: ExprId| match self.script.kind(expr) {
            ExprKind::Binding(binding) => Some(*binding),
            _ => None,
        };
        let keys: FxHashSet<BindingId> =
            copies.values().filter_map(|copied| binding(copied.key?)).collect();
        // How often each may be read, less how often it is.
        let mut left: FxHashMap<BindingId, i64> = FxHashMap::default();
        let mut members: i64 = 0;
        let returned = self.script.function(self.function).returns.iter();
        let returned = returned.filter(|it| self.script.returned_read(**it).is_some()).count();
        left.insert(self.target, returned as i64);
        for copied in copies.values() {
            *left.entry(self.target).or_default() += 1;
            if let Some(key) = copied.key.and_then(binding) {
                *left.entry(key).or_default() += 2;
                members += 1;
            }
        }
        for part in &self.parts {
            match self.script.kind(*part) {
                ExprKind::Binding(read) if *read == self.target || keys.contains(read) => {
                    *left.entry(*read).or_default() -= 1;
                }
                ExprKind::Index { object, .. } if !given.is_arguments(*object) => members -= 1,
                ExprKind::Call(call) if self.script.is_own_test(call) => {
                    for key in call.arguments.iter().filter_map(|it| binding(it.value)) {
                        *left.entry(key).or_default() += i64::from(keys.contains(&key));
                    }
                }
                _ => {}
            }
        }
        members >= 0 && left.values().all(|left| *left >= 0)
    }
}
