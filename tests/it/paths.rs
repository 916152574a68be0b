//! PATHs: what each asks for, and that nothing that one names is silently clean.

use std::fs;

use crate::interfaces::{PROGRAM, TEMPLATE, folder, run};

/// What a line of the concise report begins with, without the rule's weight and words.
fn places(out: &str) -> Vec<&str> {
    let place = |line: &str| line.find(": ").and_then(|end| line.get(..end)).map(str::len);
    out.lines().filter_map(|line| line.get(..place(line)?)).collect()
}

#[test]
fn a_template_is_checked_alone() {
    let program = folder(&[("parts/login.axml", TEMPLATE)]);
    for path in ["parts/login.axml", "parts", "."] {
        let run = run(program.path(), &["check", "--format", "concise", path]);
        assert_eq!(run.code, Some(1), "{path}: {}", run.err);
        assert!(run.out.contains("parts/login.axml:2:4: error[missing-on-error]"), "{}", run.out);
    }
}

#[test]
fn a_part_of_another_template_is_checked_in_it_only() {
    let mut files = PROGRAM.to_vec();
    files.push(("parts/foot.axml", TEMPLATE));
    files.retain(|(path, _)| *path != "pages/index/index.axml");
    files.push(("pages/index/index.axml", "<include src=\"/parts/foot.axml\" />\n"));
    let program = folder(&files);
    let run = run(program.path(), &["check", "--format", "concise", "parts/foot.axml"]);
    assert_eq!(run.out.matches("missing-on-error").count(), 1, "{}", run.out);
}

#[test]
fn what_is_named_and_not_read_is_told() {
    let program = folder(PROGRAM);
    let other = [
        ("pages/index/index.acss", "no template, script or manifest"),
        ("data.json", "no template, script or manifest"),
        ("node_modules/ui/index.js", "in `node_modules`, where nothing is reported"),
    ];
    fs::create_dir_all(program.path().join("node_modules/ui")).expect("a folder");
    for (path, reason) in other {
        fs::write(program.path().join(path), "{}").expect("a file");
        let run = run(program.path(), &["check", path]);
        assert_eq!(run.code, Some(0), "{path}");
        assert!(run.err.ends_with(&format!("; 1 file not checked (1 {reason})\n")), "{}", run.err);
    }
    let run = run(program.path(), &["check", "--format", "json", "data.json"]);
    assert!(run.out.contains("\"path\": \"data.json\""), "{}", run.out);
}

#[test]
fn a_whole_folder_is_silent_about_what_mini_programs_do_not_run() {
    let program = folder(PROGRAM);
    fs::write(program.path().join("README.md"), "# Shop\n").expect("a file");
    fs::write(program.path().join("data.json"), "{}").expect("a file");
    let run = run(program.path(), &["check"]);
    assert!(!run.err.contains("not checked"), "{}", run.err);
}

#[test]
fn an_empty_manifest_is_told_of_and_its_program_is_checked() {
    for (manifest, at) in [("", "1:1"), (" \n", "1:1"), ("null", "1:1"), ("\n []", "2:2")] {
        let mut files = PROGRAM.to_vec();
        files.retain(|(path, _)| *path != "app.json");
        files.extend([("app.json", manifest), ("app.js", "App({});\n")]);
        let program = folder(&files);
        let run = run(program.path(), &["check", "--format", "concise", "."]);
        assert_eq!(run.code, Some(1), "{manifest:?}");
        let told = format!("app.json:{at}: error[syntax-error]");
        assert!(run.out.starts_with(&told), "{manifest:?}: {}", run.out);
        assert!(run.out.contains("index.axml:2:4: error[missing-on-error]"), "{}", run.out);
        assert!(run.err.contains("of 1 program"), "{}", run.err);
    }
}

#[test]
fn other_tools_may_have_an_empty_app_json() {
    for files in [
        &[("app.json", ""), ("app.js", "listen(80);\n"), ("public/index.js", "")][..],
        &[("app.json", "null"), ("site/app.json", r#"{"pages":["a"]}"#), ("site/a.axml", "")],
        &[("app.json", r#"{"expo":{}}"#), ("app.js", ""), ("web/a.axml", "")],
    ] {
        let program = folder(files);
        let run = run(program.path(), &["check", "--format", "concise", "."]);
        assert_eq!((run.code, run.out.as_str()), (Some(0), ""), "{files:?}: {}", run.err);
    }
}

#[test]
fn a_file_of_a_program_with_an_empty_manifest_is_checked_within_it() {
    let program = folder(&[
        ("app.json", ""),
        ("app.js", "const login = require('./login');\nApp({ onLaunch() { login(); } });\n"),
        ("login.js", "module.exports = () => my.getOpenUserInfo({ fail() { my.alert({}); } });\n"),
        ("pages/index/index.axml", "<view />\n"),
        ("pages/index/index.js", "require('../../login')();\nPage({});\n"),
    ]);
    let run = run(program.path(), &["check", "--format", "concise", "pages/index/../../login.js"]);
    assert!(run.out.contains("prompt-at-launch"), "{}{}", run.out, run.err);
}

#[test]
fn each_path_shows_its_own_part() {
    let inner = |program: &str| {
        PROGRAM.iter().map(|(path, text)| (format!("{program}/{path}"), *text)).collect::<Vec<_>>()
    };
    let files: Vec<_> = [inner("a"), inner("b")].concat();
    let files: Vec<_> = files.iter().map(|(path, text)| (path.as_str(), *text)).collect();
    let program = folder(&files);
    let [a, b] = ["a/pages/index/index.axml:2:4", "b/pages/index/index.axml:2:4"];
    for (paths, shown) in [
        (&["."][..], &[a, b][..]),
        (&["a"], &[a]),
        (&["a/pages"], &[a]),
        (&["a/pages/index/index.js"], &[]),
        (&["a/pages/index/index.axml", "b/pages/index/index.js"], &[a]),
        (&["a/pages/index/index.axml", "b"], &[a, b]),
    ] {
        let run = run(program.path(), &[&["check", "--format", "concise"], paths].concat());
        assert_eq!(places(&run.out), shown, "{paths:?}: {}", run.err);
    }
}
