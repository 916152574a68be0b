//! The steps of a trace, one below the other, each with its place, its words and its source.

use crate::finding::Finding;
use crate::report::excerpt::{self, Room};
use crate::report::human::{Look, Paint};
use crate::report::{Subject, places::Places, sanitize, words};
use crate::rules::catalog;
use crate::source::FileSpan;

/// The columns that source needs to say something.
const LEAST_SOURCE: usize = 20;

/// The columns before the place: `    1. `.
const MARGIN: usize = 7;

struct Step {
    at: FileSpan,
    place: String,
    text: String,
}

/// The steps of `finding`, or nothing.
///
/// Place, words and source stand side by side if they do so for all steps; else the source
/// stands below.
pub(super) fn render(
    subject: &Subject<'_>,
    places: &Places<'_>,
    finding: &Finding,
    look: Look,
) -> String {
    let steps: Vec<Step> = finding
        .trace
        .iter()
        .map(|step| Step {
            at: step.at,
            place: sanitize::line(&places.start(step.at)),
            text: sanitize::line(&catalog::sentence(finding.rule, &step.text, subject.lang)),
        })
        .collect();
    if steps.is_empty() {
        return String::new();
    }
    let widest = |of: fn(&Step) -> &String| {
        steps.iter().map(|step| excerpt::columns(of(step))).max().unwrap_or(0)
    };
    let (place, text) = (widest(|step| &step.place), widest(|step| &step.text));
    let left = look.width.saturating_sub(MARGIN + place + 2 + text + 2);
    let heading = look.paint(Paint::Help, &format!("{}:", words::trace(subject.lang)));
    let mut out = format!("  {heading}\n");
    for (number, step) in steps.iter().enumerate() {
        let number = look.paint(Paint::Dim, &format!("{:>5}.", number + 1));
        let shown = look.paint(Paint::Place, &step.place);
        let source = |columns| {
            let room = Room { columns, below: 0, unicode: look.unicode };
            look.paint(Paint::Dim, &excerpt::line(places, step.at, room))
        };
        let gap = " ".repeat(place - excerpt::columns(&step.place) + 2);
        let words = &step.text;
        if left >= LEAST_SOURCE {
            let pad = " ".repeat(text - excerpt::columns(words) + 2);
            out += &format!("{number} {shown}{gap}{words}{pad}{}\n", source(left));
        } else {
            let below = look.width.saturating_sub(MARGIN + 2);
            out += &format!("{number} {shown}  {words}\n         {}\n", source(below));
        }
    }
    out
}
