//! From where something runs: for each kind of entry the shortest way, and the other entries.

use crate::finding::Message;
use crate::semantic::entry::Trigger;
use crate::semantic::entry::reach::Path;
use crate::semantic::site::ApiCall;
use crate::semantic::values::{CallId, FunctionNode};

use super::{Fact, Question};

/// Other entries are looked for from so many copies of a function.
const MOST_COPIES: usize = 8;

impl Question<'_> {
    /// The entries that run `calls`.
    pub(super) fn runs_of_calls(&self, calls: &[CallId]) -> Vec<Fact> {
        let callers: Vec<FunctionNode> =
            calls.iter().map(|call| self.semantics.values.call(*call).caller).collect();
        let own: Vec<ApiCall> =
            calls.iter().map(|call| ApiCall { call: *call, host: *call }).collect();
        self.runs(&callers, |trigger| {
            let ways = self.semantics.ways_of(&own, trigger).into_iter();
            ways.map(|(_, path)| path).collect()
        })
    }

    /// The entries that run `functions`, copies of one.
    pub(super) fn runs_of_functions(&self, functions: &[FunctionNode]) -> Vec<Fact> {
        let reach = &self.semantics.reach;
        self.runs(functions, |trigger| {
            functions.iter().flat_map(|function| reach.paths(trigger, *function)).collect()
        })
    }

    fn runs(&self, within: &[FunctionNode], ways: impl Fn(Trigger) -> Vec<Path>) -> Vec<Fact> {
        let mut facts = Vec::new();
        for trigger in Trigger::ALL {
            let ways = ways(trigger).into_iter();
            if let Some(path) = ways.min_by_key(|it| (it.checks, it.edges.len())) {
                facts.extend(self.run(within, trigger, &path));
            }
        }
        if facts.is_empty() {
            facts.push(Fact::new(Message::new("reached-by-nothing")));
        }
        facts
    }

    /// The way `path` from entries of `trigger`, and what was found granted on it.
    fn run(&self, within: &[FunctionNode], trigger: Trigger, path: &Path) -> Vec<Fact> {
        let semantics = self.semantics;
        let mut steps = semantics.steps(self.files, path);
        let some = within.get(..MOST_COPIES).unwrap_or(within);
        steps.extend(semantics.entries_around(some, path, &[trigger]));
        let mut facts = vec![Fact { text: words(trigger), at: None, steps }];
        for scope in ["userInfo", "phoneNumber"] {
            if path.checks.grants(scope) {
                let text = Message::new("granted-on-the-way").with("scope", scope);
                facts.push(Fact::new(text));
            }
        }
        facts
    }
}

fn words(trigger: Trigger) -> Message {
    match trigger {
        Trigger::Launch => Message::new("from-launch"),
        Trigger::Page => Message::new("from-page"),
        Trigger::Other => Message::new("from-other"),
        Trigger::Refusal => Message::new("from-refusal"),
        Trigger::Gesture => Message::new("from-gesture"),
        Trigger::ConsentToUserInfo => Message::new("from-consent").with("scope", "userInfo"),
        Trigger::ConsentToPhoneNumber => Message::new("from-consent").with("scope", "phoneNumber"),
    }
}
