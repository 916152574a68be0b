//! What a function does that the user notices, or that changes what the user will see.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use crate::platform::Platform;
use crate::project::Project;
use crate::source::FileId;
use crate::syntax::File;
use crate::syntax::script::{ExprKind, FunctionId, Script, Target};

use super::Semantics;
use super::stored::Exchange;
use super::values::{FunctionNode, Values};

/// Which functions do something by themselves.
#[derive(Clone, Debug, Default)]
pub struct Effects {
    /// Functions that call something visible, or something that is not known, in order.
    calls: Vec<FunctionNode>,
    /// Of each file the functions that write what others read, once somebody asks.
    writers: Vec<OnceLock<Vec<bool>>>,
    /// Whether each file is the script of a unit.
    scripts: Vec<bool>,
    /// What functions leave for each other in the storage, once somebody asks.
    pub(super) exchange: OnceLock<Exchange>,
}

impl Effects {
    /// What the functions of a program do.
    #[must_use]
    pub fn new(files: &[File], project: &Project, platform: &Platform, values: &Values) -> Self {
        let is_noticed = |path| is_visible(platform, values.symbols.text(path));
        let calls = values.host_calls.iter();
        let calls = calls.filter(|host| host.is_unread() || is_noticed(host.path));
        let mut calls: Vec<FunctionNode> =
            calls.map(|host| values.call(host.call).caller).collect();
        calls.sort_unstable();
        calls.dedup();
        let mut scripts = vec![false; files.len()];
        project.units().filter_map(|(_, it)| it.script).for_each(|it| scripts[it.index()] = true);
        let writers = vec![OnceLock::new(); files.len()];
        Self { calls, writers, scripts, exchange: OnceLock::new() }
    }
}

impl Semantics {
    /// Whether running `functions` does something that is noticed, in them or in what they call:
    /// calls something visible, or writes what others read.
    #[must_use]
    pub fn is_noticed(&self, files: &[File], functions: &[FunctionNode]) -> bool {
        self.does_something(files, &self.graph.closure(functions))
    }

    /// The same of a component alone, without what the functions do that it is given.
    #[must_use]
    pub fn is_noticed_within(&self, files: &[File], functions: &[FunctionNode]) -> bool {
        let file = |node| self.values.instance(self.values.function(node).0).file;
        let own: BTreeSet<FileId> = functions.iter().map(|node| file(*node)).collect();
        let is_own = |node| {
            let file: FileId = file(node);
            own.contains(&file) || !self.effects.scripts[file.index()]
        };
        self.does_something(files, &self.graph.closure_within(functions, &is_own))
    }

    fn does_something(&self, files: &[File], functions: &BTreeSet<FunctionNode>) -> bool {
        let Effects { calls, writers, .. } = &self.effects;
        let writes = |node| {
            let (instance, function) = self.values.function(node);
            let file = self.values.instance(instance).file.index();
            let writers =
                files[file].script().map(|it| writers[file].get_or_init(|| writers_of(it)));
            writers.is_some_and(|writers| writers[function.0 as usize])
        };
        functions.iter().any(|node| calls.binary_search(node).is_ok() || writes(*node))
            || self.stores_for_others(functions)
    }
}

fn is_visible(platform: &Platform, path: &str) -> bool {
    let Some((object, name)) = path.rsplit_once('.') else { return false };
    if object == "this" {
        return true;
    }
    platform.is_namespace(object) && platform.api(name).is_none_or(|api| api.kind.is_visible())
}

/// Of each function, whether it writes a member, or a variable that is not its own and others read.
fn writers_of(script: &Script) -> Vec<bool> {
    // The first function that reads each variable, and whether others do.
    let mut readers: Vec<Option<(FunctionId, bool)>> = vec![None; script.bindings.len()];
    for expr in &script.exprs {
        if let ExprKind::Binding(binding) = expr.kind {
            let reader = &mut readers[binding.0 as usize];
            let (first, has_others) = reader.unwrap_or((expr.function, false));
            *reader = Some((first, has_others || first != expr.function));
        }
    }
    let mut writers = vec![false; script.functions.len()];
    for expr in &script.exprs {
        let ExprKind::Assign { target, .. } = &expr.kind else { continue };
        writers[expr.function.0 as usize] |= match target {
            Target::Member { .. } | Target::Index { .. } | Target::Global(_) => true,
            Target::Binding(binding) => {
                let is_own = script.binding(*binding).function == expr.function;
                let is_other = |(first, has_others)| has_others || first != expr.function;
                !is_own && readers[binding.0 as usize].is_some_and(is_other)
            }
        };
    }
    writers
}
