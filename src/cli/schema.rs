//! `consentlint schema`: the JSON Schema of what the program reads or writes.

use crate::cli::Outcome;
use crate::cli::args::{Schema, SchemaOf};
use crate::cli::output::{self, Error};
use crate::report;

/// Prints a schema.
pub(super) fn run(args: &Schema) -> Result<Outcome, Error> {
    output::write(&match args.of {
        SchemaOf::Config => report::config_schema::render(),
    })?;
    Ok(Outcome::Clean)
}
