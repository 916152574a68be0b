//! Who catches what a promise is rejected with: here, or in a caller.

use std::collections::BTreeMap;

use crate::source::FileId;
use crate::syntax::File;
use crate::syntax::script::{ExprId, ExprKind, RegionId, RegionKind, Script};

use super::Semantics;
use super::uses::{Use, Uses};
use super::values::{CallKind, FunctionNode, InstanceId};

/// A value and the function whose run makes it.
pub(super) type Made = (FunctionNode, ExprId);

/// What catches a rejection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Caught {
    /// The function that this call of `catch` or `then` hands over.
    Call(FunctionNode, ExprId),
    /// This `catch` of the `try` around this `await`.
    Region(FunctionNode, RegionId, ExprId),
}

/// What becomes of a rejection.
#[derive(Clone, Debug, Default)]
pub(super) struct Passed {
    /// What catches it.
    pub(super) caught: Vec<Caught>,
    /// The promises that are rejected with it in turn.
    pub(super) next: Vec<Made>,
    /// Whether it goes where it is not followed.
    pub(super) is_lost: bool,
}

/// A follower of rejections.
pub(super) struct Rejections<'a> {
    files: &'a [File],
    semantics: &'a Semantics,
    uses: BTreeMap<FileId, Uses>,
}

impl<'a> Rejections<'a> {
    /// A follower in `files`, of which `semantics` is known.
    pub(super) fn new(files: &'a [File], semantics: &'a Semantics) -> Self {
        Self { files, semantics, uses: BTreeMap::new() }
    }

    pub(super) fn file_of(&self, instance: InstanceId) -> FileId {
        self.semantics.values.instance(instance).file
    }

    pub(super) fn script(&self, file: FileId) -> Option<&'a Script> {
        self.files[file.index()].script()
    }

    /// What becomes of the rejection of the promise that `expr` is.
    pub(super) fn passed_on(&mut self, (function, expr): Made) -> Passed {
        let (instance, _) = self.semantics.values.function(function);
        let file = self.file_of(instance);
        let mut passed = Passed::default();
        let Some(script) = self.script(file) else { return passed };
        let uses = self.uses.entry(file).or_insert_with(|| Uses::new(script));
        let mut leaves = uses.is_returned(expr);
        for it in uses.of(expr) {
            match it {
                Use::Awaited(at) => match handler(script, at) {
                    Some(region) => passed.caught.push(Caught::Region(function, region, at)),
                    None => leaves = true,
                },
                Use::Member(at, name) => {
                    let call = uses.of(at).find_map(|it| match it {
                        Use::Called(call) => Some(call),
                        _ => None,
                    });
                    let Some(call) = call else { continue };
                    let ExprKind::Call(written) = script.kind(call) else { continue };
                    match (script.name(name), written.arguments.len()) {
                        ("catch", 1..) | ("then", 2..) => {
                            passed.caught.push(Caught::Call(function, call));
                        }
                        ("then" | "finally" | "catch", _) => passed.next.push((function, call)),
                        _ => {}
                    }
                }
                Use::Same(at) => passed.next.push((function, at)),
                Use::Kept(binding) if script.binding(binding).writes.len() == 1 => {
                    let reads = uses.reads(binding);
                    passed.next.extend(reads.map(|read| (function, read)));
                }
                Use::Kept(_) | Use::Elsewhere => passed.is_lost = true,
                Use::Called(_) => {}
            }
        }
        if leaves {
            self.leave(function, &mut passed);
        }
        passed
    }

    /// The rejection leaves `function`: the calls that give what it gives are rejected.
    fn leave(&self, function: FunctionNode, passed: &mut Passed) {
        let graph = &self.semantics.graph;
        for edge in graph.into(function) {
            let Some(call) = edge.call else { continue };
            let site = self.semantics.values.call(call);
            match site.kind {
                CallKind::Call | CallKind::Continuation { .. } => {
                    passed.next.push((site.caller, site.expr));
                }
                CallKind::Standard if !self.is_new(site.instance, site.expr) => {
                    passed.is_lost = true;
                }
                CallKind::Escape => passed.is_lost = true,
                _ => {}
            }
        }
    }

    /// Whether `expr` is a `new`, whose callback's result goes nowhere.
    fn is_new(&self, instance: InstanceId, expr: ExprId) -> bool {
        let script = self.script(self.file_of(instance));
        script
            .is_some_and(|script| matches!(script.kind(expr), ExprKind::Call(call) if call.is_new))
    }
}

/// The `catch` that runs when `expr` throws: it is the next beside the innermost `try` around.
fn handler(script: &Script, expr: ExprId) -> Option<RegionId> {
    let mut around = script.enclosing(script.expr(expr).region);
    let (tried, region) = around.find(|(_, it)| it.kind == RegionKind::Try { caught: true })?;
    let count = script.regions.len() as u32;
    let mut after = (tried.0.saturating_add(1)..count).map(RegionId);
    after.find(|id| {
        let it = script.region(*id);
        it.kind == RegionKind::Catch && it.parent == region.parent
    })
}
