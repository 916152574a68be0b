//! Paths of a program's files, relative to the folder that is checked.

use std::fmt;
use std::sync::Arc;

/// A normalized path: relative, with `/`, without `.`, `..` or empty parts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RelPath(Arc<str>);

impl RelPath {
    /// The normalized form of `path`; `\` counts as `/`, and `..` above the top is dropped.
    #[must_use]
    pub fn new(path: &str) -> Self {
        Self::normalized("", path)
    }

    /// The path that `reference` names when it stands in the folder `self`.
    #[must_use]
    pub fn join(&self, reference: &str) -> Self {
        Self::normalized(&self.0, reference)
    }

    /// The folder of the file; the empty path for a file at the top.
    #[must_use]
    pub fn parent(&self) -> Self {
        Self(self.0.rsplit_once('/').map_or("", |(folder, _)| folder).into())
    }

    /// The path with `ending` behind its last part: `.js`, `/index.js`.
    #[must_use]
    pub fn with(&self, ending: &str) -> Self {
        if self.0.is_empty() {
            return Self::new(ending);
        }
        Self([&*self.0, ending].concat().into())
    }

    /// The last part.
    #[must_use]
    pub fn file_name(&self) -> &str {
        self.0.rsplit_once('/').map_or(&*self.0, |(_, name)| name)
    }

    /// The path without the extension of its last part.
    #[must_use]
    pub fn stem(&self) -> &str {
        match self.0.rsplit_once('.') {
            Some((stem, extension)) if !extension.contains('/') => stem,
            _ => &self.0,
        }
    }

    /// Whether the path lies in `folder` or is it; everything lies in the empty path.
    #[must_use]
    pub fn is_below(&self, folder: &Self) -> bool {
        folder.0.is_empty()
            || self
                .0
                .strip_prefix(&*folder.0)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// Whether the path lies in `node_modules`: what is there is followed, not reported on.
    #[must_use]
    pub fn is_library(&self) -> bool {
        self.0.split('/').any(|part| part == "node_modules")
    }

    /// The text of the path.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn normalized(base: &str, path: &str) -> Self {
        let mut parts: Vec<&str> = base.split('/').filter(|part| !part.is_empty()).collect();
        for part in path.split(['/', '\\']) {
            match part {
                "" | "." => {}
                ".." => {
                    parts.pop();
                }
                _ => parts.push(part),
            }
        }
        Self(parts.join("/").into())
    }
}

impl fmt::Display for RelPath {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::RelPath;

    #[test]
    fn paths_are_normalized() {
        for (folder, reference, want) in [
            ("", "./pages//index/index", "pages/index/index"),
            ("pages/index", "../../utils/api.js", "utils/api.js"),
            ("a", "../../../b", "b"),
            ("a/b", ".", "a/b"),
            ("", "a\\b", "a/b"),
        ] {
            assert_eq!(RelPath::new(folder).join(reference).as_str(), want);
        }
    }

    #[test]
    fn stems_keep_dots_of_folders() {
        for (path, want) in [("a.b/c", "a.b/c"), ("a/b.axml", "a/b"), ("a/b.min.js", "a/b.min")] {
            assert_eq!(RelPath::new(path).stem(), want);
        }
    }
}
