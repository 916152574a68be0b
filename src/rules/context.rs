//! What a rule sees, and where it says what it found.

use crate::config::Config;
use crate::finding::{Finding, Fingerprint, Label, Message, RuleId, Severity};
use crate::platform::Platform;
use crate::project::Project;
use crate::semantic::Semantics;
use crate::semantic::credential::entrusted::Entrusted;
use crate::semantic::credential::filled::Filled;
use crate::semantic::credential::returned::Returned;
use crate::semantic::credential::{Blamed, Credentials};
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

    /// The program's own files that something that it runs leads to.
    pub fn own(&self) -> impl Iterator<Item = FileId> {
        let all = (0..).map(FileId).zip(&self.semantics.own);
        all.filter(|(_, is_own)| **is_own).map(|(file, _)| file)
    }

    /// What looks for credentials.
    #[must_use]
    pub fn credentials(&self) -> Credentials<'a> {
        let Semantics { values, graph, credentials: given, .. } = self.semantics;
        Credentials {
            files: self.files,
            platform: self.platform,
            values,
            given,
            graph,
            project: self.project,
            entrusted: Entrusted::default(),
            blamed: Blamed::Callers,
            filled: Filled::default(),
            returned: Returned::default(),
        }
    }

    /// Whether `file` is the program's own code, and something that it runs leads there.
    #[must_use]
    pub fn is_own(&self, file: FileId) -> bool {
        self.semantics.own.get(file.index()).copied().unwrap_or(false)
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

    /// The finding that was made last.
    pub fn last(&mut self) -> Report<'_> {
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
    ///
    /// A place of another file, such as a call in a library that is reported where the program
    /// calls the library, does not hold the finding and is left out.
    pub fn within(self, scope: impl Into<Scope>) -> Self {
        if let Some(finding) = self.found.last_mut() {
            finding.scope = match scope.into() {
                Scope::Here(span) => Some(span),
                Scope::At(at) => (at.file == finding.primary.at.file).then_some(at.span),
            };
        }
        self
    }
}

/// What a finding stands in.
pub enum Scope {
    /// A span of the finding's own file.
    Here(Span),
    /// A place that may be in another file.
    At(FileSpan),
}

impl From<Span> for Scope {
    fn from(span: Span) -> Self {
        Self::Here(span)
    }
}

impl From<FileSpan> for Scope {
    fn from(at: FileSpan) -> Self {
        Self::At(at)
    }
}
