//! Refusals that throw the user out: of the program, or back to a page that lets nobody pass.

use std::collections::BTreeMap;

use crate::finding::Label;
use crate::platform::{ApiKind, Platform};
use crate::project::{Project, UnitId};
use crate::semantic::Semantics;
use crate::semantic::graph::call_graph::Edge;
use crate::semantic::site::navigation::Route;
use crate::semantic::site::prompt::Asking;
use crate::semantic::values::{CallId, FunctionNode};
use crate::syntax::File;

use super::refused::{Hop, Refusals};

/// A refusal that throws the user out.
#[derive(Clone, Debug)]
pub struct Exit {
    /// The call that does, by its index in [`Semantics::sites`].
    pub site: usize,
    /// What asked, by its index in [`Semantics::sites`]; `None` for an authorize button.
    pub asked: Option<usize>,
    /// The page that lets nobody pass; `None` where the program is left.
    pub wall: Option<UnitId>,
    /// How it gets there.
    pub trace: Vec<Label>,
}

/// The refusals that throw the user out, one for each place that does.
#[must_use]
pub fn exits(
    files: &[File],
    project: &Project,
    platform: &Platform,
    semantics: &Semantics,
) -> Vec<Exit> {
    let doors = doors(files, project, semantics);
    if doors.is_empty() {
        return Vec::new();
    }
    let mut search = Search {
        files,
        semantics,
        refusals: Refusals::new(files, platform, semantics),
        doors,
        found: BTreeMap::new(),
    };
    for (entry, hop) in search.refusals.bound() {
        search.look(vec![hop], Source::Button(entry));
    }
    for asking in semantics.askings(platform) {
        let heard = search.refusals.heard(asking.call);
        search.look(heard, Source::Call(asking));
    }
    search.found.into_values().collect()
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

/// A call that throws the user out.
#[derive(Clone)]
struct Door {
    site: usize,
    /// What makes it happen: itself, or what hands it the address.
    call: CallId,
    wall: Option<UnitId>,
    /// The way from there to it.
    by: Vec<u32>,
}

/// The calls that throw the user out, by the function that makes them.
fn doors(
    files: &[File],
    project: &Project,
    semantics: &Semantics,
) -> BTreeMap<FunctionNode, Vec<Door>> {
    let mut doors: BTreeMap<FunctionNode, Vec<Door>> = BTreeMap::new();
    for (at, site) in semantics.sites.iter().enumerate() {
        for call in &site.calls {
            let guard = semantics.graph.guard(call.call);
            if guard.never || guard.confirmed {
                continue;
            }
            match site.api.kind {
                ApiKind::Exit => {
                    let caller = semantics.values.call(call.call).caller;
                    let door = Door { site: at, call: call.call, wall: None, by: Vec::new() };
                    doors.entry(caller).or_default().push(door);
                }
                ApiKind::Navigation { .. } if site.api.name == "reLaunch" => {
                    for route in semantics.routes(files, project, site, call) {
                        let function = route.function;
                        let door = walled(semantics, at, call.call, route);
                        doors.entry(function).or_default().extend(door);
                    }
                }
                _ => {}
            }
        }
    }
    doors
}

/// The door that a relaunch along `route` is, if it leads to a page that lets nobody pass.
fn walled(semantics: &Semantics, site: usize, call: CallId, route: Route) -> Option<Door> {
    let wall = route.pages.into_iter().find(|it| semantics.auth_pages.contains_key(it))?;
    let edges = &semantics.graph.edges;
    let by = route.edges.iter().filter_map(|at| edges.get(*at as usize));
    if by.into_iter().any(|edge| !is_open(edge)) {
        return None;
    }
    let first = route.edges.first().and_then(|at| edges.get(*at as usize)?.call);
    Some(Door { site, call: first.unwrap_or(call), wall: Some(wall), by: route.edges })
}

struct Search<'a> {
    files: &'a [File],
    semantics: &'a Semantics,
    refusals: Refusals<'a>,
    doors: BTreeMap<FunctionNode, Vec<Door>>,
    /// What was found, by the place that throws the user out.
    found: BTreeMap<usize, Exit>,
}

impl Search<'_> {
    /// Looks for doors behind `starts`, by which the refusal of `source` is heard.
    fn look(&mut self, starts: Vec<Hop>, source: Source) {
        let (files, semantics) = (self.files, self.semantics);
        let is_other = |call: CallId| source.is_button() && semantics.is_other_event(files, call);
        let follows = |edge: &Edge| is_open(edge) && !edge.call.is_some_and(is_other);
        let refused = self.refusals.after(starts, &follows);
        for place in &refused.places {
            let doors = self.doors.get(&place.function()).map_or(&[][..], Vec::as_slice);
            for door in doors {
                let is_new = !self.found.contains_key(&door.site);
                if !is_new
                    || !self.refusals.holds(*place, door.call)
                    || self.refusals.is_given(door.call)
                    || is_other(door.call)
                {
                    continue;
                }
                let (asked, lead) = match source {
                    Source::Button(entry) => {
                        (None, Some(self.semantics.reach.entries[entry as usize].lead.clone()))
                    }
                    Source::Call(asking) => (Some(asking.site), self.refusals.asked(asking)),
                };
                // What nothing runs throws nobody out.
                let Some(mut trace) = lead else { return };
                trace.extend(self.refusals.steps(&refused.way(*place)));
                trace.extend(self.semantics.steps_along(self.files, &door.by));
                let exit = Exit { site: door.site, asked, wall: door.wall, trace };
                self.found.insert(door.site, exit);
            }
        }
    }
}

fn is_open(edge: &Edge) -> bool {
    !edge.guard.never && !edge.guard.confirmed
}
