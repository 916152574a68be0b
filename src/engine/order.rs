//! The order of findings, decided once: path, place, rule.

use std::cmp::Ordering;

use crate::finding::Finding;

/// `findings` by path, place and rule; of equal ones the one with the shortest trace, as heavy as
/// the heaviest.
///
/// Ids of files follow the order of paths, so that an id stands for its path.
pub(super) fn ordered(mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.sort_by(compare);
    findings.dedup_by(|later, first| {
        let is_same = identity(later) == identity(first);
        if is_same {
            first.severity = first.severity.max(later.severity);
        }
        is_same
    });
    findings
}

/// Which of two findings comes first.
pub(super) fn compare(left: &Finding, right: &Finding) -> Ordering {
    key(left).cmp(&key(right))
}

fn identity(finding: &Finding) -> impl Ord {
    let Finding { rule, message, primary, .. } = finding;
    (primary.at, *rule, message.key, message.values.as_slice())
}

fn key(finding: &Finding) -> impl Ord {
    let steps: Vec<_> = finding.trace.iter().map(|step| (step.at, step.text.key)).collect();
    (identity(finding), steps.len(), steps)
}
