//! Hooks that are wrapped: one function stands in for those of all units, or for several of one, and
//! calls what was there before.

use std::collections::{BTreeMap, BTreeSet};

use crate::project::UnitId;
use crate::semantic::graph::call_graph::CallGraph;
use crate::semantic::symbols::Symbol;
use crate::semantic::values::{FunctionNode, Values};
use crate::source::FileId;
use crate::syntax::script::FunctionId;

use super::Entry;
use rustc_hash::FxHashSet;

/// A function that is a member of more units, or under more names, than this, is looked at no further.
const MOST_MEMBERS: usize = 64;

/// A function as it is written, whatever the copy.
type Written = (FileId, FunctionId);

/// The hooks that a function is, each with its unit.
type Hooks<'a> = BTreeMap<Written, BTreeSet<(&'a str, UnitId)>>;

/// The edges by which a function of a library that stands in for a hook of several units runs what
/// one of them had there: `before.call(this)` in what measures all pages.
///
/// It runs that on its own unit only, and the host runs it there in any case. Followed from another
/// unit it would lead from the start of the app to whatever any page does.
pub(in crate::semantic) fn wrapped(
    graph: &CallGraph,
    values: &Values,
    libraries: &[bool],
    entries: &[Entry],
) -> FxHashSet<u32> {
    let is_library = |(file, _): Written| libraries.get(file.index()).copied().unwrap_or(false);
    let mut hooks: Hooks<'_> = BTreeMap::new();
    let mut standing_in: BTreeSet<FunctionNode> = BTreeSet::new();
    for entry in entries {
        let Some(unit) = entry.unit else { continue };
        let name = entry.name.rsplit('.').next().unwrap_or_default();
        let function = values.written(entry.function);
        hooks.entry(function).or_default().insert((name, unit));
        if is_library(function) {
            standing_in.insert(entry.function);
        }
    }
    let units = |of: &BTreeSet<(&str, UnitId)>| -> BTreeSet<UnitId> {
        of.iter().map(|(_, unit)| *unit).collect()
    };
    let mut skipped = FxHashSet::default();
    for function in standing_in {
        let Some(own) = hooks.get(&values.written(function)).filter(|own| units(own).len() > 1)
        else {
            continue;
        };
        let is_hook = |to: Written| {
            let names = own.iter().map(|(name, _)| *name);
            let other = hooks.get(&to).into_iter().flatten().map(|(name, _)| *name);
            let other: BTreeSet<&str> = other.collect();
            names.into_iter().any(|name| other.contains(name))
        };
        for (at, edge) in graph.from(function) {
            let to = values.written(edge.to);
            if !is_library(to) && is_hook(to) {
                skipped.insert(at);
            }
        }
    }
    skipped
}

/// The edges by which a function that a program puts in the place of several members, of one unit or of
/// many, runs what one of them was: `const before = page[name]; page[name] = function () {
/// before.call(this) }` for each of some names.
///
/// As what was there is known to be a member of that unit and name itself, whatever runs the member
/// runs it in any case. Followed from another name it would run where the program never runs it.
pub(in crate::semantic) fn stood_in(graph: &CallGraph, values: &Values) -> Vec<u32> {
    let mut members: BTreeMap<Written, BTreeSet<(UnitId, Symbol)>> = BTreeMap::new();
    for member in &values.host_members {
        let all = members.entry(values.written(member.function)).or_default();
        all.insert((member.unit, member.name));
    }
    let functions = values.host_members.iter().map(|member| member.function);
    let functions: BTreeSet<FunctionNode> = functions.collect();
    let mut skipped = Vec::new();
    for function in functions {
        let own = members.get(&values.written(function)).filter(|own| own.len() > 1);
        let Some(own) = own else { continue };
        let is_before = |to: &BTreeSet<(UnitId, Symbol)>| {
            to.iter().take(MOST_MEMBERS).any(|member| own.contains(member))
        };
        for (at, edge) in graph.from(function) {
            if members.get(&values.written(edge.to)).is_some_and(is_before) {
                skipped.push(at);
            }
        }
    }
    skipped
}
