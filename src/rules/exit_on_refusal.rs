//! `exit-on-refusal`: a refusal that throws the user out.

use crate::finding::{Message, RuleId};
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::refusal::exit::{Exit, exits};

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("exit-on-refusal"),
    page: include_str!("../../rules/exit-on-refusal.md"),
    checks: &[Check::Program(check)],
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    for exit in exits(cx.files, cx.project, cx.platform, cx.semantics) {
        let site = &cx.semantics.sites[exit.site];
        let Some(at) = cx.semantics.own_place(site, None) else { continue };
        findings
            .report(at, message(cx, &exit), Message::new("label"))
            .trace(exit.trace)
            .within(cx.semantics.scope_of(cx.files, site));
    }
}

fn message(cx: &Context<'_>, exit: &Exit) -> Message {
    let key = match (exit.asked, exit.wall) {
        (Some(_), None) => "call-exit",
        (None, None) => "button-exit",
        (Some(_), Some(_)) => "call-wall",
        (None, Some(_)) => "button-wall",
    };
    let mut message = Message::new(key).with("exit", cx.semantics.sites[exit.site].path.as_str());
    if let Some(asked) = exit.asked {
        message = message.with("api", cx.semantics.sites[asked].path.as_str());
    }
    if let Some(wall) = exit.wall {
        message = message.with("page", cx.project.path_in_root(wall));
    }
    message
}
