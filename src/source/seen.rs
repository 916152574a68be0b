//! What files are called by somebody who stands in a folder: the working directory, or that of a
//! configuration.

use crate::source::RelPath;

/// Turns paths below the checked folder into paths from another folder.
#[derive(Clone, Debug, Default)]
pub struct Paths {
    base: Vec<String>,
    working: Vec<String>,
}

impl Paths {
    /// Paths of files below `base`, seen from `working`; both absolute, without links.
    #[must_use]
    pub fn new(base: &str, working: &str) -> Self {
        Self { base: parts(base), working: parts(working) }
    }

    /// What the file `path` below the checked folder is called, with `/`.
    #[must_use]
    pub fn shown(&self, path: &RelPath) -> String {
        let all: Vec<&str> =
            self.base.iter().map(String::as_str).chain(path.as_str().split('/')).collect();
        let shared =
            all.iter().zip(&self.working).take_while(|(left, right)| *left == right).count();
        let up = std::iter::repeat_n("..", self.working.len() - shared);
        up.chain(all.into_iter().skip(shared)).collect::<Vec<_>>().join("/")
    }
}

fn parts(path: &str) -> Vec<String> {
    path.split(['/', '\\'])
        .filter(|part| !part.is_empty() && *part != ".")
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::Paths;
    use crate::source::RelPath;

    #[test]
    fn files_are_called_from_the_working_directory() {
        for (base, working, path, want) in [
            ("/w", "/w", "app.json", "app.json"),
            ("/w/demo", "/w", "pages/a.js", "demo/pages/a.js"),
            ("/w", "/w/pages/a", "pages/a/a.js", "a.js"),
            ("/w", "/w/pages/a", "app.js", "../../app.js"),
            ("/other", "/w", "app.js", "../other/app.js"),
            ("", "", "app.js", "app.js"),
        ] {
            assert_eq!(Paths::new(base, working).shown(&RelPath::new(path)), want);
        }
    }
}
