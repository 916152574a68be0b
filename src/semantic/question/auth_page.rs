//! Auth pages: pages on which nothing can be done but to authorize.

use std::collections::{BTreeMap, BTreeSet};

use crate::project::{Project, UnitId};
use crate::semantic::Semantics;
use crate::semantic::data::visible::LaunchData;
use crate::semantic::entry::Trigger;
use crate::semantic::markup::{Datum, Literal, Outline, View};
use crate::syntax::File;

/// The auth pages of a program, each with its first auth button, an index in the markup's list.
pub type AuthPages = BTreeMap<UnitId, usize>;

/// The auth pages among the pages that `semantics` outlines.
#[must_use]
pub(in crate::semantic) fn auth_pages(
    files: &[File],
    project: &Project,
    semantics: &Semantics,
) -> AuthPages {
    let tabs: BTreeSet<UnitId> = project.roots.iter().flat_map(|it| &it.tabs).copied().collect();
    let views: BTreeMap<UnitId, &View> =
        semantics.markup.views.iter().map(|view| (view.unit, view)).collect();
    let mut opened: BTreeMap<Trigger, LaunchData> = BTreeMap::new();
    let mut pages = AuthPages::new();
    for outline in semantics.markup.outlines.iter().filter(|it| !tabs.contains(&it.unit)) {
        let Some(view) = views.get(&outline.unit) else { continue };
        let trigger = semantics.screens.start(outline.unit);
        let data = match trigger {
            Trigger::Launch => &semantics.launch,
            _ => opened
                .entry(trigger)
                .or_insert_with(|| semantics.opening_data(files, project, trigger)),
        };
        let at_launch = |datum: &Datum| semantics.at_launch(files, data, datum).0;
        let kept = |datum: &Datum| semantics.kept(files, data, datum);
        let button = only_button((outline, view), &at_launch)
            .or_else(|| only_button((outline, view), &kept));
        pages.extend(button.map(|button| (outline.unit, button)));
    }
    pages
}

/// The first auth button that may be on the screen, if there is nothing else to do.
fn only_button(
    (outline, view): (&Outline, &View),
    data: &dyn Fn(&Datum) -> Option<Literal>,
) -> Option<usize> {
    if outline.offers(data) {
        return None;
    }
    let mut buttons = view.buttons.iter();
    let shown = buttons.find(|(node, _)| view.is_shown(*node, data) != Some(false));
    shown.map(|(_, button)| *button)
}
