//! Reports in their formats, written to where they go.

use std::path::Path;

use crate::cli::args::{Check, Format, Look};
use crate::cli::output::{self, Error};
use crate::cli::target::Target;
use crate::cli::words::{self, Nothing};
use crate::cli::{skipped, terminal};
use crate::discover::Discovered;
use crate::engine::Report;
use crate::report::{self, Lang, Paths, Skipped, Subject};

/// What is to be reported.
#[derive(Clone, Copy)]
pub(super) struct Shown<'a> {
    /// What was found.
    pub(super) report: &'a Report,
    /// What was read.
    pub(super) found: &'a Discovered,
    /// What was fixed, in words; may be empty.
    pub(super) fixes: &'a str,
}

/// Writes reports to `targets`, and to standard error what was done.
///
/// Where a diff is asked for, that is all that standard output gets.
pub(super) fn write(
    args: &Check,
    targets: &[Target],
    shown: Shown<'_>,
    times: &dyn Fn(Lang) -> Vec<(&'static str, f64)>,
) -> Result<(), Error> {
    let Shown { report, found, .. } = shown;
    let lang = terminal::lang(&args.look);
    let here = Names::new(found, &found.working, lang);
    for target in targets.iter().filter(|_| !args.diff) {
        match (target.format, terminal::github_workspace()) {
            (Format::Github, Some(root)) if found.working.starts_with(&root) => {
                let names = Names::new(found, &root, lang);
                annotate(target, &names.subject(report, lang), &args.look)?;
            }
            (Format::Github, _) => annotate(target, &here.subject(report, lang), &args.look)?,
            _ => deliver(target, &render(target, &here.subject(report, lang), &args.look))?,
        }
    }
    let subject = here.subject(report, lang);
    tell(args, &subject, shown.fixes);
    if args.statistics {
        output::note(report::statistics::render(&subject, &times(lang)).trim_end());
    }
    Ok(())
}

/// Says what was done, on standard error.
fn tell(args: &Check, subject: &Subject<'_>, fixes: &str) {
    if args.verbose && !subject.skipped.is_empty() {
        output::note(report::summary::skipped(subject).trim_end());
    }
    if subject.report.files.is_empty() {
        let why = match &args.since {
            Some(reference) => Nothing::Since(reference),
            None if args.staged => Nothing::Staged,
            None => Nothing::Here,
        };
        output::note(&words::nothing(&why, subject.lang));
    } else if !args.quiet {
        if !fixes.is_empty() {
            output::note(fixes.trim_end());
        }
        output::note(report::summary::line(subject).trim_end());
    }
}

/// What files are called, seen from one folder.
struct Names {
    paths: Paths,
    skipped: Vec<Skipped>,
}

impl Names {
    fn new(found: &Discovered, from: &Path, lang: Lang) -> Self {
        let paths = Paths::new(&found.base.to_string_lossy(), &from.to_string_lossy());
        let skipped = skipped::shown(&found.not_checked, &paths, lang);
        Self { paths, skipped }
    }

    fn subject<'a>(&'a self, report: &'a Report, lang: Lang) -> Subject<'a> {
        Subject { report, skipped: &self.skipped, paths: &self.paths, lang }
    }
}

fn render(target: &Target, subject: &Subject<'_>, look: &Look) -> String {
    match target.format {
        Format::Human if target.file.is_some() => {
            let findings = report::human::render(subject, terminal::look_of_file(look));
            findings + &report::summary::line(subject)
        }
        Format::Human => report::human::render(subject, terminal::look(look)),
        Format::Concise => report::concise::render(subject),
        Format::Json => report::json::render(subject),
        Format::Jsonl => report::json::lines(subject),
        Format::Sarif => report::sarif::render(subject),
        Format::Github => report::github::render(subject),
        Format::Gitlab => report::gitlab::render(subject),
        Format::Junit => report::junit::render(subject),
        Format::Html => report::html::render(subject),
    }
}

fn deliver(target: &Target, text: &str) -> Result<(), Error> {
    match &target.file {
        Some(file) => output::write_file(file, text),
        None => output::write(text),
    }
}

/// Writes the annotations, and the summary of the job where GitHub wants one.
///
/// GitHub reads paths from the root of the repository, wherever the step runs.
fn annotate(target: &Target, subject: &Subject<'_>, look: &Look) -> Result<(), Error> {
    if let Some(file) = terminal::github_summary() {
        let summary = report::github::summary::render(subject);
        if let Err(error) = output::append(&file, &summary) {
            output::note(&format!("note: {error}"));
        }
    }
    deliver(target, &render(target, subject, look))
}
