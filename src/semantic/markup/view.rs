//! Screens: a page with the components that it renders, as far as they lead to auth buttons.

use std::collections::{BTreeMap, BTreeSet};

use crate::platform::button_scopes;
use crate::project::UnitId;

use super::literal::Literal;
use super::looks::Looks;
use super::modal::Opened;
use super::names::InstanceId;
use super::term::{Datum, Term};
use super::together::{Guard, contradict};
use super::tree::ElementId;

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
    around: Vec<Around>,
    /// The uses of components on it, each with the use in whose template its tag stands.
    owners: BTreeMap<InstanceId, InstanceId>,
    /// The uses of components that are known to be modals.
    trusted: BTreeSet<InstanceId>,
    /// The nodes that are auth buttons, with their indices in [`super::Markup::buttons`].
    pub buttons: Vec<(ViewId, usize)>,
    /// Whether some places where buttons stand were left out.
    pub is_cut: bool,
    /// The scope that each of these asks for here, if it is one in any case.
    scopes: Vec<Option<&'static str>>,
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
    /// The use of that unit.
    pub instance: InstanceId,
    /// Its own conditions; `hidden` and the property that opens a component included.
    pub guards: Vec<Guard>,
    /// What disables it.
    pub disabled: Option<Term>,
    /// Whether its class or style may hide it; of what is no modal only what is certain.
    pub looks: Looks,
    /// What it is as a modal.
    pub modal: Option<Opened>,
    /// Whether only its children are on the screen: blocks, slots, components that were read.
    pub is_transparent: bool,
}

/// What lies around a node; it is found once, on the way in.
#[derive(Clone, Copy, Debug, Default)]
struct Around {
    /// Whether it or something around it has a condition.
    is_conditional: bool,
    /// The outermost modal-like element, itself included.
    modal: Option<ViewId>,
    /// The outermost of these that has a condition.
    conditional_modal: Option<ViewId>,
    /// The innermost element that is on the screen, itself included.
    shown: Option<ViewId>,
}

/// A `userInfo` and a `phoneNumber` button that are on the screen together.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pair {
    /// The first of both, an index in [`super::Markup::buttons`].
    pub first: usize,
    /// The first's tag, or that of the component that holds it but not the second.
    pub first_at: ElementId,
    /// The second of both.
    pub second: usize,
    /// The second's tag, or that of the component that holds it but not the first.
    pub second_at: ElementId,
    /// The modal that holds them; `None` for buttons beside each other outside any.
    pub modal: Option<ElementId>,
}

impl ViewNode {
    /// Whether it is on the screen where what is around it is, given what is known of the data.
    fn is_shown(&self, data: &dyn Fn(&Datum) -> Option<Literal>) -> Option<bool> {
        if self.modal == Some(Opened::ByScript) {
            return Some(false);
        }
        let guards =
            self.guards.iter().map(|(term, holds)| term.truth(data).map(|it| it == *holds));
        let looks = self.looks.when.iter().map(|term| term.truth(data));
        let mut known = Some(true).filter(|_| !self.looks.is_unknown);
        for truth in guards.chain(looks) {
            match truth {
                Some(true) => {}
                Some(false) => return truth,
                None => known = None,
            }
        }
        known
    }
}

impl Pair {
    /// Its buttons with their tags, whichever comes first.
    fn both(&self) -> [(usize, ElementId); 2] {
        let mut both = [(self.first, self.first_at), (self.second, self.second_at)];
        both.sort_unstable();
        both
    }
}

/// How many conditions around a button are looked at, the innermost first.
const GUARDS: usize = 64;
/// How many elements around a button are looked at.
const LEVELS: usize = 4096;
/// How many earlier buttons one is compared with.
const COMPARED: usize = 16;

impl View {
    /// An empty view of `unit`.
    pub(super) fn new(unit: UnitId) -> Self {
        Self {
            unit,
            nodes: Vec::new(),
            around: Vec::new(),
            owners: BTreeMap::new(),
            trusted: BTreeSet::new(),
            buttons: Vec::new(),
            is_cut: false,
            scopes: Vec::new(),
        }
    }

    /// Adds a node behind those around it.
    pub(super) fn push(&mut self, mut node: ViewNode) -> ViewId {
        let id = ViewId(self.nodes.len() as u32);
        if node.modal.is_none() && !self.is_root_of_modal(&node) {
            node.looks = Looks { when: node.looks.when, ..Looks::default() };
        }
        let mut around = self.around(node.parent);
        around.is_conditional |= !node.guards.is_empty();
        let is_modal = match node.modal {
            None => false,
            Some(Opened::FullScreen) => around.is_conditional,
            Some(_) => true,
        };
        if is_modal {
            around.modal = around.modal.or(Some(id));
        }
        if is_modal && !(node.guards.is_empty() && node.looks.when.is_empty()) {
            around.conditional_modal = around.conditional_modal.or(Some(id));
        }
        if !node.is_transparent {
            around.shown = Some(id);
        }
        self.nodes.push(node);
        self.around.push(around);
        id
    }

    /// Adds the auth button `button`, which asks for `scope` here.
    pub(super) fn ask(&mut self, node: ViewId, button: usize, scope: Option<&'static str>) {
        self.buttons.push((node, button));
        self.scopes.push(scope);
    }

    /// Notes that the tag of `used` is the node `tag`.
    pub(super) fn own(&mut self, used: InstanceId, tag: ViewId) {
        let ViewNode { instance, modal, .. } = self.node(tag);
        let is_known = matches!(modal, Some(Opened::When(_) | Opened::ByScript));
        let owner = *instance;
        self.owners.insert(used, owner);
        self.trusted.extend(is_known.then_some(used));
    }

    fn around(&self, id: Option<ViewId>) -> Around {
        id.and_then(|id| self.around.get(id.0 as usize)).copied().unwrap_or_default()
    }

    /// The node `id`.
    #[must_use]
    pub fn node(&self, id: ViewId) -> &ViewNode {
        &self.nodes[id.0 as usize]
    }

    /// The node `id` and those around it, innermost first.
    pub fn outwards(&self, id: ViewId) -> impl Iterator<Item = (ViewId, &ViewNode)> {
        std::iter::successors(Some(id), |id| self.node(*id).parent).map(|id| (id, self.node(id)))
    }

    /// The modal that `id` lies in, or is: of nested modal-like elements the outermost with a
    /// condition, else the outermost.
    #[must_use]
    pub fn modal_of(&self, id: ViewId) -> Option<ViewId> {
        let around = self.around(Some(id));
        around.conditional_modal.or(around.modal)
    }

    /// The element that lies around `id` on the screen; `None` for the page itself.
    #[must_use]
    pub fn parent_of(&self, id: ViewId) -> Option<ViewId> {
        self.around(self.node(id).parent).shown
    }

    /// The conditions of `id` and of all around it.
    pub fn guards(&self, id: ViewId) -> impl Iterator<Item = &Guard> {
        self.outwards(id).flat_map(|(_, node)| &node.guards)
    }

    /// Whether `id` is on the screen, given what is known of the data; `None` where that does not
    /// suffice.
    #[must_use]
    pub fn is_shown(&self, id: ViewId, data: &dyn Fn(&Datum) -> Option<Literal>) -> Option<bool> {
        let mut known = Some(true);
        for (_, node) in self.outwards(id) {
            match node.is_shown(data) {
                Some(true) => {}
                Some(false) => return Some(false),
                None => known = None,
            }
        }
        known
    }

    /// Whether the user meets the button `button` of `modal`, given what is known of the data: the
    /// modal is there, and nothing inside is known to hide the button.
    #[must_use]
    pub fn is_open(
        &self,
        (modal, button): (ViewId, ViewId),
        data: &dyn Fn(&Datum) -> Option<Literal>,
    ) -> bool {
        let outer = self.opening(modal, button);
        let mut inside = self.outwards(button).take_while(|(id, _)| *id != outer);
        let may_be = |node: &ViewNode| {
            // How a known component goes about it is its own business.
            self.trusted.contains(&node.instance)
                || match node.is_shown(data) {
                    Some(is_shown) => is_shown,
                    // A modal made of another one is open where that is.
                    None => !self.is_root_of_modal(node),
                }
        };
        self.is_shown(outer, data) == Some(true) && inside.all(|(_, node)| may_be(node))
    }

    /// The data that must never change for `modal` with `button` to be open: its looks depend on
    /// them in a way that does not tell.
    pub fn steady(&self, (modal, button): (ViewId, ViewId)) -> impl Iterator<Item = &Datum> {
        let outer = self.opening(modal, button);
        self.outwards(outer).flat_map(|(_, node)| &node.looks.steady)
    }

    /// The element that decides whether `modal`, which holds `button`, is open: of a component that
    /// is a modal by its name its root.
    fn opening(&self, modal: ViewId, button: ViewId) -> ViewId {
        let inside = self.outwards(button).take_while(|(id, _)| *id != modal);
        let root = inside.last().filter(|(id, node)| *id != button && self.is_root_of_modal(node));
        root.map_or(modal, |(id, _)| id)
    }

    /// Whether `node` is a root of a component that is a modal by its name.
    fn is_root_of_modal(&self, node: &ViewNode) -> bool {
        let tag = node.parent.and_then(|parent| self.nodes.get(parent.0 as usize));
        let is_modal = |tag: &ViewNode| tag.modal == Some(Opened::Always);
        tag.is_some_and(|tag| is_modal(tag) && tag.instance != node.instance)
    }

    /// The element that stands for `id` in the template of the view's own unit: itself, or the
    /// tag of the component that it is inside.
    #[must_use]
    pub fn own_element(&self, id: ViewId) -> ElementId {
        let mut around = self.outwards(id).map(|(_, node)| node);
        let own = around.find(|node| !self.owners.contains_key(&node.instance));
        own.unwrap_or(self.node(id)).element
    }

    /// The modals with auth buttons, each with the buttons in it.
    #[must_use]
    pub fn modals(&self) -> BTreeMap<ViewId, Vec<(ViewId, usize)>> {
        let mut modals: BTreeMap<ViewId, Vec<(ViewId, usize)>> = BTreeMap::new();
        for (node, button) in &self.buttons {
            if let Some(modal) = self.modal_of(*node) {
                modals.entry(modal).or_default().push((*node, *button));
            }
        }
        modals
    }

    /// Whether `left` and `right` are never on the screen together.
    #[must_use]
    pub fn are_exclusive(&self, left: ViewId, right: ViewId) -> bool {
        contradict(self.guards(left).take(GUARDS).chain(self.guards(right).take(GUARDS)))
    }

    /// The pairs of buttons for different scopes that are together.
    #[must_use]
    pub fn pairs(&self) -> Vec<Pair> {
        let mut pairs = Vec::new();
        let mut earlier: BTreeMap<(Place, &str), Vec<(ViewId, usize)>> = BTreeMap::new();
        for ((node, second), scope) in self.buttons.iter().zip(&self.scopes) {
            let Some(scope) = *scope else { continue };
            let place = self.place(*node);
            let others = button_scopes().filter(|it| *it != scope);
            let others = others.filter_map(|other| earlier.get(&(place, other)));
            let mut others = others.flat_map(|list| list.iter().take(COMPARED));
            if let Some((other, first)) = others.find(|it| !self.are_exclusive(it.0, *node)) {
                let modal = match place {
                    Place::Modal(modal) => Some(self.node(modal).element),
                    Place::Beside(_) => None,
                };
                pairs.push(Pair {
                    first: *first,
                    first_at: self.apart(*other, *node),
                    second: *second,
                    second_at: self.apart(*node, *other),
                    modal,
                });
            }
            earlier.entry((place, scope)).or_default().push((*node, *second));
        }
        // What fills several slots is one fault, in a modal if one of them is.
        pairs.sort_by_key(|pair| (pair.both(), pair.modal.is_none()));
        pairs.dedup_by_key(|pair| pair.both());
        pairs
    }

    /// The outermost element that holds `id` in a component that does not hold `other`, else `id`.
    fn apart(&self, id: ViewId, other: ViewId) -> ElementId {
        let owner = |instance: &InstanceId| self.owners.get(instance).copied();
        let around_other: BTreeSet<InstanceId> =
            std::iter::successors(Some(self.node(other).instance), owner).collect();
        let mut around = self.outwards(id).take(LEVELS).map(|(_, node)| node);
        let shared = around.find(|node| around_other.contains(&node.instance));
        shared.unwrap_or(self.node(id)).element
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
