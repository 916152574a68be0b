//! The dialogs of a program, and which of them a user agreed to.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::platform::ApiKind;
use crate::semantic::Semantics;
use crate::semantic::entry::reach::Path;
use crate::semantic::guard::fulfilled::{Awaits, awaits, surely_before};
use crate::semantic::values::{CallId, CallKind, FunctionNode, InstanceId};
use crate::source::FileId;
use crate::syntax::File;
use crate::syntax::script::{ExprId, ExprKind};

/// A dialog is looked for in helpers of helpers no deeper than this.
const DEEPEST: u32 = 3;

/// No more functions are looked at for one dialog.
const MOST_FUNCTIONS: u32 = 64;

/// The dialog in which the user agreed on the way to a place.
pub(in crate::semantic) struct Agreed {
    /// The dialog, by its index in [`Semantics::sites`].
    pub(in crate::semantic) site: usize,
    /// How its promise is waited for; `None` where it calls back on the way.
    pub(in crate::semantic) waited: Option<Waited>,
}

/// Where on a way the promise of a dialog is waited for.
#[derive(Clone, Debug)]
pub struct Waited {
    /// How many edges of the way come before that.
    pub after: usize,
    /// What leads from there to the dialog.
    pub by: Vec<u32>,
}

/// The dialogs of a program.
pub(in crate::semantic) struct Dialogs<'a> {
    semantics: &'a Semantics,
    /// By the call that opens them.
    by_call: BTreeMap<(InstanceId, ExprId), usize>,
    /// By the function that opens them.
    by_function: BTreeMap<FunctionNode, usize>,
    /// The `await`s of the files that were looked at.
    awaits: RefCell<BTreeMap<FileId, Awaits>>,
}

impl<'a> Dialogs<'a> {
    /// The dialogs that `semantics` tells of.
    pub(in crate::semantic) fn new(semantics: &'a Semantics) -> Self {
        let (mut by_call, mut by_function) = (BTreeMap::new(), BTreeMap::new());
        let sites = semantics.sites.iter().enumerate();
        for (at, site) in sites.filter(|(_, it)| matches!(it.api.kind, ApiKind::Dialog { .. })) {
            for call in &site.calls {
                let host = semantics.values.call(call.host);
                by_call.entry((host.instance, host.expr)).or_insert(at);
                by_function.entry(semantics.values.call(call.call).caller).or_insert(at);
            }
        }
        Self { semantics, by_call, by_function, awaits: RefCell::default() }
    }

    /// The dialog in which the user agreed before `call`, which stands in `end`, where `path` leads to:
    /// the last that calls back on the way, `call` included, else the one that is waited for there.
    pub(in crate::semantic) fn before(
        &self,
        files: &[File],
        path: &Path,
        (call, end): (CallId, FunctionNode),
    ) -> Option<Agreed> {
        let Semantics { graph, values, .. } = self.semantics;
        let edges = || path.edges.iter().rev().map(|edge| &graph.edges[*edge as usize]);
        let mut calls = std::iter::once(call).chain(edges().filter_map(|edge| edge.call));
        let called_back = calls.find_map(|call| {
            let call = values.call(call);
            let is_callback = matches!(call.kind, CallKind::Callback { .. });
            let dialog = self.by_call.get(&(call.instance, call.expr));
            dialog.filter(|_| is_callback).copied()
        });
        let after = edges().map_while(|edge| {
            let call = edge.call?;
            let is_continued = matches!(values.call(call).kind, CallKind::Continuation { .. });
            is_continued.then_some((edge.from, call))
        });
        let places: Vec<_> = std::iter::once((end, call)).chain(after).collect();
        let agreed = called_back.map(|site| Agreed { site, waited: None });
        agreed.or_else(|| {
            let (site, place, by) = self.waited_for(files, &places)?;
            let after = path.edges.len().saturating_sub(place);
            Some(Agreed { site, waited: Some(Waited { after, by }) })
        })
    }

    /// The dialog whose promise is waited for in one of `places`, each with the call that goes on; which
    /// of them, and what leads to the dialog from there.
    fn waited_for(
        &self,
        files: &[File],
        places: &[(FunctionNode, CallId)],
    ) -> Option<(usize, usize, Vec<u32>)> {
        let asked = |call: CallId| {
            let instance = self.semantics.values.call(call).instance;
            self.asked(files, call).into_iter().map(move |at| (instance, at))
        };
        let itself = || {
            places.iter().enumerate().find_map(|(place, (_, call))| {
                let site = asked(*call).find_map(|at| self.by_call.get(&at))?;
                Some((*site, place, Vec::new()))
            })
        };
        let own = || {
            places.iter().enumerate().find_map(|(place, (function, _))| {
                Some((*self.by_function.get(function)?, place, Vec::new()))
            })
        };
        let mut left = MOST_FUNCTIONS;
        itself().or_else(own).or_else(|| {
            places.iter().enumerate().find_map(|(place, (function, call))| {
                let helpers = asked(*call).flat_map(|(_, at)| self.called(*function, Some(at)));
                let (site, by) = helpers
                    .into_iter()
                    .find_map(|(by, helper)| self.opened((helper, vec![by]), DEEPEST, &mut left))?;
                Some((site, place, by))
            })
        })
    }

    /// The calls on which it depends whether `call` is made: those in the conditions around it, those
    /// whose promise it goes on after, and those that are awaited before it.
    fn asked(&self, files: &[File], call: CallId) -> Vec<ExprId> {
        let conditions = self.semantics.conditions(files, call);
        let Some((script, mut parts)) = conditions else { return Vec::new() };
        let site = self.semantics.values.call(call);
        let mut at = match site.kind {
            CallKind::Continuation { .. } => Some(site.expr),
            _ => None,
        };
        while let Some(ExprKind::Call(call)) = at.map(|at| script.kind(at)) {
            at = match script.kind(call.callee) {
                ExprKind::Member { object, .. } => script.held_at(*object).or(Some(*object)),
                _ => None,
            };
            parts.extend(at);
        }
        let file = self.semantics.values.instance(site.instance).file;
        let mut all = self.awaits.borrow_mut();
        let awaits = all.entry(file).or_insert_with(|| awaits(script));
        let awaited = surely_before(script, awaits, site.expr);
        parts.extend(awaited.into_iter().filter_map(|it| match script.kind(it) {
            ExprKind::Await(value) => Some(script.held_at(*value).unwrap_or(*value)),
            _ => None,
        }));
        parts.retain(|part| matches!(script.kind(*part), ExprKind::Call(_)));
        parts
    }

    /// What `function` calls at `at`, or anywhere, each with its edge.
    fn called(&self, function: FunctionNode, at: Option<ExprId>) -> Vec<(u32, FunctionNode)> {
        let Semantics { graph, values, .. } = self.semantics;
        let is_call = |call: CallId| {
            let site = values.call(call);
            let is_meant = at.is_none_or(|at| site.expr == at);
            is_meant && !matches!(site.kind, CallKind::Callback { .. } | CallKind::Timer { .. })
        };
        let calls = graph.from(function).filter(|(_, edge)| !edge.guard.never);
        let calls = calls.filter(|(_, edge)| edge.call.is_some_and(is_call));
        calls.map(|(at, edge)| (at, edge.to)).collect()
    }

    /// The dialog that `function`, to which `by` leads, opens, itself or by what it calls, and what leads
    /// there.
    fn opened(
        &self,
        (function, by): (FunctionNode, Vec<u32>),
        depth: u32,
        left: &mut u32,
    ) -> Option<(usize, Vec<u32>)> {
        *left = left.checked_sub(1)?;
        if let Some(dialog) = self.by_function.get(&function) {
            return Some((*dialog, by));
        }
        let depth = depth.checked_sub(1)?;
        self.called(function, None).into_iter().find_map(|(at, to)| {
            let by = by.iter().copied().chain([at]).collect();
            self.opened((to, by), depth, left)
        })
    }
}
