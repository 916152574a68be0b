//! Manifests of many parts.

use super::Outcome::{Checked, Refused};
use super::{APP, Row, all};

const PAGES: &str = "\"pages\": [\"pages/a/a\", \"pages/b/b\"]";

pub(super) fn manifests(n: usize) -> Vec<Row> {
    [texts(n), pages(n)].concat()
}

fn app(rest: &str) -> String {
    format!("{{{PAGES}{rest}}}")
}

fn texts(n: usize) -> Vec<Row> {
    let nested = |open: &str, inner: &str, close: &str| {
        app(&format!(", \"x\": {}{inner}{}", open.repeat(n), close.repeat(n)))
    };
    let open = format!("{{{PAGES},\"x\":{}", "[{\"a\":".repeat(n));
    let string = |one: &str| app(&format!(", \"x\": \"{}\"", one.repeat(n)));
    let keys = all(n, |i| format!(", \"k{i}\": {i}"));
    let pages = ", \"pages\": [\"pages/b/b\"]".repeat(n / 4);
    vec![
        ("nested JSON", APP, nested("[", "", "]"), Refused),
        ("nested JSON objects", APP, nested("{\"a\":", "1", "}"), Refused),
        ("open JSON", APP, open, Refused),
        ("open JSON strings", APP, app(&",\"a\n".repeat(n)), Refused),
        ("open JSON comments", APP, app(&"/*".repeat(n)), Refused),
        ("JSON commas", APP, app(&",".repeat(n)), Refused),
        ("JSON faults", APP, app(&",\"k\" x ".repeat(n)), Refused),
        ("JSON brackets", APP, app(&"]}".repeat(n)), Refused),
        ("JSON comments", APP, app(&"/**/ // a\n".repeat(n)), Checked),
        ("JSON keys", APP, app(&keys), Checked),
        ("JSON keys of one name", APP, app(&pages), Checked),
        ("a long JSON string", APP, string("aaaaaaaaaa"), Checked),
        ("JSON escapes", APP, string("\\ud83d\\ude00\\ud800\\u001b"), Refused),
        ("a long JSON number", APP, app(&format!(", \"x\": 1{}", "0".repeat(n))), Checked),
        ("JSON of NUL bytes", APP, app(&"\0".repeat(n)), Refused),
        ("JSON that is none", APP, "x".repeat(n), Refused),
    ]
}

fn pages(n: usize) -> Vec<Row> {
    let with = |pages: String| format!("{{\"pages\": [{pages} \"pages/a/a\", \"pages/b/b\"]}}");
    let far = all(n, |i| format!("\"p{i}/p\","));
    let package = "{\"root\": \"pages\", \"pages\": [\"a/a\", \"b/b\"]},".repeat(n / 10);
    let packages =
        all(n / 10, |i| format!("{{\"root\": \"p{i}\", \"pages\": [\"a\", \"../pages/a/a\"]}},"));
    let nested =
        all(n / 10, |i| format!("{{\"root\": \"{}\", \"pages\": [\"a\"]}},", "r/".repeat(i % 50)));
    let components = all(n / 4, |i| format!("\"c{i}\": \"/c{i}/c{i}\","));
    let packaged = all(n / 4, |i| format!("\"c{i}\": \"ui{i}/c\","));
    let tabs = all(n / 4, |i| format!("{{\"pagePath\": \"p{i}/p\", \"name\": \"{i}\"}},"));
    let plugins =
        all(n / 4, |i| format!("\"p{i}\": {{\"version\": \"*\", \"provider\": \"{i}\"}},"));
    vec![
        ("pages", APP, with(far), Checked),
        ("one page again and again", APP, with("\"pages/a/a\",".repeat(n)), Checked),
        ("a page with a long name", APP, with(format!("\"{}\",", "a/".repeat(10 * n))), Checked),
        ("a page in one long word", APP, with(format!("\"{}\",", "a".repeat(10 * n))), Checked),
        ("a page far above", APP, with(format!("\"{}\",", "../".repeat(10 * n))), Checked),
        (
            "subpackages over each other",
            APP,
            app(&format!(", \"subPackages\": [{package}]")),
            Checked,
        ),
        ("subpackages", APP, app(&format!(", \"subPackages\": [{packages}]")), Checked),
        ("subpackages in each other", APP, app(&format!(", \"subPackages\": [{nested}]")), Checked),
        (
            "global components",
            APP,
            app(&format!(", \"usingComponents\": {{{components}}}")),
            Checked,
        ),
        (
            "components of packages",
            APP,
            app(&format!(", \"usingComponents\": {{{packaged}}}")),
            Checked,
        ),
        ("tabs", APP, app(&format!(", \"tabBar\": {{\"items\": [{tabs}]}}")), Checked),
        ("plugins", APP, app(&format!(", \"plugins\": {{{plugins}}}")), Checked),
    ]
}
