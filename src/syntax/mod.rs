//! One file in, one tree out. Total: what cannot be read is a problem with a place, never an error.

pub mod axml;
pub mod directive;
pub mod json;
pub mod script;

use std::sync::Arc;

use crate::finding::Message;
use crate::source::{FileKind, RelPath, Span};

/// A place where text was skipped or guessed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where.
    pub at: Span,
    /// What, as a sentence of the page `rules/syntax-error.md`.
    pub text: Message,
}

/// What a parser made of one text.
#[derive(Clone, Debug)]
pub struct Parsed {
    /// The tree; it covers all that could be read.
    pub tree: Tree,
    /// Where text was skipped or guessed, by place.
    pub problems: Vec<Problem>,
    /// The one of them to tell of, what follows it being mostly its consequence.
    pub told: Option<Problem>,
    /// Where that is noticed, if not there.
    pub noticed: Option<Problem>,
    /// The suppression comments, by place.
    pub directives: Vec<directive::Directive>,
}

impl Parsed {
    /// What came of a text whose first problem is the one to tell of.
    fn new(tree: Tree, mut problems: Vec<Problem>, directives: Vec<directive::Directive>) -> Self {
        problems.sort_by_key(|problem| problem.at);
        let told = problems.first().cloned();
        Self { tree, problems, told, noticed: None, directives }
    }
}

/// The tree of a file, by its kind.
#[derive(Clone, Debug)]
pub enum Tree {
    /// Of a template.
    Template(axml::Template),
    /// Of a script.
    Script(script::Script),
    /// Of a manifest.
    Json(json::Value),
}

/// A file of the program with its tree.
#[derive(Clone, Debug)]
pub struct File {
    /// The path, relative to the folder that is checked.
    pub path: RelPath,
    /// The text that every span refers to.
    pub text: Arc<str>,
    /// What the text was read as.
    pub kind: FileKind,
    /// What was read.
    pub parsed: Arc<Parsed>,
}

impl File {
    /// The template, if the file is one.
    #[must_use]
    pub fn template(&self) -> Option<&axml::Template> {
        match &self.parsed.tree {
            Tree::Template(template) => Some(template),
            Tree::Script(_) | Tree::Json(_) => None,
        }
    }

    /// The script, if the file is one.
    #[must_use]
    pub fn script(&self) -> Option<&script::Script> {
        match &self.parsed.tree {
            Tree::Script(script) => Some(script),
            Tree::Template(_) | Tree::Json(_) => None,
        }
    }

    /// The manifest, if the file is one.
    #[must_use]
    pub fn json(&self) -> Option<&json::Value> {
        match &self.parsed.tree {
            Tree::Json(value) => Some(value),
            Tree::Template(_) | Tree::Script(_) => None,
        }
    }
}

/// What a thread surely has left for a parser that recurses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stack {
    /// As much as any thread has.
    Any,
    /// 64 MiB.
    Large,
}

/// Reads `text` as `kind`.
#[must_use]
pub fn parse(kind: FileKind, text: &str) -> Parsed {
    parse_on(Stack::Any, kind, text)
}

/// The same on a thread with such a `stack`: on a large one most texts need not be measured first.
#[must_use]
pub fn parse_on(stack: Stack, kind: FileKind, text: &str) -> Parsed {
    match kind {
        FileKind::Template => axml::parse(text),
        FileKind::Script { typescript } => {
            script::parse(stack, text, script::Language::of(typescript))
        }
        FileKind::Json => json::parse(text),
    }
}
