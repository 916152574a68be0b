//! Which calls get copies of the functions that they run, so that callers are told apart.

use crate::project::is_in_package;
use crate::semantic::values::solve::{Solver, This};
use crate::semantic::values::{CallId, CallSite, InstanceId};
use crate::source::FileId;
use crate::syntax::script::{FunctionId, MODULE, Script};

use super::dead::Fates;
use super::{Extent, Instance};

/// A function with more nodes is not copied.
const LARGEST_COPY: usize = 600;

/// Copies that are made for a call in a copy go no deeper.
const DEEPEST_COPY: u32 = 4;

/// The same in the program's own scripts, where a callback goes through many hands; not for all copies
/// of a function.
const DEEPEST_OWN_COPY: u32 = 8;

impl<'a> Solver<'a> {
    /// The copy of `function` that `call` runs.
    pub(in crate::semantic::values) fn instance_for(
        &mut self,
        call: CallId,
        (around, function): (InstanceId, FunctionId),
        script: &'a Script,
        this: This,
    ) -> InstanceId {
        let base = around;
        let Some(reason) = self.told_by(call, (around, function), script, this) else {
            return base;
        };
        let site = self.values.call(call);
        let file = self.file_of(around);
        let facts = &self.facts[file.index()];
        let Some(extent) = facts.extents.get(function.0 as usize).copied().flatten() else {
            return base;
        };
        let is_bundle = facts.is_bundle && !self.is_own_module(file, function);
        if is_bundle || Instance::size(&extent) > LARGEST_COPY {
            return base;
        }
        let mut at = site.instance;
        let depth = match self.values.instance(at).depth {
            0 if self.is_apart(site) => 0,
            0 if self.is_keyed(file, function) => DEEPEST_COPY - 1,
            // What top levels call gives what scripts export and what units are registered with:
            // one helper is called by all pages. What it calls itself is not told apart.
            0 if self.is_at_top(site) => DEEPEST_COPY - 1,
            0 => return base,
            depth => depth,
        };
        let mut nearest = None;
        loop {
            let instance = self.values.instance(at);
            if instance.file == file && instance.root == function && instance.around == Some(around)
            {
                let is_whole = !self.fates.get(&at).is_some_and(Fates::has_dead);
                let is_same = instance.call.map(|first| self.hands_over_same(call, first));
                // What was left out for the first call may be what this one runs.
                if is_same.is_none_or(|same| same == Some(true) || (same.is_none() && is_whole)) {
                    return at;
                }
                nearest = nearest.or(is_whole.then_some(at));
            }
            let Some(outer) = instance.call else { break };
            at = self.values.call(outer).instance;
        }
        if let Some(copy) = self.copies.made.get(&(reason, around, function)) {
            return *copy;
        }
        if !self.may_go_deeper(depth, file, function) || self.budget < Instance::size(&extent) {
            return nearest.unwrap_or(base);
        }
        self.budget -= Instance::size(&extent);
        let copy = self.copy(file, function, extent, Some(around), Some(call), depth + 1);
        self.copies.made.insert((reason, around, function), copy);
        self.generate(copy);
        copy
    }

    /// Whether calls in a copy as deep as `depth` get copies of `function`.
    fn may_go_deeper(&mut self, depth: u32, file: FileId, function: FunctionId) -> bool {
        depth < DEEPEST_COPY
            || depth < DEEPEST_OWN_COPY
                && (!self.project.is_library(file) || self.is_own_module(file, function))
                && self.copies.may_go_deep(file, function)
    }

    /// Whether `function` looks something up by what it is given. Runtimes of frameworks do so all
    /// the time.
    fn is_keyed(&self, file: FileId, function: FunctionId) -> bool {
        let is_runtime =
            || self.project.is_library(file) && !is_in_package(&self.files[file.index()].path);
        self.facts[file.index()].keyed.contains(&function)
            && (!is_runtime() || self.is_own_module(file, function))
    }

    /// Whether the top level of a script makes the call.
    fn is_at_top(&self, site: &CallSite) -> bool {
        let script = self.script(site.instance);
        script.is_some_and(|script| script.expr(site.expr).function == MODULE)
    }

    /// Whether the function that makes the call is one whose calls are told apart.
    fn is_apart(&self, site: &CallSite) -> bool {
        let Some(script) = self.script(site.instance) else { return false };
        let caller = script.expr(site.expr).function;
        let apart = &self.facts[self.file_of(site.instance).index()].apart;
        apart.get(caller.0 as usize).copied().unwrap_or(false)
    }

    /// Makes an instance, without its edges.
    pub(in crate::semantic::values) fn copy(
        &mut self,
        file: FileId,
        root: FunctionId,
        extent: Extent,
        around: Option<InstanceId>,
        call: Option<CallId>,
        depth: u32,
    ) -> InstanceId {
        let nodes = self.grow(Instance::size(&extent)).0;
        let functions =
            self.values.instances.last().map_or(0, |last| {
                last.functions + last.extent.functions.1 - last.extent.functions.0
            });
        self.values.instances.push(Instance {
            file,
            root,
            around,
            call,
            depth,
            extent,
            nodes,
            functions,
        });
        InstanceId(self.values.instances.len() as u32 - 1)
    }
}
