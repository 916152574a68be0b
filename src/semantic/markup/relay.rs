//! Handlers of compiled programs that run what other attributes of the element name.

use super::names::Names;
use super::tag::is_name;
use super::tree::ElementId;
use crate::platform::{Relay, bound_event};
use crate::source::{FileSpan, Span};
use crate::syntax::axml::{Attribute, Element};
use crate::syntax::script::{ExprId, ExprKind, Script};

/// Marks before an event's name in uni-app's lists: custom, once, capture, passive.
const MARKS: [char; 4] = ['^', '~', '!', '&'];

/// The functions that `relay`, bound by `attribute` of the element `id`, runs, each with its
/// place; `None` where that is not known.
#[must_use]
pub(super) fn functions(
    names: &Names<'_>,
    id: ElementId,
    attribute: &Attribute,
    relay: &Relay,
) -> Option<Vec<(String, FileSpan)>> {
    let element = id.of(names.files)?;
    let event = bound_event(&attribute.name)?;
    if let Some(list) = &relay.list {
        let holes = names.holes(id.file)?;
        let text = &names.files.get(id.file.index())?.text;
        return listed(holes, element.attribute(list)?.value.as_ref()?.hole()?, event)?
            .into_iter()
            .map(|(name, span)| Some((name, FileSpan::new(id.file, span.inside_quotes(text)))))
            .collect();
    }
    let wanted = format!("{}{}", relay.prefix.as_ref()?, event.to_ascii_lowercase());
    let value = named(element, &wanted)?.value.as_ref()?;
    let name = value.literal()?.trim();
    is_name(name).then(|| vec![(name.to_owned(), FileSpan::new(id.file, value.span))])
}

fn named<'a>(element: &'a Element, name: &str) -> Option<&'a Attribute> {
    element.attributes.iter().find(|it| it.name.eq_ignore_ascii_case(name))
}

/// The methods that `[['tap', [['method', […]]]], …]` lists for `event`; none where it lists no
/// such event.
fn listed(holes: &Script, list: ExprId, event: &str) -> Option<Vec<(String, Span)>> {
    let mut found = Vec::new();
    for entry in items(holes, list)? {
        let [kind, methods, ..] = items(holes, entry)?[..] else { return None };
        let kind = text(holes, kind)?.trim_start_matches(MARKS);
        if !kind.eq_ignore_ascii_case(event) {
            continue;
        }
        for method in items(holes, methods)? {
            let name = *items(holes, method)?.first()?;
            let method = text(holes, name)?;
            if method.is_empty() {
                continue;
            }
            if is_made_up(method) || !is_name(method) {
                return None;
            }
            found.push((method.to_owned(), holes.expr(name).span));
        }
    }
    Some(found)
}

/// Whether a compiler made the method: of a function written in the template, or of a model.
fn is_made_up(method: &str) -> bool {
    let number = method.strip_prefix('e').unwrap_or_default();
    let is_numbered = !number.is_empty() && number.bytes().all(|it| it.is_ascii_digit());
    is_numbered || method.starts_with("__") || method.starts_with('$')
}

fn items(holes: &Script, list: ExprId) -> Option<Vec<ExprId>> {
    let ExprKind::Array(items) = holes.kind(list) else { return None };
    items.iter().map(|item| (!item.spread).then_some(item.value)).collect()
}

fn text(holes: &Script, expr: ExprId) -> Option<&str> {
    match holes.kind(expr) {
        ExprKind::String(text) => Some(holes.name(*text)),
        _ => None,
    }
}
