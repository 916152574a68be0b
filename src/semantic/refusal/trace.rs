//! Paths of refusals as steps that can be read.

use crate::finding::{Label, Message};
use crate::semantic::entry::Trigger;
use crate::semantic::site::prompt::Asking;
use crate::source::FileSpan;

use super::refused::{Hop, Place, Refusals};
use super::since::Since;

impl Refusals<'_> {
    /// How the program comes to ask `asking`, as steps; `None` where nothing known does.
    #[must_use]
    pub fn asked(&self, asking: Asking) -> Option<Vec<Label>> {
        let site = &self.semantics.sites[asking.site];
        let calls = [asking.call];
        let mut ways = Trigger::ALL.into_iter().filter_map(|trigger| {
            let ways = self.semantics.ways_of(&calls, trigger).into_iter();
            ways.map(|(_, path)| path).min_by_key(|path| path.edges.len())
        });
        let mut steps = self.semantics.steps(self.files, &ways.next()?);
        let text = Message::new("calls").with("name", site.path.as_str());
        steps.push(Label { at: site.at, text });
        Some(steps)
    }

    /// The steps of `hops`.
    #[must_use]
    pub fn steps(&self, hops: &[Hop]) -> Vec<Label> {
        let step = |hop: &Hop| match (hop.heard, hop.edge) {
            (Some(name), _) => {
                vec![Label {
                    at: self.head(hop.to),
                    text: Message::new("refused").with("name", name),
                }]
            }
            (None, Some(edge)) => self.semantics.steps_along(self.files, &[edge]),
            (None, None) => Vec::new(),
        };
        hops.iter().flat_map(step).collect()
    }

    /// The place to point at for what runs.
    fn head(&self, place: Place) -> FileSpan {
        let (instance, _) = self.semantics.values.function(place.function());
        let file = self.rejections.file_of(instance);
        if let (Place::After(_, Since { at: Some(at), .. }), Some(script)) =
            (place, self.rejections.script(file))
        {
            return FileSpan::new(file, script.expr(at).span);
        }
        let head = || self.semantics.head(self.files, place.function());
        self.catches.get(&place).map_or_else(head, |it| it.start)
    }
}
