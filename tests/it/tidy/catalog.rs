//! Each rule has a page, words in three languages, two cases that fire and two that nearly do.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use consentlint::platform::Platform;
use consentlint::report::Lang;
use consentlint::rules::RULES;
use consentlint::rules::catalog::{self, Words};

use super::sources;
use crate::{cases, program};

fn pages_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("rules")
}

/// The rules that have a page.
fn paged() -> BTreeSet<String> {
    let entries = fs::read_dir(pages_folder()).expect("rules can be read").flatten();
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    let stems = names.filter_map(|name| name.strip_suffix(".md").map(str::to_owned));
    stems.filter(|stem| stem != "README").collect()
}

fn assert_none(faults: Vec<String>) {
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn rules_are_listed_once_and_in_order() {
    assert!(RULES.is_sorted_by(|left, right| left.id < right.id));
}

#[test]
fn every_rule_has_its_page_and_every_page_its_rule() {
    let listed: BTreeSet<String> = RULES.iter().map(|rule| rule.id.0.to_owned()).collect();
    let paged = paged();
    let mut faults: Vec<String> = listed
        .symmetric_difference(&paged)
        .map(|id| format!("{id}: page or rule is missing"))
        .collect();
    for rule in RULES {
        let page = fs::read_to_string(pages_folder().join(format!("{}.md", rule.id.0)));
        if page.is_ok_and(|page| page != rule.page) {
            faults.push(format!("{}: embeds another page", rule.id.0));
        }
    }
    assert_none(faults);
}

#[test]
fn every_file_of_a_wallet_is_listed() {
    let entries = fs::read_dir(pages_folder().join("data/profiles")).expect("profiles can be read");
    let names = entries.flatten().filter_map(|entry| entry.file_name().into_string().ok());
    let files: BTreeSet<String> =
        names.filter_map(|name| Some(name.strip_suffix(".toml")?.to_owned())).collect();
    let listed: BTreeSet<String> = Platform::profile_names().map(str::to_owned).collect();
    assert_eq!(files, listed);
}

#[test]
fn pages_are_complete() {
    let mut faults = Vec::new();
    for page in catalog::pages() {
        let mut fault = |text: &str| faults.push(format!("rules/{}.md: {text}", page.id.0));
        if let Some(problem) = &page.problem {
            fault(problem);
            continue;
        }
        if page.sources.is_empty() {
            fault("no source");
        }
        if !page.body.trim_start().starts_with(&format!("# `{}`\n", page.id.0)) {
            fault("does not begin with its name");
        }
        let sentences = page.messages.iter().map(|(key, words)| (key.as_str(), words));
        for (key, words) in sentences.chain([("title", &page.title), ("help", &page.help)]) {
            mistakes(words).iter().for_each(|mistake| fault(&format!("{key}: {mistake}")));
        }
    }
    assert_none(faults);
}

#[test]
fn shared_sentences_are_complete() {
    assert!(!catalog::shared().is_empty());
    let mistakes = catalog::shared().iter().flat_map(|(key, words)| {
        mistakes(words).into_iter().map(move |mistake| format!("{key}: {mistake}"))
    });
    assert_none(mistakes.collect());
}

/// What is wrong with a sentence: a language missing, other placeholders, a capital or a final dot.
fn mistakes(words: &Words) -> Vec<String> {
    let names = |lang| catalog::placeholders(words.get(lang)).into_iter().collect::<BTreeSet<_>>();
    let mut mistakes = Vec::new();
    for lang in Lang::ALL {
        let (name, sentence) = (lang.as_str(), words.get(lang));
        if sentence.trim().is_empty() {
            mistakes.push(format!("{name} is empty"));
        }
        if sentence.ends_with(['.', '。']) || sentence.contains('\n') {
            mistakes.push(format!("{name} is more than a clause"));
        }
        if names(lang) != names(Lang::En) {
            mistakes.push(format!("{name} has other placeholders than en"));
        }
    }
    mistakes
}

#[test]
fn every_sentence_that_is_named_exists() {
    let mut faults = Vec::new();
    for source in sources::all() {
        let Some(below) = source.path.strip_prefix("src/") else { continue };
        let page = match below.split('/').collect::<Vec<_>>().as_slice() {
            ["rules", file] => catalog::page(&file.trim_end_matches(".rs").replace('_', "-")),
            ["syntax", ..] => catalog::page("syntax-error"),
            _ => None,
        };
        let is_known = |key: &str| {
            catalog::shared().contains_key(key)
                || page.is_some_and(|page| page.messages.contains_key(key))
        };
        for key in source.message_keys().into_iter().filter(|key| !is_known(key)) {
            faults.push(format!("{}: no words for `{key}`", source.path));
        }
    }
    assert_none(faults);
}

#[test]
fn every_rule_has_two_cases_that_fire_and_two_that_nearly_do() {
    let mut marked = BTreeMap::<String, BTreeMap<String, bool>>::new();
    for case in program::cases() {
        let (rule, name) = case.split_once('/').expect("`<rule>/<case>`");
        let fires = program::texts(&program::testdata().join(&case)).iter().any(|(path, text)| {
            let markers = cases::markers(path.as_str(), text);
            markers.iter().any(|marker| marker.place.2 == rule)
        });
        marked.entry(rule.to_owned()).or_default().insert(name.to_owned(), fires);
    }
    let mut faults = Vec::new();
    for (rule, (fires, does)) in
        RULES.iter().flat_map(|rule| [(rule, (true, "fire")), (rule, (false, "nearly fire"))])
    {
        let cases = marked.get(rule.id.0).into_iter().flat_map(BTreeMap::values);
        let count = cases.filter(|it| **it == fires).count();
        if count < 2 {
            faults.push(format!("testdata/{}: {count} of two cases {does}", rule.id.0));
        }
    }
    let is_rule = |folder: &str| RULES.iter().any(|rule| rule.id.0 == folder);
    for folder in marked.keys().filter(|it| *it != program::DEMO && !is_rule(it)) {
        faults.push(format!("testdata/{folder}: no such rule"));
    }
    assert_none(faults);
}
