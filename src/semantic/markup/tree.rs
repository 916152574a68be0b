//! A unit's template after `include`, `import` and `template`: a tree of rendered elements.

use crate::source::{FileId, FileSpan};
use crate::syntax::File;
use crate::syntax::axml::{Element, NodeId};
use crate::syntax::script::ExprId;

/// An element in the file it is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ElementId {
    /// The template.
    pub file: FileId,
    /// The node; always an element.
    pub node: NodeId,
}

impl ElementId {
    /// The element, if `files` has it.
    #[must_use]
    pub fn of(self, files: &[File]) -> Option<&Element> {
        files.get(self.file.index())?.template()?.element(self.node)
    }

    /// The place of the name in the start tag.
    #[must_use]
    pub fn name(self, files: &[File]) -> Option<FileSpan> {
        self.of(files).map(|it| FileSpan::new(self.file, it.name_span))
    }
}

/// An item of one [`Tree`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ItemId(pub u32);

impl ItemId {
    /// The id as an index.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A frame of the arena that all trees share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FrameId(pub u32);

/// A unit's template, expanded. An item stands before its descendants.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    /// The rendered elements, in the order in which a user meets them.
    pub items: Vec<Item>,
    /// The `a:if` chains of siblings.
    pub chains: Vec<Vec<Condition>>,
    /// Where the names of what stands in no element are looked up.
    pub root: Option<FrameId>,
    /// Whether something was left out because the tree had grown too large.
    pub is_cut: bool,
}

/// An element that a unit renders. One element can be several items: once for each use of the
/// `template` or `include` it stands in.
#[derive(Clone, Copy, Debug)]
pub struct Item {
    /// The element.
    pub element: ElementId,
    /// The item around it.
    pub parent: Option<ItemId>,
    /// The item after its last descendant.
    pub end: ItemId,
    /// Where the names in its attributes are looked up.
    pub frame: FrameId,
    /// Its place in an `a:if` chain.
    pub link: Option<Link>,
    /// Whether its conditions, and those around it, can hold.
    pub is_rendered: bool,
}

/// A place in a chain of `a:if`, `a:elif`, `a:else`.
#[derive(Clone, Copy, Debug)]
pub struct Link {
    /// The chain, in [`Tree::chains`].
    pub chain: u32,
    /// The position; the conditions before it do not hold.
    pub index: u32,
}

/// The condition of one link; `None` for `a:else` and for what is no expression.
#[derive(Clone, Copy, Debug)]
pub struct Condition {
    /// The template it stands in.
    pub file: FileId,
    /// The expression.
    pub expr: Option<ExprId>,
    /// Where its names are looked up.
    pub frame: FrameId,
}

/// What a name in a template refers to.
#[derive(Clone, Debug)]
pub(super) enum Frame {
    /// The data of a unit.
    Unit,
    /// What `data="{{…}}"` of a `<template is>` hands over.
    Template {
        /// The template that `data` stands in.
        file: FileId,
        /// The object; `None` without `data`.
        data: Option<ExprId>,
        /// Where the names in `data` are looked up.
        outer: FrameId,
    },
    /// The variables of `a:for` or `slot-scope`, before those of `outer`.
    Local {
        /// The names; of a loop that of the item stands first.
        names: Vec<String>,
        /// The list of a loop, and the template it stands in.
        list: Option<(FileId, ExprId)>,
        /// Where other names are looked up.
        outer: FrameId,
    },
}

impl Tree {
    /// The item `id`.
    #[must_use]
    pub fn item(&self, id: ItemId) -> &Item {
        &self.items[id.index()]
    }

    /// All items with their ids.
    pub fn items(&self) -> impl Iterator<Item = (ItemId, &Item)> {
        (0..).map(ItemId).zip(&self.items)
    }

    /// The conditions under which `item` is rendered beside its siblings; the last one holds
    /// (if the link has one), those before it do not.
    #[must_use]
    pub fn conditions(&self, item: &Item) -> (&[Condition], Option<&Condition>) {
        let Some(link) = item.link else { return (&[], None) };
        let Some(chain) = self.chains.get(link.chain as usize) else { return (&[], None) };
        let index = (link.index as usize).min(chain.len());
        (&chain[..index], chain.get(index))
    }
}
