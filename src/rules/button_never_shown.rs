//! `button-never-shown`: an auth button behind a flag that never changes.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::finding::{Label, Message, RuleId};
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::data::fixed::Fixed;
use crate::semantic::markup::{AuthButton, Datum, ElementId, Literal, Term, View, ViewId};

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("button-never-shown"),
    page: include_str!("../../rules/button-never-shown.md"),
    checks: &[Check::Program(check)],
};

/// No more data than these are looked up; of others nothing is said.
const MOST: usize = 256;

/// What was looked up.
type Known = RefCell<BTreeMap<Datum, Option<Fixed>>>;

/// Why a button is not shown: the datum, and the value that it keeps.
pub(super) type Reason = (String, Fixed);

fn check(cx: &Context<'_>, findings: &mut Findings) {
    for (button, reason) in never_shown(cx).into_values() {
        report(cx, button, reason, findings);
    }
}

/// The buttons that are shown on no screen, and why.
pub(super) fn never_shown<'a>(cx: &Context<'a>) -> BTreeMap<ElementId, (&'a AuthButton, Reason)> {
    let markup = &cx.semantics.markup;
    if markup.buttons.is_empty() {
        return BTreeMap::new();
    }
    let known = Known::default();
    let mut hidden: BTreeMap<ElementId, Option<(&AuthButton, Reason)>> = BTreeMap::new();
    for view in &markup.views {
        for (node, button) in &view.buttons {
            let Some(button) = markup.buttons.get(*button) else { continue };
            let reason = reason(cx, &known, view, *node).map(|reason| (button, reason));
            let so_far = hidden.entry(button.tag.element).or_insert_with(|| reason.clone());
            *so_far = so_far.take().filter(|_| reason.is_some());
        }
    }
    hidden.into_iter().filter_map(|(element, reason)| Some((element, reason?))).collect()
}

/// Why the button at `node` is never shown; `None` where it may be.
fn reason(cx: &Context<'_>, known: &Known, view: &View, node: ViewId) -> Option<Reason> {
    if view.is_cut {
        return None;
    }
    let value = |datum: &Datum| look_up(cx, known, datum).map(|fixed| fixed.value);
    view.guards(node).find_map(|(term, holds)| {
        let is_never = term.truth(&value).is_some_and(|truth| truth != *holds);
        // Where a tag rules a part out by itself, the component has more than this use.
        let mut data = is_never.then(|| deciding(term, &value).data())?.into_iter();
        data.find_map(|datum| {
            let name = datum.path.first().cloned().unwrap_or_default();
            Some((name, look_up(cx, known, datum)?))
        })
    })
}

/// The part of `term` that decides whether it holds, given `value` of the data.
fn deciding<'t>(term: &'t Term, value: &dyn Fn(&Datum) -> Option<Literal>) -> &'t Term {
    let (parts, is_decisive) = match term {
        Term::Not(inner) => return deciding(inner, value),
        Term::All(parts) => (parts, false),
        Term::Any(parts) => (parts, true),
        _ => return term,
    };
    let part = parts.iter().find(|part| part.truth(value) == Some(is_decisive));
    part.map_or(term, |part| deciding(part, value))
}

fn look_up(cx: &Context<'_>, known: &Known, datum: &Datum) -> Option<Fixed> {
    let mut known = known.borrow_mut();
    if let Some(fixed) = known.get(datum) {
        return fixed.clone();
    }
    if known.len() >= MOST {
        return None;
    }
    let fixed = cx.semantics.fixed(cx.files, cx.project, datum);
    known.entry(datum.clone()).or_insert(fixed).clone()
}

fn report(cx: &Context<'_>, button: &AuthButton, (name, fixed): Reason, findings: &mut Findings) {
    let key = match fixed.at {
        None => "missing",
        Some(_) if fixed.is_property => "property",
        Some(_) => "finding",
    };
    let mut message = Message::new(key).with("name", name.as_str());
    let mut trace = None;
    if let Some(at) = fixed.at {
        message = message.with("value", cx.text(at));
        trace = Some(Label { at, text: Message::new("stays").with("value", cx.text(at)) });
    }
    findings
        .report(button.name(), message, Message::new("label"))
        .trace(trace)
        .within(button.span());
}
