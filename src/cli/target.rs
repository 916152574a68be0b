//! Where reports go: `--format FORMAT[=FILE]`.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use clap::builder::{EnumValueParser, PossibleValue, TypedValueParser};
use clap::error::ErrorKind;
use clap::{Arg, Command, ValueEnum};

use crate::cli::args::Format;
use crate::cli::output::Error;
use crate::cli::terminal;

/// A report that is wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Target {
    /// How it is written.
    pub(super) format: Format,
    /// Where to; `None` for standard output.
    pub(super) file: Option<PathBuf>,
}

/// Reads `FORMAT[=FILE]`.
#[derive(Clone)]
pub(super) struct TargetParser;

impl TypedValueParser for TargetParser {
    type Value = Target;

    fn parse_ref(
        &self,
        command: &Command,
        arg: Option<&Arg>,
        value: &OsStr,
    ) -> Result<Target, clap::Error> {
        let Some(text) = value.to_str() else {
            return Err(clap::Error::new(ErrorKind::InvalidUtf8).with_cmd(command));
        };
        let (format, file) = match text.split_once('=') {
            Some((format, file)) => (format, Some(PathBuf::from(file))),
            None => (text, None),
        };
        let formats = EnumValueParser::<Format>::new();
        let format = formats.parse_ref(command, arg, OsStr::new(format))?;
        Ok(Target { format, file })
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(Format::value_variants().iter().filter_map(Format::to_possible_value)))
    }
}

/// The reports to write: those asked for, else the one that suits where standard output goes.
pub(super) fn targets(asked: &[Target]) -> Result<Vec<Target>, Error> {
    if asked.is_empty() {
        let format = if terminal::is_github() { Format::Github } else { Format::Human };
        return Ok(vec![Target { format, file: None }]);
    }
    for (at, target) in asked.iter().enumerate() {
        if asked.iter().take(at).any(|other| other.file == target.file) {
            let fault = match &target.file {
                Some(file) => format!("two reports cannot both be `{}`", file.display()),
                None => "only one report can go to standard output; name a file for the others, \
                         as in `--format sarif=report.sarif`"
                    .to_owned(),
            };
            return Err(Error::Usage(fault));
        }
        let folder = target.file.as_deref().and_then(Path::parent);
        if let Some(folder) =
            folder.filter(|folder| !folder.as_os_str().is_empty() && !folder.is_dir())
        {
            let folder = folder.display();
            return Err(Error::Usage(format!("no such folder for a report: `{folder}`")));
        }
        if target.file.as_deref().is_some_and(|file| file.file_name().is_none()) {
            return Err(Error::Usage("`--format FORMAT=FILE` needs the name of a file".to_owned()));
        }
    }
    Ok(asked.to_vec())
}

#[cfg(test)]
mod tests {
    use clap::Command;
    use clap::builder::TypedValueParser;

    use super::{TargetParser, targets};

    #[test]
    fn a_report_has_one_place() {
        for (asked, is_right) in [
            (&["json"][..], true),
            (&["json", "sarif=a=b.sarif", "junit=src/x.xml"], true),
            (&["json", "human"], false),
            (&["json=a", "sarif=a"], false),
            (&["json=nowhere/a"], false),
            (&["json="], false),
            (&["json=.."], false),
        ] {
            let parse = |text: &&str| {
                TargetParser.parse_ref(&Command::new("x"), None, text.as_ref()).expect("a target")
            };
            let asked: Vec<_> = asked.iter().map(parse).collect();
            assert_eq!(targets(&asked).is_ok(), is_right, "{asked:?}");
        }
        for wrong in ["", "=", "xml", "JSON=a"] {
            assert!(TargetParser.parse_ref(&Command::new("x"), None, wrong.as_ref()).is_err());
        }
    }
}
