//! `consentlint explain`: a rule's page, or what is known of a line, in the terminal.

use std::path::Path;

use crate::cli::args::{Check, Explain};
use crate::cli::check::{self, Opened};
use crate::cli::output::{self, Error};
use crate::cli::{Outcome, markdown, terminal};
use crate::config::nearest;
use crate::engine::NoPlace;
use crate::report::{self, Paths, Subject};
use crate::rules::catalog;

/// Shows the page of a rule, or what is known of a line.
pub(super) fn run(args: &Explain) -> Result<Outcome, Error> {
    let is_file = || Path::new(&args.what).is_file();
    match place(&args.what) {
        Some((file, line)) => explain(args, file, line),
        None if is_file() => {
            let file = &args.what;
            Err(Error::Usage(format!("`{file}` is a file; say which line, as in `{file}:1`")))
        }
        None => page(args),
    }
}

fn page(args: &Explain) -> Result<Outcome, Error> {
    let Some(page) = catalog::page(&args.what) else { return Err(unknown(&args.what)) };
    let look = terminal::look(&args.look);
    let title = page.title.get(terminal::lang(&args.look));
    let heading = format!("{}[{}]: {title}", page.severity.as_str(), page.id.0);
    let body = markdown::render(page.body, look);
    let text = format!("{heading}\n\n{body}\n{}\n", catalog::url(page.id));
    output::write(&text)?;
    Ok(Outcome::Clean)
}

/// The error that there is no rule `name`.
pub(super) fn unknown(name: &str) -> Error {
    let meant = nearest(name, catalog::pages().map(|page| page.id.0));
    let hint = meant.map_or_else(
        || "; `consentlint rules` lists them all".to_owned(),
        |meant| format!("; did you mean `{meant}`?"),
    );
    Error::Usage(format!("there is no rule `{name}`{hint}"))
}

/// A line, and a column in it, both from 1.
type Line = (u32, Option<u32>);

/// `FILE:LINE` or `FILE:LINE:COLUMN`.
fn place(text: &str) -> Option<(&str, Line)> {
    let number = |text: &str| text.parse::<u32>().ok();
    let (before, last) = text.rsplit_once(':')?;
    let last = number(last)?;
    let behind_line = before.rsplit_once(':').and_then(|(file, line)| Some((file, number(line)?)));
    match behind_line.filter(|(file, _)| !file.is_empty()) {
        Some((file, line)) => Some((file, (line, Some(last)))),
        None => Some((before, (last, None))).filter(|(file, _)| !file.is_empty()),
    }
}

/// Shows what is known of a line of `file`, a part of the program around it.
fn explain(args: &Explain, file: &str, line: Line) -> Result<Outcome, Error> {
    let check = Check {
        paths: vec![file.into()],
        profiles: args.profiles.clone(),
        config: args.config.clone(),
        no_config: args.no_config,
        verbose: true,
        look: args.look.clone(),
        ..Check::default()
    };
    if Path::new(file).is_dir() {
        return Err(Error::Usage(format!("`{file}` is a folder")));
    }
    let opened = check::open(&check)?;
    let Opened { workspace, found, .. } = &opened;
    let path = check::below(found, Path::new(file))?;
    let config = opened.part_of(&path).map(|part| part.wanted.config.clone()).unwrap_or_default();
    let told = workspace.explain(&config, &path, line).map_err(|no| {
        Error::Usage(match no {
            NoPlace::File => format!("`{file}` is not part of a mini program, or was not read"),
            NoPlace::Line(1) => format!("`{file}` has one line"),
            NoPlace::Line(count) => format!("`{file}` has {count} lines"),
        })
    })?;
    let paths = Paths::new(&found.base.to_string_lossy(), &found.working.to_string_lossy());
    let lang = terminal::lang(&args.look);
    let subject = Subject { report: &told.report, skipped: &[], paths: &paths, lang };
    let look = terminal::look(&args.look);
    output::write(&report::explain::render(&subject, &told.topics, &args.what, look))?;
    Ok(Outcome::Clean)
}

#[cfg(test)]
mod tests {
    use super::place;

    #[test]
    fn places_are_told_from_rules() {
        for (text, want) in [
            ("missing-scope", None),
            ("a.js:3", Some(("a.js", (3, None)))),
            ("a.js:3:14", Some(("a.js", (3, Some(14))))),
            ("C:\\a.js:3", Some(("C:\\a.js", (3, None)))),
            ("a:b.js:3:1", Some(("a:b.js", (3, Some(1))))),
            ("a.js:", None),
            ("a.js:x", None),
            (":3", None),
            ("a.js:-1", None),
        ] {
            assert_eq!(place(text), want, "{text}");
        }
    }
}
