//! Configuration files: what they say, which one counts, and what is said of mistakes in them.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::interfaces::{PROGRAM, folder, run};
use crate::program;

/// `consentlint.toml` with `text` in a program with one error of `missing-on-error`.
fn configured(text: &str) -> tempfile::TempDir {
    folder(&[PROGRAM, &[("consentlint.toml", text)]].concat())
}

/// Files that are mistaken, one after the other, each with what is said of it.
///
/// `testdata/_configuration/mistakes.txt` is the table as people read it.
#[test]
fn every_mistake_is_told_with_its_line() {
    let folder_of_mistakes = program::testdata().join("_configuration");
    let mut table = String::new();
    let mistakes = fs::read_to_string(folder_of_mistakes.join("mistakes.toml")).expect("a table");
    let program = folder(PROGRAM);
    for text in mistakes.split("\n---\n") {
        fs::write(program.path().join("consentlint.toml"), text).expect("written");
        let run = run(program.path(), &["check", "--format", "concise"]);
        let told: String = run.err.lines().filter(|line| !line.starts_with("checked ")).fold(
            String::new(),
            |mut told, line| {
                let _ = writeln!(told, "{line}");
                told
            },
        );
        let is_error = told.contains("error: ");
        assert_eq!(run.code, Some(if is_error { 2 } else { 1 }), "{text}\n{}{}", run.out, run.err);
        assert!(told.contains("consentlint.toml:"), "{text}\n{told}");
        let _ = write!(table, "{}\n{told}\n", text.trim_end());
    }
    program::assert_golden(&folder_of_mistakes.join("mistakes.txt"), &table);
}

#[test]
fn files_that_cannot_be_read_are_told() {
    for (bytes, want) in [
        (&b"profiles = ['\xff']"[..], "cannot read `consentlint.toml`: it is not UTF-8"),
        (&vec![b'#'; 300 << 10][..], "cannot read `consentlint.toml`: it is larger than 256 KiB"),
        (&"[".repeat(200_000).into_bytes()[..], "error: consentlint.toml:1: "),
        (&"a.".repeat(100_000).into_bytes()[..], "error: consentlint.toml:1: "),
        (&"a = [".repeat(40_000).into_bytes()[..], "error: consentlint.toml:1: "),
    ] {
        let program = folder(PROGRAM);
        fs::write(program.path().join("consentlint.toml"), bytes).expect("written");
        let run = run(program.path(), &["check"]);
        assert!(
            run.code == Some(2) && run.err.contains(want),
            "{want}: {:?} {}",
            run.code,
            run.err
        );
    }
    let bom = configured("\u{feff}fail-on = 'never'\n");
    assert_eq!(run(bom.path(), &["check"]).code, Some(0));
}

#[test]
fn settings_decide() {
    for (text, args, code) in [
        ("", &["check"][..], 1),
        ("fail-on = 'never'", &["check"], 0),
        ("fail-on = 'never'", &["check", "--fail-on", "error"], 1),
        ("rules.missing-on-error = 'warning'", &["check"], 0),
        ("rules.missing-on-error = 'warning'\n[[x]]", &["check", "--no-config"], 1),
        ("fail-on = 'warning'\nrules.missing-on-error = 'warning'", &["check"], 1),
        ("rules.missing-on-error = 'off'", &["check", "--rule", "missing-on-error=error"], 1),
        ("exclude = ['pages']", &["check"], 0),
        ("exclude = ['pages/*/*.axml']", &["check"], 0),
        ("exclude = ['pages/index/index.axml']", &["check", "pages/index/index.axml"], 0),
        ("exclude = ['page']", &["check"], 1),
        ("[[overrides]]\npaths = ['pages']\nrules.missing-on-error = 'off'", &["check"], 0),
        ("[[overrides]]\npaths = ['app.js']\nrules.missing-on-error = 'off'", &["check"], 1),
        (
            "[rules]\nmissing-on-error = 'off'\n[[overrides]]\npaths = ['pages']\nrules.missing-on-error = 'error'",
            &["check"],
            1,
        ),
        (
            "[[overrides]]\npaths = ['**']\nrules.missing-on-error = 'off'\n[[overrides]]\npaths = ['pages/**']\nrules.missing-on-error = 'error'",
            &["check"],
            1,
        ),
        (
            "[[overrides]]\npaths = ['pages']\nrules.missing-on-error = 'off'",
            &["check", "--rule", "missing-on-error=error"],
            1,
        ),
        ("extends = 'base.toml'", &["check"], 0),
        ("extends = 'base.toml'\nrules.missing-on-error = 'error'", &["check"], 1),
        ("", &["check", "--only", "missing-auth-scopes"], 0),
        ("profiles = ['dana']", &["check", "--only", "missing-auth-scopes"], 1),
        (
            "profiles = ['dana']",
            &["check", "--only", "missing-auth-scopes", "--profile", "alipay"],
            0,
        ),
    ] {
        let program = configured(text);
        for (path, text) in [
            ("base.toml", "rules.missing-on-error = 'info'\n"),
            ("app.js", "App({ onLogin() { my.getAuthCode({ success() {} }); } });\n"),
        ] {
            fs::write(program.path().join(path), text).expect("written");
        }
        let run = run(program.path(), args);
        assert_eq!(run.code, Some(code), "{text} {args:?}\n{}{}", run.out, run.err);
    }
}

/// The configurations of the tables above that are sound, and those that are not.
const SOUND: [&str; 5] = [
    "",
    "extends = 'base.toml'\nfail-on = 'never'\nexclude = ['pages']",
    "profiles = ['dana', 'gcash']\nrules.missing-on-error = 'warning'",
    "[rules]\nno-such-rule = 'off'",
    "[[overrides]]\npaths = ['**']\nrules.missing-on-error = 'off'\n[[overrides]]\npaths = ['a']\nrules = {}",
];

#[test]
fn the_schema_says_what_the_reader_says() {
    let schema = run(Path::new("."), &["schema", "config"]).out;
    let schema: Value = serde_json::from_str(&schema).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let validate = |text: &str| {
        let table: toml::Table = text.parse().ok()?;
        Some(validator.is_valid(&serde_json::to_value(table).ok()?))
    };
    for text in SOUND {
        assert_eq!(validate(text), Some(true), "{text}");
    }
    let table = fs::read_to_string(program::testdata().join("_configuration/mistakes.txt"))
        .expect("a table");
    let mut compared = 0;
    for entry in table.split_terminator("\n\n") {
        let (told, text): (Vec<&str>, Vec<&str>) = entry
            .lines()
            .partition(|line| line.starts_with("error: ") || line.starts_with("warning: "));
        let told = told.concat();
        // Which paths make sense, a schema cannot say.
        let is_path = [
            "glob `",
            "unknown scope",
            "`extends` is a rel",
            "divides",
            "is not there",
            "builds on",
        ]
        .iter()
        .any(|said| told.contains(said));
        if let Some(is_valid) = validate(&text.join("\n")).filter(|_| !is_path) {
            assert_eq!(is_valid, !told.contains("error: "), "{entry}");
            compared += 1;
        }
    }
    assert!(compared > 25, "{compared}");
}

#[test]
fn init_writes_every_key_and_overwrites_nothing() {
    let program = folder(PROGRAM);
    let (path, file) = (program.path(), program.path().join("consentlint.toml"));
    let first = run(path, &["init"]);
    assert_eq!((first.code, first.err.as_str()), (Some(0), "wrote `consentlint.toml`\n"));
    let text = fs::read_to_string(&file).expect("written");
    program::assert_golden(&program::testdata().join("_configuration/init.toml"), &text);
    assert_eq!(run(path, &["check"]).err, run(path, &["check", "--no-config"]).err);

    fs::write(&file, "# mine").expect("written");
    let again = run(path, &["init", "."]);
    assert_eq!(again.code, Some(2));
    assert_eq!(again.err, "error: `consentlint.toml` is there; `--force` overwrites it\n");
    assert_eq!(fs::read_to_string(&file).expect("kept"), "# mine");
    assert_eq!(run(path, &["init", "--force"]).code, Some(0));
    assert_eq!(fs::read_to_string(&file).expect("written"), text);
    assert_eq!(run(path, &["init", "nowhere"]).code, Some(2));

    let is_code = |line: &&str| {
        let line = line.trim_start_matches("# ");
        line.contains(" = ") || line.starts_with('[')
    };
    let all: Vec<&str> =
        text.lines().filter(is_code).map(|line| line.trim_start_matches("# ")).collect();
    assert_eq!(all.len(), 19, "{all:?}");
    fs::write(&file, all.join("\n").replace("../", "")).expect("written");
    fs::write(path.join("consentlint.base.toml"), "").expect("written");
    let run = run(path, &["check"]);
    assert!(run.code == Some(1) && run.err.starts_with("checked"), "{}", run.err);
}

#[test]
fn init_names_the_wallet_that_is_evident() {
    for (app, want) in [
        ("App({ onLaunch() { dd.getAuthCode({}); } })", Some("profiles = [\"dingtalk\"]")),
        ("App({ onLaunch() { my.tb.x(); } })", Some("profiles = [\"taobao\"]")),
        ("App({ onLaunch() { my.authorize({}); } })", Some("profiles = [\"taobao\"]")),
        ("App({ onLaunch() { my.authorize({}); my.getOpenUserInfo({}); } })", None),
        ("App({ onLaunch() { my.getSystemInfo({}); } })", None),
    ] {
        let program = folder(&[("app/app.json", "{\"pages\":[\"a\"]}"), ("app/app.js", app)]);
        assert_eq!(run(program.path(), &["init", "app"]).err, "wrote `app/consentlint.toml`\n");
        let text = fs::read_to_string(program.path().join("app/consentlint.toml")).expect("there");
        assert_eq!(text.lines().find(|line| line.starts_with("profiles")), want, "{app}");
    }
}

#[test]
fn configurations_build_on_each_other() {
    let files = |name: &'static str, text: &'static str| (name, text);
    for (more, want) in [
        (
            vec![files("consentlint.toml", "\nextends = 'gone.toml'")],
            "consentlint.toml:2: `gone.toml` is not there",
        ),
        (
            vec![files("consentlint.toml", "extends = './consentlint.toml'")],
            "consentlint.toml:1: `./consentlint.toml` builds on this file in turn",
        ),
        (
            vec![
                files("consentlint.toml", "extends = 'c/a.toml'"),
                files("c/a.toml", "extends = 'b.toml'"),
                files("c/b.toml", "# round\nextends = '../consentlint.toml'"),
            ],
            "b.toml:2: `../consentlint.toml` builds on this file in turn",
        ),
        (
            vec![
                files("consentlint.toml", "extends = 'c/a.toml'"),
                files("c/a.toml", "[rules]\nmissing-on-eror = 'error'"),
            ],
            "a.toml:2: unknown rule `missing-on-eror`; did you mean `missing-on-error`?",
        ),
        (
            vec![files("consentlint.toml", "extends = 'c'"), files("c/a.toml", "")],
            "consentlint.toml:1: `extends` names a `.toml` file",
        ),
    ] {
        let program = folder(&[PROGRAM, &more].concat());
        let run = run(program.path(), &["check"]);
        assert!(run.code == Some(2) && run.err.contains(want), "{want}: {}", run.err);
    }
    let mut chain: Vec<(String, String)> =
        (0..40).map(|at| (format!("{at}.toml"), format!("extends = '{}.toml'", at + 1))).collect();
    chain.push(("40.toml".to_owned(), String::new()));
    let chain: Vec<_> = chain.iter().map(|(name, text)| (&**name, &**text)).collect();
    let program = folder(&[PROGRAM, &chain].concat());
    let run = run(program.path(), &["check", "--config", "0.toml"]);
    assert!(run.err.contains("15.toml:1: `16.toml` is one file too many"), "{}", run.err);
}

/// Two programs with one error each, in `apps/one` and `apps/two`.
fn monorepo(more: &[(&str, &str)]) -> tempfile::TempDir {
    let both = folder(more);
    for name in ["one", "two"] {
        for (path, text) in PROGRAM {
            let path = both.path().join("apps").join(name).join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("made");
            fs::write(path, text).expect("written");
        }
    }
    both
}

/// The folders of programs in which something was found, and the exit code.
fn found(folder: &Path, args: &[&str]) -> (Vec<String>, Option<i32>) {
    let run = run(
        folder,
        &[&["check", "--format", "concise", "--only", "missing-on-error"], args].concat(),
    );
    let names = run.out.lines().filter_map(|line| line.split("/pages").next());
    (names.map(str::to_owned).collect(), run.code)
}

#[test]
fn every_program_has_its_nearest_configuration() {
    let off = "rules.missing-on-error = 'off'";
    let (one, two) = ("apps/one".to_owned(), "apps/two".to_owned());
    for (file, text, want, code) in [
        ("consentlint.toml", off, vec![], 0),
        ("apps/consentlint.toml", off, vec![], 0),
        ("apps/one/consentlint.toml", off, vec![two.clone()], 1),
        ("apps/one/consentlint.toml", "fail-on = 'never'", vec![one.clone(), two.clone()], 1),
        ("apps/one/pages/consentlint.toml", off, vec![one.clone(), two.clone()], 1),
        ("apps/two/consentlint.toml", "exclude = ['pages']", vec![one.clone()], 1),
        ("consentlint.toml", "exclude = ['apps/two/pages']", vec![one.clone()], 1),
        ("apps/consentlint.toml", "exclude = ['two']", vec![one.clone()], 1),
        ("consentlint.toml", "exclude = ['apps']", vec![], 0),
    ] {
        let both = monorepo(&[(file, text)]);
        assert_eq!(found(both.path(), &[]), (want, Some(code)), "{file}: {text}");
    }
    let both = monorepo(&[("consentlint.toml", off), ("apps/one/consentlint.toml", "")]);
    assert_eq!(found(both.path(), &[]), (vec![one], Some(1)));
    let summary = run(both.path(), &["check", "--only", "missing-on-error"]).err;
    assert_eq!(summary, "checked 6 files of 2 programs: 1 error\n");
    assert_eq!(found(both.path(), &["--config", "consentlint.toml"]), (vec![], Some(0)));
    assert_eq!(found(&both.path().join("apps/one"), &[]).1, Some(1));
    assert_eq!(found(&both.path().join("apps/two"), &[]).1, Some(0));
}

#[test]
fn every_program_is_fixed_as_its_configuration_wants() {
    let off = "rules.missing-on-error = 'off'";
    let both = monorepo(&[("apps/two/consentlint.toml", off), ("apps/one/consentlint.toml", "")]);
    let text = |name: &str| {
        let path = both.path().join("apps").join(name).join("pages/index/index.axml");
        fs::read_to_string(path).expect("a page")
    };
    let before = text("two");
    let args = ["check", "--only", "missing-on-error", "--suggested"];
    let diff = run(both.path(), &[&args[..], &["--diff"]].concat());
    assert!(diff.out.contains("+++ b/apps/one/") && !diff.out.contains("apps/two"), "{}", diff.out);
    let fixed = run(both.path(), &[&args[..], &["--fix"]].concat());
    assert_eq!(fixed.code, Some(0), "{}{}", fixed.out, fixed.err);
    assert!(text("one").contains("onError=") && text("two") == before);
}

#[test]
fn what_programs_share_is_found_once_and_as_heavy_as_it_is_anywhere() {
    let page = "import { ask } from '../../../../shared/ask';\nPage({ onLoad() { ask(); } });\n";
    let files = [
        ("shared/ask.js", "export function ask() { my.getOpenUserInfo({}); }\n"),
        ("apps/one/consentlint.toml", "rules.call-outside-authorize = 'info'"),
        ("apps/two/consentlint.toml", "rules.call-outside-authorize = 'warning'"),
    ];
    let both = monorepo(&files);
    for name in ["one", "two"] {
        let path = both.path().join("apps").join(name).join("pages/index/index.js");
        fs::write(path, page).expect("written");
    }
    let run =
        run(both.path(), &["check", "--format", "concise", "--only", "call-outside-authorize"]);
    assert_eq!(run.out.lines().count(), 1, "{}", run.out);
    assert!(
        run.out.starts_with("shared/ask.js:1:25: warning[call-outside-authorize]"),
        "{}",
        run.out
    );
}

#[test]
fn what_a_package_brings_along_does_not_count() {
    let program = folder(
        &[
            PROGRAM,
            &[
                ("app.js", "import 'kit';\nApp({});\n"),
                ("node_modules/kit/index.js", "export default 1;\n"),
                ("node_modules/kit/consentlint.toml", "this is no TOML"),
            ],
        ]
        .concat(),
    );
    assert_eq!(run(program.path(), &["check"]).code, Some(1));
}

#[test]
fn a_rule_that_is_off_somewhere_leaves_no_unused_suppression() {
    let template = "<!-- consentlint-ignore missing-on-error -- demo -->\n<text/>\n";
    let files = [("pages/index/index.axml", template)];
    for (text, is_told) in [
        ("", true),
        ("rules.missing-on-error = 'off'", false),
        ("[[overrides]]\npaths = ['pages']\nrules.missing-on-error = 'off'", false),
        ("[[overrides]]\npaths = ['app.js']\nrules.missing-on-error = 'off'", true),
    ] {
        let program = folder(&[&PROGRAM[..2], &files, &[("consentlint.toml", text)]].concat());
        let run = run(program.path(), &["check", "--format", "concise"]);
        assert_eq!(run.out.contains("[unused-suppression]"), is_told, "{text}: {}", run.out);
    }
}
