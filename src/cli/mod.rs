//! The command line: arguments in, exit code out.
//!
//! Findings and what was asked for go to standard output, everything else to standard error.

mod args;
mod baseline;
mod check;
mod debug;
mod diff;
mod explain;
mod fix;
mod generate;
mod init;
mod input;
mod markdown;
mod output;
mod parts;
mod progress;
mod reports;
mod rules;
mod settings;
mod skipped;
mod target;
mod terminal;
mod words;

use std::panic::{self, AssertUnwindSafe};
use std::process::ExitCode;
use std::sync::{Arc, Mutex};

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
    /// What was found could not be written.
    Unwritten,
}

impl Outcome {
    fn code(self) -> u8 {
        match self {
            Self::Clean => 0,
            Self::Found => 1,
            Self::Misused => 2,
            Self::Failed | Self::Unwritten => 3,
        }
    }
}

/// Runs the command line.
#[must_use]
pub fn main() -> ExitCode {
    // Panics of parsers are caught where they happen, so that only the last one is of interest.
    let last = Arc::new(Mutex::new(String::new()));
    let seen = Arc::clone(&last);
    panic::set_hook(Box::new(move |panic| {
        if let Ok(mut last) = seen.lock() {
            *last = panic.to_string();
        }
    }));
    let outcome = guarded(run);
    if outcome == Outcome::Failed {
        let failure = last.lock().map(|last| last.clone()).unwrap_or_default();
        let issues = concat!(env!("CARGO_PKG_REPOSITORY"), "/issues");
        output::note(&format!("error: internal failure: {failure}"));
        output::note(&format!("note: nothing was decided; please report this at {issues}"));
    }
    ExitCode::from(outcome.code())
}

/// What `work` says, or that it failed.
fn guarded(work: fn() -> Outcome) -> Outcome {
    panic::catch_unwind(AssertUnwindSafe(work)).unwrap_or(Outcome::Failed)
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
        Command::Init(args) => init::run(&args),
        Command::Schema(args) => generate::schema(&args),
        Command::Completions(args) => generate::completions(&args),
        Command::Man(args) => generate::manual(&args),
        Command::Debug(args) => debug::run(&args),
    };
    outcome.unwrap_or_else(|error| {
        output::note(&format!("error: {error}"));
        error.outcome()
    })
}

#[cfg(test)]
mod tests {
    use super::{Outcome, guarded};

    #[test]
    fn a_panic_is_a_failure_of_the_program() {
        for (work, code) in [
            ((|| Outcome::Clean) as fn() -> Outcome, 0),
            (|| Outcome::Found, 1),
            (|| Outcome::Misused, 2),
            (|| panic!("on purpose"), 3),
        ] {
            assert_eq!(guarded(work).code(), code);
        }
    }
}
