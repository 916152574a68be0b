//! Programs that fuzzing found something with, made small.

use consentlint::config::Config;
use consentlint::source::RelPath;

use crate::robust::{Texts, assert_sound, workspace};

/// What was wrong, and the files.
type Found = (&'static str, &'static [(&'static str, &'static str)]);

const FOUND: &[Found] = &[(
    "an unclosed string was cut within a character",
    &[
        ("app.json", "{\"pages\": [\"a\"]}"),
        ("a.json", "{\"usingComponents\": {\"b\": \"../除"),
        ("a.axml", "<b/>"),
    ],
)];

#[test]
fn what_was_found_stays_mended() {
    for (name, files) in FOUND {
        println!("{name}");
        let texts: Texts =
            files.iter().map(|(path, text)| (RelPath::new(path), (*text).into())).collect();
        let config = Config { verbose: true, ..Config::default() };
        assert_sound(&workspace(&texts, 1).check(&config));
    }
}
