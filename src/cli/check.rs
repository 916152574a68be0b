//! `consentlint check`: reads programs, checks them, writes what was found.

use std::env;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::cli::args::{Check, FailOn, Format};
use crate::cli::output::{self, Error};
use crate::cli::{Outcome, settings, terminal};
use crate::discover::{self, Discovered, NotChecked};
use crate::engine::{Report, Workspace};
use crate::finding::Severity;
use crate::report::{self, Paths, Skipped, Subject};
use crate::source::RelPath;

/// Checks what is at the paths.
pub(super) fn run(args: &Check) -> Result<Outcome, Error> {
    let cwd = env::current_dir()
        .map_err(|error| Error::Usage(format!("cannot tell the working directory: {error}")))?;
    let mut found =
        discover::discover(&args.paths, &cwd).map_err(|error| Error::Usage(error.to_string()))?;
    let mut workspace = Workspace::new(args.threads.map(usize::from));
    workspace.set_all(std::mem::take(&mut found.texts));
    if let Some(path) = &args.stdin_path {
        workspace.set(below(&found.base, &found.working, path)?, standard_input()?);
    }
    complete(&mut workspace, &mut found);
    let folders: Vec<PathBuf> =
        workspace.programs().iter().map(|folder| found.base.join(folder.as_str())).collect();
    let folders = if folders.is_empty() { vec![found.base.clone()] } else { folders };
    let config = settings::config(args, &folders, &cwd)?;
    let mut report = workspace.check(&config);
    report.limit_to(|path| found.focus.shows(path));
    show(args, &report, &found)?;
    Ok(outcome(&report, args.fail_on))
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

fn show(args: &Check, report: &Report, found: &Discovered) -> Result<(), Error> {
    let paths = Paths::new(&found.base.to_string_lossy(), &found.working.to_string_lossy());
    let skip = |(path, reason): &(RelPath, NotChecked)| Skipped {
        path: paths.shown(path),
        reason: reason.as_str().to_owned(),
    };
    let skipped: Vec<Skipped> = found.not_checked.iter().map(skip).collect();
    let lang = terminal::lang(&args.look);
    let subject = Subject { report, skipped: &skipped, paths: &paths, lang };
    output::write(&match args.format {
        Format::Human => report::human::render(&subject, terminal::look(&args.look)),
        Format::Concise => report::concise::render(&subject),
        Format::Json => report::json::render(&subject),
    })?;
    if args.verbose {
        skipped
            .iter()
            .for_each(|it| output::note(&format!("not checked: {}: {}", it.path, it.reason)));
    }
    if report.files.is_empty() {
        output::note(
            "note: nothing to check: no mini program and no template, script or manifest here",
        );
    } else if !args.quiet && args.format != Format::Json {
        output::note(report::human::summary(&subject).trim_end());
    }
    Ok(())
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

/// What the file at `path` is called below `base`.
fn below(base: &Path, cwd: &Path, path: &Path) -> Result<RelPath, Error> {
    let outside = || Error::Usage(format!("`{}` is not in what is checked", path.display()));
    let absolute = cwd.join(path);
    let below = absolute.strip_prefix(base).map_err(|_| outside())?;
    below.to_str().map(RelPath::new).ok_or_else(outside)
}

fn standard_input() -> Result<String, Error> {
    let mut text = String::new();
    io::stdin()
        .read_to_string(&mut text)
        .map_err(|error| Error::Usage(format!("cannot read standard input: {error}")))?;
    Ok(text)
}
