//! What the user checks: checkboxes, radios, switches; how they start and what stands beside them.

use std::collections::BTreeMap;

use crate::platform::{ChoiceTag, native_choice};
use crate::project::{Project, UnitId, UnitKind};
use crate::source::FileSpan;
use crate::syntax::File;
use crate::syntax::axml::{Attribute, Element, NodeId, NodeKind, Part, Template, Value};

use super::button::{self, Target};
use super::literal::Literal;
use super::names::{InstanceId, Names, Scope, Spot, property_of};
use super::term::{self, Datum, Term};
use super::tree::{ElementId, Tree};

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

/// A property by which a component starts something to check that it holds.
#[derive(Clone, Debug)]
pub(super) struct Start {
    property: String,
    /// What stands beside it there.
    texts: Vec<Term>,
    is_agreement: bool,
}

/// These properties, by component.
pub(super) type Starts = BTreeMap<UnitId, Vec<Start>>;

/// So deeply components may hand such a property on.
const HANDED: usize = 4;

/// An element in a template of a unit, and what its tag stands for.
pub(super) type Tagged<'t> = (ElementId, &'t Element, Target<'t>);

/// The properties by which the components of `project` start what they hold.
#[must_use]
pub(super) fn starts(names: &Names<'_>, project: &Project, trees: &[Tree]) -> Starts {
    let mut starts = Starts::new();
    for _ in 0..HANDED {
        let mut found = Starts::new();
        for (unit, tree) in (0..).map(UnitId).zip(trees) {
            let (kind, is_library) = (project.unit(unit).kind, project.unit(unit).is_library);
            if kind != UnitKind::Component || is_library {
                continue;
            }
            for (_, item) in tree.items().filter(|(_, item)| item.is_rendered) {
                let Some(element) = item.element.of(names.files) else { continue };
                let what = (item.element, element, button::target(project, unit, &element.name));
                let scope = Scope { instance: InstanceId(unit.0), frame: item.frame };
                for choice in read(names, (project, &starts), (unit, scope), what) {
                    found.entry(unit).or_default().extend(choice.start());
                }
            }
        }
        let count = |starts: &Starts| starts.values().map(Vec::len).sum::<usize>();
        if count(&found) == count(&starts) {
            break;
        }
        starts = found;
    }
    starts
}

impl Choice {
    /// The property of the component around it by which it starts checked.
    fn start(self) -> Option<Start> {
        let datum = self.checked.into_iter().find_map(|(_, term)| match term {
            Term::Datum(datum) if datum.unit == self.unit => Some(datum),
            _ => None,
        })?;
        let [property] = datum.path.try_into().ok()?;
        Some(Start { property, texts: self.texts, is_agreement: self.is_agreement })
    }
}

/// What `element`, in a template of `unit`, where its tag stands for `target`, lets the user check.
#[must_use]
pub(super) fn read(
    names: &Names<'_>,
    (project, starts): (&Project, &Starts),
    (unit, scope): (UnitId, Scope),
    (id, element, target): Tagged<'_>,
) -> Vec<Choice> {
    let reader = Reader { names, id, scope };
    let is_choice = |element: &Element| {
        let target = button::target(project, unit, &element.name);
        self::tag(project, target, element).is_some() || !started(starts, target).is_empty()
    };
    let template = names.files.get(id.file.index()).and_then(File::template);
    let beside = |levels| {
        let values = template.map(|template| beside(template, id.node, levels, &is_choice));
        values.into_iter().flatten().flat_map(|value| reader.texts(value))
    };
    let choice = |checked: Vec<_>, texts, is_agreement| {
        (!checked.is_empty()).then_some(Choice { unit, element: id, checked, texts, is_agreement })
    };
    if let Some(tag) = tag(project, target, element) {
        let checked = tag.checked.iter().filter_map(|name| reader.checked(element, name));
        let texts = reader.attributes(element).into_iter().chain(beside(LEVELS));
        return choice(checked.collect(), texts.collect(), tag.is_agreement).into_iter().collect();
    }
    let choices = started(starts, target).iter().filter_map(|start| {
        let checked = reader.checked(element, &start.property);
        let mut texts = reader.handed(element, start);
        // What says something itself is not about what stands around it.
        let levels = if texts.iter().all(is_blank) { LEVELS } else { 0 };
        texts.extend(beside(levels));
        choice(checked.into_iter().collect(), texts, start.is_agreement)
    });
    choices.collect()
}

/// The properties by which the component that a tag stands for starts what it holds.
fn started<'s>(starts: &'s Starts, target: Target<'_>) -> &'s [Start] {
    match target {
        Target::Component(component) => starts.get(&component).map_or(&[], Vec::as_slice),
        Target::Native | Target::Unread(_) => &[],
    }
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
        let attribute = property_of(element, name)?;
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

    /// What stands beside what a component holds, with what its tag `element` hands over.
    fn handed(&self, element: &Element, start: &Start) -> Vec<Term> {
        let handed = start.texts.iter().flat_map(|term| match term {
            Term::Datum(Datum { path, .. }) => {
                let attribute = path.first().and_then(|name| property_of(element, name));
                let value = attribute.filter(|_| path.len() == 1).and_then(|it| it.value.as_ref());
                value.map(|value| self.texts(value)).unwrap_or_default()
            }
            other => vec![other.clone()],
        });
        handed.chain(self.attributes(element)).collect()
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

fn is_blank(term: &Term) -> bool {
    matches!(term, Term::Literal(Literal::Text(text)) if text.trim().is_empty())
}

/// The texts that belong to the choice `id`, `levels` around it at most: those inside it, else those of the innermost element
/// around it that has any. Where that holds several choices, those up to the next one; behind the
/// last one those back to the one before, if nothing follows.
fn beside<'t>(
    template: &'t Template,
    id: NodeId,
    levels: usize,
    is_choice: &dyn Fn(&Element) -> bool,
) -> Vec<&'t Value> {
    let mut around = Some(id);
    for _ in 0..=levels {
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
