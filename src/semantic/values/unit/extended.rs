//! Members that a program gives to all of its pages and components through a framework that was not
//! read: `Vue.prototype.$api = api`, `app.config.globalProperties.$api = api`.

use std::collections::BTreeMap;

use crate::semantic::symbols::hidden;
use crate::semantic::values::solve::Solver;
use crate::semantic::values::{InstanceId, Token, TokenId};
use crate::source::FileId;
use crate::syntax::File;
use crate::syntax::script::{ExprId, ExprKind, Script};

/// What holds such members: of Vue 2, and of Vue 3.
const HOLDERS: [&str; 2] = ["prototype", "globalProperties"];

/// What `expr`, a write of such a member, is a member of: `Vue`.
pub(in crate::semantic::values) fn extends(script: &Script, expr: ExprId) -> Option<ExprId> {
    let (holder, _, _) = script.written_member(script.kind(expr))?;
    match script.kind(holder) {
        ExprKind::Member { object, property, .. } if HOLDERS.contains(&script.name(*property)) => {
            // `Date.prototype` is no unit's.
            (!matches!(script.kind(*object), ExprKind::Global(_))).then_some(*object)
        }
        _ => None,
    }
}

impl<'a> Solver<'a> {
    /// Lets the units of each program have what their framework is given.
    pub(in crate::semantic::values) fn extend_units(&mut self) {
        let mut found: BTreeMap<String, Vec<(InstanceId, ExprId)>> = BTreeMap::new();
        for (file, facts) in (0..).map(FileId).zip(&self.facts) {
            let (Some(root), Some(base)) = (self.root_of(file), self.values.base(file)) else {
                continue;
            };
            if !facts.extensions.is_empty() && !self.project.is_library(file) {
                let root = found.entry(root.as_str().to_owned()).or_default();
                root.extend(facts.extensions.iter().map(|write| (base, *write)));
            }
        }
        let mut extended: BTreeMap<String, TokenId> = BTreeMap::new();
        for (root, writes) in found {
            let holder = self.grow(1);
            let members = self.token(Token::Object(holder));
            for (base, write) in writes {
                self.give_units(base, write, members);
            }
            extended.insert(root, members);
        }
        let units = self.project.units().filter_map(|(id, unit)| {
            Some((id, *extended.get(self.project.root(unit.root?).folder.as_str())?))
        });
        for (unit, members) in units.collect::<Vec<_>>() {
            let unit = self.token(Token::Unit(unit));
            let prototype = self.property(unit, hidden::PROTO);
            self.add(prototype, members);
        }
    }

    /// Puts what `write` writes into `members`, unless it belongs to a class of the program.
    fn give_units(&mut self, base: InstanceId, write: ExprId, members: TokenId) {
        let files: &'a [File] = self.files;
        let Some(script) = files[self.file_of(base).index()].script() else { return };
        let Some(extended) = extends(script, write) else { return };
        let Some((_, name, Some(value))) = script.written_member(script.kind(write)) else {
            return;
        };
        let owner = self.value(base, script, extended);
        let is_own = |token: &TokenId| matches!(self.values.token(*token), Token::Function(..));
        if self.now(owner).iter().any(is_own) {
            return;
        }
        let (key, value) = (self.name(base, name), self.value(base, script, value));
        let member = self.property(members, key);
        self.edge(value, member);
    }
}
