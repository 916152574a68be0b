//! `prechecked-consent`: an agreement that is given before the user gives it.

use std::collections::BTreeSet;

use crate::finding::{Label, Message, RuleId};
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::question::precheck::Prechecked;
use crate::source::FileSpan;

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("prechecked-consent"),
    page: include_str!("../../rules/prechecked-consent.md"),
    checks: &[Check::Program(check)],
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    let mut reported = BTreeSet::new();
    if cx.semantics.markup.choices.is_empty() {
        return;
    }
    let on_load = cx.semantics.page_data(cx.files, cx.project);
    for choice in &cx.semantics.markup.choices {
        let at_launch = cx.semantics.prechecked(cx.files, &cx.semantics.launch, choice);
        let start = at_launch.map(|start| (start, "set")).or_else(|| {
            let start = cx.semantics.prechecked_on_load(cx.files, &on_load, choice)?;
            Some((start, "set-on-load"))
        });
        let Some((start, key)) = start else { continue };
        let Some(element) = choice.element.of(cx.files) else { continue };
        if !cx.semantics.is_agreement(cx.files, choice) || !reported.insert(start.at) {
            continue;
        }
        let message = message(cx, start, key).with("tag", element.name.as_str());
        let trace = start.set.into_iter().flat_map(|set| {
            let checked = Label { at: set.at, text: Message::new("checked-here") };
            cx.semantics.steps(cx.files, &set.path).into_iter().chain([checked])
        });
        findings
            .report(start.at, message, Message::new("label"))
            .trace(trace)
            .within(element.tag_span);
    }
}

/// What is said of `start`; with `key` of what is set.
fn message(cx: &Context<'_>, start: Prechecked<'_>, key: &'static str) -> Message {
    if let Some(set) = start.set {
        let entry = &cx.semantics.reach.entries[set.path.entry as usize];
        return Message::new(key).with("entry", entry.name.as_str());
    }
    let text = cx.text(start.at);
    match text.trim() {
        text @ ("false" | "no" | "0") => Message::new("text").with("text", text),
        _ => Message::new("finding"),
    }
}

/// Whether the value at `at` decides how an agreement starts, so that this rule speaks of it.
pub(super) fn decides(cx: &Context<'_>, at: FileSpan) -> bool {
    let mut choices = cx.semantics.markup.choices.iter();
    choices.any(|choice| {
        choice.checked.iter().any(|(place, _)| *place == at)
            && cx.semantics.is_agreement(cx.files, choice)
    })
}
