//! The only reader of the disk.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::source::{FileKind, RelPath};

/// What was found.
#[derive(Debug, Default)]
pub struct Discovered {
    /// The folder that paths are relative to.
    pub base: PathBuf,
    /// The texts.
    pub texts: Vec<(RelPath, Arc<str>)>,
    /// What was found but not read.
    pub not_checked: Vec<(RelPath, String)>,
    /// What findings are limited to; empty for everything.
    pub focus: Vec<RelPath>,
}

/// Why nothing could be discovered.
#[derive(Debug, thiserror::Error)]
pub enum DiscoverError {
    /// There is no such path.
    #[error("no such file or folder: `{0}`")]
    Missing(PathBuf),
}

/// Finds all.
///
/// # Errors
///
/// Where a path does not exist.
pub fn discover(paths: &[PathBuf], cwd: &Path) -> Result<Discovered, DiscoverError> {
    let mut found = Discovered { base: cwd.to_owned(), ..Discovered::default() };
    for path in paths {
        let path = cwd.join(path);
        if !path.exists() {
            return Err(DiscoverError::Missing(path));
        }
        for entry in walkdir::WalkDir::new(&path).sort_by_file_name().into_iter().flatten() {
            let name = entry.path().strip_prefix(cwd).ok().and_then(Path::to_str);
            let Some(name) = name.filter(|name| FileKind::of(name).is_some()) else { continue };
            if let Ok(text) = fs::read_to_string(entry.path()) {
                found.texts.push((RelPath::new(name), text.into()));
            }
        }
    }
    Ok(found)
}

/// Reads those of `paths` that exist.
#[must_use]
pub fn read(base: &Path, paths: &[RelPath]) -> Vec<(RelPath, Arc<str>)> {
    let read = |path: &RelPath| {
        let text = fs::read_to_string(base.join(path.as_str())).ok()?;
        Some((path.clone(), text.into()))
    };
    paths.iter().filter_map(read).collect()
}
