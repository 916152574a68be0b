//! Programs that fuzzing found something with, made small.

use consentlint::config::Config;
use consentlint::source::RelPath;

use super::fuzz::assert_fixed;
use crate::fixes::faults_alone;
use crate::robust::{Texts, assert_sound, workspace};

/// What was wrong, and the files.
type Found = (&'static str, &'static [(&'static str, &'static str)]);

const FOUND: &[Found] = &[
    (
        "an unclosed string was cut within a character",
        &[
            ("app.json", "{\"pages\": [\"a\"]}"),
            ("a.json", "{\"usingComponents\": {\"b\": \"../除"),
            ("a.axml", "<b/>"),
        ],
    ),
    (
        "a fix bound a method that answers nothing",
        &[
            ("app.json", "{\"pages\": [\"a\"]}"),
            ("a.js", "Page({ ok() {}, onAuthError() {} });"),
            (
                "a.axml",
                "<button open-type='getAuthorize' scope='userInfo' onGetAuthorize='ok'>A</button>",
            ),
        ],
    ),
];

#[test]
fn what_was_found_stays_mended() {
    for (name, files) in FOUND {
        let texts: Texts =
            files.iter().map(|(path, text)| (RelPath::new(path), (*text).into())).collect();
        let mut workspace = workspace(&texts, 1);
        println!("{name}");
        assert_sound(&workspace.check(&Config { verbose: true, ..Config::default() }));
        assert_eq!(faults_alone(name, &mut workspace, &Config::default()), "");
        assert_fixed(&mut workspace);
    }
}
