//! The command line: arguments in, exit code out.
//!
//! Findings and what was asked for go to standard output, everything else to standard error.

mod args;
mod check;
mod explain;
mod markdown;
mod output;
mod rules;
mod settings;
mod skipped;
mod terminal;

use std::panic::{self, AssertUnwindSafe};
use std::process::ExitCode;

use clap::Parser;

use args::{Cli, Command};

/// How a run ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// Nothing at or above the weight that counts.
    Clean,
    /// Findings at or above the weight that counts.
    Found,
    /// Bad usage, bad configuration, no such path.
    Misused,
    /// A failure of the program itself.
    Failed,
}

impl Outcome {
    fn code(self) -> u8 {
        match self {
            Self::Clean => 0,
            Self::Found => 1,
            Self::Misused => 2,
            Self::Failed => 3,
        }
    }
}

/// Runs the command line.
#[must_use]
pub fn main() -> ExitCode {
    panic::set_hook(Box::new(|panic| {
        output::note(&format!("error: internal failure: {panic}"));
        output::note(&format!(
            "note: please report this at {}/issues",
            env!("CARGO_PKG_REPOSITORY")
        ));
    }));
    let outcome = panic::catch_unwind(AssertUnwindSafe(run)).unwrap_or(Outcome::Failed);
    ExitCode::from(outcome.code())
}

fn run() -> Outcome {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            let is_wrong = error.use_stderr();
            let _ = error.print();
            return if is_wrong { Outcome::Misused } else { Outcome::Clean };
        }
    };
    let outcome = match cli.command {
        Command::Check(args) => check::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Rules(args) => rules::run(&args),
    };
    outcome.unwrap_or_else(|error| {
        output::note(&format!("error: {error}"));
        error.outcome()
    })
}
