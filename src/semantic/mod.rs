//! Who runs what, started by whom, with which values. Total.
//!
//! `values` says what every expression can be, `graph` who can run whom, `entry` what the host runs and
//! what that reaches; `question`, `refusal`, `answer` and `credential` answer what rules ask of them.

pub mod answer;
mod composer;
pub mod credential;
pub mod data;
pub mod entry;
pub mod explain;
mod exported;
pub mod graph;
pub mod guard;
pub mod markup;
pub mod origin;
pub mod question;
mod quiet;
pub mod refusal;
pub mod secret;
pub mod site;
pub mod symbols;
pub mod values;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::platform::Platform;
use crate::project::{Project, Root, UnitId, reached, reached_from};
use crate::source::{FileId, FileSpan};
use crate::syntax::File;
use crate::syntax::script::Script;

use data::{effect, fixed, kept, visible};
use entry::{alive, handed_back, hooking, reach, render};
use graph::call_graph;
use question::{auth_page, consent};

pub use entry::members::{self, Member, Members};

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
    /// Whether each file is the program's own code, and something that it runs leads there.
    pub own: Vec<bool>,
    /// The secrets that are written into the program, by place.
    pub secrets: BTreeMap<FileSpan, secret::Secret>,
    /// What scripts export by name, once something asks.
    pub exported: OnceLock<exported::Exported>,
    /// Which values are credentials.
    pub credentials: credential::given::Given,
    /// What is put into data at the launch.
    pub launch: visible::LaunchData,
    /// What refusals come to.
    pub refusing: refusal::refusing::Refusing,
    /// What changes the data on which authorize buttons depend.
    pub changes: fixed::Changes,
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
        let own = own(files, project, platform);
        let (secrets, (markup, values)) = rayon::join(
            || secret::secrets(files, project, &own),
            || values(files, project, platform, coverage),
        );
        let program = answer::Program {
            files,
            project,
            markup: &markup,
            platform,
            values: &values,
            own: &own,
        };
        let defined = || {
            let members = members::members(files, project, &values);
            let effects = effect::Effects::new(files, project, platform, &values);
            (members, effects, credential::given::Given::new(platform, &values))
        };
        let entered = || {
            let screens = render::Screens::new(files, project, &markup);
            let source = entry::source::Source {
                files,
                project,
                platform,
                markup: &markup,
                values: &values,
                screens: &screens,
            };
            (source.entries(), screens)
        };
        let (mut graph, ((members, effects, credentials), ((entries, screens), templates))) =
            rayon::join(
                || call_graph::CallGraph::new(files, platform, &values),
                || rayon::join(defined, || (entered(), answer::in_templates(program))),
            );
        graph.rule_out(never_run(files, &values, &graph, &entries));
        let asked = || asked(program, &graph, templates);
        let run = || reach((files, project), &graph, &values, (entries, &screens));
        let ((sites, answers), reach) = rayon::join(asked, run);
        let semantics = Self {
            markup,
            values,
            graph,
            screens,
            reach,
            sites,
            members,
            libraries: project.libraries.clone(),
            own,
            secrets,
            credentials,
            effects,
            answers,
            ..Self::default()
        };
        semantics.concluded(files, project, platform)
    }

    /// With what follows from all else.
    fn concluded(mut self, files: &[File], project: &Project, platform: &Platform) -> Self {
        let (verdicts, (refusing, (changes, launch))) = rayon::join(
            || consent::verdicts(files, project, &self),
            || {
                rayon::join(
                    || refusal::refusing::Refusing::new(files, platform, &self),
                    || (self.changes(files, project), self.launch_data(files, project)),
                )
            },
        );
        (self.verdicts, self.refusing, self.changes, self.launch) =
            (verdicts, refusing, changes, launch);
        let (auth_pages, keys) = rayon::join(
            || auth_page::auth_pages(files, project, &self),
            || secret::handed_key::handed_keys(&self.origins(files, project), &self.own),
        );
        self.auth_pages = auth_pages;
        for (at, secret) in keys {
            self.secrets.entry(at).or_insert(secret);
        }
        self
    }

    /// A search for where texts are written.
    #[must_use]
    pub fn origins<'a>(&'a self, files: &'a [File], project: &'a Project) -> origin::Origins<'a> {
        let Self { values, graph, exported, .. } = self;
        origin::Origins { files, project, values, graph, exported }
    }

    /// What the registration of `unit` defines.
    #[must_use]
    pub fn members(&self, unit: UnitId) -> &Members {
        &self.members[unit.0 as usize]
    }
}

/// The places that call the wallet's APIs, and what is done with the answers.
fn asked(
    program: answer::Program<'_>,
    graph: &call_graph::CallGraph,
    templates: answer::InTemplates,
) -> (Vec<site::ApiSite>, answer::Answers) {
    let sites = site::sites(program.files, program.platform, program.values, graph);
    let (mut answers, unused) = rayon::join(
        || answer::Answers::new(program, graph, templates),
        || answer::unused(program, &sites),
    );
    answers.unused = unused;
    (sites, answers)
}

/// The edges along which nothing ever runs.
fn never_run(
    files: &[File],
    values: &values::Values,
    graph: &call_graph::CallGraph,
    entries: &[entry::Entry],
) -> Vec<u32> {
    let (handed_back, stood_in) = rayon::join(
        || handed_back::edges(files, values, graph, entries),
        || hooking::stood_in(graph, values),
    );
    handed_back.into_iter().chain(stood_in).collect()
}

/// From which of `entries` functions run.
fn reach(
    (files, project): (&[File], &Project),
    graph: &call_graph::CallGraph,
    values: &values::Values,
    (entries, screens): (Vec<entry::Entry>, &render::Screens),
) -> reach::Reach {
    let skipped = hooking::wrapped(graph, values, &project.libraries, &entries);
    let makers = alive::Makers::new(files, values, screens);
    reach::Reach::new(graph, entries, skipped, &makers)
}

/// Whether each file is the program's own code, and something that it runs leads there. Who runs what
/// lies below no root is not known: there it is what others may import and asks for consent, and
/// what that imports.
fn own(files: &[File], project: &Project, platform: &Platform) -> Vec<bool> {
    let mut own = vec![false; files.len()];
    let loose = files.iter().zip((0..).map(FileId)).filter(|(file, _)| {
        let is_below = |root: &Root| file.path.is_below(&root.folder);
        file.script().is_some_and(|script| offers_asking(script, platform))
            && !project.roots.iter().any(is_below)
    });
    let loose = loose.map(|(_, id)| id).filter(|id| !project.is_library(*id));
    let loose = reached_from(files, project, loose);
    let all = reached(files, project).into_iter().chain(loose);
    for file in all.filter(|file| !project.is_library(*file)) {
        if let Some(is_own) = own.get_mut(file.index()) {
            *is_own = true;
        }
    }
    own
}

/// Whether `script` exports something, and names a wallet and an API of it that asks for consent.
fn offers_asking(script: &Script, platform: &Platform) -> bool {
    let has = |is_it: &dyn Fn(&str) -> bool| script.names.iter().any(|name| is_it(name));
    let is_asking = |name: &str| platform.api(name).is_some_and(|api| api.kind.asks_consent());
    (script.has_exports() || has(&|name| name == "exports"))
        && has(&|name| platform.is_namespace(name))
        && has(&is_asking)
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
        return scoped(files, project, markup, values);
    }
    let (markup, unsettled) = rayon::join(markup, || unsettled(coverage));
    let values = unsettled.settled(&markup);
    scoped(files, project, markup, values)
}

/// The templates with the scopes that are kept in data, which only values tell.
fn scoped(
    files: &[File],
    project: &Project,
    markup: markup::Markup,
    values: values::Values,
) -> (markup::Markup, values::Values) {
    if !markup.buttons.iter().any(markup::AuthButton::is_open) {
        return (markup, values);
    }
    let members = members::members(files, project, &values);
    let mut known = Semantics { markup, values, members, ..Semantics::default() };
    known.changes = known.changes(files, project);
    let markup = kept::with_scopes(files, project, &known);
    (markup, known.values)
}
