//! Members that a program adds to the wallet's own object: `my.userLogin = function () { … }`.
//!
//! What the wallet has of that name is still called, unless nothing reads it and it is written on no
//! condition: a program that keeps `my.track` before it writes another there wraps one of the wallet's,
//! one that writes it where the wallet lacks it stands in for it, and the analysis may not know it.
//! Members that it knows are left alone.

use crate::semantic::symbols::{Symbol, known};
use crate::semantic::values::solve::Solver;
use crate::semantic::values::{Node, Token};
use crate::source::FileId;
use crate::syntax::File;
use crate::syntax::script::{ExprId, ExprKind, Name, Script, Target};

use rustc_hash::{FxHashMap, FxHashSet};

/// What a program adds, by its path.
pub(in crate::semantic::values) type AddedMembers = FxHashMap<Symbol, Added>;

/// A member that a program adds.
#[derive(Clone, Copy)]
pub(in crate::semantic::values) struct Added {
    /// Its values.
    pub(in crate::semantic::values) node: Node,
    /// Whether the wallet has none of that name.
    pub(in crate::semantic::values) is_new: bool,
}

/// The names of the global object and its member that `expr` writes.
pub(in crate::semantic::values) fn written_globally(
    script: &Script,
    expr: ExprId,
) -> Option<(Name, Name)> {
    let ExprKind::Assign { target: Target::Member { object, property }, .. } = script.kind(expr)
    else {
        return None;
    };
    match script.kind(*object) {
        ExprKind::Global(name) => Some((*name, *property)),
        _ => None,
    }
}

impl<'a> Solver<'a> {
    /// Finds what scripts add to the wallet's object.
    pub(in crate::semantic::values) fn find_added(&mut self) {
        let (mut found, mut shared) = (FxHashSet::default(), FxHashSet::default());
        for (file, facts) in (0..).map(FileId).zip(&self.facts) {
            let files: &'a [File] = self.files;
            let Some(script) = files[file.index()].script() else { continue };
            for write in &facts.written_globally {
                let Some((object, name)) = written_globally(script, *write) else { continue };
                let (object, name) = (script.name(object), script.name(name));
                if !self.platform.is_namespace(object) || self.platform.api(name).is_some() {
                    continue;
                }
                found.insert((object, name));
                let mut around = script.enclosing(script.expr(*write).region);
                if around.any(|(_, region)| region.kind.is_conditional()) {
                    shared.insert((object, name));
                }
            }
        }
        if found.is_empty() {
            return;
        }
        shared.extend(self.read_of(&found));
        let mut found: Vec<_> = found.into_iter().collect();
        found.sort_unstable();
        for (object, name) in found {
            let (path, is_new) = (format!("{object}.{name}"), !shared.contains(&(object, name)));
            let (path, node) = (self.symbol(&path), self.grow(1));
            self.added.insert(path, Added { node, is_new });
        }
    }

    /// Those of `members`, of global objects, that some script reads other than to call them.
    fn read_of(&self, members: &FxHashSet<(&'a str, &'a str)>) -> FxHashSet<(&'a str, &'a str)> {
        let mut read = FxHashSet::default();
        let files: &'a [File] = self.files;
        for (file, facts) in files.iter().zip(&self.facts) {
            let Some(script) = file.script() else { continue };
            let is_callee = |id: ExprId| facts.callees.get(id.0 as usize).is_some_and(|it| *it);
            let values = script.exprs().filter(|(id, _)| !is_callee(*id));
            let names = values.filter_map(|(id, _)| script.global_member(id));
            read.extend(names.filter_map(|name| members.get(&name).copied()));
        }
        read
    }

    /// What the program adds as the member `key` of what the host has at `path`.
    pub(in crate::semantic::values) fn added(
        &mut self,
        path: Symbol,
        key: Symbol,
    ) -> Option<Added> {
        if self.added.is_empty() || known::is_global_object(path) {
            return None;
        }
        let member = self.host_path(path, key)?;
        self.added.get(&member).copied()
    }

    /// `into = path.key`, where `path` is the host's.
    pub(in crate::semantic::values) fn load_of_host(
        &mut self,
        path: Symbol,
        key: Symbol,
        into: Node,
    ) {
        if let Some(added) = self.added(path, key) {
            self.edge(added.node, into);
            if added.is_new {
                return;
            }
        }
        let member = self.host_path(path, key).map_or(Token::Unread, Token::Host);
        self.add_token(into, member);
    }
}
