//! What no compiler checks: layers, homes of outside crates, sizes, and a complete catalogue.

use std::fs;
use std::path::Path;

mod catalog;
mod documents;
mod options;
mod packages;
mod sources;

use sources::Source;

/// The layers from the ground up, each with those it may import.
const LAYERS: &[(&str, &[&str])] = &[
    ("source", &[]),
    ("finding", &["source"]),
    ("platform", &["source"]),
    ("config", &["source", "finding", "platform"]),
    ("syntax", &["source", "finding"]),
    ("project", &["source", "finding", "platform", "syntax"]),
    ("semantic", &["source", "finding", "platform", "config", "syntax", "project"]),
    ("rules", &["source", "finding", "platform", "config", "syntax", "project", "semantic"]),
    (
        "engine",
        &["source", "finding", "platform", "config", "syntax", "project", "semantic", "rules"],
    ),
    ("report", &["source", "finding", "config", "syntax", "rules", "engine"]),
    ("discover", &["source", "config"]),
    ("cli", &["source", "finding", "platform", "config", "rules", "engine", "report", "discover"]),
];

/// What may be named only in files whose path begins so.
const HOMES: &[(&str, &[&str])] = &[
    ("swc_", &["syntax/script/"]),
    ("quick_xml", &["syntax/axml/"]),
    ("jsonc_parser", &["syntax/json/"]),
    ("toml::", &["platform/", "config/", "rules/"]),
    ("rayon", &["engine/", "semantic/mod.rs", "semantic/values/collect.rs", "discover/"]),
    ("miette", &["report/human.rs"]),
    ("unicode_width", &["report/"]),
    ("serde_json", &["report/"]),
    ("Serialize", &["report/"]),
    ("globset", &["config/"]),
    ("schemars", &["report/"]),
    ("strsim", &["config/", "platform/"]),
    ("clap", &["cli/"]),
    ("clap_complete", &["cli/"]),
    ("clap_mangen", &["cli/"]),
    ("terminal_size", &["cli/"]),
    ("similar::", &["cli/"]),
    ("tempfile", &["discover/"]),
    ("walkdir", &["discover"]),
    ("ignore::", &["discover"]),
    ("std::fs", &["discover", "cli/"]),
    ("std::env", &["discover", "cli/"]),
    ("std::process", &["main.rs", "cli/", "discover/git/"]),
    ("std::time", &["cli/", "discover/git/"]),
    ("HashMap", &[]),
    ("HashSet", &[]),
    ("macro_rules!", &[]),
    ("unsafe", &[]),
    ("#[allow", &[]),
    ("#![allow", &[]),
    ("std::{", &[]),
];

/// Names of modules that say nothing.
const EMPTY_NAMES: &[&str] = &["utils", "util", "helpers", "helper", "common", "misc", "types"];

/// The lines a file may have: in `src/rules`, and elsewhere.
const MOST_LINES: (usize, usize) = (300, 400);

/// Collects what `fault` finds in every source and fails where that is anything.
fn assert_none(fault: impl Fn(&Source) -> Vec<String>) {
    let faults: Vec<String> = sources::all()
        .iter()
        .flat_map(|source| {
            fault(source).into_iter().map(|fault| format!("{}: {fault}", source.path))
        })
        .collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn layers_import_only_what_lies_below() {
    assert_none(|source| {
        let Some(layer) = source.layer() else { return Vec::new() };
        let Some((_, below)) = LAYERS.iter().find(|(name, _)| *name == layer) else {
            return vec![format!("`{layer}` is no layer")];
        };
        let is_layer = |name: &String| LAYERS.iter().any(|(layer, _)| layer == name);
        let by_parents = source.imports_by_parents().into_iter().filter(is_layer);
        let imports = source.imports().into_iter().chain(by_parents);
        imports
            .filter(|import| import != layer && !below.contains(&import.as_str()))
            .map(|import| format!("`{layer}` imports `{import}`"))
            .collect()
    });
}

#[test]
fn the_table_of_layers_has_no_cycles() {
    for (at, (layer, below)) in LAYERS.iter().enumerate() {
        for import in *below {
            let lies_below = LAYERS.iter().take(at).any(|(name, _)| name == import);
            assert!(lies_below, "`{layer}` may import `{import}`, which does not lie below it");
        }
    }
}

#[test]
fn outside_crates_stay_at_home() {
    assert_none(|source| {
        let Some(path) = source.path.strip_prefix("src/") else { return Vec::new() };
        let strays = HOMES.iter().filter(|(name, homes)| {
            let is_exempt = source.is_test() && name.starts_with("std::");
            let is_home = homes.iter().any(|home| path.starts_with(home));
            !is_exempt && !is_home && source.names(name)
        });
        strays.map(|(name, homes)| format!("`{name}` belongs into {homes:?}")).collect()
    });
}

#[test]
fn files_are_small_and_say_what_they_are_for() {
    assert_none(|source| {
        let mut faults = Vec::new();
        let most = if source.path.starts_with("src/rules/") { MOST_LINES.0 } else { MOST_LINES.1 };
        let lines = source.text.lines().count();
        if lines > most {
            faults.push(format!("{lines} lines are more than {most}"));
        }
        if !source.text.starts_with("//! ") {
            faults.push("does not open with `//!`".to_owned());
        }
        if source.path.split(['/', '.']).any(|part| EMPTY_NAMES.contains(&part)) {
            faults.push("a name that says nothing".to_owned());
        }
        faults
    });
}

#[test]
fn nothing_is_generated_when_building() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    assert!(!root.join("build.rs").exists());
    let manifest = fs::read_to_string(root.join("Cargo.toml")).expect("the manifest can be read");
    assert!(!manifest.contains("proc-macro") && !manifest.contains("\nbuild ="));
}
