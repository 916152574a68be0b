//! Refusals that cannot be reversed: they set the very datum that hides or disables the button.

use std::collections::{BTreeMap, BTreeSet};

use crate::finding::Label;
use crate::platform::Platform;
use crate::project::{Project, UnitId};
use crate::semantic::Semantics;
use crate::semantic::call_graph::{Edge, place};
use crate::semantic::consent::scope_of;
use crate::semantic::markup::{AuthButton, Datum, Literal, Term, View, ViewId};
use crate::semantic::prompt::Asking;
use crate::semantic::stored::{Stored, kept};
use crate::semantic::values::{CallId, FunctionNode, Token};
use crate::source::FileSpan;
use crate::syntax::File;

use super::refused::{Hop, Refusals};

/// Conditions are looked at no further out than this.
const MOST_GUARDS: usize = 64;

/// No more pairs of a datum and a key of the storage than this are looked at.
const MOST_KEYS: usize = 256;

/// A button is compared with no more others than this.
const MOST_OTHERS: usize = 64;

/// A refusal that cannot be reversed.
#[derive(Clone, Debug)]
pub struct Final {
    /// The `setData` that makes it final.
    pub at: FileSpan,
    /// The datum that it sets.
    pub name: String,
    /// The authorize button, by its index in the markup's list.
    pub button: usize,
    /// Whether the button stays where it is, but disabled.
    pub is_disabled: bool,
    /// Whether it is a key of the storage that is set.
    pub is_stored: bool,
    /// How it gets there.
    pub trace: Vec<Label>,
}

/// A datum that only ever takes an authorize button away.
#[derive(Clone, Debug)]
struct Gate {
    datum: Datum,
    button: usize,
    is_disabled: bool,
    /// The key of the storage that decides over it, with the calls that write it; `None` where
    /// the page sets it itself.
    stored: Option<(String, Vec<CallId>)>,
}

/// The refusals that cannot be reversed, one for each `setData`.
#[must_use]
pub fn finals(
    files: &[File],
    project: &Project,
    platform: &Platform,
    semantics: &Semantics,
) -> Vec<Final> {
    let mut keys = Keys::new(files, semantics);
    let gates = gates(files, project, semantics, &mut keys);
    if gates.is_empty() {
        return Vec::new();
    }
    let mut search = Search {
        files,
        semantics,
        refusals: Refusals::new(files, platform, semantics),
        setting: setting(semantics, &keys.setters, &gates),
        refusing: BTreeMap::new(),
        gates,
        found: BTreeMap::new(),
    };
    for (entry, hop) in search.refusals.bound() {
        search.look(vec![hop], Source::Button(entry));
    }
    for asking in semantics.askings(platform) {
        if scope_of(semantics.sites[asking.site].api).is_some() {
            let heard = search.refusals.heard(asking.call);
            search.look(heard, Source::Call(asking));
        }
    }
    search.unstored();
    search.found.into_values().collect()
}

/// The data of pages that hide or disable an authorize button whenever they are set, and offer
/// nothing in its place.
fn gates(
    files: &[File],
    project: &Project,
    semantics: &Semantics,
    keys: &mut Keys<'_>,
) -> Vec<Gate> {
    let outlines = semantics.markup.outlines.iter().map(|outline| (outline.unit, outline));
    let outlines: BTreeMap<_, _> = outlines.collect();
    let mut offered: BTreeMap<(Datum, Literal), bool> = BTreeMap::new();
    let mut gates = Vec::new();
    for view in &semantics.markup.views {
        let Some(outline) = outlines.get(&view.unit) else { continue };
        for (node, button) in &view.buttons {
            for (term, holds, is_disabled) in conditions(view, *node) {
                for datum in term.data() {
                    if datum.unit != view.unit {
                        continue;
                    }
                    if has_another(semantics, view, (*node, *button), datum) {
                        continue;
                    }
                    let mut add = |stored| {
                        let (datum, button) = (datum.clone(), *button);
                        gates.push(Gate { datum, button, is_disabled, stored });
                    };
                    let Some(sets) = semantics.all_sets(project, datum) else {
                        let is_free = !outline.offers_for(datum, &|_| None);
                        let stored = is_free.then(|| keys.deciding(datum)).flatten();
                        stored.into_iter().for_each(|stored| add(Some(stored)));
                        continue;
                    };
                    let mut takes = |value: &Literal| {
                        let data = only(datum, value);
                        let key = (datum.clone(), value.clone());
                        let is_taken = term.truth(&data) == Some(!holds);
                        is_taken
                            && !is_elsewhere(view, (*node, *button), &data)
                            && !*offered
                                .entry(key)
                                .or_insert_with(|| outline.offers_for(datum, &data))
                    };
                    let starts_taken =
                        semantics.initial(files, datum).is_some_and(|value| takes(&value));
                    let is_gate = !sets.is_empty() && sets.iter().all(takes) && !starts_taken;
                    if is_gate {
                        add(None);
                        keys.deciding(datum).into_iter().for_each(|stored| add(Some(stored)));
                    }
                }
            }
        }
    }
    gates
}

/// The keys of the storage, and what sets the data that they may decide over.
struct Keys<'a> {
    files: &'a [File],
    semantics: &'a Semantics,
    kept: BTreeMap<String, Stored>,
    setters: BTreeMap<UnitId, Vec<CallId>>,
    /// How many pairs of a datum and a key may still be looked at.
    left: usize,
}

impl<'a> Keys<'a> {
    fn new(files: &'a [File], semantics: &'a Semantics) -> Self {
        let (kept, setters) = (kept(semantics), semantics.setters(files));
        Self { files, semantics, kept, setters, left: MOST_KEYS }
    }

    /// The key that decides over `datum`, with the calls that write it.
    fn deciding(&mut self, datum: &Datum) -> Option<(String, Vec<CallId>)> {
        let Self { files, semantics, .. } = *self;
        let setters = self.setters.get(&datum.unit)?;
        let (name, key) = self.kept.iter().find(|(_, key)| {
            self.left > 0 && {
                self.left -= 1;
                key.decides(files, semantics, setters, datum)
            }
        })?;
        Some((name.clone(), key.writes.iter().map(|write| write.1).collect()))
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

/// The calls out of `setters` that set data of `gates`, by the function that makes them.
fn setting(
    semantics: &Semantics,
    setters: &BTreeMap<UnitId, Vec<CallId>>,
    gates: &[Gate],
) -> BTreeMap<FunctionNode, Vec<(CallId, usize)>> {
    let mut setting: BTreeMap<FunctionNode, Vec<(CallId, usize)>> = BTreeMap::new();
    for (gate, at) in gates.iter().zip(0..) {
        for call in gate.stored.iter().flat_map(|(_, writes)| writes) {
            setting.entry(semantics.values.call(*call).caller).or_default().push((*call, at));
        }
    }
    let gated: BTreeSet<UnitId> = gates.iter().map(|gate| gate.datum.unit).collect();
    let mut calls: BTreeMap<CallId, Vec<UnitId>> = BTreeMap::new();
    for unit in gated {
        for call in setters.get(&unit).into_iter().flatten() {
            calls.entry(*call).or_default().push(unit);
        }
    }
    for (call, units) in calls {
        if semantics.graph.guard(call).never {
            continue;
        }
        let site = semantics.values.call(call);
        let objects: Vec<Token> =
            site.arguments.first().map(|it| semantics.values.of(it.0)).unwrap_or_default();
        for (gate, at) in gates.iter().zip(0..) {
            let path = &gate.datum.path;
            let names: Vec<String> = (1..=path.len()).map(|to| path[..to].join(".")).collect();
            let is_set = |object: Token, name: &str| !semantics.values_of(object, name).is_empty();
            let sets = |object: &Token| {
                gate.stored.is_none() && names.iter().any(|name| is_set(*object, name))
            };
            if units.contains(&gate.datum.unit) && objects.iter().any(sets) {
                setting.entry(site.caller).or_default().push((call, at));
            }
        }
    }
    setting
}

/// What was refused.
#[derive(Clone, Copy)]
enum Source {
    /// The button that binds this entry.
    Button(u32),
    /// A call.
    Call(Asking),
}

struct Search<'a> {
    files: &'a [File],
    semantics: &'a Semantics,
    refusals: Refusals<'a>,
    setting: BTreeMap<FunctionNode, Vec<(CallId, usize)>>,
    gates: Vec<Gate>,
    /// The calls that were found on the path of a refusal.
    refusing: BTreeMap<CallId, FileSpan>,
    found: BTreeMap<FileSpan, Final>,
}

impl Search<'_> {
    /// Looks for what takes the button of `source` away behind `starts`.
    fn look(&mut self, starts: Vec<Hop>, source: Source) {
        let is_open = |edge: &Edge| !edge.guard.never && !edge.guard.confirmed;
        let refused = self.refusals.after(starts, &is_open);
        for at in &refused.places {
            let calls = self.setting.get(&at.function()).map_or(&[][..], Vec::as_slice);
            for (call, gate) in calls {
                let gate = &self.gates[*gate];
                let guard = self.semantics.graph.guard(*call);
                let runs = self.refusals.holds(*at, *call)
                    && !self.refusals.is_given(*call)
                    && !guard.confirmed;
                if !runs || !self.is_of(source, gate.button) {
                    continue;
                }
                let values = &self.semantics.values;
                let place = place(self.files, values, values.call(*call));
                let lead = match source {
                    Source::Button(entry) => {
                        Some(self.semantics.reach.entries[entry as usize].lead.clone())
                    }
                    Source::Call(asking) => self.refusals.asked(asking),
                };
                let Some(mut trace) = lead else { return };
                trace.extend(self.refusals.steps(&refused.way(*at)));
                self.refusing.insert(*call, place);
                let name = match &gate.stored {
                    Some((key, _)) => key.clone(),
                    None => gate.datum.path.join("."),
                };
                let is_stored = gate.stored.is_some();
                let Gate { button, is_disabled, .. } = *gate;
                self.found.entry(place).or_insert(Final {
                    at: place,
                    name,
                    button,
                    is_disabled,
                    is_stored,
                    trace,
                });
            }
        }
    }

    /// Drops what is stored elsewhere than after a refusal, too: that may reset it.
    fn unstored(&mut self) {
        for (_, writes) in self.gates.iter().filter_map(|gate| gate.stored.as_ref()) {
            if !writes.iter().all(|call| self.refusing.contains_key(call)) {
                for at in writes.iter().filter_map(|call| self.refusing.get(call)) {
                    self.found.remove(at);
                }
            }
        }
    }

    /// Whether what was refused is what the button asks for.
    fn is_of(&self, source: Source, button: usize) -> bool {
        let Some(button) = self.semantics.markup.buttons.get(button) else { return false };
        match source {
            Source::Button(entry) => {
                let because = self.semantics.reach.entries[entry as usize].because;
                let functions = button.answering().flat_map(|it| &it.binding.functions);
                functions.into_iter().any(|(_, at)| *at == because)
            }
            Source::Call(asking) => {
                let scope = scope_of(self.semantics.sites[asking.site].api);
                scope.is_some_and(|scope| button.scopes().contains(&scope))
            }
        }
    }
}
