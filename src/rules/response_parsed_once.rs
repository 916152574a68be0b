//! `response-parsed-once`: fields of the basic information, looked for one level too early.

use std::collections::{BTreeMap, BTreeSet};

use crate::finding::{Label, Message, RuleId};
use crate::platform::is_status;
use crate::rules::{Check, Context, Findings, Rule};
use crate::semantic::answer::{Deed, Level, Read, Source};
use crate::semantic::origin::text_member::is_text_member;
use crate::source::FileSpan;

/// The rule.
pub(super) const RULE: Rule = Rule {
    id: RuleId("response-parsed-once"),
    page: include_str!("../../rules/response-parsed-once.md"),
    checks: &[Check::Program(check)],
};

fn check(cx: &Context<'_>, findings: &mut Findings) {
    let answers = &cx.semantics.answers;
    // The same field, looked for where it is: the other place is for answers of another shape.
    let opened = answers.reads.iter().filter(|read| read.levels.contains(&Level::Info));
    let opened: BTreeSet<_> = opened.map(|read| (read.flow, &*read.name)).collect();
    let is_fallback = |read: &Read| opened.contains(&(read.flow, &*read.name));
    let mut faults: BTreeMap<FileSpan, Vec<&Read>> = BTreeMap::new();
    for read in &answers.reads {
        // Who asks whether the response is a text opens whatever it is.
        let asks = match read.flow {
            Some(flow) => answers.does(flow, Deed::AskType),
            None => answers.do_any(Deed::AskType),
        };
        if is_early(cx, read) && !asks && !is_fallback(read) {
            faults.entry(read.origin.unwrap_or(read.at)).or_default().push(read);
        }
    }
    for (at, reads) in faults {
        let Some(first) = reads.first() else { continue };
        let is_text = first.levels.contains(&Level::Text);
        let (headline, label) =
            if is_text { ("unparsed", "label-unparsed") } else { ("once", "label-once") };
        let message = Message::new(headline).with("name", &*first.name);
        let others = reads.iter().filter(|read| read.at != at);
        let trace = others.map(|read| Label {
            at: read.at,
            text: Message::new("read-here").with("name", &*read.name),
        });
        findings.report(at, message, Message::new(label)).trace(trace).within(first.scope);
    }
}

/// Whether a field is read where the answer is not opened far enough to have it.
fn is_early(cx: &Context<'_>, read: &Read) -> bool {
    let is_closed = |level: &Level| matches!(level, Level::Text | Level::Parsed);
    let is_text = read.levels.iter().all(|level| *level == Level::Text);
    read.source == Source::UserInfo
        && read.levels.iter().all(is_closed)
        && (cx.platform.is_user_field(&read.name)
            || is_text && !is_status(&read.name) && !is_text_member(&read.name))
}
