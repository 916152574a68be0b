//! What was lost where a set of values was full, and what is not known for it.
//!
//! One function registers the components of a library, and merges their parts member by member. Beyond
//! the bound the part of one component may be missing where another's is: its unit may have more
//! members than are known.

use std::collections::BTreeSet;

use rustc_hash::{FxHashMap, FxHashSet};

use super::solve::Solver;
use super::{Token, TokenId};
use crate::project::UnitId;
use crate::semantic::symbols::hidden;
use crate::source::FileId;
use crate::syntax::File;
use crate::syntax::script::{ExprId, ExprKind, Key, MODULE, Property, Script};

/// An object that copies or inherits from more may have any member.
const MOST_BEHIND: usize = 64;

/// Parts of a registration without functions.
const PLAIN: [&str; 2] = ["data", "props"];

impl Solver<'_> {
    /// Takes the members of units for incomplete of which a part was lost. What they hand over to be
    /// registered may run all the same, and so may it where members are registered by names that are
    /// not known.
    pub(super) fn note_lost(&mut self) {
        let mut lost = self.values.sets.lost();
        let mut parts = Parts::default();
        let without = self.units_without(&lost, &mut parts);
        let open = without.iter().copied().chain(self.units_with_more());
        let open: Vec<UnitId> = open.collect();
        self.values.registered.extend(open.into_iter().map(|unit| (unit, false)));
        for unit in without.into_iter().chain(self.units_with_any()) {
            let Some(file) = self.project.unit(unit).script else { continue };
            let Some(base) = self.values.base(file) else { continue };
            for literal in self.parts(&mut parts, file).iter().copied() {
                let object = self.values.instance(base).expr(literal).map(Token::Object);
                let object = object.and_then(|object| self.values.token_ids.get(&object));
                lost.extend(object.filter(|it| !self.registrations.contains_key(it)));
            }
        }
        self.values.lost = lost.into_iter().map(|token| self.values.token(token)).collect();
    }

    /// The units that may have members that are not known: something writes to one, or to what it
    /// is registered with, under a name that is not known, or copies there what was not read.
    fn units_with_more(&self) -> BTreeSet<UnitId> {
        let mut units = BTreeSet::new();
        for (object, all) in &self.registrations {
            if self.may_have_more(*object) {
                units.extend(all.iter().map(|registration| registration.unit));
            }
        }
        let own = self.values.registered.keys().copied().filter(|unit| {
            let this = self.values.token_ids.get(&Token::Unit(*unit));
            this.is_some_and(|this| self.may_have_more(*this))
        });
        units.extend(own);
        units
    }

    /// Whether something gives `object`, or what it copies or inherits from, a member of a name that
    /// is not known. That such a member is read or called gives it none.
    fn may_have_more(&self, object: TokenId) -> bool {
        let (mut seen, mut work) = (FxHashSet::from_iter([object]), vec![object]);
        while let Some(at) = work.pop() {
            let properties = &self.values.properties;
            let held = |key| properties.get(at, key).map(|node| self.now(node)).unwrap_or_default();
            let is_written = properties.is_stored(at, hidden::ANY);
            if is_written || !held(hidden::ANY).is_empty() || seen.len() > MOST_BEHIND {
                return true;
            }
            let behind = held(hidden::PROTO).into_iter().chain(self.values.sources(at));
            work.extend(behind.filter(|it| seen.insert(*it)));
        }
        false
    }

    /// The units that are registered with members of unknown names.
    fn units_with_any(&self) -> BTreeSet<UnitId> {
        let open = self
            .registrations
            .iter()
            .filter(|(object, _)| self.values.properties.get(**object, hidden::ANY).is_some());
        open.flat_map(|(_, all)| all.iter().map(|registration| registration.unit)).collect()
    }

    /// The units that `lost` are, or may be, parts of.
    fn units_without(&self, lost: &[TokenId], parts: &mut Parts) -> BTreeSet<UnitId> {
        let mut units = BTreeSet::new();
        for token in lost {
            let registered = self.registrations.get(token).into_iter().flatten();
            units.extend(registered.map(|registration| registration.unit));
            let (Token::Object(node) | Token::Array(node)) = self.values.token(*token) else {
                continue;
            };
            let Some((instance, expr)) = self.values.place(node) else { continue };
            let file = self.file_of(instance);
            let of_file =
                self.units_of_file.get(file.index()).map(Vec::as_slice).unwrap_or_default();
            if !of_file.is_empty() && self.parts(parts, file).binary_search(&expr).is_ok() {
                units.extend(of_file);
            }
        }
        units
    }

    /// The object literals that the top level of `file` hands over, and their parts that may hold
    /// functions, in order.
    fn parts<'h>(&self, parts: &'h mut Parts, file: FileId) -> &'h [ExprId] {
        parts.entry(file).or_insert_with(|| {
            let script = self.files.get(file.index()).and_then(File::script);
            script.map(parts_of).unwrap_or_default()
        })
    }
}

/// What scripts hand over at their top level.
type Parts = FxHashMap<FileId, Vec<ExprId>>;

fn parts_of(script: &Script) -> Vec<ExprId> {
    let mut handed = Vec::new();
    let calls = script.calls().filter(|(_, expr, _)| expr.function == MODULE);
    for argument in calls.flat_map(|(_, _, call)| &*call.arguments) {
        let object = script.settled(argument.value);
        let ExprKind::Object(members) = script.kind(object) else { continue };
        handed.push(object);
        handed.extend(members.iter().filter_map(|member| match member {
            Property::Value { key: Key::Name(name, _), value } => {
                (!PLAIN.contains(&script.name(*name))).then(|| script.settled(*value))
            }
            _ => None,
        }));
    }
    handed.sort_unstable();
    handed
}
