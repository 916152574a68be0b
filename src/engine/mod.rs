//! Workspace in, report out: the walk, the weights, the suppressions and the order.

mod conceal;
mod cover;
mod explain;
mod fingerprint;
mod fix;
mod order;
mod part;
mod profile;
mod suppress;
mod walk;
mod weight;

use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use crate::config::Config;
use crate::finding::{Finding, RuleId, Severity};
use crate::platform::Platform;
use crate::project::{self, Project};
use crate::rules::{Context, RULES};
use crate::semantic::Semantics;
use crate::semantic::graph::text_graph::TextGraph;
use crate::semantic::values::Coverage;
use crate::source::{FileKind, RelPath};
use crate::syntax::{self, File, Stack};

use conceal::Concealed;
use weight::Weights;

pub use explain::{Explanation, Fact, NoPlace, Topic};
pub use fix::{Change, Fixed, Wanted};

/// The stack of a worker. swc takes up to 4 KiB for each level of nesting; the pages are
/// only committed when they are touched.
const STACK: usize = 1 << 30;

/// The stack where the system refuses [`STACK`].
const SMALL_STACK: usize = 64 << 20;

/// The texts of one or more programs, parsed.
#[derive(Default)]
pub struct Workspace {
    files: BTreeMap<RelPath, File>,
    /// The files linked, until they change.
    linked: OnceLock<Project>,
    pool: Option<Arc<ThreadPool>>,
}

/// All that one check found out.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// The findings by path, place and rule, each once.
    pub findings: Vec<Finding>,
    /// The files that were checked; a finding's `FileId` is an index.
    pub files: Vec<File>,
    /// How many mini programs and plugins the files make.
    pub programs: usize,
    /// The findings that comments in the program accept, in the same order.
    pub suppressed: Vec<Suppressed>,
    /// How many findings a baseline accepts.
    pub baselined: usize,
}

/// A finding that a comment accepts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suppressed {
    /// The finding.
    pub finding: Finding,
    /// The reason that the comment gives.
    pub reason: String,
}

/// What a check is busy with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Trees become programs.
    Link,
    /// Who runs what, with which values.
    Analyse,
    /// Rules look for faults.
    Rules,
}

/// The call graph of all scripts.
#[derive(Clone, Debug, Default)]
pub struct CallGraph {
    /// The files; a place's `FileId` is an index.
    pub files: Vec<File>,
    /// The functions, calls and edges.
    pub graph: TextGraph,
}

impl Report {
    /// Keeps the findings in files that are `shown`.
    pub fn retain(&mut self, shown: impl Fn(&RelPath) -> bool) {
        let files = &self.files;
        let is_shown = |finding: &Finding| {
            files.get(finding.primary.at.file.index()).is_some_and(|file| shown(&file.path))
        };
        self.findings.retain(is_shown);
        self.suppressed.retain(|it| is_shown(&it.finding));
    }

    /// The number of findings of that weight.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }
}

impl Workspace {
    /// An empty workspace that works on `threads` threads; `None` for one per core.
    #[must_use]
    pub fn new(threads: Option<usize>) -> Self {
        let pool = |stack| {
            ThreadPoolBuilder::new()
                .num_threads(threads.unwrap_or(0))
                .stack_size(stack)
                .build()
                .ok()
                .map(Arc::new)
        };
        let pool = pool(STACK).or_else(|| pool(SMALL_STACK));
        Self { pool, ..Self::default() }
    }

    /// Sets the text of one file; only this file is parsed. What no mini program runs is ignored.
    pub fn set(&mut self, path: RelPath, text: impl Into<Arc<str>>) {
        self.set_all([(path, text.into())]);
    }

    /// Sets the texts of many files, each of them once, in parallel.
    pub fn set_all(&mut self, texts: impl IntoIterator<Item = (RelPath, Arc<str>)>) {
        let mut texts: Vec<_> = texts.into_iter().collect();
        // The longest come first, so that at the end no thread is left alone with one.
        texts.sort_by_key(|(_, text)| Reverse(text.len()));
        let texts = texts.into_par_iter().with_max_len(1);
        let stack = if self.pool.is_some() { Stack::Large } else { Stack::Any };
        let parsed: Vec<_> =
            self.run(|| texts.filter_map(|(path, text)| parse(stack, path, text)).collect());
        self.add(parsed.into_iter().map(|file| (file.path.clone(), file)));
    }

    fn add(&mut self, files: impl IntoIterator<Item = (RelPath, File)>) {
        self.linked = OnceLock::new();
        self.files.extend(files);
    }

    /// Takes one file away.
    pub fn remove(&mut self, path: &RelPath) {
        self.linked = OnceLock::new();
        self.files.remove(path);
    }

    /// The files that the program names and the workspace lacks.
    #[must_use]
    pub fn wanted(&self) -> Vec<RelPath> {
        let files = self.files();
        self.run(|| project::wanted(&files, self.linked(&files)))
    }

    /// The files that any script imports and the workspace lacks.
    #[must_use]
    pub fn imported(&self) -> Vec<RelPath> {
        let files = self.files();
        self.run(|| project::imported(&files, self.linked(&files)))
    }

    /// Who runs whom among all scripts, whether or not a mini program runs them.
    #[must_use]
    pub fn call_graph(&self) -> CallGraph {
        let files = self.files();
        let platform = Platform::default();
        let graph = self.run(|| TextGraph::new(&files, self.linked(&files), &platform));
        CallGraph { files, graph }
    }

    /// The folders of the mini programs and plugins.
    #[must_use]
    pub fn programs(&self) -> Vec<RelPath> {
        let files = self.files();
        self.run(|| self.linked(&files).roots.iter().map(|root| root.folder.clone()).collect())
    }

    /// The wallet that the program is plainly for.
    #[must_use]
    pub fn evident_profile(&self) -> Option<&'static str> {
        let files = self.files();
        self.run(|| profile::evident(&files, self.linked(&files)))
    }

    /// Checks all files. Depends on their texts and `config` alone.
    #[must_use]
    pub fn check(&self, config: &Config) -> Report {
        self.check_observed(config, &|_| ())
    }

    /// The same; `entered` is told of each stage that begins.
    #[must_use]
    pub fn check_observed(&self, config: &Config, entered: &(dyn Fn(Stage) + Sync)) -> Report {
        let files = self.files();
        // What cannot be followed is only known of what is.
        let coverage = if config.verbose { Coverage::Everything } else { Coverage::Consent };
        self.run(|| self.check_as(files, config, coverage, entered))
    }

    /// The same report, from an analysis that leaves nothing out. It takes longer: tests compare
    /// the two.
    #[must_use]
    pub fn check_in_full(&self, config: &Config) -> Report {
        let files = self.files();
        self.run(|| self.check_as(files, config, Coverage::Everything, &|_| ()))
    }

    /// The files in the order of their paths, which is the order of ids.
    #[must_use]
    pub fn files(&self) -> Vec<File> {
        self.files.values().cloned().collect()
    }

    fn check_as(
        &self,
        files: Vec<File>,
        config: &Config,
        coverage: Coverage,
        entered: &(dyn Fn(Stage) + Sync),
    ) -> Report {
        entered(Stage::Link);
        let project = self.linked(&files).clone();
        entered(Stage::Analyse);
        let analysis = Analysis::new(&files, project, config, coverage);
        entered(Stage::Rules);
        let report = analysis.report(files, config);
        // Nobody need wait until all is freed.
        rayon::spawn(move || drop(analysis));
        report
    }

    /// `files`, which are all there are, linked.
    fn linked(&self, files: &[File]) -> &Project {
        self.linked.get_or_init(|| project::link(files))
    }

    fn run<T: Send>(&self, work: impl FnOnce() -> T + Send) -> T {
        match &self.pool {
            Some(pool) => pool.install(work),
            None => work(),
        }
    }
}

fn parse(stack: Stack, path: RelPath, text: Arc<str>) -> Option<File> {
    let kind = FileKind::of(path.as_str())?;
    let parsed = Arc::new(syntax::parse_on(stack, kind, &text));
    Some(File { path, text, kind, parsed })
}

/// All that is known of some files.
struct Analysis {
    project: Project,
    platform: Platform,
    semantics: Semantics,
    /// What no report may repeat.
    concealed: Concealed,
}

impl Analysis {
    fn new(files: &[File], mut project: Project, config: &Config, coverage: Coverage) -> Self {
        project.known = config.extension.components.clone();
        let platform = profile::platform(files, &project, config).with(config.extension.clone());
        let semantics = Semantics::new(files, &project, &platform, coverage);
        let concealed = Concealed::new(&semantics.secrets);
        Self { project, platform, semantics, concealed }
    }

    /// All that is found in `files`, which the analysis is of.
    fn report(&self, files: Vec<File>, config: &Config) -> Report {
        let files = self.concealed.files(files);
        let (mut findings, mut suppressed) = self.findings(&files, config);
        let accepted = suppressed.iter_mut().map(|it| &mut it.finding);
        fingerprint::mark(findings.iter_mut().chain(accepted), &files);
        let programs = self.project.roots.len();
        Report { findings, files, programs, suppressed, baselined: 0 }
    }

    /// The findings in their order, and those that comments accept, in `files` with their secrets
    /// concealed.
    fn findings(&self, files: &[File], config: &Config) -> (Vec<Finding>, Vec<Suppressed>) {
        let Self { project, platform, semantics, concealed } = self;
        let cx = Context { files, project, semantics, platform, config };
        let weights = Weights::new(RULES, platform, config);
        let rules: Vec<_> = RULES.iter().copied().filter(|rule| weights.is_on(rule.id)).collect();
        let mut findings = order::ordered(walk::findings(&cx, &rules));
        weights.apply(&mut findings, files);
        let is_silent = |rule: &RuleId| rule.0 == "unresolved-reference" && !config.verbose;
        let judge = suppress::Judge {
            files,
            libraries: &project.libraries,
            ran: rules.iter().map(|rule| rule.id).filter(|rule| !is_silent(rule)).collect(),
            weights: &weights,
            today: config.today.as_deref(),
        };
        let (mut findings, mut suppressed) = judge.judge(findings);
        weights.apply(&mut findings, files);
        for Suppressed { finding, .. } in &mut suppressed {
            let file = files.get(finding.primary.at.file.index());
            let weight = file.and_then(|file| weights.of(finding.rule, &file.path));
            finding.severity = weight.unwrap_or(finding.severity);
        }
        concealed.findings(&mut findings);
        suppressed.iter_mut().for_each(|it| concealed.finding(&mut it.finding));
        suppressed.sort_by(|left, right| order::compare(&left.finding, &right.finding));
        (order::ordered(findings), suppressed)
    }
}
