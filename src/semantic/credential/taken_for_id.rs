//! Codes that are taken for the user's id.

use rustc_hash::FxHashMap;

use crate::platform::is_user_id;
use crate::source::FileId;
use crate::syntax::script::{ExprId, ExprKind, Key, Name, Property, Script, Target};

use super::{Credentials, Held};

impl Credentials<'_> {
    /// The codes that are given the name of a user's id; but for those that had it already, where that is
    /// found as well: `{ userId: app.userId }`.
    #[must_use]
    pub fn ids(&self) -> Vec<Held> {
        let (mut held, mut again): (Vec<Held>, Vec<Held>) = (Vec::new(), Vec::new());
        let mut naming: FxHashMap<FileId, bool> = FxHashMap::default();
        for (id, instance, script) in self.copies() {
            let names_ids = || script.names.iter().any(|name| is_user_id(name));
            if !*naming.entry(instance.file).or_insert_with(names_ids) {
                continue;
            }
            let (from, to) = instance.extent.exprs;
            for expr in (from..to).map(ExprId) {
                for value in named_ids(script, expr) {
                    let named = if reads_id(script, value) { &mut again } else { &mut held };
                    named.extend(self.find(id, value));
                }
            }
        }
        let is_found = |it: &Held| held.iter().any(|first| first.given == it.given);
        again.retain(|it| it.given.is_none() || !is_found(it));
        held.extend(again);
        held
    }
}

/// Whether `value` is a member that is called a user's id.
fn reads_id(script: &Script, value: ExprId) -> bool {
    match script.kind(value) {
        ExprKind::Member { property, .. } => is_user_id(script.name(*property)),
        _ => false,
    }
}

/// What the expression calls a user's id: as the member of a literal or as what it writes.
fn named_ids(script: &Script, expr: ExprId) -> Vec<ExprId> {
    let is_id = |name: Name| is_user_id(script.name(name));
    match script.kind(expr) {
        ExprKind::Object(members) => {
            let named = members.iter().filter_map(|member| match member {
                Property::Value { key: Key::Name(name, _), value } if is_id(*name) => Some(*value),
                _ => None,
            });
            named.collect()
        }
        ExprKind::Assign { target: Target::Member { property, .. }, value } if is_id(*property) => {
            vec![*value]
        }
        _ => Vec::new(),
    }
}
