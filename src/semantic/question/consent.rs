//! Which calls of consent-bound APIs run without the consent they need.

use std::cell::LazyCell;
use std::collections::BTreeSet;

use crate::project::Project;
use crate::semantic::Semantics;
use crate::semantic::entry::Trigger;
use crate::semantic::entry::offered::offered;
use crate::semantic::entry::reach::Path;
use crate::semantic::site::api::scope_of;
use crate::semantic::site::{ApiCall, ApiSite};
use crate::semantic::values::{CallId, FunctionNode};
use crate::syntax::File;

/// What is to be said of one consent-bound call.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// The call, by its index in [`Semantics::sites`].
    pub site: usize,
    /// How it runs.
    pub how: How,
}

/// How a consent-bound call runs.
#[derive(Clone, Debug)]
pub enum How {
    /// Without consent.
    Outside {
        /// The worst that starts it.
        trigger: Trigger,
        /// The shortest way from there.
        path: Path,
    },
    /// Without consent, but only where it was found granted before.
    AfterGrantedCheck {
        /// The shortest way.
        path: Path,
    },
    /// After consent to something else.
    OtherScope {
        /// The way from the other button.
        path: Path,
    },
    /// By nothing that is known.
    Unreached,
    /// By nothing that is known, but others may import it, or it was lost sight of.
    Offered,
    /// After consent.
    Consented,
}

/// What is to be said of each consent-bound call.
pub(in crate::semantic) fn verdicts(
    files: &[File],
    project: &Project,
    semantics: &Semantics,
) -> Vec<Verdict> {
    let offered = LazyCell::new(|| offered(files, project, &semantics.values, &semantics.graph));
    let sites = semantics.sites.iter().enumerate();
    sites
        .filter_map(|(at, site)| {
            let scope = scope_of(site.api)?;
            let how = match how(files, semantics, site, scope) {
                How::Unreached if is_offered(semantics, site, &offered) => How::Offered,
                how => how,
            };
            Some(Verdict { site: at, how })
        })
        .collect()
}

fn is_offered(semantics: &Semantics, site: &ApiSite, offered: &BTreeSet<FunctionNode>) -> bool {
    let live = site.calls.iter().filter(|call| !semantics.graph.guard(call.call).never);
    live.map(|call| semantics.values.call(call.call).caller).any(|caller| offered.contains(&caller))
}

fn how(files: &[File], semantics: &Semantics, site: &ApiSite, scope: &str) -> How {
    let mut granted = None;
    for trigger in Trigger::WITHOUT_CONSENT {
        let mut paths = semantics.ways(site, trigger);
        paths.sort_by_key(|(_, path)| path.edges.len());
        for (call, path) in paths {
            let is_granted = path.checks.or(semantics.graph.guard(call.call).checks).grants(scope);
            if !is_granted {
                return How::Outside { trigger, path };
            }
            granted.get_or_insert(path);
        }
    }
    if let Some(path) = granted {
        return How::AfterGrantedCheck { path };
    }
    let (own, other) = match scope {
        "userInfo" => (Trigger::ConsentToUserInfo, Trigger::ConsentToPhoneNumber),
        _ => (Trigger::ConsentToPhoneNumber, Trigger::ConsentToUserInfo),
    };
    let is_consented = !semantics.ways(site, own).is_empty();
    let others = semantics.ways(site, other);
    if !is_consented && others.is_empty() {
        return How::Unreached;
    }
    let is_other = |(call, path): &(ApiCall, Path)| {
        let is_sure = !is_consented || semantics.always_runs(files, path, call.call, own);
        is_sure && !semantics.calls_own(path, other)
    };
    match others.into_iter().find(is_other) {
        Some((_, path)) => How::OtherScope { path },
        None => How::Consented,
    }
}

impl Semantics {
    /// The ways on which entries of `trigger` run the calls of `site`.
    #[must_use]
    pub fn ways(&self, site: &ApiSite, trigger: Trigger) -> Vec<(ApiCall, Path)> {
        self.ways_of(&site.calls, trigger)
    }

    /// The ways on which entries of `trigger` run `calls`.
    #[must_use]
    pub fn ways_of(&self, calls: &[ApiCall], trigger: Trigger) -> Vec<(ApiCall, Path)> {
        let mut ways = Vec::new();
        for call in calls {
            let guard = self.graph.guard(call.call);
            let is_agreed = guard.confirmed && trigger.ends_in_dialogs();
            if guard.never {
                continue;
            }
            let caller = self.values.call(call.call).caller;
            if !is_agreed {
                ways.extend(
                    self.reach.paths(trigger, caller).into_iter().map(|path| (*call, path)),
                );
            } else {
                continue;
            }
        }
        if trigger == Trigger::Gesture {
            ways.extend(self.agreed_ways(calls));
        }
        ways
    }

    /// The ways on which a dialog that the user agrees to runs `calls` themselves.
    fn agreed_ways(&self, calls: &[ApiCall]) -> Vec<(ApiCall, Path)> {
        let agreed = calls.iter().filter(|call| {
            let guard = self.graph.guard(call.call);
            guard.confirmed && !guard.never
        });
        let early = Trigger::ALL.into_iter().filter(|trigger| trigger.ends_in_dialogs());
        let early: Vec<Trigger> = early.collect();
        agreed
            .flat_map(|call| {
                let caller = self.values.call(call.call).caller;
                let paths = early.iter().flat_map(move |it| self.reach.paths(*it, caller));
                paths.map(move |path| (*call, path))
            })
            .collect()
    }

    /// Whether the entry of `path`, which is none of `own`, runs `call` whatever holds: a handler
    /// for both scopes may ask first which button it was.
    fn always_runs(&self, files: &[File], path: &Path, call: CallId, own: Trigger) -> bool {
        let entry = &self.reach.entries[path.entry as usize];
        let edges = path.edges.iter().filter_map(|edge| self.graph.edges[*edge as usize].call);
        !entry.triggers.contains(&own)
            && edges.chain([call]).all(|call| !self.is_conditional(files, call))
    }

    /// Whether the entry of `path` also runs a call that its own consent, `trigger`, is for.
    fn calls_own(&self, path: &Path, trigger: Trigger) -> bool {
        let own = match trigger {
            Trigger::ConsentToUserInfo => "userInfo",
            _ => "phoneNumber",
        };
        let entry = &self.reach.entries[path.entry as usize];
        let reached = self.graph.closure(&[entry.function]);
        let mut sites = self.sites.iter().filter(|site| scope_of(site.api) == Some(own));
        sites.any(|site| {
            site.calls.iter().any(|call| reached.contains(&self.values.call(call.call).caller))
        })
    }
}
