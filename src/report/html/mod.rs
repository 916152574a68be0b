//! One web page without scripts and without anything that it would have to load.

use crate::engine::Suppressed;
use crate::finding::{Finding, Label};
use crate::report::excerpt::{self, Room};
use crate::report::markup::{self, escape};
use crate::report::{Skipped, Subject, places::Places, summary, trace, words};
use crate::rules::catalog;
use crate::source::FileSpan;

const HEAD: &str = include_str!("head.html");
const STYLE: &str = include_str!("style.css");

/// The columns of a snippet.
const ROOM: Room = Room { columns: 160, below: 0, unicode: true };

/// The lines shown before and after a place.
const CONTEXT: usize = 2;

/// The report as one document.
#[must_use]
pub fn render(subject: &Subject<'_>) -> String {
    let page = Page { subject, places: Places::new(subject) };
    let (name, lang) = (env!("CARGO_PKG_NAME"), subject.lang.as_str());
    let version = env!("CARGO_PKG_VERSION");
    let summary = escape(summary::line(subject).trim_end());
    format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n{HEAD}<title>{name}</title>\n\
         <style>\n{STYLE}</style>\n</head>\n<body>\n\
         <h1>{name} <small>{version}</small></h1>\n<p>{summary}</p>\n{}{}{}</body>\n</html>\n",
        page.findings(),
        page.skipped(),
        page.suppressed(),
    )
}

struct Page<'a> {
    subject: &'a Subject<'a>,
    places: Places<'a>,
}

impl Page<'_> {
    fn findings(&self) -> String {
        let findings = &self.subject.report.findings;
        let fingerprints = findings.iter().map(|finding| finding.fingerprint.to_string());
        let findings: Vec<_> = findings.iter().zip(fingerprints).collect();
        let is_same = |one: &(&Finding, _), other: &(&Finding, _)| {
            one.0.primary.at.file == other.0.primary.at.file
        };
        let file = |of: &[(&Finding, String)]| {
            let name = of.first().map_or("", |(finding, _)| self.places.name(finding.primary.at));
            let articles: String = of.iter().map(|(it, id)| self.article(it, id)).collect();
            format!("<h2>{}</h2>\n{articles}", escape(name))
        };
        findings.chunk_by(is_same).map(file).collect()
    }

    fn article(&self, finding: &Finding, id: &str) -> String {
        let lang = self.subject.lang;
        let (weight, rule) = (finding.severity.as_str(), finding.rule.0);
        let named = words::severity(finding.severity, lang);
        let url = catalog::url(finding.rule);
        let message = sentence(&self.subject.headline(finding));
        let place = self.place(finding.primary.at);
        let label = self.words(finding, &finding.primary);
        let snippet = self.snippet(finding.primary.at);
        let help = self.subject.help(finding);
        let help = if help.is_empty() {
            String::new()
        } else {
            format!("<p><strong>{}:</strong> {}</p>\n", words::help(lang), sentence(&help))
        };
        format!(
            "<article class=\"{weight}\" id=\"f-{id}\">\n\
             <h3><span class=\"weight\">{named}</span> {message}</h3>\n\
             <p>{place} <a href=\"{url}\">{rule}</a></p>\n{snippet}<p>{label}</p>\n{}{help}{}\
             </article>\n",
            self.trace(finding),
            self.fix(finding),
        )
    }

    fn words(&self, finding: &Finding, label: &Label) -> String {
        sentence(&catalog::sentence(finding.rule, &label.text, self.subject.lang))
    }

    fn place(&self, at: FileSpan) -> String {
        format!("<code class=\"place\">{}</code>", escape(&self.places.start(at)))
    }

    /// The lines around `at`, numbered, with the place marked.
    fn snippet(&self, at: FileSpan) -> String {
        let excerpt = excerpt::around(&self.places, at, CONTEXT, ROOM);
        let (text, label) = (&excerpt.text, &excerpt.label);
        let part = |range| text.get(range).unwrap_or("");
        let (before, marked, after) =
            (part(0..label.start), part(label.clone()), part(label.end..text.len()));
        let lines = |text: &str| text.split('\n').map(escape).collect::<Vec<_>>().join("\n");
        let html = format!("{}<mark>{}</mark>{}", lines(before), lines(marked), lines(after));
        let last = excerpt.first_line + html.split('\n').count();
        let width = last.to_string().len();
        let numbered = html.split('\n').enumerate().map(|(line, html)| {
            format!("<small>{:>width$}</small>  {html}", excerpt.first_line + line + 1)
        });
        format!("<pre>{}</pre>\n", numbered.collect::<Vec<_>>().join("\n"))
    }

    /// The steps, folded; then where else the path begins.
    fn trace(&self, finding: &Finding) -> String {
        let (steps, beside) = trace::parts(finding);
        if steps.is_empty() {
            return String::new();
        }
        let (heading, count) = (words::trace(self.subject.lang), steps.len());
        let steps: String = steps.into_iter().map(|step| self.step(finding, step)).collect();
        let beside = beside
            .into_iter()
            .map(|it| format!("<p>{} {}</p>\n", self.words(finding, it), self.place(it.at)));
        format!(
            "<details>\n<summary>{heading} ({count})</summary>\n<ol>\n{steps}</ol>\n{}</details>\n",
            beside.collect::<String>(),
        )
    }

    fn step(&self, finding: &Finding, step: &Label) -> String {
        let source = escape(&excerpt::line(&self.places, step.at, ROOM));
        let (place, words) = (self.place(step.at), self.words(finding, step));
        format!("<li>{place} {words}<br><code>{source}</code></li>\n")
    }

    fn fix(&self, finding: &Finding) -> String {
        let Some(fix) = &finding.fix else { return String::new() };
        let title = catalog::sentence(finding.rule, &fix.title, self.subject.lang);
        format!("<p><strong>{}:</strong> {}</p>\n", words::fix(self.subject.lang), sentence(&title))
    }

    fn skipped(&self) -> String {
        let item = |it: &Skipped| {
            format!("<li><code>{}</code> {}</li>\n", escape(&it.path), escape(&it.reason))
        };
        let items = self.subject.skipped.iter().map(item);
        list(words::left_out(self.subject.lang), items)
    }

    fn suppressed(&self) -> String {
        let item = |it: &Suppressed| {
            let place = self.place(it.finding.primary.at);
            let (rule, reason) = (it.finding.rule.0, escape(&it.reason));
            format!("<li>{place} <code>{rule}</code> {reason}</li>\n")
        };
        let suppressed = &self.subject.report.suppressed;
        let heading = words::suppressed(suppressed.len(), self.subject.lang);
        list(&heading, suppressed.iter().map(item))
    }
}

/// `items` below `heading`; nothing where there are none.
fn list(heading: &str, items: impl Iterator<Item = String>) -> String {
    let items: String = items.collect();
    if items.is_empty() { items } else { format!("<h2>{heading}</h2>\n<ul>\n{items}</ul>\n") }
}

fn sentence(text: &str) -> String {
    markup::sentence(text, escape)
}
