//! Members of object literals that are written over before anything reads them: of `const options =
//! { scopes: 'auth_user' }; options.scopes = 'auth_base'; ask(options)` the first scope is never asked
//! for.

use crate::semantic::values::instance::dead::Fates;
use crate::syntax::script::{BindingId, BindingKind, ExprId, ExprKind, Name, RegionId, Script};

use rustc_hash::{FxHashMap, FxHashSet};

/// Regions are looked at no further around a place than this.
const MOST_REGIONS: usize = 64;

/// What may be written over, by the literal.
#[derive(Debug, Default)]
pub(in crate::semantic::values) struct Overwritten(FxHashMap<ExprId, Vec<Write>>);

/// That a member of a literal is written before anything else is done to the object.
#[derive(Clone, Copy, Debug)]
struct Write {
    member: Name,
    at: ExprId,
    /// Where the literal is given to its variable.
    given: ExprId,
}

impl Overwritten {
    /// What may be written over in `script`.
    pub(in crate::semantic::values) fn new(script: &Script) -> Self {
        let mut all = Self::default();
        let writes: Vec<MemberWrite> = member_writes(script).collect();
        if writes.is_empty() {
            return all;
        }
        let objects: FxHashSet<ExprId> = writes.iter().map(|write| write.object).collect();
        // Where something else is first done to what each variable holds.
        let mut used: FxHashMap<BindingId, ExprId> = FxHashMap::default();
        for (id, expr) in script.exprs() {
            if let ExprKind::Binding(binding) = expr.kind {
                let is_own = script.binding(binding).function == expr.function;
                if !is_own || !objects.contains(&id) {
                    used.entry(binding).or_insert(id);
                }
            }
        }
        for MemberWrite { at, binding, member, given, literal, .. } in writes {
            if used.get(&binding).is_none_or(|used| at < *used) {
                all.0.entry(literal).or_default().push(Write { member, at, given });
            }
        }
        all
    }

    /// The literals with members that are written over where `fates` tell which regions run, and those
    /// members.
    pub(in crate::semantic::values) fn surely<'s>(
        &'s self,
        script: &'s Script,
        (first, end): (u32, u32),
        fates: &'s Fates,
    ) -> impl Iterator<Item = (ExprId, Name)> + 's {
        let here = self.0.iter().filter(move |(literal, _)| (first..end).contains(&literal.0));
        let each = here.flat_map(|(literal, writes)| writes.iter().map(|write| (*literal, write)));
        each.filter(|(_, write)| {
            let runs = |region| fates.of(region) == Some(true);
            follows(script, script.expr(write.given).region, write.at, &runs)
        })
        .map(|(literal, write)| (literal, write.member))
    }
}

/// Whether `at` is run by every run that goes on from `region`.
fn follows(script: &Script, region: RegionId, at: ExprId, runs: &dyn Fn(RegionId) -> bool) -> bool {
    for (id, _) in script.enclosing(script.expr(at).region).take(MOST_REGIONS) {
        if id == region {
            return true;
        }
        if !runs(id) {
            return false;
        }
    }
    false
}

/// That a member of what a variable holds is written or deleted, where that is a literal.
struct MemberWrite {
    at: ExprId,
    /// The read of the variable.
    object: ExprId,
    binding: BindingId,
    member: Name,
    /// Where the variable gets the literal.
    given: ExprId,
    literal: ExprId,
}

fn member_writes(script: &Script) -> impl Iterator<Item = MemberWrite> {
    script.exprs.iter().zip(0..).filter_map(|(expr, at)| {
        let (object, member, _) = script.written_member(&expr.kind)?;
        let ExprKind::Binding(binding) = script.kind(object) else { return None };
        let (given, literal) = literal(script, *binding)?;
        let at = ExprId(at);
        let write = MemberWrite { at, object, binding: *binding, member, given, literal };
        (given < at).then_some(write)
    })
}

/// The object literal that the variable `binding` holds all the time, and where it gets it.
fn literal(script: &Script, binding: BindingId) -> Option<(ExprId, ExprId)> {
    let declared = script.binding(binding);
    let [given] = declared.writes.as_slice() else { return None };
    let ExprKind::Assign { value, .. } = script.kind(*given) else { return None };
    let is_plain =
        matches!(declared.kind, BindingKind::Var | BindingKind::Let | BindingKind::Const)
            && script.expr(*given).function == declared.function;
    let is_literal = matches!(script.kind(*value), ExprKind::Object(_));
    (is_plain && is_literal).then_some((*given, *value))
}
