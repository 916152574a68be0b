//! What is known before the fixpoint starts, and the start itself.

use rayon::prelude::*;

use crate::platform::Platform;
use crate::project::Project;
use crate::semantic::markup::Markup;
use crate::source::FileId;
use crate::syntax::File;
use crate::syntax::script::MODULE;

use super::facts::FileFacts;
use super::instance::apart::apart;
use super::module::idle::idle;
use super::solve::Solver;
use super::{Instance, Node, Values};

/// How often calls that nothing was found for may be given up on.
const ROUNDS: usize = 4;

/// Edges and watches may be this many for each node of the program, and some more.
const LINKS_PER_NODE: usize = 24;
const FREE_LINKS: usize = 400_000;

/// Copies may take this many nodes for each node of the program, and some more.
const COPIES_PER_NODE: usize = 3;
const FREE_COPIES: usize = 400_000;

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
            Coverage::Consent => solver.prepare(&idle(files, project, platform), coverage),
            Coverage::Nothing => solver.prepare(&vec![true; files.len()], coverage),
            Coverage::Everything => solver.prepare(&vec![false; files.len()], coverage),
        }
        solver.limit = solver.values.sets.len() * LINKS_PER_NODE + FREE_LINKS;
        solver.budget = solver.values.sets.len() * COPIES_PER_NODE + FREE_COPIES;
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
        self.find_chunks();
        // What stays within a script settles while its values are at hand.
        for base in self.values.bases.clone().into_iter().flatten() {
            self.generate(base);
            self.settle();
        }
        self.link_modules();
        self.link_chunks();
        self.extend_units();
        self.settle_all();
        for _ in 0..ROUNDS {
            if !self.give_up_on_calls() {
                break;
            }
            self.settle_all();
        }
        if self.register_wrapped() {
            self.settle_all();
            self.give_up_on_calls();
            self.settle_all();
        }
        if self.receive_uncalled() {
            self.settle_all();
            self.give_up_on_calls();
            self.settle_all();
        }
        if self.doubt_copies() {
            self.settle_all();
        }
        self.hand_over_answers(markup);
        self.keep_last();
        self.note_copies();
        self.note_lost();
        self.note_fixed();
        let mut values = self.values;
        values.edges.par_sort_unstable();
        values.edges.dedup();
        for calls in [&mut values.host_calls, &mut values.idle_calls] {
            calls.par_sort_unstable();
            calls.dedup();
        }
        values
    }

    /// Settles all there is, mixins after what they consist of, members whose names stay unknown last.
    pub(super) fn settle_all(&mut self) {
        self.settle();
        while self.lay_mixins() || self.leave_unnamed() {
            self.settle();
        }
    }

    /// Makes the nodes of all scripts but those that are idle.
    fn prepare(&mut self, idle: &[bool], coverage: Coverage) {
        let files = self.files;
        for (file, is_idle) in files.iter().zip(idle) {
            let script = file.script().filter(|_| !is_idle);
            let names = script.iter().flat_map(|script| &script.names);
            let names = names.map(|name| self.values.symbols.intern(name)).collect();
            self.values.name_symbols.push(names);
        }
        let Values { symbols, name_symbols, .. } = &self.values;
        let (facts, apart) = rayon::join(
            || facts(files, idle),
            || match coverage {
                Coverage::Consent => {
                    Some(apart(files, self.project, self.platform, (symbols, name_symbols)))
                }
                Coverage::Everything | Coverage::Nothing => None,
            },
        );
        self.facts = facts;
        let mut apart = apart.into_iter().flatten();
        for facts in &mut self.facts {
            facts.apart = apart.next().unwrap_or_else(|| vec![true; facts.extents.len()]);
        }
        for (at, is_idle) in idle.iter().enumerate() {
            self.facts[at].has_toolkits = !is_idle && self.may_have_toolkits(FileId(at as u32));
        }
        self.has_toolkits = self.facts.iter().any(|facts| facts.has_toolkits);
        let extents = self.facts.iter().filter_map(|facts| *facts.extents.first()?);
        let nodes: usize = extents.map(|extent| Instance::size(&extent)).sum();
        self.reserve(2 * nodes);
        self.find_added();
        for at in 0..files.len() {
            self.start_script(FileId(at as u32));
        }
    }

    fn start_script(&mut self, file: FileId) {
        let facts = &self.facts[file.index()];
        let symbols = &self.values.name_symbols[file.index()];
        self.accessors.extend(facts.accessors.iter().map(|name| symbols[name.0 as usize]));
        let is_bundle = facts.is_bundle;
        let Some(extent) = facts.extents.first().copied().flatten() else {
            self.values.bases.push(None);
            return;
        };
        let base = self.copy(file, MODULE, extent, None, None, 0);
        if is_bundle {
            let first = Node(self.values.instance(base).nodes);
            self.values.sets.narrow(first, Instance::size(&extent));
        }
        self.facts[file.index()].exports = Some(self.grow(1));
        self.values.bases.push(Some(base));
    }
}

fn facts(files: &[File], idle: &[bool]) -> Vec<FileFacts> {
    let files = files.par_iter().zip(idle);
    let facts = files.map(|(file, is_idle)| match is_idle {
        true => FileFacts::default(),
        false => FileFacts::new(file),
    });
    facts.collect()
}
