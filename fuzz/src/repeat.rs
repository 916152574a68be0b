//! Programs in which something is there again and again.

use std::time::{Duration, Instant};

use consentlint::config::Config;

use crate::program::{texts, workspace};

/// What begins and ends the piece that is repeated.
const MARK: &str = "%%";

/// How large the program becomes, in bytes.
const SIZE: usize = 24_000;

/// A program of that size takes no longer than this on a busy machine.
const LONGEST: Duration = Duration::from_secs(3);

/// How often a program may take longer, as it does where something else keeps the machine busy.
const TRIES: usize = 3;

/// `input` is a program; what stands between its first two marks is repeated until the program is
/// large, and is still checked soon.
pub fn assert_soon(input: &str) {
    let mut pieces = input.splitn(3, MARK);
    let (Some(before), Some(piece), Some(after)) = (pieces.next(), pieces.next(), pieces.next())
    else {
        return;
    };
    let repeated = piece.repeat(SIZE / piece.len().max(1));
    let texts = texts(&[before, &repeated, after].concat());
    let is_soon = || {
        let start = Instant::now();
        let _ = workspace(texts.iter().cloned(), 1).check(&Config::default());
        start.elapsed() < LONGEST
    };
    assert!((0..TRIES).any(|_| is_soon()), "takes long");
}
