//! Refusals that cannot be reversed: they set the very datum that hides or disables the button.

use std::collections::{BTreeMap, BTreeSet};

use crate::finding::Label;
use crate::platform::Platform;
use crate::project::{Project, UnitId};
use crate::semantic::Semantics;
use crate::semantic::graph::call_graph::{Edge, place};
use crate::semantic::site::api::scope_of;
use crate::semantic::site::prompt::Asking;
use crate::semantic::values::{CallId, FunctionNode, Token};
use crate::source::FileSpan;
use crate::syntax::File;

use super::gate::{Gate, Keys, gates};
use super::refused::{Hop, Refusals};

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

/// The refusals that cannot be reversed, one for each `setData`. Where one is kept in the storage, it
/// makes no difference that the page sets the same until it is left.
#[must_use]
pub fn finals(
    files: &[File],
    project: &Project,
    platform: &Platform,
    semantics: &Semantics,
) -> Vec<Final> {
    let mut keys = Keys::new(files, semantics);
    let gates: Vec<Gate> = gates(files, project, semantics, &mut keys).into_iter().collect();
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
    let stored: BTreeSet<usize> =
        search.found.values().filter(|it| it.is_stored).map(|it| it.button).collect();
    let found = search.found.into_values();
    found.filter(|it| it.is_stored || !stored.contains(&it.button)).collect()
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

impl Source {
    fn is_button(self) -> bool {
        matches!(self, Self::Button(_))
    }
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
        let (files, semantics) = (self.files, self.semantics);
        let is_other = |call: CallId| source.is_button() && semantics.is_other_event(files, call);
        let is_open = |edge: &Edge| !edge.guard.never && !edge.guard.confirmed;
        let follows = |edge: &Edge| is_open(edge) && !edge.call.is_some_and(is_other);
        let refused = self.refusals.after(starts, &follows);
        for at in &refused.places {
            let calls = self.setting.get(&at.function()).map_or(&[][..], Vec::as_slice);
            for (call, gate) in calls {
                let gate = &self.gates[*gate];
                let guard = self.semantics.graph.guard(*call);
                let runs = self.refusals.holds(*at, *call)
                    && !self.refusals.is_given(*call)
                    && !is_other(*call)
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
