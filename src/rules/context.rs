//! What a rule sees, and where it says what it found.

use crate::config::Config;
use crate::finding::{Finding, Fingerprint, Label, Message, RuleId, Severity};
use crate::platform::Platform;
use crate::project::Project;
use crate::semantic::Semantics;
use crate::source::{FileId, FileSpan, Span};
use crate::syntax::File;

/// The program and all that is known of it.
pub struct Context<'a> {
    /// The files, by [`FileId`].
    pub files: &'a [File],
    /// The linked program.
    pub project: &'a Project,
    /// Who runs what.
    pub semantics: &'a Semantics,
    /// What the active wallets document.
    pub platform: &'a Platform,
    /// What the user wants.
    pub config: &'a Config,
}

impl<'a> Context<'a> {
    /// The file `id`.
    #[must_use]
    pub fn file(&self, id: FileId) -> &'a File {
        &self.files[id.index()]
    }

    /// The text at `at`.
    #[must_use]
    pub fn text(&self, at: FileSpan) -> &'a str {
        at.span.of(&self.file(at.file).text)
    }
}

/// Where a rule puts its findings.
pub struct Findings {
    rule: RuleId,
    found: Vec<Finding>,
}

impl Findings {
    /// An empty list of the rule `rule`.
    #[must_use]
    pub fn new(rule: RuleId) -> Self {
        Self { rule, found: Vec::new() }
    }

    /// Says that `message` holds at `at`, where `label` is to be seen.
    ///
    /// The severity is the page's; the engine sets it.
    pub fn report(&mut self, at: FileSpan, message: Message, label: Message) -> Report<'_> {
        self.found.push(Finding {
            rule: self.rule,
            severity: Severity::Error,
            message,
            primary: Label { at, text: label },
            trace: Vec::new(),
            fix: None,
            scope: None,
            fingerprint: Fingerprint::default(),
        });
        Report { found: &mut self.found }
    }

    /// How much was said.
    #[must_use]
    pub fn count(&self) -> usize {
        self.found.len()
    }

    /// All that was said.
    #[must_use]
    pub fn into_vec(self) -> Vec<Finding> {
        self.found
    }
}

/// The finding just made, for what not every finding has.
pub struct Report<'a> {
    found: &'a mut Vec<Finding>,
}

impl Report<'_> {
    /// Adds how it gets there.
    pub fn trace(self, steps: impl IntoIterator<Item = Label>) -> Self {
        if let Some(finding) = self.found.last_mut() {
            finding.trace.extend(steps);
        }
        self
    }

    /// Adds the change that clears it.
    pub fn fix(self, fix: Option<crate::finding::Fix>) -> Self {
        if let Some(finding) = self.found.last_mut() {
            finding.fix = fix;
        }
        self
    }

    /// Names the function or element it stands in.
    pub fn within(self, scope: Span) -> Self {
        if let Some(finding) = self.found.last_mut() {
            finding.scope = Some(scope);
        }
        self
    }
}
