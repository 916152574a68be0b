//! Any text is a configuration, or it is said where it is none.

#![no_main]

use consentlint::config;
use consentlint::source::{Paths, RelPath};
use consentlint_fuzz::{assert_checked, assert_harmless, program, rules, text, unwind};
use libfuzzer_sys::fuzz_target;

fuzz_target!(init: unwind(), |bytes: &[u8]| {
    let text = text(bytes);
    let mistakes = match config::parse(&text, &rules()) {
        Err(mistakes) => {
            assert!(!mistakes.is_empty());
            mistakes
        }
        Ok((settings, warnings)) => {
            let config = settings.config(&Paths::default());
            let both = settings.clone().over(settings);
            assert_checked(&program(), &config);
            let _ = both.config(&Paths::default()).level("missing-scope", &RelPath::new("a.js"));
            warnings
        }
    };
    for mistake in mistakes {
        let place = text.get(mistake.at.start as usize..mistake.at.end as usize);
        assert!(place.is_some(), "{mistake:?} splits {text:?}");
        assert_harmless(&mistake.text);
    }
});
