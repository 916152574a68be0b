//! `consentlint check`: reads programs, checks them, writes what was found.

use std::collections::BTreeSet;
use std::env;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::cli::args::Check;
use crate::cli::output::Error;
use crate::cli::parts::{self, Part};
use crate::cli::progress::{Progress, Step};
use crate::cli::reports::{self, Shown};
use crate::cli::settings::Configurations;
use crate::cli::{Outcome, baseline, fix, target};
use crate::discover::{self, Discovered};
use crate::engine::{Report, Stage, Workspace};
use crate::finding::Finding;
use crate::report::Paths;
use crate::source::{FileKind, RelPath};

/// The steps of the longest chain of packages that is followed.
const MOST_STEPS: usize = 100;

/// Checks what is at the paths.
pub(super) fn run(args: &Check) -> Result<Outcome, Error> {
    let targets = target::targets(&args.formats)?;
    let mut progress = Progress::new(args);
    let mut opened = open(args)?;
    let (mut report, fixes) = if args.diff {
        progress.hide();
        fix::show(args, &mut opened)?
    } else if args.fix {
        progress.enter(Step::Fix);
        fix::write(args, &mut opened)?
    } else {
        (report(&opened, &|stage| progress.enter(Step::Check(stage))), String::new())
    };
    baseline::apply(args, &opened, &mut report)?;
    progress.hide();
    progress.enter(Step::Write);
    let shown = Shown { report: &report, found: &opened.found, fixes: &fixes };
    reports::write(args, &targets, shown, &|lang| progress.times(lang))?;
    let outcome = outcome(&report, &opened);
    // The program ends here: freeing each tree would only take time.
    std::mem::forget((report, opened));
    Ok(outcome)
}

/// What is found in what is shown; `entered` is told of each stage that begins.
pub(super) fn report(opened: &Opened, entered: &(dyn Fn(Stage) + Sync)) -> Report {
    let check = |part: &Part| {
        let workspace = part.workspace(&opened.workspace);
        let mut report = workspace.check_observed(&part.wanted.config, entered);
        report.retain(|path| part.shows(path) && opened.shows(path));
        report
    };
    Report::joined(opened.parts.iter().map(check).collect())
}

/// What the files are called.
pub(super) fn names(found: &Discovered) -> Paths {
    Paths::new(&found.base.to_string_lossy(), &found.working.to_string_lossy())
}

/// Programs that were read.
pub(super) struct Opened {
    /// Their files.
    pub(super) workspace: Workspace,
    /// What was found on the disk; the texts are in `workspace`.
    pub(super) found: Discovered,
    /// Its programs, by what is wanted of them; one at least.
    pub(super) parts: Vec<Part>,
    /// The file that standard input stands for.
    pub(super) typed: Option<RelPath>,
    /// Whether files were fixed of which git has staged what was there before.
    pub(super) is_unstaged: bool,
    /// The only file whose findings are shown.
    only: Option<RelPath>,
    /// The only files whose findings are shown, where git was asked.
    changed: Option<BTreeSet<RelPath>>,
}

impl Opened {
    /// Whether findings in `path` are shown.
    pub(super) fn shows(&self, path: &RelPath) -> bool {
        let is_unchanged = self.changed.as_ref().is_some_and(|changed| !changed.contains(path));
        match &self.only {
            _ if is_unchanged => false,
            Some(only) => path == only,
            None => self.found.focus.shows(path),
        }
    }

    /// The part that the file `path` belongs to.
    pub(super) fn part_of(&self, path: &RelPath) -> Option<&Part> {
        self.parts.iter().find(|part| part.owns(path))
    }
}

/// Reads the programs at the paths, and what they are checked for.
pub(super) fn open(args: &Check) -> Result<Opened, Error> {
    let cwd = env::current_dir()
        .map_err(|error| Error::Usage(format!("cannot tell the working directory: {error}")))?;
    let mut found = discover::discover(&paths(args, &cwd), &cwd)
        .map_err(|error| Error::Usage(error.to_string()))?;
    let changed = changed(args, &mut found)?;
    let (base, working) = (found.base.clone(), found.working.clone());
    let mut configurations = Configurations::new(args, &base, &working)?;
    let typed = args.stdin_path.as_deref().map(|path| below(&found, path)).transpose()?;
    if let Some(path) = &typed {
        found.not_checked.retain(|(refused, _)| refused != path);
        found.texts.insert(path.clone(), standard_input()?.into());
    }
    let mut workspace = Workspace::new(args.threads.map(usize::from));
    parts::fill(&mut workspace, &mut found, &mut configurations)?;
    complete(&mut workspace, &mut found);
    let parts = parts::divide(&workspace, &mut configurations)?;
    let only = typed.clone().filter(|_| args.paths.is_empty());
    Ok(Opened { workspace, found, parts, typed, is_unstaged: false, only, changed })
}

/// The files that git says have changed, if it is to be asked; where there are none, nothing is
/// left to be checked.
fn changed(args: &Check, found: &mut Discovered) -> Result<Option<BTreeSet<RelPath>>, Error> {
    let changed = match &args.since {
        Some(reference) => found.since(reference),
        None if args.staged => found.stage(),
        None => return Ok(None),
    };
    let mut changed = changed.map_err(|error| Error::Usage(error.to_string()))?;
    changed.retain(|path| FileKind::of(path.as_str()).is_some() && found.focus.shows(path));
    if changed.is_empty() {
        found.texts.clear();
        found.not_checked.clear();
    }
    Ok(Some(changed))
}

/// The paths to look at: without any, those around the file on standard input.
fn paths(args: &Check, cwd: &Path) -> Vec<PathBuf> {
    match &args.stdin_path {
        Some(path) if args.paths.is_empty() => {
            let absolute = cwd.join(path);
            absolute
                .ancestors()
                .find(|path| path.exists())
                .map(Path::to_owned)
                .into_iter()
                .collect()
        }
        _ => args.paths.clone(),
    }
}

/// Reads what the program names, until it names nothing new that exists. All is linked again for
/// each step of a chain of packages, so that a longer one is not read to its end.
fn complete(workspace: &mut Workspace, found: &mut Discovered) {
    for _ in 0..MOST_STEPS {
        let texts = found.read_wanted(workspace.wanted());
        if texts.is_empty() {
            return;
        }
        workspace.set_all(texts);
    }
}

/// Whether a finding is as heavy as the configuration of its program wants. What is about to be
/// committed without its fixes is no better.
fn outcome(report: &Report, opened: &Opened) -> Outcome {
    let fails = |finding: &Finding| {
        let file = report.files.get(finding.primary.at.file.index());
        let part = file.and_then(|file| opened.part_of(&file.path)).or(opened.parts.first());
        part.is_some_and(|part| part.wanted.fail_on.is_met(finding.severity))
    };
    if opened.is_unstaged || report.findings.iter().any(fails) {
        Outcome::Found
    } else {
        Outcome::Clean
    }
}

/// What the file at `path` is called below the folder that is checked.
pub(super) fn below(found: &Discovered, path: &Path) -> Result<RelPath, Error> {
    let shown = path.display();
    let absolute = real(&found.working.join(path));
    let below = absolute.strip_prefix(&found.base).ok().and_then(Path::to_str);
    match below {
        Some(below) if FileKind::of(below).is_some() => Ok(RelPath::new(below)),
        Some(_) => Err(Error::Usage(format!("`{shown}` is no template, script or manifest"))),
        None => Err(Error::Usage(format!("`{shown}` is not in what is checked"))),
    }
}

/// `path` without links; of what does not exist, the folder without links.
fn real(path: &Path) -> PathBuf {
    let real = |path: &Path| path.canonicalize().ok();
    let in_folder = || Some(real(path.parent()?)?.join(path.file_name()?));
    real(path).or_else(in_folder).unwrap_or_else(|| path.to_owned())
}

fn standard_input() -> Result<String, Error> {
    let mut text = String::new();
    io::stdin()
        .read_to_string(&mut text)
        .map_err(|error| Error::Usage(format!("cannot read standard input: {error}")))?;
    Ok(text)
}
