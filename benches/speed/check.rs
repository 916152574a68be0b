//! A whole check, from texts to findings.

use consentlint::config::Config;
use divan::Bencher;

use crate::sources::{self, PAGES};

/// On one thread and on two.
#[divan::bench(args = [1, 2])]
fn threads(bencher: Bencher<'_, '_>, threads: usize) {
    check(bencher, PAGES, threads);
}

/// Of programs of 100 to 3000 pages: the time for a page should stay the same.
#[divan::bench(args = [100, 300, 1000, 3000], sample_count = 5)]
fn pages(bencher: Bencher<'_, '_>, pages: usize) {
    check(bencher.counter(divan::counter::ItemsCount::new(pages)), pages, 1);
}

fn check(bencher: Bencher<'_, '_>, pages: usize, threads: usize) {
    let texts = sources::texts(pages);
    let config = Config::default();
    bencher.bench_local(|| sources::workspace(texts.clone(), threads).check(&config));
}
