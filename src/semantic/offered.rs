//! What code outside the program may run: the exports of files below no root, and methods of what is
//! handed to libraries that were not read, as `actions` in `createStore({ actions: { … } })`. And what
//! was lost sight of, because too many functions come together where it is called.

use std::collections::BTreeSet;

use crate::project::{Project, Root};
use crate::source::FileId;
use crate::syntax::File;

use super::call_graph::CallGraph;
use super::values::{FunctionNode, Token, Values};

/// Members of exported objects are followed this deep.
const DEEPEST: u32 = 4;

/// The functions that exports of files below no root, libraries that were not read, and calls of
/// more functions than are followed can run.
#[must_use]
pub(super) fn offered(
    files: &[File],
    project: &Project,
    values: &Values,
    graph: &CallGraph,
) -> BTreeSet<FunctionNode> {
    let mut functions = values.lost();
    handed_out(values, &mut functions);
    let exports = values.symbols.find("exports");
    for (file, id) in files.iter().zip((0..).map(FileId)) {
        let is_below = |root: &Root| file.path.is_below(&root.folder);
        if project.roots.iter().any(is_below) {
            continue;
        }
        let exported = exports.and_then(|exports| values.property(Token::Module(id), exports));
        let mut seen = BTreeSet::new();
        for token in exported.map(|node| values.of(node)).unwrap_or_default() {
            collect(values, token, DEEPEST, &mut seen, &mut functions);
        }
    }
    graph.closure(&functions.into_iter().collect::<Vec<_>>())
}

/// Adds the functions of objects that code which was not read gets.
fn handed_out(values: &Values, functions: &mut BTreeSet<FunctionNode>) {
    let mut seen = BTreeSet::new();
    for host in values.host_calls.iter().filter(|host| host.is_unread()) {
        for (argument, _) in values.call(host.call).arguments.iter() {
            for token in values.each(*argument) {
                if matches!(token, Token::Object(_) | Token::Array(_) | Token::Function(..)) {
                    collect(values, token, DEEPEST, &mut seen, functions);
                }
            }
        }
    }
}

/// Adds the functions of `token` and of its members.
fn collect(
    values: &Values,
    token: Token,
    depth: u32,
    seen: &mut BTreeSet<Token>,
    functions: &mut BTreeSet<FunctionNode>,
) {
    let Some(depth) = depth.checked_sub(1) else { return };
    if !seen.insert(token) {
        return;
    }
    if let Token::Function(instance, function) = token {
        functions.insert(values.instance(instance).function(function));
    }
    for (_, node) in values.keys(token) {
        for token in values.of(node) {
            collect(values, token, depth, seen, functions);
        }
    }
}
