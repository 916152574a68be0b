//! The walk: hands every rule what it looks at.

use rayon::prelude::*;

use crate::finding::Finding;
use crate::rules::{Check, Context, Findings, Rule};
use crate::source::FileId;

/// All that `rules` find, in no particular order.
pub(super) fn findings(cx: &Context<'_>, rules: &[&Rule]) -> Vec<Finding> {
    // What looks at the whole program takes longest, and at the end no thread is to be left alone with it.
    let is_whole = |rule: &&Rule| rule.checks.iter().any(|it| matches!(it, Check::Program(_)));
    let mut rules = rules.to_vec();
    rules.sort_by_key(|rule| !is_whole(rule));
    rules.par_iter().flat_map_iter(|rule| of_rule(cx, rule)).collect()
}

fn of_rule(cx: &Context<'_>, rule: &Rule) -> Vec<Finding> {
    let mut found = Findings::new(rule.id);
    for check in rule.checks {
        match check {
            Check::File(check) => {
                (0..cx.files.len() as u32).for_each(|id| check(cx, FileId(id), &mut found));
            }
            Check::Unit(check) => {
                cx.project.units().for_each(|(id, _)| check(cx, id, &mut found));
            }
            Check::Button(check) => {
                cx.semantics.markup.buttons.iter().for_each(|it| check(cx, it, &mut found));
            }
            Check::Verdict(check) => {
                cx.semantics.verdicts.iter().for_each(|it| check(cx, it, &mut found));
            }
            Check::Site(check) => {
                cx.semantics.sites.iter().for_each(|it| check(cx, it, &mut found));
            }
            Check::Program(check) => check(cx, &mut found),
        }
    }
    found.into_vec()
}
