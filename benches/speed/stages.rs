//! What each stage takes for a program of [`PAGES`] pages, on one thread.

use std::fs;

use consentlint::discover::discover;
use consentlint::platform::Platform;
use consentlint::project::link;
use consentlint::semantic::Semantics;
use consentlint::semantic::markup::Markup;
use consentlint::semantic::values::{Coverage, Values};
use consentlint::source::FileKind;
use consentlint::syntax;
use divan::counter::BytesCount;
use divan::{Bencher, black_box};

use crate::sources::{self, PAGES};
use crate::{program, swc};

/// Finding and reading the files.
#[divan::bench]
fn discovering(bencher: Bencher<'_, '_>) {
    let folder = tempfile::tempdir().expect("a folder for the program");
    for (path, text) in program::program(PAGES) {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder for a page");
        fs::write(path, text).expect("a file of the program");
    }
    bencher.bench_local(|| discover(&[], folder.path()).expect("the program can be read"));
}

/// Each script through swc and nothing else: the floor of [`parsing`].
#[divan::bench]
fn swc_alone(bencher: Bencher<'_, '_>) {
    let texts = sources::of_kind(|kind| matches!(kind, FileKind::Script { .. }));
    bencher.counter(BytesCount::new(sources::bytes(&texts))).bench_local(|| {
        for (kind, text) in &texts {
            let typescript = *kind == FileKind::Script { typescript: true };
            black_box(swc::parse(text, typescript));
        }
    });
}

/// Text to tree, by kind of file.
#[divan::bench(args = [
    FileKind::Script { typescript: false },
    FileKind::Script { typescript: true },
    FileKind::Template,
    FileKind::Json,
])]
fn parsing(bencher: Bencher<'_, '_>, wanted: &FileKind) {
    let texts = sources::of_kind(|kind| kind == *wanted);
    bencher.counter(BytesCount::new(sources::bytes(&texts))).bench_local(|| {
        for (kind, text) in &texts {
            black_box(syntax::parse(*kind, text));
        }
    });
}

/// Trees to programs.
#[divan::bench]
fn linking(bencher: Bencher<'_, '_>) {
    let files = sources::files();
    bencher.bench_local(|| link(&files));
}

/// The templates: buttons, handlers, what is shown when.
#[divan::bench]
fn markup(bencher: Bencher<'_, '_>) {
    let files = sources::files();
    let project = link(&files);
    bencher.bench_local(|| Markup::new(&files, &project));
}

/// What every expression can be.
#[divan::bench]
fn values(bencher: Bencher<'_, '_>) {
    let files = sources::files();
    let (project, platform) = (link(&files), Platform::default());
    let markup = Markup::new(&files, &project);
    bencher.bench_local(|| Values::new(&files, &project, &platform, &markup, Coverage::Consent));
}

/// All that is known of a program, values and markup included.
#[divan::bench]
fn semantics(bencher: Bencher<'_, '_>) {
    let files = sources::files();
    let (project, platform) = (link(&files), Platform::default());
    bencher.bench_local(|| Semantics::new(&files, &project, &platform, Coverage::Consent));
}
