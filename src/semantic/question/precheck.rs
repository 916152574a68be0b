//! Agreements that are checked before the user does anything.

use std::cell::Cell;

use crate::platform::names_consent;
use crate::semantic::Semantics;
use crate::semantic::data::visible::{LaunchData, LaunchSet, is_conditional};
use crate::semantic::markup::{Choice, Datum, Literal};
use crate::semantic::values::{CallId, CallKind};
use crate::source::FileSpan;
use crate::syntax::File;

/// The start of a choice that the user finds checked.
#[derive(Clone, Copy, Debug)]
pub struct Prechecked<'a> {
    /// What makes it checked: the attribute's value, or its name.
    pub at: FileSpan,
    /// The `setData` of the launch without which it would not be.
    pub set: Option<&'a LaunchSet>,
}

impl Semantics {
    /// Whether `choice` is about an agreement, by the texts beside it.
    #[must_use]
    pub fn is_agreement(&self, files: &[File], choice: &Choice) -> bool {
        let initial = |datum: &Datum| self.initial(files, datum);
        let texts = choice.texts.iter().filter_map(|term| match term.value(&initial) {
            Some(Literal::Text(text)) => Some(text),
            _ => None,
        });
        let texts: Vec<String> = texts.collect();
        // Elements part words in languages with blanks, and in others not even those.
        let apart: Vec<&str> = texts.iter().flat_map(|text| text.split_whitespace()).collect();
        choice.is_agreement || names_consent(&texts.concat()) || names_consent(&apart.join(" "))
    }

    /// How `choice` comes to be checked before any gesture; `None` where it is not known to be.
    #[must_use]
    pub fn prechecked<'a>(
        &self,
        files: &[File],
        data: &'a LaunchData,
        choice: &Choice,
    ) -> Option<Prechecked<'a>> {
        choice.checked.iter().find_map(|(at, term)| {
            let set = Cell::new(None);
            let at_launch = |datum: &Datum| {
                if self.is_always_given(datum) {
                    return None;
                }
                let (value, by) = self.at_launch(files, data, datum);
                set.set(set.get().or(by));
                value
            };
            (term.truth(&at_launch) == Some(true)).then(|| Prechecked { at: *at, set: set.get() })
        })
    }

    /// How `choice` comes to be checked as its page opens, in any case and before anything answers;
    /// `data` is what pages set then.
    #[must_use]
    pub fn prechecked_on_load<'a>(
        &self,
        files: &[File],
        data: &'a LaunchData,
        choice: &Choice,
    ) -> Option<Prechecked<'a>> {
        let is_certain = |set: &LaunchSet| {
            let mut calls = set.path.edges.iter().map(|edge| self.graph.edges[*edge as usize].call);
            !set.is_conditional && calls.all(|call| call.is_some_and(|it| self.runs(files, it)))
        };
        self.prechecked(files, data, choice).filter(|start| start.set.is_some_and(is_certain))
    }

    /// Whether what `call` calls runs there and then, whatever holds.
    fn runs(&self, files: &[File], call: CallId) -> bool {
        let site = self.values.call(call);
        site.kind == CallKind::Call && !is_conditional(files, &self.values, site)
    }

    /// Whether `datum` is a property that each use of its component gives a value.
    fn is_always_given(&self, datum: &Datum) -> bool {
        let Some(name) = datum.path.first().filter(|_| self.is_property(datum)) else {
            return false;
        };
        let mut uses = self.markup.renders.iter().filter(|render| render.child == datum.unit);
        !uses.any(|render| render.property(name).is_none())
    }
}
