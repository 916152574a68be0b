//! What programs keep in the storage: flags that decide over data of pages, and what functions leave
//! for each other.

use std::collections::{BTreeMap, BTreeSet};

use crate::platform::{Access, ApiKind};
use crate::syntax::File;
use crate::syntax::script::{ExprId, ExprKind, Key, Property, RegionKind, Script};

use super::Semantics;
use super::markup::Datum;
use super::values::{CallId, FunctionNode, Token};

/// Expressions are looked into no further than this.
const MOST_PARTS: usize = 64;

/// What the program does with one key of the storage.
#[derive(Clone, Debug, Default)]
pub(super) struct Stored {
    /// The places that read it, by index in [`Semantics::sites`].
    reads: Vec<usize>,
    /// The calls that write it, each with its place's index.
    pub(super) writes: Vec<(usize, CallId)>,
    is_removed: bool,
}

/// The keys of the storage that are written and never removed, as far as all are constant; none
/// where something removes what is not known.
pub(super) fn kept(semantics: &Semantics) -> BTreeMap<String, Stored> {
    let mut keys: BTreeMap<String, Stored> = BTreeMap::new();
    for (at, site) in semantics.sites.iter().enumerate() {
        let ApiKind::Storage { access } = site.api.kind else { continue };
        for call in &site.calls {
            let Some(named) = keys_of(semantics, call.host) else {
                if *access == Access::Read {
                    continue;
                }
                return BTreeMap::new();
            };
            for name in named {
                let key = keys.entry(name).or_default();
                match access {
                    Access::Read => key.reads.push(at),
                    Access::Write => key.writes.push((at, call.call)),
                    Access::Remove => key.is_removed = true,
                }
            }
        }
    }
    keys.retain(|_, key| !key.is_removed && !key.reads.is_empty() && !key.writes.is_empty());
    keys
}

/// The keys that `call`, a call of the storage, names in its options or, as toolkits take them, before
/// what is kept; `None` where they are not constant.
fn keys_of(semantics: &Semantics, call: CallId) -> Option<Vec<String>> {
    let arguments = &semantics.values.call(call).arguments;
    let options = arguments.first().map(|it| semantics.values.of(it.0)).unwrap_or_default();
    let named = options.into_iter().flat_map(|token| match token {
        Token::Text(_) => vec![token],
        _ => semantics.values_of(token, "key"),
    });
    let text = |token| match token {
        Token::Text(text) => Some(semantics.values.symbols.text(text).to_owned()),
        _ => None,
    };
    let named: Option<Vec<String>> = named.map(text).collect();
    named.filter(|named| !named.is_empty())
}

/// What functions leave for each other in the storage.
#[derive(Clone, Debug, Default)]
pub(super) struct Exchange {
    /// The keys that each function writes; `None` where they are not constant.
    writes: BTreeMap<FunctionNode, Vec<Option<Vec<String>>>>,
    /// Who reads each key.
    readers: BTreeMap<String, BTreeSet<FunctionNode>>,
    /// Who reads keys that are not constant.
    open: BTreeSet<FunctionNode>,
}

impl Exchange {
    fn new(semantics: &Semantics) -> Self {
        let mut exchange = Self::default();
        for site in &semantics.sites {
            let ApiKind::Storage { access } = site.api.kind else { continue };
            for call in &site.calls {
                let function = semantics.values.call(call.host).caller;
                let keys = keys_of(semantics, call.host);
                match (access, keys) {
                    (Access::Write, keys) => {
                        exchange.writes.entry(function).or_default().push(keys)
                    }
                    (Access::Read, Some(keys)) => keys.into_iter().for_each(|key| {
                        exchange.readers.entry(key).or_default().insert(function);
                    }),
                    (Access::Read, None) => drop(exchange.open.insert(function)),
                    (Access::Remove, _) => {}
                }
            }
        }
        exchange
    }
}

impl Semantics {
    /// Whether anything writes to the storage.
    pub(super) fn stores_anything(&self) -> bool {
        !self.effects.exchange.get_or_init(|| Exchange::new(self)).writes.is_empty()
    }

    /// Whether one of `functions` writes something to the storage that another function reads, or may
    /// read.
    pub(super) fn stores_for_others(&self, functions: &BTreeSet<FunctionNode>) -> bool {
        let exchange = self.effects.exchange.get_or_init(|| Exchange::new(self));
        let has_other = |readers: &BTreeSet<FunctionNode>| !readers.is_subset(functions);
        let mut writes = functions.iter().filter_map(|function| exchange.writes.get(function));
        writes.any(|writes| {
            has_other(&exchange.open)
                || writes.iter().any(|keys| match keys {
                    Some(keys) => {
                        keys.iter().filter_map(|key| exchange.readers.get(key)).any(has_other)
                    }
                    None => exchange.readers.values().any(has_other),
                })
        })
    }
}

impl Stored {
    /// Whether nothing but what is read here decides what the calls `setters` set `datum` to.
    pub(super) fn decides(
        &self,
        files: &[File],
        semantics: &Semantics,
        setters: &[CallId],
        datum: &Datum,
    ) -> bool {
        let [name] = datum.path.as_slice() else { return false };
        let mut is_set = false;
        for call in setters {
            let site = semantics.values.call(*call);
            let file = semantics.values.instance(site.instance).file;
            let Some(script) = files[file.index()].script() else { return false };
            let Some(value) = set_value(script, site.expr, name) else { return false };
            let Some(value) = value else { continue };
            let reads = self.reads.iter().map(|read| &semantics.sites[*read]);
            let reads: Vec<ExprId> =
                reads.filter(|read| read.file == file).map(|read| read.expr).collect();
            let mut conditions = script.enclosing(script.expr(site.expr).region);
            let is_decided = depends(script, value, &reads)
                || conditions.any(|(_, region)| match region.kind {
                    RegionKind::Branch { condition, .. } => depends(script, condition, &reads),
                    _ => false,
                });
            if !is_decided {
                return false;
            }
            is_set = true;
        }
        is_set
    }
}

/// The value that a call of `setData` gives to `name`, if it does; `None` where that is not known.
fn set_value(script: &Script, call: ExprId, name: &str) -> Option<Option<ExprId>> {
    let ExprKind::Call(call) = script.kind(call) else { return None };
    let ExprKind::Object(members) = script.kind(call.arguments.first()?.value) else { return None };
    let mut found = None;
    for member in members {
        let Property::Value { key: Key::Name(key, _), value } = member else { return None };
        if script.name(*key) == name {
            found = Some(*value);
        }
    }
    Some(found)
}

/// Whether one of `reads` is a part of `expr`, also through variables that never change.
fn depends(script: &Script, expr: ExprId, reads: &[ExprId]) -> bool {
    let mut parts = vec![expr];
    let mut at = 0;
    while let Some(part) = parts.get(at).copied().filter(|_| at < MOST_PARTS) {
        at += 1;
        if reads.contains(&part) {
            return true;
        }
        match script.kind(part) {
            ExprKind::Binding(binding) => {
                if let [write] = script.binding(*binding).writes.as_slice() {
                    parts.push(*write);
                }
            }
            ExprKind::Assign { value, .. } => parts.push(*value),
            ExprKind::Not(value) | ExprKind::Unary(value) | ExprKind::Await(value) => {
                parts.push(*value);
            }
            ExprKind::Member { object, .. } => parts.push(*object),
            ExprKind::Binary { left, right, .. } | ExprKind::Logical { left, right, .. } => {
                parts.extend([*left, *right]);
            }
            ExprKind::Conditional { test, .. } => parts.push(*test),
            ExprKind::Call(call) => {
                parts.extend(call.arguments.iter().map(|argument| argument.value));
            }
            _ => {}
        }
    }
    false
}
