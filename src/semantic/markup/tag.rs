//! The attributes of an element that have to do with consent, evaluated.

use super::constants::{self, Alternatives};
use super::names::{Names, Scope};
use super::relay;
use super::tree::ElementId;
use crate::platform::{AuthEvent, auth_event, bound_event, near_auth_event};
use crate::project::UnitId;
use crate::source::{FileId, FileSpan, Span};
use crate::syntax::axml::{Attribute, Element, Value};

/// The attributes of one element that have to do with consent.
#[derive(Clone, Debug, PartialEq)]
pub struct AuthTag {
    /// The unit whose script answers the events.
    pub unit: UnitId,
    /// The element.
    pub element: ElementId,
    /// The name in the start tag.
    pub name: FileSpan,
    /// The start tag.
    pub span: FileSpan,
    /// Its last attribute; its name where it has none.
    pub last: FileSpan,
    /// Behind that: where another one can stand.
    pub end: FileSpan,
    /// `open-type`, `openType`.
    pub open_type: Option<Setting>,
    /// `scope`.
    pub scope: Option<Setting>,
    /// The events, also the misspelt ones.
    pub events: Vec<BoundEvent>,
}

/// An attribute with what it can be.
#[derive(Clone, Debug, PartialEq)]
pub struct Setting {
    /// The place of the attribute's name.
    pub name: FileSpan,
    /// The attribute's name.
    pub written: String,
    /// The name it should have; `None` where it has it.
    pub meant: Option<&'static str>,
    /// The place of the value, without quotes; of the name where there is none.
    pub at: FileSpan,
    /// Whether the value is nothing but empty text.
    pub is_empty: bool,
    /// What the value can be.
    pub values: Alternatives,
}

/// An attribute that binds an event, or is meant to.
#[derive(Clone, Debug, PartialEq)]
pub struct BoundEvent {
    /// The event: `Tap` of `onTap`; what is meant of a misspelt one.
    pub event: String,
    /// The event of an authorize button that this is.
    pub auth: Option<&'static AuthEvent>,
    /// Whether the attribute's name is wrong, so that it binds nothing.
    pub is_misspelt: bool,
    /// The attribute's name as written.
    pub written: String,
    /// What is bound.
    pub binding: Binding,
}

/// What an attribute binds.
#[derive(Clone, Debug, PartialEq)]
pub struct Binding {
    /// The place of the attribute's name.
    pub name: FileSpan,
    /// All of the attribute.
    pub attribute: FileSpan,
    /// The place of the value, without quotes; of the name where there is none.
    pub at: FileSpan,
    /// The functions, each with its place.
    pub functions: Vec<(String, FileSpan)>,
    /// Whether it can be another function, too.
    pub is_unknown: bool,
    /// Whether the functions are those of a compiled program, which its own handler looks up by name.
    pub is_relayed: bool,
}

impl BoundEvent {
    /// Takes a misspelt event for another one, which is meant as it is written.
    pub(super) fn take_as_written(&mut self) {
        if let Some(event) = bound_event(&self.written).filter(|_| self.is_misspelt) {
            (self.event, self.auth, self.is_misspelt) = (event.to_owned(), None, false);
        }
    }
}

impl Binding {
    /// Whether nothing is bound.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.functions.is_empty() && !self.is_unknown
    }
}

impl AuthTag {
    /// The events of that name that bind something, misspelt ones included.
    pub fn bound<'a>(&'a self, event: &'a str) -> impl Iterator<Item = &'a BoundEvent> {
        self.events.iter().filter(move |it| it.event == event && !it.binding.is_empty())
    }

    /// Whether there is an attribute that has to do with consent.
    #[must_use]
    pub fn is_relevant(&self) -> bool {
        self.open_type.is_some()
            || self.scope.is_some()
            || self.events.iter().any(|it| it.auth.is_some())
    }
}

/// Whether an element of the platform can have to do with consent.
#[must_use]
pub(super) fn may_ask(element: &Element) -> bool {
    let has_open_type = |it: &Attribute| matches!(&*it.name, "open-type" | "openType");
    element.name == "button" || element.attributes.iter().any(has_open_type)
}

/// The tag `element` of a template of `unit`.
#[must_use]
pub(super) fn read(
    names: &Names<'_>,
    unit: UnitId,
    element: ElementId,
    scope: Scope,
) -> Option<AuthTag> {
    let it = element.of(names.files)?;
    let place = |span: Span| FileSpan::new(element.file, span);
    let last = it.attributes.last().map_or(it.name_span, |last| last.span);
    let setting = |exact: &[&str], meant: &'static str| {
        let attribute = find(it, exact, meant)?;
        let value = attribute.value.as_ref();
        // Whether there is a button at all is told without data.
        let values = value.map(|value| match meant {
            "scope" => constants::of_kept_value(names, element.file, value, scope),
            _ => constants::of_value(names, element.file, value, scope),
        });
        Some(setting(element.file, attribute, exact, meant, values.unwrap_or_default()))
    };
    Some(AuthTag {
        unit,
        element,
        name: place(it.name_span),
        span: place(it.tag_span),
        last: place(last),
        end: place(Span::at(last.end)),
        open_type: setting(&["open-type", "openType"], "open-type"),
        scope: setting(&["scope"], "scope"),
        events: events(names, element, it, scope),
    })
}

/// The attribute with one of the names `exact`, else the one that differs from `meant` by its
/// case, dashes or a plural only.
fn find<'a>(element: &'a Element, exact: &[&str], meant: &str) -> Option<&'a Attribute> {
    let near = |it: &&Attribute| {
        folded(&it.name).eq(folded(meant)) || folded(&it.name).eq(folded(meant).chain([b's']))
    };
    let is_exact = |it: &&Attribute| exact.contains(&it.name.as_str());
    element.attributes.iter().find(is_exact).or_else(|| element.attributes.iter().find(near))
}

/// The bytes of `name` without dashes, in lower case.
fn folded(name: &str) -> impl Iterator<Item = u8> {
    name.bytes().filter(|it| !matches!(it, b'-' | b'_')).map(|it| it.to_ascii_lowercase())
}

fn setting(
    file: FileId,
    attribute: &Attribute,
    exact: &[&str],
    meant: &'static str,
    values: Alternatives,
) -> Setting {
    let place = |span: Span| FileSpan::new(file, span);
    let value = attribute.value.as_ref();
    let is_exact = exact.contains(&attribute.name.as_str());
    Setting {
        name: place(attribute.name_span),
        written: attribute.name.clone(),
        meant: (!is_exact).then_some(meant),
        at: place(value.filter(|it| !it.span.is_empty()).map_or(attribute.name_span, |it| it.span)),
        is_empty: value.and_then(Value::literal).is_some_and(|text| text.trim().is_empty()),
        values,
    }
}

fn events(names: &Names<'_>, id: ElementId, element: &Element, scope: Scope) -> Vec<BoundEvent> {
    let event = |attribute: &Attribute| {
        let near = near_auth_event(&attribute.name);
        let auth = auth_event(&attribute.name).or(near);
        let event = match near {
            Some(near) => bound_event(&near.name)?,
            None => bound_event(&attribute.name)?,
        };
        Some(BoundEvent {
            event: event.to_owned(),
            auth,
            is_misspelt: near.is_some(),
            written: attribute.name.clone(),
            binding: binding(names, id, attribute, scope),
        })
    };
    element.attributes.iter().filter_map(event).collect()
}

/// What `attribute` of the element `id` binds.
#[must_use]
pub(super) fn binding(
    names: &Names<'_>,
    id: ElementId,
    attribute: &Attribute,
    scope: Scope,
) -> Binding {
    let place = |span: Span| FileSpan::new(id.file, span);
    let value = attribute.value.as_ref();
    let values = value.map(|it| constants::of_value(names, id.file, it, scope)).unwrap_or_default();
    let mut is_unknown = values.is_dynamic;
    let (mut functions, mut is_relayed) = (Vec::new(), false);
    for constant in values.filled() {
        let text = constant.text().map(str::trim);
        if let Some(relay) = text.and_then(crate::platform::relay) {
            is_relayed = true;
            match relay::functions(names, id, attribute, relay) {
                Some(found) => functions.extend(found),
                None => is_unknown = true,
            }
            continue;
        }
        match text {
            Some(name) if is_name(name) => functions.push((name.to_owned(), constant.at)),
            _ => is_unknown = true,
        }
    }
    Binding {
        name: place(attribute.name_span),
        attribute: place(attribute.span),
        at: place(value.filter(|it| !it.span.is_empty()).map_or(attribute.name_span, |it| it.span)),
        functions,
        is_unknown,
        is_relayed,
    }
}

/// Whether a text can be the name of a function: no call, no arrow, no path.
pub(super) fn is_name(text: &str) -> bool {
    let mut letters = text.chars();
    let starts = |it: char| it.is_alphabetic() || it == '_' || it == '$';
    letters.next().is_some_and(starts) && letters.all(|it| starts(it) || it.is_numeric())
}
