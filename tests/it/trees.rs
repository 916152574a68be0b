//! `consentlint debug tree`: what the parsers make of files.

use std::process::Command;

use crate::program;

#[test]
fn files_are_shown_as_they_are_read() {
    let base = program::testdata().join("_tree");
    let run = |files: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_consentlint"));
        command.args(["debug", "tree"]).arg(&base).args(files).output().expect("the binary runs")
    };
    let out = run(&["list.axml", "list.js"]);
    assert_eq!(out.status.code(), Some(0));
    let lines = String::from_utf8(out.stdout).expect("output is UTF-8");
    program::assert_golden(&base.join("trees.jsonl"), &lines);
    assert_eq!(run(&["other.axml"]).status.code(), Some(2));
}
