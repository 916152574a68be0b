//! How reports look: the files beside `testdata/_formats/tienda` hold what is written about it.
//!
//! `BLESS=1 cargo test` rewrites them.

use consentlint::config::Config;
use consentlint::engine::{Report, Workspace};
use consentlint::finding::{Finding, Fingerprint, Label, Message, RuleId, Severity};
use consentlint::report::{Lang, Paths, Skipped, Subject, concise, human, json, summary};
use consentlint::source::{FileId, FileSpan, LineIndex, RelPath, Span};

use crate::program;

const PLAIN: human::Look = human::Look { color: false, unicode: true, width: 100 };

/// One of the formats.
type Format = fn(&Subject<'_>) -> String;

/// `report` about a program in the folder `tienda` of the working directory.
fn write(report: &Report, lang: Lang, format: Format) -> String {
    let skipped =
        [Skipped { path: "tienda/dist.js".to_owned(), reason: "cannot be read".to_owned() }];
    let paths = Paths::new("/work/tienda", "/work");
    format(&Subject { report, skipped: &skipped, paths: &paths, lang })
}

#[test]
fn formats_look_as_agreed() {
    let folder = program::testdata().join("_formats");
    let report = program::load(&folder.join("tienda")).check(&Config::default());
    let formats: [(&str, Lang, Format); 5] = [
        ("human.en.txt", Lang::En, |it| human::render(it, PLAIN) + &summary::line(it)),
        ("human.zh.txt", Lang::Zh, |it| human::render(it, PLAIN) + &summary::line(it)),
        ("human.es.txt", Lang::Es, |it| human::render(it, PLAIN) + &summary::line(it)),
        ("concise.txt", Lang::En, concise::render),
        ("report.json", Lang::En, json::render),
    ];
    for (name, lang, format) in formats {
        program::assert_golden(&folder.join(name), &write(&report, lang, format));
    }
}

/// A report with one finding at `place` of a file `text`.
fn report(path: &str, text: &str, place: &str) -> Report {
    let mut workspace = Workspace::new(Some(1));
    workspace.set(RelPath::new(path), text);
    let mut report = workspace.check(&Config::default());
    let start = text.find(place).expect("the place is there") as u32;
    let span = if place.is_empty() {
        text.len() as u32..text.len() as u32
    } else {
        start..start + place.len() as u32
    };
    let at = FileSpan::new(FileId(0), Span::new(span.start, span.end));
    let label = Label { at, text: Message::new("here \u{1b}[1m") };
    report.findings = vec![Finding {
        rule: RuleId("a-rule"),
        severity: Severity::Warning,
        message: Message::new("evil \u{1b}]0;title\u{7} message"),
        primary: label.clone(),
        trace: vec![label],
        fix: None,
        scope: None,
        is_secret: false,
        fingerprint: Fingerprint::default(),
    }];
    report
}

#[test]
fn nothing_in_a_program_reaches_the_terminal_as_it_is() {
    let evil = "授权\u{1b}[31m\u{202e}\r\n\tmy.x\u{9b}2J(\u{7}\u{200b})\u{feff}";
    for look in [PLAIN, human::Look { unicode: false, width: 40, ..PLAIN }] {
        let report = report("a\u{1b}[1m.js", evil, "my.x");
        let paths = Paths::default();
        let subject = Subject { report: &report, skipped: &[], paths: &paths, lang: Lang::En };
        for text in [human::render(&subject, look), concise::render(&subject)] {
            let is_evil = |it: char| {
                it != '\n' && (it.is_control() || "\u{202e}\u{200b}\u{feff}".contains(it))
            };
            assert!(!text.contains(is_evil), "{text:?}");
        }
    }
}

#[test]
fn a_bundle_of_one_line_is_cut_around_the_place() {
    let bundle = format!("{}my.getOpenUserInfo(){}", "var a=1;".repeat(2500), ";b()".repeat(2500));
    let text = write(&report("dist/bundle.js", &bundle, "my.getOpenUserInfo"), Lang::En, |it| {
        human::render(it, PLAIN)
    });
    assert!(text.contains("[tienda/dist/bundle.js:1:20001]"), "{text}");
    assert!(text.lines().all(|line| line.chars().count() <= 110), "{text}");
    let lines: Vec<&str> = text.lines().collect();
    let column = |needle: &str| {
        let line = lines.iter().find(|line| line.contains(needle)).expect("the line is shown");
        line.split(needle).next().map(|before| before.chars().count())
    };
    assert_eq!(column("my.getOpenUserInfo()"), column("─────────┬"), "{text}");
}

#[test]
fn a_place_at_the_end_of_a_file_is_shown() {
    for text in ["", "a\n", "a", "授权"] {
        let shown = write(&report("a.js", text, ""), Lang::En, |it| human::render(it, PLAIN));
        let end = LineIndex::new(text).position(text, text.len() as u32);
        assert!(shown.contains(&format!("[tienda/a.js:{}:{}]", end.line, end.column)), "{shown}");
        assert!(shown.contains("╰── here"), "{shown}");
    }
}
