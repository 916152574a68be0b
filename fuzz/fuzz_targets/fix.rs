//! A program, as files below lines `=== path`, is fixed.

#![no_main]

use consentlint::config::Config;
use libfuzzer_sys::fuzz_target;

fuzz_target!(init: consentlint_fuzz::unwind(), |bytes: &[u8]| {
    let texts = consentlint_fuzz::texts(&consentlint_fuzz::text(bytes));
    consentlint_fuzz::assert_fixed(&texts, &Config::default());
    consentlint_fuzz::assert_helpful(&texts, &Config::default());
});
