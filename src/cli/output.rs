//! Standard output and standard error.

use std::io::{self, ErrorKind, Write};

use crate::cli::Outcome;

/// Why a command could not do what was asked.
#[derive(Debug, thiserror::Error)]
pub(super) enum Error {
    /// A mistake of the user.
    #[error("{0}")]
    Usage(String),
    /// Something that was asked for could not be written.
    #[error("cannot write to standard output: {0}")]
    Write(io::Error),
}

impl Error {
    pub(super) fn outcome(&self) -> Outcome {
        match self {
            Self::Usage(_) => Outcome::Misused,
            Self::Write(_) => Outcome::Unwritten,
        }
    }
}

/// Writes `text` to standard output. A reader that has read enough is no error.
pub(super) fn write(text: &str) -> Result<(), Error> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Error::Write(error)),
        _ => Ok(()),
    }
}

/// Writes a line to standard error, if anybody reads it.
pub(super) fn note(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{text}");
}
