//! What other programs read: JSON Schemas, completions of shells, manual pages.

use clap::CommandFactory;

use crate::cli::Outcome;
use crate::cli::args::{Cli, Completions, Manual, Schema, SchemaOf};
use crate::cli::output::{self, Error};
use crate::report::schema;

/// Prints a JSON Schema.
pub(super) fn schema(args: &Schema) -> Result<Outcome, Error> {
    output::write(&match args.of {
        SchemaOf::Output => schema::output(),
        SchemaOf::Config => schema::config(),
    })?;
    Ok(Outcome::Clean)
}

/// Prints the completions for a shell.
pub(super) fn completions(args: &Completions) -> Result<Outcome, Error> {
    let mut script = Vec::new();
    let mut command = Cli::command();
    let name = command.get_name().to_owned();
    clap_complete::generate(args.shell, &mut command, name, &mut script);
    output::write(&String::from_utf8_lossy(&script))?;
    Ok(Outcome::Clean)
}

/// Prints the manual page of the program or of one of its commands, as roff.
pub(super) fn manual(args: &Manual) -> Result<Outcome, Error> {
    let mut all = Cli::command().disable_help_subcommand(true);
    all.build();
    let command = match &args.command {
        None => all,
        Some(name) => all
            .find_subcommand(name)
            .filter(|command| !command.is_hide_set())
            .cloned()
            .ok_or_else(|| Error::Usage(format!("there is no command `{name}`")))?,
    };
    let mut page = Vec::new();
    clap_mangen::Man::new(command).render(&mut page).map_err(Error::Write)?;
    output::write(&String::from_utf8_lossy(&page))?;
    Ok(Outcome::Clean)
}
