//! Who runs what, started by whom, with which values. Total.

pub mod markup;
pub mod symbols;
pub mod values;

use std::collections::BTreeMap;

use crate::platform::Platform;
use crate::project::{Project, UnitId};
use crate::source::{FileSpan, Span};
use crate::syntax::File;
use crate::syntax::script::FunctionId;

/// All that is known of a program's behaviour.
#[derive(Clone, Debug, Default)]
pub struct Semantics {
    /// The templates: auth buttons, handlers, modals.
    pub markup: markup::Markup,
    /// What each unit's registration defines, by unit.
    pub members: Vec<Members>,
}

/// What `App({…})`, `Page({…})` or `Component({…})` of a unit defines.
#[derive(Clone, Debug, Default)]
pub struct Members {
    /// Whether the list is all there is: no spread, wrapper or script that could not be read.
    pub is_complete: bool,
    /// What a template's handlers can name: a page's members, a component's `methods`.
    pub handlers: BTreeMap<String, Member>,
    /// Functions beside `methods` of a component.
    pub beside: BTreeMap<String, Member>,
}

/// A function that a registration defines.
#[derive(Clone, Debug)]
pub struct Member {
    /// The place of its name.
    pub at: FileSpan,
    /// The functions it can be, in the file of `at`.
    pub functions: Vec<FunctionId>,
    /// All of it.
    pub span: Span,
}

impl Semantics {
    /// Analyses a program.
    #[must_use]
    pub fn new(files: &[File], project: &Project, platform: &Platform) -> Self {
        Self {
            markup: markup::Markup::new(files, project, platform),
            members: vec![Members::default(); project.units.len()],
        }
    }

    /// What the registration of `unit` defines.
    #[must_use]
    pub fn members(&self, unit: UnitId) -> &Members {
        &self.members[unit.0 as usize]
    }
}
