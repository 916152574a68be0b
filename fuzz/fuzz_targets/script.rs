//! Any text is a script, in JavaScript and in TypeScript.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(init: consentlint_fuzz::unwind(), |bytes: &[u8]| {
    let text = consentlint_fuzz::text(bytes);
    consentlint_fuzz::assert_parsed("a.js", &text);
    consentlint_fuzz::assert_parsed("a.ts", &text);
});
