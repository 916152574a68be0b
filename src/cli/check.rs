//! `consentlint check`: reads programs, checks them, writes what was found.

use std::env;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::cli::args::{Check, Format};
use crate::cli::output::{self, Error};
use crate::cli::parts::{self, Part};
use crate::cli::settings::Configurations;
use crate::cli::{Outcome, skipped, terminal};
use crate::discover::{self, Discovered};
use crate::engine::{Report, Workspace};
use crate::report::{self, Paths, Subject};
use crate::source::{FileKind, RelPath};

/// Checks what is at the paths.
pub(super) fn run(args: &Check) -> Result<Outcome, Error> {
    let opened = open(args)?;
    let mut reports = Vec::new();
    let mut outcome = Outcome::Clean;
    for part in &opened.parts {
        let mut report = part.check(&opened.workspace);
        report.retain(|path| opened.shows(path));
        let fail_on = part.wanted.fail_on;
        if report.findings.iter().any(|finding| fail_on.is_met(finding.severity)) {
            outcome = Outcome::Found;
        }
        reports.push(report);
    }
    let report = match <[Report; 1]>::try_from(reports) {
        Ok([report]) => report,
        Err(reports) => Report::joined(reports),
    };
    show(args, &report, &opened.found)?;
    Ok(outcome)
}

/// Programs that were read.
pub(super) struct Opened {
    /// Their files.
    pub(super) workspace: Workspace,
    /// What was found on the disk; the texts are in `workspace`.
    pub(super) found: Discovered,
    /// Its programs, by what is wanted of them; one at least.
    pub(super) parts: Vec<Part>,
    /// The only file whose findings are shown.
    only: Option<RelPath>,
}

impl Opened {
    /// Whether findings in `path` are shown.
    fn shows(&self, path: &RelPath) -> bool {
        match &self.only {
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
    let only = typed.filter(|_| args.paths.is_empty());
    Ok(Opened { workspace, found, parts, only })
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

fn show(args: &Check, report: &Report, found: &Discovered) -> Result<(), Error> {
    let paths = Paths::new(&found.base.to_string_lossy(), &found.working.to_string_lossy());
    let lang = terminal::lang(&args.look);
    let skipped = skipped::shown(&found.not_checked, &paths, lang);
    let subject = Subject { report, skipped: &skipped, paths: &paths, lang };
    output::write(&match args.format {
        Format::Human => report::human::render(&subject, terminal::look(&args.look)),
        Format::Concise => report::concise::render(&subject),
        Format::Json => report::json::render(&subject),
    })?;
    if args.verbose && !skipped.is_empty() {
        output::note(report::summary::skipped(&subject).trim_end());
    }
    if report.files.is_empty() {
        output::note("note: nothing to check: no mini program, template, script or manifest here");
    } else if !args.quiet {
        output::note(report::summary::line(&subject).trim_end());
    }
    Ok(())
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
