//! What stays the same about findings when the program around them changes.

use std::collections::BTreeSet;

use consentlint::config::Config;
use consentlint::engine::Workspace;
use consentlint::source::RelPath;

const BUTTON: &str =
    "<button open-type=\"getAuthorize\" scope=\"userInfo\" onGetAuthorize=\"x\"/>\n";

/// The fingerprints of `missing-on-error` in a template `text` at `path`, in their order.
fn of(path: &str, text: &str) -> Vec<String> {
    let mut workspace = Workspace::new(Some(1));
    workspace.set(RelPath::new(path), text);
    workspace.set(RelPath::new(&path.replace("axml", "js")), "Page({ x() {} });\n");
    let only = vec!["missing-on-error".to_owned()];
    let report = workspace.check(&Config { only, ..Config::default() });
    report.findings.iter().map(|finding| finding.fingerprint.to_string()).collect()
}

#[test]
fn moved_lines_change_nothing() {
    let plain = of("a/a.axml", &format!("<view>\n{BUTTON}</view>\n"));
    assert_eq!(plain.len(), 1);
    for text in [
        format!("<!-- 授权 -->\r\n\r\n<view>\n\n  {BUTTON}</view>\n"),
        format!("<view>\n{}</view>\n", BUTTON.replace(' ', "\n     ")),
        format!("<view>\n<text>new</text>{BUTTON}<text>after</text></view>\n"),
    ] {
        assert_eq!(of("a/a.axml", &text), plain, "{text}");
    }
}

#[test]
fn what_is_another_finding_has_another_fingerprint() {
    let plain = of("a/a.axml", BUTTON);
    assert_ne!(of("b/a.axml", BUTTON), plain);
    assert_ne!(of("a/a.axml", &BUTTON.replace("\"x\"", "\"x\" class=\"big\"")), plain);
}

#[test]
fn equal_findings_are_numbered() {
    let found = of("a/a.axml", &BUTTON.repeat(3));
    let first = found.first().expect("a finding");
    assert_eq!(found, [first.clone(), format!("{first}-2"), format!("{first}-3")]);
    let more = of("a/a.axml", &format!("{}<view>{BUTTON}</view>", BUTTON.repeat(3)));
    assert_eq!(more.iter().collect::<BTreeSet<_>>().len(), 4);
    assert_eq!(more.get(..3), Some(&found[..]));
}
