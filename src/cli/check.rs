//! `consentlint check`: reads programs, checks them, writes what was found.

use std::env;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::cli::args::{Check, FailOn};
use crate::cli::output::Error;
use crate::cli::progress::{Progress, Step};
use crate::cli::reports::{self, Shown};
use crate::cli::{Outcome, fix, settings, target};
use crate::config::Config;
use crate::discover::{self, Discovered};
use crate::engine::{Report, Stage, Workspace};
use crate::finding::Severity;
use crate::report::Paths;
use crate::source::{FileKind, RelPath};

/// Checks what is at the paths.
pub(super) fn run(args: &Check) -> Result<Outcome, Error> {
    let targets = target::targets(&args.formats)?;
    let mut progress = Progress::new(args);
    let mut opened = open(args)?;
    let (report, fixes) = if args.diff {
        progress.hide();
        fix::show(args, &mut opened)?
    } else if args.fix {
        progress.enter(Step::Fix);
        fix::write(args, &mut opened)?
    } else {
        (report(args, &opened, &|stage| progress.enter(Step::Check(stage))), String::new())
    };
    progress.hide();
    progress.enter(Step::Write);
    let shown = Shown { report: &report, found: &opened.found, fixes: &fixes };
    reports::write(args, &targets, shown, &|lang| progress.times(lang))?;
    Ok(outcome(&report, args.fail_on))
}

/// What is found in what is shown; `entered` is told of each stage that begins.
pub(super) fn report(args: &Check, opened: &Opened, entered: &(dyn Fn(Stage) + Sync)) -> Report {
    let mut report = opened.workspace.check_observed(&opened.config, entered);
    report.retain(shown(args, &opened.found, opened.typed.as_ref()));
    report
}

/// Whether findings in a file are shown.
pub(super) fn shown(
    args: &Check,
    found: &Discovered,
    typed: Option<&RelPath>,
) -> impl Fn(&RelPath) -> bool {
    let only = typed.filter(|_| args.paths.is_empty());
    move |path| match only {
        Some(only) => path == only,
        None => found.focus.shows(path),
    }
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
    /// What is wanted.
    pub(super) config: Config,
    /// The file that standard input stands for.
    pub(super) typed: Option<RelPath>,
}

/// Reads the programs at the paths, and what they are checked for.
pub(super) fn open(args: &Check) -> Result<Opened, Error> {
    let cwd = env::current_dir()
        .map_err(|error| Error::Usage(format!("cannot tell the working directory: {error}")))?;
    let mut found = discover::discover(&paths(args, &cwd), &cwd)
        .map_err(|error| Error::Usage(error.to_string()))?;
    let mut workspace = Workspace::new(args.threads.map(usize::from));
    workspace.set_all(std::mem::take(&mut found.texts));
    let typed = args.stdin_path.as_deref().map(|path| below(&found, path)).transpose()?;
    if let Some(path) = &typed {
        found.not_checked.retain(|(refused, _)| refused != path);
        workspace.set(path.clone(), standard_input()?);
    }
    complete(&mut workspace, &mut found);
    let folders: Vec<PathBuf> =
        workspace.programs().iter().map(|folder| found.base.join(folder.as_str())).collect();
    let folders = if folders.is_empty() { vec![found.base.clone()] } else { folders };
    let config = settings::config(args, &folders, &cwd)?;
    Ok(Opened { workspace, found, config, typed })
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

/// Reads what the program names, until it names nothing new that exists.
fn complete(workspace: &mut Workspace, found: &mut Discovered) {
    loop {
        let texts = found.read_wanted(workspace.wanted());
        if texts.is_empty() {
            return;
        }
        workspace.set_all(texts);
    }
}

fn outcome(report: &Report, fail_on: FailOn) -> Outcome {
    let least = match fail_on {
        FailOn::Error => Severity::Error,
        FailOn::Warning => Severity::Warning,
        FailOn::Info => Severity::Info,
        FailOn::Never => return Outcome::Clean,
    };
    let fails = report.findings.iter().any(|finding| finding.severity >= least);
    if fails { Outcome::Found } else { Outcome::Clean }
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
