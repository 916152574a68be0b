//! What is known before the fixpoint starts, and the start itself.

use super::accessor::accessors;
use super::apart::apart;
use super::idle::idle;
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

/// How much of a program is followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coverage {
    /// What the rules look at: what has nothing to do with consent is followed with less
    /// precision, or not at all where nothing runs it.
    Consent,
    /// All scripts, with the same precision.
    Everything,
    /// No script.
    Nothing,
}

/// The values of a program before they flow, for which the templates need not be known.
pub(crate) struct Unsettled<'a>(Solver<'a>);

impl<'a> Unsettled<'a> {
    /// The values that stand in the scripts.
    pub(crate) fn new(
        files: &'a [File],
        project: &'a Project,
        platform: &'a Platform,
        coverage: Coverage,
    ) -> Self {
        let mut solver = Solver::empty(files, project, platform);
        match coverage {
            Coverage::Consent => {
                solver.prepare(&idle(files, project, platform));
                solver.tell_apart();
            }
            Coverage::Nothing => solver.prepare(&vec![true; files.len()]),
            Coverage::Everything => {
                solver.prepare(&vec![false; files.len()]);
                for facts in &mut solver.facts {
                    facts.apart = vec![true; facts.extents.len()];
                }
            }
        }
        solver.limit = solver.values.sets.len() * LINKS_PER_NODE + FREE_LINKS;
        solver.budget = solver.values.sets.len() * COPIES_PER_NODE + FREE_COPIES;
        for base in solver.values.bases.clone().into_iter().flatten() {
            solver.generate(base);
        }
        solver.link_modules();
        Self(solver)
    }

    /// All values, with what the templates hand over.
    pub(crate) fn settled(self, markup: &Markup) -> Values {
        self.0.settled(markup)
    }
}

impl Values {
    /// The values of a program.
    #[must_use]
    pub fn new(
        files: &[File],
        project: &Project,
        platform: &Platform,
        markup: &Markup,
        coverage: Coverage,
    ) -> Self {
        Unsettled::new(files, project, platform, coverage).settled(markup)
    }
}

impl Solver<'_> {
    fn settled(mut self, markup: &Markup) -> Values {
        self.start_units(markup);
        self.settle();
        for _ in 0..ROUNDS {
            if !self.give_up_on_calls() {
                break;
            }
            self.settle();
        }
        if self.register_wrapped() {
            self.settle();
            self.give_up_on_calls();
            self.settle();
        }
        if self.receive_uncalled() {
            self.settle();
            self.give_up_on_calls();
            self.settle();
        }
        if self.doubt_copies() {
            self.settle();
        }
        let mut values = self.values;
        values.edges.sort_unstable();
        values.edges.dedup();
        values.host_calls.sort_unstable();
        values.host_calls.dedup();
        values
    }

    fn prepare(&mut self, idle: &[bool]) {
        for ((at, file), is_idle) in self.files.iter().enumerate().zip(idle) {
            let id = FileId(at as u32);
            let script = file.script().filter(|_| !is_idle);
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

    fn tell_apart(&mut self) {
        let Values { symbols, name_symbols, .. } = &self.values;
        let apart = apart(self.files, self.project, self.platform, (symbols, name_symbols));
        for (facts, apart) in self.facts.iter_mut().zip(apart) {
            facts.apart = apart;
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
