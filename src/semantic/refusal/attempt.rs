//! What runs where an expression throws: the `catch` and `finally` of the `try`s around it.

use crate::syntax::script::{ExprId, RegionId, RegionKind, Script};

/// A `try` around an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::semantic) struct Attempt {
    /// What is tried.
    pub(in crate::semantic) tried: RegionId,
    /// Its `catch`.
    pub(in crate::semantic) caught: Option<RegionId>,
    /// Its `finally`.
    pub(in crate::semantic) finished: Option<RegionId>,
}

/// The `try`s around `expr` that throwing there leaves, innermost first: the last may catch it.
pub(in crate::semantic) fn attempts(script: &Script, expr: ExprId) -> Vec<Attempt> {
    let mut attempts = Vec::new();
    for (tried, region) in script.enclosing(script.expr(expr).region) {
        let RegionKind::Try { caught } = region.kind else { continue };
        let mut beside = beside(script, tried).peekable();
        let is_catch = |kind| matches!(kind, RegionKind::Catch { .. });
        let caught = beside.next_if(|id| caught && is_catch(script.region(*id).kind));
        let finished = beside.next_if(|id| script.region(*id).kind == RegionKind::Finally);
        attempts.push(Attempt { tried, caught, finished });
        if caught.is_some() {
            break;
        }
    }
    attempts
}

/// The regions behind `region` in the same one around.
fn beside(script: &Script, region: RegionId) -> impl Iterator<Item = RegionId> {
    let around = script.region(region);
    let own = script.function(around.function).span;
    let behind = (region.0.saturating_add(1)..script.regions.len() as u32).map(RegionId);
    let inside = behind.take_while(move |id| {
        let span = script.function(script.region(*id).function).span;
        own.start <= span.start && span.end <= own.end
    });
    inside.filter(|id| script.region(*id).parent == around.parent)
}
