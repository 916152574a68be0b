//! Members that are copied one by one, by a key that is not known: `to[key] = from[key]`, or
//! `Object.defineProperty(to, key, { get: () => from[key] })`, which compilers make of `export * from`.

use super::CallId;
use super::solve::Solver;
use crate::syntax::script::{BindingId, Call, ExprId, ExprKind, Key, Logical, Property, Script};

/// A variable that is written more often holds no descriptor that is told.
const MOST_WRITES: usize = 4;

/// The object in `target[key] = object[key]`: for every key that is the same member of each.
pub(super) fn copied_by_key(script: &Script, key: ExprId, value: ExprId) -> Option<ExprId> {
    let ExprKind::Index { object, index } = script.kind(value) else { return None };
    match (script.kind(key), script.kind(*index)) {
        (ExprKind::Binding(key), ExprKind::Binding(index))
            if key == index || falls_back(script, *key, *index) =>
        {
            Some(*object)
        }
        _ => None,
    }
}

/// Whether the variable `key` is `other` where it is left out: `if (k2 === undefined) k2 = k`.
fn falls_back(script: &Script, key: BindingId, other: BindingId) -> bool {
    let is_other = |expr: ExprId| *script.kind(expr) == ExprKind::Binding(other);
    let writes = script.binding(key).writes.iter().take(MOST_WRITES);
    let mut values = writes.filter_map(|write| script.value_written(*write));
    values.any(|value| match script.kind(value) {
        ExprKind::Logical { operator: Logical::Nullish, right, .. } => is_other(*right),
        _ => is_other(value),
    })
}

impl Solver<'_> {
    /// Copies the members that `call`, of `Object.defineProperty`, defines to be those of another object.
    pub(super) fn define_by_key(&mut self, call: CallId) {
        let site = self.values.call(call);
        let (instance, expr) = (site.instance, site.expr);
        let Some((object, false)) = site.arguments.first().copied() else { return };
        let Some(script) = self.script(instance) else { return };
        let ExprKind::Call(call) = script.kind(expr) else { return };
        for source in described_by_key(script, call) {
            let source = self.value(instance, script, source);
            self.copy_members(object, source);
        }
    }
}

/// The objects whose members of the same key the descriptors of `call` get.
fn described_by_key(script: &Script, call: &Call) -> Vec<ExprId> {
    let [_, key, descriptor, ..] = &*call.arguments else { return Vec::new() };
    let descriptors = match script.kind(descriptor.value) {
        ExprKind::Binding(binding) => {
            let writes = script.binding(*binding).writes.iter().take(MOST_WRITES);
            writes.filter_map(|write| script.value_written(*write)).collect()
        }
        _ => vec![descriptor.value],
    };
    let objects = descriptors.into_iter().filter_map(|it| match script.kind(it) {
        ExprKind::Object(members) => Some(members),
        _ => None,
    });
    objects.flatten().filter_map(|member| got_by_key(script, key.value, member)).collect()
}

/// The object in the member `get: () => object[key]` of a descriptor.
fn got_by_key(script: &Script, key: ExprId, member: &Property) -> Option<ExprId> {
    let Property::Value { key: Key::Name(name, _), value } = member else { return None };
    let ExprKind::Function(function) = script.kind(*value) else { return None };
    let [given] = &*script.function(*function).returns else { return None };
    if script.name(*name) == "get" { copied_by_key(script, key, *given) } else { None }
}
