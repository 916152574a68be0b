//! From tags and texts to the tree: which end tag belongs to which start tag, and what an
//! element without one holds.

use std::collections::BTreeMap;

use crate::finding::Message;
use crate::source::Span;
use crate::syntax::Problem;
use crate::syntax::script::HoleForm;

use super::hole::Values;
use super::read::{Pair, Tag, Token};
use super::{Attribute, Element, Node, NodeId, NodeKind, Template};

/// Elements that hold nothing, so that they may be left open as in HTML. Official libraries do
/// so with `slot`, programs with `image` and `br`.
const EMPTY: &[&str] = &[
    "br",
    "checkbox",
    "hr",
    "icon",
    "image",
    "img",
    "import",
    "import-sjs",
    "include",
    "input",
    "progress",
    "radio",
    "rich-text",
    "slider",
    "slot",
    "switch",
    "textarea",
    "web-view",
];

/// Whether an element of that name needs no end tag.
pub(super) fn may_stay_open(name: &str) -> bool {
    EMPTY.contains(&name)
}

/// Where an element ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ending {
    /// With its start tag.
    Tag,
    /// With the end tag that is this token.
    With(usize),
    /// Before this token: its end tag is missing.
    Before(usize),
}

/// The tree of the `tokens` of `text`, its values made by `values`.
pub(super) fn build(
    text: &str,
    tokens: &[Token],
    values: &mut Values<'_>,
    problems: &mut Vec<Problem>,
) -> Template {
    let endings = endings(text, tokens, problems);
    let is_node = |token: &&Token| !matches!(token, Token::End { .. } | Token::Comment(_));
    let room = tokens.iter().filter(is_node).count();
    let mut template = Template { nodes: Vec::with_capacity(room), ..Template::default() };
    let mut open: Vec<(NodeId, usize)> = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        while open.pop_if(|(_, end)| *end <= index).is_some() {}
        let parent = open.last().map(|(parent, _)| *parent);
        match token {
            Token::Start(tag) => {
                let (end, last) = match endings[index] {
                    Ending::Tag => (tag.span.end, None),
                    Ending::With(last) => (tokens[last].span().end, Some(last)),
                    Ending::Before(last) => {
                        let end = tokens.get(last).map(|token| token.span().start);
                        (end.unwrap_or(text.len() as u32), Some(last))
                    }
                };
                let kind = NodeKind::Element(element(text, tag, values));
                let id = push(&mut template, parent, Span::new(tag.span.start, end), kind);
                open.extend(last.map(|last| (id, last)));
            }
            Token::Text(span) => {
                let kind = NodeKind::Text(values.value(*span, HoleForm::Expression));
                push(&mut template, parent, *span, kind);
            }
            Token::CharacterData(span) => {
                let kind = NodeKind::Text(values.character_data(*span));
                push(&mut template, parent, *span, kind);
            }
            Token::End { .. } | Token::Comment(_) => {}
        }
    }
    template
}

/// The end of the element of each token that is a start tag.
///
/// As in HTML an end tag closes the innermost open element of its name and all inside of that;
/// one without such an element is skipped. The open names are counted, so that a stray end tag
/// costs no search.
fn endings(text: &str, tokens: &[Token], problems: &mut Vec<Problem>) -> Vec<Ending> {
    let mut endings = vec![Ending::Tag; tokens.len()];
    let mut open: Vec<(usize, Span)> = Vec::new();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut leave = |endings: &mut Vec<Ending>, start: usize, name: Span, end: usize| {
        if !may_stay_open(name.of(text)) {
            endings[start] = Ending::Before(end);
            problems.push(problem("element-unclosed", name, name.of(text)));
        }
    };
    let mut strays = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        match token {
            Token::Start(tag) if !tag.is_closed => {
                open.push((index, tag.name));
                *counts.entry(tag.name.of(text)).or_default() += 1;
            }
            Token::End { span, name } => {
                let name = name.of(text);
                if counts.get(name).is_none_or(|count| *count == 0) {
                    strays.push(problem("end-tag-stray", *span, name));
                    continue;
                }
                while let Some((start, opened)) = open.pop() {
                    counts.entry(opened.of(text)).and_modify(|count| *count -= 1);
                    if opened.of(text) == name {
                        endings[start] = Ending::With(index);
                        break;
                    }
                    leave(&mut endings, start, opened, index);
                }
            }
            _ => {}
        }
    }
    for (start, name) in open {
        leave(&mut endings, start, name, tokens.len());
    }
    problems.extend(strays);
    endings
}

pub(super) fn problem(key: &'static str, at: Span, name: &str) -> Problem {
    Problem { at, text: Message::new(key).with("name", name) }
}

fn push(template: &mut Template, parent: Option<NodeId>, span: Span, kind: NodeKind) -> NodeId {
    let id = NodeId(template.nodes.len() as u32);
    template.nodes.push(Node { parent, span, kind });
    match parent.map(|parent| &mut template.nodes[parent.0 as usize].kind) {
        Some(NodeKind::Element(parent)) => parent.children.push(id),
        _ => template.roots.push(id),
    }
    id
}

fn element(text: &str, tag: &Tag, values: &mut Values<'_>) -> Element {
    let name = tag.name.of(text);
    let mut attribute = |pair: &Pair| {
        let key = pair.name.of(text);
        let is_data = name == "template" && key == "data";
        let form = if is_data { HoleForm::Object } else { HoleForm::Expression };
        Attribute {
            name: key.to_owned(),
            name_span: pair.name,
            span: pair.span,
            value: pair.value.map(|span| values.value(span, form)),
        }
    };
    Element {
        name: name.to_owned(),
        name_span: tag.name,
        tag_span: tag.span,
        attributes: tag.attributes.iter().map(&mut attribute).collect(),
        children: Vec::new(),
    }
}
