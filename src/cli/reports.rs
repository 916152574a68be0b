//! Reports in their formats, written to where they go.

use std::path::Path;

use crate::cli::args::{Check, Format, Look};
use crate::cli::output::{self, Error};
use crate::cli::target::Target;
use crate::cli::{skipped, terminal};
use crate::discover::Discovered;
use crate::engine::Report;
use crate::report::{self, Lang, Paths, Skipped, Subject};

/// Writes what is to be known of `report` to `targets`, and to standard error what was done.
pub(super) fn write(
    args: &Check,
    targets: &[Target],
    report: &Report,
    found: &Discovered,
    times: &dyn Fn(Lang) -> Vec<(&'static str, f64)>,
) -> Result<(), Error> {
    let lang = terminal::lang(&args.look);
    let here = Names::new(found, &found.working, lang);
    for target in targets {
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
    if args.verbose && !here.skipped.is_empty() {
        output::note(report::summary::skipped(&subject).trim_end());
    }
    if report.files.is_empty() {
        output::note("note: nothing to check: no mini program, template, script or manifest here");
    } else if !args.quiet {
        output::note(report::summary::line(&subject).trim_end());
    }
    if args.statistics {
        output::note(report::statistics::render(&subject, &times(lang)).trim_end());
    }
    Ok(())
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
