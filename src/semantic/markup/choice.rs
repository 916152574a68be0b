//! What the user checks: checkboxes, radios, switches; how they start and what stands beside them.

use super::button::{self, Target};
use super::names::{Names, Scope, Spot};
use super::term::{self, Datum, Literal, Term};
use super::tree::ElementId;
use crate::platform::{ChoiceTag, native_choice};
use crate::project::{Project, UnitId};
use crate::source::FileSpan;
use crate::syntax::File;
use crate::syntax::axml::{Attribute, Element, NodeId, NodeKind, Part, Template, Value};

/// Something to check.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The unit whose template it stands in.
    pub unit: UnitId,
    /// The element.
    pub element: ElementId,
    /// The attributes that say how it starts, each with the value's place, or the name's of one
    /// without value.
    pub checked: Vec<(FileSpan, Term)>,
    /// What stands beside it.
    pub texts: Vec<Term>,
    /// Whether it is about an agreement whatever the texts are.
    pub is_agreement: bool,
}

/// So many nodes beside a choice are looked at.
const NODES: usize = 48;
/// So many elements around it.
const LEVELS: usize = 4;
/// The attributes that hold what a component says.
const TEXTS: [&str; 6] = ["label", "text", "title", "content", "desc", "aria-label"];

/// What `element`, in a template of `unit`, where its tag stands for `target`, lets the user check.
#[must_use]
pub(super) fn read(
    names: &Names<'_>,
    project: &Project,
    (unit, scope): (UnitId, Scope),
    (id, element, target): (ElementId, &Element, Target<'_>),
) -> Option<Choice> {
    let tag = tag(project, target, element)?;
    let reader = Reader { names, id, scope };
    let checked: Vec<_> =
        tag.checked.iter().filter_map(|name| reader.checked(element, name)).collect();
    if checked.is_empty() {
        return None;
    }
    let template = names.files.get(id.file.index()).and_then(File::template)?;
    let is_choice = |element: &Element| {
        let target = button::target(project, unit, &element.name);
        self::tag(project, target, element).is_some()
    };
    let mut texts = reader.attributes(element);
    for value in beside(template, id.node, &is_choice) {
        texts.extend(reader.texts(value));
    }
    Some(Choice { unit, element: id, checked, texts, is_agreement: tag.is_agreement })
}

fn tag<'a>(project: &'a Project, target: Target<'_>, element: &Element) -> Option<ChoiceTag<'a>> {
    match target {
        Target::Native => native_choice(&element.name),
        Target::Unread(path) => project.known.choice(path?),
        Target::Component(component) => project.known.choice(project.unit(component).path.as_str()),
    }
}

struct Reader<'n, 'a> {
    names: &'n Names<'a>,
    id: ElementId,
    scope: Scope,
}

impl Reader<'_, '_> {
    /// How the attribute `name` makes the element start; of `a.b` the member `b` of its object.
    fn checked(&self, element: &Element, name: &str) -> Option<(FileSpan, Term)> {
        let (name, member) = name.split_once('.').unwrap_or((name, ""));
        let attribute = element.attribute(name)?;
        let file = self.id.file;
        let Some(value) = &attribute.value else {
            let always = Term::Literal(Literal::Bool(true));
            return member.is_empty().then(|| (FileSpan::new(file, attribute.name_span), always));
        };
        let term = match (value.hole(), value.literal()) {
            (Some(expr), _) => term::of_expr(self.names, Spot { file, expr, scope: self.scope }),
            (None, Some(text)) => Term::Literal(Literal::Text(text.to_owned())),
            // Several pieces make a text that is not empty.
            (None, None) => Term::Literal(Literal::Bool(true)),
        };
        let term = match (term, member) {
            (term, "") => term,
            (Term::Datum(Datum { instance, unit, mut path }), member) => {
                path.push(member.to_owned());
                Term::Datum(Datum { instance, unit, path })
            }
            _ => return None,
        };
        Some((FileSpan::new(file, value.span), term))
    }

    fn attributes(&self, element: &Element) -> Vec<Term> {
        let is_text = |it: &&Attribute| TEXTS.contains(&&*it.name);
        let values = element.attributes.iter().filter(is_text).filter_map(|it| it.value.as_ref());
        values.flat_map(|value| self.texts(value)).collect()
    }

    fn texts(&self, value: &Value) -> Vec<Term> {
        let file = self.id.file;
        let parts = value.parts.iter().map(|part| match part {
            Part::Text(text) => Term::Literal(Literal::Text(text.clone())),
            Part::Hole { expr, .. } => {
                term::of_expr(self.names, Spot { file, expr: *expr, scope: self.scope })
            }
        });
        parts.collect()
    }
}

/// The texts that belong to the choice `id`: those inside it, else those of the innermost element
/// around it that has any. Where that holds several choices, those up to the next one; behind the
/// last one those back to the one before, if nothing follows.
fn beside<'t>(
    template: &'t Template,
    id: NodeId,
    is_choice: &dyn Fn(&Element) -> bool,
) -> Vec<&'t Value> {
    let mut around = Some(id);
    for _ in 0..=LEVELS {
        let Some(node) = around else { break };
        let extent = template.node(node).span;
        let forward = (id.0 + 1..).map(NodeId).take(NODES);
        let backward = (0..id.0).rev().map(NodeId).take(NODES);
        let behind = run(template, forward, extent, is_choice);
        let found =
            if behind.is_empty() { run(template, backward, extent, is_choice) } else { behind };
        if !found.is_empty() {
            return found;
        }
        around = template.node(node).parent;
    }
    Vec::new()
}

/// The texts of `nodes` within `extent`, up to the next choice.
fn run<'t>(
    template: &'t Template,
    nodes: impl Iterator<Item = NodeId>,
    extent: crate::source::Span,
    is_choice: &dyn Fn(&Element) -> bool,
) -> Vec<&'t Value> {
    let mut texts = Vec::new();
    for node in nodes.map_while(|id| template.nodes.get(id.0 as usize)) {
        let holds = node.span.start <= extent.start && extent.end <= node.span.end;
        let is_inside = extent.start <= node.span.start && node.span.end <= extent.end;
        match &node.kind {
            _ if holds => {}
            _ if !is_inside => break,
            NodeKind::Text(value) => texts.push(value),
            NodeKind::Element(element) if is_choice(element) => break,
            NodeKind::Element(_) => {}
        }
    }
    texts
}
