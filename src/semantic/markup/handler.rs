//! Bound handlers: which attribute of which element calls which function of which unit.

use std::collections::BTreeSet;

use super::button::{Answered, AuthButton, Target, corrected, split};
use super::names::{Names, Scope};
use super::tag::{self, AuthTag, BoundEvent};
use super::tree::ElementId;
use crate::platform::{Answer, bound_event};
use crate::project::UnitId;
use crate::source::FileSpan;
use crate::syntax::axml::Element;

/// An attribute that binds an event to functions of a unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Handler {
    /// The unit whose script answers.
    pub unit: UnitId,
    /// The element.
    pub element: ElementId,
    /// The event: `Tap` of `onTap`.
    pub event: String,
    /// The place of the attribute's name.
    pub attribute: FileSpan,
    /// The place of the value.
    pub at: FileSpan,
    /// The functions it can call, each with its place.
    pub functions: Vec<(String, FileSpan)>,
    /// Whether it can call another one, too.
    pub is_unknown: bool,
    /// What raises the event.
    pub raised_by: RaisedBy,
    /// What the event tells.
    pub role: Role,
}

/// What raises an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RaisedBy {
    /// The platform.
    Native,
    /// A component that was read, by calling the property.
    Component(UnitId),
    /// A component that was not read.
    Unread,
}

/// What an event tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    /// The user consented to one of these scopes.
    Consent {
        /// The scopes; near misses corrected.
        scopes: BTreeSet<&'static str>,
        /// Whether there can be others, too.
        is_open: bool,
    },
    /// The user refused, or something failed.
    Refusal,
    /// Anything else.
    Plain,
}

/// The handlers that the element `id` binds in a template of `unit`, where its tag stands for
/// `target`; `button` is the auth button it is.
pub(super) fn of_item(
    names: &Names<'_>,
    (unit, scope): (UnitId, Scope),
    (id, element, target): (ElementId, &Element, Target<'_>),
    button: Option<&AuthButton>,
    handlers: &mut Vec<Handler>,
) {
    let is_bound = element.attributes.iter().any(|it| bound_event(&it.name).is_some());
    if !is_bound && button.is_none() {
        return;
    }
    let read;
    let tag = match button {
        Some(button) => &button.tag,
        None => match tag::read(names, unit, id, scope) {
            Some(tag) => {
                read = tag;
                &read
            }
            None => return,
        },
    };
    for (index, event) in tag.events.iter().enumerate() {
        // A misspelt event of anything but an auth button binds nothing.
        if event.binding.is_empty() || event.is_misspelt && button.is_none() {
            continue;
        }
        handlers.push(Handler {
            unit,
            element: id,
            event: event.event.clone(),
            attribute: event.binding.name,
            at: event.binding.at,
            functions: event.binding.functions.clone(),
            is_unknown: event.binding.is_unknown,
            raised_by: match target {
                Target::Native => RaisedBy::Native,
                Target::Component(component) => RaisedBy::Component(component),
                Target::Unread(_) => RaisedBy::Unread,
            },
            role: role(tag, (index, event), button, (target, &element.name)),
        });
    }
}

fn role(
    tag: &AuthTag,
    (index, event): (usize, &BoundEvent),
    button: Option<&AuthButton>,
    (target, tag_name): (Target<'_>, &str),
) -> Role {
    let answer = match button {
        Some(button) if is_by(&button.consent, index) => Some(Answer::Consent),
        Some(button) if is_by(&button.refusal, index) => Some(Answer::Refusal),
        Some(button) if button.dropped.contains(&index) => event.auth.map(|auth| auth.answer),
        Some(_) => None,
        // Nothing but consent raises its events, and nothing but a refusal a button's error,
        // whatever is wrong with the button. A component that was read says itself what it does.
        None => {
            let answer = event.auth.map(|auth| auth.answer);
            answer.filter(|it| match target {
                Target::Native => *it == Answer::Consent || tag_name == "button",
                Target::Unread(_) => *it == Answer::Consent,
                Target::Component(_) => false,
            })
        }
    };
    match answer {
        Some(Answer::Consent) => consent(tag, event),
        Some(Answer::Refusal) => Role::Refusal,
        None => Role::Plain,
    }
}

fn is_by(answered: &Answered, index: usize) -> bool {
    matches!(answered, Answered::By(by) if by.contains(&index))
}

fn consent(tag: &AuthTag, event: &BoundEvent) -> Role {
    if let Some(scope) = event.auth.and_then(|auth| auth.scope.as_deref()) {
        return Role::Consent { scopes: BTreeSet::from([scope]), is_open: false };
    }
    let Some(setting) = &tag.scope else {
        return Role::Consent { scopes: BTreeSet::new(), is_open: true };
    };
    let texts = setting.values.constants.iter().flat_map(|it| &it.texts);
    let scopes: BTreeSet<_> = texts.flat_map(|it| split(it)).filter_map(corrected).collect();
    let is_open = setting.values.is_dynamic || scopes.is_empty();
    Role::Consent { scopes, is_open }
}
