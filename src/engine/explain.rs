//! What is known of one line, and what is found there.

use crate::config::Config;
use crate::engine::{Analysis, Report, Workspace};
use crate::finding::Finding;
use crate::semantic::explain::{Place, Question};
use crate::semantic::values::Coverage;
use crate::source::{FileId, LineIndex, RelPath, Span};

pub use crate::semantic::explain::{Fact, Topic};

/// What is known of one line.
#[derive(Clone, Debug, Default)]
pub struct Explanation {
    /// What stands there.
    pub topics: Vec<Topic>,
    /// The findings there, with all files.
    pub report: Report,
}

/// Why nothing can be said of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoPlace {
    /// The file is not among those of the workspace.
    File,
    /// The file has only so many lines.
    Line(usize),
}

impl Workspace {
    /// What is known of the line `line` of `path`, both from 1; with `column`, in UTF-16 code
    /// units from 1, only of what stands there.
    ///
    /// # Errors
    ///
    /// A file or line that does not exist.
    pub fn explain(
        &self,
        config: &Config,
        path: &RelPath,
        (line, column): (u32, Option<u32>),
    ) -> Result<Explanation, NoPlace> {
        let file = self.files.get(path).ok_or(NoPlace::File)?;
        let at = self.files.keys().position(|it| it == path).ok_or(NoPlace::File)?;
        let index = LineIndex::new(&file.text);
        let count = index.count();
        let number = (line as usize).checked_sub(1).filter(|it| *it < count);
        let number = number.ok_or(NoPlace::Line(count))?;
        let start = index.start_of(number);
        let is_last = number + 1 == count;
        let end = if is_last { file.text.len() as u32 } else { index.start_of(number + 1) };
        let line = Span::new(start, end);
        let offset = column.map(|column| start + offset_of(line.of(&file.text), column));
        let place = Place { file: FileId(at as u32), line, offset };
        Ok(self.run(|| self.explained(config, place)))
    }

    fn explained(&self, config: &Config, place: Place) -> Explanation {
        let files = self.files();
        let analysis =
            Analysis::new(&files, self.linked(&files).clone(), config, Coverage::Everything);
        let files = analysis.concealed.files(files);
        let question = Question {
            files: &files,
            project: &analysis.project,
            platform: &analysis.platform,
            semantics: &analysis.semantics,
        };
        let mut topics = question.topics(place);
        analysis.concealed.topics(&mut topics);
        let mut report = analysis.report(files, config);
        report.findings.retain(|finding| is_asked(finding, place, &topics));
        Explanation { topics, report }
    }
}

/// Whether `finding` starts on the line; of a byte in it, in what stands there.
fn is_asked(finding: &Finding, place: Place, topics: &[Topic]) -> bool {
    let at = finding.primary.at;
    let starts_in = |span: Span| span.start <= at.span.start && at.span.start < span.end;
    let is_there = match place.offset {
        Some(offset) => {
            let is_around = at.span.start <= offset && offset < at.span.end;
            is_around || topics.iter().any(|topic| starts_in(topic.extent))
        }
        None => starts_in(place.line) || at.span.start == place.line.start,
    };
    at.file == place.file && is_there
}

/// The byte of `line` that its column `column` begins at; its end for a column beyond it.
fn offset_of(line: &str, column: u32) -> u32 {
    let mut units = 1;
    for (at, character) in line.char_indices() {
        units += character.len_utf16() as u32;
        if units > column {
            return at as u32;
        }
    }
    line.len() as u32
}

#[cfg(test)]
mod tests {
    use super::offset_of;

    #[test]
    fn columns_are_utf16_units() {
        for (line, column, want) in
            [("abc", 1, 0), ("abc", 3, 2), ("😀b", 3, 4), ("授b", 2, 3), ("a", 9, 1)]
        {
            assert_eq!(offset_of(line, column), want, "{line}:{column}");
        }
    }
}
