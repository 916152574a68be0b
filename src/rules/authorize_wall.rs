//! `authorize-wall`: a first screen on which nothing can be done but to authorize.

use crate::finding::{Message, RuleId};
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::entry::Trigger;

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("authorize-wall"),
    page: include_str!("../../rules/authorize-wall.md"),
    checks: &[Check::Program(check)],
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    for (page, _) in cx.project.roots.iter().filter_map(|root| root.first_page) {
        let button = cx.semantics.auth_pages.get(&page);
        let Some(button) = button.and_then(|at| cx.semantics.markup.buttons.get(*at)) else {
            continue;
        };
        if cx.semantics.leaves_at_launch(cx.files, cx.project, page) {
            continue;
        }
        let path = cx.project.path_in_root(page);
        findings
            .report(
                button.name(),
                Message::new("finding").with("page", path),
                Message::new("label"),
            )
            .trace(cx.semantics.screens.lead(page, Trigger::Launch))
            .within(button.span());
    }
}
