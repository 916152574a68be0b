//! What is wrong with a `consentlint.toml`, with its place.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::shape::{self, Entry, KEYS, Key, Names, Shape};
use super::{extension, globs, nearest};
use crate::source::Span;

/// The number of known names that a message lists where none is near.
const FEW: usize = 12;

/// What is wrong with a `consentlint.toml`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// Where.
    pub at: Span,
    /// What, lower case, with the nearest name where something is misspelt.
    pub text: String,
    /// Whether the file holds all the same.
    pub is_warning: bool,
}

/// All that is wrong with `table`, by place.
pub(super) fn mistakes(table: &DeTable<'_>, rules: &[&str]) -> Vec<Mistake> {
    let mut verifier = Verifier { rules, mistakes: Vec::new() };
    verifier.keys(KEYS, table, "");
    verifier.purposes(table);
    verifier.mistakes.sort_by_key(|mistake| mistake.at);
    verifier.mistakes
}

/// The span of `range`; a file is never as long as 4 GiB.
pub(super) fn span(range: Range<usize>) -> Span {
    let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    Span::new(offset(range.start), offset(range.end))
}

struct Verifier<'a> {
    rules: &'a [&'a str],
    mistakes: Vec<Mistake>,
}

impl Verifier<'_> {
    /// Looks at a table that may have `keys`; `place` says where, after a key's name.
    fn keys(&mut self, keys: &[Key], table: &DeTable<'_>, place: &str) {
        let names: Vec<&str> = keys.iter().map(|key| key.name).collect();
        for (name, value) in table {
            let at = span(name.span());
            match keys.iter().find(|key| key.name == name.get_ref()) {
                Some(key) => self.value(key, span(value.span()), value.get_ref()),
                None => self.unknown(at, "key", name.get_ref(), place, &names),
            }
        }
    }

    fn value(&mut self, key: &Key, at: Span, value: &DeValue<'_>) {
        let is_empty = matches!(value, DeValue::Array(items) if items.is_empty());
        if !self.fits(key.name, &key.shape, at, value) {
            self.error(at, format!("`{}` is {}", key.name, key.is));
        } else if key.is_required && is_empty {
            self.error(at, format!("`{}` is empty", key.name));
        }
    }

    /// Whether `value`, which is called `name`, is of that shape. What is wrong inside is noted.
    fn fits(&mut self, name: &str, shape: &Shape, at: Span, value: &DeValue<'_>) -> bool {
        match (shape, value) {
            (Shape::Flag, DeValue::Boolean(_)) => {}
            (Shape::Text, DeValue::String(text)) => {
                if text.trim().is_empty() {
                    self.error(at, format!("`{}` is blank", short(name)));
                }
            }
            (Shape::Name(names), DeValue::String(text)) => self.known(at, text, names),
            (Shape::File, DeValue::String(path)) => self.file(name, at, path),
            (Shape::Texts, DeValue::Array(items)) => {
                self.texts(items, "name", |this, at, text| {
                    if text.trim().is_empty() {
                        this.error(at, "a name is not blank".to_owned());
                    }
                });
            }
            (Shape::Names(names), DeValue::Array(items)) => {
                self.texts(items, names.noun, |this, at, name| this.known(at, name, names));
            }
            (Shape::Globs, DeValue::Array(items)) => {
                self.texts(items, "glob", |this, at, glob| {
                    if let Some(fault) = globs::fault(glob) {
                        this.error(at, format!("the glob `{}` {fault}", short(glob)));
                    }
                });
            }
            (Shape::Levels, DeValue::Table(levels)) => self.levels(levels),
            (Shape::Table(keys), DeValue::Table(table)) => self.keys(keys, table, ""),
            (Shape::Map(entry), DeValue::Table(table)) => self.entries(entry, table),
            (Shape::Tables(keys, one_of), DeValue::Array(tables)) => {
                return self.tables(name, keys, one_of, tables);
            }
            _ => return false,
        }
        true
    }

    fn entries(&mut self, entry: &Entry, table: &DeTable<'_>) {
        for (name, value) in table {
            let at = span(value.span());
            if !self.fits(name.get_ref(), &entry.shape, at, value.get_ref()) {
                self.error(at, format!("{} is {}", entry.noun, entry.is));
            }
        }
    }

    /// Purposes are those of scopes that a wallet has or the file adds. What the file builds on
    /// may add others.
    fn purposes(&mut self, table: &DeTable<'_>) {
        let members = |name: &str| match table.get(name).map(|value| value.get_ref()) {
            Some(DeValue::Table(members)) => Some(members),
            _ => None,
        };
        let own = members("scopes").into_iter().flatten().map(|(name, _)| name.get_ref().as_ref());
        let known: Vec<&str> = extension::scopes().into_iter().chain(own).collect();
        let is_warning = table.contains_key("extends");
        for (scope, _) in members("purposes").into_iter().flatten() {
            if !known.contains(&scope.get_ref().as_ref()) {
                self.unknown(span(scope.span()), "scope", scope.get_ref(), "", &known);
                self.weigh_last(is_warning);
            }
        }
    }

    /// Looks at each text of a list.
    fn texts(
        &mut self,
        items: &[toml::Spanned<DeValue<'_>>],
        noun: &str,
        look: impl Fn(&mut Self, Span, &str),
    ) {
        for item in items {
            let at = span(item.span());
            match item.get_ref() {
                DeValue::String(text) => look(self, at, text),
                _ => self.error(at, format!("a {noun} is text in quotes")),
            }
        }
    }

    /// Whether the list is one of tables; what is wrong in them is noted.
    fn tables(
        &mut self,
        name: &str,
        keys: &[Key],
        one_of: &[&str],
        tables: &[toml::Spanned<DeValue<'_>>],
    ) -> bool {
        for table in tables {
            let DeValue::Table(members) = table.get_ref() else { return false };
            let at = span(table.span());
            self.keys(keys, members, &format!(" in `[[{name}]]`"));
            for missing in keys.iter().filter(|it| it.is_required && !members.contains_key(it.name))
            {
                self.error(at, format!("`[[{name}]]` without `{}`", missing.name));
            }
            if !one_of.is_empty() && !one_of.iter().any(|it| members.contains_key(*it)) {
                self.error(at, format!("`[[{name}]]` needs one of `{}`", one_of.join("`, `")));
            }
        }
        true
    }

    fn file(&mut self, key: &str, at: Span, path: &str) {
        let is_absolute = path.starts_with(['/', '\\']) || path.get(1..2) == Some(":");
        if path.contains("://") || is_absolute {
            self.error(at, format!("`{key}` is a relative path"));
        } else if path.contains('\\') {
            self.error(at, format!("`{key}` divides folders by `/` on every system"));
        } else if !path.ends_with(".toml") {
            self.error(at, format!("`{key}` names a `.toml` file"));
        }
    }

    /// A rule that does not exist cannot be switched on; to switch it off is harmless.
    fn levels(&mut self, levels: &DeTable<'_>) {
        for (rule, level) in levels {
            let at = span(level.span());
            let is_off = match level.get_ref() {
                DeValue::String(name) => {
                    self.known(at, name, &Names { noun: "level", all: shape::levels });
                    name == "off"
                }
                _ => {
                    let levels = "\"error\", \"warning\", \"info\", \"off\"";
                    self.error(at, format!("a level is one of {levels}"));
                    false
                }
            };
            if !self.rules.contains(&rule.get_ref().as_ref()) {
                let rules = self.rules;
                self.unknown(span(rule.span()), "rule", rule.get_ref(), "", rules);
                self.weigh_last(is_off);
            }
        }
    }

    fn known(&mut self, at: Span, name: &str, names: &Names) {
        let all = (names.all)();
        if !all.contains(&name) {
            self.unknown(at, names.noun, name, "", &all);
        }
    }

    fn unknown(&mut self, at: Span, noun: &str, name: &str, place: &str, known: &[&str]) {
        let hint = match nearest(name, known.iter().copied()) {
            Some(meant) => format!("; did you mean `{meant}`?"),
            None if noun == "rule" => "; `consentlint rules` lists them all".to_owned(),
            None if self.rules.contains(&name) => "; rules stand below `[rules]`".to_owned(),
            None if known.len() <= FEW => format!("; known are `{}`", known.join("`, `")),
            None => String::new(),
        };
        self.error(at, format!("unknown {noun} `{}`{place}{hint}", short(name)));
    }

    fn weigh_last(&mut self, is_warning: bool) {
        if let Some(mistake) = self.mistakes.last_mut() {
            mistake.is_warning = is_warning;
        }
    }

    fn error(&mut self, at: Span, text: String) {
        self.mistakes.push(Mistake { at, text, is_warning: false });
    }
}

/// A name as a message repeats it.
pub(super) fn short(name: &str) -> String {
    let mut short: String = name.chars().filter(|it| !it.is_control()).take(60).collect();
    if short.len() < name.len() {
        short.push('…');
    }
    short
}
