//! What lies over the page: known components, names with a modal word, full-screen fixed views.

use crate::platform::{Modal, names_modal, native_modal};
use crate::project::{Project, UnitId};
use crate::syntax::axml::{Element, Part, Value};
use crate::syntax::script::{Binary, ExprKind};

use super::button::{Target, target};
use super::literal::Literal;
use super::names::{Names, Scope, Spot};
use super::term::{self, Term};
use super::tree::ElementId;

/// What opens a modal-like element, beside its conditions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opened {
    /// Nothing: it is there when its conditions hold.
    Always,
    /// A property of a known component.
    When(Term),
    /// A known component lacks its property: only a script can open it.
    ByScript,
    /// A full-screen view: modal-like only under a condition.
    FullScreen,
}

/// What `element`, in a template of `unit`, is as a modal; `None` for what is none.
#[must_use]
pub(super) fn opened(
    names: &Names<'_>,
    project: &Project,
    unit: UnitId,
    (id, element): (ElementId, &Element),
    scope: Scope,
) -> Option<Opened> {
    if let Some(Modal { open }) = known(project, unit, &element.name) {
        let Some(attribute) = super::names::property_of(element, open) else {
            return Some(Opened::ByScript);
        };
        let value = attribute.value.as_ref();
        let term = value.and_then(|value| term::of_value(names, id.file, value, scope));
        return Some(Opened::When(term.unwrap_or(Term::Literal(Literal::Bool(true)))));
    }
    let is_own_tag = target(project, unit, &element.name) != Target::Native;
    if is_own_tag && names_modal(&element.name) || has_modal_class(names, id, element, scope) {
        return Some(Opened::Always);
    }
    let style = element.attribute("style").and_then(|it| it.value.as_ref());
    style.is_some_and(fills_screen).then_some(Opened::FullScreen)
}

fn known<'a>(project: &'a Project, unit: UnitId, name: &str) -> Option<Modal<'a>> {
    match target(project, unit, name) {
        Target::Native => native_modal(name),
        Target::Unread(path) => project.known.modal(path?),
        Target::Component(component) => project.known.modal(project.unit(component).path.as_str()),
    }
}

fn has_modal_class(names: &Names<'_>, id: ElementId, element: &Element, scope: Scope) -> bool {
    let values = ["class", "className"].into_iter().filter_map(|name| element.attribute(name));
    values.filter_map(|attribute| attribute.value.as_ref()).any(|value| {
        value.parts.iter().any(|part| match part {
            Part::Text(text) => has_modal_name(text),
            Part::Hole { expr, .. } => {
                let spot = Spot { file: id.file, expr: *expr, scope };
                texts(names, spot).into_iter().any(has_modal_name)
            }
        })
    })
}

fn has_modal_name(classes: &str) -> bool {
    classes.split_whitespace().any(names_modal)
}

/// The texts that an expression can be made of.
fn texts<'a>(names: &Names<'a>, spot: Spot) -> Vec<&'a str> {
    let Some(holes) = names.holes(spot.file) else { return Vec::new() };
    let mut found = Vec::new();
    let mut pending = vec![spot.expr];
    for _ in 0..64 {
        let Some(expr) = pending.pop() else { break };
        match names.kind(Spot { expr, ..spot }) {
            Some(ExprKind::String(text)) => found.push(holes.name(*text)),
            Some(ExprKind::Conditional { yes, no, .. }) => pending.extend([*no, *yes]),
            Some(
                ExprKind::Binary { operator: Binary::Add, left, right }
                | ExprKind::Logical { left, right, .. },
            ) => pending.extend([*right, *left]),
            Some(ExprKind::Template(template)) => {
                found.extend(template.texts.iter().map(|text| holes.name(*text)));
                pending.extend(&template.values);
            }
            _ => {}
        }
    }
    found
}

/// Whether an inline style lays an element over the whole screen.
fn fills_screen(style: &Value) -> bool {
    let mut text = String::new();
    for part in &style.parts {
        match part {
            Part::Text(part) => text.extend(part.chars().filter(|it| !it.is_whitespace())),
            Part::Hole { .. } => text.push('?'),
        }
    }
    let text = text.to_ascii_lowercase();
    let declarations = text.split(';').filter_map(|it| it.split_once(':'));
    let is_zero = |value: &str| value.trim_end_matches(|it: char| it.is_alphabetic()) == "0";
    let is_full = |value: &str| matches!(value, "100%" | "100vh" | "100vw" | "750rpx");
    let (mut is_fixed, mut is_inset, mut wide, mut high) = (false, false, 0_u8, 0_u8);
    for (name, value) in declarations {
        match name {
            "position" => is_fixed = value == "fixed",
            "inset" => is_inset = is_zero(value),
            "left" | "right" if is_zero(value) => wide += 1,
            "top" | "bottom" if is_zero(value) => high += 1,
            "width" | "min-width" if is_full(value) => wide = 2,
            "height" | "min-height" if is_full(value) => high = 2,
            _ => {}
        }
    }
    is_fixed && (is_inset || wide >= 2 && high >= 2)
}
