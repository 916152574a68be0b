//! `unchecked-response-code`: basic information that is used as if it always came.

use std::collections::BTreeMap;

use crate::finding::{Message, RuleId};
use crate::platform::is_status;
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::answer::{Answers, Deed, FlowId, Level, Read, Source};
use crate::source::{FileSpan, Span};

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("unchecked-response-code"),
    page: include_str!("../../rules/unchecked-response-code.md"),
    checks: &[Check::Program(check)],
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    let answers = &cx.semantics.answers;
    let mut first: BTreeMap<FlowId, (FileSpan, Option<&str>, Span)> = BTreeMap::new();
    let mut note = |flow: FlowId, at: FileSpan, name, scope| {
        if is_trusted(answers, flow) {
            let known = first.entry(flow).or_insert((at, name, scope));
            *known = (*known).min((at, name, scope));
        }
    };
    for read in answers.reads.iter().filter(|read| is_field(cx, read)) {
        if let Some(flow) = read.flow {
            note(flow, read.at, Some(&*read.name), read.scope);
        }
    }
    for shown in &answers.shown {
        note(shown.flow, shown.at, None, shown.scope);
    }
    for (at, name, scope) in first.into_values() {
        let message = match name {
            Some(name) => Message::new("field").with("name", name),
            None => Message::new("whole"),
        };
        findings.report(at, message, Message::new("label")).within(scope);
    }
}

/// Whether the functions of `flow` open the answer and never ask how it came out.
fn is_trusted(answers: &Answers, flow: FlowId) -> bool {
    answers.does(flow, Deed::Parse)
        && !answers.does(flow, Deed::Test)
        && !answers.does(flow, Deed::HandOver)
}

fn is_field(cx: &Context<'_>, read: &Read) -> bool {
    read.source == Source::UserInfo
        && !read.is_asked_later
        && read.levels.iter().all(|level| *level == Level::Info)
        && cx.platform.is_user_field(&read.name)
        && !is_status(&read.name)
}
