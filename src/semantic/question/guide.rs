//! What leads the user to an authorization at the launch: a dialog that the user agrees to, or a
//! navigation.

use std::collections::{BTreeMap, BTreeSet};

use crate::platform::Platform;
use crate::project::{Project, UnitId, UnitKind};
use crate::semantic::Semantics;
use crate::semantic::entry::Trigger;
use crate::semantic::entry::reach::Path;
use crate::semantic::graph::toward::Toward;
use crate::semantic::guard::check::Checks;
use crate::semantic::site::api::scope_of;
use crate::semantic::values::{CallId, FunctionNode};
use crate::syntax::File;

use super::dialog::{Agreed, Dialogs, Waited};

/// A dialog or navigation that leads to an authorization at the launch.
#[derive(Clone, Debug)]
pub struct Guide {
    /// The dialog or navigation, by its index in [`Semantics::sites`].
    pub site: usize,
    /// The way from the launch to it; of a dialog, to where the user has agreed.
    pub path: Path,
    /// Where on that way the promise of a dialog is waited for, if it is.
    pub waited: Option<Waited>,
    /// The call in which the user agrees, by its edge; `None` where no function is run by it.
    pub agreed: Option<u32>,
    /// The way on after the user agreed; empty for a navigation.
    pub after: Vec<u32>,
    /// What it leads to.
    pub goal: Goal,
}

/// What a dialog or navigation leads to.
#[derive(Clone, Debug)]
pub enum Goal {
    /// A question of consent, by its index in [`Semantics::sites`].
    Prompt(usize),
    /// A page on which nothing can be done but to authorize.
    AuthPage {
        /// The navigation, by its index in [`Semantics::sites`].
        site: usize,
        /// The page.
        page: UnitId,
    },
    /// A page that asks when it opens.
    AskingPage {
        /// The navigation, by its index in [`Semantics::sites`].
        site: usize,
        /// The page.
        page: UnitId,
        /// How it asks.
        asks: Asks,
    },
}

/// How a page asks when it opens.
#[derive(Clone, Debug)]
pub struct Asks {
    /// The way to the question.
    pub path: Path,
    /// The question, by its index in [`Semantics::sites`].
    pub prompt: usize,
}

/// All that leads the user to an authorization at the launch.
#[must_use]
pub fn guides(
    files: &[File],
    project: &Project,
    platform: &Platform,
    semantics: &Semantics,
) -> Vec<Guide> {
    let asked = semantics.askings(platform).map(|it| it.call.call).collect();
    let finder = Finder { files, project, platform, semantics, asked };
    let asking = finder.asking_pages();
    let goals = finder.goals(&asking);
    let mut guides = finder.navigations(&goals);
    guides.extend(finder.dialogs(&goals));
    guides
}

/// A function in which what happens leads to a goal.
struct End {
    function: FunctionNode,
    /// The call that makes it happen there.
    call: CallId,
    /// What runs the function of the navigation from there, where that hands over the address.
    by: Vec<u32>,
    /// Whether the user has agreed in a dialog there.
    is_confirmed: bool,
    /// Whether that dialog is one of code that was not read.
    is_unread: bool,
}

/// The way from the launch to where the user agrees, the edge of the call in which that happens, the way
/// on, and the number of the end.
type Agreement = (Path, Option<u32>, Vec<u32>, usize);

struct Finder<'a> {
    files: &'a [File],
    project: &'a Project,
    platform: &'a Platform,
    semantics: &'a Semantics,
    /// The calls that ask, of those that others make with silent scopes, too.
    asked: BTreeSet<CallId>,
}

impl Finder<'_> {
    /// The pages that ask when they open, but for the first, each with the shortest way.
    fn asking_pages(&self) -> BTreeMap<UnitId, Asks> {
        let Semantics { graph, values, reach, sites, .. } = self.semantics;
        let askings: Vec<_> = self.semantics.askings(self.platform).collect();
        let asked = askings.iter().filter(|it| !graph.guard(it.call.call).confirmed);
        let goals = asked.map(|it| (values.call(it.call.call).caller, it.site));
        let toward = Toward::new(graph, goals, |edge| !edge.guard.never && !edge.guard.confirmed);
        let mut pages: BTreeMap<UnitId, Asks> = BTreeMap::new();
        for (entry, at) in reach.entries.iter().zip(0..) {
            let Some(unit) = entry.unit.filter(|_| entry.triggers.contains(&Trigger::Page)) else {
                continue;
            };
            let Some((edges, prompt)) = toward.way(graph, entry.function) else { continue };
            let each = edges.iter().map(|edge| graph.edges[*edge as usize].guard.checks);
            let checks = each.fold(Checks::default(), Checks::or);
            if scope_of(sites[prompt].api).is_some_and(|scope| checks.grants(scope)) {
                continue;
            }
            let asks = Asks { path: Path { entry: at, edges, checks }, prompt };
            for page in self.pages_with(unit) {
                let is_nearer = |known: &Asks| known.path.edges.len() > asks.path.edges.len();
                if pages.get(&page).is_none_or(is_nearer) {
                    pages.insert(page, asks.clone());
                }
            }
        }
        pages
    }

    /// The page that `unit` is, or the pages that render it.
    fn pages_with(&self, unit: UnitId) -> BTreeSet<UnitId> {
        let mut seen = BTreeSet::from([unit]);
        let mut work = vec![unit];
        while let Some(unit) = work.pop() {
            let parents = self.semantics.screens.parents(unit).iter().copied();
            work.extend(parents.filter(|it| seen.insert(*it)));
        }
        seen.retain(|it| self.project.unit(*it).kind == UnitKind::Page);
        seen
    }

    /// The places that lead to an authorization by themselves, by index: questions, and
    /// navigations to pages that ask or can do nothing else.
    fn goals(&self, asking: &BTreeMap<UnitId, Asks>) -> Vec<(usize, Goal)> {
        let asked =
            self.semantics.askings(self.platform).map(|it| (it.site, Goal::Prompt(it.site)));
        let asked: BTreeMap<usize, Goal> = asked.collect();
        let mut goals: Vec<(usize, Goal)> = asked.into_iter().collect();
        for (site, navigation) in self.semantics.sites.iter().enumerate() {
            let pages = self.semantics.destinations(self.files, self.project, navigation);
            let is_other = |it: &UnitId| self.semantics.screens.start(*it) != Trigger::Launch;
            let found = pages.into_iter().filter(is_other).filter_map(|page| {
                if self.semantics.auth_pages.contains_key(&page) {
                    return Some(Goal::AuthPage { site, page });
                }
                let asks = asking.get(&page)?.clone();
                Some(Goal::AskingPage { site, page, asks })
            });
            goals.extend(found.map(|goal| (site, goal)));
        }
        goals.sort_by_key(|(site, _)| *site);
        goals
    }

    /// The functions in which what happens leads to `goal`.
    fn ends(&self, site: usize, goal: &Goal) -> Vec<End> {
        let Semantics { graph, values, sites, .. } = self.semantics;
        let page = match goal {
            Goal::Prompt(_) => None,
            Goal::AuthPage { page, .. } | Goal::AskingPage { page, .. } => Some(*page),
        };
        let site = &sites[site];
        let mut ends = Vec::new();
        for call in site.calls.iter().filter(|it| !graph.guard(it.call).never) {
            let guard = graph.guard(call.call);
            let (is_confirmed, is_unread) = (guard.confirmed, guard.unread);
            let end = |function, by| End { function, call: call.call, by, is_confirmed, is_unread };
            match page {
                None if !self.asked.contains(&call.call) => {}
                None => ends.push(end(values.call(call.call).caller, Vec::new())),
                Some(page) => {
                    let routes = self.semantics.routes(self.files, self.project, site, call);
                    let routes = routes.into_iter().filter(|it| it.pages.contains(&page));
                    ends.extend(routes.map(|route| end(route.function, route.edges)));
                }
            }
        }
        ends
    }

    /// The navigations that the launch reaches.
    fn navigations(&self, goals: &[(usize, Goal)]) -> Vec<Guide> {
        let mut found: BTreeMap<usize, Guide> = BTreeMap::new();
        for (site, goal) in goals.iter().filter(|(_, goal)| !matches!(goal, Goal::Prompt(_))) {
            if found.contains_key(site) {
                continue;
            }
            let path = self.launched(&self.ends(*site, goal));
            let guide = path.map(|path| Guide {
                site: *site,
                path,
                waited: None,
                agreed: None,
                after: Vec::new(),
                goal: goal.clone(),
            });
            found.extend(guide.map(|guide| (*site, guide)));
        }
        found.into_values().collect()
    }

    /// The shortest way from the launch to one of `ends` with no dialog in between.
    fn launched(&self, ends: &[End]) -> Option<Path> {
        let open = ends.iter().filter(|end| !end.is_confirmed && self.agreed(end).is_none());
        open.filter_map(|end| self.launch(end)).min_by_key(|path| path.edges.len())
    }

    /// Where among the calls that hand over the address one stands where the user has agreed in a
    /// dialog.
    fn agreed(&self, end: &End) -> Option<usize> {
        let is_agreed = |by: &u32| self.semantics.graph.edges[*by as usize].guard.confirmed;
        end.by.iter().position(is_agreed)
    }

    /// The shortest way from the launch to `end`.
    fn launch(&self, end: &End) -> Option<Path> {
        self.launched_along(end.function, &end.by)
    }

    /// The shortest way from the launch to `function` and along `edges`.
    fn launched_along(&self, function: FunctionNode, edges: &[u32]) -> Option<Path> {
        let mut path = self.launched_function(function)?;
        for by in edges {
            path.edges.push(*by);
            path.checks = path.checks.or(self.semantics.graph.edges[*by as usize].guard.checks);
        }
        Some(path)
    }

    fn launched_function(&self, function: FunctionNode) -> Option<Path> {
        let paths = self.semantics.reach.paths(Trigger::Launch, function).into_iter();
        paths.min_by_key(|path| path.edges.len())
    }

    /// The dialogs that the launch reaches and that lead on when the user agrees. What the launch reaches
    /// without them, too, is their doing only where they do not come after it.
    fn dialogs(&self, goals: &[(usize, Goal)]) -> Vec<Guide> {
        let graph = &self.semantics.graph;
        let (mut ends, mut launched) = (Vec::new(), Vec::new());
        for (site, goal) in goals {
            let found = self.ends(*site, goal);
            let is_launched = self.launched(&found).is_some();
            let ends = if is_launched { &mut launched } else { &mut ends };
            ends.extend(found.into_iter().map(|end| (goal, end)));
        }
        let open =
            launched.iter().filter(|(_, end)| !end.is_confirmed && self.agreed(end).is_none());
        let open = open.map(|(_, end)| (end.function, 0));
        let open = Toward::new(graph, open, |edge| !edge.guard.never && !edge.guard.confirmed);
        let is_apart = |path: &Path| {
            let entry = self.semantics.reach.entries.get(path.entry as usize);
            let run = path.edges.iter().map(|edge| graph.edges[*edge as usize].to);
            !entry.map(|it| it.function).into_iter().chain(run).any(|it| open.leads(it))
        };
        let mut found = self.dialogs_before(&ends, &|_| true);
        for (site, guide) in self.dialogs_before(&launched, &is_apart) {
            found.entry(site).or_insert(guide);
        }
        found.into_values().collect()
    }

    /// The dialogs that lead to `ends` when the user agrees, by ways from the launch that are `wanted`.
    fn dialogs_before(
        &self,
        ends: &[(&Goal, End)],
        wanted: &dyn Fn(&Path) -> bool,
    ) -> BTreeMap<usize, Guide> {
        let graph = &self.semantics.graph;
        let dialogs = Dialogs::new(self.semantics);
        let mut found: BTreeMap<usize, Guide> = BTreeMap::new();
        for (path, agreed, after, goal) in self.agreements(ends) {
            let last = agreed.map(|edge| &graph.edges[edge as usize]);
            let last = last.and_then(|edge| Some((edge.call?, edge.from)));
            let last = last.or_else(|| Some((ends[goal].1.call, self.last_function(&path)?)));
            let last = last.filter(|_| wanted(&path));
            let dialog = last.and_then(|last| dialogs.before(self.files, &path, last));
            let Some(Agreed { site, waited }) = dialog else { continue };
            let length = |guide: &Guide| guide.path.edges.len() + guide.after.len();
            let goal = ends[goal].0.clone();
            let guide = Guide { site, path, waited, agreed, after, goal };
            if found.get(&site).is_none_or(|known| length(known) > length(&guide)) {
                found.insert(site, guide);
            }
        }
        found
    }

    /// The ways from the launch to where the user agrees to something, and on from there to one of `ends`.
    fn agreements(&self, ends: &[(&Goal, End)]) -> Vec<Agreement> {
        let graph = &self.semantics.graph;
        let at_end = ends.iter().zip(0..).map(|((_, end), at)| (end.function, at));
        let toward = Toward::new(graph, at_end, |edge| !edge.guard.never);
        let mut ways: Vec<Agreement> = Vec::new();
        for (edge, at) in graph.edges.iter().zip(0..) {
            if !edge.guard.confirmed || edge.guard.never || edge.guard.unread {
                continue;
            }
            let Some((mut after, goal)) = toward.way(graph, edge.to) else { continue };
            after.extend(&ends[goal].1.by);
            let path = self.launched_function(edge.from);
            ways.extend(path.map(|path| (path, Some(at), after, goal)));
        }
        for ((_, end), goal) in ends.iter().zip(0..) {
            if let Some(agreed) = self.agreed(end) {
                if graph.edges[end.by[agreed] as usize].guard.unread {
                    continue;
                }
                let path = self.launched_along(end.function, &end.by[..agreed]);
                let after = end.by[agreed + 1..].to_vec();
                ways.extend(path.map(|path| (path, Some(end.by[agreed]), after, goal)));
            } else if end.is_confirmed && !end.is_unread {
                ways.extend(self.launch(end).map(|path| (path, None, Vec::new(), goal)));
            }
        }
        ways
    }

    fn last_function(&self, path: &Path) -> Option<FunctionNode> {
        let last = path.edges.last().map(|edge| self.semantics.graph.edges[*edge as usize].to);
        last.or_else(|| Some(self.semantics.reach.entries.get(path.entry as usize)?.function))
    }
}
