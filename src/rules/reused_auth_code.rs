//! `reused-auth-code`: an authorization code kept for later, or taken for the user's id.

use std::collections::BTreeMap;

use crate::finding::{Label, Message, RuleId};
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::credential::{Credential, Held};

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("reused-auth-code"),
    page: include_str!("../../rules/reused-auth-code.md"),
    checks: &[Check::Program(check)],
};

/// Another place of the same code, and what is said of it.
type Beside = (&'static str, Held);

fn check(cx: &Context<'_>, findings: &mut Findings) {
    let credentials = cx.credentials();
    if credentials.is_empty() {
        return;
    }
    let mut found: BTreeMap<_, (&str, Held, Option<Beside>)> = BTreeMap::new();
    let sent = credentials.sent();
    let keeping = cx.credentials().keeping();
    // Callers that hand a code over twice, and helpers that send twice what they are handed.
    let all: Vec<Held> = sent.iter().copied().chain(keeping.sent()).collect();
    for (held, first) in credentials.sent_twice(&all) {
        found.insert(held.at, ("twice", held, Some(("sent-first", first))));
    }
    for (held, later) in credentials.kept(&cx.semantics.graph, &sent) {
        found.insert(held.at, ("variable", held, Some(("sent-later", later))));
    }
    for held in credentials.global() {
        found.insert(held.at, ("global", held, None));
    }
    for held in keeping.stored() {
        found.insert(held.at, ("stored", held, None));
    }
    for held in credentials.ids() {
        found.insert(held.at, ("id", held, None));
    }
    for (at, (key, held, other)) in found {
        if cx.is_own(at.file) && held.credential == Credential::Code {
            let other = other.map(|(text, it)| Label { at: it.at, text: Message::new(text) });
            findings
                .report(at, Message::new(key), Message::new("label"))
                .trace(other)
                .within(held.scope);
        }
    }
}
