//! What a template file defines, imports and renders.

use std::collections::BTreeMap;

use crate::project::Project;
use crate::source::FileId;
use crate::syntax::File;
use crate::syntax::axml::{Element, NodeId, Template};

/// How many files a template may import templates from.
const IMPORTS: usize = 200;

/// The `<template name>`s of a file and the files it imports others from.
#[derive(Default)]
pub(super) struct Templates<'a> {
    /// The templates by name.
    pub(super) own: BTreeMap<&'a str, NodeId>,
    /// The files.
    pub(super) imports: Vec<FileId>,
}

/// The templates of all files.
pub(super) fn templates<'a>(
    files: &'a [File],
    project: &Project,
) -> BTreeMap<FileId, Templates<'a>> {
    let all = (0..).map(FileId).zip(files);
    all.filter_map(|(id, file)| Some((id, of_file(id, file.template()?, project)))).collect()
}

fn of_file<'a>(file: FileId, template: &'a Template, project: &Project) -> Templates<'a> {
    let mut found = Templates::default();
    for (node, element) in template.elements() {
        match element.name.as_str() {
            "template" => {
                if let Some(name) = literal(element, "name") {
                    found.own.insert(name, node);
                }
            }
            "import" if found.imports.len() < IMPORTS => {
                let target = literal(element, "src").and_then(|src| project.template(file, src));
                found.imports.extend(target);
            }
            _ => {}
        }
    }
    found
}

/// The constant text of an attribute.
pub(super) fn literal<'a>(element: &'a Element, name: &str) -> Option<&'a str> {
    element.attribute(name)?.value.as_ref()?.literal().map(str::trim)
}

/// The elements among `nodes` that are rendered: no definitions, and instead of an `import`
/// that was never closed what follows it.
pub(super) fn rendered<'a>(template: &'a Template, nodes: &[NodeId]) -> Vec<(NodeId, &'a Element)> {
    let mut found = Vec::new();
    let mut pending: Vec<NodeId> = nodes.iter().rev().copied().collect();
    while let Some(node) = pending.pop() {
        match template.element(node) {
            Some(element) if element.name == "import" => {
                pending.extend(element.children.iter().rev());
            }
            Some(element) if !is_definition(element) => found.push((node, element)),
            _ => {}
        }
    }
    found
}

fn is_definition(element: &Element) -> bool {
    let is_template = element.name == "template" && element.attribute("is").is_none();
    element.name == "import-sjs" || is_template && element.attribute("name").is_some()
}
