//! What is known of one line, for people at a terminal; then the findings there, as `check`
//! shows them.

use crate::engine::{Fact, Topic};
use crate::finding::Message;
use crate::report::excerpt::{self, Room};
use crate::report::human::{self, Look, Paint};
use crate::report::{Subject, places::Places, sanitize, trace, words, wrap};
use crate::rules::catalog;

/// The columns before a fact.
const MARGIN: usize = 2;

/// `topics` and the findings of `subject`; that there is nothing, where there is neither.
#[must_use]
pub fn render(subject: &Subject<'_>, topics: &[Topic], place: &str, look: Look) -> String {
    let page = Page { subject, places: Places::new(subject), look };
    let findings = human::render(subject, look);
    if topics.is_empty() && findings.is_empty() {
        return words::nothing_here(&sanitize::line(place), subject.lang) + "\n";
    }
    let topics: String = topics.iter().map(|topic| page.topic(topic) + "\n").collect();
    topics + &findings
}

struct Page<'a> {
    subject: &'a Subject<'a>,
    places: Places<'a>,
    look: Look,
}

impl Page<'_> {
    fn topic(&self, topic: &Topic) -> String {
        let text = self.sentence(&topic.text);
        let place = sanitize::line(&self.places.start(topic.at));
        let heading = self.look.paint(Paint::Help, &text);
        let facts: String = topic.facts.iter().map(|fact| self.fact(fact)).collect();
        format!("{heading}  {}\n{facts}", self.look.paint(Paint::Place, &place))
    }

    fn fact(&self, fact: &Fact) -> String {
        let margin = " ".repeat(MARGIN);
        let text = self.sentence(&fact.text) + if fact.steps.is_empty() { "" } else { ":" };
        let lines = wrap::lines(&text, MARGIN, MARGIN * 2, self.look.width);
        let mut out = margin.clone() + &lines.join(&format!("\n{}", margin.repeat(2)));
        if let Some(at) = fact.at {
            let place = sanitize::line(&self.places.start(at));
            out += &format!("  {}", self.look.paint(Paint::Place, &place));
            let used = MARGIN + 4 + excerpt::columns(&text) + excerpt::columns(&place);
            out += &self.source(fact, used).unwrap_or_default();
        }
        let sentence =
            |step: &crate::finding::Label| catalog::shared_sentence(&step.text, self.subject.lang);
        out + "\n" + &trace::steps(&fact.steps, sentence, &self.places, self.look)
    }

    /// The source that `fact` speaks of, where `used` columns leave room for it.
    fn source(&self, fact: &Fact, used: usize) -> Option<String> {
        let at = fact.at.filter(|at| !at.span.is_empty())?;
        let columns = self.look.width.checked_sub(used).filter(|columns| *columns >= 24)?;
        let room = Room { columns, below: 0, unicode: self.look.unicode };
        let source = excerpt::line(&self.places, at, room);
        Some(format!("  {}", self.look.paint(Paint::Dim, &source)))
    }

    fn sentence(&self, text: &Message) -> String {
        sanitize::line(&catalog::shared_sentence(text, self.subject.lang))
    }
}
