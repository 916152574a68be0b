//! Any text is a template.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(init: consentlint_fuzz::unwind(), |bytes: &[u8]| {
    consentlint_fuzz::assert_parsed("a.axml", &consentlint_fuzz::text(bytes));
});
