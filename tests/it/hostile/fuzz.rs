//! Edited texts of `testdata`, by chance: `FUZZ=600 cargo test --release --test it --
//! hostile::fuzz --nocapture` goes on for that many seconds; otherwise a few hundred are tried.

use std::collections::BTreeMap;
use std::panic::{self, AssertUnwindSafe};
use std::time::{Duration, Instant};

use consentlint::config::{self, Config};
use consentlint::engine::{Wanted, Workspace};
use consentlint::rules::catalog;
use consentlint::source::{FileKind, RelPath};
use consentlint::syntax;

use crate::properties::Random;
use crate::robust::{Texts, assert_sound, every_program, workspace};
use crate::sound::assert_parsed;

/// How many texts are tried where nothing else is asked for.
const TRIED: usize = 300;

/// A text takes no longer than this, in a build without optimizations.
const LONGEST: Duration = Duration::from_secs(20);

const CONFIG: &str = "profiles = ['gcash']\nexclude = ['dist/**']\n[rules]\nmissing-scope = 'off'\n[scopes.x]\nasks = true\n[[components]]\nlibrary = 'ui'\nnames = ['b']\nauth-button = true\n";

#[test]
fn edited_texts_are_read_checked_and_fixed() {
    let seconds = std::env::var("FUZZ").ok().and_then(|it| it.parse().ok());
    let end = seconds.map(|seconds| Instant::now() + Duration::from_secs(seconds));
    let seed = std::env::var("SEED").ok().and_then(|it| it.parse().ok()).unwrap_or(1);
    let (mut random, programs) = (Random(seed), every_program());
    let mut tried: BTreeMap<&str, usize> = BTreeMap::new();
    while end.map_or(tried.values().sum::<usize>() < TRIED, |end| Instant::now() < end) {
        let (case, texts) = &programs[random.below(programs.len())];
        if texts.is_empty() {
            continue;
        }
        let at = random.below(texts.len());
        let mut edited = texts[at].1.to_string();
        for _ in 0..=random.below(4) {
            edited = random.edited(&edited);
        }
        let (target, work): (_, fn(&Texts, usize, &str)) = match random.below(20) {
            0 => ("fixer", fixes),
            1..4 => ("check", checks),
            4 => ("configuration", |_, _, text| configures(text)),
            _ => ("parsers", parses),
        };
        let text = if target == "configuration" { random.edited(CONFIG) } else { edited };
        let start = Instant::now();
        let done = panic::catch_unwind(AssertUnwindSafe(|| work(texts, at, &text)));
        let path = &texts[at].0;
        assert!(done.is_ok(), "{target}: {case}/{path} as {text:?}");
        assert!(start.elapsed() < LONGEST, "{target}: {case}/{path} is slow as {text:?}");
        *tried.entry(target).or_default() += 1;
    }
    println!("{tried:?}");
}

fn parses(texts: &Texts, at: usize, text: &str) {
    if let Some(kind) = FileKind::of(texts[at].0.as_str()) {
        assert_parsed(&syntax::parse(kind, text), text);
    }
}

fn edited(texts: &Texts, at: usize, text: &str) -> Workspace {
    let mut edited = workspace(texts, 1);
    edited.set(texts[at].0.clone(), text);
    edited
}

fn checks(texts: &Texts, at: usize, text: &str) {
    assert_sound(&edited(texts, at, text).check(&Config::default()));
}

fn fixes(texts: &Texts, at: usize, text: &str) {
    assert_fixed(&mut edited(texts, at, text));
}

/// Fixed texts can be read as well as before, and fixing them again changes nothing.
pub(super) fn assert_fixed(workspace: &mut Workspace) {
    let wanted = Wanted { suggested: true, shows: &|_| true, may_change: &|_, _| true };
    let fixed = workspace.fix(&Config::default(), &wanted);
    for change in &fixed.changes {
        let problems = |text: &str| problems(&change.path, text);
        assert!(problems(&change.after) <= problems(&change.before), "{}", change.after);
    }
    let again = workspace.fix(&Config::default(), &wanted);
    assert!(again.changes.is_empty(), "a second run fixes more: {:?}", again.changes);
}

/// Broken texts that were fixed again and again.
#[test]
fn broken_tags_are_not_fixed() {
    let button = "<button open-type='getAuthorize' scope='userIn>\n<b c='>Ayuda</b>\n";
    for template in [button.to_owned(), button.replace("scope=", "onError=")] {
        let texts: Texts = [
            ("app.json", "{\"pages\": [\"a\"]}"),
            ("a.js", "Page({ onAuthError() {} });"),
            ("a.axml", template.as_str()),
        ]
        .into_iter()
        .map(|(path, text)| (RelPath::new(path), text.into()))
        .collect();
        fixes(&texts, 2, &template);
    }
}

fn problems(path: &RelPath, text: &str) -> usize {
    FileKind::of(path.as_str()).map_or(0, |kind| syntax::parse(kind, text).problems.len())
}

fn configures(text: &str) {
    let rules: Vec<&str> = catalog::pages().map(|page| page.id.0).collect();
    if let Err(mistakes) = config::parse(text, &rules) {
        assert!(mistakes.iter().all(|it| text.get(it.at.start as usize..).is_some()));
    }
}
