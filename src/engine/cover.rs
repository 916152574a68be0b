//! Which suppression comments cover which findings, for all of them at once: many comments that
//! cover many findings take about as long as few.

use std::collections::{BTreeMap, BTreeSet};

use crate::finding::{Finding, RuleId};
use crate::syntax::File;
use crate::syntax::directive::Directive;

/// A suppression comment: its file and its number there.
pub(super) type Place = (usize, usize);

/// What a comment covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Cover {
    from: u32,
    /// One behind the last byte; a cover that reaches the end of its file has none.
    to: u32,
    number: usize,
}

/// What comments cover, by file and rule, in the order of their beginnings.
pub(super) struct Covers<'a>(BTreeMap<(usize, &'a str), Vec<Cover>>);

/// What is accepted.
#[derive(Default)]
pub(super) struct Accepted {
    /// The first comment that accepts a finding, by the finding's index.
    pub(super) by: BTreeMap<usize, Place>,
    /// All comments that accept a finding, with its rule.
    pub(super) used: BTreeSet<(Place, RuleId)>,
}

impl<'a> Covers<'a> {
    /// What those comments in `files` cover that `is_valid`.
    pub(super) fn new(files: &'a [File], is_valid: impl Fn(&Directive) -> bool) -> Self {
        let mut covers = BTreeMap::<_, Vec<Cover>>::new();
        for (at, file) in files.iter().enumerate() {
            let all = file.parsed.directives.iter().enumerate();
            for (number, directive) in all.filter(|(_, directive)| is_valid(directive)) {
                let Some(span) = directive.covers else { continue };
                // A finding at the very end of a file belongs to what ends there.
                let is_last = span.end as usize >= file.text.len();
                let to = if is_last { u32::MAX } else { span.end };
                let cover = Cover { from: span.start, to, number };
                for (rule, _) in &directive.rules {
                    covers.entry((at, rule.as_str())).or_default().push(cover);
                }
            }
        }
        covers.values_mut().for_each(|covers| covers.sort_unstable());
        Self(covers)
    }

    /// Which of `findings` are accepted. A finding belongs to what it starts in.
    pub(super) fn accepted(&self, findings: &[Finding]) -> Accepted {
        let mut groups = BTreeMap::<_, Vec<(u32, usize)>>::new();
        for (index, finding) in findings.iter().enumerate() {
            let at = finding.primary.at;
            groups.entry((at.file.index(), finding.rule)).or_default().push((at.span.start, index));
        }
        let mut accepted = Accepted::default();
        for ((file, rule), mut group) in groups {
            let Some(covers) = self.0.get(&(file, rule.0)) else { continue };
            group.sort_unstable();
            for cover in covers {
                let next = group.partition_point(|(start, _)| *start < cover.from);
                if group.get(next).is_some_and(|(start, _)| *start < cover.to) {
                    accepted.used.insert(((file, cover.number), rule));
                }
            }
            let first = first(covers, &group);
            accepted.by.extend(first.map(|(index, number)| (index, (file, number))));
        }
        accepted
    }
}

/// The first comment over each of `starts`, which ascend.
fn first(covers: &[Cover], starts: &[(u32, usize)]) -> impl Iterator<Item = (usize, usize)> {
    let mut coming = covers.iter().peekable();
    let mut open = BTreeSet::new();
    starts.iter().filter_map(move |(start, index)| {
        while let Some(cover) = coming.next_if(|cover| cover.from <= *start) {
            open.insert((cover.number, cover.to));
        }
        while open.first().is_some_and(|(_, to)| to <= start) {
            open.pop_first();
        }
        open.first().map(|(number, _)| (*index, *number))
    })
}
