//! Suppressions: findings that a comment in the program accepts, and comments that accept none.

use std::collections::BTreeSet;

use crate::engine::Suppressed;
use crate::engine::cover::{Covers, Place};
use crate::engine::weight::Weights;
use crate::finding::{Finding, RuleId};
use crate::rules::unused_suppression::{Fault, unused};
use crate::rules::{Findings, RULES, unknown_rule, unused_suppression};
use crate::source::FileId;
use crate::syntax::File;
use crate::syntax::directive::Directive;

/// What decides about suppressions.
pub(super) struct Judge<'a> {
    pub(super) files: &'a [File],
    /// Whether each file is none of the program's own code.
    pub(super) libraries: &'a [bool],
    /// The rules that ran, and so may have found what a comment accepts.
    pub(super) ran: BTreeSet<RuleId>,
    /// What rules weigh; one that is off in a file did not run there.
    pub(super) weights: &'a Weights<'a>,
    /// The day; without it none expires.
    pub(super) today: Option<&'a str>,
}

impl Judge<'_> {
    /// The findings that no comment accepts, those about the comments themselves included, and
    /// those that one accepts.
    ///
    /// A comment without a reason, or with a day that is over or none, accepts nothing.
    pub(super) fn judge(&self, findings: Vec<Finding>) -> (Vec<Finding>, Vec<Suppressed>) {
        let is_valid = |it: &Directive| self.is_valid(it);
        let covers = Covers::new(self.files, is_valid);
        let mut used = BTreeSet::new();
        let mut kept = Vec::new();
        let mut suppressed = Vec::new();
        let mut sort = |findings: Vec<Finding>, used: &mut BTreeSet<(Place, RuleId)>| {
            let accepted = covers.accepted(&findings);
            for (index, finding) in findings.into_iter().enumerate() {
                match accepted.by.get(&index) {
                    Some(place) => {
                        suppressed.push(Suppressed { finding, reason: self.reason(*place) });
                    }
                    None => kept.push(finding),
                }
            }
            used.extend(accepted.used);
        };
        sort(findings, &mut used);
        sort(self.unknown(), &mut used);
        let unused = self.unused(&used);
        sort(unused, &mut used);
        (kept, suppressed)
    }

    fn reason(&self, (file, number): Place) -> String {
        let directives = self.files.get(file).map(|file| &file.parsed.directives);
        let directive = directives.and_then(|all| all.get(number));
        directive.and_then(|it| it.reason.clone()).unwrap_or_default()
    }

    fn is_valid(&self, directive: &Directive) -> bool {
        directive.reason.is_some()
            && directive.wrong_day().is_none()
            && !self.has_expired(directive)
    }

    /// Days are written `YYYY-MM-DD`, so that the order of texts is the order of days.
    fn has_expired(&self, directive: &Directive) -> bool {
        match (&directive.until, self.today) {
            (Some((day, _)), Some(today)) => day.as_str() < today,
            _ => false,
        }
    }

    /// The comments in the program's own code.
    fn own(&self) -> impl Iterator<Item = (Place, &Directive)> {
        let files = self.files.iter().zip(self.libraries).enumerate();
        files.filter(|(_, (_, is_library))| !**is_library).flat_map(|(at, (file, _))| {
            let all = file.parsed.directives.iter().enumerate();
            all.map(move |(number, directive)| ((at, number), directive))
        })
    }

    /// What is to be said of names that no rule has.
    fn unknown(&self) -> Vec<Finding> {
        let rule = unknown_rule::RULE.id;
        let mut findings = Findings::new(rule);
        for ((file, _), directive) in self.own().filter(|_| self.ran.contains(&rule)) {
            for (name, at) in directive.rules.iter().filter(|(name, _)| !is_known(name)) {
                unknown_rule::report((FileId(file as u32), *at), name, &mut findings);
            }
        }
        findings.into_vec()
    }

    /// What is to be said of comments that accept nothing.
    fn unused(&self, used: &BTreeSet<(Place, RuleId)>) -> Vec<Finding> {
        let rule = unused_suppression::RULE.id;
        let mut findings = Findings::new(rule);
        for (place, directive) in self.own().filter(|_| self.ran.contains(&rule)) {
            let Some(fault) = self.fault(place, directive, used) else { continue };
            let text = &self.files[place.0].text;
            unused(FileId(place.0 as u32), text, directive, &fault, &mut findings);
        }
        findings.into_vec()
    }

    fn fault<'d>(
        &self,
        place: Place,
        directive: &'d Directive,
        used: &BTreeSet<(Place, RuleId)>,
    ) -> Option<Fault<'d>> {
        if directive.rules.is_empty() {
            return Some(Fault::NoRule);
        }
        let can_be_judged = directive.rules.iter().all(|(name, _)| is_known(name));
        if can_be_judged && directive.reason.is_none() {
            return Some(Fault::NoReason);
        }
        if let Some((day, at)) = directive.wrong_day().filter(|_| can_be_judged) {
            return Some(Fault::NoDay(day, at));
        }
        if can_be_judged && self.has_expired(directive) {
            let (day, at) = directive.until.as_ref()?;
            return Some(Fault::Expired(day, *at));
        }
        let is_unused = |name: &str| {
            let ran = self.ran.iter().find(|rule| rule.0 == name);
            ran.is_some_and(|rule| {
                *rule != unused_suppression::RULE.id
                    && !used.contains(&(place, *rule))
                    && self.weights.of(*rule, &self.files[place.0].path).is_some()
            })
        };
        let unused: Vec<usize> = directive
            .rules
            .iter()
            .enumerate()
            .filter(|(_, (name, _))| is_unused(name))
            .map(|(at, _)| at)
            .collect();
        (self.is_valid(directive) && !unused.is_empty()).then_some(Fault::Unmatched(unused))
    }
}

fn is_known(name: &str) -> bool {
    RULES.iter().any(|rule| rule.id.0 == name)
}
