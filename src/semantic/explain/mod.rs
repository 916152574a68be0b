//! What is known of one place: its calls and functions, the elements that bind handlers, the
//! pages that a manifest names. Answers a question of the user; no rule asks for it.

mod call;
mod element;
mod run;
mod unit;

use crate::finding::{Label, Message};
use crate::platform::Platform;
use crate::project::Project;
use crate::source::{FileId, FileSpan, Span};
use crate::syntax::{File, Tree};

use super::Semantics;

/// So many things of one line are told; more stand only on lines that no person wrote.
const MOST_TOPICS: usize = 24;

/// Something that stands at the place, and what is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// Where to point.
    pub at: FileSpan,
    /// All of it.
    pub extent: Span,
    /// What it is, as a sentence of `rules/data/explain.toml`.
    pub text: Message,
    /// What is known of it.
    pub facts: Vec<Fact>,
}

/// A thing that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The thing.
    pub text: Message,
    /// The place it speaks of.
    pub at: Option<FileSpan>,
    /// How it gets there, where it speaks of a run.
    pub steps: Vec<Label>,
}

impl Fact {
    fn new(text: Message) -> Self {
        Self { text, at: None, steps: Vec::new() }
    }

    fn at(text: Message, at: FileSpan) -> Self {
        Self { text, at: Some(at), steps: Vec::new() }
    }
}

/// The place that is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// The file.
    pub file: FileId,
    /// The line.
    pub line: Span,
    /// The byte in it, if one is asked for: then only the innermost thing around it counts.
    pub offset: Option<u32>,
}

impl Place {
    fn is_on_line(self, span: Span) -> bool {
        self.line.start <= span.start && span.start < self.line.end.max(self.line.start + 1)
    }

    /// Of `all`, each with its extent, those that are asked for: with a byte the innermost
    /// around it. One more than [`MOST_TOPICS`] at most.
    fn asked<T>(self, all: impl Iterator<Item = (Span, T)>) -> Vec<T> {
        let Some(offset) = self.offset else {
            return all.map(|(_, it)| it).take(MOST_TOPICS + 1).collect();
        };
        let holds = |span: Span| span.start <= offset && offset < span.end.max(span.start + 1);
        let innermost = all.filter(|(span, _)| holds(*span)).min_by_key(|(span, _)| span.len());
        innermost.map(|(_, it)| it).into_iter().collect()
    }
}

/// The program, for one question.
#[derive(Clone, Copy)]
pub struct Question<'a> {
    /// The files, by [`FileId`].
    pub files: &'a [File],
    /// The linked program.
    pub project: &'a Project,
    /// What the active wallets document.
    pub platform: &'a Platform,
    /// Who runs what.
    pub semantics: &'a Semantics,
}

impl Question<'_> {
    /// What is known of `place`.
    #[must_use]
    pub fn topics(&self, place: Place) -> Vec<Topic> {
        let Some(file) = self.files.get(place.file.index()) else { return Vec::new() };
        let mut topics = match &file.parsed.tree {
            Tree::Script(script) => self.of_script(place, script),
            Tree::Template(template) => self.of_template(place, template),
            Tree::Json(_) => self.of_manifest(place),
        };
        topics.sort_by_key(|topic| (topic.at, topic.extent.len()));
        if let Some(more) = topics.get_mut(MOST_TOPICS) {
            more.text = Message::new("topic-more");
            more.facts.clear();
        }
        topics
    }
}
