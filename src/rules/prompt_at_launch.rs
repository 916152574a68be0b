//! `prompt-at-launch`: a question of consent before the user has done anything.

use std::cell::RefCell;

use crate::finding::{Label, Message, RuleId};
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::data::visible::{LaunchData, LaunchSet};
use crate::semantic::entry::Trigger;
use crate::semantic::markup::{Datum, Literal, View, ViewId};
use crate::semantic::site::ApiSite;
use crate::semantic::site::prompt::Prompt;

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("prompt-at-launch"),
    page: include_str!("../../rules/prompt-at-launch.md"),
    checks: &[Check::Site(check), Check::Program(modals)],
};

/// What is known of the data.
type Known<'a> = dyn Fn(&Datum) -> Option<Literal> + 'a;

/// How many of the `setData` that a modal depends on are tried.
const OPENERS: usize = 16;

fn check(cx: &Context<'_>, site: &ApiSite, findings: &mut Findings) {
    let Some(prompt) = cx.semantics.prompt_from(cx.platform, site, Trigger::Launch) else { return };
    let keys = ["call", "call-for-something"];
    report(cx, site, &prompt, (keys, Trigger::Launch), findings);
}

/// Says that `site` asks with no gesture after `trigger`: with the first sentence of `keys`, or with
/// the second where it cannot be told for what.
pub(super) fn report(
    cx: &Context<'_>,
    site: &ApiSite,
    prompt: &Prompt,
    (keys, trigger): ([&'static str; 2], Trigger),
    findings: &mut Findings,
) {
    let path = &prompt.path;
    let Some(at) = cx.semantics.own_place(site, Some(path)) else { return };
    let entry = &cx.semantics.reach.entries[path.entry as usize];
    let message = Message::new(keys[usize::from(prompt.scopes.is_empty())])
        .with("api", site.path.as_str())
        .with("scope", prompt.named())
        .with("entry", entry.name.as_str());
    findings
        .report(at, message, Message::new("label"))
        .trace(cx.semantics.steps(cx.files, path))
        .trace(cx.semantics.entries_beside(site, path, &[trigger]))
        .within(cx.semantics.scope_of(cx.files, site));
}

/// Modals with an auth button that are open on the first screen before any gesture.
fn modals(cx: &Context<'_>, findings: &mut Findings) {
    let data = &cx.semantics.launch;
    let is_first = |view: &&View| cx.semantics.screens.start(view.unit) == Trigger::Launch;
    for view in cx.semantics.markup.views.iter().filter(is_first) {
        for (modal, buttons) in view.modals() {
            let at_launch = |datum: &Datum| cx.semantics.at_launch(cx.files, data, datum).0;
            let kept = |datum: &Datum| cx.semantics.kept(cx.files, data, datum);
            let first = |known: &Known<'_>| {
                let mut open = buttons.iter().map(|(button, _)| *button);
                open.find(|button| view.is_open((modal, *button), known))
            };
            let Some(button) = first(&at_launch).or_else(|| first(&kept)) else { continue };
            if is_all(cx, view, modal) || !is_steady(cx, view, (modal, button)) {
                continue;
            }
            let opener = opener(cx, view, (modal, button), data);
            modal_is_open(cx, (view, modal, button), opener, findings);
        }
    }
}

/// Whether nothing that may hide the modal ever changes.
fn is_steady(cx: &Context<'_>, view: &View, modal: (ViewId, ViewId)) -> bool {
    view.steady(modal).all(|datum| cx.semantics.fixed(cx.files, cx.project, datum).is_some())
}

/// Whether the modal-like element is all of a page: what lies over nothing is the page itself.
fn is_all(cx: &Context<'_>, view: &View, modal: ViewId) -> bool {
    let element = view.node(modal).element;
    if cx.project.unit(view.unit).template != Some(element.file) {
        return false;
    }
    let Some(template) = cx.file(element.file).template() else { return false };
    let roots = template.roots.iter().filter(|root| template.element(**root).is_some());
    roots.count() == 1 && template.node(element.node).parent.is_none()
}

/// The `setData` without which the modal would not be open.
fn opener<'a>(
    cx: &Context<'_>,
    view: &View,
    modal: (ViewId, ViewId),
    data: &'a LaunchData,
) -> Option<&'a LaunchSet> {
    let initial = |datum: &Datum| cx.semantics.initial(cx.files, datum);
    if view.is_open(modal, &initial) {
        return None;
    }
    let sets: RefCell<Vec<&LaunchSet>> = RefCell::default();
    let at_launch = |datum: &Datum| {
        let (value, set) = cx.semantics.at_launch(cx.files, data, datum);
        sets.borrow_mut().extend(set);
        value
    };
    if !view.is_open(modal, &at_launch) {
        return None;
    }
    let is_needed = |set: &&LaunchSet| {
        let without = |datum: &Datum| {
            let (value, by) = cx.semantics.at_launch(cx.files, data, datum);
            if by.is_some_and(|by| std::ptr::eq(by, *set)) { initial(datum) } else { value }
        };
        !view.is_open(modal, &without)
    };
    let sets = sets.into_inner();
    sets.iter().take(OPENERS).copied().find(is_needed).or(sets.first().copied())
}

fn modal_is_open(
    cx: &Context<'_>,
    (view, modal, button): (&View, ViewId, ViewId),
    opener: Option<&LaunchSet>,
    findings: &mut Findings,
) {
    let Some(at) = view.own_element(modal).name(cx.files) else { return };
    let tag = cx.text(at);
    let mut trace = cx.semantics.screens.lead(view.unit, Trigger::Launch);
    let message = match opener {
        None => Message::new("modal").with("tag", tag),
        Some(set) => {
            trace = cx.semantics.steps(cx.files, &set.path);
            trace.push(Label { at: set.at, text: Message::new("opened") });
            let entry = &cx.semantics.reach.entries[set.path.entry as usize];
            Message::new("modal-opened").with("tag", tag).with("entry", entry.name.as_str())
        }
    };
    let inside = view.own_element(button).name(cx.files);
    trace.extend(inside.map(|at| Label { at, text: Message::new("in-modal") }));
    findings.report(at, message, Message::new("label-modal")).trace(trace).within(at.span);
}
