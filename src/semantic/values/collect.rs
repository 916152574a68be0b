//! What is known before the fixpoint starts, and the start itself.

use super::accessor::accessors;
use super::instance::extents;
use super::solve::{FileFacts, Solver};
use super::{InstanceId, Values};
use crate::platform::Platform;
use crate::project::Project;
use crate::semantic::markup::Markup;
use crate::source::FileId;
use crate::syntax::File;
use crate::syntax::script::{ExprId, ExprKind, MODULE, Script};

/// A larger script is a bundle: it is followed, but its functions are not told apart by caller.
const LARGEST_SCRIPT: usize = 150_000;

/// So is a script whose lines are longer than this on average, unless it is small.
const LONGEST_LINES: usize = 300;
const SMALL_SCRIPT: usize = 4_000;

/// How often calls that nothing was found for may be given up on.
const ROUNDS: usize = 4;

/// Edges and watches may be this many for each node of the program, and some more.
const LINKS_PER_NODE: usize = 24;
const FREE_LINKS: usize = 400_000;

/// Copies may take this many nodes for each node of the program, and some more.
const COPIES_PER_NODE: usize = 3;
const FREE_COPIES: usize = 100_000;

impl Values {
    /// The values of a program.
    #[must_use]
    pub fn new(files: &[File], project: &Project, platform: &Platform, markup: &Markup) -> Self {
        let mut solver = Solver::empty(files, project, platform, markup);
        solver.prepare();
        solver.limit = solver.values.sets.len() * LINKS_PER_NODE + FREE_LINKS;
        solver.budget = solver.values.sets.len() * COPIES_PER_NODE + FREE_COPIES;
        for base in solver.values.bases.clone().into_iter().flatten() {
            solver.generate(base);
        }
        solver.link_modules();
        solver.start_units();
        solver.settle();
        for _ in 0..ROUNDS {
            if !solver.give_up_on_calls() {
                break;
            }
            solver.settle();
        }
        if solver.register_wrapped() {
            solver.settle();
            solver.give_up_on_calls();
            solver.settle();
        }
        if solver.receive_uncalled() {
            solver.settle();
            solver.give_up_on_calls();
            solver.settle();
        }
        if solver.doubt_copies() {
            solver.settle();
        }
        let mut values = solver.values;
        values.edges.sort_unstable();
        values.edges.dedup();
        values.host_calls.sort_unstable();
        values.host_calls.dedup();
        values
    }
}

impl Solver<'_> {
    fn prepare(&mut self) {
        for (at, file) in self.files.iter().enumerate() {
            let id = FileId(at as u32);
            let script = file.script();
            let names = script.map(|script| {
                script.names.iter().map(|name| self.values.symbols.intern(name)).collect()
            });
            self.values.name_symbols.push(names.unwrap_or_default());
            let mut facts = script.map(facts).unwrap_or_default();
            facts.is_bundle = is_bundle(&file.text);
            let base = script.and_then(|_| self.base(id, &facts));
            if base.is_some() {
                facts.exports = Some(self.grow(1));
            }
            if let Some(script) = script {
                self.note_accessors(id, script);
            }
            self.facts.push(facts);
            self.values.bases.push(base);
        }
    }

    fn base(&mut self, file: FileId, facts: &FileFacts) -> Option<InstanceId> {
        let extent = facts.extents.first().copied().flatten()?;
        let base = self.copy(file, MODULE, extent, None, None, 0);
        if facts.is_bundle {
            let first = super::Node(self.values.instance(base).nodes);
            self.values.sets.narrow(first, super::Instance::size(&extent));
        }
        Some(base)
    }

    fn note_accessors(&mut self, file: FileId, script: &Script) {
        for name in accessors(script) {
            self.accessors.insert(self.values.name_symbols[file.index()][name.0 as usize]);
        }
    }
}

fn is_bundle(text: &str) -> bool {
    let lines = || text.bytes().filter(|byte| *byte == b'\n').count() + 1;
    text.len() > LARGEST_SCRIPT
        || (text.len() > SMALL_SCRIPT && text.len() / lines() > LONGEST_LINES)
}

/// The expression whose value an assignment or sequence has.
fn source(kind: &ExprKind) -> Option<ExprId> {
    match kind {
        ExprKind::Assign { value, .. } => Some(*value),
        ExprKind::Sequence(values) => values.last().copied(),
        _ => None,
    }
}

fn facts(script: &Script) -> FileFacts {
    let mut facts = FileFacts {
        extents: extents(script),
        callees: vec![false; script.exprs.len()],
        sources: Vec::with_capacity(script.exprs.len()),
        ..FileFacts::default()
    };
    // The top level owns all there is, whatever lowering left without an owner.
    if let Some(Some(module)) = facts.extents.first_mut() {
        module.exprs = (0, script.exprs.len() as u32);
        module.bindings = (0, script.bindings.len() as u32);
    }
    for (id, expr) in script.exprs() {
        // Operands stand before what uses them.
        let source = source(&expr.kind).and_then(|value| facts.sources.get(value.0 as usize));
        facts.sources.push(source.copied().unwrap_or(id));
        match &expr.kind {
            ExprKind::Call(call) if !call.is_new => {
                facts.callees[call.callee.0 as usize] = true;
            }
            ExprKind::Arguments => {
                facts.arguments.insert(script.receiver(expr.function));
            }
            ExprKind::Caught => facts.caught.entry(expr.function).or_default().push(id),
            ExprKind::Throw(value) => {
                facts.thrown.entry(expr.function).or_default().push(*value);
            }
            ExprKind::Object(properties) => {
                let methods = properties.iter().filter_map(|it| it.function(script));
                facts.homes.extend(methods.map(|function| (function, id)));
            }
            _ => {}
        }
    }
    for (class, id) in script.classes.iter().zip((0..).map(crate::syntax::script::ClassId)) {
        facts.classes.insert(class.constructor, (id, false));
        if let Some(fields) = class.initializer {
            facts.classes.insert(fields, (id, false));
        }
        if let Some(fields) = class.static_initializer {
            facts.classes.insert(fields, (id, true));
        }
        for member in &class.members {
            if let Some(function) = member.property.function(script) {
                facts.classes.insert(function, (id, member.is_static));
            }
        }
    }
    facts
}
