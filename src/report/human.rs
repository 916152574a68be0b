//! Findings for people at a terminal: what is wrong, where, how it gets there, what to do.
//!
//! miette draws the headline and the snippet. It is handed excerpts that are already cut and
//! made safe, so that it never sees a file: its own sources are scanned from the first byte
//! for each label, and bytes of the source would reach the terminal as they are.

use std::fmt;

use miette::{
    Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError,
    MietteSpanContents, SourceCode, SourceSpan, SpanContents,
};

use crate::finding::{Finding, Severity};
use crate::report::excerpt::{self, Excerpt, Room};
use crate::report::{Subject, places::Places, sanitize, trace, words, wrap};
use crate::rules::catalog;

/// The columns that the frame of a snippet takes beside the numbers of its lines.
const FRAME: usize = 4;

/// The columns from the start of a place to the words below it, more or less.
const ARROW: usize = 12;

/// What the terminal can show.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// Whether it shows colours.
    pub color: bool,
    /// Whether it shows more than ASCII.
    pub unicode: bool,
    /// Its columns.
    pub width: usize,
}

/// What a text is, which decides its colour.
#[derive(Clone, Copy, Debug)]
pub(super) enum Paint {
    /// A heading.
    Help,
    /// A place.
    Place,
    /// What is read last.
    Dim,
}

impl Look {
    /// `text` in its colour. Only the sixteen colours and dimming are used, which every
    /// terminal maps to what is legible on its background.
    pub(super) fn paint(self, paint: Paint, text: &str) -> String {
        let code = match paint {
            _ if !self.color || text.is_empty() => return text.to_owned(),
            Paint::Help => "1",
            Paint::Place => "36",
            Paint::Dim => "2",
        };
        format!("\u{1b}[{code}m{text}\u{1b}[0m")
    }
}

/// All findings, a paragraph each.
#[must_use]
pub fn render(subject: &Subject<'_>, look: Look) -> String {
    let places = Places::new(subject);
    let paragraph = |finding| paragraph(subject, &places, finding, look);
    subject.report.findings.iter().map(paragraph).collect()
}

fn paragraph(subject: &Subject<'_>, places: &Places<'_>, finding: &Finding, look: Look) -> String {
    let mut out = snippet(subject, places, finding, look);
    out += &trace::render(subject, places, finding, look);
    let heading = format!("{}:", words::help(subject.lang));
    let help = sanitize::line(&subject.help(finding));
    if !help.is_empty() {
        let indent = excerpt::columns(&heading) + 3;
        let lines = wrap::lines(&help, indent, indent, look.width);
        let lines = lines.join(&format!("\n{}", " ".repeat(indent)));
        out += &format!("  {} {lines}\n", look.paint(Paint::Help, &heading));
    }
    out + &format!("  {}\n\n", look.paint(Paint::Dim, &catalog::url(finding.rule)))
}

/// The headline and the lines around the place.
fn snippet(subject: &Subject<'_>, places: &Places<'_>, finding: &Finding, look: Look) -> String {
    let label = catalog::sentence(finding.rule, &finding.primary.text, subject.lang);
    let label = sanitize::line(&label);
    let at = finding.primary.at;
    let last_line = places.position(at, at.span.start).line + 1;
    let room = Room {
        columns: look.width.saturating_sub(FRAME + last_line.to_string().len()),
        below: excerpt::columns(&label) + ARROW,
        unicode: look.unicode,
    };
    let tag = format!("{}[{}]:", words::severity(finding.severity, subject.lang), finding.rule.0);
    let headline = sanitize::line(&subject.headline(finding));
    let margins = (excerpt::columns(&tag) + 3, 4);
    let snippet = Snippet {
        headline: wrap::lines(&headline, margins.0, margins.1, look.width).join("\n"),
        name: sanitize::line(places.name(at)),
        label,
        excerpt: excerpt::around(places, at, 1, room),
    };
    let mut out = String::new();
    let drawn = GraphicalReportHandler::new_themed(theme(finding.severity, tag, look))
        .with_links(false)
        .with_wrap_lines(false)
        .with_context_lines(1)
        .render_report(&mut out, &snippet);
    match drawn {
        Ok(()) => out,
        Err(fmt::Error) => {
            format!("  {}: {}\n", places.start(at), headline)
        }
    }
}

/// The theme in which a finding of that weight is introduced by `tag`.
fn theme(severity: Severity, tag: String, look: Look) -> GraphicalTheme {
    let mut theme = match (look.unicode, look.color) {
        (true, true) => GraphicalTheme::unicode(),
        (true, false) => GraphicalTheme::unicode_nocolor(),
        (false, true) => GraphicalTheme::ascii(),
        (false, false) => GraphicalTheme::none(),
    };
    let style = match severity {
        Severity::Error => theme.styles.error,
        Severity::Warning => theme.styles.warning,
        Severity::Info => theme.styles.advice,
    };
    let style = if look.color { style.bold() } else { style };
    (theme.styles.error, theme.characters.error) = (style, tag);
    theme.styles.highlights = vec![style];
    theme
}

/// One finding as miette sees it.
#[derive(Debug)]
struct Snippet {
    headline: String,
    name: String,
    label: String,
    excerpt: Excerpt,
}

impl fmt::Display for Snippet {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.headline)
    }
}

impl std::error::Error for Snippet {}

impl Diagnostic for Snippet {
    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(self)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let label = Some(self.label.clone()).filter(|label| !label.is_empty());
        let span = (self.excerpt.label.start, self.excerpt.label.len());
        Some(Box::new(std::iter::once(LabeledSpan::new_primary_with_span(label, span))))
    }
}

/// The excerpt stands for its file: lines and columns are those of the file.
impl SourceCode for Snippet {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let excerpt = &self.excerpt;
        let read = excerpt.text.read_span(span, before, after)?;
        Ok(Box::new(MietteSpanContents::new_named(
            self.name.clone(),
            read.data(),
            *read.span(),
            excerpt.first_line + read.line(),
            excerpt.position.column.saturating_sub(1) as usize,
            read.line_count(),
        )))
    }
}
