//! Refusals that throw the user out: of the program, or back to a page that lets nobody pass.

use std::collections::BTreeMap;

use crate::finding::Label;
use crate::platform::{ApiKind, Platform};
use crate::project::{Project, UnitId};
use crate::syntax::File;

use super::Semantics;
use super::call_graph::Edge;
use super::prompt::Asking;
use super::refused::{Hop, Refusals, Refused};
use super::values::{CallId, FunctionNode};

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
        project,
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

/// A call that throws the user out.
#[derive(Clone, Copy)]
struct Door {
    site: usize,
    call: CallId,
    wall: Option<UnitId>,
}

/// The calls that throw the user out, by the function that makes them.
fn doors(
    files: &[File],
    project: &Project,
    semantics: &Semantics,
) -> BTreeMap<FunctionNode, Vec<Door>> {
    let mut doors: BTreeMap<FunctionNode, Vec<Door>> = BTreeMap::new();
    for (at, site) in semantics.sites.iter().enumerate() {
        let wall = match site.api.kind {
            ApiKind::Exit => None,
            ApiKind::Navigation { .. } if site.api.name == "reLaunch" => {
                let pages = semantics.destinations(files, project, site);
                let wall = pages.into_iter().find(|it| semantics.auth_pages.contains_key(it));
                if wall.is_none() {
                    continue;
                }
                wall
            }
            _ => continue,
        };
        for call in &site.calls {
            let guard = semantics.graph.guard(call.call);
            if !guard.never && !guard.confirmed {
                let door = Door { site: at, call: call.call, wall };
                let caller = semantics.values.call(call.call).caller;
                doors.entry(caller).or_default().push(door);
            }
        }
    }
    doors
}

struct Search<'a> {
    project: &'a Project,
    semantics: &'a Semantics,
    refusals: Refusals<'a>,
    doors: BTreeMap<FunctionNode, Vec<Door>>,
    /// What was found, by the place that throws the user out.
    found: BTreeMap<usize, Exit>,
}

impl Search<'_> {
    /// Looks for doors behind `starts`, by which the refusal of `source` is heard.
    fn look(&mut self, starts: Vec<Hop>, source: Source) {
        let refused = self.refusals.after(starts, &is_open);
        for place in &refused.places {
            let doors = self.doors.get(&place.function()).map_or(&[][..], Vec::as_slice);
            for door in doors {
                let is_new = !self.found.contains_key(&door.site);
                if !is_new
                    || !self.refusals.holds(*place, door.call)
                    || self.refusals.is_given(door.call)
                    || !self.may_lead(door, &refused)
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
                let exit = Exit { site: door.site, asked, wall: door.wall, trace };
                self.found.insert(door.site, exit);
            }
        }
    }
}

impl Search<'_> {
    /// Whether one of the calls on the way of a refusal that run the function of `door` leads to a page
    /// that lets nobody pass, as far as they say where to.
    fn may_lead(&self, door: &Door, refused: &Refused) -> bool {
        let Semantics { graph, values, sites, auth_pages, .. } = self.semantics;
        let Some(site) = sites.get(door.site).filter(|_| door.wall.is_some()) else { return true };
        let Some(call) = site.calls.iter().find(|it| it.call == door.call) else { return true };
        let running = graph.into(values.call(door.call).caller).filter(|edge| {
            let mut places = refused.places.iter();
            is_open(edge) && places.any(|place| place.function() == edge.from)
        });
        let mut handed = running.filter_map(|edge| edge.call).map(|by| {
            let files = self.refusals.files;
            self.semantics.handed_destinations(files, self.project, (site, call), by)
        });
        let first = handed.next();
        first.is_none_or(|first| {
            let mut all = std::iter::once(first).chain(handed);
            all.any(|pages| pages.is_none_or(|it| it.iter().any(|it| auth_pages.contains_key(it))))
        })
    }
}

fn is_open(edge: &Edge) -> bool {
    !edge.guard.never && !edge.guard.confirmed
}
