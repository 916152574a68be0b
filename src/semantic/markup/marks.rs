//! What leads to auth buttons: units, and in their trees the items around.

use std::collections::{BTreeMap, BTreeSet};

use super::button::{AuthButton, Target, target};
use super::compose::Expanded;
use super::tree::{Item, ItemId};
use crate::project::UnitId;

/// The components that some unit's template uses.
pub(super) fn used(all: Expanded<'_>) -> BTreeSet<UnitId> {
    components(all).map(|(_, _, component)| component).collect()
}

/// The uses of components that were read: unit, item, component.
fn components(all: Expanded<'_>) -> impl Iterator<Item = (UnitId, ItemId, UnitId)> {
    (0..).map(UnitId).zip(all.trees).flat_map(move |(unit, tree)| {
        tree.items().filter_map(move |(id, item)| {
            let element = item.element.of(all.files)?;
            match target(all.project, unit, &element.name) {
                Target::Component(component) => Some((unit, id, component)),
                _ => None,
            }
        })
    })
}

/// What leads to auth buttons.
pub(super) struct Marks {
    /// The units that render a button somewhere.
    pub units: BTreeSet<UnitId>,
    /// The items with a button below, by unit.
    pub to_button: BTreeMap<UnitId, BTreeSet<ItemId>>,
    /// The items with a slot below, by unit.
    pub to_slot: BTreeMap<UnitId, BTreeSet<ItemId>>,
}

/// What leads to `buttons`.
pub(super) fn marks(all: Expanded<'_>, buttons: &[AuthButton]) -> Marks {
    let mut users: BTreeMap<UnitId, Vec<(UnitId, ItemId)>> = BTreeMap::new();
    for (unit, item, component) in components(all) {
        users.entry(component).or_default().push((unit, item));
    }
    let mut marks =
        Marks { units: BTreeSet::new(), to_button: BTreeMap::new(), to_slot: BTreeMap::new() };
    let mut reached: Vec<(UnitId, ItemId)> = buttons.iter().map(|it| (it.unit, it.item)).collect();
    while let Some((unit, item)) = reached.pop() {
        if marks.units.insert(unit) {
            reached.extend(users.remove(&unit).unwrap_or_default());
        }
        mark(all, unit, item, &mut marks.to_button);
    }
    for (unit, tree) in (0..).map(UnitId).zip(all.trees) {
        let is_slot = |item: &Item| item.element.of(all.files).is_some_and(|it| it.name == "slot");
        for (id, _) in tree.items().filter(|(_, item)| is_slot(item)) {
            mark(all, unit, id, &mut marks.to_slot);
        }
    }
    marks
}

/// Marks an item and those around it.
fn mark(
    all: Expanded<'_>,
    unit: UnitId,
    item: ItemId,
    marked: &mut BTreeMap<UnitId, BTreeSet<ItemId>>,
) {
    let Some(tree) = all.trees.get(unit.0 as usize) else { return };
    let marked = marked.entry(unit).or_default();
    let mut next = Some(item);
    while let Some(id) = next.filter(|id| marked.insert(*id)) {
        next = tree.item(id).parent;
    }
}
