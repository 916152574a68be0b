//! What paths of refusals are looked up in: who rejects which promise, what runs when something
//! fails, which calls ask.

use std::collections::{BTreeMap, BTreeSet};

use crate::platform::{Outcome, Platform, outcome};
use crate::semantic::Semantics;
use crate::semantic::entry::{Entry, Trigger};
use crate::semantic::values::{
    CallId, CallKind, FunctionNode, InstanceId, Node, Token, TokenId, Values,
};
use crate::syntax::File;
use crate::syntax::script::{ExprId, ExprKind};

use rustc_hash::{FxHashMap, FxHashSet};

/// What is looked up of refusals, by the calls that make them.
#[derive(Clone, Debug, Default)]
pub struct Refusing {
    /// The calls that settle a promise, by the function that makes them, and whether they reject it.
    pub(in crate::semantic) settling: BTreeMap<FunctionNode, Vec<(CallId, TokenId, bool)>>,
    /// The calls that make promises which are settled, by what they give.
    pub(in crate::semantic) making: FxHashMap<Node, CallId>,
    /// The calls that ask, by copy and expression.
    pub(in crate::semantic) asking: BTreeSet<(InstanceId, ExprId)>,
    /// The edges that run when something fails or is rejected, by copy and expression of the call.
    pub(in crate::semantic) failing: FxHashMap<(InstanceId, ExprId), Vec<u32>>,
}

impl Refusing {
    /// What is looked up in `files`; nothing where nothing can be refused.
    pub(in crate::semantic) fn new(
        files: &[File],
        platform: &Platform,
        semantics: &Semantics,
    ) -> Self {
        let asking = semantics.askings(platform).map(|it| {
            let host = semantics.values.call(it.call.host);
            (host.instance, host.expr)
        });
        let asking: BTreeSet<_> = asking.collect();
        if asking.is_empty() && refusals(semantics).next().is_none() {
            return Self::default();
        }
        let failing = failing(semantics);
        let mut refusing = Self { asking, failing, ..Self::default() };
        refusing.note_settled(files, &semantics.values);
        refusing
    }

    /// Notes what settles promises, and what makes these.
    fn note_settled(&mut self, files: &[File], values: &Values) {
        let promises = values.tokens.iter().filter_map(|token| match token {
            Token::Settle(promise, _) => Some(values.token(*promise)),
            _ => None,
        });
        let promises: FxHashSet<Node> = promises.filter_map(node_of).collect();
        if promises.is_empty() {
            return;
        }
        for (call, site) in values.all_calls() {
            if !matches!(site.kind, CallKind::Call | CallKind::New) {
                continue;
            }
            if promises.contains(&site.result) {
                self.making.entry(site.result).or_insert(call);
            }
            let file = values.instance(site.instance).file;
            let Some(script) = files[file.index()].script() else { continue };
            let ExprKind::Call(written) = script.kind(site.expr) else { continue };
            let callee = values.value(site.instance, script, written.callee);
            for (promise, rejects) in callee.into_iter().flat_map(|it| values.settled(it)) {
                self.settling.entry(site.caller).or_default().push((call, promise, rejects));
            }
        }
    }
}

/// The entries that a refusal at a button runs, by index.
pub(in crate::semantic) fn refusals(semantics: &Semantics) -> impl Iterator<Item = (u32, &Entry)> {
    let entries = (0..).zip(&semantics.reach.entries);
    entries.filter(|(_, entry)| entry.triggers.contains(&Trigger::Refusal))
}

/// The node that makes a promise.
pub(in crate::semantic) fn node_of(promise: Token) -> Option<Node> {
    match promise {
        Token::Promise(node) => Some(node),
        _ => None,
    }
}

/// The edges that run when something fails or is rejected, by copy and expression of the call.
fn failing(semantics: &Semantics) -> FxHashMap<(InstanceId, ExprId), Vec<u32>> {
    let mut failing: FxHashMap<_, Vec<u32>> = FxHashMap::default();
    for (edge, at) in semantics.graph.edges.iter().zip(0..) {
        let Some(site) = edge.call.map(|call| semantics.values.call(call)) else { continue };
        let fails = match site.kind {
            CallKind::Callback { option: Some(option), .. } => {
                let outcome = outcome(semantics.values.symbols.text(option));
                matches!(outcome, Some(Outcome::Failure | Outcome::Either))
            }
            CallKind::Continuation { rejected } => rejected,
            _ => false,
        };
        if fails {
            failing.entry((site.instance, site.expr)).or_default().push(at);
        }
    }
    failing
}
