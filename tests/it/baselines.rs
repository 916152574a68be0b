//! Baselines: what is accepted, what is new, what is gone.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::interfaces::{PROGRAM, TEMPLATE, folder, run};

const FILE: &str = "consentlint-baseline.json";
const PAGE: &str = "pages/index/index.axml";
const ONLY: [&str; 5] = ["check", "--format", "concise", "--only", "missing-on-error"];

/// A second button with the same fault.
const OTHER: &str = "  <button open-type=\"getAuthorize\" scope=\"phoneNumber\" onGetAuthorize=\"onOk\">tel</button>\n</view>";

/// The binary with `args` about `missing-on-error`: lines on standard output, the rest, the code.
fn check(folder: &Path, args: &[&str]) -> (Vec<String>, String, Option<i32>) {
    let run = run(folder, &[&ONLY[..], args].concat());
    (run.out.lines().map(str::to_owned).collect(), run.err, run.code)
}

/// A program whose one finding is accepted.
fn accepted() -> tempfile::TempDir {
    let program = folder(PROGRAM);
    let (out, err, code) = check(program.path(), &["--write-baseline"]);
    assert_eq!((out.len(), code), (0, Some(0)), "{err}");
    assert!(err.starts_with("accepted 1 finding in `consentlint-baseline.json` (1 new, 0 gone)\n"));
    program
}

fn write(program: &tempfile::TempDir, path: &str, text: &str) {
    fs::write(program.path().join(path), text).expect("written");
}

fn baseline(program: &tempfile::TempDir) -> Value {
    let text = fs::read_to_string(program.path().join(FILE)).expect("a baseline");
    serde_json::from_str(&text).expect("JSON")
}

#[test]
fn what_is_accepted_is_counted_and_not_shown() {
    let program = accepted();
    let (out, err, code) = check(program.path(), &[]);
    assert_eq!((out.len(), code), (0, Some(0)));
    assert_eq!(err, "checked 3 files of 1 program: nothing found, 1 in the baseline\n");
    let json = run(program.path(), &["check", "--format", "json"]).out;
    let json: Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["summary"]["baselined"], 1);
    let entry = &baseline(&program)["findings"][0];
    for (key, want) in [
        ("path", PAGE),
        ("rule", "missing-on-error"),
        ("message", "the authorize button has no `onError` for a refusal"),
    ] {
        assert_eq!(entry[key], want);
    }
    assert_eq!(entry["count"], 1);
    for (lang, want) in [("zh", "基线中已有 1 个"), ("es", "1 en la línea base")] {
        let err = check(program.path(), &["--lang", lang]).1;
        assert!(err.contains(want), "{err}");
    }
    let before = fs::read(program.path().join(FILE)).expect("read");
    check(program.path(), &["--write-baseline", "--lang", "zh"]);
    assert_eq!(fs::read(program.path().join(FILE)).expect("read"), before);
    assert_eq!(check(&program.path().join("pages"), &["index"]).2, Some(0));
}

#[test]
fn a_new_finding_is_shown_alone() {
    let program = accepted();
    write(
        &program,
        PAGE,
        &format!("<!-- 授权 -->\n\n{}", TEMPLATE.replace("<button", "<button\n")),
    );
    assert_eq!(check(program.path(), &[]).0, Vec::<String>::new());
    write(&program, PAGE, &TEMPLATE.replace("</view>", OTHER));
    let (out, err, code) = check(program.path(), &[]);
    assert_eq!((out.len(), code), (1, Some(1)));
    assert!(out[0].starts_with("pages/index/index.axml:4:4: error[missing-on-error]"), "{out:?}");
    assert!(err.ends_with(": 1 error, 1 in the baseline\n"), "{err}");
    // Of equal ones there is one too many.
    let button = TEMPLATE.lines().nth(1).expect("a button");
    write(&program, PAGE, &TEMPLATE.replace(button, &format!("{button}\n{button}")));
    assert_eq!(check(program.path(), &[]).0.len(), 1);
    let json =
        run(program.path(), &["check", "--only", "missing-on-error", "--format", "json"]).out;
    let json: Value = serde_json::from_str(&json).expect("JSON");
    let digest =
        baseline(&program)["findings"][0]["fingerprint"].as_str().map(|it| format!("{it}-2"));
    assert_eq!(json["findings"][0]["fingerprint"].as_str().map(str::to_owned), digest);
    check(program.path(), &["--write-baseline"]);
    assert_eq!(baseline(&program)["findings"][0]["count"], 2);
}

#[test]
fn a_swap_is_seen_and_what_is_gone_is_told_and_pruned() {
    let program = accepted();
    let gone = "note: in the baseline, but no longer found: pages/index/index.axml: missing-on-error: the authorize button has no `onError` for a refusal\n";
    let lines: Vec<&str> = TEMPLATE.lines().collect();
    write(&program, PAGE, &[lines[0], lines[2], OTHER].join("\n"));
    let (out, err, code) = check(program.path(), &[]);
    assert!(out.len() == 1 && code == Some(1) && err.starts_with(gone), "{out:?} {err}");

    write(&program, PAGE, "<view/>\n");
    let (out, err, code) = check(program.path(), &[]);
    assert!(out.is_empty() && code == Some(0) && err.starts_with(gone), "{err}");
    assert!(err.contains("note: `--prune-baseline` removes what is no longer found\n"), "{err}");
    assert_eq!(check(program.path(), &["--quiet"]).1, "");
    for (args, is_told) in [
        (&["check", "--only", "missing-scope"][..], false),
        (&["check", "pages/index/index.js"], false),
        (&["check", "--rule", "missing-on-error=off"], false),
        (&["check", "pages/index"], true),
    ] {
        assert_eq!(run(program.path(), args).err.contains("no longer"), is_told, "{args:?}");
    }
    let (_, err, code) = check(program.path(), &["--prune-baseline"]);
    assert!(
        err.starts_with("removed 1 finding from `consentlint-baseline.json`, no longer found\n"),
        "{err}"
    );
    assert_eq!((code, baseline(&program)["findings"].as_array().map(Vec::len)), (Some(0), Some(0)));
    let pruned = fs::read(program.path().join(FILE)).expect("read");
    assert!(check(program.path(), &["--prune-baseline"]).1.starts_with("checked"));
    assert_eq!(fs::read(program.path().join(FILE)).expect("read"), pruned);
}

#[test]
fn many_that_are_gone_are_told_in_short() {
    let program = accepted();
    let line = |at: u32| {
        format!(
            "{{\"path\":\"pages/index/index.axml\",\"rule\":\"missing-on-error\",\"fingerprint\":\"{at:032x}\"}}"
        )
    };
    let lines: Vec<String> = (0..15).map(line).collect();
    write(&program, FILE, &format!("{{\"version\":1,\"findings\":[{}]}}", lines.join(",\n")));
    let count = |args| check(program.path(), args).1.matches("but no longer found").count();
    assert_eq!((count(&[]), count(&["--verbose"])), (10, 15));
    assert!(check(program.path(), &[]).1.contains("note: 5 more (`--verbose` lists them); "));
}

#[test]
fn what_was_not_looked_at_stays_accepted() {
    let program = accepted();
    let other = TEMPLATE.replace("onOk", "onNothing");
    write(&program, "pages/index/index.axml", &other);
    let args = ["check", "--only", "undefined-handler", "--write-baseline"];
    assert_eq!(run(program.path(), &args).code, Some(0));
    let entries = baseline(&program)["findings"].as_array().expect("entries").clone();
    let rules: Vec<&str> = entries.iter().filter_map(|entry| entry["rule"].as_str()).collect();
    assert!(rules.contains(&"missing-on-error") && rules.contains(&"undefined-handler"));
    run(program.path(), &["check", "pages/index/index.js", "--write-baseline"]);
    assert_eq!(baseline(&program)["findings"].as_array(), Some(&entries));
}

#[test]
fn baselines_have_their_places() {
    for (more, folder_of_check, want) in [
        (vec![], ".", "app/consentlint-baseline.json"),
        (vec![], "app", "app/consentlint-baseline.json"),
        (vec![("consentlint.toml", "")], "app", "consentlint-baseline.json"),
        (vec![("b/app.json", "{\"pages\":[]}")], ".", "consentlint-baseline.json"),
        (vec![(FILE, "{\"version\":1,\"findings\":[]}")], "app", "consentlint-baseline.json"),
    ] {
        let files: Vec<_> =
            PROGRAM.iter().map(|(path, text)| (format!("app/{path}"), *text)).collect();
        let files: Vec<_> = files.iter().map(|(path, text)| (&**path, *text)).collect();
        let both = folder(&[&files[..], &more].concat());
        let from = both.path().join(folder_of_check);
        check(&from, &["--write-baseline"]);
        assert!(both.path().join(want).is_file(), "{more:?} {want}");
        assert_eq!(check(&from, &[]).2, Some(0), "{more:?}");
        assert_eq!(check(both.path(), &[]).2, Some(0), "{more:?}");
    }
    let program = folder(PROGRAM);
    check(program.path(), &["--write-baseline", "--baseline", "old.json"]);
    assert_eq!(check(program.path(), &[]).2, Some(1));
    assert_eq!(check(program.path(), &["--baseline", "old.json"]).2, Some(0));
    let clean = folder(&[("app.json", "{\"pages\":[]}")]);
    assert!(check(clean.path(), &["--write-baseline"]).1.starts_with("note: nothing to accept"));
    assert!(!clean.path().join(FILE).exists());
}

#[test]
fn broken_baselines_are_told_with_their_place() {
    let program = accepted();
    let sound = fs::read_to_string(program.path().join(FILE)).expect("read");
    let entry = sound.lines().nth(3).expect("an entry");
    for (text, want) in [
        (
            String::new(),
            "consentlint-baseline.json:1:1: this is no baseline: EOF while parsing a value",
        ),
        (
            "[]".to_owned(),
            "this is no baseline: invalid length 0, expected an object with `version` and `findings`",
        ),
        (
            sound.replace("\"version\": 1", "\"version\": 2"),
            "consentlint-baseline.json:1:1: this is no baseline: version 2 of baselines is not known; 1 is",
        ),
        (
            sound.replace(entry, &format!("<<<<<<< HEAD\n{entry}\n")),
            "consentlint-baseline.json:4:1: this is no baseline: a merge was not finished here",
        ),
        (sound.replace("\"count\":1", "\"count\":0"), "consentlint-baseline.json:4:"),
        (
            sound.replace("\"fingerprint\":\"", "\"fingerprint\":\"x"),
            "this is no baseline: a fingerprint has 32 hexadecimal digits",
        ),
        (sound.replace("\"rule\"", "\"rool\""), "this is no baseline: missing field `rule`"),
        ("[".repeat(100_000), "consentlint-baseline.json:1:"),
    ] {
        write(&program, FILE, &text);
        for args in [&["check"][..], &["check", "--write-baseline"], &["check", "--prune-baseline"]]
        {
            let run = run(program.path(), args);
            assert!(run.code == Some(2) && run.err.contains(want), "{want}\n{}", run.err);
        }
        assert_eq!(fs::read_to_string(program.path().join(FILE)).expect("read"), text);
    }
    for args in [
        &["check", "--baseline", "gone.json"][..],
        &["check", "--write-baseline", "--prune-baseline"],
        &["check", "--write-baseline", "--stdin-path", PAGE],
        &["check", "--write-baseline", "--fix"],
    ] {
        assert_eq!(run(program.path(), args).code, Some(2), "{args:?}");
    }
}
