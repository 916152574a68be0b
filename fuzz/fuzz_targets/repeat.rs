//! A program, as files below lines `=== path`, holds a piece between two `%%` many times.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(init: consentlint_fuzz::unwind(), |bytes: &[u8]| {
    consentlint_fuzz::assert_soon(&consentlint_fuzz::text(bytes));
});
