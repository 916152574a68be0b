//! Paths as steps that can be read.

use crate::finding::{Label, Message};
use crate::semantic::Semantics;
use crate::semantic::graph::call_graph::Edge;
use crate::semantic::values::{CallKind, FunctionNode};
use crate::source::{FileSpan, Span};
use crate::syntax::File;

use super::Trigger;
use super::reach::Path;

/// Of a longer way this many steps are shown from either end.
const MOST_STEPS: usize = 20;

/// A name in a step is no longer than this.
const LONGEST_NAME: usize = 40;

impl Semantics {
    /// The steps of `path`, from what makes it start to the last call.
    #[must_use]
    pub fn steps(&self, files: &[File], path: &Path) -> Vec<Label> {
        let entry = &self.reach.entries[path.entry as usize];
        let mut steps = self.steps_before(files, path.entry);
        steps.extend(entry.lead.iter().cloned());
        steps.extend(self.steps_from(files, Some(entry.function), &path.edges));
        steps
    }

    /// The steps that lead to the dialog that `entry` begins in.
    fn steps_before(&self, files: &[File], entry: u32) -> Vec<Label> {
        let Some(edge) = self.reach.agreed(entry) else { return Vec::new() };
        let opener = self.graph.edges[edge as usize].from;
        let mut early = Trigger::ALL.into_iter().filter(|trigger| trigger.ends_in_dialogs());
        let path = early.find_map(|trigger| self.reach.first_path(trigger, opener));
        path.map(|path| self.steps(files, &path)).unwrap_or_default()
    }

    /// The steps along `edges`.
    #[must_use]
    pub fn steps_along(&self, files: &[File], edges: &[u32]) -> Vec<Label> {
        self.steps_from(files, None, edges)
    }

    /// The steps along `edges`, which begin in `from`. One that does not begin where the last one ended runs
    /// a function that was made there.
    fn steps_from(
        &self,
        files: &[File],
        mut from: Option<FunctionNode>,
        edges: &[u32],
    ) -> Vec<Label> {
        let mut steps = Vec::new();
        let left_out = edges.len().saturating_sub(2 * MOST_STEPS);
        let shown = |at: usize| at < MOST_STEPS || at >= MOST_STEPS + left_out;
        for (at, edge) in edges.iter().enumerate().filter(|(at, _)| shown(*at)) {
            let edge = &self.graph.edges[*edge as usize];
            if left_out > 0 && at == MOST_STEPS + left_out {
                let text = Message::new("steps-left-out").with("count", left_out.to_string());
                steps.push(label(edge.at, text));
            } else if from.is_some_and(|from| from != edge.from) {
                steps.push(label(self.head(files, edge.to), Message::new("kept")));
            }
            from = Some(edge.to);
            steps.extend(self.step(files, edge));
        }
        steps
    }

    fn step(&self, files: &[File], edge: &Edge) -> Option<Label> {
        let Some(call) = edge.call else {
            let (instance, _) = self.values.function(edge.to);
            let path = files[self.values.instance(instance).file.index()].path.to_string();
            return Some(label(edge.at, Message::new("imported").with("path", path)));
        };
        let name = short(text(files, edge.at));
        let head = self.head(files, edge.to);
        let step = match self.values.call(call).kind {
            CallKind::Call | CallKind::New if name.is_empty() || name == "(" => {
                label(edge.at, Message::new("calls-unnamed"))
            }
            CallKind::Call | CallKind::New | CallKind::Accessor => {
                label(edge.at, Message::new("calls").with("name", name))
            }
            CallKind::Callback { api, .. } => {
                let name = self.values.symbols.text(api);
                label(head, Message::new("continues").with("name", name))
            }
            CallKind::Continuation { .. } => label(head, Message::new("continues-later")),
            CallKind::Timer { .. } => label(head, Message::new("continues-later")),
            CallKind::Standard | CallKind::Escape => match self.name(files, edge.to) {
                Some(to) => {
                    let message = Message::new("hands-over").with("name", to).with("callee", name);
                    label(edge.at, message)
                }
                None => label(edge.at, Message::new("hands-over-unnamed").with("callee", name)),
            },
        };
        Some(step)
    }

    /// The place to point at for a function.
    #[must_use]
    pub fn head(&self, files: &[File], function: FunctionNode) -> FileSpan {
        let (instance, function) = self.values.function(function);
        let file = self.values.instance(instance).file;
        let head = files[file.index()].script().map(|script| script.function(function).head);
        FileSpan::new(file, head.unwrap_or_default())
    }

    /// The name of a function, if it has one.
    #[must_use]
    pub fn name<'a>(&self, files: &'a [File], function: FunctionNode) -> Option<&'a str> {
        let (instance, function) = self.values.function(function);
        let script = files[self.values.instance(instance).file.index()].script()?;
        script.function(function).name.map(|name| script.name(name))
    }
}

fn label(at: FileSpan, text: Message) -> Label {
    Label { at, text }
}

fn text(files: &[File], at: FileSpan) -> &str {
    let text = &files[at.file.index()].text;
    Span::new(at.span.start, at.span.end).of(text)
}

/// `text` on one line, cut where it gets long. Blanks are kept between words only.
pub(in crate::semantic) fn short(text: &str) -> String {
    let is_part = |it: char| it.is_alphanumeric() || matches!(it, '_' | '$');
    let mut out = String::new();
    for word in text.split_whitespace() {
        if out.ends_with(is_part) && word.starts_with(is_part) {
            out.push(' ');
        }
        out.push_str(word);
        if out.chars().count() > LONGEST_NAME {
            let kept: String = out.chars().take(LONGEST_NAME).collect();
            return kept + "…";
        }
    }
    out
}
