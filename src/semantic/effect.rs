//! What a function does that the user notices, or that changes what the user will see.

use std::collections::{BTreeMap, BTreeSet};

use crate::platform::Platform;
use crate::source::FileId;
use crate::syntax::File;
use crate::syntax::script::{ExprKind, FunctionId, Script, Target};

use super::call_graph::CallGraph;
use super::values::{FunctionNode, Values};

/// Which functions do something by themselves.
#[derive(Clone, Debug, Default)]
pub struct Effects {
    /// Functions that call something visible, or something that is not known.
    calls: BTreeSet<FunctionNode>,
    /// Functions that write what others read.
    writes: BTreeSet<(FileId, FunctionId)>,
}

impl Effects {
    /// What the functions of a program do.
    #[must_use]
    pub fn new(files: &[File], platform: &Platform, values: &Values) -> Self {
        let mut effects = Self::default();
        for host in &values.host_calls {
            let path = values.symbols.text(host.path);
            if host.is_unread() || is_visible(platform, path) {
                effects.calls.insert(values.call(host.call).caller);
            }
        }
        for (file, id) in files.iter().zip((0..).map(FileId)) {
            if let Some(script) = file.script() {
                effects.writes.extend(writers(script).into_iter().map(|function| (id, function)));
            }
        }
        effects
    }

    /// Whether running `functions` does something that is noticed, in them or in what they call.
    #[must_use]
    pub fn is_noticed(
        &self,
        values: &Values,
        graph: &CallGraph,
        functions: &[FunctionNode],
    ) -> bool {
        graph.closure(functions).into_iter().any(|node| {
            let (instance, function) = values.function(node);
            let file = values.instance(instance).file;
            self.calls.contains(&node) || self.writes.contains(&(file, function))
        })
    }
}

fn is_visible(platform: &Platform, path: &str) -> bool {
    let Some((object, name)) = path.rsplit_once('.') else { return false };
    if object == "this" {
        return true;
    }
    platform.is_namespace(object) && platform.api(name).is_none_or(|api| api.kind.is_visible())
}

/// The functions that write a member or a variable that is not their own.
fn writers(script: &Script) -> BTreeSet<FunctionId> {
    let mut readers: BTreeMap<_, BTreeSet<FunctionId>> = BTreeMap::new();
    for expr in &script.exprs {
        if let ExprKind::Binding(binding) = expr.kind {
            readers.entry(binding).or_default().insert(expr.function);
        }
    }
    let is_write = |function: FunctionId, target: &Target| match target {
        Target::Member { .. } | Target::Index { .. } | Target::Global(_) => true,
        Target::Binding(binding) => {
            let others = readers.get(binding).into_iter().flatten();
            let is_own = script.binding(*binding).function == function;
            !is_own && others.into_iter().any(|reader| *reader != function)
        }
    };
    let writes = script.exprs.iter().filter_map(|expr| match &expr.kind {
        ExprKind::Assign { target, .. } if is_write(expr.function, target) => Some(expr.function),
        _ => None,
    });
    writes.collect()
}
