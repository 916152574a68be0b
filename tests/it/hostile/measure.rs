//! How long the inputs take and how much memory: `HOSTILE=100000 cargo test --release --test it
//! -- hostile::measure --nocapture` prints the table of BENCHMARKS.md. On Linux only.

use std::fs;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use super::inputs::{Outcome, inputs};
use crate::interfaces::{command, folder};

/// Longer than this is a failure.
const LIMIT: Duration = Duration::from_secs(60);

#[test]
fn measure() {
    let Some(size) = std::env::var("HOSTILE").ok().and_then(|size| size.parse().ok()) else {
        return;
    };
    println!("| input | bytes | outcome | time | memory |\n|---|---:|---|---:|---:|");
    for input in inputs(size) {
        let files = input.files();
        let files: Vec<(&str, &str)> =
            files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        let program = folder(&files);
        let out = program.path().join("out");
        let mut command = command(program.path(), &["check", "--format", "concise=out"]);
        let start = Instant::now();
        let child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it runs");
        let memory = watched(child, start);
        let time = start.elapsed();
        let text = fs::read_to_string(out).unwrap_or_default();
        let outcome = match input.outcome {
            Outcome::Refused => "refused, the rest checked",
            Outcome::Checked | Outcome::Finds(_) => "checked",
        };
        let (name, bytes) = (input.name, input.text.len());
        println!("| {name} | {bytes} | {outcome} | {} ms | {memory} MiB |", time.as_millis());
        assert!(
            text.contains("pages/b/b.axml:1:2: error[missing-on-error]"),
            "{name}: {text:.500}"
        );
    }
}

/// The most memory that `child` held at once, in MiB, when it has ended.
fn watched(mut child: Child, start: Instant) -> u64 {
    let mut most = 0;
    while child.try_wait().expect("the binary ends").is_none() {
        let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = peak.and_then(|it| it.split_whitespace().next()?.parse().ok());
        most = most.max(kilobytes.unwrap_or(0) / 1024);
        if start.elapsed() > LIMIT {
            child.kill().expect("the binary is ended");
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    most
}
