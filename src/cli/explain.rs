//! `consentlint explain RULE`: a rule's page in the terminal.

use crate::cli::args::Explain;
use crate::cli::output::{self, Error};
use crate::cli::{Outcome, markdown, terminal};
use crate::config::nearest;
use crate::rules::catalog;

/// Shows the page of a rule.
pub(super) fn run(args: &Explain) -> Result<Outcome, Error> {
    let Some(page) = catalog::page(&args.rule) else { return Err(unknown(&args.rule)) };
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
