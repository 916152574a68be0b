//! Templates as the user meets them: auth buttons, bound handlers, modals.
//!
//! ```text
//! tree, templates,
//!   expand         a unit's template with its includes and templates
//! names            what the names in it stand for
//! constants        the constants that a value can be
//! term, together   conditions, and whether they exclude each other
//! tag              the attributes that have to do with consent
//! relay            what handlers of compiled programs run
//! place            where in the data a value lies
//! button, judge,
//!   forward        auth buttons, also behind components
//! choice           checkboxes and the texts beside them
//! handler          what calls which function
//! compose, marks,
//!   view           screens: pages with their components, as far as they lead to auth buttons
//! looks            classes and styles that hide
//! outline          what else can be done on these pages
//! ```

mod button;
mod choice;
mod compose;
mod constants;
mod expand;
mod forward;
mod handler;
mod judge;
mod literal;
mod looks;
mod marks;
mod modal;
mod names;
mod outline;
mod place;
mod relay;
mod tag;
mod templates;
mod term;
mod together;
mod tree;
mod view;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::project::{Project, UnitId};
use crate::source::FileId;
use crate::syntax::File;
use crate::syntax::axml::NodeId;

pub use button::{
    Answered, AuthButton, ButtonKind, Handed, Target, corrected, is_authorize, split, target,
};
pub use choice::Choice;
pub use constants::{Alternatives, Constant};
pub use forward::handing;
pub use handler::{Handler, RaisedBy, Role};
pub use literal::Literal;
pub use looks::Looks;
pub use modal::Opened;
pub use names::{Instance, InstanceId, Kept, KeptBy, Read, Scope, property_name};
pub use outline::Outline;
pub use place::{ITEM, Path, Places};
pub use tag::{AuthTag, Binding, BoundEvent, Setting};
pub use term::{Datum, Term};
pub use together::{Guard, contradict};
pub use tree::{ElementId, FrameId, Item, ItemId, Tree};
pub use view::{Pair, View, ViewId, ViewNode};

/// All templates of a program, expanded.
#[derive(Clone, Debug, Default)]
pub struct Markup {
    /// The auth buttons outside libraries, by unit and place: each element once for each use of
    /// the template it stands in, also where a condition never holds.
    pub buttons: Vec<AuthButton>,
    /// The elements of the platform outside libraries that have an attribute that has to do with
    /// consent, by unit and place.
    pub tags: Vec<AuthTag>,
    /// What the user checks outside libraries, by unit and place.
    pub choices: Vec<Choice>,
    /// The bound handlers, by unit and place.
    pub handlers: Vec<Handler>,
    /// The components that are rendered, by unit and place.
    pub renders: Vec<Render>,
    /// The screens with auth buttons.
    pub views: Vec<View>,
    /// What else the pages with auth buttons, and the components on them, let the user do.
    pub outlines: Vec<Outline>,
    /// The buttons for different scopes that are together.
    pub pairs: Vec<Pair>,
    /// The uses of units, by [`InstanceId`]; the first are the units by themselves.
    pub instances: Vec<Instance>,
    /// The trees, by unit.
    pub trees: Vec<Tree>,
    /// What names in them stand for.
    frames: Vec<tree::Frame>,
}

/// A use of a component that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Render {
    /// The unit whose template uses it.
    pub unit: UnitId,
    /// The template.
    pub file: FileId,
    /// The tag.
    pub node: NodeId,
    /// The component.
    pub child: UnitId,
    /// What it is given, by the name of the property as written.
    pub properties: BTreeMap<String, Given>,
    /// Where in the data of `unit` what it is given can lie, by the name of the property.
    pub places: BTreeMap<String, Places>,
}

impl Render {
    /// What the component is given for the property `name`.
    #[must_use]
    pub fn property(&self, name: &str) -> Option<&Given> {
        let mut given = self.properties.iter().filter(|(written, _)| names::sets(written, name));
        given.next().map(|(_, given)| given)
    }
}

/// What a component is given for a property.
#[derive(Clone, Debug, PartialEq)]
pub enum Given {
    /// The functions of the unit that it can call.
    Functions(Binding),
    /// A value: its constants, and what it is; without one `true`.
    Value(Alternatives, Term),
}

impl Markup {
    /// Expands the templates of `project`.
    #[must_use]
    pub fn new(files: &[File], project: &Project) -> Self {
        Self::with(files, project, &|_| None)
    }

    /// Expands the templates of `project`, in whose data is what `kept` tells.
    #[must_use]
    pub fn with(files: &[File], project: &Project, kept: &KeptBy<'_>) -> Self {
        let mut instances: Vec<Instance> =
            project.units().map(|(unit, _)| Instance { unit, tag: None }).collect();
        let (trees, frames) = expand::expand(files, project, &instances);
        let mut markup = Self::default();
        let mut judge = judge::Judge::new(files, project, &trees, &frames, instances.clone(), kept);
        let starts = choice::starts(&judge.names(), project, &trees);
        for (unit, tree) in (0..).map(UnitId).zip(&trees) {
            for (id, _) in tree.items() {
                markup.item(&mut judge, &starts, (unit, tree, id));
            }
        }
        let all = compose::Expanded { files, project, trees: &trees, frames: &frames, kept };
        markup.views = compose::views(all, &markup.buttons, &mut instances);
        let pairs = markup.views.iter().flat_map(View::pairs);
        markup.pairs = pairs.collect();
        markup.pairs.sort_unstable();
        markup.pairs.dedup();
        markup.instances = instances;
        markup.outlines = outline::outlines(all, &markup);
        markup.trees = trees;
        markup.frames = frames;
        markup
    }

    /// The components that the template of `unit` renders.
    #[must_use]
    pub fn renders_of(&self, unit: UnitId) -> &[Render] {
        let first = self.renders.partition_point(|render| render.unit < unit);
        let end = self.renders.partition_point(|render| render.unit <= unit);
        &self.renders[first..end]
    }

    fn item(
        &mut self,
        judge: &mut judge::Judge<'_>,
        starts: &choice::Starts,
        (unit, tree, id): (UnitId, &Tree, ItemId),
    ) {
        let button = judge.button(unit, id);
        let (files, project) = (judge.files, judge.project);
        let item = tree.item(id);
        let names = judge.names();
        let Some(element) = item.element.of(files) else { return };
        let target = target(project, unit, &element.name);
        let scope = Scope { instance: InstanceId(unit.0), frame: item.frame };
        if item.is_rendered {
            let what = (item.element, element, target);
            handler::of_item(&names, (unit, scope), what, button.as_ref(), &mut self.handlers);
        }
        let is_library = is_library(project, unit, item.element.file);
        if item.is_rendered && !is_library {
            let what = (item.element, element, target);
            self.choices.extend(choice::read(&names, (project, starts), (unit, scope), what));
        }
        match target {
            Target::Component(child) if item.is_rendered => {
                let properties = properties(&names, item.element, element, scope);
                let ElementId { file, node } = item.element;
                let places = places(&names, file, element, scope);
                self.renders.push(Render { unit, file, node, child, properties, places });
            }
            Target::Native if !is_library && tag::may_ask(element) => {
                let tag = tag::read(&names, unit, item.element, scope);
                self.tags.extend(tag.filter(AuthTag::is_relevant));
            }
            _ => {}
        }
        self.buttons.extend(button.filter(|_| !is_library));
    }
}

/// Whether an element is none of the program's own.
fn is_library(project: &Project, unit: UnitId, file: FileId) -> bool {
    project.unit(unit).is_library || project.is_library(file)
}

fn properties(
    names: &names::Names<'_>,
    id: ElementId,
    element: &crate::syntax::axml::Element,
    scope: Scope,
) -> BTreeMap<String, Given> {
    let given = |attribute: &crate::syntax::axml::Attribute| match &attribute.value {
        None => Given::Value(Alternatives::default(), Term::Literal(Literal::Bool(true))),
        Some(_) if crate::platform::bound_event(&attribute.name).is_some() => {
            Given::Functions(tag::binding(names, id, attribute, scope))
        }
        Some(value) => {
            let constants = constants::of_value(names, id.file, value, scope);
            Given::Value(constants, given_term(names, id.file, value, scope))
        }
    };
    element.attributes.iter().rev().map(|it| (it.name.clone(), given(it))).collect()
}

/// What the value of a component's attribute is.
fn given_term(
    names: &names::Names<'_>,
    file: FileId,
    value: &crate::syntax::axml::Value,
    scope: Scope,
) -> Term {
    let text = || value.literal().map(|text| Term::Literal(Literal::Text(text.to_owned())));
    let written = || names.files.get(file.index()).map_or("", |file| value.span.of(&file.text));
    let term = term::of_value(names, file, value, scope).or_else(text);
    term.unwrap_or_else(|| Term::Opaque(scope, written().to_owned()))
}

/// Where what the tag `element` hands over can lie, apart from constants.
fn places(
    names: &names::Names<'_>,
    file: FileId,
    element: &crate::syntax::axml::Element,
    scope: Scope,
) -> BTreeMap<String, Places> {
    let handed = element.attributes.iter().rev().filter_map(|attribute| {
        let expr = attribute.value.as_ref()?.hole()?;
        if crate::platform::bound_event(&attribute.name).is_some() {
            return None;
        }
        let places = place::places(names, names::Spot { file, expr, scope });
        let name = names::property_name(&attribute.name);
        (places != Places::default()).then_some((name, places))
    });
    handed.collect()
}
