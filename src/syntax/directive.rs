//! Suppression comments: `consentlint-ignore RULE -- reason`.

use crate::source::Span;

/// What every suppression comment contains.
pub const KEYWORD: &str = "consentlint-ignore";

/// A suppression comment as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directive {
    /// The comment, delimiters included.
    pub span: Span,
    /// Whether it is `consentlint-ignore-file`.
    pub is_file: bool,
    /// The text it silences: the next statement, the next element's start tag, or the whole file.
    /// `None` where nothing follows.
    pub covers: Option<Span>,
    /// The rules as written, with their places.
    pub rules: Vec<(String, Span)>,
    /// The text after `--`; `None` where it is missing or empty.
    pub reason: Option<String>,
    /// The day of `until=`, as written (`YYYY-MM-DD`), with its place.
    pub until: Option<(String, Span)>,
}

impl Directive {
    /// The day of `until=` and its place, where it is none: `soon`, `2027-02-30`.
    #[must_use]
    pub fn wrong_day(&self) -> Option<(&str, Span)> {
        let (day, at) = self.until.as_ref()?;
        (!is_day(day)).then_some((day.as_str(), *at))
    }
}

/// Whether `text` is a day, written `YYYY-MM-DD`.
fn is_day(text: &str) -> bool {
    let is_written = |(at, byte): (usize, u8)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    };
    if text.len() != 10 || !text.bytes().enumerate().all(is_written) {
        return false;
    }
    let mut numbers = text.split('-').filter_map(|part| part.parse::<u32>().ok());
    let (year, month) = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let last = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u32::from(is_leap),
        _ => 0,
    };
    numbers.next().is_some_and(|day| (1..=last).contains(&day))
}

/// The suppression that `comment` is; `span` is its place, delimiters or not.
///
/// What it covers is for the caller to say.
#[must_use]
pub fn read(comment: &str, span: Span) -> Option<Directive> {
    let before = comment.len() - comment.trim_start_matches(is_frame).len();
    let body = comment.get(before..)?.strip_prefix(KEYWORD)?;
    let (is_file, words) = match body.strip_prefix("-file") {
        Some(words) => (true, words),
        None => (false, body),
    };
    if words.starts_with(|it: char| !(it.is_whitespace() || it == ':')) {
        return None;
    }
    let words = words.strip_suffix("-->").or(words.strip_suffix("*/")).unwrap_or(words);
    let (list, reason) = match words.split_once("--") {
        Some((list, reason)) => (list, Some(reason.trim())),
        None => (words, None),
    };
    let start = span.start + (comment.len() - body.len() + if is_file { 5 } else { 0 }) as u32;
    let mut directive = Directive {
        span,
        is_file,
        covers: None,
        rules: Vec::new(),
        reason: reason.filter(|it| !it.is_empty()).map(str::to_owned),
        until: None,
    };
    for (word, at) in split(list, start) {
        match word.strip_prefix("until=") {
            Some(day) => directive.until = Some((day.to_owned(), Span::new(at.start + 6, at.end))),
            None => directive.rules.push((word.to_owned(), at)),
        }
    }
    Some(directive)
}

/// The words of `list`, between commas and blanks, with their places; `list` begins at `start`.
fn split(list: &str, start: u32) -> impl Iterator<Item = (&str, Span)> {
    let mut at = start;
    list.split_inclusive(|it: char| it == ',' || it == ':' || it.is_whitespace()).filter_map(
        move |piece| {
            let from = at;
            at += piece.len() as u32;
            let word =
                piece.trim_end_matches(|it: char| it == ',' || it == ':' || it.is_whitespace());
            (!word.is_empty()).then(|| (word, Span::new(from, from + word.len() as u32)))
        },
    )
}

/// What stands before the first word of a comment.
fn is_frame(it: char) -> bool {
    it.is_whitespace() || matches!(it, '/' | '*' | '<' | '!' | '-')
}

#[cfg(test)]
mod tests {
    use super::{Directive, is_day, read};
    use crate::source::Span;

    #[test]
    fn directives_are_read_with_their_places() {
        for (comment, want) in [
            ("// consentlint-ignore a-b -- because", "a-b | because"),
            ("/* consentlint-ignore a-b,c -- why not */", "a-b c | why not"),
            ("<!-- consentlint-ignore a, b -- x -->", "a b | x"),
            ("<!--consentlint-ignore a-->", "a |"),
            (" consentlint-ignore a until=2027-03-01 -- x", "a until 2027-03-01 | x"),
            ("/* consentlint-ignore-file a -- x */", "file a | x"),
            ("// consentlint-ignore", "|"),
            ("// consentlint-ignore a --", "a |"),
            ("// consentlint-ignored a -- x", "none"),
            ("// see consentlint-ignore", "none"),
            ("/**\n * consentlint-ignore a -- 原因\n */", "a | 原因"),
        ] {
            let text = format!("é{comment}");
            let read = read(comment, Span::new(2, text.len() as u32));
            assert_eq!(read.map_or("none".to_owned(), |it| shown(&it, &text)), want, "{comment}");
        }
    }

    #[test]
    fn days_are_days_of_the_calendar() {
        for (text, want) in [
            ("2027-03-01", true),
            ("2028-02-29", true),
            ("2027-02-29", false),
            ("2100-02-29", false),
            ("2027-13-01", false),
            ("2027-00-10", false),
            ("2027-04-31", false),
            ("2027-04-00", false),
            ("2027-3-1", false),
            ("2027/03/01", false),
            ("03-01-2027", false),
            ("soon", false),
            ("", false),
            ("２０２7-1", false),
        ] {
            assert_eq!(is_day(text), want, "{text}");
        }
    }

    fn shown(directive: &Directive, text: &str) -> String {
        let mut parts = Vec::new();
        parts.extend(directive.is_file.then_some("file".to_owned()));
        for (rule, at) in &directive.rules {
            assert_eq!(at.of(text), rule);
            parts.push(rule.clone());
        }
        if let Some((day, at)) = &directive.until {
            assert_eq!(at.of(text), day);
            parts.push(format!("until {day}"));
        }
        parts.push("|".to_owned());
        parts.extend(directive.reason.clone());
        parts.join(" ")
    }
}
