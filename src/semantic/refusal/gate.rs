//! Data, and keys of the storage, that only ever take an authorize button away.

use std::collections::{BTreeMap, BTreeSet};

use crate::project::{Project, UnitId};
use crate::semantic::Semantics;
use crate::semantic::data::remembered::Judged;
use crate::semantic::data::stored::{Stored, kept};
use crate::semantic::markup::{
    AuthButton, Datum, InstanceId, Literal, Outline, Term, View, ViewId,
};
use crate::semantic::values::CallId;
use crate::source::FileId;
use crate::syntax::File;
use crate::syntax::axml::Element;

/// Conditions are looked at no further out than this.
const MOST_GUARDS: usize = 64;

/// No more pairs of a datum and a key of the storage than this are looked at.
const MOST_KEYS: usize = 256;

/// A button is compared with no more others than this.
const MOST_OTHERS: usize = 64;

/// A datum that only ever takes an authorize button away.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Gate {
    /// The datum, of the unit by itself.
    pub(super) datum: Datum,
    /// The button, by its index in the markup's list.
    pub(super) button: usize,
    /// Whether the button stays where it is, but disabled.
    pub(super) is_disabled: bool,
    /// The key of the storage that decides over it, with the calls that write it; `None` where
    /// the unit sets it itself.
    pub(super) stored: Option<(String, Vec<CallId>)>,
}

/// The data that hide or disable an authorize button whenever they are set, and offer nothing in
/// its place.
pub(super) fn gates(
    files: &[File],
    project: &Project,
    semantics: &Semantics,
    keys: &mut Keys<'_>,
) -> BTreeSet<Gate> {
    let outlines = semantics.markup.outlines.iter().map(|outline| (outline.unit, outline));
    let mut search = Search {
        files,
        project,
        semantics,
        outlines: outlines.collect(),
        offered: BTreeMap::new(),
        gates: BTreeSet::new(),
    };
    for view in &semantics.markup.views {
        for (node, button) in &view.buttons {
            for (term, holds, is_disabled) in conditions(view, *node) {
                for datum in term.data() {
                    let is_alone = search.is_kept(view, *node, datum)
                        && !has_another(semantics, view, (*node, *button), datum);
                    if is_alone {
                        let of = (datum, *button, is_disabled);
                        search.judge((view, *node), of, (term, holds), keys);
                    }
                }
            }
        }
    }
    search.gates
}

struct Search<'a> {
    files: &'a [File],
    project: &'a Project,
    semantics: &'a Semantics,
    outlines: BTreeMap<UnitId, &'a Outline>,
    /// Whether a unit offers something else where its datum has a value.
    offered: BTreeMap<(Datum, Literal), bool>,
    gates: BTreeSet<Gate>,
}

impl Search<'_> {
    /// Whether `datum`, on which the button at `node` depends, is kept as long as the page is: it is the
    /// page's own, or that of a component which nothing takes away and brings back anew, as a condition
    /// or a loop around its tag may.
    fn is_kept(&self, view: &View, node: ViewId, datum: &Datum) -> bool {
        if datum.unit == view.unit {
            return true;
        }
        let instance = self.semantics.markup.instances.get(datum.instance.0 as usize);
        let Some((tag, scope)) = instance.and_then(|instance| instance.tag) else { return false };
        let around = view.outwards(node).map(|(_, around)| around);
        let mut around = around.skip_while(|it| (it.element, it.instance) != (tag, scope.instance));
        let is_fixed = |element: Option<&Element>| {
            element.is_some_and(|element| element.attribute("a:for").is_none())
        };
        let mut is_found = false;
        around.all(|it| {
            is_found = true;
            it.guards.is_empty() && is_fixed(it.element.of(self.files))
        }) && is_found
    }

    /// Adds what takes `button` away by setting `datum`, on which the condition `term` depends.
    fn judge(
        &mut self,
        (view, node): (&View, ViewId),
        (datum, button, is_disabled): (&Datum, usize, bool),
        (term, holds): (&Term, bool),
        keys: &mut Keys<'_>,
    ) {
        let Self { files, project, semantics, .. } = *self;
        let Some(outline) = self.outlines.get(&datum.unit) else { return };
        let own = Datum { instance: InstanceId(datum.unit.0), ..datum.clone() };
        let add = |gates: &mut BTreeSet<Gate>, stored| {
            let datum = own.clone();
            gates.insert(Gate { datum, button, is_disabled, stored });
        };
        let offered = &mut self.offered;
        let mut takes = |value: &Literal| {
            let is_taken = term.truth(&only(datum, value)) == Some(!holds);
            is_taken
                && !is_elsewhere(view, (node, button), &only(datum, value))
                && !*offered
                    .entry((own.clone(), value.clone()))
                    .or_insert_with(|| outline.offers_for(&own, &only(&own, value)))
        };
        let sets = semantics.all_sets(project, datum).unwrap_or_default();
        let is_taken = !sets.is_empty() && sets.iter().all(&mut takes);
        if is_taken && !semantics.initial(files, datum).is_some_and(|value| takes(&value)) {
            add(&mut self.gates, None);
        }
        if !semantics.is_open(project, datum) {
            let stored = keys.deciding(project, datum, &mut takes);
            stored.into_iter().for_each(|stored| add(&mut self.gates, Some(stored)));
        }
    }
}

/// The keys of the storage, and what sets the data that they may decide over.
pub(super) struct Keys<'a> {
    files: &'a [File],
    semantics: &'a Semantics,
    kept: BTreeMap<String, Stored>,
    pub(super) setters: BTreeMap<UnitId, Vec<CallId>>,
    /// The files whose scripts set data of units.
    setting: BTreeMap<UnitId, BTreeSet<FileId>>,
    /// How many pairs of a datum and a key may still be looked at.
    left: usize,
}

impl<'a> Keys<'a> {
    pub(super) fn new(files: &'a [File], semantics: &'a Semantics) -> Self {
        let (kept, setters) = (kept(files, semantics), semantics.setters(files));
        let file = |call: &CallId| {
            let site = semantics.values.call(*call);
            semantics.values.instance(site.instance).file
        };
        let setting = setters.iter().map(|(unit, calls)| (*unit, calls.iter().map(file).collect()));
        let setting = setting.collect();
        Self { files, semantics, kept, setters, setting, left: MOST_KEYS }
    }

    /// The key that decides over `datum`, with the calls that write it; `takes` tells which values
    /// take the button away.
    fn deciding(
        &mut self,
        project: &Project,
        datum: &Datum,
        takes: &mut dyn FnMut(&Literal) -> bool,
    ) -> Option<(String, Vec<CallId>)> {
        let Self { files, semantics, .. } = *self;
        let setters = self.setters.get(&datum.unit).map_or(&[][..], Vec::as_slice);
        let setting = self.setting.get(&datum.unit);
        let own = project.unit(datum.unit).script;
        let is_read = |file| own == Some(file) || setting.is_some_and(|it| it.contains(&file));
        let judged = Judged { files, semantics, datum, setters };
        let (name, key) = self.kept.iter().find(|(_, key)| {
            let is_near = key.read_in().any(is_read);
            self.left > 0 && is_near && {
                self.left -= 1;
                key.takes_away(judged, takes)
            }
        })?;
        Some((name.clone(), key.writes.iter().map(|write| write.call).collect()))
    }
}

/// What must hold, or not, for a button to be there and of use.
fn conditions(view: &View, node: ViewId) -> Vec<(&Term, bool, bool)> {
    let guards = view.guards(node).take(MOST_GUARDS).map(|(term, holds)| (term, *holds, false));
    let disabled = view.node(node).disabled.iter().map(|term| (term, false, true));
    guards.chain(disabled).collect()
}

fn only<'a>(datum: &'a Datum, value: &'a Literal) -> impl Fn(&Datum) -> Option<Literal> + use<'a> {
    move |it| (it == datum).then(|| value.clone())
}

/// Whether the page has another button for the same, which does not depend on `datum`.
fn has_another(
    semantics: &Semantics,
    view: &View,
    (node, button): (ViewId, usize),
    datum: &Datum,
) -> bool {
    let buttons = &semantics.markup.buttons;
    let scopes = |at: usize| buttons.get(at).map(AuthButton::scopes).unwrap_or_default();
    let own = scopes(button);
    view.buttons.iter().take(MOST_OTHERS).any(|(other, at)| {
        let is_same = scopes(*at).iter().any(|scope| own.contains(scope));
        let depends = conditions(view, *other).into_iter().any(|(term, ..)| term.reads(datum));
        *other != node && is_same && !depends
    })
}

/// Whether the same button may stand at another place, given what is known of the data: what fills
/// several slots, or a component that is used several times.
fn is_elsewhere(
    view: &View,
    (node, button): (ViewId, usize),
    data: &dyn Fn(&Datum) -> Option<Literal>,
) -> bool {
    view.buttons.iter().take(MOST_OTHERS).any(|(other, at)| {
        let mut conditions = conditions(view, *other).into_iter();
        *other != node
            && *at == button
            && !conditions.any(|(term, holds, _)| term.truth(data) == Some(!holds))
    })
}
