//! Reports in every format.

use consentlint::engine::Report;
use consentlint::report::baseline::Baseline;
use consentlint::report::{self, Lang, Paths, Skipped, Subject, human};
use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::Value;

/// `report` can be published: what is JSON or XML can be read, no control character reaches a
/// terminal, and a baseline of it accepts all of it.
///
/// The size of the program chooses which of the formats are tried beside JSON, and the language.
pub fn assert_published(report: &Report) {
    let size: usize = report.files.iter().map(|file| file.text.len()).sum();
    let lang = Lang::ALL[size / 5 % Lang::ALL.len()];
    let paths = Paths::default();
    let skipped = [Skipped { path: "a.js".to_owned(), reason: "no file".to_owned() }];
    let subject = Subject { report, skipped: &skipped, paths: &paths, lang };
    let document = assert_json(&report::json::render(&subject));
    let listed = document["findings"].as_array().expect("a list").len();
    assert_eq!(listed, report.findings.len());
    match size % 5 {
        0 => assert_shown(&subject),
        1 => drop(assert_json(&report::sarif::render(&subject))),
        2 => assert_for_machines(&subject),
        3 => assert_for_github(&subject),
        _ => assert_accepted(report),
    }
}

fn assert_for_machines(subject: &Subject<'_>) {
    report::json::lines(subject).lines().for_each(|line| drop(assert_json(line)));
    assert_json(&report::gitlab::render(subject));
    assert_xml(&report::junit::render(subject));
    let _ = report::html::render(subject);
}

fn assert_for_github(subject: &Subject<'_>) {
    let commands = report::github::render(subject);
    assert!(commands.lines().all(|line| line.starts_with("::")), "{commands}");
    let _ = report::github::summary::render(subject);
}

/// What goes to terminals is text: nothing in it acts on them.
fn assert_shown(subject: &Subject<'_>) {
    let colored = human::Look { color: true, unicode: true, width: 80 };
    let _ = human::render(subject, colored);
    for width in [20, 100] {
        let shown = human::render(subject, human::Look { color: false, unicode: false, width });
        assert_harmless(&shown);
    }
    assert_harmless(&report::concise::render(subject));
    assert_harmless(&report::statistics::render(subject, &[]));
    assert_harmless(&report::summary::line(subject));
    assert_harmless(&report::summary::skipped(subject));
}

/// There is no control character in `shown` but for line breaks.
pub fn assert_harmless(shown: &str) {
    let control = shown.chars().find(|it| it.is_control() && *it != '\n');
    assert!(control.is_none(), "{control:?} in {shown:?}");
}

fn assert_accepted(report: &Report) {
    let baseline = Baseline::of(report);
    assert_eq!(Baseline::parse(&baseline.render()).as_ref(), Ok(&baseline));
    let mut accepted = report.clone();
    let left = baseline.accept(&mut accepted);
    assert_eq!((accepted.findings.len(), left.count()), (0, 0));
}

/// The JSON that `text` is.
pub fn assert_json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn assert_xml(text: &str) {
    let mut reader = Reader::from_str(text);
    loop {
        match reader.read_event() {
            Ok(Event::Eof) => return,
            Ok(_) => {}
            Err(error) => panic!("{error}: {text}"),
        }
    }
}
