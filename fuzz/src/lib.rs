//! What the targets assert: the properties of `tests/it`, for texts that a fuzzer makes.

mod check;
mod fix;
mod parse;
mod program;
mod published;
mod repeat;
#[path = "../../tests/it/sound.rs"]
mod sound;
mod suppress;

pub use check::{assert_checked, assert_checked_alike};
pub use fix::{assert_fixed, assert_helpful};
pub use parse::assert_parsed;
pub use program::{Texts, texts, workspace};
pub use published::assert_harmless;
pub use repeat::assert_soon;
pub use suppress::{assert_suppressed, program};

use consentlint::rules::catalog;

/// The ids of all rules.
#[must_use]
pub fn rules() -> Vec<&'static str> {
    catalog::pages().map(|page| page.id.0).collect()
}

/// Bytes as text; what is not UTF-8 is replaced, so that no input is wasted.
#[must_use]
pub fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Lets panics unwind: swc's are caught where they begin, and what is not caught ends the run.
pub fn unwind() {
    drop(std::panic::take_hook());
}
