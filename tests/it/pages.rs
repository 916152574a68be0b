//! The pages of the rules: each program under *Wrong* fires its rule, none under *Right* fires any.
//!
//! A program is a run of code blocks with a path behind their language; prose between blocks
//! begins another program. A `consentlint.toml` configures it. An `app.json` that is not shown lists `pages/index/index`, and a
//! page or component whose script is not shown has an empty one.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use consentlint::config::Config;
use consentlint::engine::{Report, Workspace};
use consentlint::finding::{Finding, Severity};
use consentlint::platform::{Platform, Range};
use consentlint::report::Lang;
use consentlint::rules::RULES;
use consentlint::rules::catalog::{self, Page};
use consentlint::source::RelPath;

use crate::program;

/// The files of a program, by path.
type Files = BTreeMap<String, String>;

#[test]
fn wrong_programs_fire_and_right_ones_do_not() {
    let mut faults = String::new();
    for page in catalog::pages() {
        let id = page.id.0;
        let (wrong, right) = (programs(page.body, "Wrong"), programs(page.body, "Right"));
        if wrong.is_empty() || right.is_empty() {
            let _ = writeln!(faults, "rules/{id}.md: needs a program under Wrong and Right");
        }
        for (number, files) in wrong.into_iter().enumerate() {
            let report = check(page, files);
            if !report.findings.iter().any(|finding| finding.rule == page.id) {
                let shown = program::rendered(&report, Lang::En);
                let _ =
                    writeln!(faults, "rules/{id}.md: wrong {}: does not fire\n{shown}", number + 1);
            }
        }
        for (number, files) in right.into_iter().enumerate() {
            let report = check(page, files);
            let is_fault = |it: &Finding| it.severity > Severity::Info || it.rule == page.id;
            if report.findings.iter().any(is_fault) {
                let shown = program::rendered(&report, Lang::En);
                let _ = writeln!(faults, "rules/{id}.md: right {}: fires\n{shown}", number + 1);
            }
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
    assert_eq!(catalog::pages().count(), RULES.len());
}

/// The report on a program, for wallets that the rule of `page` holds for.
fn check(page: &Page, mut files: Files) -> Report {
    let text = files.remove("consentlint.toml").unwrap_or_default();
    let settings = program::settings(&text, page.id.0);
    let mut workspace = Workspace::new(Some(1));
    let texts = completed(files).into_iter();
    workspace.set_all(texts.map(|(path, text)| (RelPath::new(&path), text.into())));
    let verbose = page.id.0 == "unresolved-reference";
    workspace.check(&Config {
        profiles: profiles(&page.profiles),
        extension: settings.extension(),
        purposes: settings.purposes,
        verbose,
        ..Config::default()
    })
}

/// None if the rule holds without any; else the first profile that it holds for.
fn profiles(range: &Range) -> Vec<String> {
    if Platform::default().holds(range) {
        return Vec::new();
    }
    let holds = |name: &&str| Platform::for_profiles(&[*name]).holds(range);
    Platform::profile_names().find(holds).map(str::to_owned).into_iter().collect()
}

/// `files` with what a page leaves out.
fn completed(mut files: Files) -> Files {
    let has_root = ["app.json", "plugin.json", "mini.project.json"];
    if !files.keys().any(|path| has_root.iter().any(|root| path.ends_with(root))) {
        files.insert("app.json".to_owned(), r#"{"pages":["pages/index/index"]}"#.to_owned());
    }
    let templates: Vec<String> =
        files.keys().filter_map(|path| path.strip_suffix(".axml")).map(str::to_owned).collect();
    for stem in templates {
        if files.contains_key(&format!("{stem}.js")) || files.contains_key(&format!("{stem}.ts")) {
            continue;
        }
        let config = files.get(&format!("{stem}.json"));
        let is_component = config.is_some_and(|config| config.contains("\"component\""));
        let script = if is_component { "Component({})" } else { "Page({})" };
        files.insert(format!("{stem}.js"), script.to_owned());
    }
    files
}

/// The programs of the section `heading`.
fn programs(body: &str, heading: &str) -> Vec<Files> {
    let mut programs = Vec::new();
    let mut files = Files::new();
    let mut lines = body.lines();
    let is_heading = |line: &str| line.strip_prefix("## ").is_some_and(|it| it.trim() == heading);
    let _ = lines.by_ref().find(|line| is_heading(line));
    while let Some(line) = lines.next() {
        if line.starts_with("## ") {
            break;
        }
        let Some(fence) = line.strip_prefix("```") else {
            if !line.trim().is_empty() {
                programs.push(std::mem::take(&mut files));
            }
            continue;
        };
        let block: Vec<&str> = lines.by_ref().take_while(|line| !line.starts_with("```")).collect();
        if let Some((_, path)) = fence.split_once(' ') {
            files.insert(path.trim().to_owned(), block.join("\n") + "\n");
        }
    }
    programs.push(files);
    programs.retain(|files| !files.is_empty());
    programs
}

#[test]
fn prose_divides_programs() {
    let body = "## Wrong\n\n```axml a.axml\n<a/>\n```\n\n```js a.js\n```\n\nAlso:\n\n```js b.js\nb\n```\n## Right\n```js c.js\n```\n";
    let names = |heading| {
        let names = |files: Files| files.into_keys().collect::<Vec<_>>().join(" ");
        programs(body, heading).into_iter().map(names).collect::<Vec<_>>()
    };
    assert_eq!(names("Wrong"), ["a.axml a.js", "b.js"]);
    assert_eq!(names("Right"), ["c.js"]);
}
