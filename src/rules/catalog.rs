//! The catalogue: what the rules' pages say, by rule, and sentences put into words.

use std::collections::BTreeMap;
use std::sync::{LazyLock, OnceLock};

use crate::finding::{Message, RuleId};
use crate::rules::{RULES, Rule, page};

pub use super::page::{Head, Lang, Page, Words};

/// Sentences that several rules share, steps of traces above all.
const STEPS: &str = include_str!("../../rules/data/steps.toml");

/// What is said of a line that the user asks about.
const EXPLAIN: &str = include_str!("../../rules/data/explain.toml");

/// The pages that were asked for.
static PAGES: LazyLock<BTreeMap<RuleId, OnceLock<Page>>> =
    LazyLock::new(|| RULES.iter().map(|rule| (rule.id, OnceLock::new())).collect());

static HEADS: LazyLock<BTreeMap<RuleId, Head>> = LazyLock::new(|| {
    let head = |rule: &&Rule| page::head(rule.page).unwrap_or_else(|_| Head::unread());
    RULES.iter().map(|rule| (rule.id, head(rule))).collect()
});

static SHARED: LazyLock<BTreeMap<String, Words>> =
    LazyLock::new(|| [STEPS, EXPLAIN].into_iter().flat_map(table).collect());

/// The sentences of one file.
fn table(text: &str) -> BTreeMap<String, Words> {
    toml::from_str(text).unwrap_or_default()
}

/// All pages, by rule.
pub fn pages() -> impl Iterator<Item = &'static Page> {
    PAGES.keys().filter_map(|rule| page(rule.0))
}

/// The page of `rule`; `None` for what is no rule.
#[must_use]
pub fn page(rule: &str) -> Option<&'static Page> {
    let rule = RULES.iter().find(|known| known.id.0 == rule)?;
    Some(PAGES.get(&rule.id)?.get_or_init(|| page::parse(rule.id, rule.page)))
}

/// The head of the page of `rule`: all that is to be known of a rule that says nothing.
#[must_use]
pub fn head(rule: RuleId) -> Option<&'static Head> {
    HEADS.get(&rule)
}

/// The sentences that belong to no single rule, by key.
#[must_use]
pub fn shared() -> &'static BTreeMap<String, Words> {
    &SHARED
}

/// Where the page of `rule` is published.
#[must_use]
pub fn url(rule: RuleId) -> String {
    format!("{}/blob/main/rules/{}.md", env!("CARGO_PKG_REPOSITORY"), rule.0)
}

/// The sentence `message` of `rule` in `lang`.
///
/// A key that is nowhere defined stands for itself and a placeholder without a value stays
/// as it is; [`gaps`] finds both.
#[must_use]
pub fn sentence(rule: RuleId, message: &Message, lang: Lang) -> String {
    said(words(rule, message.key), message, lang)
}

/// The sentence `message`, which belongs to no single rule, in `lang`.
#[must_use]
pub fn shared_sentence(message: &Message, lang: Lang) -> String {
    said(SHARED.get(message.key), message, lang)
}

fn said(words: Option<&Words>, message: &Message, lang: Lang) -> String {
    words.map_or_else(|| message.key.to_owned(), |words| fill(words.get(lang), message).0)
}

/// What to do about the finding of `rule` that says `message`, in `lang`.
///
/// The page's `messages.help-<key>` where it has one, else its `help`.
#[must_use]
pub fn help(rule: RuleId, message: &Message, lang: Lang) -> String {
    let Some(page) = page(rule.0) else { return String::new() };
    let variant = page.messages.get(&format!("help-{}", message.key));
    fill(variant.unwrap_or(&page.help).get(lang), message).0
}

/// What is wrong with the words for `message`: its key where that is nowhere defined, and
/// every placeholder it gives no value for, in any language.
#[must_use]
pub fn gaps(rule: RuleId, message: &Message) -> Vec<String> {
    let Some(words) = words(rule, message.key) else { return vec![message.key.to_owned()] };
    Lang::ALL.into_iter().flat_map(|lang| fill(words.get(lang), message).1).collect()
}

/// The `{placeholders}` of a sentence, as written.
#[must_use]
pub fn placeholders(sentence: &str) -> Vec<&str> {
    pieces(sentence).filter_map(|(_, name)| name).collect()
}

fn words(rule: RuleId, key: &str) -> Option<&'static Words> {
    page(rule.0).and_then(|page| page.messages.get(key)).or_else(|| SHARED.get(key))
}

/// The sentence with its values, and the placeholders that have none.
fn fill(sentence: &str, message: &Message) -> (String, Vec<String>) {
    let mut filled = String::with_capacity(sentence.len());
    let mut missing = Vec::new();
    for (text, name) in pieces(sentence) {
        filled.push_str(text);
        let Some(name) = name else { continue };
        match message.values.iter().find(|(known, _)| *known == name) {
            Some((_, value)) => filled.push_str(value),
            None => {
                filled.push('{');
                filled.push_str(name);
                filled.push('}');
                missing.push(format!("{{{name}}}"));
            }
        }
    }
    (filled, missing)
}

/// Cuts a sentence into plain text, each piece with the placeholder behind it.
fn pieces(sentence: &str) -> impl Iterator<Item = (&str, Option<&str>)> {
    let mut rest = Some(sentence);
    std::iter::from_fn(move || {
        let text = rest.take()?;
        let mut from = 0;
        while let Some(open) = text.get(from..).and_then(|tail| tail.find('{')) {
            let start = from + open;
            let name = text.get(start + 1..).and_then(|tail| tail.split_once('}'));
            if let Some((name, tail)) = name.filter(|(name, _)| is_name(name)) {
                rest = Some(tail);
                return Some((text.get(..start).unwrap_or(""), Some(name)));
            }
            from = start + 1;
        }
        Some((text, None))
    })
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_lowercase() || b"-_".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::{fill, placeholders};
    use crate::finding::Message;

    #[test]
    fn placeholders_are_filled_and_braces_kept() {
        let message = Message::new("x").with("api", "{name}").with("page", "a");
        for (sentence, want, missing) in [
            ("`{api}` runs", "`{name}` runs", 0),
            ("{page}{page}", "aa", 0),
            ("{{ok}} {", "{{ok}} {", 1),
            ("{ page } {page", "{ page } {page", 0),
            ("{other} of {page}", "{other} of a", 1),
        ] {
            let (filled, gaps) = fill(sentence, &message);
            assert_eq!((filled.as_str(), gaps.len()), (want, missing), "{sentence}");
        }
        assert_eq!(placeholders("{a} b {c-d} { }"), ["a", "c-d"]);
    }
}
