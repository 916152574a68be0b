//! Globs over the paths of a program. They are matched by automata, in linear time.

use globset::{Error, Glob, GlobBuilder, GlobSet, GlobSetBuilder};

use crate::source::{Paths, RelPath};

/// The bytes a glob may have: the automata of a few hundred are built at once.
const MAX_BYTES: usize = 400;

/// The globs of one automaton: of so many it stays below the size that is refused.
const TOGETHER: usize = 50;

/// Files and folders, as seen from a folder.
#[derive(Clone, Debug, Default)]
pub struct Globs {
    sets: Vec<GlobSet>,
    seen_from: Paths,
}

impl Globs {
    /// What `patterns` name, seen through `seen_from`; those with a `fault` name nothing.
    ///
    /// A pattern names what it matches and all that lies below.
    #[must_use]
    pub fn new(patterns: &[String], seen_from: &Paths) -> Self {
        let sound: Vec<&str> = patterns
            .iter()
            .filter(|pattern| fault(pattern).is_none())
            .map(|pattern| trimmed(pattern))
            .collect();
        let sets = sound.chunks(TOGETHER).filter_map(set).collect();
        Self { sets, seen_from: seen_from.clone() }
    }

    /// Whether `path` is one of them.
    #[must_use]
    pub fn matches(&self, path: &RelPath) -> bool {
        if self.sets.is_empty() {
            return false;
        }
        let path = self.seen_from.shown(path);
        self.sets.iter().any(|set| set.is_match(&path))
    }
}

/// What is wrong with the glob `pattern`, behind "the glob".
pub(super) fn fault(pattern: &str) -> Option<String> {
    let is_named = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'.';
    let follows_backslash =
        pattern.as_bytes().windows(2).any(|pair| pair[0] == b'\\' && is_named(&pair[1]));
    let said = match pattern {
        _ if trimmed(pattern).is_empty() => "is empty; `**` names all files",
        _ if pattern.len() > MAX_BYTES => "is too long",
        _ if pattern.starts_with('/') => {
            "starts with `/`; paths are seen from the folder of this file"
        }
        _ if pattern.starts_with('!') => "starts with `!`, which takes nothing back here",
        _ if pattern.split('/').any(|part| part == "..") => {
            "leads upwards; paths are seen from the folder of this file"
        }
        _ if follows_backslash => "has a `\\`; folders are divided by `/` on every system",
        _ => {
            let error =
                glob(trimmed(pattern)).err().map(|error| format!("is broken: {}", error.kind()));
            let is_sound = || set(&[trimmed(pattern)]).is_some();
            return error.or_else(|| (!is_sound()).then(|| "is too large".to_owned()));
        }
    };
    Some(said.to_owned())
}

/// What `patterns` name and what lies below, as one automaton.
fn set(patterns: &[&str]) -> Option<GlobSet> {
    let mut set = GlobSetBuilder::new();
    for pattern in patterns {
        set.add(glob(pattern).ok()?);
        set.add(glob(&format!("{pattern}/**")).ok()?);
    }
    set.build().ok()
}

fn glob(pattern: &str) -> Result<Glob, Error> {
    GlobBuilder::new(pattern).literal_separator(true).build()
}

fn trimmed(pattern: &str) -> &str {
    pattern.trim_start_matches("./").trim_end_matches('/')
}

#[cfg(test)]
mod tests {
    use super::{Globs, fault};
    use crate::source::{Paths, RelPath};

    #[test]
    fn globs_name_files_and_what_lies_below() {
        for (folder, pattern, path, want) in [
            ("/r", "dist", "dist/a.js", true),
            ("/r", "dist/", "dist/b/a.js", true),
            ("/r", "./dist/*.js", "dist/a.js", true),
            ("/r", "dist/*.js", "dist/b/a.js", false),
            ("/r", "dist", "src/dist/a.js", false),
            ("/r", "**/dist", "src/dist/a.js", true),
            ("/r", "**/dist", "dist/a.js", true),
            ("/r", "**/*.{min,gen}.js", "a/b.gen.js", true),
            ("/r", "distribution", "dist/a.js", false),
            ("/r", "[a-c]*", "b.js", true),
            ("/r", "页面/**", "页面/a.js", true),
            ("/r/app", "pages", "app/pages/a.js", true),
            ("/r/app", "pages", "pages/a.js", false),
            ("/", "r/pages", "pages/a.js", true),
            ("/r", "**", "a", true),
        ] {
            let globs = Globs::new(&[pattern.to_owned()], &Paths::new("/r", folder));
            assert_eq!(globs.matches(&RelPath::new(path)), want, "{pattern} {path}");
        }
        assert!(!Globs::default().matches(&RelPath::new("a")));
    }

    #[test]
    fn hostile_globs_end() {
        let path = RelPath::new(&format!("{}b", "a".repeat(4000)));
        for (pattern, is_sound, matches) in [
            ("*a".repeat(199), true, false),
            ("{a*,*a}".repeat(57), true, true),
            ("{a,".repeat(133), false, false),
            ("[".repeat(400), false, false),
        ] {
            let globs = Globs::new(&vec![pattern.clone(); 10], &Paths::default());
            let found = (fault(&pattern).is_none(), globs.matches(&path));
            assert_eq!(found, (is_sound, matches), "{pattern}");
        }
        assert!(fault(&"a".repeat(401)).is_some());
    }
}
