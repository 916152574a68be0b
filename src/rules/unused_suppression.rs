//! `unused-suppression`: a suppression comment that accepts nothing.

use crate::finding::{Edit, Fix, Message, RuleId, Safety};
use crate::rules::{Findings, Rule};
use crate::source::{FileId, FileSpan, Span};
use crate::syntax::directive::Directive;

/// The rule; the engine decides it where it matches suppressions with findings.
pub(crate) const RULE: Rule = Rule {
    id: RuleId("unused-suppression"),
    page: include_str!("../../rules/unused-suppression.md"),
    checks: &[],
};

/// Why a suppression accepts nothing.
pub(crate) enum Fault<'a> {
    /// It names no rule.
    NoRule,
    /// It lacks its reason.
    NoReason,
    /// Its day, written there, is none.
    NoDay(&'a str, Span),
    /// Its day, written there, is over.
    Expired(&'a str, Span),
    /// The rules of these numbers find nothing there.
    Unmatched(Vec<usize>),
}

/// Says that `directive`, in `file` with that `text`, accepts nothing.
pub(crate) fn unused(
    file: FileId,
    text: &str,
    directive: &Directive,
    fault: &Fault<'_>,
    findings: &mut Findings,
) {
    let (at, message) = match fault {
        Fault::NoRule => (directive.span, Message::new("no-rule")),
        Fault::NoReason => (directive.span, Message::new("no-reason")),
        Fault::NoDay(day, at) => (*at, Message::new("no-day").with("day", *day)),
        Fault::Expired(day, at) => (*at, Message::new("expired").with("day", *day)),
        Fault::Unmatched(rules) => {
            let unmatched: Vec<_> =
                rules.iter().filter_map(|number| directive.rules.get(*number)).collect();
            let Some((_, at)) = unmatched.first() else { return };
            let names: Vec<String> =
                unmatched.iter().map(|(name, _)| format!("`{name}`")).collect();
            let key = if is_behind(text, directive) { "behind" } else { "unmatched" };
            (*at, Message::new(key).with("rules", names.join(", ")))
        }
    };
    let fix = match fault {
        Fault::Unmatched(rules) if rules.len() < directive.rules.len() => {
            without(file, directive, rules)
        }
        _ => Some(removal(file, text, directive, fault)),
    };
    findings.report(FileSpan::new(file, at), message, Message::new("label")).fix(fix);
}

/// The removal of the comment, with its line where nothing else stands on it.
fn removal(file: FileId, text: &str, directive: &Directive, fault: &Fault<'_>) -> Fix {
    let (start, end) = (directive.span.start as usize, directive.span.end as usize);
    let before = text.get(..start).unwrap_or("");
    let after = text.get(end..).unwrap_or("");
    let indent = before.len() - before.trim_end_matches([' ', '\t']).len();
    let is_first = before.len() == indent || before.trim_end_matches([' ', '\t']).ends_with('\n');
    let blanks = after.len() - after.trim_start_matches([' ', '\t', '\r']).len();
    let rest = after.get(blanks..).unwrap_or("");
    let is_last = rest.is_empty() || rest.starts_with('\n');
    let start = if is_last { start - indent } else { start };
    let end = if is_last && is_first { end + blanks + usize::from(!rest.is_empty()) } else { end };
    let span = Span::new(start as u32, end as u32);
    // `return/* … */value`
    let is_word = |it: char| it.is_alphanumeric() || it == '_' || it == '$';
    let parts = before.ends_with(is_word) && after.starts_with(is_word);
    let replacement = if parts { " " } else { "" }.to_owned();
    // A comment without a reason, or a day, may only need one, and one behind a line another place.
    let safety = match fault {
        Fault::NoReason | Fault::NoRule | Fault::NoDay(..) => Safety::Suggested,
        Fault::Unmatched(_) if is_behind(text, directive) => Safety::Suggested,
        Fault::Expired(..) | Fault::Unmatched(_) => Safety::Safe,
    };
    Fix {
        title: Message::new("fix-comment"),
        safety,
        edits: vec![Edit { at: FileSpan::new(file, span), replacement }],
    }
}

/// Whether `directive` stands behind something on its line and ends it, as if it covered that.
fn is_behind(text: &str, directive: &Directive) -> bool {
    let (start, end) = (directive.span.start as usize, directive.span.end as usize);
    let before = text.get(..start).and_then(|it| it.rsplit('\n').next()).unwrap_or("");
    let after = text.get(end..).and_then(|it| it.split('\n').next()).unwrap_or("");
    let before = before.trim_start_matches('\u{feff}').trim();
    !directive.is_file && !before.is_empty() && after.trim().is_empty()
}

/// The list of rules without those of the numbers `unmatched`, which ascend.
fn without(file: FileId, directive: &Directive, unmatched: &[usize]) -> Option<Fix> {
    let (first, last) = (directive.rules.first()?, directive.rules.last()?);
    let list = Span::new(first.1.start, last.1.end);
    let until = directive.until.as_ref().map(|(_, at)| at.start);
    if until.is_some_and(|at| list.start <= at && at < list.end) {
        return None;
    }
    let numbered = directive.rules.iter().enumerate();
    let kept: Vec<&str> = numbered
        .filter(|(number, _)| unmatched.binary_search(number).is_err())
        .map(|(_, (name, _))| name.as_str())
        .collect();
    let right = kept.join(", ");
    Some(Fix {
        title: Message::new("fix-write").with("right", right.as_str()),
        safety: Safety::Safe,
        edits: vec![Edit { at: FileSpan::new(file, list), replacement: right }],
    })
}
