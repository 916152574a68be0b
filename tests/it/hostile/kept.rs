//! What stays as it is: all that nobody asked to be written, and files whose writer dies.

#![cfg(unix)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, SystemTime};

use crate::interfaces::{PROGRAM, command, folder, run};

const FAULTY: &str = "<view hidden=\"false\"/>\n";
const FIXED: &str = "<view hidden=\"{{false}}\"/>\n";

/// All files and folders below `folder`, with their bytes and times.
fn all(folder: &Path) -> BTreeMap<String, (Option<Vec<u8>>, Option<SystemTime>)> {
    let entries = walkdir::WalkDir::new(folder).into_iter().flatten();
    let entry = |entry: walkdir::DirEntry| {
        let bytes = entry.file_type().is_file().then(|| fs::read(entry.path()).ok()).flatten();
        let time = entry.metadata().ok().and_then(|it| it.modified().ok());
        (entry.path().to_string_lossy().into_owned(), (bytes, time))
    };
    entries.map(entry).collect()
}

/// A program of many pages, each with a fault that can be fixed.
fn faulty(pages: usize) -> tempfile::TempDir {
    let names: Vec<String> = (0..pages).map(|i| format!("\"p{i}\"")).collect();
    let program = folder(&[("app.json", &format!("{{\"pages\": [{}]}}", names.join(",")))]);
    for i in 0..pages {
        fs::write(program.path().join(format!("p{i}.js")), "Page({})").expect("written");
        fs::write(program.path().join(format!("p{i}.axml")), FAULTY).expect("written");
    }
    program
}

#[test]
fn nothing_is_written_that_is_not_asked_for() {
    let around = tempfile::TempDir::new().expect("a folder");
    let program = around.path().join("program");
    for (path, text) in PROGRAM.iter().chain(&[("pages/index/index.axml", FAULTY)]) {
        let path = program.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, text).expect("written");
    }
    let git = |args: &[&str]| {
        let who = ["-c", "user.name=a", "-c", "user.email=a@b"];
        let done = Command::new("git").current_dir(&program).args(who).args(args).output();
        assert!(done.expect("git runs").status.success(), "{args:?}");
    };
    git(&["init", "--quiet"]);
    git(&["add", "."]);
    git(&["commit", "--quiet", "--message=one"]);
    let before = all(around.path());
    for args in [
        &["check"][..],
        &["check", "--verbose", "--statistics", "--format", "html"],
        &["check", "--diff", "--suggested"],
        &["check", "--staged"],
        &["check", "--since", "HEAD"],
        &["check", "--prune-baseline"],
        &["check", "--stdin-path", "pages/index/index.axml"],
        &["explain", "pages/index/index.axml:1"],
        &["rules"],
    ] {
        let mut command = command(&program, args);
        command.stdin(Stdio::null()).output().expect("the binary runs");
        assert_eq!(all(around.path()), before, "{args:?}");
    }
}

/// A limit on the size of files ends whoever writes the first byte.
#[test]
fn a_writer_that_dies_leaves_files_as_they_are() {
    let program = faulty(3);
    run(program.path(), &["check", "--write-baseline"]);
    fs::write(program.path().join("report"), "old").expect("written");
    let kept = |name: &str| fs::read(program.path().join(name)).expect("readable");
    let names = ["p0.axml", "p1.axml", "consentlint-baseline.json", "report"];
    let before = names.map(kept);
    fs::write(program.path().join("p9.axml"), FAULTY).expect("written");
    for args in ["--fix", "--write-baseline", "--format json=report"] {
        let line = format!("ulimit -f 0; exec \"$0\" check {args}");
        let mut shell = Command::new("sh");
        let binary = env!("CARGO_BIN_EXE_consentlint");
        let output = shell.current_dir(program.path()).args(["-c", &line, binary]).output();
        assert!(!output.expect("a shell").status.success(), "{args}: nothing is written");
        assert_eq!(names.map(kept), before, "{args}");
    }
}

#[test]
fn fixing_that_is_interrupted_leaves_no_half_files() {
    let mut fixed = 0;
    for wait in [60, 90, 120, 150, 180, 240, 300] {
        let program = faulty(120);
        let mut command = command(program.path(), &["check", "--fix", "--threads", "1"]);
        let child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let mut child = child.expect("the binary runs");
        std::thread::sleep(Duration::from_millis(wait));
        child.kill().expect("it is ended");
        child.wait().expect("it ends");
        for i in 0..120 {
            let text = fs::read_to_string(program.path().join(format!("p{i}.axml")));
            let text = text.expect("the file is there");
            assert!(text == FAULTY || text == FIXED, "{text:?}");
            fixed += usize::from(text == FIXED);
        }
    }
    println!("{fixed} of {} fixed", 7 * 120);
}
