//! Settings, baselines and repositories of an attacker: what lies outside is neither read nor
//! written, nothing is run, and nothing speaks to the terminal.

#![cfg(unix)]

use std::fs;
use std::os::unix::fs::symlink;

use crate::interfaces::{PROGRAM, folder, run};

const BASELINE: &str = "consentlint-baseline.json";
const CONFIG: &str = "consentlint.toml";

#[test]
fn links_out_of_the_repository_are_no_settings() {
    for (name, outside, args) in [
        (CONFIG, Some("secret = 'hidden'\n"), &["check"][..]),
        (BASELINE, Some("{\"version\": \"hidden\"}"), &["check"]),
        (BASELINE, None, &["check", "--write-baseline"]),
        (BASELINE, Some("{\"version\": 1, \"findings\": []}"), &["check", "--write-baseline"]),
        (CONFIG, Some("x"), &["init", "--force"]),
        (CONFIG, None, &["init"]),
    ] {
        let (program, away) = (folder(PROGRAM), folder(&[]));
        let target = away.path().join("target");
        if let Some(text) = outside {
            fs::write(&target, text).expect("written");
        }
        symlink(&target, program.path().join(name)).expect("a link");
        let run = run(program.path(), args);
        let is_told = run.err.contains("a link that leads out of the repository");
        // A link to nothing is no file, so that only writing meets it.
        assert!(is_told && run.code == Some(2), "{name} {args:?}: {:?} {}", run.code, run.err);
        assert!(!run.err.contains("hidden"), "{}", run.err);
        assert_eq!(fs::read_to_string(&target).ok().as_deref(), outside, "{name} {args:?}");
    }
}

#[test]
fn what_settings_build_on_lies_in_the_repository() {
    let away = folder(&[("base.toml", "hidden = 1\n")]);
    let extends = |path: &str| format!("extends = '{path}/base.toml'\n");
    let name = away.path().file_name().expect("a name").to_string_lossy();
    let outside = format!("../{name}");
    let program = folder(&[PROGRAM, &[(CONFIG, &extends(&outside))]].concat());
    symlink(away.path(), program.path().join("linked")).expect("a link");
    for path in [outside.as_str(), "linked"] {
        fs::write(program.path().join(CONFIG), extends(path)).expect("written");
        let found = run(program.path(), &["check"]);
        assert!(found.code == Some(2) && !found.err.contains("hidden"), "{path}: {}", found.err);
        let named = run(program.path(), &["check", "--config", CONFIG]);
        assert!(named.err.contains("unknown key `hidden`"), "{path}: {}", named.err);
    }
}

#[test]
fn settings_do_not_speak_to_the_terminal() {
    let entry = "{\"path\":\"\\u001b[31m../x\",\"rule\":\"\\u001b]0;x\\u0007\",\"message\":\"\\u009b2J\\u202e\",\"fingerprint\":\"00000000000000000000000000000000\"}";
    let all = format!("{{\"version\":1,\"findings\":[{entry}]}}");
    for (name, text) in [
        (BASELINE, all.as_str()),
        (BASELINE, "{\"version\":\"\\u001b[31m\\u009b\"}"),
        (BASELINE, "{\"version\":1,\"findings\":\"\u{1b}[31m\"}"),
        (CONFIG, "\"\\u001b[31m\" = 1\n[rules]\n\"\\u202e\" = 'off'\n"),
        (CONFIG, "extends = \"\\u001b[31m.toml\"\n"),
        (CONFIG, "profiles = [\"\\u009b2J\"]\nexclude = [\"\\u0007[\"]\n"),
        (CONFIG, "x = \u{1b}[31m\u{9b}\n"),
    ] {
        let program = folder(&[PROGRAM, &[(name, text)]].concat());
        for args in [&["check"][..], &["check", "--write-baseline"], &["check", "--verbose"]] {
            let run = run(program.path(), args);
            let is_hostile = |it: char| (it.is_control() && it != '\n') || it == '\u{202e}';
            assert!(!run.err.contains(is_hostile), "{name} {text:?}: {:?}", run.err);
            assert!(!run.err.is_empty());
        }
    }
}
