//! What can be typed is documented and tested.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use super::sources;

/// The options of `check`: their long names, and the short ones.
fn options() -> Vec<(String, Option<String>)> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_consentlint"));
    let output = command.args(["check", "--help"]).output().expect("the binary runs");
    let help = String::from_utf8(output.stdout).expect("help is UTF-8");
    let options = help.lines().map(str::trim_start).filter(|line| line.starts_with('-'));
    let options = options.filter_map(|line| {
        let mut words = line.split([' ', ',', '=', '[']).filter(|word| word.starts_with('-'));
        let first = words.next()?.to_owned();
        match first.starts_with("--") {
            true => Some((first, None)),
            false => Some((words.next()?.to_owned(), Some(first))),
        }
    });
    options.filter(|(long, _)| long != "--help").collect()
}

#[test]
fn every_option_is_in_the_readme_and_in_a_test() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = fs::read_to_string(root.join("README.md")).expect("the README can be read");
    let sources = sources::all();
    let tests: String =
        sources.iter().filter(|it| it.path.starts_with("tests/it/")).map(|it| &*it.text).collect();
    let mut lacking = BTreeSet::new();
    let all = options();
    for (long, short) in &all {
        let names = [Some(long), short.as_ref()];
        if !names.iter().flatten().any(|name| readme.contains(&format!("`{name}"))) {
            lacking.insert(format!("README.md lacks `{long}`"));
        }
        let quoted = [format!("\"{long}\""), format!("\"{long}=")];
        if !quoted.iter().any(|name| tests.contains(name)) {
            lacking.insert(format!("no test names `{long}`"));
        }
    }
    assert!(all.len() > 20 && lacking.is_empty(), "{all:?}\n{lacking:#?}");
}
