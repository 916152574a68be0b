//! How reports look: the files in `testdata/_formats` hold what is written about its programs.
//!
//! `BLESS=1 cargo test` rewrites them.

use consentlint::config::Config;
use consentlint::engine::{Report, Workspace};
use consentlint::finding::{Finding, Fingerprint, Label, Message, RuleId, Severity};
use consentlint::report::{
    Lang, Paths, Skipped, Subject, concise, github, gitlab, html, human, json, junit, sarif,
    summary,
};
use consentlint::source::{FileId, FileSpan, LineIndex, RelPath, Span};

use serde_json::Value;

use crate::program;

const PLAIN: human::Look = human::Look { color: false, unicode: true, width: 100 };

/// One of the formats.
type Format = fn(&Subject<'_>) -> String;

const FORMATS: &[(&str, Lang, Format)] = &[
    ("human.en.txt", Lang::En, |it| human::render(it, PLAIN) + &summary::line(it)),
    ("human.zh.txt", Lang::Zh, |it| human::render(it, PLAIN) + &summary::line(it)),
    ("human.es.txt", Lang::Es, |it| human::render(it, PLAIN) + &summary::line(it)),
    ("concise.txt", Lang::En, concise::render),
    ("report.json", Lang::En, json::render),
    ("report.jsonl", Lang::Es, json::lines),
    ("report.sarif", Lang::Zh, |it| without_pages(&sarif::render(it))),
    ("github.txt", Lang::En, github::render),
    ("github.md", Lang::Zh, github::summary::render),
    ("gitlab.json", Lang::En, gitlab::render),
    ("junit.xml", Lang::Es, junit::render),
    ("report.html", Lang::Zh, html::render),
];

/// The rules that run, so that others can come without changing every format; one informs.
const ONLY: [&str; 7] = [
    "call-outside-authorize",
    "empty-on-error",
    "invalid-scope",
    "leaked-auth-code",
    "missing-on-error",
    "prompt-at-launch",
    "prompt-loop",
];

/// What is found in the programs.
fn found() -> Report {
    let config = Config {
        only: ONLY.map(str::to_owned).to_vec(),
        levels: [("prompt-loop".to_owned(), Some(Severity::Info))].into(),
        ..Config::default()
    };
    program::load(&program::testdata().join("_formats/programs")).check(&config)
}

/// `report` about programs in the working directory.
fn write(report: &Report, lang: Lang, format: Format) -> String {
    let skipped =
        [Skipped { path: "tienda/dist.js".to_owned(), reason: "cannot be read".to_owned() }];
    let paths = Paths::new("/work", "/work");
    format(&Subject { report, skipped: &skipped, paths: &paths, lang })
}

/// A SARIF log without the texts of the rules' pages, which others than this test look after.
fn without_pages(log: &str) -> String {
    let read: Value = serde_json::from_str(log).expect("SARIF is JSON");
    let rules = read["runs"][0]["tool"]["driver"]["rules"].as_array().expect("rules");
    let texts = ["/fullDescription/text", "/help/text", "/help/markdown"];
    let texts = rules.iter().flat_map(|rule| texts.map(|text| rule.pointer(text)));
    texts.flatten().fold(log.to_owned(), |log, text| log.replace(&text.to_string(), "\"…\""))
}

#[test]
fn formats_look_as_agreed() {
    let folder = program::testdata().join("_formats");
    let report = found();
    for (name, lang, format) in FORMATS {
        program::assert_golden(&folder.join(name), &write(&report, *lang, *format));
    }
}

#[test]
fn json_is_what_its_schema_says() {
    let read = |text: &str| serde_json::from_str::<Value>(text).expect("JSON");
    let report = found();
    let schema = read(&json::schema());
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let document = read(&write(&report, Lang::En, json::render));
    let faults: Vec<String> = validator.iter_errors(&document).map(|it| it.to_string()).collect();
    assert!(faults.is_empty(), "{faults:#?}");
    assert!(!validator.is_valid(&read("{\"version\": 1}")));
    let lines = write(&report, Lang::En, json::lines);
    let mut lines: Vec<Value> = lines.lines().map(read).collect();
    let mut joined = lines.pop().expect("the last line");
    joined["findings"] = lines.into();
    assert_eq!(joined, document);
}

#[test]
fn github_is_told_what_it_hides() {
    let mut report = report("a.js", "my.x()", "my.x");
    let finding = report.findings[0].clone();
    for (count, told) in [(10, false), (11, true)] {
        report.findings = vec![Finding { severity: Severity::Error, ..finding.clone() }; count];
        report.findings.insert(0, finding.clone());
        let text = write(&report, Lang::En, github::render);
        assert_eq!(text.contains("GitHub shows 10 of 11 errors here"), told, "{text}");
        assert!(text.starts_with("::error "), "{text}");
        assert_eq!(text.lines().count(), count + 2 + usize::from(told), "{text}");
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
        let skipped = [Skipped { path: evil.to_owned(), reason: evil.to_owned() }];
        let subject = Subject { report: &report, skipped: &skipped, paths: &paths, lang: Lang::En };
        let formats = FORMATS.iter().map(|(_, _, format)| format(&subject));
        for text in formats.chain([human::render(&subject, look), sarif::render(&subject)]) {
            let is_evil = |it: char| {
                it != '\n' && (it.is_control() || "\u{202e}\u{200b}\u{feff}".contains(it))
            };
            assert!(!text.contains(is_evil), "{text:?}");
        }
    }
}

#[test]
fn nothing_in_a_program_becomes_markup() {
    let evil = "<script>\"'&]]> | </code>my.x";
    let mut report = report("<img onerror=\"x\">.js", evil, "my.x");
    report.findings[0].message = Message::new("`<script>` ]]> \" | </td>");
    let skipped = [Skipped { path: evil.to_owned(), reason: evil.to_owned() }];
    let paths = Paths::default();
    let subject = Subject { report: &report, skipped: &skipped, paths: &paths, lang: Lang::En };
    for render in [html::render, junit::render, github::summary::render] {
        let text = render(&subject);
        for tag in ["<script", "<img", "</td", "]]>", "\"x\""] {
            assert!(!text.contains(tag), "{tag}: {text}");
        }
    }
    let rows = github::summary::render(&subject);
    let row = rows.lines().find(|line| line.contains("a-rule")).expect("a row");
    assert_eq!(row.matches('|').count(), 4, "{row}");
}

#[test]
fn a_bundle_of_one_line_is_cut_around_the_place() {
    let bundle = format!("{}my.getOpenUserInfo(){}", "var a=1;".repeat(2500), ";b()".repeat(2500));
    let text = write(&report("dist/bundle.js", &bundle, "my.getOpenUserInfo"), Lang::En, |it| {
        human::render(it, PLAIN)
    });
    assert!(text.contains("[dist/bundle.js:1:20001]"), "{text}");
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
        assert!(shown.contains(&format!("[a.js:{}:{}]", end.line, end.column)), "{shown}");
        assert!(shown.contains("╰── here"), "{shown}");
    }
}
