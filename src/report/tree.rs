//! What the parsers make of files, as JSON that other parsers' trees can be compared with.

use std::borrow::Cow;

use serde::Serialize;

use crate::source::LineIndex;
use crate::syntax::axml::{Node, NodeKind, Part, Value};
use crate::syntax::{File, Problem};

/// One file. `nodes` are in document order, a parent before its children; a file that is no
/// template has none.
#[derive(Serialize)]
struct Document<'a> {
    path: &'a str,
    problems: Vec<Place>,
    nodes: Vec<Entry<'a>>,
}

/// A problem by its key; line and column from 1, the column in UTF-16 code units.
#[derive(Serialize)]
struct Place {
    key: &'static str,
    line: u32,
    column: u32,
}

/// A node; `parent` is an index of [`Document::nodes`], `line` is counted from 1.
#[derive(Serialize)]
#[serde(untagged)]
enum Entry<'a> {
    Element { parent: Option<u32>, line: u32, tag: &'a str, attributes: Vec<Pair<'a>> },
    Text { parent: Option<u32>, line: u32, text: String },
}

/// The name of an attribute, and its value if it has one.
type Pair<'a> = (&'a str, Option<String>);

/// `file` as one line of JSON.
#[must_use]
pub fn render(file: &File) -> String {
    let lines = LineIndex::new(&file.text);
    let place = |problem: &Problem| {
        let at = lines.position(&file.text, problem.at.start);
        Place { key: problem.text.key, line: at.line, column: at.column }
    };
    let nodes = file.template().map_or(&[][..], |template| &template.nodes);
    let document = Document {
        path: file.path.as_str(),
        problems: file.parsed.problems.iter().map(place).collect(),
        nodes: nodes.iter().map(|node| entry(&file.text, &lines, node)).collect(),
    };
    serde_json::to_string(&document).unwrap_or_default() + "\n"
}

fn entry<'a>(text: &str, lines: &LineIndex, node: &'a Node) -> Entry<'a> {
    let parent = node.parent.map(|parent| parent.0);
    let line = lines.position(text, node.span.start).line;
    match &node.kind {
        NodeKind::Text(value) => Entry::Text { parent, line, text: plain(text, value) },
        NodeKind::Element(element) => {
            let attributes = element.attributes.iter().map(|attribute| {
                (attribute.name.as_str(), attribute.value.as_ref().map(|it| plain(text, it)))
            });
            Entry::Element { parent, line, tag: &element.name, attributes: attributes.collect() }
        }
    }
}

/// A value as text: entities decoded, `{{ }}` as written.
fn plain(text: &str, value: &Value) -> String {
    let parts = value.parts.iter().map(|part| match part {
        Part::Text(text) => Cow::Borrowed(text.as_str()),
        Part::Hole { span, .. } => Cow::Owned(format!("{{{{{}}}}}", span.of(text))),
    });
    parts.collect()
}
