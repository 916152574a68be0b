//! What is the program's own code, and where to report what happens inside a library.

use crate::finding::{Label, Message};
use crate::semantic::Semantics;
use crate::semantic::entry::Trigger;
use crate::semantic::entry::reach::Path;
use crate::semantic::values::FunctionNode;
use crate::source::{FileId, FileSpan};
use crate::syntax::File;

use super::ApiSite;

/// How many further entries a trace names.
const MOST_OTHERS: usize = 4;

impl Semantics {
    /// Whether `file` is none of the program's own code.
    fn is_library(&self, file: FileId) -> bool {
        self.libraries.get(file.index()).copied().unwrap_or(false)
    }

    /// The place of `site`; of one inside a library, the last call on the way in the program's
    /// own code. `None` where there is none, so that nothing is to be said.
    #[must_use]
    pub fn own_place(&self, site: &ApiSite, path: Option<&Path>) -> Option<FileSpan> {
        if !self.is_library(site.file) {
            return Some(site.at);
        }
        let edges = path?.edges.iter().rev().map(|edge| &self.graph.edges[*edge as usize]);
        let mut own = edges.filter(|edge| !self.is_library(edge.at.file));
        own.next().map(|edge| edge.at)
    }

    /// The function or script that the call stands in, for its fingerprint.
    #[must_use]
    pub fn scope_of(&self, files: &[File], site: &ApiSite) -> FileSpan {
        let script = files[site.file.index()].script();
        let span = script.map(|script| script.function(site.function).span);
        FileSpan::new(site.file, span.unwrap_or_default())
    }

    /// The other entries that reach the call without consent, as steps.
    #[must_use]
    pub fn other_entries(&self, site: &ApiSite, path: &Path) -> Vec<Label> {
        self.entries_beside(site, path, &Trigger::WITHOUT_CONSENT)
    }

    /// The entries of `triggers`, but for that of `path`, that reach the call, as steps.
    #[must_use]
    pub fn entries_beside(&self, site: &ApiSite, path: &Path, triggers: &[Trigger]) -> Vec<Label> {
        let callers: Vec<FunctionNode> =
            site.calls.iter().map(|call| self.values.call(call.call).caller).collect();
        self.entries_around(&callers, path, triggers)
    }

    /// The entries of `triggers`, but for that of `path`, that reach one of `functions`, as steps.
    #[must_use]
    pub fn entries_around(
        &self,
        functions: &[FunctionNode],
        path: &Path,
        triggers: &[Trigger],
    ) -> Vec<Label> {
        let mut seen = vec![self.reach.entries[path.entry as usize].because];
        let mut others = Vec::new();
        for function in functions {
            for entry in self.reach.entries_of(&self.graph, *function, triggers) {
                let entry = &self.reach.entries[entry as usize];
                // A hook that a library puts around those of the program is no other entry.
                let is_new = !seen.contains(&entry.because);
                if !is_new || self.is_library(entry.because.file) || others.len() >= MOST_OTHERS {
                    continue;
                }
                seen.push(entry.because);
                let text = Message::new("also-from").with("entry", entry.name.as_str());
                others.push(Label { at: entry.because, text });
            }
        }
        others
    }
}
