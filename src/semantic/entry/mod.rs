//! Entries: what the host runs, and what makes it run.

pub(super) mod handed_back;
pub(super) mod alive;
pub(super) mod hooking;
pub mod members;
pub(super) mod offered;
mod plugin;
pub mod reach;
pub mod render;
mod search;
mod shown;
pub(super) mod source;
pub mod trace;
pub(super) mod unnamed;

use crate::finding::{Label, Message};
use crate::project::UnitId;
use crate::semantic::values::FunctionNode;
use crate::source::FileSpan;

/// What starts an entry. The order is that of how bad a prompt is from there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Trigger {
    /// The launch of the program, up to its first screen.
    Launch,
    /// The opening of another page.
    Page,
    /// Anything else that the user does not do.
    Other,
    /// A refusal at an authorize button.
    Refusal,
    /// A gesture of the user.
    Gesture,
    /// Consent to the basic information.
    ConsentToUserInfo,
    /// Consent to the phone number.
    ConsentToPhoneNumber,
}

impl Trigger {
    /// All of them, in the order in which they are searched.
    pub const ALL: [Self; 7] = [
        Self::Launch,
        Self::Page,
        Self::Other,
        Self::Refusal,
        Self::Gesture,
        Self::ConsentToUserInfo,
        Self::ConsentToPhoneNumber,
    ];

    /// Those without consent, worst first.
    pub const WITHOUT_CONSENT: [Self; 5] =
        [Self::Launch, Self::Page, Self::Other, Self::Refusal, Self::Gesture];

    /// The position in [`Trigger::ALL`].
    #[must_use]
    pub fn index(self) -> usize {
        self as usize
    }

    /// Whether a dialog that the user agrees to makes it a gesture.
    #[must_use]
    pub fn ends_in_dialogs(self) -> bool {
        matches!(self, Self::Launch | Self::Page | Self::Other | Self::Refusal)
    }
}

/// A function that the host runs.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The function.
    pub function: FunctionNode,
    /// What starts it; a button for both scopes gives both consents.
    pub triggers: Vec<Trigger>,
    /// What makes it an entry.
    pub because: FileSpan,
    /// What it is called in messages: `App.onLaunch`, `onLoad`, `onTap`.
    pub name: String,
    /// The unit it runs on.
    pub unit: Option<UnitId>,
    /// Whether it runs again without the user.
    pub repeats: bool,
    /// The first steps of every trace from here.
    pub lead: Vec<Label>,
}

impl Entry {
    /// An entry that begins where the user agrees in a dialog.
    #[must_use]
    pub fn confirmed(function: FunctionNode, at: FileSpan) -> Self {
        let lead = vec![Label { at, text: Message::new("confirmed-dialog") }];
        Self {
            function,
            triggers: vec![Trigger::Gesture],
            because: at,
            name: "dialog".to_owned(),
            unit: None,
            repeats: false,
            lead,
        }
    }
}
