//! No output repeats a secret: not its finding in any format, not a finding beside it, not
//! `explain`, whether or not somebody accepted it or switched the rule off.

use std::fs;
use std::process::Command;

use tempfile::TempDir;

const KEY: &str = "4d1c7b0a93e28f65d0b1e7c48a2f9635";
const PEM: &str = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQDq2Rk7Zc0uLw9vTnB4yHs6XgE1p";

/// The secret stands in a constant, in a manifest, in a comment, in what is called, in a scope, and
/// in a line of its own beside another finding.
fn program() -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    let script = format!(
        "// key: {KEY}\nconst app = {{\n  appSecret: '{KEY}', privateKey: `{PEM}`,\n}};\nPage({{\n  onLoad() {{\n    my.getAuthCode({{ scopes: ['auth_user', '{KEY}'], key: '{KEY}' }});\n    // consentlint-ignore client-secret -- sandbox\n    const merchant = {{ clientSecret: '{KEY}x' }}; my.sign('{KEY}')(app, merchant);\n    my.getOpenUserInfo({{ success: (res) => this.setData({{ res, sign: '{KEY}' }}), fail: app.appSecret }});\n  }},\n}});\n"
    );
    let manifest = format!(
        "{{ \"pages\": [\"pages/index/index\"], \"ext\": {{ \"appSecret\": \"{KEY}\" }} }}"
    );
    for (path, text) in [
        ("app.json", manifest.as_str()),
        ("pages/index/index.js", &script),
        ("pages/index/index.axml", "<view>{{res.avatar}}</view>"),
    ] {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("the folder is made");
        fs::write(path, text).expect("the file is written");
    }
    folder
}

#[test]
fn no_output_repeats_a_secret() {
    let program = program();
    let formats =
        ["human", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "html"];
    let mut runs: Vec<Vec<String>> = Vec::new();
    let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
    for format in formats {
        runs.push(words(&format!("check --format {format} --verbose")));
        runs.push(words(&format!("check --format {format} --rule client-secret=off")));
        runs.push(words(&format!("check --format {format} --only call-outside-authorize")));
    }
    for line in 1..=12 {
        runs.push(words(&format!("explain pages/index/index.js:{line}")));
    }
    runs.push(words("explain app.json:1"));
    let mut shown = 0;
    for args in runs {
        let output = Command::new(env!("CARGO_BIN_EXE_consentlint"))
            .args(&args)
            .args(["--no-config", "--color", "never", "--lang", "en"])
            .current_dir(program.path())
            .output()
            .expect("the binary runs");
        let said = [&output.stdout[..], &output.stderr[..]].concat();
        let text = String::from_utf8_lossy(&said);
        assert!(output.status.code().is_some_and(|code| code < 2), "{args:?}\n{text}");
        assert!(!text.contains(KEY) && !text.contains(PEM), "{args:?}\n{text}");
        shown += usize::from(text.contains("client-secret"));
    }
    // Every format, and the lines with the secrets.
    assert!(shown >= formats.len() + 3, "{shown}");
}
