//! Configuration files: the nearest one, and those it builds on.

use std::path::{Path, PathBuf};

use crate::cli::input;
use crate::cli::output::Error;
use crate::config::{self, Mistake, Settings};
use crate::rules::catalog;
use crate::source::LineIndex;

/// The name of the configuration file.
pub(crate) const FILE: &str = "consentlint.toml";

/// The bytes that are read of one file. No hand-written one comes near.
const MAX_BYTES: u64 = 256 << 10;

/// The files that one may build on, one upon the other.
const MOST: usize = 16;

/// What the configuration at `path` says with all it builds on, and what is to be warned of.
/// Paths are shown from `cwd`. Whoever named the file `is_named`: it may be a link to anywhere.
pub(super) fn read(
    path: &Path,
    cwd: &Path,
    is_named: bool,
) -> Result<(Settings, Vec<String>), Error> {
    let mut seen = vec![real(path)];
    let top = input::repository(path).filter(|_| !is_named);
    let mut warnings = Vec::new();
    let mut nearest_first = Vec::new();
    let mut path = path.to_path_buf();
    loop {
        let source = Source::new(&path, cwd, is_named)?;
        let settings = source.settings(&mut warnings)?;
        let base = settings.base().map(|(at, name)| (at, name.to_owned()));
        nearest_first.push(settings);
        let Some((at, name)) = base else { break };
        let wrong = |said: &str| {
            let text = format!("`{name}` {said}");
            source.told(&[Mistake { at, text, is_warning: false }])
        };
        path = path.parent().unwrap_or(Path::new("")).join(&name);
        if !path.is_file() {
            return Err(wrong("is not there"));
        }
        let target = real(&path);
        if top.as_ref().is_some_and(|top| !target.starts_with(top)) {
            return Err(wrong("leads out of the repository"));
        }
        if seen.contains(&target) {
            return Err(wrong("builds on this file in turn"));
        }
        seen.push(target);
        if seen.len() > MOST {
            return Err(wrong("is one file too many that build on each other"));
        }
    }
    let all = nearest_first.into_iter().rev();
    Ok((all.fold(Settings::default(), |base, near| near.over(base)), warnings))
}

fn real(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

/// The text of one file.
struct Source {
    shown: String,
    text: String,
}

impl Source {
    fn new(path: &Path, cwd: &Path, is_named: bool) -> Result<Self, Error> {
        let shown = shown(path, cwd);
        let failed = |why: &str| Error::Usage(format!("cannot read `{shown}`: {why}"));
        if !is_named && input::leads_out(path) {
            return Err(failed(input::LEADS_OUT));
        }
        let text = input::text(path, MAX_BYTES).map_err(|why| failed(&why))?;
        Ok(Self { shown, text })
    }

    fn settings(&self, warnings: &mut Vec<String>) -> Result<Settings, Error> {
        let rules: Vec<&str> = catalog::pages().map(|page| page.id.0).collect();
        let read = config::parse(&self.text, &rules);
        let (settings, harmless) = read.map_err(|mistakes| self.told(&mistakes))?;
        warnings.extend(self.lines(&harmless));
        Ok(settings)
    }

    fn told(&self, mistakes: &[Mistake]) -> Error {
        Error::Usage(self.lines(mistakes).join("\nerror: "))
    }

    /// The mistakes, each behind its line.
    fn lines(&self, mistakes: &[Mistake]) -> Vec<String> {
        let index = LineIndex::new(&self.text);
        let line = |mistake: &Mistake| index.position(&self.text, mistake.at.start).line;
        let told = |it: &Mistake| format!("{}:{}: {}", self.shown, line(it), it.text);
        mistakes.iter().map(told).collect()
    }
}

fn shown(path: &Path, cwd: &Path) -> String {
    path.strip_prefix(cwd).unwrap_or(path).display().to_string()
}
