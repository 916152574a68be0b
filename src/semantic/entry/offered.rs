//! What may run though nothing was found to run it: the exports of files below no root, methods of what
//! is handed to libraries that were not read, as `actions` in `createStore({ actions: { … } })`, members
//! that are called or registered by names that are not known, and what came together with more than is
//! followed.

use std::collections::BTreeSet;

use crate::project::{Project, Root};
use crate::semantic::graph::call_graph::CallGraph;
use crate::semantic::symbols::hidden;
use crate::semantic::values::{FunctionNode, Token, Values};
use crate::source::FileId;
use crate::syntax::File;

use rustc_hash::FxHashSet;

/// Members of exported objects are followed this deep.
const DEEPEST: u32 = 4;

/// The functions that may run though nothing was found to run them.
#[must_use]
pub(in crate::semantic) fn offered(
    files: &[File],
    project: &Project,
    values: &Values,
    graph: &CallGraph,
) -> BTreeSet<FunctionNode> {
    let mut functions = BTreeSet::new();
    let mut seen = FxHashSet::default();
    handed_out(values, &mut seen, &mut functions);
    let unnamed = registered_unnamed(values).chain(values.dispatched.iter().copied());
    for token in values.lost.iter().copied().chain(unnamed).filter(|token| is_handed(*token)) {
        collect(values, token, DEEPEST, &mut seen, &mut functions);
    }
    let members = values.host_members.iter();
    let members = members.filter(|it| values.dispatched.contains(&Token::Unit(it.unit)));
    functions.extend(members.map(|member| member.function));
    let exports = values.symbols.find("exports");
    for (file, id) in files.iter().zip((0..).map(FileId)) {
        let is_below = |root: &Root| file.path.is_below(&root.folder);
        if project.roots.iter().any(is_below) {
            continue;
        }
        let exported = exports.and_then(|exports| values.property(Token::Module(id), exports));
        let mut seen = FxHashSet::default();
        for token in exported.into_iter().flat_map(|node| values.each(node)) {
            collect(values, token, DEEPEST, &mut seen, &mut functions);
        }
    }
    graph.closure(&functions.into_iter().collect::<Vec<_>>())
}

/// What units are registered with under names that are not known.
fn registered_unnamed(values: &Values) -> impl Iterator<Item = Token> {
    let objects = values.registrations.values().flatten();
    let members = objects.filter_map(|(_, object)| values.property(*object, hidden::ANY));
    members.flat_map(|member| values.each(member))
}

/// Adds the functions of objects that code which was not read gets.
fn handed_out(
    values: &Values,
    seen: &mut FxHashSet<Token>,
    functions: &mut BTreeSet<FunctionNode>,
) {
    for host in values.host_calls.iter().filter(|host| host.is_unread()) {
        for (argument, _) in values.call(host.call).arguments.iter() {
            for token in values.each(*argument) {
                if is_handed(token) {
                    collect(values, token, DEEPEST, seen, functions);
                }
            }
        }
    }
}

fn is_handed(token: Token) -> bool {
    matches!(
        token,
        Token::Object(_)
            | Token::Array(_)
            | Token::Function(..)
            | Token::Instance(_)
            | Token::Prototype(_)
            | Token::Exports(_)
    )
}

/// Adds the functions of `token` and of its members.
fn collect(
    values: &Values,
    token: Token,
    depth: u32,
    seen: &mut FxHashSet<Token>,
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
        for token in values.each(node) {
            collect(values, token, depth, seen, functions);
        }
    }
}
