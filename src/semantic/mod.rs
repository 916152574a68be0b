//! Who runs what, started by whom, with which values. Total.
//!
//! `values` says what every expression can be, `call_graph` who can run whom, `entry` what the
//! host runs, `reach` from which entries a function runs; `api`, `consent` and `effect` answer
//! what rules ask of them.

pub mod answer;
pub mod api;
pub mod asked;
pub mod auth_page;
pub mod call_graph;
pub mod check;
mod condition;
pub mod consent;
pub mod credential;
pub mod effect;
pub mod entry;
pub mod exit;
pub mod explain;
pub mod fallback;
pub mod finality;
pub mod fixed;
mod flag;
pub mod flow;
pub mod guard;
pub mod guide;
mod hooking;
mod library;
pub mod markup;
pub mod members;
pub mod navigation;
mod offered;
pub mod precheck;
pub mod prompt;
mod quiet;
pub mod reach;
pub mod refusal;
mod refusal_trace;
pub mod refused;
mod rejection;
pub mod render;
pub mod repeat;
mod reuse;
pub mod secret;
pub mod site;
mod support;
mod stored;
pub mod symbols;
pub mod text_graph;
pub mod toward;
pub mod trace;
mod uses;
pub mod values;
pub mod visible;

use crate::platform::Platform;
use crate::project::{Project, UnitId};
use crate::syntax::File;

pub use members::{Member, Members};

/// All that is known of a program's behaviour.
#[derive(Clone, Debug, Default)]
pub struct Semantics {
    /// The templates: auth buttons, handlers, modals.
    pub markup: markup::Markup,
    /// What every expression can be.
    pub values: values::Values,
    /// Who can run whom.
    pub graph: call_graph::CallGraph,
    /// How units come to run.
    pub screens: render::Screens,
    /// From which entries functions run.
    pub reach: reach::Reach,
    /// The places that call the wallet's APIs.
    pub sites: Vec<site::ApiSite>,
    /// What each unit's registration defines, by unit.
    pub members: Vec<Members>,
    /// Whether each file is none of the program's own code.
    pub libraries: Vec<bool>,
    /// What is to be said of each consent-bound call.
    pub verdicts: Vec<consent::Verdict>,
    /// What functions do that a user notices.
    pub effects: effect::Effects,
    /// What is done with the answers of consent-bound calls.
    pub answers: answer::Answers,
    /// The pages on which nothing can be done but to authorize.
    pub auth_pages: auth_page::AuthPages,
}

impl Semantics {
    /// Analyses a program.
    #[must_use]
    pub fn new(
        files: &[File],
        project: &Project,
        platform: &Platform,
        coverage: values::Coverage,
    ) -> Self {
        let (markup, values) = values(files, project, platform, coverage);
        let done = || {
            let members = members::members(files, project, &values);
            (members, effect::Effects::new(files, platform, &values))
        };
        let (graph, (members, effects)) =
            rayon::join(|| call_graph::CallGraph::new(files, platform, &values), done);
        let run = || {
            let screens = render::Screens::new(files, project, &markup);
            let source = entry::Source {
                files,
                project,
                platform,
                markup: &markup,
                values: &values,
                screens: &screens,
            };
            let entries = source.entries();
            let skipped = hooking::wrapped(&graph, &values, &project.libraries, &entries);
            let reach = reach::Reach::new(&graph, entries, skipped);
            (screens, reach)
        };
        let asked = || {
            let sites = site::sites(files, platform, &values, &graph);
            let program = answer::Program {
                files,
                project,
                platform,
                values: &values,
                graph: &graph,
                sites: &sites,
            };
            let answers = answer::Answers::new(program);
            (sites, answers)
        };
        let ((sites, answers), (screens, reach)) = rayon::join(asked, run);
        let mut semantics = Self {
            markup,
            values,
            graph,
            screens,
            reach,
            sites,
            members,
            libraries: project.libraries.clone(),
            effects,
            answers,
            verdicts: Vec::new(),
            auth_pages: auth_page::AuthPages::new(),
        };
        let offered = offered::offered(files, project, &semantics.values, &semantics.graph);
        semantics.auth_pages = auth_page::auth_pages(files, project, &semantics);
        semantics.verdicts = consent::verdicts(&semantics, &offered);
        semantics
    }

    /// What the registration of `unit` defines.
    #[must_use]
    pub fn members(&self, unit: UnitId) -> &Members {
        &self.members[unit.0 as usize]
    }
}

/// The templates, and what every expression can be: of scripts that are not followed, nothing.
fn values(
    files: &[File],
    project: &Project,
    platform: &Platform,
    coverage: values::Coverage,
) -> (markup::Markup, values::Values) {
    let markup = || markup::Markup::new(files, project);
    let unsettled = |coverage| values::Unsettled::new(files, project, platform, coverage);
    if coverage == values::Coverage::Consent && quiet::scripts_are_quiet(files, platform) {
        let markup = markup();
        let is_quiet = quiet::templates_are_quiet(&markup);
        let coverage = if is_quiet { values::Coverage::Nothing } else { coverage };
        let values = unsettled(coverage).settled(&markup);
        return (markup, values);
    }
    let (markup, unsettled) = rayon::join(markup, || unsettled(coverage));
    let values = unsettled.settled(&markup);
    (markup, values)
}
