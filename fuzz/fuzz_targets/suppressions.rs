//! Each line of any text is a suppression comment somewhere in a program.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(init: consentlint_fuzz::unwind(), |bytes: &[u8]| {
    consentlint_fuzz::assert_suppressed(&consentlint_fuzz::text(bytes));
});
