//! `consentlint init`: a configuration file to begin with.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};

use crate::cli::args::{Check, Init};
use crate::cli::input;
use crate::cli::output::{self, Error};
use crate::cli::settings::FILE;
use crate::cli::{Outcome, check};
use crate::config;

/// Writes a commented `consentlint.toml`; one that is there is left alone unless it is forced.
pub(super) fn run(args: &Init) -> Result<Outcome, Error> {
    let shown = args.folder.join(FILE);
    let shown = shown.strip_prefix(".").unwrap_or(&shown).display();
    if !args.folder.is_dir() {
        return Err(Error::Usage(format!("no such folder: `{}`", args.folder.display())));
    }
    if input::leads_out(&args.folder.join(FILE)) {
        return Err(Error::Usage(format!("cannot write `{shown}`: {}", input::LEADS_OUT)));
    }
    let all = Check { paths: vec![args.folder.clone()], no_config: true, ..Check::default() };
    let profile = check::open(&all)?.workspace.evident_profile();
    let text = config::template(profile.as_slice());
    let mut options = OpenOptions::new();
    options.write(true).create(true).create_new(!args.force).truncate(args.force);
    let written =
        options.open(args.folder.join(FILE)).and_then(|mut file| file.write_all(text.as_bytes()));
    match written {
        Ok(()) => {
            output::note(&format!("wrote `{shown}`"));
            Ok(Outcome::Clean)
        }
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            Err(Error::Usage(format!("`{shown}` is there; `--force` overwrites it")))
        }
        Err(error) => Err(Error::Usage(format!("cannot write `{shown}`: {error}"))),
    }
}
