//! Where navigations lead, as far as their addresses are constant.

use crate::platform::{ApiKind, Outcome, Target, outcome};
use crate::project::{Project, UnitId, UnitKind};
use crate::source::RelPath;
use crate::syntax::File;
use crate::syntax::script::{Binary, ExprId, ExprKind, Key, Property, Script};

use super::Semantics;
use super::entry::Trigger;
use super::site::{ApiCall, ApiSite};
use super::values::{CallId, CallKind, Token};
use super::visible::is_conditional;

/// Variables and sums are looked through no deeper than this.
const DEEPEST: usize = 16;

impl Semantics {
    /// The pages that the navigation at `site` can lead to; none for what is no navigation.
    #[must_use]
    pub fn destinations(&self, files: &[File], project: &Project, site: &ApiSite) -> Vec<UnitId> {
        if *site.api.kind != (ApiKind::Navigation { to: Target::Page }) {
            return Vec::new();
        }
        let mut addresses = self.addresses(site);
        if let Some(script) = files[site.file.index()].script() {
            addresses.extend(written(script, site.expr).map(str::to_owned));
        }
        let folder = &files[site.file.index()].path;
        let pages = addresses.iter().filter_map(|address| page(project, folder, address));
        let mut pages: Vec<UnitId> = pages.collect();
        pages.sort_unstable();
        pages.dedup();
        pages
    }

    /// The pages that the navigation `call` of `site` leads to when `by` runs the function that it
    /// stands in; `None` where that does not say so, because `by` does not hand the address over.
    #[must_use]
    pub fn handed_destinations(
        &self,
        files: &[File],
        project: &Project,
        (site, call): (&ApiSite, &ApiCall),
        by: CallId,
    ) -> Option<Vec<UnitId>> {
        let script = files[site.file.index()].script()?;
        let ExprKind::Binding(address) = script.kind(url(script, site.expr)?) else { return None };
        let is_own = script.binding(*address).function == site.function;
        let ExprKind::Param(at) = script.kind(script.only_value(*address)?) else { return None };
        let (caller, is_here) = (self.values.call(by), call.call == call.host);
        let given_in = files[self.values.instance(caller.instance).file.index()].script()?;
        let ExprKind::Call(written) = given_in.kind(caller.expr) else { return None };
        let is_plain = caller.kind == CallKind::Call
            && written.arguments.len() == caller.arguments.len()
            && written.arguments.iter().all(|argument| !argument.spread);
        let given = written.arguments.get(*at as usize)?.value;
        if !is_own || !is_here || !is_plain {
            return None;
        }
        let node = self.values.value(caller.instance, given_in, given);
        let texts = node.into_iter().flat_map(|node| self.values.each(node));
        let texts = texts.filter_map(|token| match token {
            Token::Text(text) => Some(self.values.symbols.text(text)),
            _ => None,
        });
        let folder = &files[site.file.index()].path;
        let addresses = texts.chain(beginning(given_in, given));
        let mut pages: Vec<UnitId> =
            addresses.filter_map(|address| page(project, folder, address)).collect();
        pages.sort_unstable();
        pages.dedup();
        Some(pages)
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

    /// The constants that `url` can be.
    fn addresses(&self, site: &ApiSite) -> Vec<String> {
        let Some(url) = self.values.symbols.find("url") else { return Vec::new() };
        let options = site.calls.iter().filter_map(|call| {
            let (node, _) = self.values.call(call.host).arguments.first()?;
            Some(self.values.of(*node))
        });
        let urls = options.flatten().filter_map(|token| self.values.property(token, url));
        let texts = urls.flat_map(|node| self.values.of(node)).filter_map(|token| match token {
            Token::Text(text) => Some(self.values.symbols.text(text).to_owned()),
            _ => None,
        });
        texts.collect()
    }
}

/// The constant beginning of the address that is written at a call, up to its query.
fn written(script: &Script, call: ExprId) -> Option<&str> {
    beginning(script, url(script, call)?)
}

/// The address that is written at a call.
fn url(script: &Script, call: ExprId) -> Option<ExprId> {
    let ExprKind::Call(call) = script.kind(call) else { return None };
    let ExprKind::Object(members) = script.kind(call.arguments.first()?.value) else { return None };
    members.iter().rev().find_map(|member| match member {
        Property::Value { key: Key::Name(name, _), value } if script.name(*name) == "url" => {
            Some(*value)
        }
        _ => None,
    })
}

/// The constant beginning of `url`, up to its query.
fn beginning(script: &Script, url: ExprId) -> Option<&str> {
    let mut expr = url;
    for _ in 0..DEEPEST {
        let text = match script.kind(expr) {
            ExprKind::Binary { operator: Binary::Add, left, .. } => {
                expr = *left;
                continue;
            }
            ExprKind::String(text) => script.name(*text),
            ExprKind::Template(template) => script.name(*template.texts.first()?),
            _ => return None,
        };
        return (expr == url && !matches!(script.kind(expr), ExprKind::Template(_))
            || text.contains('?'))
        .then_some(text);
    }
    None
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
