//! Questions of consent, and what starts them.

use crate::platform::{ApiKind, Platform, ScopeKind};
use crate::semantic::Semantics;
use crate::semantic::entry::Trigger;
use crate::semantic::entry::reach::Path;
use crate::semantic::site::{ApiCall, ApiSite};

use super::api::scope_of;
use super::api::{prompts, scopes};

/// A question of consent that an entry leads to.
#[derive(Clone, Debug)]
pub struct Prompt {
    /// The way to it.
    pub path: Path,
    /// What it asks for; nothing where that cannot be told.
    pub scopes: Vec<String>,
}

impl Prompt {
    /// The scopes, to stand between backticks.
    #[must_use]
    pub fn named(&self) -> String {
        self.scopes.join("`, `")
    }
}

/// A call that puts a question of consent before the user.
#[derive(Clone, Copy, Debug)]
pub struct Asking {
    /// The place, by its index in [`Semantics::sites`].
    pub site: usize,
    /// The call.
    pub call: ApiCall,
}

impl Semantics {
    /// All calls that can put a question of consent before the user where they stand.
    pub fn askings(&self, platform: &Platform) -> impl Iterator<Item = Asking> {
        self.sites.iter().enumerate().flat_map(move |(at, site)| {
            let own = scope_of(site.api);
            let calls = site.calls.iter().filter(move |call| {
                let guard = self.graph.guard(call.call);
                let is_granted = own.is_some_and(|scope| guard.checks.grants(scope));
                !guard.never && !is_granted && prompts(platform, &self.values, site.api, call.host)
            });
            calls.map(move |call| Asking { site: at, call: *call })
        })
    }

    /// The question that `site` puts before the user when an entry of `trigger` runs it, on the
    /// shortest way; `None` where none is known to.
    #[must_use]
    pub fn prompt_from(
        &self,
        platform: &Platform,
        site: &ApiSite,
        trigger: Trigger,
    ) -> Option<Prompt> {
        let own = scope_of(site.api);
        let asks = |host| prompts(platform, &self.values, site.api, host);
        let ways = self.ways(site, trigger).into_iter().filter(|(call, path)| {
            let checks = path.checks.or(self.graph.guard(call.call).checks);
            asks(call.host) && !own.is_some_and(|scope| checks.grants(scope))
        });
        let (call, path) = ways.min_by_key(|(_, path)| path.edges.len())?;
        let constants = || scopes(&self.values, call.host).constants.into_iter();
        let scopes = match site.api.kind {
            ApiKind::AuthCode => {
                constants().filter(|it| platform.scope(it) == ScopeKind::Prompting).collect()
            }
            // It asks for whatever it is given.
            ApiKind::Authorize => constants().collect(),
            _ => own.into_iter().map(str::to_owned).collect(),
        };
        Some(Prompt { path, scopes })
    }
}
