//! The project's own source files as text.

use std::fs;
use std::path::Path;

/// A file of `src`, `tests`, `benches` or `fuzz`.
pub(super) struct Source {
    /// The path from the repository's root, with `/`.
    pub(super) path: String,
    /// All of it.
    pub(super) text: String,
}

/// All source files, by path.
pub(super) fn all() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = Vec::new();
    for folder in ["src", "tests", "benches", "fuzz/src", "fuzz/fuzz_targets"] {
        for entry in walkdir::WalkDir::new(root.join(folder)).sort_by_file_name() {
            let entry = entry.expect("sources can be read");
            if entry.path().extension().is_some_and(|extension| extension == "rs") {
                let path = entry.path().strip_prefix(root).expect("below the root");
                let path = path.to_string_lossy().replace('\\', "/");
                let text = fs::read_to_string(entry.path()).expect("sources are UTF-8");
                sources.push(Source { path, text });
            }
        }
    }
    sources
}

impl Source {
    /// The top-level module of `src` that the file belongs to.
    pub(super) fn layer(&self) -> Option<&str> {
        let below = self.path.strip_prefix("src/")?;
        let layer = below.split('/').next()?.trim_end_matches(".rs");
        Some(layer).filter(|layer| !["lib", "main"].contains(layer))
    }

    /// Whether the file holds tests only; those may read files and clocks.
    pub(super) fn is_test(&self) -> bool {
        self.path.split(['/', '.']).any(|part| part == "tests")
    }

    /// The top-level modules that are named behind `crate::`.
    pub(super) fn imports(&self) -> Vec<String> {
        self.imports_behind("crate::")
    }

    /// What is named behind `path`.
    pub(super) fn imports_behind(&self, path: &str) -> Vec<String> {
        let code = self.code();
        let mut imports = Vec::new();
        for rest in code.split(path).skip(1) {
            match rest.strip_prefix('{') {
                Some(group) => imports.extend(first_names(group)),
                None => imports.push(identifier(rest)),
            }
        }
        imports
    }

    /// What is named behind as many `super::` as lead to the top of the crate.
    pub(super) fn imports_by_parents(&self) -> Vec<String> {
        let depth = self.path.trim_end_matches("/mod.rs").split('/').count() - 1;
        let code = self.code();
        let supers = "super::".repeat(depth);
        code.split(&supers)
            .skip(1)
            .map(|rest| identifier(rest.trim_start_matches("super::")))
            .collect()
    }

    /// Whether the code names `name`, which stands alone on both sides where it is a word.
    pub(super) fn names(&self, name: &str) -> bool {
        let code = self.code();
        let is_word = |character: char| character.is_alphanumeric() || character == '_';
        code.match_indices(name).any(|(at, _)| {
            let before = code[..at].chars().next_back();
            let after = code[at + name.len()..].chars().next();
            let opens = !before.is_some_and(is_word) || !name.starts_with(is_word);
            let is_prefix = !name.ends_with(char::is_alphanumeric);
            opens && (is_prefix || !after.is_some_and(is_word))
        })
    }

    /// The keys in `Message::new("…")`, but for those of tests.
    pub(super) fn message_keys(&self) -> Vec<String> {
        let code = self.code();
        let code = code.split("#[cfg(test)]").next().unwrap_or("");
        let keys = code.split("Message::new(").skip(1);
        let quoted =
            |rest: &str| Some(rest.trim_start().strip_prefix('"')?.split('"').next()?.to_owned());
        keys.filter_map(quoted).collect()
    }

    /// The text without comments.
    fn code(&self) -> String {
        let code = |line: &str| line.split("//").next().unwrap_or("").to_owned();
        self.text.lines().map(code).collect::<Vec<_>>().join("\n")
    }
}

/// The first name of each item of `a, b::{c, d}, e}`.
fn first_names(group: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut depth = 0;
    let mut is_first = true;
    for (at, character) in group.char_indices() {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => is_first = true,
            _ if is_first && character.is_alphabetic() => {
                names.push(identifier(&group[at..]));
                is_first = false;
            }
            _ => {}
        }
    }
    names
}

fn identifier(text: &str) -> String {
    text.chars().take_while(|character| character.is_alphanumeric() || *character == '_').collect()
}

#[test]
fn imports_are_found() {
    let text = "use crate::source::Span; // crate::cli\nuse crate::{engine::{self, Report}, rules};\nlet x = crate::config::y();";
    let source = Source { path: "src/a.rs".to_owned(), text: text.to_owned() };
    assert_eq!(source.imports(), ["source", "engine", "rules", "config"]);
    assert!(source.names("engine") && !source.names("cli") && !source.names("rule"));
}
