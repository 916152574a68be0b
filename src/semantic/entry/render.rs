//! Which units are on the first screen, and how they get there.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::finding::{Label, Message};
use crate::project::{Project, UnitId, UnitKind};
use crate::semantic::markup::Markup;
use crate::source::FileSpan;
use crate::syntax::File;

use super::{Trigger, shown};

/// How many of the components that lead to one another are told of.
const LEADING: usize = 32;

/// How a unit comes to run.
#[derive(Clone, Debug, Default)]
struct Start {
    is_launched: bool,
    lead: Vec<Label>,
}

/// How every unit comes to run, by unit.
#[derive(Clone, Debug, Default)]
pub struct Screens {
    starts: Vec<Start>,
    loads: Vec<Trigger>,
    children: BTreeMap<UnitId, Vec<UnitId>>,
    parents: BTreeMap<UnitId, Vec<UnitId>>,
    unshown: BTreeSet<UnitId>,
}

impl Screens {
    /// How the units of `project` come to run.
    #[must_use]
    pub fn new(files: &[File], project: &Project, markup: &Markup) -> Self {
        let mut screens = Self {
            starts: vec![Start::default(); project.units.len()],
            loads: vec![Trigger::Page; project.units.len()],
            ..Self::default()
        };
        for render in &markup.renders {
            screens.children.entry(render.unit).or_default().push(render.child);
            screens.parents.entry(render.child).or_default().push(render.unit);
        }
        screens.unshown = shown::unshown(files, project, markup, &screens.children);
        for (page, at) in project.roots.iter().filter_map(|root| root.first_page) {
            let lead = page_label(project, page, at, "first-page");
            screens.open(files, markup, (page, vec![lead]), true);
        }
        for root in &project.roots {
            if let Some(app) = root.app {
                screens.starts[app.0 as usize].is_launched = true;
            }
            for (page, at) in &root.pages {
                let lead = page_label(project, *page, *at, "listed-page");
                screens.open(files, markup, (*page, vec![lead]), false);
            }
        }
        screens.note_loads(project);
        screens
    }

    /// Puts a page and all it renders on the screen, the first one or another, unless it is known how
    /// they get there.
    fn open(
        &mut self,
        files: &[File],
        markup: &Markup,
        page: (UnitId, Vec<Label>),
        is_launched: bool,
    ) {
        let mut work = VecDeque::from([page]);
        while let Some((unit, lead)) = work.pop_front() {
            let start = &mut self.starts[unit.0 as usize];
            if start.is_launched || !is_launched && !start.lead.is_empty() {
                continue;
            }
            *start = Start { is_launched, lead: lead.clone() };
            for render in markup.renders_of(unit) {
                let template = files[render.file.index()].template();
                let Some(element) = template.and_then(|it| it.element(render.node)) else {
                    continue;
                };
                let at = FileSpan::new(render.file, element.name_span);
                let text = Message::new("rendered").with("name", element.name.as_str());
                let mut lead = lead.clone();
                if lead.len() < LEADING {
                    lead.push(Label { at, text });
                }
                work.push_back((render.child, lead));
            }
        }
    }

    /// When the scripts of units are loaded: at the launch, unless the program loads them lazily.
    fn note_loads(&mut self, project: &Project) {
        for (id, unit) in project.units() {
            let Some(root) = unit.root.map(|root| project.root(root)) else { continue };
            let is_started = self.starts[id.0 as usize].is_launched;
            let is_named = unit.registered || unit.kind == UnitKind::App;
            if is_started || (is_named && !root.lazy && !root.is_plugin) {
                self.loads[id.0 as usize] = Trigger::Launch;
            }
        }
    }

    /// What starts the opening hooks of `unit`.
    #[must_use]
    pub fn start(&self, unit: UnitId) -> Trigger {
        if self.starts[unit.0 as usize].is_launched { Trigger::Launch } else { Trigger::Page }
    }

    /// Whether nothing renders `unit`, a component, so that the host runs nothing on it.
    #[must_use]
    pub fn is_unshown(&self, unit: UnitId) -> bool {
        self.unshown.contains(&unit)
    }

    /// What runs the top level of the script of `unit`.
    #[must_use]
    pub fn load(&self, unit: UnitId) -> Trigger {
        self.loads[unit.0 as usize]
    }

    /// The steps that lead to `unit` being run by `trigger`.
    #[must_use]
    pub fn lead(&self, unit: UnitId, trigger: Trigger) -> Vec<Label> {
        match trigger {
            Trigger::Launch | Trigger::Page => self.starts[unit.0 as usize].lead.clone(),
            _ => Vec::new(),
        }
    }

    /// The components that `unit` renders.
    #[must_use]
    pub fn children(&self, unit: UnitId) -> &[UnitId] {
        self.children.get(&unit).map_or(&[], Vec::as_slice)
    }

    /// The units that render `unit`.
    #[must_use]
    pub fn parents(&self, unit: UnitId) -> &[UnitId] {
        self.parents.get(&unit).map_or(&[], Vec::as_slice)
    }
}

fn page_label(project: &Project, page: UnitId, at: FileSpan, key: &'static str) -> Label {
    Label { at, text: Message::new(key).with("path", project.path_in_root(page)) }
}
