//! What the program does with the answers of `getOpenUserInfo` and `getPhoneNumber`.
//!
//! ```text
//! part        how far a path of the host opens an answer
//! scan        what scripts do with answers, and how they test them
//! member      members of answers that scripts read
//! number      result codes that are compared with numbers
//! shared      which of them are not the only thing that is compared there
//! condition   which expressions of a script are tested
//! template    what templates read of answers that were put into data
//! data        data that answers are put into, and whether who reads them asks
//! held        what members of data can be
//! flow        which functions handle one answer together
//! unused      answers that go nowhere
//! ```

mod condition;
mod data;
mod flow;
mod held;
mod member;
mod number;
mod scan;
mod shared;
mod template;
mod unused;

use std::collections::BTreeSet;

use crate::platform::Platform;
use crate::project::Project;
use crate::semantic::graph::call_graph::CallGraph;
use crate::source::{FileSpan, Span};
use crate::syntax::File;

use super::markup::Markup;
use super::values::Values;

pub use crate::semantic::values::wallet::part::{Level, Source};
pub(super) use template::{InTemplates, in_templates};
pub(super) use unused::unused;

/// Functions that run each other and handle the same answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FlowId(u32);

/// What the functions of a flow do with the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Deed {
    /// They parse its text.
    Parse,
    /// They look at its result code, or whether a field is there.
    Test,
    /// They ask whether something in it is a text.
    AskType,
    /// They hand it to code that was not read.
    HandOver,
}

/// A member of an answer that is read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Read {
    /// The name of the member, where it is written.
    pub at: FileSpan,
    /// The name.
    pub name: String,
    /// Which answer.
    pub source: Source,
    /// What it can be a member of.
    pub levels: BTreeSet<Level>,
    /// The expression in the same function that opened the answer so far, if it is known.
    pub origin: Option<FileSpan>,
    /// The function or element it stands in.
    pub scope: Span,
    /// The functions that handle the answer; `None` in a template.
    pub flow: Option<FlowId>,
    /// Whether it only goes into data whose readers ask whether it is there.
    pub is_asked_later: bool,
}

/// Opened information that is used as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Shown {
    /// The expression.
    pub at: FileSpan,
    /// The function it stands in.
    pub scope: Span,
    /// The functions that handle the answer.
    pub flow: FlowId,
}

/// A result code that is compared with a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Numeric {
    /// The number, or the name of a constant that stands for it.
    pub at: FileSpan,
    /// Where the number is written.
    pub written: FileSpan,
    /// The function it stands in.
    pub scope: Span,
    /// Whether something else is compared there, too.
    pub is_shared: bool,
}

/// All that the program does with answers.
#[derive(Clone, Debug, Default)]
pub struct Answers {
    /// The members that are read, by place. Where the value can be anything but a part of an
    /// answer, or where the program writes that member itself, there is none.
    pub reads: Vec<Read>,
    /// What `setData` is given of opened information, by place.
    pub shown: Vec<Shown>,
    /// The result codes that are compared with numbers, by place.
    pub numeric: Vec<Numeric>,
    /// The places that ask for basic information and do nothing with it, as indices of the sites.
    pub unused: Vec<usize>,
    deeds: BTreeSet<(FlowId, Deed)>,
}

/// What the search for answers looks at.
#[derive(Clone, Copy)]
pub(super) struct Program<'a> {
    pub(super) files: &'a [File],
    pub(super) project: &'a Project,
    pub(super) markup: &'a Markup,
    pub(super) platform: &'a Platform,
    pub(super) values: &'a Values,
    /// Whether each file is the program's own code and read by it.
    pub(super) own: &'a [bool],
}

impl Answers {
    /// What `program` does with answers, its templates included; but for what is `unused`.
    #[must_use]
    pub(super) fn new(program: Program<'_>, graph: &CallGraph, templates: InTemplates) -> Self {
        let mut answers = scan::answers(program, graph, templates);
        let is_own = |at: FileSpan| program.own[at.file.index()];
        answers.reads.retain(|read| is_own(read.at));
        answers.shown.retain(|shown| is_own(shown.at));
        answers.numeric.retain(|numeric| is_own(numeric.at));
        answers
    }

    /// Whether the functions of any flow do `deed`.
    #[must_use]
    pub fn do_any(&self, deed: Deed) -> bool {
        self.deeds.iter().any(|(_, done)| *done == deed)
    }

    /// Whether the functions of `flow` do `deed`.
    #[must_use]
    pub fn does(&self, flow: FlowId, deed: Deed) -> bool {
        self.deeds.contains(&(flow, deed))
    }
}
