//! Standard output, standard error, and files with reports.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::Path;
use std::process;

use crate::cli::Outcome;
use crate::report;

/// Why a command could not do what was asked.
#[derive(Debug, thiserror::Error)]
pub(super) enum Error {
    /// A mistake of the user.
    #[error("{0}")]
    Usage(String),
    /// Something that was asked for could not be written.
    #[error("cannot write to standard output: {0}")]
    Write(io::Error),
    /// A file that was asked for could not be written.
    #[error("cannot write `{0}`: {1}")]
    File(String, io::Error),
}

impl Error {
    pub(super) fn outcome(&self) -> Outcome {
        match self {
            Self::Usage(_) => Outcome::Misused,
            Self::Write(_) | Self::File(..) => Outcome::Unwritten,
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

/// Makes `text` the content of `file`: all of it, or the file stays what it was.
pub(super) fn write_file(file: &Path, text: &str) -> Result<(), Error> {
    whole(file, text).map_err(|error| Error::File(file.display().to_string(), error))
}

/// Adds `text` to the end of `file`.
pub(super) fn append(file: &Path, text: &str) -> Result<(), Error> {
    let out = OpenOptions::new().append(true).create(true).open(file);
    out.and_then(|mut out| out.write_all(text.as_bytes()))
        .map_err(|error| Error::File(file.display().to_string(), error))
}

/// Makes `text` the content of `file`, or says why not.
pub(super) fn whole(file: &Path, text: &str) -> io::Result<()> {
    let file = file.canonicalize().unwrap_or_else(|_| file.to_owned());
    let before = fs::metadata(&file).ok();
    if before.as_ref().is_some_and(|it| !it.is_file()) {
        return fs::write(&file, text);
    }
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let draft = file.with_file_name(format!(".{name}.{}", process::id()));
    let mut out = OpenOptions::new().write(true).create_new(true).open(&draft)?;
    let write = |out: &mut File| {
        out.write_all(text.as_bytes())?;
        before.map_or(Ok(()), |before| out.set_permissions(before.permissions()))
    };
    let written = write(&mut out).and_then(|()| fs::rename(&draft, &file));
    if written.is_err() {
        let _ = fs::remove_file(&draft);
    }
    written
}

/// Writes lines to standard error, if anybody reads them. They may have names of strangers in
/// them: nothing but a line break moves the cursor.
pub(super) fn note(text: &str) {
    let shown = |it| if it == '\n' { it } else { report::visible(it) };
    let text: String = text.chars().map(shown).collect();
    let _ = writeln!(io::stderr().lock(), "{text}");
}
