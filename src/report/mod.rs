//! Findings in, text out: one file for each format, and what they share.

pub mod baseline;
pub mod call_graph;
pub mod concise;
pub mod config_schema;
pub mod explain;
pub mod github;
pub mod gitlab;
pub mod html;
pub mod human;
pub mod json;
pub mod junit;
pub mod rules;
pub mod sarif;
pub mod schema;
pub mod statistics;
pub mod summary;
pub mod tree;

mod encode;
mod excerpt;
mod markup;
mod places;
mod plain;
mod sanitize;
mod trace;
mod uri;
mod words;
mod wrap;

pub use crate::source::Paths;
pub use sanitize::visible;
pub use words::Lang;

use crate::engine::Report;
use crate::finding::Finding;
use crate::rules::catalog;

/// One check, as every format gets it.
pub struct Subject<'a> {
    /// What was found.
    pub report: &'a Report,
    /// What was found on disk but not read, by path.
    pub skipped: &'a [Skipped],
    /// How files are called.
    pub paths: &'a Paths,
    /// The language of the words.
    pub lang: Lang,
}

/// A file that was not checked.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Skipped {
    /// The file, relative to the working directory.
    pub path: String,
    /// Why.
    pub reason: String,
}

impl Subject<'_> {
    fn headline(&self, finding: &Finding) -> String {
        catalog::sentence(finding.rule, &finding.message, self.lang)
    }

    fn help(&self, finding: &Finding) -> String {
        catalog::help(finding.rule, &finding.message, self.lang)
    }
}
