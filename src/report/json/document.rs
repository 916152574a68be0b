//! The published JSON, version 1, as types of its own; its schema is derived from them.
//!
//! Within a version a field is added, never changed.

use schemars::JsonSchema;
use serde::Serialize;

/// All that one run of consentlint found.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "consentlint output, version 1")]
pub(super) struct Document {
    /// The version of this format: 1.
    pub(super) version: u32,
    /// What wrote the report.
    pub(super) tool: Tool,
    /// The findings by path, place and rule.
    pub(super) findings: Vec<Finding>,
    /// What was found on the disk but not checked, by path.
    pub(super) not_checked: Vec<NotChecked>,
    /// The numbers.
    pub(super) summary: Summary,
}

/// A program and its version.
#[derive(Serialize, JsonSchema)]
pub(super) struct Tool {
    /// `consentlint`.
    pub(super) name: &'static str,
    /// The version of the program, not of the format.
    pub(super) version: &'static str,
}

/// One fault of the program.
#[derive(Serialize, JsonSchema)]
pub(super) struct Finding {
    /// The id of the rule.
    pub(super) rule: &'static str,
    /// The weight.
    pub(super) severity: Severity,
    /// What is wrong, in one sentence.
    pub(super) message: String,
    /// What to do.
    pub(super) help: Option<String>,
    /// The page of the rule.
    pub(super) url: Option<String>,
    /// The file, relative to the working directory, with `/`.
    pub(super) path: String,
    /// Where the finding starts.
    pub(super) start: Point,
    /// Where it ends, exclusive.
    pub(super) end: Point,
    /// How it gets there, in the order of execution; may be empty.
    pub(super) trace: Vec<Step>,
    /// A change that clears the finding.
    pub(super) fix: Option<Fix>,
    /// What stays the same when lines move: 32 hexadecimal digits.
    pub(super) fingerprint: String,
}

/// A weight.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(super) enum Severity {
    /// Worth knowing.
    Info,
    /// Likely to be refused in review, or to annoy users.
    Warning,
    /// Breaks a requirement of the wallet.
    Error,
}

/// A place in a file.
#[derive(Serialize, JsonSchema)]
pub(super) struct Point {
    /// The line, from 1.
    pub(super) line: u32,
    /// The column, from 1, in UTF-16 code units.
    pub(super) column: u32,
    /// The offset in bytes, from 0.
    pub(super) offset: u32,
}

/// One step on the way to a finding.
#[derive(Serialize, JsonSchema)]
pub(super) struct Step {
    /// The file, relative to the working directory.
    pub(super) path: String,
    /// Where the step starts.
    pub(super) start: Point,
    /// Where it ends, exclusive.
    pub(super) end: Point,
    /// What happens there.
    pub(super) message: String,
}

/// A change that clears a finding.
#[derive(Serialize, JsonSchema)]
pub(super) struct Fix {
    /// What it does, imperative.
    pub(super) title: String,
    /// How sure it is.
    pub(super) safety: Safety,
    /// The edits; they do not overlap.
    pub(super) edits: Vec<Edit>,
}

/// How sure a fix is.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(super) enum Safety {
    /// Keeps what the program does, or does what its author plainly meant.
    Safe,
    /// Needs a look.
    Suggested,
}

/// One replacement of text.
#[derive(Serialize, JsonSchema)]
pub(super) struct Edit {
    /// The file, relative to the working directory.
    pub(super) path: String,
    /// Where the replaced text starts.
    pub(super) start: Point,
    /// Where it ends, exclusive.
    pub(super) end: Point,
    /// The new text.
    pub(super) replacement: String,
}

/// A file that was not checked.
#[derive(Serialize, JsonSchema)]
pub(super) struct NotChecked {
    /// The file, relative to the working directory.
    pub(super) path: String,
    /// Why it was not checked.
    pub(super) reason: String,
}

/// The numbers of a report.
#[derive(Serialize, JsonSchema)]
pub(super) struct Summary {
    /// The files that were checked.
    pub(super) files: usize,
    /// The findings of weight `error`.
    pub(super) errors: usize,
    /// The findings of weight `warning`.
    pub(super) warnings: usize,
    /// The findings of weight `info`.
    pub(super) infos: usize,
    /// The findings that comments in the program accept.
    pub(super) suppressed: usize,
    /// The findings that a baseline accepts.
    pub(super) baselined: usize,
    /// The files that were not checked.
    pub(super) not_checked: usize,
}

/// The last line of `jsonl`.
#[derive(Serialize, JsonSchema)]
pub(super) struct LastLine {
    /// The version of this format: 1.
    pub(super) version: u32,
    /// What wrote the report.
    pub(super) tool: Tool,
    /// What was found on the disk but not checked, by path.
    pub(super) not_checked: Vec<NotChecked>,
    /// The numbers.
    pub(super) summary: Summary,
}
