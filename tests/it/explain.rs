//! `consentlint explain FILE:LINE`: what is known of places of the programs under `testdata`.

use std::path::PathBuf;
use std::process::{Command, Output};

use crate::program;

/// What the binary says in the folder `testdata`.
fn explain(place: &str, lang: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_consentlint"));
    command.args(["explain", place, "--lang", lang, "--color", "never", "--no-config"]);
    command.current_dir(program::testdata()).output().expect("the binary runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("output is UTF-8")
}

fn golden(name: &str) -> PathBuf {
    program::testdata().join("_explain").join(name)
}

#[test]
fn places_are_explained() {
    let shop = "demo/shop/pages/member";
    for (name, place, lang) in [
        ("call.txt", "demo/shop/utils/profile.js:4", "en"),
        ("code.txt", "demo/shop/utils/session.js:6", "es"),
        ("function.txt", &format!("{shop}/member.js:23"), "en"),
        ("button.txt", &format!("{shop}/member.axml:12"), "zh"),
        ("attribute.txt", &format!("{shop}/member.axml:16"), "en"),
        ("page.txt", "demo/shop/app.json:6", "en"),
        ("unknown.txt", "unresolved-reference/lost-references/app.js:7", "en"),
        ("dialog.txt", DIALOG, "en"),
        ("several.txt", SEVERAL, "en"),
        ("first-time.txt", &format!("{CHECKED}:5"), "en"),
        ("supported.txt", &format!("{CHECKED}:13"), "zh"),
        ("code-checked.txt", &format!("{CHECKED}:15"), "es"),
        ("never.txt", &format!("{CHECKED}:21"), "en"),
    ] {
        let output = explain(place, lang);
        assert_eq!(output.status.code(), Some(0), "{place}: {}", text(&output.stderr));
        program::assert_golden(&golden(name), &text(&output.stdout));
    }
}

/// A call that is made only after the user agreed in a dialog.
const DIALOG: &str = "call-outside-authorize/confirmed-dialog-is-no-consent/pages/mine/mine.js:10";

/// Calls behind a flag, `canIUse`, a result code and a constant.
const CHECKED: &str = "prompt-at-launch/checked-on-the-way/pages/index/index.js";

/// A call that entries of several kinds reach.
const SEVERAL: &str = "call-outside-authorize/without-a-root/templates/profile/index.js:11";

#[test]
fn a_column_asks_for_what_stands_there() {
    let line = "unresolved-reference/lost-references/pages/index/index.js:7";
    let whole = text(&explain(line, "en").stdout);
    let column = text(&explain(&format!("{line}:43"), "en").stdout);
    assert!(whole.contains("call of `this.setData`"), "{whole}");
    assert!(column.starts_with("call of `this.setData`"), "{column}");
    let blank = text(&explain(&format!("{line}:1"), "en").stdout);
    assert!(!blank.contains("call of `this.setData`"), "{blank}");
}

#[test]
fn secrets_are_not_shown() {
    let explained = explain("client-secret/keys-and-secrets/app.json:5", "en");
    let shown = text(&explained.stdout);
    assert!(shown.contains("\"secret\": \"****************"), "{shown}");
}

#[test]
fn places_that_are_none_are_mistakes() {
    for (place, code, want) in [
        ("demo/shop/app.json:1", 0, "nothing to say about demo/shop/app.json:1"),
        ("demo/shop/app.js:999", 2, "`demo/shop/app.js` has 12 lines"),
        ("demo/shop/app.js:0", 2, "`demo/shop/app.js` has 12 lines"),
        ("demo/shop/app.acss:1", 2, "`demo/shop/app.acss` is no template, script or manifest"),
        ("demo/shop/nowhere.js:1", 2, "no such file or folder: `demo/shop/nowhere.js`"),
        ("demo/shop:1", 2, "`demo/shop` is a folder"),
        ("demo/shop/app.js", 2, "say which line, as in `demo/shop/app.js:1`"),
    ] {
        let output = explain(place, "en");
        let said = text(&output.stdout) + &text(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{place}: {said}");
        assert!(said.contains(want), "{place}: {said}");
        assert_eq!(output.stdout.is_empty(), code != 0, "{place}");
    }
}
