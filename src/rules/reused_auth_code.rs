//! `reused-auth-code`: an authorization code kept for later, or taken for the user's id.

use std::collections::BTreeMap;

use crate::finding::{Label, Message, RuleId};
use crate::project::reached;
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::credential::{Credential, Credentials, Held};

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("reused-auth-code"),
    page: include_str!("../../rules/reused-auth-code.md"),
    checks: &[Check::Program(check)],
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    let values = &cx.semantics.values;
    let credentials = Credentials { files: cx.files, platform: cx.platform, values };
    let mut found: BTreeMap<_, (&str, Held, Option<Held>)> = BTreeMap::new();
    for (held, first) in credentials.sent_twice() {
        found.insert(held.at, ("twice", held, Some(first)));
    }
    for held in credentials.global() {
        found.insert(held.at, ("global", held, None));
    }
    for held in credentials.stored() {
        found.insert(held.at, ("stored", held, None));
    }
    for held in credentials.ids() {
        found.insert(held.at, ("id", held, None));
    }
    let read = reached(cx.files, cx.project);
    for (at, (key, held, first)) in found {
        let is_own = read.contains(&at.file) && !cx.project.is_library(at.file);
        if is_own && held.credential == Credential::Code {
            let before = first.map(|it| Label { at: it.at, text: Message::new("sent-first") });
            findings
                .report(at, Message::new(key), Message::new("label"))
                .trace(before)
                .within(held.scope);
        }
    }
}
