//! What is wanted: what was typed over what the configuration files say.

mod day;
mod read;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use rustc_hash::FxHashMap;

use crate::cli::args::Check;
use crate::cli::explain;
use crate::cli::output::{self, Error};
use crate::config::{self, Config, FailOn, Globs, Level, Settings};
use crate::finding::Severity;
use crate::platform::Platform;
use crate::rules::catalog;
use crate::source::{Paths, RelPath};

pub(crate) use read::FILE;

/// What is wanted of the programs of one configuration.
#[derive(Clone, Debug, Default)]
pub(super) struct Wanted {
    /// How they are checked.
    pub(super) config: Config,
    /// What is not reported on.
    pub(super) exclude: Globs,
    /// The least weight that fails.
    pub(super) fail_on: FailOn,
}

/// The configurations, each read once.
pub(super) struct Configurations<'a> {
    args: &'a Check,
    typed: BTreeMap<String, Option<Severity>>,
    base: &'a Path,
    working: &'a Path,
    /// The nearest file of a folder.
    nearest: BTreeMap<PathBuf, Option<PathBuf>>,
    /// The same of folders below `base`.
    below: FxHashMap<RelPath, Option<PathBuf>>,
    read: BTreeMap<Option<PathBuf>, Wanted>,
}

impl<'a> Configurations<'a> {
    /// Those of what lies below `base`; paths are typed and shown from `working`.
    pub(super) fn new(args: &'a Check, base: &'a Path, working: &'a Path) -> Result<Self, Error> {
        let typed = args.levels.iter().map(|level| typed_level(level)).collect::<Result<_, _>>()?;
        if let Some(unknown) = args.only.iter().find(|id| catalog::page(id).is_none()) {
            return Err(explain::unknown(unknown));
        }
        for profile in &args.profiles {
            known_profile(profile)?;
        }
        let (nearest, below) = (BTreeMap::new(), FxHashMap::default());
        Ok(Self { args, typed, base, working, nearest, below, read: BTreeMap::new() })
    }

    /// The configuration of the file `path`: the one asked for, else the nearest from the root of
    /// its program upwards, or from its own folder where it is in none of the programs `roots`.
    ///
    /// What a package brings along does not count.
    pub(super) fn file(&mut self, path: &RelPath, roots: &BTreeSet<RelPath>) -> Option<PathBuf> {
        if self.args.no_config || self.args.config.is_some() {
            return self.args.config.as_ref().map(|path| self.working.join(path));
        }
        let package = path.as_str().split("node_modules/").next().unwrap_or("");
        let own = if path.is_library() { RelPath::new(package) } else { path.parent() };
        let mut around = own.clone();
        while !roots.contains(&around) && !around.as_str().is_empty() {
            around = around.parent();
        }
        let folder = if roots.contains(&around) { around } else { own };
        if let Some(known) = self.below.get(&folder) {
            return known.clone();
        }
        let found = self.nearest(&self.base.join(folder.as_str()));
        self.below.insert(folder, found.clone());
        found
    }

    /// The file nearest to `folder` upwards, up to the repository's root.
    fn nearest(&mut self, folder: &Path) -> Option<PathBuf> {
        if let Some(known) = self.nearest.get(folder) {
            return known.clone();
        }
        let found = match here(folder, FILE) {
            Search::Found(file) => Some(file),
            Search::Top => None,
            Search::Above(above) => self.nearest(above),
        };
        self.nearest.insert(folder.to_path_buf(), found.clone());
        found
    }

    /// What is wanted by the configuration `file`; what was typed counts more.
    pub(super) fn wanted(&mut self, file: &Option<PathBuf>) -> Result<&Wanted, Error> {
        if !self.read.contains_key(file) {
            let settings = match file {
                Some(path) => self.settings(path)?,
                None => Settings::default(),
            };
            let folder = file.as_deref().and_then(Path::parent).unwrap_or(self.base);
            let folder = if self.args.config.is_some() { self.working } else { folder };
            let wanted = self.over(&settings, folder);
            self.read.insert(file.clone(), wanted);
        }
        Ok(self.read.entry(file.clone()).or_default())
    }

    fn settings(&self, path: &Path) -> Result<Settings, Error> {
        let (settings, warnings) = read::read(path, self.working, self.args.config.is_some())?;
        for warning in warnings.iter().filter(|_| !self.args.quiet) {
            output::note(&format!("warning: {warning}"));
        }
        Ok(settings)
    }

    /// What was typed over `settings`, whose globs are seen from `folder`.
    fn over(&self, settings: &Settings, folder: &Path) -> Wanted {
        let args = self.args;
        let seen = Paths::new(&self.base.to_string_lossy(), &folder.to_string_lossy());
        let mut config = settings.config(&seen);
        config.levels.extend(self.typed.clone());
        for (_, levels) in &mut config.overrides {
            levels.retain(|rule, _| !self.typed.contains_key(rule));
        }
        if !args.profiles.is_empty() {
            config.profiles.clone_from(&args.profiles);
        }
        config.only.clone_from(&args.only);
        config.verbose = args.verbose;
        config.today = day::today();
        Wanted {
            config,
            exclude: Globs::new(&settings.exclude, &seen),
            fail_on: args.fail_on.map(Into::into).or(settings.fail_on).unwrap_or_default(),
        }
    }
}

/// What a search upwards meets in a folder.
enum Search<'a> {
    Found(PathBuf),
    Above(&'a Path),
    Top,
}

/// Searches `folder`; the repository's root is the last one.
fn here<'a>(folder: &'a Path, name: &str) -> Search<'a> {
    let file = folder.join(name);
    match folder.parent() {
        _ if file.is_file() => Search::Found(file),
        Some(above) if !folder.join(".git").exists() => Search::Above(above),
        _ => Search::Top,
    }
}

/// The file `name` nearest to `folder` upwards, up to the repository's root.
pub(super) fn nearest(folder: &Path, name: &str) -> Option<PathBuf> {
    let mut folder = folder;
    loop {
        match here(folder, name) {
            Search::Found(file) => return Some(file),
            Search::Above(above) => folder = above,
            Search::Top => return None,
        }
    }
}

/// `ID=LEVEL`.
fn typed_level(typed: &str) -> Result<(String, Option<Severity>), Error> {
    let Some((rule, level)) = typed.split_once('=') else {
        return Err(Error::Usage(format!("`--rule {typed}` is not `ID=LEVEL`")));
    };
    if catalog::page(rule).is_none() {
        return Err(explain::unknown(rule));
    }
    let Some(level) = Level::of(level) else {
        let levels = Level::NAMES.join("`, `");
        return Err(Error::Usage(format!("there is no level `{level}`; known are `{levels}`")));
    };
    Ok((rule.to_owned(), level.weight()))
}

fn known_profile(name: &str) -> Result<(), Error> {
    if Platform::known(name) {
        return Ok(());
    }
    let known: Vec<&str> = Platform::profile_names().collect();
    let hint = config::nearest(name, known.iter().copied()).map_or_else(
        || format!("; known are `{}`", known.join("`, `")),
        |meant| format!("; did you mean `{meant}`?"),
    );
    Err(Error::Usage(format!("there is no profile `{name}`{hint}")))
}
