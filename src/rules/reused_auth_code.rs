//! `reused-auth-code`: an authorization code kept for later, or taken for the user's id.

use std::collections::BTreeMap;

use crate::finding::{Message, RuleId};
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
    let mut found: BTreeMap<_, (&str, Held)> = BTreeMap::new();
    for held in credentials.stored() {
        found.insert(held.at, ("stored", held));
    }
    for held in credentials.ids() {
        found.insert(held.at, ("id", held));
    }
    let read = reached(cx.files, cx.project);
    for (at, (key, held)) in found {
        let is_own = read.contains(&at.file) && !cx.project.is_library(at.file);
        if is_own && held.credential == Credential::Code {
            findings.report(at, Message::new(key), Message::new("label")).within(held.scope);
        }
    }
}
