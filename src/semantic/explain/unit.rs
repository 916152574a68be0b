//! The pages that a manifest names.

use crate::finding::Message;
use crate::project::{Root, UnitId};
use crate::source::{FileSpan, Span};

use super::{Fact, Place, Question, Topic};

impl Question<'_> {
    /// The pages that the manifest names on the line.
    pub(super) fn of_manifest(&self, place: Place) -> Vec<Topic> {
        let roots = self.project.roots.iter().filter(|root| root.manifest == place.file);
        roots.flat_map(|root| self.pages(place, root)).collect()
    }

    fn pages(&self, place: Place, root: &Root) -> Vec<Topic> {
        let mut named = root.pages.clone();
        named.extend(root.first_page);
        named.sort_by_key(|(_, at)| *at);
        named.dedup();
        let on_line = named.into_iter().filter(|(_, at)| place.is_on_line(at.span));
        let asked = place.asked(on_line.map(|it| (it.1.span, it)));
        asked.into_iter().map(|(page, at)| self.page(root, page, at)).collect()
    }

    fn page(&self, root: &Root, page: UnitId, at: FileSpan) -> Topic {
        let unit = self.project.unit(page);
        let first = root.first_page.is_some_and(|(first, _)| first == page);
        let mut facts = vec![Fact::new(if first {
            Message::new("page-first")
        } else {
            Message::new("page-later")
        })];
        for (file, key) in [
            (unit.template, Message::new("page-template")),
            (unit.script, Message::new("page-script")),
        ] {
            facts.extend(file.map(|file| Fact::at(key, FileSpan::new(file, Span::default()))));
        }
        let buttons = self.semantics.markup.buttons.iter().filter(|it| it.unit == page);
        facts.extend(buttons.map(|it| Fact::at(Message::new("page-button"), it.name())));
        for child in self.semantics.screens.children(page) {
            let path = self.project.path_in_root(*child);
            let text = Message::new("page-renders").with("path", path);
            facts.push(Fact::new(text));
        }
        facts.dedup();
        let text = Message::new("topic-page").with("path", self.project.path_in_root(page));
        Topic { at, extent: at.span, text, facts }
    }
}
