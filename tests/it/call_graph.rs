//! `consentlint debug call-graph`: who runs whom in plain scripts, as other tools print it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::program;

/// The text at `file:line:column:line:column`; of one of several lines the first.
fn text(base: &Path, files: &Value, place: &str) -> String {
    let numbers: Vec<usize> =
        place.split(':').map(|part| part.parse().expect("a number")).collect();
    let [file, line, column, end_line, end_column] = numbers[..] else { unreachable!("{place}") };
    let name = files[file].as_str().expect("a file");
    let text = fs::read_to_string(base.join(name)).expect("the file is there");
    let lines: Vec<Vec<u16>> = text.split('\n').map(|line| line.encode_utf16().collect()).collect();
    assert!(line < end_line || column < end_column, "{place}");
    assert!(end_line <= lines.len() && end_column <= lines[end_line - 1].len() + 1, "{place}");
    let end = if line == end_line { end_column - 1 } else { lines[line - 1].len() };
    let name =
        if line == 1 && end_line == lines.len() { name.to_owned() + ": " } else { String::new() };
    name + &String::from_utf16_lossy(&lines[line - 1][column - 1..end])
}

/// The edges as lines `from -> to`, in their order.
fn edges(base: &Path, graph: &Value, from: &str, edges: &str) -> Vec<String> {
    let places = |kind: &str| -> BTreeMap<u64, String> {
        let places = graph[kind].as_object().expect("an object");
        let place = |place: &Value| text(base, &graph["files"], place.as_str().expect("a place"));
        places.iter().map(|(id, at)| (id.parse().expect("an index"), place(at))).collect()
    };
    let (sources, functions) = (places(from), places("functions"));
    let pairs = graph[edges].as_array().expect("an array");
    let edge = |pair: &Value| {
        let id = |at: usize| pair[at].as_u64().expect("an index");
        format!("{} -> {}", sources[&id(0)], functions[&id(1)])
    };
    pairs.iter().map(edge).collect()
}

#[test]
fn plain_scripts_have_a_call_graph() {
    let base = program::testdata().join("_call_graph");
    let run = |args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_consentlint"));
        let run = command.args(["debug", "call-graph"]).arg(&base).args(args);
        run.output().expect("the binary runs")
    };
    let graph = |file: &str| -> Value {
        let out = run(&[file]);
        assert_eq!(out.status.code(), Some(0), "{file}");
        serde_json::from_slice(&out.stdout).expect("JSON")
    };
    let main = graph("main.js");
    let runs = edges(&base, &main, "functions", "fun2fun").join("\n");
    let targets = edges(&base, &main, "calls", "call2fun").join("\n");
    program::assert_golden(&base.join("edges.txt"), &format!("{runs}\n\n{targets}\n"));
    let features = edges(&base, &graph("features.js"), "calls", "call2fun").join("\n");
    program::assert_golden(&base.join("features.txt"), &(features + "\n"));
    for wrong in ["other.js", "edges.txt"] {
        assert_eq!(run(&[wrong]).status.code(), Some(2), "{wrong}");
    }
}
