//! Any text is a baseline, or it is said where it is none.

#![no_main]

use consentlint::config::Config;
use consentlint::report::baseline::Baseline;
use libfuzzer_sys::fuzz_target;

fuzz_target!(init: consentlint_fuzz::unwind(), |bytes: &[u8]| {
    let text = consentlint_fuzz::text(bytes);
    let Ok(baseline) = Baseline::parse(&text) else { return };
    assert_eq!(Baseline::parse(&baseline.render()).as_ref(), Ok(&baseline));
    let mut report = consentlint_fuzz::workspace(consentlint_fuzz::program(), 1).check(&Config::default());
    let found = report.findings.len();
    let left = baseline.accept(&mut report);
    assert_eq!(report.findings.len() + report.baselined, found);
    assert!(left.count() <= baseline.count());
});
