//! A program, as files below lines `=== path`, is checked.

#![no_main]

use consentlint::config::Config;
use libfuzzer_sys::fuzz_target;

fuzz_target!(init: consentlint_fuzz::unwind(), |bytes: &[u8]| {
    let texts = consentlint_fuzz::texts(&consentlint_fuzz::text(bytes));
    let config = Config { verbose: true, ..Config::default() };
    consentlint_fuzz::assert_checked_alike(&texts, &config);
});
