//! What an editor waits for: one file of a program that was read before changes.

use consentlint::config::Config;
use divan::Bencher;

use crate::sources::{self, PAGES};

/// The script of one page changes, and all is checked again, on one thread.
#[divan::bench]
fn one_script(bencher: Bencher<'_, '_>) {
    after_change(bencher, "pages/p0/p0.js", "\nfunction added() {}\n");
}

/// The template of one page changes.
#[divan::bench]
fn one_template(bencher: Bencher<'_, '_>) {
    after_change(bencher, "pages/p0/p0.axml", "\n<view/>\n");
}

fn after_change(bencher: Bencher<'_, '_>, path: &str, change: &str) {
    let texts = sources::texts(PAGES);
    let (path, text) = texts.iter().find(|it| it.0.as_str() == path).cloned().expect("the file");
    let mut workspace = sources::workspace(texts, 1);
    let config = Config::default();
    let versions = [text.to_string() + change, text.to_string()];
    let mut next = versions.iter().cycle();
    bencher.bench_local(|| {
        workspace.set(path.clone(), next.next().expect("a version").as_str());
        workspace.check(&config)
    });
}
