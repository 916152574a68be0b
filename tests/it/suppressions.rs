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
        let about = report.findings.iter().filter(|it| it.rule.0 == "missing-on-error");
        let found = (about.count(), report.suppressed.len());
        assert_eq!(found, if is_accepted { (0, 1) } else { (1, 0) }, "{comment}");
    }
}

#[test]
fn a_comment_that_accepts_nothing_is_removed_or_mended() {
    for (comment, want) in [
        ("<!-- consentlint-ignore missing-on-error -- demo -->", "none"),
        (
            "<!-- consentlint-ignore missing-on-error -->",
            "no-reason at `<!-- consentlint-ignore missing-on-error -->`: ``",
        ),
        ("<!-- consentlint-ignore missing-scope -- demo -->", "unmatched at `missing-scope`: ``"),
        (
            "<!-- consentlint-ignore missing-scope, missing-on-error -- demo -->",
            "unmatched at `missing-scope`: `<!-- consentlint-ignore missing-on-error -- demo -->\n`",
        ),
        (
            "<!-- consentlint-ignore missing-on-error until=2026-11-19 -- demo -->",
            "expired at `2026-11-19`: ``",
        ),
        (
            "<!-- consentlint-ignore missing-on-eror -- demo -->",
            "near at `missing-on-eror`: `<!-- consentlint-ignore missing-on-error -- demo -->\n`",
        ),
    ] {
        let report = check(comment);
        let rules = ["unused-suppression", "unknown-rule"];
        let mut found = report.findings.iter().filter(|it| rules.contains(&it.rule.0));
        let shown = found.next().map(|finding| {
            let at = finding.primary.at;
            let text = &report.files[at.file.index()].text;
            let mut fixed = text.to_string();
            for edit in finding.fix.iter().flat_map(|fix| &fix.edits) {
                let span = edit.at.span;
                fixed.replace_range(span.start as usize..span.end as usize, &edit.replacement);
            }
            let line = fixed.strip_prefix("<view>\n").and_then(|it| it.split_once("<button"));
            let line = line.map_or("?", |(line, _)| line);
            format!("{} at `{}`: `{line}`", finding.message.key, at.span.of(text))
        });
        assert_eq!(shown.as_deref().unwrap_or("none"), want, "{comment}");
        assert!(found.next().is_none(), "{comment}");
    }
}
