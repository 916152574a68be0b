//! What programs keep in the storage, and what functions leave for each other there.

use std::collections::{BTreeMap, BTreeSet};

use crate::platform::{Access, ApiKind};
use crate::semantic::Semantics;
use crate::semantic::values::At;
use crate::semantic::values::{CallId, FunctionNode, Token};
use crate::source::FileId;
use crate::syntax::File;
use crate::syntax::script::ExprId;

use super::keeping::{Keeping, Use};
use super::remembered::Gives;

/// What the program does with one key of the storage.
#[derive(Clone, Debug, Default)]
pub(in crate::semantic) struct Stored {
    /// The places that read it.
    pub(in crate::semantic) reads: Vec<Read>,
    /// The calls that write it.
    pub(in crate::semantic) writes: Vec<Write>,
    is_removed: bool,
}

/// A place that reads a key.
#[derive(Clone, Copy, Debug)]
pub(in crate::semantic) struct Read {
    pub(in crate::semantic) file: FileId,
    pub(in crate::semantic) expr: ExprId,
    /// What stands there then.
    pub(in crate::semantic) gives: Gives,
}

/// A call that writes a key.
#[derive(Clone, Copy, Debug)]
pub(in crate::semantic) struct Write {
    pub(in crate::semantic) call: CallId,
    /// What it writes, where a helper does so; otherwise the call says it.
    pub(in crate::semantic) value: Option<At>,
}

/// The keys of the storage that are written and never removed, as far as all are constant; none
/// where something removes what is not known.
pub(in crate::semantic) fn kept(files: &[File], semantics: &Semantics) -> BTreeMap<String, Stored> {
    let mut keys: BTreeMap<String, Stored> = BTreeMap::new();
    let keeping = Keeping { files, semantics };
    for site in &semantics.sites {
        let ApiKind::Storage { access } = site.api.kind else { continue };
        let uses = site
            .calls
            .iter()
            .map(|call| (call.call == call.host).then(|| keeping.uses(call.host)).flatten());
        let uses: Vec<Option<Vec<Use>>> = uses.collect();
        // Of copies of a helper only some are run.
        let is_run = uses.iter().flatten().any(|uses| !uses.is_empty());
        for (call, uses) in site.calls.iter().zip(uses) {
            if let Some(uses) = uses.filter(|_| is_run) {
                uses.into_iter().for_each(|it| note(&mut keys, semantics, *access, it));
                continue;
            }
            let Some(named) = keys_of(semantics, call.host) else {
                if *access == Access::Read {
                    continue;
                }
                return BTreeMap::new();
            };
            for name in named {
                let key = keys.entry(name).or_default();
                match access {
                    Access::Read => {
                        let gives = Gives::Answer;
                        key.reads.push(Read { file: site.file, expr: site.expr, gives });
                    }
                    Access::Write => key.writes.push(Write { call: call.call, value: None }),
                    Access::Remove => key.is_removed = true,
                }
            }
        }
    }
    keys.retain(|_, key| !key.is_removed && !key.reads.is_empty() && !key.writes.is_empty());
    keys
}

/// Notes `used`, an `access` to the storage, in `keys`.
fn note(keys: &mut BTreeMap<String, Stored>, semantics: &Semantics, access: Access, used: Use) {
    let Use { call, key, gives, value } = used;
    let site = semantics.values.call(call);
    let file = semantics.values.instance(site.instance).file;
    let key = keys.entry(key).or_default();
    match access {
        Access::Read => key.reads.push(Read { file, expr: site.expr, gives }),
        Access::Write => key.writes.push(Write { call, value }),
        Access::Remove => key.is_removed = true,
    }
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
pub(in crate::semantic) struct Exchange {
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
    pub(in crate::semantic) fn stores_anything(&self) -> bool {
        !self.effects.exchange.get_or_init(|| Exchange::new(self)).writes.is_empty()
    }

    /// Whether one of `functions` writes something to the storage that another function reads, or may
    /// read.
    pub(in crate::semantic) fn stores_for_others(
        &self,
        functions: &BTreeSet<FunctionNode>,
    ) -> bool {
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
    /// The files that read it.
    pub(in crate::semantic) fn read_in(&self) -> impl Iterator<Item = FileId> {
        self.reads.iter().map(|read| read.file)
    }
}
