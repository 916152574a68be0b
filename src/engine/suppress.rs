//! Suppressions: findings that a comment in the program accepts.

use crate::finding::Finding;
use crate::source::Span;
use crate::syntax::File;
use crate::syntax::directive::Directive;

/// The findings that no comment accepts, and how many are accepted.
///
/// A comment without a reason or with a day that is over accepts nothing.
pub(super) fn unsuppressed(
    findings: Vec<Finding>,
    files: &[File],
    today: Option<&str>,
) -> (Vec<Finding>, usize) {
    let all = findings.len();
    let kept: Vec<Finding> =
        findings.into_iter().filter(|it| !is_suppressed(it, files, today)).collect();
    let suppressed = all - kept.len();
    (kept, suppressed)
}

fn is_suppressed(finding: &Finding, files: &[File], today: Option<&str>) -> bool {
    files.get(finding.primary.at.file.index()).is_some_and(|file| {
        let directives = &file.parsed.directives;
        directives
            .iter()
            .any(|it| is_valid(it, today) && names(it, finding) && covers(it, finding, file))
    })
}

/// Days are written `YYYY-MM-DD`, so that the order of texts is the order of days.
fn is_valid(directive: &Directive, today: Option<&str>) -> bool {
    let has_expired = match (&directive.until, today) {
        (Some((day, _)), Some(today)) => day.as_str() < today,
        _ => false,
    };
    directive.reason.is_some() && !has_expired
}

fn names(directive: &Directive, finding: &Finding) -> bool {
    directive.rules.iter().any(|(rule, _)| rule == finding.rule.0)
}

/// A finding belongs to what it starts in; one at the very end of a file, to what ends there.
fn covers(directive: &Directive, finding: &Finding, file: &File) -> bool {
    let start = finding.primary.at.span.start;
    let is_inside = |covered: Span| {
        let reaches_end = covered.end as usize >= file.text.len();
        covered.start <= start && (start < covered.end || reaches_end)
    };
    directive.covers.is_some_and(is_inside)
}
