//! `unknown-rule`: a suppression of a rule that does not exist.

use crate::config::nearest;
use crate::finding::{Fix, Message, RuleId, Safety};
use crate::rules::correction::writing;
use crate::rules::{Findings, RULES, Rule};
use crate::source::{FileId, FileSpan, Span};

/// The rule; the engine decides it where it matches suppressions with findings.
pub(crate) const RULE: Rule = Rule {
    id: RuleId("unknown-rule"),
    page: include_str!("../../rules/unknown-rule.md"),
    checks: &[],
};

/// Says that no rule is called `name`, which is written at `place`.
pub(crate) fn report(place: (FileId, Span), name: &str, findings: &mut Findings) {
    let at = FileSpan::new(place.0, place.1);
    let message = |key| Message::new(key).with("name", name);
    match nearest(name, RULES.iter().map(|rule| rule.id.0)) {
        Some(right) => {
            let message = message("near").with("right", right);
            let fix = correction(at, name, right);
            findings.report(at, message, Message::new("label")).fix(Some(fix));
        }
        None => {
            findings.report(at, message("unknown"), Message::new("label"));
        }
    }
}

fn correction(at: FileSpan, name: &str, right: &str) -> Fix {
    let is_spelling = name.replace('_', "-").eq_ignore_ascii_case(right);
    writing(at, right, if is_spelling { Safety::Safe } else { Safety::Suggested })
}
