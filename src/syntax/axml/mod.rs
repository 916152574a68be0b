//! Templates: a tree of elements with exact byte spans.
//!
//! A mask of the same length hides from quick-xml what is no markup; its events
//! are the tags and texts; the parser finds which end tag belongs to which start tag. All
//! names and values are cut from the text itself.
//!
//! The shape of broken templates is that of HTML where HTML has one:
//! - A `<` begins a tag only before a letter, and only if the name ends like one: `a<b</text>`
//!   is text up to `</text>`.
//! - An end tag closes the innermost open element of its name with all inside; a stray one is
//!   skipped. Names are compared with their case.
//! - Elements that hold nothing (`image`, `input` …) need no end; without one they hold nothing.
//! - Of repeated attributes all are kept and the first counts. No blank is needed after a value.
//! - An unclosed comment or CDATA section takes the rest of the file.
//!
//! Unlike HTML, for the sake of what follows:
//! - A `/` before the `>` closes any element, also behind a value without quotes.
//! - A tag without `>` ends before the next tag, and is kept at the end of the file.
//! - `<//b>` is the end tag `</b>`.
//! - A value whose closing quote is missing does not swallow the tags of the next lines.
//! - Punctuation, stray quotes and comments between attributes are skipped.
//! - A `{{` that does not close before its value, or before the next tag in text, is plain
//!   text; one that does may hold quotes, `<` and `>`.
//! - Branches for other platforms (`<!-- #if WECHAT -->`) are comments.
//!
//! There is a problem wherever text was skipped or guessed, and only there.

mod braces;
mod branch;
mod hole;
mod layout;
mod mask;
mod parser;
mod read;
mod tag;

use crate::finding::Message;
use crate::source::Span;
use crate::syntax::directive::{self, Directive};
use crate::syntax::script::{ExprId, Script};
use crate::syntax::{Parsed, Problem, Tree};

/// Larger templates are not read; no hand-written one comes near.
const MAX_BYTES: usize = 4 * 1024 * 1024;

use self::hole::Values;
use self::read::Token;

/// A node of one [`Template`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub u32);

/// The tree of a template. A parent stands before its children in `nodes`.
#[derive(Clone, Debug, Default)]
pub struct Template {
    /// All nodes, in document order.
    pub nodes: Vec<Node>,
    /// The nodes without a parent.
    pub roots: Vec<NodeId>,
    /// The expressions of all `{{ }}`. A name that is read from `data` is a `Global`.
    pub holes: Script,
}

/// An element or a text.
#[derive(Clone, Debug)]
pub struct Node {
    /// The element around it.
    pub parent: Option<NodeId>,
    /// All of it: an element with its children and its end tag.
    pub span: Span,
    /// What it is.
    pub kind: NodeKind,
}

/// What a node is.
#[derive(Clone, Debug)]
pub enum NodeKind {
    /// An element.
    Element(Element),
    /// Text between tags, without the white space around; white space alone is no node.
    Text(Value),
}

/// A start tag and what lies below it.
#[derive(Clone, Debug)]
pub struct Element {
    /// The name as written.
    pub name: String,
    /// The name's place.
    pub name_span: Span,
    /// The start tag, `<` to `>`.
    pub tag_span: Span,
    /// The attributes as written, duplicates included.
    pub attributes: Vec<Attribute>,
    /// The nodes directly below.
    pub children: Vec<NodeId>,
}

/// An attribute as written.
#[derive(Clone, Debug)]
pub struct Attribute {
    /// The name, its case kept.
    pub name: String,
    /// The name's place.
    pub name_span: Span,
    /// Name, `=` and value with its quotes.
    pub span: Span,
    /// The value; `None` for an attribute without `=`.
    pub value: Option<Value>,
}

/// Text with `{{ }}` in it.
#[derive(Clone, Debug, Default)]
pub struct Value {
    /// The text without its quotes.
    pub span: Span,
    /// The text, cut at its holes; empty for an empty value.
    pub parts: Vec<Part>,
}

/// A piece of a [`Value`].
#[derive(Clone, Debug)]
pub enum Part {
    /// Plain text, entities decoded.
    Text(String),
    /// The inside of `{{ }}`; an expression that cannot be read is an `Unknown` one.
    Hole {
        /// The place between the braces.
        span: Span,
        /// The expression, in [`Template::holes`].
        expr: ExprId,
    },
}

impl Template {
    /// The node `id`.
    #[must_use]
    pub fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.0 as usize]
    }

    /// The element `id`, if it is one.
    #[must_use]
    pub fn element(&self, id: NodeId) -> Option<&Element> {
        match &self.node(id).kind {
            NodeKind::Element(element) => Some(element),
            NodeKind::Text(_) => None,
        }
    }

    /// All elements in document order.
    pub fn elements(&self) -> impl Iterator<Item = (NodeId, &Element)> {
        (0..self.nodes.len() as u32).filter_map(|id| Some((NodeId(id), self.element(NodeId(id))?)))
    }
}

impl Element {
    /// The first attribute of that name: the one that counts when a name is repeated, as in HTML.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&Attribute> {
        self.attributes.iter().find(|attribute| attribute.name == name)
    }
}

impl Value {
    /// The text, if there is no hole in it.
    #[must_use]
    pub fn literal(&self) -> Option<&str> {
        match self.parts.as_slice() {
            [] => Some(""),
            [Part::Text(text)] => Some(text),
            _ => None,
        }
    }

    /// The expression, if the value is one hole and nothing else.
    #[must_use]
    pub fn hole(&self) -> Option<ExprId> {
        match self.parts.as_slice() {
            [Part::Hole { expr, .. }] => Some(*expr),
            _ => None,
        }
    }
}

/// Reads `text`; the tree covers all of it, whatever is wrong with it.
#[must_use]
pub fn parse(text: &str) -> Parsed {
    if text.len() > MAX_BYTES {
        let problems = vec![Problem { at: Span::default(), text: Message::new("too-large") }];
        let tree = Tree::Template(Template::default());
        return Parsed::new(tree, problems, Vec::new());
    }
    let mask = mask::mask(text);
    let tokens = branch::without_foreign(text, read::read(text, &mask));
    let mut problems = mask.problems;
    let mut values = Values::new(text, &mask.holes);
    let mut ends = Vec::new();
    let mut template = parser::build(text, &tokens, &mut values, &mut ends);
    template.holes = values.script;
    problems.append(&mut values.problems);
    let is_cut = mask.is_cut;
    let told = (!ends.is_empty()).then(|| layout::first(text, &tokens, is_cut)).flatten();
    let told = told.filter(|(told, _)| problems.iter().all(|problem| told.at < problem.at));
    // Of ends that are missing, only the layout tells which.
    let first = problems.iter().min_by_key(|problem| problem.at).cloned();
    problems.append(&mut ends);
    let directives = directives(text, &tokens);
    let parsed = Parsed::new(Tree::Template(template), problems, directives);
    match told {
        Some((told, noticed)) => Parsed { told: Some(told), noticed, ..parsed },
        None => Parsed { told: first.or(parsed.told.clone()), ..parsed },
    }
}

/// The suppression comments among `tokens`, each with what it covers: the start tag that
/// follows it in the same parent, or the whole file.
fn directives(text: &str, tokens: &[Token]) -> Vec<Directive> {
    let mut next = None;
    let mut directives = Vec::new();
    for token in tokens.iter().rev() {
        match token {
            Token::Start(tag) => next = Some(tag.span),
            Token::End { .. } => next = None,
            Token::Text(_) | Token::CharacterData(_) => {}
            Token::Comment(span) => {
                if let Some(mut directive) = directive::read(span.of(text), *span) {
                    let file = Span::new(0, text.len() as u32);
                    directive.covers = if directive.is_file { Some(file) } else { next };
                    directives.push(directive);
                }
            }
        }
    }
    directives.reverse();
    directives
}

#[cfg(test)]
mod tests;
