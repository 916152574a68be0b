//! `stored-access-token`: an open platform's access token kept on the client.

use std::collections::BTreeMap;

use crate::finding::{Label, Message, RuleId};
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::credential::{Credential, Held};

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("stored-access-token"),
    page: include_str!("../../rules/stored-access-token.md"),
    checks: &[Check::Program(check)],
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    let credentials = cx.credentials().keeping();
    let stored = credentials.stored().into_iter();
    let tokens: BTreeMap<_, Held> = stored
        .filter(|held| held.credential == Credential::Token)
        .map(|held| (held.at, held))
        .collect();
    for (at, held) in tokens {
        if cx.is_own(at.file) {
            let request = credentials.request(&held).filter(|it| !cx.project.is_library(it.file));
            let request = request.map(|at| Label { at, text: Message::new("request") });
            findings
                .report(at, Message::new("finding"), Message::new("label"))
                .trace(request)
                .within(held.scope);
        }
    }
}
