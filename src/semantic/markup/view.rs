//! Screens: a page with the components that it renders, as far as they lead to auth buttons.

use std::collections::BTreeMap;

use super::button::AuthButton;
use super::modal::Opened;
use super::together::{Guard, contradict};
use super::tree::ElementId;
use crate::platform::button_scopes;
use crate::project::UnitId;

/// A node of one [`View`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ViewId(pub u32);

/// A page, or a component that no unit uses, with all that it renders around auth buttons.
/// A node stands before those inside it.
#[derive(Clone, Debug)]
pub struct View {
    /// The unit.
    pub unit: UnitId,
    /// The elements that lead to auth buttons, and the buttons.
    pub nodes: Vec<ViewNode>,
    /// The nodes that are auth buttons, with their indices in [`super::Markup::buttons`].
    pub buttons: Vec<(ViewId, usize)>,
}

/// An element on a screen.
#[derive(Clone, Debug)]
pub struct ViewNode {
    /// The element around it.
    pub parent: Option<ViewId>,
    /// The element.
    pub element: ElementId,
    /// The unit in whose tree it stands.
    pub unit: UnitId,
    /// Its own conditions; `hidden` and the property that opens a component included.
    pub guards: Vec<Guard>,
    /// What it is as a modal.
    pub modal: Option<Opened>,
    /// Whether only its children are on the screen: blocks, slots, components that were read.
    pub is_transparent: bool,
}

/// A `userInfo` and a `phoneNumber` button that are on the screen together.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pair {
    /// The first of both, an index in [`super::Markup::buttons`].
    pub first: usize,
    /// The second of both.
    pub second: usize,
    /// The modal that holds them; `None` for buttons beside each other outside any.
    pub modal: Option<ElementId>,
}

/// How many earlier buttons one is compared with.
const COMPARED: usize = 16;

impl View {
    /// The node `id`.
    #[must_use]
    pub fn node(&self, id: ViewId) -> &ViewNode {
        &self.nodes[id.0 as usize]
    }

    /// The node `id` and those around it, innermost first.
    pub fn outwards(&self, id: ViewId) -> impl Iterator<Item = (ViewId, &ViewNode)> {
        std::iter::successors(Some(id), |id| self.node(*id).parent).map(|id| (id, self.node(id)))
    }

    /// The modal that `id` lies in: of nested modal-like elements the outermost with a condition,
    /// else the outermost.
    #[must_use]
    pub fn modal_of(&self, id: ViewId) -> Option<ViewId> {
        let modals: Vec<ViewId> =
            self.outwards(id).skip(1).map(|(id, _)| id).filter(|id| self.is_modal(*id)).collect();
        let conditional = modals.iter().rev().find(|id| !self.node(**id).guards.is_empty());
        conditional.or(modals.last()).copied()
    }

    fn is_modal(&self, id: ViewId) -> bool {
        match self.node(id).modal {
            None => false,
            Some(Opened::FullScreen) => self.outwards(id).any(|(_, it)| !it.guards.is_empty()),
            Some(_) => true,
        }
    }

    /// The element that lies around `id` on the screen; `None` for the page itself.
    #[must_use]
    pub fn parent_of(&self, id: ViewId) -> Option<ViewId> {
        let mut around = self.outwards(id).skip(1);
        around.find(|(_, node)| !node.is_transparent).map(|(id, _)| id)
    }

    /// The conditions of `id` and of all around it.
    pub fn guards(&self, id: ViewId) -> impl Iterator<Item = &Guard> {
        self.outwards(id).flat_map(|(_, node)| &node.guards)
    }

    /// Whether `left` and `right` are never on the screen together.
    #[must_use]
    pub fn are_exclusive(&self, left: ViewId, right: ViewId) -> bool {
        contradict(self.guards(left).chain(self.guards(right)))
    }

    /// The pairs of buttons for different scopes that are together.
    #[must_use]
    pub fn pairs(&self, buttons: &[AuthButton]) -> Vec<Pair> {
        let mut pairs = Vec::new();
        let mut earlier: BTreeMap<(Place, &str), Vec<(ViewId, usize)>> = BTreeMap::new();
        for (node, second) in &self.buttons {
            let Some(scope) = buttons.get(*second).and_then(AuthButton::single_scope) else {
                continue;
            };
            let place = self.place(*node);
            let others = button_scopes().filter(|it| *it != scope);
            let others = others.filter_map(|other| earlier.get(&(place, other)));
            let mut others = others.flat_map(|list| list.iter().take(COMPARED));
            if let Some((_, first)) = others.find(|it| !self.are_exclusive(it.0, *node)) {
                let modal = match place {
                    Place::Modal(modal) => Some(self.node(modal).element),
                    Place::Beside(_) => None,
                };
                pairs.push(Pair { first: *first, second: *second, modal });
            }
            earlier.entry((place, scope)).or_default().push((*node, *second));
        }
        pairs
    }

    fn place(&self, id: ViewId) -> Place {
        match self.modal_of(id) {
            Some(modal) => Place::Modal(modal),
            None => Place::Beside(self.parent_of(id)),
        }
    }
}

/// Where two buttons must both be to be together.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Modal(ViewId),
    Beside(Option<ViewId>),
}
