//! What holds for every input: no panic, places on characters, one report for one program.
//!
//! A part of the texts is looked at; with `ROBUST=all` in the environment it is all of them. With
//! `PROGRAMS=FOLDER` it is a smaller part of the programs in that folder.

use std::panic::{self, AssertUnwindSafe};
use std::sync::Arc;

use consentlint::config::Config;
use consentlint::engine::{Report, Workspace};
use consentlint::report::{Lang, Paths, Subject, concise, human, json};
use consentlint::source::{FileKind, RelPath};
use consentlint::syntax;

use crate::program;
use crate::sound::{assert_parsed, assert_places};

/// How many prefixes of one file are parsed, and how many programs with a cut file checked.
const PARSED_PREFIXES: usize = 160;
const CHECKED_PREFIXES: usize = 4;

/// One of so many texts is looked at.
const PARSED: u32 = 4;
const CHECKED: u32 = 5;

/// Of programs of others, one of so many of these, and so many broken texts of each.
const FEWER: u32 = 8;
const BROKEN: usize = 60;

/// Text that parsers meet in the wild or in an attack.
const HOSTILE: &[&str] = &[
    "",
    "\u{feff}",
    "\0",
    "{{",
    "}}",
    "<",
    "<a b=\"{{c",
    "<!--",
    "授\u{1b}[31m",
    "\r\r\n\u{2028}",
    "`${`${",
    "/*",
    "((((((((((((((((((((",
    "{\"pages\":[\"../../../../etc\"",
];

pub(crate) type Texts = Vec<(RelPath, Arc<str>)>;

#[test]
fn no_cut_file_panics() {
    let fewer = if program::outside().is_some() { FEWER } else { 1 };
    let mut tried = 0;
    for (path, text) in every_file() {
        let Some(kind) = FileKind::of(path.as_str()) else { continue };
        let step = if is_all() { 1 } else { text.len() / PARSED_PREFIXES + 1 };
        let ends = (0..=text.len()).step_by(step);
        for end in ends.filter(|end| is_sampled(&format!("{path} {end}"), PARSED * fewer)) {
            let end = text.floor_char_boundary(end);
            let next = text.ceil_char_boundary((end + 1).min(text.len()));
            for cut in [text[..end].to_owned(), [&text[..end], &text[next..]].concat()] {
                let parsed = panic::catch_unwind(|| syntax::parse(kind, &cut))
                    .unwrap_or_else(|_| panic!("{path}: panics when cut at {end}: {cut:?}"));
                assert_parsed(&parsed, &cut);
                tried += 1;
            }
        }
    }
    println!("{tried} cut files");
}

#[test]
fn no_program_with_a_broken_file_panics() {
    let mut checks = 0;
    for (case, texts) in every_program() {
        let mut workspace = workspace(&texts, 1);
        let tried = texts.len() * (CHECKED_PREFIXES + HOSTILE.len());
        let parts = program::outside().map_or(CHECKED, |_| (tried / BROKEN).max(1) as u32);
        for (path, text) in &texts {
            let step = text.len() / CHECKED_PREFIXES + 1;
            let cut =
                (1..=text.len()).step_by(step).map(|end| &text[..text.floor_char_boundary(end)]);
            let broken = cut.chain(HOSTILE.iter().copied());
            let is_checked = |it: &&str| is_sampled(&format!("{case}/{path} {}", it.len()), parts);
            for broken in broken.filter(is_checked) {
                workspace.set(path.clone(), broken);
                checks += 1;
                let report = panic::catch_unwind(AssertUnwindSafe(|| {
                    let report = workspace.check(&Config::default());
                    let _ = bytes(&report);
                    report
                }));
                let report =
                    report.unwrap_or_else(|_| panic!("{case}/{path}: panics with {broken:?}"));
                for finding in &report.findings {
                    assert_places(&report, finding, &format!("{case}/{path} as {broken:?}"));
                }
            }
            workspace.set(path.clone(), Arc::clone(text));
        }
    }
    println!("{checks} programs with a broken file");
}

#[test]
fn order_and_threads_do_not_matter() {
    for (case, texts) in every_program() {
        let want = bytes(&workspace(&texts, 1).check(&Config::default()));
        let mut backwards = Workspace::new(Some(3));
        for (path, text) in texts.iter().rev() {
            backwards.set(path.clone(), Arc::clone(text));
        }
        backwards.set(RelPath::new("zz.js"), "my.x(");
        backwards.remove(&RelPath::new("zz.js"));
        let have = bytes(&backwards.check(&Config::default()));
        assert!(want == have, "{case}: differs\n{want}\n{have}");
    }
}

/// Whether all is looked at.
fn is_all() -> bool {
    std::env::var_os("ROBUST").is_some_and(|it| it == "all")
}

/// Whether `name` is in the part of about one in `parts` that is looked at.
pub(crate) fn is_sampled(name: &str, parts: u32) -> bool {
    let hash = name.bytes().fold(5381_u32, |hash, byte| hash.wrapping_mul(33) ^ u32::from(byte));
    is_all() || (hash >> 5).is_multiple_of(parts)
}

/// Whether the program `name` is looked at: all of others are.
pub(crate) fn is_sampled_program(name: &str, parts: u32) -> bool {
    program::outside().is_some() || is_sampled(name, parts)
}

pub(crate) fn every_program() -> Vec<(String, Texts)> {
    if let Some(folder) = program::outside() {
        let texts = |name: &String| program::texts_of_others(&folder.join(name));
        let names = program::folders(&folder).into_iter();
        return names.map(|name| (name.clone(), texts(&name))).collect();
    }
    let cases = program::cases().into_iter();
    cases.map(|case| (case.clone(), program::texts(&program::testdata().join(case)))).collect()
}

fn every_file() -> Texts {
    if program::outside().is_some() {
        return every_program().into_iter().flat_map(|(_, texts)| texts).collect();
    }
    program::texts(&program::testdata())
}

pub(crate) fn workspace(texts: &Texts, threads: usize) -> Workspace {
    let mut workspace = Workspace::new(Some(threads));
    workspace.set_all(texts.iter().cloned());
    workspace
}

/// Everything that is published about `report`.
pub(crate) fn bytes(report: &Report) -> String {
    let paths = Paths::default();
    let mut bytes = String::new();
    for lang in Lang::ALL {
        let subject = Subject { report, skipped: &[], paths: &paths, lang };
        let look = human::Look { color: true, unicode: false, width: 60 };
        bytes += &human::render(&subject, look);
        bytes += &(concise::render(&subject) + &json::render(&subject));
    }
    bytes
}

/// `report` can be published, and all its places are parts of their files.
pub(crate) fn assert_sound(report: &Report) {
    let _ = bytes(report);
    report.findings.iter().for_each(|finding| assert_places(report, finding, "edited"));
}
