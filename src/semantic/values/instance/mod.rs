//! Copies of functions, so that callers are told apart.

pub(super) mod apart;
pub(super) mod constant;
pub(super) mod copying;
pub(super) mod dead;
pub(super) mod operator;
pub(super) mod outside;
pub(super) mod receiver;
pub(super) mod replaced;
pub(super) mod touched;
pub(super) mod unchanged;
pub(super) mod written;

use crate::semantic::values::{CallId, Node, Values};
use crate::source::FileId;
use crate::syntax::script::{BindingId, ExprId, FunctionId, Script};

use receiver::Reason;
use rustc_hash::FxHashMap;

/// Copies of one function that may go deeper than usual.
const MOST_DEEP: u32 = 100;

/// A copy of a function and of all functions inside it; the base copy is that of a file's top level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct InstanceId(pub(crate) u32);

/// A function in an instance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FunctionNode(pub(crate) u32);

/// What belongs to a function and the functions inside it: contiguous runs of ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Extent {
    pub(crate) exprs: (u32, u32),
    pub(crate) bindings: (u32, u32),
    pub(crate) functions: (u32, u32),
}

/// A copy of a function.
#[derive(Clone, Debug)]
pub struct Instance {
    /// The file.
    pub file: FileId,
    /// The function that is copied.
    pub root: FunctionId,
    /// The copy that the variables around it belong to.
    pub around: Option<InstanceId>,
    /// The call it was made for.
    pub call: Option<CallId>,
    /// How many calls made for each other lead here.
    pub depth: u32,
    pub(crate) extent: Extent,
    pub(crate) nodes: u32,
    pub(crate) functions: u32,
}

impl Instance {
    /// The number of nodes that a copy of `extent` needs.
    pub(crate) fn size(extent: &Extent) -> usize {
        let count = |run: (u32, u32)| (run.1 - run.0) as usize;
        count(extent.exprs) + count(extent.bindings) + 3 * count(extent.functions)
    }

    /// Whether `function` is the root or inside it.
    pub(crate) fn holds(&self, function: FunctionId) -> bool {
        within(self.extent.functions, function.0)
    }

    /// The node of an expression inside.
    pub(crate) fn expr(&self, id: ExprId) -> Option<Node> {
        within(self.extent.exprs, id.0).then(|| Node(self.nodes + id.0 - self.extent.exprs.0))
    }

    /// The node of a variable inside.
    pub(crate) fn binding(&self, id: BindingId) -> Option<Node> {
        let first = self.nodes + self.extent.exprs.1 - self.extent.exprs.0;
        within(self.extent.bindings, id.0).then(|| Node(first + id.0 - self.extent.bindings.0))
    }

    /// What `function`, which is inside, returns.
    pub(crate) fn returns(&self, function: FunctionId) -> Node {
        self.of_function(function, 0)
    }

    /// `this` of `function`, which is inside and no arrow.
    pub(crate) fn this(&self, function: FunctionId) -> Node {
        self.of_function(function, 1)
    }

    /// `arguments` of `function`, which is inside and no arrow.
    pub(crate) fn arguments(&self, function: FunctionId) -> Node {
        self.of_function(function, 2)
    }

    /// The function `function`, which is inside, as a node of the call graph.
    pub(crate) fn function(&self, function: FunctionId) -> FunctionNode {
        FunctionNode(self.functions + function.0 - self.extent.functions.0)
    }

    fn of_function(&self, function: FunctionId, which: u32) -> Node {
        let before = (self.extent.exprs.1 - self.extent.exprs.0)
            + (self.extent.bindings.1 - self.extent.bindings.0);
        Node(self.nodes + before + 3 * (function.0 - self.extent.functions.0) + which)
    }
}

impl Values {
    /// The expression whose node `node` is.
    #[must_use]
    pub fn place(&self, node: Node) -> Option<(InstanceId, ExprId)> {
        let (id, instance) = self.around(node)?;
        let (first, end) = instance.extent.exprs;
        let expr = first + node.0 - instance.nodes;
        (expr < end).then_some((id, ExprId(expr)))
    }

    /// The variable whose node `node` is.
    pub(crate) fn variable(&self, node: Node) -> Option<(InstanceId, BindingId)> {
        let (id, instance) = self.around(node)?;
        let (exprs, (first, end)) = (instance.extent.exprs, instance.extent.bindings);
        let at = (node.0 - instance.nodes).checked_sub(exprs.1 - exprs.0)?;
        (first + at < end).then_some((id, BindingId(first + at)))
    }

    /// The last copy whose nodes begin no later than `node`.
    fn around(&self, node: Node) -> Option<(InstanceId, &Instance)> {
        let after = self.instances.partition_point(|instance| instance.nodes <= node.0);
        let at = after.checked_sub(1)?;
        Some((InstanceId(at as u32), self.instances.get(at)?))
    }
}

fn within(run: (u32, u32), id: u32) -> bool {
    run.0 <= id && id < run.1
}

/// What each function of `script` extends over; `None` where its parts are not contiguous.
pub(crate) fn extents(script: &Script) -> Vec<Option<Extent>> {
    let count = script.functions.len();
    let mut ends: Vec<u32> = (1..=count as u32).collect();
    for id in (1..count).rev() {
        if let Some(parent) = script.functions[id].parent {
            let parent = parent.0 as usize;
            ends[parent] = ends[parent].max(ends[id]);
        }
    }
    let mut exprs = Runs::new(count);
    for expr in script.exprs.iter().enumerate() {
        exprs.add(expr.1.function, expr.0);
    }
    let mut bindings = Runs::new(count);
    for binding in script.bindings.iter().enumerate() {
        bindings.add(binding.1.function, binding.0);
    }
    exprs.fold(script);
    bindings.fold(script);
    (0..count)
        .map(|id| {
            Some(Extent {
                exprs: exprs.run(id)?,
                bindings: bindings.run(id)?,
                functions: (id as u32, ends[id]),
            })
        })
        .collect()
}

/// For each function the first and last id that belongs to it, and how many do.
struct Runs(Vec<(u32, u32, u32)>);

impl Runs {
    fn new(count: usize) -> Self {
        Self(vec![(u32::MAX, 0, 0); count])
    }

    fn add(&mut self, function: FunctionId, id: usize) {
        let run = &mut self.0[function.0 as usize];
        *run = (run.0.min(id as u32), run.1.max(id as u32 + 1), run.2 + 1);
    }

    fn fold(&mut self, script: &Script) {
        for id in (1..self.0.len()).rev() {
            if let Some(parent) = script.functions[id].parent {
                let inner = self.0[id];
                let run = &mut self.0[parent.0 as usize];
                *run = (run.0.min(inner.0), run.1.max(inner.1), run.2 + inner.2);
            }
        }
    }

    fn run(&self, id: usize) -> Option<(u32, u32)> {
        let (first, end, count) = self.0[id];
        if count == 0 {
            return Some((0, 0));
        }
        (end - first == count).then_some((first, end))
    }
}

/// The copies that exist.
#[derive(Debug, Default)]
pub(in crate::semantic::values) struct Copies {
    /// By what each was made for, the surrounding copy and the function.
    pub(in crate::semantic::values) made: FxHashMap<(Reason, InstanceId, FunctionId), InstanceId>,
    /// How many copies of a function go deep.
    deep: FxHashMap<(FileId, FunctionId), u32>,
}

impl Copies {
    /// Counts one more deep copy of `function`; whether there may be as many.
    pub(in crate::semantic::values) fn may_go_deep(
        &mut self,
        file: FileId,
        function: FunctionId,
    ) -> bool {
        let count = self.deep.entry((file, function)).or_insert(0);
        *count += 1;
        *count <= MOST_DEEP
    }
}

/// An expression in a copy of a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::semantic) struct At(
    pub(in crate::semantic) InstanceId,
    pub(in crate::semantic) ExprId,
);
