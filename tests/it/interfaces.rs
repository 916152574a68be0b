//! The binary: options, exit codes, and what goes where.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// A program with one error, by `missing-on-error`, in line 2 of its template.
pub(crate) const PROGRAM: &[(&str, &str)] = &[
    ("app.json", r#"{"pages":["pages/index/index"]}"#),
    (
        "pages/index/index.js",
        "Page({\n  data: { can: my.canIUse('button.open-type.getAuthorize') },\n  onOk() {\n    my.showToast({ content: 'ok' });\n  },\n});\n",
    ),
    ("pages/index/index.axml", TEMPLATE),
];

pub(crate) const TEMPLATE: &str = "<view>\n  <button a:if=\"{{can}}\" open-type=\"getAuthorize\" scope=\"userInfo\" onGetAuthorize=\"onOk\">授权</button>\n  <navigator url=\"/pages/b/b\">b</navigator>\n</view>\n";

/// The same template without an error.
pub(crate) const CLEAN: &str = "<view>\n  <text>hola</text>\n</view>\n";

pub(crate) struct Run {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("output is UTF-8");
        Self { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }
}

/// The binary in `folder`, in an environment that says nothing.
pub(crate) fn command(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_consentlint"));
    command.current_dir(folder).args(args);
    let github = ["GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE"];
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "CLICOLOR_FORCE", "TERM"] {
        command.env_remove(name);
    }
    github.into_iter().for_each(|name| {
        command.env_remove(name);
    });
    command
}

pub(crate) fn run(folder: &Path, args: &[&str]) -> Run {
    command(folder, args).output().expect("the binary runs").into()
}

pub(crate) fn run_with(folder: &Path, args: &[&str], stdin: &str) -> Run {
    let mut command = command(folder, args);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the binary runs");
    let mut pipe = child.stdin.take().expect("standard input is a pipe");
    pipe.write_all(stdin.as_bytes()).expect("the binary reads");
    drop(pipe);
    child.wait_with_output().expect("the binary ends").into()
}

pub(crate) fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    fs::create_dir(folder.path().join(".git")).expect("a repository");
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("the folder is made");
        fs::write(path, text).expect("the file is written");
    }
    folder
}

#[test]
fn exit_codes_say_how_it_ended() {
    let program = folder(PROGRAM);
    let empty = folder(&[]);
    let faulty =
        folder(&[PROGRAM, &[("consentlint.toml", "[rules]\nmissing-on-eror = 'info'\n")]].concat());
    for (folder, args, code) in [
        (&program, &["check"][..], 1),
        (&program, &["check", "pages/index/index.axml"], 1),
        (&program, &["check", "pages/index/index.js"], 0),
        (&program, &["check", "--fail-on", "never"], 0),
        (&program, &["check", "--rule", "missing-on-error=warning"], 0),
        (&program, &["check", "--rule", "missing-on-error=warning", "--fail-on", "warning"], 1),
        (&program, &["check", "--rule", "missing-on-error=off", "--fail-on", "info"], 0),
        (&program, &["check", "--only", "missing-scope"], 0),
        (&program, &["check", "--only", "missing-on-error", "--threads", "1"], 1),
        (&program, &["check", "nowhere"], 2),
        (&program, &["check", "--only", "missing-scop"], 2),
        (&program, &["check", "--rule", "missing-scope"], 2),
        (&program, &["check", "--rule", "missing-scope=deny"], 2),
        (&program, &["check", "--profile", "danna"], 2),
        (&program, &["check", "--threads", "0"], 2),
        (&program, &["check", "--config", "nowhere.toml"], 2),
        (&program, &["check", "--fix"], 1),
        (&program, &["check", "--diff"], 1),
        (&program, &["check", "--diff", "--fail-on", "never"], 0),
        (&program, &["check", "--diff", "--format", "json"], 2),
        (&program, &["check", "--suggested"], 2),
        (&program, &["check", "--fix", "--stdin-path", "app.json"], 2),
        (&program, &[], 2),
        (&program, &["--help"], 0),
        (&program, &["--version"], 0),
        (&program, &["rules"], 0),
        (&program, &["explain", "missing-scope"], 0),
        (&program, &["explain", "mising-scope"], 2),
        (&empty, &["check"], 0),
        (&faulty, &["check"], 2),
        (&faulty, &["check", "--no-config"], 1),
    ] {
        let run = run(folder.path(), args);
        assert_eq!(run.code, Some(code), "{args:?}\n{}{}", run.out, run.err);
    }
}

#[test]
fn findings_go_to_standard_output_and_the_rest_to_standard_error() {
    let program = folder(PROGRAM);
    for format in ["human", "concise", "json"] {
        let run = run(program.path(), &["check", "--format", format]);
        assert!(run.out.contains("missing-on-error"), "{format}: {}", run.out);
        assert!(!run.out.contains("checked 3 files"), "{format}: {}", run.out);
        assert_eq!(run.err, "checked 3 files of 1 program: 1 error\n", "{format}");
    }
    let quiet = run(program.path(), &["check", "--quiet", "--format", "concise"]);
    assert_eq!(quiet.err, "");
    assert!(quiet.out.starts_with("pages/index/index.axml:2:4: error[missing-on-error] "));
    let empty = run(folder(&[]).path(), &["check"]);
    assert!(empty.out.is_empty() && empty.err.starts_with("note: nothing to check"));
}

#[test]
fn mistakes_name_what_was_meant() {
    let program = folder(
        &[PROGRAM, &[("consentlint.toml", "profile = []\n[rules]\nmissing-on-eror = 'off'\n[purposes]\nUSER_NAMES = 'tickets'\n[apis]\naskUser = 'getAuthCod'\n")]]
            .concat(),
    );
    for (args, want) in [
        (&["check"][..], "consentlint.toml:1: unknown key `profile`; did you mean `profiles`?\n"),
        (
            &["check"],
            "consentlint.toml:3: unknown rule `missing-on-eror`; did you mean `missing-on-error`?\n",
        ),
        (&["check"], "consentlint.toml:5: unknown scope `USER_NAMES`; did you mean `USER_NAME`?\n"),
        (&["check"], "consentlint.toml:7: unknown API `getAuthCod`; did you mean `getAuthCode`?\n"),
        (
            &["explain", "mising-scope"],
            "there is no rule `mising-scope`; did you mean `missing-scope`?\n",
        ),
        (
            &["check", "--no-config", "--profile", "danna"],
            "there is no profile `danna`; did you mean `dana`?\n",
        ),
        (&["check", "nowhere"], "no such file or folder: `nowhere`\n"),
    ] {
        let run = run(program.path(), args);
        assert!(run.out.is_empty() && run.err.contains(want), "{args:?}: {}", run.err);
    }
}

#[test]
fn standard_input_stands_for_a_file() {
    let program = folder(PROGRAM);
    let unsaved = folder(&PROGRAM[..2]);
    let path = program.path();
    let args = ["check", "--format", "concise", "--stdin-path", "pages/index/index.axml"];
    let faulty = TEMPLATE.replace("<view>", "<view>\n\n");
    for (folder, args, stdin, code, starts) in [
        (path, &args[..], CLEAN, 0, ""),
        (path, &args, &faulty, 1, "pages/index/index.axml:4:4: error[missing-on-error]"),
        (
            &path.join("pages"),
            &["check", "--format", "concise", "--stdin-path", "index/index.axml"],
            &faulty,
            1,
            "index/index.axml:4:4:",
        ),
        (
            path,
            &["check", "--format", "concise", "--stdin-path", "pages/index/index.js"],
            "Page({})",
            0,
            "",
        ),
        (unsaved.path(), &args, TEMPLATE, 1, "pages/index/index.axml:2:4: error[missing-on-error]"),
    ] {
        let run = run_with(folder, args, stdin);
        assert_eq!(run.code, Some(code), "{args:?}\n{}{}", run.out, run.err);
        assert!(
            run.out.starts_with(starts) && run.out.is_empty() == starts.is_empty(),
            "{}",
            run.out
        );
    }
    let outside = run_with(path, &["check", "--stdin-path", "../index.axml", "."], CLEAN);
    assert_eq!(outside.code, Some(2), "{}", outside.err);
}

#[test]
fn colours_are_used_when_asked_for() {
    let program = folder(PROGRAM);
    for (args, variable, colored) in [
        (&["check"][..], None, false),
        (&["check", "--color", "always"], None, true),
        (&["check", "--color", "always"], Some("NO_COLOR"), true),
        (&["check"], Some("CLICOLOR_FORCE"), true),
        (&["check", "--color", "never"], Some("CLICOLOR_FORCE"), false),
        (&["explain", "missing-scope"], None, false),
        (&["explain", "missing-scope", "--color", "always"], None, true),
    ] {
        let mut command = command(program.path(), args);
        command.envs(variable.map(|name| (name, "1")));
        let run = Run::from(command.output().expect("the binary runs"));
        assert_eq!(run.out.contains('\u{1b}'), colored, "{args:?} {variable:?}");
    }
}

#[test]
fn words_follow_the_locale() {
    let program = folder(PROGRAM);
    for (args, locale, word) in [
        (&["check"][..], "zh_CN.UTF-8", "错误[missing-on-error]"),
        (&["check"], "es_MX.UTF-8", "error[missing-on-error]"),
        (&["check", "--lang", "zh"], "en_US.UTF-8", "错误[missing-on-error]"),
        (&["check", "--lang", "en"], "zh_CN.UTF-8", "error[missing-on-error]"),
        (&["rules"], "zh_CN", "missing-on-error"),
    ] {
        let mut command = command(program.path(), args);
        let run = Run::from(command.env("LANG", locale).output().expect("the binary runs"));
        assert!(run.out.contains(word), "{args:?} {locale}: {}", run.out);
    }
}

#[test]
fn notes_are_in_the_chosen_language() {
    let empty = folder(&[]);
    let program = folder(PROGRAM);
    let write = ["check", "--write-baseline"];
    for (lang, nothing, accepted, clean) in [
        ("en", "note: nothing to check: no", "accepted 1 finding in", ": nothing found, 1 in the"),
        ("zh", "提示: 没有可检查的内容：此处", "已在 `", ": 没有发现问题, 基线中已有 1 个"),
        (
            "es",
            "nota: nada que comprobar: aquí",
            "1 problema en la línea",
            ": nada encontrado, 1 en",
        ),
    ] {
        let with = |args: &[&'static str]| [args, &["--lang", lang]].concat();
        let err = run(empty.path(), &with(&["check"])).err;
        assert!(err.starts_with(nothing), "{lang}: {err}");
        let err = run(program.path(), &with(&write)).err;
        assert!(err.starts_with(accepted), "{lang}: {err}");
        let err = run(program.path(), &with(&["check"])).err;
        assert!(err.contains(clean), "{lang}: {err}");
    }
}

#[test]
fn json_is_version_1() {
    let program = folder(PROGRAM);
    let text = run(program.path(), &["check", "--format", "json"]).out;
    let again = run(program.path(), &["check", "--format", "json", "--threads", "3"]).out;
    assert_eq!(text, again);
    let json: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(json["version"], 1);
    assert_eq!(json["tool"]["name"], "consentlint");
    assert_eq!(json["summary"]["files"], 3);
    assert_eq!(json["summary"]["errors"], 1);
    let finding = &json["findings"][0];
    assert_eq!(finding["path"], "pages/index/index.axml");
    assert_eq!(finding["start"]["offset"].as_u64(), TEMPLATE.find("button").map(|at| at as u64));
    assert_eq!(finding["fingerprint"].as_str().map(str::len), Some(32));
    let moved = run_with(
        program.path(),
        &["check", "--format", "json", "--stdin-path", "pages/index/index.axml"],
        &TEMPLATE.replace("<view>", "\n\n<view>"),
    );
    let moved: Value = serde_json::from_str(&moved.out).expect("JSON");
    assert_eq!(moved["findings"][0]["fingerprint"], finding["fingerprint"]);
    assert_ne!(moved["findings"][0]["start"], finding["start"]);
}

#[test]
fn rules_are_listed_and_explained() {
    let folder = folder(&[]);
    let list = run(folder.path(), &["rules", "--format", "json"]).out;
    let list: Vec<Value> = serde_json::from_str(&list).expect("JSON");
    assert_eq!(list.len(), run(folder.path(), &["rules"]).out.lines().count());
    for rule in &list {
        let id = rule["id"].as_str().expect("an id");
        let page = run(folder.path(), &["explain", id]).out;
        assert!(page.contains(id) && page.contains("Why"), "{page}");
    }
}

#[test]
fn a_closed_pipe_is_no_failure() {
    let program = folder(PROGRAM);
    let mut command = command(program.path(), &["check", "--format", "json"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it runs");
    drop(child.stdout.take());
    let run = Run::from(child.wait_with_output().expect("the binary ends"));
    assert_eq!(run.code, Some(1), "{}", run.err);
    assert!(!run.err.contains("failure"), "{}", run.err);
}

#[test]
fn verbose_lists_what_is_not_known() {
    let program =
        folder(&[&PROGRAM[..2], &[("app.js", "import x from './gone';\nApp({ x });\n")]].concat());
    fs::write(program.path().join("pages/wide.js"), b"\xff\xfea\0").expect("written");
    let finding = "app.js:1:16: info[unresolved-reference] `./gone` names no file";
    let skipped = "not checked: pages/wide.js: encoded as UTF-16\n";
    for (args, is_told) in [
        (&["check", "--format", "concise"][..], false),
        (&["check", "--format", "concise", "--verbose"], true),
        (&["check", "--format", "concise", "--only", "unresolved-reference"], false),
        (
            &["check", "--format", "concise", "--verbose", "--rule", "unresolved-reference=error"],
            true,
        ),
    ] {
        let run = run(program.path(), args);
        assert_eq!(run.out.contains("unresolved-reference]"), is_told, "{args:?}: {}", run.out);
        assert_eq!(run.err.contains(skipped), is_told, "{args:?}: {}", run.err);
        assert!(run.err.contains("1 file not checked (1 encoded as UTF-16)"), "{}", run.err);
        assert_eq!(run.code, Some(i32::from(args.len() > 5)), "{args:?}");
    }
    let json = run(program.path(), &["check", "--format", "json", "--verbose"]).out;
    let json: Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["findings"][0]["rule"], "unresolved-reference");
    assert_eq!(json["summary"]["infos"], 1);
    let told = run(program.path(), &["check", "--format", "concise", "--verbose"]).out;
    assert!(told.starts_with(finding), "{told}");
}
