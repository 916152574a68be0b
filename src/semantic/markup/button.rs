//! Auth buttons: native ones, components that hand consent on, components that hold a button.

use super::constants::Constant;
use super::tag::{AuthTag, BoundEvent, Setting};
use super::tree::ItemId;
use crate::platform::{Answer, OpenType, auth_event, is_native_tag, near_button_scope, open_type};
use crate::project::{ComponentRef, Project, UnitId};
use crate::source::{FileId, FileSpan, Span};
use crate::syntax::axml::NodeId;

/// An element that asks for consent when it is tapped.
#[derive(Clone, Debug, PartialEq)]
pub struct AuthButton {
    /// The unit whose script answers its events.
    pub unit: UnitId,
    /// The template.
    pub file: FileId,
    /// The element.
    pub node: NodeId,
    /// Its attributes; `open_type` and `scope` are those of the native button behind it.
    pub tag: AuthTag,
    /// What stands between the element and the native button.
    pub kind: ButtonKind,
    /// What answers the consent.
    pub consent: Answered,
    /// What answers a refusal.
    pub refusal: Answered,
    /// The tag's events, by index, that the component is given and never calls.
    pub dropped: Vec<usize>,
    /// The name in the start tag of the button inside the component.
    pub inside: Option<FileSpan>,
    /// The properties that the component calls when its button answers.
    pub handed: Vec<Handed>,
    /// The methods that answer a refusal inside of the component, each with its unit, if they hand
    /// it on to properties that this tag does not give.
    pub unheard: Vec<(UnitId, String)>,
    /// The item in the unit's tree.
    pub item: ItemId,
}

/// What stands between an auth button's element and the native button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ButtonKind {
    /// Nothing.
    Native,
    /// A component that hands `open-type` on.
    Forwarding,
    /// A component that holds an auth button and calls its properties.
    Holding,
}

/// A property that a component calls when its authorize button answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handed {
    /// What it tells.
    pub answer: Answer,
    /// The attribute that gives the property.
    pub property: String,
    /// The place that calls it.
    pub at: FileSpan,
}

/// What answers an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answered {
    /// Nothing.
    Not,
    /// These of the tag's events, by index.
    By(Vec<usize>),
    /// The component itself, or nobody, which is then its own fault.
    Inside,
}

impl AuthButton {
    /// The place of the name in its start tag.
    #[must_use]
    pub fn name(&self) -> FileSpan {
        self.tag.name
    }

    /// Its start tag.
    #[must_use]
    pub fn span(&self) -> Span {
        self.tag.span.span
    }

    /// What `at` stands in: the start tag, or just itself where it stands in another template.
    #[must_use]
    pub fn around(&self, at: FileSpan) -> Span {
        if at.file == self.file { self.span() } else { at.span }
    }

    /// The scopes it can ask for, near misses corrected; without those of other values.
    #[must_use]
    pub fn scopes(&self) -> Vec<&'static str> {
        scopes(self.tag.scope.as_ref())
    }

    /// Whether it can ask for what is not known.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.tag.scope.as_ref().is_some_and(|scope| scope.values.is_dynamic)
    }

    /// The constant scope that asks for both kinds of information at once.
    #[must_use]
    pub fn double_scope(&self) -> Option<&Constant> {
        double_scope(self.tag.scope.as_ref())
    }

    /// The events that tell whether the user consented.
    pub fn answering(&self) -> impl Iterator<Item = &BoundEvent> {
        self.answering_with(Answer::Consent).chain(self.answering_with(Answer::Refusal))
    }

    /// The events that tell of `answer`.
    pub fn answering_with(&self, answer: Answer) -> impl Iterator<Item = &BoundEvent> {
        let answered = match answer {
            Answer::Consent => &self.consent,
            Answer::Refusal => &self.refusal,
        };
        let by = match answered {
            Answered::By(by) => by.as_slice(),
            Answered::Not | Answered::Inside => &[],
        };
        by.iter().filter_map(|index| self.tag.events.get(*index))
    }

    /// The event for `answer` that the component is given and never calls.
    #[must_use]
    pub fn dropped(&self, answer: Answer) -> Option<&BoundEvent> {
        let mut events = self.dropped.iter().filter_map(|index| self.tag.events.get(*index));
        events.find(|event| event.auth.is_some_and(|auth| auth.answer == answer))
    }

    /// The property that the component calls for `answer`, where it is none that a button has itself.
    #[must_use]
    pub fn renamed(&self, answer: Answer) -> Option<&Handed> {
        let mut handed = self.handed.iter().filter(|it| it.answer == answer);
        let is_own = |it: &Handed| auth_event(&it.property).is_some();
        let first = handed.next()?;
        (!is_own(first) && !handed.any(is_own)).then_some(first)
    }

    /// The one scope it asks for, if it is one in any case.
    #[must_use]
    pub fn single_scope(&self) -> Option<&'static str> {
        single_scope(self.tag.scope.as_ref())
    }
}

/// The one scope that a `scope` asks for, if it is one in any case.
#[must_use]
pub(super) fn single_scope(setting: Option<&Setting>) -> Option<&'static str> {
    let is_known = setting.is_some_and(|it| !it.values.is_dynamic);
    match scopes(setting).as_slice() {
        [scope] if is_known && double_scope(setting).is_none() => Some(scope),
        _ => None,
    }
}

fn scopes(setting: Option<&Setting>) -> Vec<&'static str> {
    let constants = setting.into_iter().flat_map(|it| &it.values.constants);
    distinct(constants.flat_map(|it| &it.texts))
}

fn double_scope(setting: Option<&Setting>) -> Option<&Constant> {
    let mut constants = setting.into_iter().flat_map(|it| &it.values.constants);
    constants.find(|constant| distinct(constant.texts.iter()).len() > 1)
}

/// The scopes in all of `texts`, near misses corrected.
fn distinct<'a>(texts: impl Iterator<Item = &'a String>) -> Vec<&'static str> {
    let mut scopes: Vec<_> = texts.flat_map(|text| split(text)).filter_map(corrected).collect();
    scopes.sort_unstable();
    scopes.dedup();
    scopes
}

/// The scopes in one text.
pub fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', '|', ';', ' ', '\u{3001}', '\u{ff0c}'])
        .map(str::trim)
        .filter(|it| !it.is_empty())
}

/// The scope of an auth button that `text` is, or is meant to be.
#[must_use]
pub fn corrected(text: &str) -> Option<&'static str> {
    crate::platform::button_scopes().find(|it| *it == text).or_else(|| near_button_scope(text))
}

/// What a tag stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target<'a> {
    /// An element of the platform.
    Native,
    /// A component that was read.
    Component(UnitId),
    /// One that was not: its path, if it is registered.
    Unread(Option<&'a str>),
}

/// What the tag `name` in a template of `unit` stands for.
#[must_use]
pub fn target<'a>(project: &'a Project, unit: UnitId, name: &str) -> Target<'a> {
    match project.unit(unit).component(name) {
        Some(ComponentRef::Unit(component)) => Target::Component(*component),
        Some(ComponentRef::Unread(path)) => Target::Unread(Some(path)),
        None if is_native_tag(name) => Target::Native,
        None => Target::Unread(None),
    }
}

/// Whether a setting can be `getAuthorize`, or is meant to.
#[must_use]
pub fn is_authorize(setting: Option<&Setting>) -> bool {
    let constants = setting.into_iter().flat_map(|it| &it.values.constants);
    let values = constants.flat_map(|it| &it.texts).flat_map(|text| text.split('|'));
    values
        .map(str::trim)
        .any(|value| value == "getAuthorize" || open_type(value) == OpenType::Near("getAuthorize"))
}
