//! Where reports go, and what the binary prints for other programs.

use std::fs;
use std::path::Path;

use consentlint::report::schema;
use serde_json::Value;

use crate::interfaces::{PROGRAM, command, folder, run};

/// The reports that can be asked for.
const FORMATS: [&str; 9] =
    ["human", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "html"];

fn read(path: &Path) -> String {
    fs::read_to_string(path).expect("the file is there")
}

#[test]
fn reports_go_to_files_and_one_to_standard_output() {
    let program = folder(PROGRAM);
    fs::write(program.path().join("old.json"), "an old report").expect("written");
    let run = run(
        program.path(),
        &[
            "check",
            "--format",
            "concise",
            "--format",
            "json=old.json",
            "--format",
            "sarif=new.sarif",
        ],
    );
    assert_eq!(run.code, Some(1), "{}", run.err);
    assert!(run.out.starts_with("pages/index/index.axml:2:4: error[missing-on-error] "));
    for name in ["old.json", "new.sarif"] {
        let report: Value = serde_json::from_str(&read(&program.path().join(name))).expect("JSON");
        assert!(report.to_string().contains("missing-on-error"), "{name}: {report}");
    }
    let names = fs::read_dir(program.path()).expect("the folder").flatten();
    let drafts = names.filter(|it| it.file_name().to_string_lossy().starts_with(".old"));
    assert_eq!(drafts.count(), 0);
}

#[test]
fn the_exit_code_is_the_same_in_every_format() {
    let program = folder(PROGRAM);
    for format in FORMATS {
        for (level, code) in [("error", 1), ("warning", 0)] {
            let level = format!("missing-on-error={level}");
            let run = run(program.path(), &["check", "--format", format, "--rule", &level]);
            assert_eq!(run.code, Some(code), "{format}: {}", run.err);
            assert!(run.out.contains("missing-on-error"), "{format}: {}", run.out);
        }
    }
}

#[test]
fn what_cannot_be_written_is_said() {
    let program = folder(PROGRAM);
    for (args, code, want) in [
        (&["--format", "json", "--format", "sarif"][..], 2, "only one report"),
        (&["--format", "json=a", "--format", "sarif=a"], 2, "two reports cannot both be `a`"),
        (&["--format", "json=nowhere/a"], 2, "no such folder for a report: `nowhere`"),
        (&["--format", "yaml"], 2, "possible values: human, concise, json, jsonl, sarif"),
        (&["--format", "json=pages"], 3, "cannot write `pages`"),
    ] {
        let run = run(program.path(), &[&["check"], args].concat());
        assert_eq!(run.code, Some(code), "{args:?}: {}", run.err);
        assert!(run.out.is_empty() && run.err.contains(want), "{args:?}: {}", run.err);
    }
}

#[test]
fn github_gets_annotations_and_a_summary() {
    let program = folder(PROGRAM);
    let root = program.path();
    let check = |args: &[&str]| {
        let mut command = command(&root.join("pages"), args);
        command.env("GITHUB_ACTIONS", "true").env("GITHUB_WORKSPACE", root);
        command.env("GITHUB_STEP_SUMMARY", root.join("summary.md"));
        String::from_utf8(command.output().expect("the binary runs").stdout).expect("UTF-8")
    };
    fs::write(root.join("summary.md"), "before\n").expect("written");
    let shown = check(&["check", "index"]);
    let want = "::error file=pages/index/index.axml,line=2,endLine=2,col=4,endColumn=10,title=missing-on-error::";
    assert!(shown.starts_with(want), "{shown}");
    let summary = read(&root.join("summary.md"));
    assert!(summary.starts_with("before\n### consentlint\n"), "{summary}");
    assert!(summary.contains("<code>pages/index/index.axml&#58;2&#58;4</code>"), "{summary}");
    assert!(check(&["check", "index", "--format", "concise"]).starts_with("index/index.axml:2:4:"));
    assert_eq!(read(&root.join("summary.md")), summary);
}

#[test]
fn other_programs_are_served() {
    let folder = folder(&[]);
    for (args, code, want) in [
        (&["schema"][..], 0, "consentlint output, version 1"),
        (&["completions", "bash"], 0, "_consentlint"),
        (&["completions", "fish"], 0, "jsonl"),
        (&["completions", "tcsh"], 2, ""),
        (&["man"], 0, ".TH consentlint 1"),
        (&["man", "check"], 0, "FORMAT[=FILE]"),
        (&["man", "chek"], 2, ""),
    ] {
        let run = run(folder.path(), args);
        assert_eq!(run.code, Some(code), "{args:?}: {}", run.err);
        assert!(run.out.contains(want), "{args:?}: {}", run.out);
    }
    assert_eq!(run(folder.path(), &["schema"]).out, schema::output());
}

#[test]
fn statistics_count_and_tell_the_time() {
    let program = folder(PROGRAM);
    let run = run(
        program.path(),
        &["check", "--statistics", "--format", "concise", "--only", "missing-on-error"],
    );
    let want = "findings by rule:\n  1  missing-on-error\nfindings by page:\n  1  pages/index/index\ntime:\n";
    assert!(run.err.contains(want), "{}", run.err);
    for step in ["reading", "linking", "analysing", "applying the rules", "writing"] {
        assert!(run.err.contains(&format!(" ms  {step}\n")), "{step}: {}", run.err);
    }
    assert!(!run.err.contains('\r') && !run.out.contains("findings by"), "{}", run.err);
}
