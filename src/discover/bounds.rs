//! How far the files of what is checked may lie.

use std::io;
use std::path::{Path, PathBuf};

use crate::source::RelPath;

/// The folders that files may lie in. All paths are absolute, without links.
#[derive(Clone, Debug, Default)]
pub struct Bounds {
    /// What all paths are relative to.
    base: PathBuf,
    /// The repositories of what is checked, and what is checked itself where it is in none: links
    /// may lead there.
    checked: Vec<PathBuf>,
}

impl Bounds {
    pub(super) fn new(base: PathBuf, checked: Vec<PathBuf>) -> Self {
        Self { base, checked }
    }

    /// Those of `folder` alone.
    ///
    /// # Errors
    ///
    /// What the system says where there is no such folder.
    pub fn of(folder: &Path) -> io::Result<Self> {
        let base = folder.canonicalize()?;
        Ok(Self { checked: vec![base.clone()], base })
    }

    pub(super) fn base(&self) -> &Path {
        &self.base
    }

    /// The file that `path` leads to, without links; `None` where a link leads out.
    pub(super) fn real(&self, path: &RelPath) -> io::Result<Option<PathBuf>> {
        let named = self.base.join(path.as_str());
        let real = named.canonicalize()?;
        let is_inside = if real == named { real.starts_with(&self.base) } else { self.hold(&real) };
        Ok(is_inside.then_some(real))
    }

    /// Whether a link may lead to `target`.
    pub(super) fn hold(&self, target: &Path) -> bool {
        self.checked.iter().any(|folder| target.starts_with(folder))
    }
}
