//! Any text is a manifest: of a program, of a page, of a component.

#![no_main]

use consentlint::config::Config;
use libfuzzer_sys::fuzz_target;

const PROGRAM: &str = include_str!("../programs/manifests.txt");

fuzz_target!(init: consentlint_fuzz::unwind(), |bytes: &[u8]| {
    let text = consentlint_fuzz::text(bytes);
    consentlint_fuzz::assert_parsed("app.json", &text);
    let texts = consentlint_fuzz::texts(PROGRAM);
    for path in ["app.json", "pages/a/a.json"] {
        let mut texts = texts.clone();
        texts.push((consentlint::source::RelPath::new(path), text.as_str().into()));
        consentlint_fuzz::assert_checked(&texts, &Config::default());
    }
});
