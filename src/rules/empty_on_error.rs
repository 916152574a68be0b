//! `empty-on-error`: a refusal that is answered with nothing that the user sees.

use std::collections::{BTreeMap, BTreeSet};

use crate::finding::{Label, Message, RuleId};
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::Member;
use crate::semantic::data::effect::Quiet;
use crate::semantic::markup::{Role, handing};

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("empty-on-error"),
    page: include_str!("../../rules/empty-on-error.md"),
    checks: &[Check::Program(check)],
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    let mut reported = BTreeSet::new();
    let mut handed_on = BTreeMap::new();
    let mut quiet = Quiet::default();
    for handler in &cx.semantics.markup.handlers {
        if handler.role != Role::Refusal {
            continue;
        }
        let members = cx.semantics.members(handler.unit);
        for (name, at) in &handler.functions {
            let Some(member) = members.handlers.get(name) else { continue };
            let Some(place) = member.at.filter(|place| !reported.contains(place)) else { continue };
            if answers(cx, member, &mut quiet) {
                continue;
            }
            // What is handed on is judged where the component is used.
            if let Some(script) = cx.project.unit(handler.unit).script {
                let handing = handed_on.entry(script).or_insert_with(|| handing(cx.file(script)));
                if handing.contains(name.as_str()) {
                    continue;
                }
            }
            reported.insert(place);
            let message = Message::new(key(cx, member)).with("name", name.as_str());
            let event = cx.text(handler.attribute);
            let bound = Label { at: *at, text: Message::new("bound").with("event", event) };
            findings
                .report(place, message, Message::new("label"))
                .trace([bound])
                .within(member.span);
        }
    }
}

/// Whether the user sees that `member`, a handler of refusals, ran.
pub(super) fn answers(cx: &Context<'_>, member: &Member, quiet: &mut Quiet) -> bool {
    cx.semantics.is_noticed(cx.files, &member.functions, quiet)
}

/// Whether the handler does nothing at all, or something that nobody sees.
fn key(cx: &Context<'_>, member: &Member) -> &'static str {
    let does_something = member.functions.iter().any(|node| {
        let (instance, function) = cx.semantics.values.function(*node);
        let file = cx.semantics.values.instance(instance).file;
        let script = cx.file(file).script();
        script.is_some_and(|script| script.calls().any(|(_, expr, _)| expr.function == function))
    });
    if does_something { "only-logs" } else { "empty" }
}
