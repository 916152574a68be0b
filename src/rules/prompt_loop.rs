//! `prompt-loop`: a question of consent that comes back by itself.

use std::collections::BTreeSet;

use crate::finding::{Label, Message, RuleId};
use crate::platform::ApiKind;
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::entry::reach::Path;
use crate::semantic::question::repeat::{Again, Loops};
use crate::semantic::site::ApiSite;
use crate::source::FileSpan;

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("prompt-loop"),
    page: include_str!("../../rules/prompt-loop.md"),
    checks: &[Check::Program(check)],
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    let askings: Vec<_> = cx.semantics.askings(cx.platform).collect();
    if askings.is_empty() {
        return;
    }
    let mut loops = Loops::new(cx.files, cx.platform, cx.semantics);
    let (mut done, mut places) = (BTreeSet::new(), BTreeSet::new());
    for asking in &askings {
        if let Some(again) = loops.after_refusal(*asking).filter(|it| is_own(cx, it)) {
            done.insert(asking.site);
            if !places.insert(again.at) {
                continue;
            }
            refused(cx, &cx.semantics.sites[asking.site], again, findings);
        }
    }
    for asking in &askings {
        let site = &cx.semantics.sites[asking.site];
        // A call that needs a button is another rule's in a hook.
        if matches!(site.api.kind, ApiKind::ConsentBound { .. }) || done.contains(&asking.site) {
            continue;
        }
        if let Some((path, opened)) = loops.in_hook(*asking) {
            done.insert(asking.site);
            repeated(cx, site, &path, &opened, findings);
        }
    }
}

fn is_own(cx: &Context<'_>, again: &Again) -> bool {
    !cx.project.is_library(again.at.file)
}

/// Reports a refusal that asks again.
fn refused(cx: &Context<'_>, site: &ApiSite, again: Again, findings: &mut Findings) {
    let message = Message::new("after-refusal").with("api", site.path.as_str());
    findings
        .report(again.at, message, Message::new("label"))
        .trace(again.trace)
        .within(cx.semantics.scope_of(cx.files, site));
}

/// Reports a question in a hook that repeats, whose locks are `opened` again.
fn repeated(
    cx: &Context<'_>,
    site: &ApiSite,
    path: &Path,
    opened: &[FileSpan],
    findings: &mut Findings,
) {
    let Some(at) = cx.semantics.own_place(site, Some(path)) else { return };
    let entry = &cx.semantics.reach.entries[path.entry as usize];
    let message =
        Message::new("repeated").with("api", site.path.as_str()).with("entry", entry.name.as_str());
    findings
        .report(at, message, Message::new("label"))
        .trace(cx.semantics.steps(cx.files, path))
        .trace(opened.iter().map(|at| Label { at: *at, text: Message::new("opened") }))
        .within(cx.semantics.scope_of(cx.files, site));
}
