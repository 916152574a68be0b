//! `consentlint rules`: the catalogue.

use crate::cli::args::{ListFormat, Rules};
use crate::cli::output::{self, Error};
use crate::cli::{Outcome, terminal};
use crate::report;

/// Lists all rules.
pub(super) fn run(args: &Rules) -> Result<Outcome, Error> {
    let lang = terminal::lang(&args.look);
    let list = match args.format {
        ListFormat::Human => report::rules::human(lang),
        ListFormat::Json => report::rules::json(lang),
    };
    output::write(&list)?;
    Ok(Outcome::Clean)
}
