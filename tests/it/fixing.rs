//! The binary with `--fix` and `--diff`: which files are written, and what of them stays.

use std::fs;
use std::path::Path;

use consentlint::discover::{self, Bounds};
use consentlint::source::RelPath;
use tempfile::TempDir;

use crate::interfaces::{Run, folder, run, run_with};

const AXML: &str = "pages/index/index.axml";
const JS: &str = "pages/index/index.js";

/// A template with two safe fixes, in lines 1 and 3, and a suggested one in line 2.
const TEMPLATE: &str = "<view hidden=\"false\">\n  <button a:if=\"{{can}}\" open-type=\"getAuthorize\" scope=\"userInfo\" onGetAuthorize=\"onOk\">授权</button>\n  <switch checked='true'/>\n</view>\n";

/// The same after the safe ones.
const FIXED: &str = "<view hidden=\"{{false}}\">\n  <button a:if=\"{{can}}\" open-type=\"getAuthorize\" scope=\"userInfo\" onGetAuthorize=\"onOk\">授权</button>\n  <switch checked='{{true}}'/>\n</view>\n";

const SCRIPT: &str = "Page({\n  data: { can: my.canIUse('button.open-type.getAuthorize') },\n  onOk() {\n    my.showToast({ content: 'ok' });\n  }\n})\n";

fn program(template: &[u8]) -> TempDir {
    let folder = folder(&[("app.json", r#"{"pages":["pages/index/index"]}"#), (JS, SCRIPT)]);
    fs::write(folder.path().join(AXML), template).expect("the template is written");
    folder
}

fn bytes(folder: &TempDir, path: &str) -> Vec<u8> {
    fs::read(folder.path().join(path)).expect("the file is there")
}

fn text(folder: &TempDir, path: &str) -> String {
    String::from_utf8(bytes(folder, path)).expect("the file is UTF-8")
}

/// The names in the folder of the page.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder.join("pages/index")).expect("the folder is there").flatten();
    let mut names: Vec<String> =
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

fn fix(folder: &TempDir, args: &[&str]) -> Run {
    run(folder.path(), &[&["check", "--format", "concise"], args].concat())
}

#[test]
fn fixes_are_written_once() {
    let program = program(TEMPLATE.as_bytes());
    let first = fix(&program, &["--fix"]);
    assert_eq!(text(&program, AXML), FIXED);
    assert_eq!(names(program.path()), ["index.axml", "index.js"]);
    assert_eq!(first.code, Some(1), "an error is left");
    assert!(first.out.contains("missing-on-error") && !first.out.contains("string-boolean"));
    assert_eq!(
        first.err,
        "fixed 2 findings in 1 file; `--suggested` would fix 1 more\nchecked 3 files of 1 program: 1 error\n"
    );
    let second = fix(&program, &["--fix"]);
    assert_eq!(text(&program, AXML), FIXED);
    assert!(second.err.starts_with("nothing to fix; `--suggested` would fix 1 more\n"));
    let third = fix(&program, &["--fix", "--suggested"]);
    assert_eq!((third.code, third.out.as_str()), (Some(0), ""));
    assert!(third.err.starts_with("fixed 1 finding in 2 files\n"), "{}", third.err);
    assert!(text(&program, AXML).contains("onGetAuthorize=\"onOk\" onError=\"onAuthError\">授权"));
    let stub = "  },\n\n  onAuthError() {\n    my.showToast({ content: '未获得授权，可稍后重试' });\n  }\n})\n";
    assert!(text(&program, JS).ends_with(stub), "{}", text(&program, JS));
    assert!(fix(&program, &["--fix", "--suggested"]).err.starts_with("nothing to fix\n"));
}

#[test]
fn what_is_no_fault_stays_byte_for_byte() {
    for (before, after) in [
        ("\u{feff}", "\u{feff}"),
        ("\r\n\u{feff}<text>\u{0}</text>\r", "\r\n\u{feff}<text>\u{0}</text>\r"),
    ] {
        let program = program(format!("{before}{}", TEMPLATE.replace('\n', "\r\n")).as_bytes());
        fix(&program, &["--fix"]);
        let want = format!("{after}{}", FIXED.replace('\n', "\r\n"));
        assert_eq!(text(&program, AXML), want, "{before:?}");
    }
    let program = program(TEMPLATE.trim_end().as_bytes());
    fs::write(program.path().join(JS), format!("\u{feff}{}", SCRIPT.replace('\n', "\r\n")))
        .expect("the script is written");
    fix(&program, &["--fix", "--suggested"]);
    assert!(text(&program, AXML).ends_with("</view>"));
    let script = text(&program, JS);
    assert!(script.starts_with("\u{feff}Page({\r\n") && script.contains("onAuthError() {\r\n"));
    assert_eq!(script.matches('\n').count(), script.matches("\r\n").count());
}

#[test]
fn a_comment_goes_with_its_line_or_its_blanks() {
    let comment = "consentlint-ignore missing-scope -- demo";
    for (before, after) in [
        (format!("f();\r\n  // {comment}\r\ng();\r\n"), "f();\r\ng();\r\n"),
        (format!("f(); // {comment}\r\ng();\r\n"), "f();\r\ng();\r\n"),
        (format!("f();\n/* {comment} */ g();\n"), "f();\n g();\n"),
        (
            format!("const f = () => {{ return/* {comment} */g; }};\n"),
            "const f = () => { return g; };\n",
        ),
        (format!("f(); // {comment}"), "f();"),
        (format!("\u{feff}// {comment}\nf();\n"), "\u{feff}\nf();\n"),
    ] {
        let program = program(b"<view/>\n");
        fs::write(program.path().join(JS), &before).expect("the script is written");
        // One at the end of a line may only stand at the wrong place.
        let is_behind = before.starts_with("f(); //");
        let run = fix(&program, &["--fix"]);
        assert_eq!(text(&program, JS) == before, is_behind, "{before:?} {}", run.err);
        let run = fix(&program, &["--fix", "--suggested"]);
        assert_eq!(text(&program, JS), after, "{before:?} {}", run.err);
    }
}

#[test]
fn a_diff_changes_nothing_and_can_be_applied() {
    let program = program(TEMPLATE.as_bytes());
    let plain = fix(&program, &[]);
    let diff = run(program.path(), &["check", "--diff"]);
    assert_eq!(text(&program, AXML), TEMPLATE);
    assert_eq!(diff.code, plain.code);
    let line = |number: usize, text: &str| text.lines().nth(number).unwrap_or("").to_owned();
    let want = format!(
        "--- a/{AXML}\n+++ b/{AXML}\n@@ -1,4 +1,4 @@\n-{}\n+{}\n {}\n-{}\n+{}\n </view>\n",
        line(0, TEMPLATE),
        line(0, FIXED),
        line(1, FIXED),
        line(2, TEMPLATE),
        line(2, FIXED),
    );
    assert_eq!(diff.out, want);
    assert!(
        diff.err.starts_with("would fix 2 findings in 1 file; `--suggested` would fix 1 more\n")
    );
    let all = run(program.path(), &["check", "--diff", "--suggested", "--lang", "zh"]);
    assert!(
        all.out.contains(&format!("+++ b/{JS}\n")) && all.out.contains("\n+  onAuthError() {\n")
    );
    assert!(all.err.starts_with("可修复 2 个文件中的 3 个问题\n"), "{}", all.err);
    let args = ["check", "--diff", "--stdin-path", AXML];
    let typed = run_with(program.path(), &args, "<view hidden=\"true\"/>\n");
    assert!(typed.out.ends_with("-<view hidden=\"true\"/>\n+<view hidden=\"{{true}}\"/>\n"));
}

#[test]
fn a_diff_does_not_show_secrets() {
    let secret = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj";
    let script = format!("const privateKey = '{secret}';\n{SCRIPT}");
    let program = program(TEMPLATE.as_bytes());
    fs::write(program.path().join(JS), &script).expect("the script is written");
    let found = fix(&program, &[]);
    assert!(found.out.contains("client-secret"), "{}", found.out);
    let diff = run(program.path(), &["check", "--diff", "--suggested"]);
    assert!(diff.out.contains("onAuthError()") && !diff.out.contains(secret), "{}", diff.out);
    fix(&program, &["--fix", "--suggested"]);
    let fixed = text(&program, JS);
    assert!(fixed.contains(secret) && fixed.contains("onAuthError()"));
}

#[test]
fn what_is_not_utf8_is_not_changed() {
    // "授权" in GBK.
    let mut gbk = TEMPLATE.replace("授权", "@").into_bytes();
    let at = gbk.iter().position(|byte| *byte == b'@').expect("the place of the words");
    gbk.splice(at..=at, [0xca, 0xda, 0xc8, 0xa8]);
    let program = program(&gbk);
    let run = fix(&program, &["--fix"]);
    assert_eq!(bytes(&program, AXML), gbk);
    let note = format!("not fixed: {AXML}: not encoded as UTF-8\nnothing to fix\n");
    assert!(run.err.starts_with(&note), "{}", run.err);
    assert!(run.out.contains("string-boolean"));
}

#[test]
fn what_changed_since_it_was_read_is_not_overwritten() {
    let program = program(TEMPLATE.as_bytes());
    let bounds = Bounds::of(program.path()).expect("the folder is there");
    let path = RelPath::new(AXML);
    for (read, is_written) in [("<view/>\n", false), (TEMPLATE, true), (TEMPLATE, true)] {
        assert_eq!(discover::write(&bounds, &path, read, FIXED).is_ok(), is_written, "{read}");
        assert_eq!(text(&program, AXML), if is_written { FIXED } else { TEMPLATE });
        assert_eq!(names(program.path()), ["index.axml", "index.js"]);
    }
    assert!(discover::write(&bounds, &RelPath::new("pages/gone.axml"), "", "x").is_err());
    assert!(!program.path().join("pages/gone.axml").exists());
}

#[test]
fn edits_that_touch_are_made_one_after_the_other() {
    let template =
        "<button a:if=\"{{can}}\" open-type=\"getAuthorize\" onGetAuthorize=\"onOk\"/>\n";
    let program = program(template.as_bytes());
    let run = fix(&program, &["--fix", "--suggested"]);
    let want = "<button a:if=\"{{can}}\" open-type=\"getAuthorize\" onGetAuthorize=\"onOk\" onError=\"onAuthError\" scope=\"userInfo\"/>\n";
    assert_eq!(text(&program, AXML), want, "{}", run.err);
    assert!(run.err.starts_with("fixed 2 findings in 2 files\n"), "{}", run.err);
    assert_eq!(text(&program, JS).matches("onAuthError").count(), 1);
}

#[test]
fn only_what_is_named_is_fixed() {
    let program = program(TEMPLATE.as_bytes());
    let run = fix(&program, &["--fix", JS]);
    assert!(run.err.starts_with("nothing to fix\n"), "{}", run.err);
    assert_eq!(text(&program, AXML), TEMPLATE);
    fix(&program, &["--fix", "--only", "missing-scope"]);
    assert_eq!(text(&program, AXML), TEMPLATE);
}

#[cfg(unix)]
#[test]
fn permissions_stay_and_a_read_only_file_too() {
    use std::os::unix::fs::PermissionsExt;

    for (mode, want) in [(0o640, FIXED), (0o755, FIXED), (0o444, TEMPLATE)] {
        let program = program(TEMPLATE.as_bytes());
        let path = program.path().join(AXML);
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).expect("a mode");
        let run = fix(&program, &["--fix"]);
        assert_eq!(text(&program, AXML), want, "{mode:o}");
        let metadata = fs::metadata(&path).expect("the file is there");
        assert_eq!(metadata.permissions().mode() & 0o777, mode);
        assert_eq!(run.err.contains("read-only"), want == TEMPLATE, "{}", run.err);
        assert_eq!(names(program.path()), ["index.axml", "index.js"]);
    }
}

#[cfg(unix)]
#[test]
fn no_link_is_followed_out_of_the_tree_or_replaced() {
    use std::os::unix::fs::symlink;

    let outside = folder(&[("index.axml", TEMPLATE)]);
    let program = program(TEMPLATE.as_bytes());
    let link = program.path().join(AXML);
    fs::remove_file(&link).expect("the template goes");
    symlink(outside.path().join("index.axml"), &link).expect("a link");
    let out = fix(&program, &["--fix"]);
    assert_eq!(text(&outside, "index.axml"), TEMPLATE, "{}", out.err);

    fs::remove_file(&link).expect("the link goes");
    fs::create_dir(program.path().join("shared")).expect("a folder");
    fs::write(program.path().join("shared/real.axml"), TEMPLATE).expect("a template");
    symlink("../../shared/real.axml", &link).expect("a link");
    fix(&program, &["--fix"]);
    assert_eq!(text(&program, "shared/real.axml"), FIXED);
    assert_eq!(text(&program, AXML), FIXED);
    assert!(link.symlink_metadata().expect("the link is there").is_symlink());
}
