//! Calls that run only where the client has nothing better.

use crate::semantic::Semantics;
use crate::semantic::entry::Trigger;
use crate::semantic::entry::reach::Path;
use crate::semantic::guard::check::Checks;
use crate::semantic::site::ApiSite;
use crate::source::FileSpan;

impl Semantics {
    /// Whether the same call runs another API as well, by a choice between them.
    #[must_use]
    pub fn is_choice(&self, site: &ApiSite) -> bool {
        let first = self.sites.partition_point(|it| it.at < site.at);
        let here = self.sites.iter().skip(first).take_while(|it| it.at == site.at);
        here.filter(|it| it.expr == site.expr).any(|it| it.api.name != site.api.name)
    }

    /// The place at which `site` is called without asking what the client supports, with the way
    /// there if there is one; `None` where it is only ever a fallback.
    #[must_use]
    pub fn without_support_check(&self, site: &ApiSite) -> Option<(FileSpan, Option<Path>)> {
        let is_asked = |checks: Checks| checks.has(Checks::SUPPORT);
        let mut is_run = false;
        for trigger in Trigger::ALL {
            for (call, path) in self.ways(site, trigger) {
                is_run = true;
                if !is_asked(path.checks.or(self.graph.guard(call.call).checks))
                    && let Some(at) = self.own_place(site, Some(&path))
                {
                    return Some((at, Some(path)));
                }
            }
        }
        let is_unasked = site.calls.iter().any(|call| {
            let guard = self.graph.guard(call.call);
            !guard.never && !is_asked(guard.checks)
        });
        let at = self.own_place(site, None).filter(|_| !is_run && is_unasked)?;
        Some((at, None))
    }
}
