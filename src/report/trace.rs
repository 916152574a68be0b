//! The steps of a trace, one below the other, each with its place, its words and its source.

use crate::finding::{Finding, Label};
use crate::report::excerpt::{self, Room};
use crate::report::human::{Look, Paint};
use crate::report::{Subject, places::Places, sanitize, words};
use crate::rules::catalog;
use crate::source::FileSpan;

/// The columns that source needs to say something.
const LEAST_SOURCE: usize = 20;

/// The columns before the place: `    1. `.
const MARGIN: usize = 7;

/// The sentence of a step that is none: another place that the same path begins at.
const BESIDE: &str = "also-from";

struct Step {
    at: FileSpan,
    place: String,
    text: String,
}

/// The steps of `finding` below their heading, or nothing.
pub(super) fn render(
    subject: &Subject<'_>,
    places: &Places<'_>,
    finding: &Finding,
    look: Look,
) -> String {
    if finding.trace.is_empty() {
        return String::new();
    }
    let sentence = |step: &Label| catalog::sentence(finding.rule, &step.text, subject.lang);
    let heading = look.paint(Paint::Help, &format!("{}:", words::trace(subject.lang)));
    format!("  {heading}\n{}", steps(&finding.trace, sentence, places, look))
}

/// The steps of the trace of `finding`, and where else the path begins.
pub(super) fn parts(finding: &Finding) -> (Vec<&Label>, Vec<&Label>) {
    split(&finding.trace)
}

fn split(labels: &[Label]) -> (Vec<&Label>, Vec<&Label>) {
    labels.iter().partition(|label| label.text.key != BESIDE)
}

/// `labels` in the words of `sentence`, numbered; below them, without number, where else the
/// path begins.
///
/// Places and words stand in columns with the source behind them; where a step is too wide
/// for that, its source stands below.
pub(super) fn steps(
    labels: &[Label],
    sentence: impl Fn(&Label) -> String,
    places: &Places<'_>,
    look: Look,
) -> String {
    let step = |label: &Label| Step {
        at: label.at,
        place: sanitize::line(&places.start(label.at)),
        text: sanitize::line(&sentence(label)),
    };
    let (run, beside) = split(labels);
    let run: Vec<Step> = run.into_iter().map(step).collect();
    let table = Table::new(&run, places, look);
    let rows = run.iter().enumerate().map(|(at, step)| table.row(at + 1, step));
    let beside = beside.into_iter().map(step).map(|step| {
        let place = look.paint(Paint::Place, &step.place);
        format!("{}{}  {place}\n", " ".repeat(MARGIN), step.text)
    });
    rows.chain(beside).collect()
}

struct Table<'a> {
    places: &'a Places<'a>,
    look: Look,
    /// The columns of the places.
    place: usize,
    /// The columns of the words, and what they may be at most.
    text: usize,
}

impl<'a> Table<'a> {
    fn new(steps: &[Step], places: &'a Places<'a>, look: Look) -> Self {
        let place = steps.iter().map(|step| excerpt::columns(&step.place)).max().unwrap_or(0);
        let most = look.width.saturating_sub(MARGIN + place + 2 + 2 + LEAST_SOURCE);
        let texts = steps.iter().map(|step| excerpt::columns(&step.text));
        let text = texts.filter(|columns| *columns <= most).max().unwrap_or(0);
        Self { places, look, place, text }
    }

    fn row(&self, number: usize, step: &Step) -> String {
        let number = self.look.paint(Paint::Dim, &format!("{number:>5}."));
        let place = self.look.paint(Paint::Place, &step.place);
        let gap = " ".repeat(self.place - excerpt::columns(&step.place) + 2);
        let text = &step.text;
        let row = format!("{number} {place}{gap}{text}");
        match self.text.checked_sub(excerpt::columns(text)) {
            Some(pad) => {
                let used = MARGIN + self.place + 2 + self.text + 2;
                format!("{row}{}{}\n", " ".repeat(pad + 2), self.source(step, used))
            }
            None => {
                let is_wide = self.place > self.look.width / 3;
                let indent = MARGIN + 2 + if is_wide { 0 } else { self.place };
                format!("{row}\n{}{}\n", " ".repeat(indent), self.source(step, indent))
            }
        }
    }

    /// The source of `step` behind `used` columns.
    fn source(&self, step: &Step, used: usize) -> String {
        let columns = self.look.width.saturating_sub(used);
        let room = Room { columns, below: 0, unicode: self.look.unicode };
        self.look.paint(Paint::Dim, &excerpt::line(self.places, step.at, room))
    }
}
