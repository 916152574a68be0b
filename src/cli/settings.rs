//! What is wanted: what was typed over what the configuration file says.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use crate::cli::args::Check;
use crate::cli::explain;
use crate::cli::output::Error;
use crate::config::{self, Config, LEVELS, Mistake, Settings, nearest};
use crate::platform::Platform;
use crate::rules::catalog;
use crate::source::LineIndex;

/// The name of the configuration file.
const FILE: &str = "consentlint.toml";

const SECONDS_OF_A_DAY: u64 = 86_400;

/// The settings for programs in `folders`, the typed ones first.
pub(super) fn config(args: &Check, folders: &[PathBuf], cwd: &Path) -> Result<Config, Error> {
    let settings = match file(args, folders)? {
        Some(path) => read(&path, cwd)?,
        None => Settings::default(),
    };
    let typed =
        args.levels.iter().map(|level| typed_level(level)).collect::<Result<Vec<_>, _>>()?;
    if let Some(unknown) = args.only.iter().find(|id| catalog::page(id).is_none()) {
        return Err(explain::unknown(unknown));
    }
    for profile in &args.profiles {
        known_profile(profile)?;
    }
    let named = if args.profiles.is_empty() { settings.profiles } else { args.profiles.clone() };
    Ok(Config {
        profiles: named,
        levels: settings.levels.into_iter().chain(typed).collect(),
        extension: settings.extension,
        purposes: settings.purposes,
        only: args.only.clone(),
        verbose: args.verbose,
        today: today(),
    })
}

/// The configuration file: the one asked for, else the nearest above the programs.
fn file(args: &Check, folders: &[PathBuf]) -> Result<Option<PathBuf>, Error> {
    if args.no_config || args.config.is_some() {
        return Ok(args.config.clone());
    }
    let mut found: Vec<Option<PathBuf>> =
        folders.iter().map(|folder| nearest_file(folder)).collect();
    found.sort();
    found.dedup();
    match found.as_slice() {
        [] => Ok(None),
        [one] => Ok(one.clone()),
        _ => Err(Error::Usage(
            "the programs have different configurations; check them one by one or name one with --config".to_owned(),
        )),
    }
}

/// The file nearest to `folder` upwards, up to the repository's root.
fn nearest_file(folder: &Path) -> Option<PathBuf> {
    for folder in folder.ancestors() {
        let file = folder.join(FILE);
        if file.is_file() {
            return Some(file);
        }
        if folder.join(".git").exists() {
            return None;
        }
    }
    None
}

fn read(path: &Path, cwd: &Path) -> Result<Settings, Error> {
    let shown = path.strip_prefix(cwd).unwrap_or(path).display();
    let text = fs::read_to_string(cwd.join(path))
        .map_err(|error| Error::Usage(format!("cannot read `{shown}`: {error}")))?;
    let rules: Vec<&str> = catalog::pages().map(|page| page.id.0).collect();
    config::parse(&text, &rules).map_err(|mistakes| {
        let lines = LineIndex::new(&text);
        let line = |at: &Mistake| lines.position(&text, at.at.start).line;
        let all =
            mistakes.iter().map(|mistake| format!("{shown}:{}: {}", line(mistake), mistake.text));
        Error::Usage(all.collect::<Vec<_>>().join("\nerror: "))
    })
}

/// `ID=LEVEL`.
fn typed_level(typed: &str) -> Result<(String, Option<crate::finding::Severity>), Error> {
    let Some((rule, level)) = typed.split_once('=') else {
        return Err(Error::Usage(format!("`--rule {typed}` is not `ID=LEVEL`")));
    };
    if catalog::page(rule).is_none() {
        return Err(explain::unknown(rule));
    }
    let Some(level) = config::level(level) else {
        let levels = LEVELS.join("`, `");
        return Err(Error::Usage(format!("there is no level `{level}`; known are `{levels}`")));
    };
    Ok((rule.to_owned(), level))
}

fn known_profile(name: &str) -> Result<(), Error> {
    if Platform::known(name) {
        return Ok(());
    }
    let known: Vec<&str> = Platform::profile_names().collect();
    let hint = nearest(name, known.iter().copied()).map_or_else(
        || format!("; known are `{}`", known.join("`, `")),
        |meant| format!("; did you mean `{meant}`?"),
    );
    Err(Error::Usage(format!("there is no profile `{name}`{hint}")))
}

/// The day in UTC.
fn today() -> Option<String> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs();
    Some(day(seconds / SECONDS_OF_A_DAY))
}

/// The date of the day that is `days` after 1970-01-01, by the civil-from-days algorithm.
fn day(days: u64) -> String {
    let shifted = days + 719_468;
    let (era, of_era) = (shifted / 146_097, shifted % 146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let march_based = (5 * of_year + 2) / 153;
    let day = of_year - (153 * march_based + 2) / 5 + 1;
    let month = if march_based < 10 { march_based + 3 } else { march_based - 9 };
    let year = year_of_era + era * 400 + u64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn days_have_dates() {
        for (days, date) in
            [(0, "1970-01-01"), (59, "1970-03-01"), (11_016, "2000-02-29"), (20_777, "2026-11-20")]
        {
            assert_eq!(day(days), date);
        }
    }
}
