//! Suppression comments in a program.

use std::collections::BTreeSet;
use std::sync::Arc;

use consentlint::config::Config;
use consentlint::engine::Report;
use consentlint::finding::Finding;
use consentlint::source::{FileKind, RelPath};
use consentlint::syntax::directive::{Directive, KEYWORD};

use crate::check::assert_checked;
use crate::program::{Texts, texts};

const PROGRAM: &str = include_str!("../programs/suppressions.txt");

/// Where comments may stand in the program.
const PLACE: &str = "%%";

/// The day on which comments are judged.
const TODAY: &str = "2027-06-15";

/// What comments themselves are blamed for.
const OF_COMMENTS: [&str; 2] = ["unknown-rule", "unused-suppression"];

/// Rule, file, and the byte it begins at.
type Place = (&'static str, RelPath, u32);

/// The program without its places for comments.
#[must_use]
pub fn program() -> Texts {
    texts(&PROGRAM.replace(PLACE, ""))
}

/// Each line of `input` is what a comment says behind its keyword, in the first place, the second
/// and so on: what valid ones cover is accepted, and all else is reported as without comments.
pub fn assert_suppressed(input: &str) {
    let config = Config { today: Some(TODAY.to_owned()), ..Config::default() };
    let mut lines = input.lines();
    let commented: Vec<_> =
        texts(PROGRAM).into_iter().map(|(path, text)| commented(path, &text, &mut lines)).collect();
    let with: Texts = commented.iter().map(|it| (it.0.clone(), it.1.clone())).collect();
    let with = assert_checked(&with, &config);
    let moved = |(rule, path, start): Place| {
        let (_, _, added) =
            commented.iter().find(|it| it.0 == path).expect("a file of the program");
        let before = added.iter().take_while(|(at, _)| *at <= start);
        (rule, path, start + before.map(|(_, length)| length).sum::<u32>())
    };
    let without = assert_checked(&program(), &config);
    let found = without.findings.iter().map(|it| moved(place(&without, it)));
    let (accepted, kept): (BTreeSet<Place>, BTreeSet<Place>) =
        found.partition(|it| is_accepted(&with, it));
    let is_own = |it: &&Finding| !OF_COMMENTS.contains(&it.rule.0);
    let have = |findings: &mut dyn Iterator<Item = &Finding>| -> BTreeSet<Place> {
        findings.filter(is_own).map(|it| place(&with, it)).collect()
    };
    assert_eq!(have(&mut with.findings.iter()), kept);
    assert_eq!(have(&mut with.suppressed.iter().map(|it| &it.finding)), accepted);
}

/// `text` with `lines` as comments: its path, itself, and the places in the text without comments,
/// each with the bytes that were added there.
fn commented<'a>(
    path: RelPath,
    text: &str,
    lines: &mut impl Iterator<Item = &'a str>,
) -> (RelPath, Arc<str>, Vec<(u32, u32)>) {
    let is_template = FileKind::of(path.as_str()) == Some(FileKind::Template);
    let mut pieces = text.split(PLACE);
    let mut made = pieces.next().unwrap_or_default().to_owned();
    let (mut at, mut added) = (made.len(), Vec::new());
    for piece in pieces {
        let comment = lines.next().map(|line| comment(line, is_template)).unwrap_or_default();
        added.push((at as u32, comment.len() as u32));
        made = made + &comment + piece;
        at += piece.len();
    }
    (path, made.into(), added)
}

/// `line` behind the keyword, as a comment that ends where it should.
fn comment(line: &str, is_template: bool) -> String {
    let said = line.replace('>', "").replace("*/", "* /");
    match (is_template, said.len() % 3) {
        (true, 0) => format!("<!--{KEYWORD}{said}-->"),
        (true, _) => format!("<!-- {KEYWORD}{said} -->"),
        (false, 0) => format!("/**\n * {KEYWORD}{said}\n */"),
        (false, 1) => {
            format!("// {KEYWORD}{}\n", said.replace(['\r', '\u{2028}', '\u{2029}'], " "))
        }
        (false, _) => format!("/* {KEYWORD}{said} */"),
    }
}

/// Whether a valid comment of the file names the rule and covers the place.
fn is_accepted(report: &Report, (rule, path, start): &Place) -> bool {
    let file = report.files.iter().find(|file| file.path == *path).expect("a file of the program");
    file.parsed.directives.iter().any(|directive| {
        let is_over = directive.until.as_ref().is_some_and(|(day, _)| day.as_str() < TODAY);
        let is_named = directive.rules.iter().any(|(name, _)| name == rule);
        let is_valid = directive.reason.is_some() && directive.wrong_day().is_none() && !is_over;
        is_valid && is_named && covers(directive, *start)
    })
}

fn covers(directive: &Directive, start: u32) -> bool {
    directive.covers.is_some_and(|it| it.start <= start && start < it.end)
}

fn place(report: &Report, finding: &Finding) -> Place {
    let at = finding.primary.at;
    (finding.rule.0, report.files[at.file.index()].path.clone(), at.span.start)
}
