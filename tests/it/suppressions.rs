//! Comments that accept findings, and those that accept nothing.

use consentlint::config::Config;
use consentlint::engine::{Report, Workspace};
use consentlint::source::RelPath;

/// An authorize button without `onError` below `comment`.
fn check(comment: &str) -> Report {
    let mut workspace = Workspace::new(Some(1));
    for (path, text) in [
        ("app.json", r#"{"pages":["pages/index/index"]}"#.to_owned()),
        ("pages/index/index.js", "Page({ onOk() { my.showToast({ content: 'ok' }) } })".to_owned()),
        (
            "pages/index/index.axml",
            format!(
                "<view>\n{comment}\n<button\n  open-type=\"getAuthorize\"\n  scope=\"userInfo\"\n  onGetAuthorize=\"onOk\"\n>ok</button>\n<text/>\n</view>\n"
            ),
        ),
    ] {
        workspace.set(RelPath::new(path), text);
    }
    workspace.check(&Config { today: Some("2026-11-20".to_owned()), ..Config::default() })
}

#[test]
fn a_finding_is_accepted_for_a_reason_and_until_its_day() {
    for (comment, is_accepted) in [
        ("", false),
        ("<!-- consentlint-ignore missing-on-error -- demo -->", true),
        ("<!-- consentlint-ignore missing-scope, missing-on-error -- demo -->", true),
        ("<!-- consentlint-ignore-file missing-on-error -- demo -->", true),
        ("<!-- consentlint-ignore missing-on-error -->", false),
        ("<!-- consentlint-ignore missing-on-error -- -->", false),
        ("<!-- consentlint-ignore missing-scope -- demo -->", false),
        ("<!-- consentlint-ignore missing-on-error -- demo --><text/>", false),
        ("<!-- consentlint-ignore missing-on-error until=2026-11-20 -- demo -->", true),
        ("<!-- consentlint-ignore missing-on-error until=2026-11-19 -- demo -->", false),
    ] {
        let report = check(comment);
        let found = (report.findings.len(), report.suppressed);
        assert_eq!(found, if is_accepted { (0, 1) } else { (1, 0) }, "{comment}");
    }
}
