//! Elements of a template: auth buttons, bound handlers, components.

use std::collections::{BTreeMap, BTreeSet};

use crate::finding::Message;
use crate::platform::is_native_tag;
use crate::project::UnitId;
use crate::semantic::markup::{
    AuthButton, ButtonKind, ElementId, Handler, Role, Setting, Target, target,
};
use crate::source::{FileSpan, Span};
use crate::syntax::axml::{Element, NodeId, Template};

use super::{Fact, Place, Question, Topic};

impl Question<'_> {
    /// The elements of which something stands on the line that says more than its name.
    pub(super) fn of_template(&self, place: Place, template: &Template) -> Vec<Topic> {
        let markup = &self.semantics.markup;
        let handlers = markup.handlers.iter().map(|it| it.element);
        let buttons = markup.buttons.iter().map(|it| ElementId { file: it.file, node: it.node });
        let telling: BTreeSet<ElementId> = handlers.chain(buttons).collect();
        let elements = template.elements().filter(|(node, element)| {
            let id = ElementId { file: place.file, node: *node };
            let is_there = place.offset.is_some() || is_on(place.line, element.tag_span);
            is_there && (telling.contains(&id) || !is_native_tag(&element.name))
        });
        let asked = place.asked(elements.map(|it| (it.1.tag_span, it)));
        asked.into_iter().filter_map(|(node, element)| self.element(place, node, element)).collect()
    }

    fn element(&self, place: Place, node: NodeId, element: &Element) -> Option<Topic> {
        let id = ElementId { file: place.file, node };
        let mut facts = self.button_facts(place, node);
        facts.extend(self.handler_facts(place, id, element));
        facts.extend(self.component_facts(id, element));
        if facts.is_empty() {
            return None;
        }
        if !self.is_rendered(id) {
            facts.insert(0, Fact::new(Message::new("element-never")));
        }
        let at = FileSpan::new(place.file, element.name_span);
        let text = Message::new("topic-element").with("name", element.name.as_str());
        Some(Topic { at, extent: element.tag_span, text, facts })
    }

    fn is_rendered(&self, id: ElementId) -> bool {
        let trees = &self.semantics.markup.trees;
        trees.iter().flat_map(|tree| &tree.items).any(|it| it.element == id && it.is_rendered)
    }

    /// What is known of the auth buttons that the element is, one for each unit that renders it.
    fn button_facts(&self, place: Place, node: NodeId) -> Vec<Fact> {
        let buttons = self.semantics.markup.buttons.iter();
        let its = buttons.filter(|it| it.file == place.file && it.node == node);
        let mut facts = Vec::new();
        for fact in its.flat_map(button) {
            if !facts.contains(&fact) {
                facts.push(fact);
            }
        }
        facts
    }

    /// The handlers that the element binds. On the line of its name they are all of interest,
    /// else those that are written on the line.
    fn handler_facts(&self, place: Place, id: ElementId, element: &Element) -> Vec<Fact> {
        let is_whole = place.offset.is_some() || place.is_on_line(element.name_span);
        let handlers = self.semantics.markup.handlers.iter();
        let mut facts = Vec::new();
        for handler in handlers.filter(|it| it.element == id) {
            if !is_whole && !place.is_on_line(handler.attribute.span) {
                continue;
            }
            for fact in self.handler(handler) {
                if !facts.contains(&fact) {
                    facts.push(fact);
                }
            }
        }
        facts
    }

    fn handler(&self, handler: &Handler) -> Vec<Fact> {
        let event = handler.attribute.span.of(&self.files[handler.attribute.file.index()].text);
        let role = match &handler.role {
            Role::Plain => Message::new("event-plain"),
            Role::Refusal => Message::new("event-refusal"),
            Role::Consent { is_open: true, .. } => Message::new("event-consent-open"),
            Role::Consent { scopes, .. } => {
                Message::new("event-consent").with("scope", joined(scopes.iter().copied()))
            }
        };
        let mut facts = vec![Fact::at(role.with("event", event), handler.attribute)];
        for (name, _) in &handler.functions {
            facts.extend(self.bound(handler.unit, event, name));
        }
        if handler.is_unknown {
            facts.push(Fact::new(Message::new("event-unknown").with("event", event)));
        }
        facts
    }

    /// The functions of `unit` that `event` calls by `name`.
    fn bound(&self, unit: UnitId, event: &str, name: &str) -> Vec<Fact> {
        let said = |text: Message| text.with("event", event).with("name", name);
        let members = self.semantics.members(unit);
        let member = members.handlers.get(name);
        let functions = member.into_iter().flat_map(|it| &it.functions);
        let heads: BTreeMap<FileSpan, ()> =
            functions.map(|it| (self.semantics.head(self.files, *it), ())).collect();
        if !heads.is_empty() {
            let fact = |at| Fact::at(said(Message::new("event-calls")), at);
            return heads.into_keys().map(fact).collect();
        }
        let path = self.project.path_in_root(unit);
        let text = match (member, members.is_complete) {
            (None, true) => Message::new("event-undefined"),
            _ => Message::new("event-not-known"),
        };
        vec![Fact::new(said(text).with("path", path))]
    }

    /// The component that the element is, in the units that render it.
    fn component_facts(&self, id: ElementId, element: &Element) -> Vec<Fact> {
        let trees = (0..).map(UnitId).zip(&self.semantics.markup.trees);
        let units: BTreeSet<UnitId> = trees
            .filter(|(_, tree)| tree.items.iter().any(|item| item.element == id))
            .map(|(unit, _)| unit)
            .collect();
        let mut facts = Vec::new();
        for unit in units {
            let fact = match target(self.project, unit, &element.name) {
                Target::Component(component) => {
                    let path = self.project.path_in_root(component);
                    let text = Message::new("component-read").with("path", path);
                    let component = self.project.unit(component);
                    let file = component.template.or(component.script);
                    let at = file.map(|file| FileSpan::new(file, Span::default()));
                    Fact { at, ..Fact::new(text) }
                }
                Target::Unread(Some(path)) => {
                    Fact::new(Message::new("component-unread").with("path", path))
                }
                Target::Unread(None) | Target::Native => continue,
            };
            if !facts.contains(&fact) {
                facts.push(fact);
            }
        }
        facts
    }
}

/// What is known of an auth button.
fn button(button: &AuthButton) -> Vec<Fact> {
    let scopes = button.scopes();
    let is_open = button.tag.scope.as_ref().is_some_and(|it| it.values.is_dynamic);
    let mut texts = vec![match button.kind {
        ButtonKind::Native => Message::new("button-native"),
        ButtonKind::Forwarding => Message::new("button-forwards"),
        ButtonKind::Holding => Message::new("button-holds"),
    }];
    if !scopes.is_empty() {
        texts.push(Message::new("button-scope").with("scope", joined(scopes)));
    }
    match &button.tag.scope {
        None => texts.push(Message::new("button-no-scope")),
        Some(_) if is_open => texts.push(Message::new("button-scope-open")),
        Some(_) => {}
    }
    texts.extend(button.tag.open_type.as_ref().and_then(alternatives));
    texts.into_iter().map(Fact::new).collect()
}

/// What else a setting can be than one constant.
fn alternatives(setting: &Setting) -> Option<Message> {
    let all = setting.values.constants.iter().flat_map(|it| &it.texts);
    let all: Vec<&str> = all.map(String::as_str).collect();
    let values = all.iter().map(|text| if text.is_empty() { "''" } else { *text });
    match (all.len(), setting.values.is_dynamic) {
        (0 | 1, false) => None,
        (_, false) => Some(Message::new("open-type-among").with("values", joined(values))),
        (0, true) => Some(Message::new("open-type-open")),
        (_, true) => Some(Message::new("open-type-or-else").with("values", joined(values))),
    }
}

/// Names between backticks, which the sentence puts around all of them.
fn joined<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    names.into_iter().collect::<Vec<_>>().join("`, `")
}

/// Whether a part of `tag` lies on `line`.
fn is_on(line: Span, tag: Span) -> bool {
    tag.start < line.end && line.start < tag.end
}
