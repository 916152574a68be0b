//! Where navigations lead, as far as their addresses are known: of each way that hands over a part
//! of one, where that leads.

use crate::platform::{ApiKind, Outcome, Target, outcome};
use crate::project::{Project, UnitId, UnitKind};
use crate::semantic::Semantics;
use crate::semantic::composer::handing::{Limits, MOST_FRAMES, Way};
use crate::semantic::composer::{Composer, Frame, Text, Texts};
use crate::semantic::data::visible::is_conditional;
use crate::semantic::entry::Trigger;
use crate::semantic::site::{ApiCall, ApiSite};
use crate::semantic::values::{CallId, CallKind, FunctionNode, InstanceId, Token};
use crate::source::{FileId, RelPath};
use crate::syntax::File;
use crate::syntax::script::ExprKind;

/// No more ways to one navigation are told apart.
const LIMITS: Limits = Limits { most: 256, keeps_rest: false };

/// A way to a navigation on which its address is known, as far as it can be.
#[derive(Clone, Debug)]
pub struct Route {
    /// Where it begins.
    pub function: FunctionNode,
    /// The calls that hand over parts of the address, and what lies between them and the navigation.
    pub edges: Vec<u32>,
    /// The pages that it can lead to.
    pub pages: Vec<UnitId>,
}

impl Semantics {
    /// The pages that the navigation at `site` can lead to; none for what is no navigation.
    #[must_use]
    pub fn destinations(&self, files: &[File], project: &Project, site: &ApiSite) -> Vec<UnitId> {
        let routes = site.calls.iter().flat_map(|call| self.routes(files, project, site, call));
        let mut pages: Vec<UnitId> = routes.flat_map(|route| route.pages).collect();
        pages.sort_unstable();
        pages.dedup();
        pages
    }

    /// The ways to the navigation `call` of `site` on which its address is known; none for what is no
    /// navigation.
    #[must_use]
    pub fn routes(
        &self,
        files: &[File],
        project: &Project,
        site: &ApiSite,
        call: &ApiCall,
    ) -> Vec<Route> {
        if *site.api.kind != (ApiKind::Navigation { to: Target::Page }) {
            return Vec::new();
        }
        let caller = self.values.call(call.call).caller;
        let ways = self.handed(caller, LIMITS, |way| {
            let texts = self.address(files, project, (site, call), &way.frames);
            let handed = texts.handed;
            (texts, handed)
        });
        let routes = ways.into_iter().map(|(way, texts)| {
            let pages = self.pages(files, project, (call, &way), &texts);
            Route { function: way.function, edges: way.edges, pages }
        });
        routes.collect()
    }

    /// What is known of the address of `call` where `frames` run its function.
    fn address(
        &self,
        files: &[File],
        project: &Project,
        (site, call): (&ApiSite, &ApiCall),
        frames: &[Frame],
    ) -> Texts {
        let script = files[site.file.index()].script();
        let options = script.and_then(|script| match script.kind(site.expr) {
            ExprKind::Call(call) => call.arguments.first().map(|argument| argument.value),
            _ => None,
        });
        let Some(options) = options.filter(|_| call.call == call.host) else {
            return self.followed_address(call);
        };
        let instance = self.values.call(call.call).instance;
        let composer = Composer::new(self.origins(files, project));
        let texts = composer.member((instance, options), "url", frames);
        let is_known = texts.handed.is_some() || texts.all.iter().any(|it| it.address().is_some());
        if is_known { texts } else { self.followed_address(call) }
    }

    /// The addresses that the values say `call` is given.
    fn followed_address(&self, call: &ApiCall) -> Texts {
        let Some(url) = self.values.symbols.find("url") else { return Texts::default() };
        let options = self.values.call(call.host).arguments.first();
        let options = options.map(|(node, _)| self.values.of(*node)).unwrap_or_default();
        let urls = options.into_iter().filter_map(|token| self.values.property(token, url));
        let texts = urls.flat_map(|node| self.values.of(node)).filter_map(|token| match token {
            Token::Text(text) => Some(Text::whole(self.values.symbols.text(text))),
            _ => None,
        });
        Texts { all: texts.collect(), handed: None }
    }

    /// The file of `instance`, and those of the calls that it and the copies before it were made for.
    fn callers(&self, instance: InstanceId) -> impl Iterator<Item = FileId> {
        let made_for = |copy: &InstanceId| {
            let mut around =
                std::iter::successors(Some(*copy), |at| self.values.instance(*at).around);
            let call = around.find_map(|at| self.values.instance(at).call)?;
            Some(self.values.call(call).instance)
        };
        let copies = std::iter::successors(Some(instance), made_for).take(MOST_FRAMES);
        copies.map(|copy| self.values.instance(copy).file)
    }

    /// The pages that `texts` are the addresses of on `way`.
    fn pages(
        &self,
        files: &[File],
        project: &Project,
        (call, way): (&ApiCall, &Way),
        texts: &Texts,
    ) -> Vec<UnitId> {
        let calls = way.frames.iter().map(|(_, call)| self.values.call(*call).instance);
        let places: Vec<FileId> = std::iter::once(self.values.call(call.call).instance)
            .chain(calls)
            .flat_map(|instance| self.callers(instance))
            .collect();
        let pages = texts.all.iter().filter_map(|text| {
            let address = text.address()?;
            places.iter().find_map(|file| page(project, &files[file.index()].path, address))
        });
        let mut pages: Vec<UnitId> = pages.collect();
        pages.sort_unstable();
        pages.dedup();
        pages
    }

    /// Whether the launch goes on from the first page `page` by itself, whatever is the case.
    #[must_use]
    pub fn leaves_at_launch(&self, files: &[File], project: &Project, page: UnitId) -> bool {
        let mut leaving = self.sites.iter().filter(|site| {
            let kind = ApiKind::Navigation { to: Target::Page };
            *site.api.kind == kind && !self.destinations(files, project, site).contains(&page)
        });
        leaving.any(|site| {
            self.ways(site, Trigger::Launch).into_iter().any(|(call, path)| {
                let calls =
                    path.edges.iter().filter_map(|edge| self.graph.edges[*edge as usize].call);
                !calls.chain([call.call]).any(|call| self.may_not_run(files, call))
            })
        })
    }

    /// Whether `call` stands under a condition or runs after a failure only.
    fn may_not_run(&self, files: &[File], call: CallId) -> bool {
        let site = self.values.call(call);
        let is_failure = match site.kind {
            CallKind::Callback { option: Some(option), .. } => {
                outcome(self.values.symbols.text(option)) == Some(Outcome::Failure)
            }
            CallKind::Continuation { rejected } => rejected,
            _ => false,
        };
        is_failure || is_conditional(files, &self.values, site)
    }
}

/// The page at `address`, as a file below `at` writes it.
fn page(project: &Project, at: &RelPath, address: &str) -> Option<UnitId> {
    let path = address.split(['?', '#']).next().map(str::trim).filter(|path| !path.is_empty())?;
    let roots = project.roots.iter().filter(|root| at.is_below(&root.folder));
    let root = roots.max_by_key(|root| root.folder.as_str().len())?;
    let below_root = root.folder.join(path.trim_start_matches('/'));
    let beside = (!path.starts_with('/')).then(|| at.parent().join(path));
    beside.into_iter().chain([below_root]).find_map(|path| {
        let unit = project.units.binary_search_by(|unit| unit.path.cmp(&path)).ok()?;
        let id = UnitId(unit as u32);
        (project.unit(id).kind == UnitKind::Page).then_some(id)
    })
}
