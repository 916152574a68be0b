//! Auth buttons: native ones, components that hand consent on, components that hold a button.

use super::constants::Constant;
use super::tag::{AuthTag, BoundEvent, Setting};
use super::tree::ItemId;
use crate::platform::{Answer, OpenType, is_native_tag, near_button_scope, open_type};
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
        let constants = self.tag.scope.iter().flat_map(|it| &it.values.constants);
        let texts = constants.flat_map(|it| &it.texts).flat_map(|text| split(text));
        let mut scopes: Vec<_> = texts.filter_map(corrected).collect();
        scopes.sort_unstable();
        scopes.dedup();
        scopes
    }

    /// The constant scope that asks for both kinds of information at once.
    #[must_use]
    pub fn double_scope(&self) -> Option<&Constant> {
        let mut constants = self.tag.scope.iter().flat_map(|it| &it.values.constants);
        constants.find(|constant| {
            let scopes = constant.texts.iter().flat_map(|text| split(text));
            let mut scopes: Vec<_> = scopes.filter_map(corrected).collect();
            scopes.sort_unstable();
            scopes.dedup();
            scopes.len() > 1
        })
    }

    /// The events that tell whether the user consented.
    pub fn answering(&self) -> impl Iterator<Item = &BoundEvent> {
        let of = |answered: &Answered| match answered {
            Answered::By(by) => by.clone(),
            Answered::Not | Answered::Inside => Vec::new(),
        };
        let by = of(&self.consent).into_iter().chain(of(&self.refusal));
        by.filter_map(|index| self.tag.events.get(index))
    }

    /// The event for `answer` that the component is given and never calls.
    #[must_use]
    pub fn dropped(&self, answer: Answer) -> Option<&BoundEvent> {
        let mut events = self.dropped.iter().filter_map(|index| self.tag.events.get(*index));
        events.find(|event| event.auth.is_some_and(|auth| auth.answer == answer))
    }

    /// The one scope it asks for, if it is one in any case.
    #[must_use]
    pub fn single_scope(&self) -> Option<&'static str> {
        let is_known = self.tag.scope.as_ref().is_some_and(|it| !it.values.is_dynamic);
        match self.scopes().as_slice() {
            [scope] if is_known && self.double_scope().is_none() => Some(scope),
            _ => None,
        }
    }
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
