//! Flags that a refusal sets back, such as a lock that `fail` or `complete` opens again: what they
//! guard runs again.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::semantic::Semantics;
use crate::semantic::guard::check::Checks;
use crate::semantic::guard::constants::{Constants, Held, can_be, reads};
use crate::semantic::guard::flag::{Flags, is_closed, is_final};
use crate::semantic::guard::tested::{Read, Tested};
use crate::semantic::symbols::Symbols;
use crate::semantic::values::{CallId, FunctionNode};
use crate::source::{FileId, FileSpan};
use crate::syntax::File;
use crate::syntax::script::{ExprId, MODULE, RegionKind, Script};

use super::refused::{Hop, Place};

/// Conditions are looked into no deeper than this.
const DEEPEST: u32 = 24;

/// No more settings of flags in one function are compared with what a condition reads.
const MOST_SETS: usize = 256;

/// Names of flags, and what they are set to.
pub(in crate::semantic) type Set<'a> = BTreeSet<(&'a str, bool)>;

/// The flags of the scripts that ask.
#[derive(Debug)]
pub(in crate::semantic) struct Locks<'a> {
    files: &'a [File],
    semantics: &'a Semantics,
    by_file: RefCell<BTreeMap<FileId, Rc<Flags>>>,
    constants: RefCell<BTreeMap<FileId, Rc<Constants<'a>>>>,
    tested: Tested<'a>,
}

/// What hears a refusal surely sets to constants.
#[derive(Debug, Default)]
pub(in crate::semantic) struct Released<'a> {
    /// The names and the constants, but for names that are set to both.
    pub(in crate::semantic) set: Set<'a>,
    /// Where each is set.
    at: BTreeMap<(&'a str, bool), FileSpan>,
    /// What is set to one constant of any kind and to nothing else, with where.
    constants: BTreeMap<&'a str, (Held, FileSpan)>,
    /// Where that is last done, by function.
    last: BTreeMap<FunctionNode, ExprId>,
}

impl<'a> Locks<'a> {
    /// The flags of `files`, of which `semantics` is known.
    pub(in crate::semantic) fn new(files: &'a [File], semantics: &'a Semantics) -> Self {
        Self {
            files,
            semantics,
            by_file: RefCell::default(),
            constants: RefCell::default(),
            tested: Tested::new(files, semantics),
        }
    }

    /// What is set to constants whenever a refusal is `heard`.
    pub(in crate::semantic) fn released(&self, heard: &[Hop]) -> Released<'a> {
        let mut released = Released::default();
        for place in heard.iter().map(|hop| hop.to) {
            let (instance, function) = self.semantics.values.function(place.function());
            let file = self.semantics.values.instance(instance).file;
            let Some((script, flags)) = self.flags(file) else { continue };
            let emptied = flags.emptied_in(script, function).map(|(name, at)| (name, at, false));
            let set = flags.set_in(script, function);
            for (name, at, value) in set.into_iter().chain(emptied) {
                if is_sure(script, &self.semantics.values.symbols, place, at) {
                    released.set.insert((name, value));
                    let span = script.expr(at).span;
                    released.at.entry((name, value)).or_insert(FileSpan { file, span });
                    let last = released.last.entry(place.function()).or_insert(at);
                    *last = at.max(*last);
                }
            }
        }
        let both = released.set.clone();
        released.set.retain(|(name, value)| !both.contains(&(*name, !value)));
        self.add_constants(heard, &mut released);
        released
    }

    /// Adds what all that hears the refusal surely sets to one constant.
    fn add_constants(&self, heard: &[Hop], released: &mut Released<'a>) {
        let values = &self.semantics.values;
        let mut found: BTreeMap<&'a str, Option<(Held, FileSpan)>> = BTreeMap::new();
        for place in heard.iter().map(|hop| hop.to) {
            let (instance, function) = values.function(place.function());
            let file = values.instance(instance).file;
            let Some(script) = self.files[file.index()].script() else { continue };
            for (name, settings) in self.constants_in(file, script).set_in(function) {
                let symbols = &values.symbols;
                for (at, held) in settings.iter().filter(|it| place.has(script, symbols, it.0)) {
                    let held = held.clone().filter(|_| is_sure(script, symbols, place, *at));
                    let span = FileSpan { file, span: script.expr(*at).span };
                    let held = held.map(|held| (held, span));
                    if held.is_some() {
                        let last = released.last.entry(place.function()).or_insert(*at);
                        *last = (*at).max(*last);
                    }
                    let known = found.entry(name).or_insert_with(|| held.clone());
                    let is_same = known.as_ref().map(|it| &it.0) == held.as_ref().map(|it| &it.0);
                    *known = known.take().filter(|_| is_same);
                }
            }
        }
        let constants = found.into_iter().filter_map(|(name, held)| Some((name, held?)));
        released.constants = constants.collect();
    }

    /// The flags that are set in the function of `call`, and those around it, before it is made. What the
    /// top level sets it sets once, and not before each call.
    pub(in crate::semantic) fn set_before(&self, call: CallId) -> Set<'a> {
        let site = self.semantics.values.call(call);
        let file = self.semantics.values.instance(site.instance).file;
        let Some((script, flags)) = self.flags(file) else { return Set::new() };
        let function = script.expr(site.expr).function;
        let around = std::iter::successors(Some(function), |at| script.function(*at).parent);
        let again = around.filter(|it| *it == function || *it != MODULE);
        again.flat_map(|function| flags.set_before(script, function, site.expr)).collect()
    }

    /// Whether `call` is kept from being made again after a refusal that has `written` what a condition
    /// reads, or by a flag, but for flags that it has `released`.
    pub(in crate::semantic) fn hold(
        &self,
        call: CallId,
        written: &BTreeSet<&'a str>,
        released: &Released<'a>,
    ) -> bool {
        let is_guarded = |written: &BTreeSet<&str>| {
            self.semantics.is_guarded(self.files, call, written)
                || self.tested.reads(call).iter().any(|read| written.contains(read.name))
        };
        let is_guarded = match released.is_empty() {
            true => is_guarded(written),
            false => is_guarded(&self.without(written, call, released)),
        };
        is_guarded
            || self.is_first_time(call, &released.set)
            || self.is_closed_by(call, &released.set)
    }

    /// `written` without the flags that are set back to what lets `call` be made again.
    fn without(
        &self,
        written: &BTreeSet<&'a str>,
        call: CallId,
        released: &Released<'a>,
    ) -> BTreeSet<&'a str> {
        let set = self.set_before(call);
        let is_set_back = |name: &&str| {
            let mut all = released.set.iter().filter(|(it, _)| it == name);
            all.any(|flag| set.contains(&(flag.0, !flag.1)) || self.lets(call, *flag))
        };
        let constants: Vec<(&str, &Held)> = self.let_by(call, released).collect();
        let is_constant = |name: &&str| {
            constants.iter().any(|(it, held)| it == name || held.text() == Some(*name))
        };
        let mut written = written.clone();
        written.retain(|name| !is_set_back(name) && !is_constant(name));
        written
    }

    /// The constants in `released` with which all conditions around `call` can hold that read what they
    /// are, where there are any and no function does that reads them.
    fn let_by<'r>(
        &self,
        call: CallId,
        released: &'r Released<'a>,
    ) -> impl Iterator<Item = (&'a str, &'r Held)> {
        let script = self.script(call);
        let constants = released.constants.iter().map(|(name, (held, _))| (*name, held));
        constants.filter(move |set| {
            let Some(script) = script else { return false };
            let is_read = |(condition, _): &(ExprId, bool)| reads(script, *condition, set.0);
            let mut reading = self.conditions(call).filter(is_read).peekable();
            let is_tested = || {
                let tested = self.tested.reads(call);
                tested.iter().any(|read| read.by.is_some() && read.name == set.0)
            };
            reading.peek().is_some()
                && reading.all(|condition| can_be(script, condition, *set))
                && !is_tested()
        })
    }

    /// What is `released` so that `call` is made whatever was there before, as far as its conditions
    /// read it.
    pub(in crate::semantic) fn let_go(
        &self,
        call: CallId,
        released: &Released<'a>,
    ) -> BTreeSet<&'a str> {
        let flags = released.set.iter().filter(|flag| self.lets(call, **flag));
        let constants = self.let_by(call, released).map(|(name, _)| name);
        flags.map(|(name, _)| *name).chain(constants).collect()
    }

    /// Whether all conditions around `call` that read `flag` hold once it is set so, and there are any.
    fn lets(&self, call: CallId, flag: (&'a str, bool)) -> bool {
        let Some(script) = self.script(call) else { return false };
        let set = Set::from([flag]);
        let mut reading =
            self.conditions(call).filter(|(condition, _)| reads(script, *condition, flag.0));
        let holds = |(condition, taken): (ExprId, bool)| {
            is_closed(script, (condition, !taken), &set, DEEPEST)
        };
        reading.next().is_some_and(holds) && reading.all(holds)
    }

    /// Whether a flag that is set on the way keeps `call` from being made again, although those in
    /// `released` are set back.
    fn is_first_time(&self, call: CallId, released: &Set<'a>) -> bool {
        if !self.semantics.graph.guard(call).checks.has(Checks::FIRST_TIME) {
            return false;
        }
        let Some(script) = self.script(call).filter(|_| !released.is_empty()) else { return true };
        let set = self.set_before(call);
        let mut is_open = false;
        for (condition, taken) in self.conditions(call) {
            if is_closed(script, (condition, taken), &set, DEEPEST) {
                if !is_closed(script, (condition, !taken), released, DEEPEST) {
                    return true;
                }
                is_open = true;
            }
        }
        !is_open
    }

    /// Whether a function whose result a condition around `call` tests reads a flag that is set in time:
    /// by itself, or behind the condition before `call` is made.
    pub(in crate::semantic) fn is_tested_once(
        &self,
        call: CallId,
        released: &Released<'a>,
    ) -> bool {
        let site = self.semantics.values.call(call);
        let (caller, expr) = (site.caller, site.expr);
        let sets = |read: &Read<'a>, function, is_in_time: &dyn Fn(&Script, ExprId) -> bool| {
            let (instance, id) = self.semantics.values.function(function);
            let Some((script, flags)) = self.flags(self.semantics.values.instance(instance).file)
            else {
                return false;
            };
            flags.set_in(script, id).into_iter().take(MOST_SETS).any(|(name, at, value)| {
                let is_kept = !released.set.contains(&(name, !value));
                name == read.name && is_kept && is_in_time(script, at)
            })
        };
        self.tested.reads(call).iter().any(|read| {
            let is_early =
                |script: &Script, at| read.at < at && (at < expr || is_final(script, at));
            let by_itself = read.by.is_some_and(|by| sets(read, by, &|_, _| true));
            by_itself || sets(read, caller, &is_early)
        })
    }

    /// Where flags are `released` that would keep one of `calls` from being made again.
    pub(in crate::semantic) fn opened(
        &self,
        calls: &[CallId],
        released: &Released<'a>,
    ) -> Vec<FileSpan> {
        let flags = released.at.iter().filter(|(flag, _)| released.set.contains(*flag));
        let opened = flags.filter(|((name, value), _)| {
            let closed = Set::from([(*name, !value)]);
            calls.iter().any(|call| self.is_closed_by(*call, &closed))
        });
        let mut opened: Vec<FileSpan> = opened.map(|(_, at)| *at).collect();
        let constants = calls.iter().flat_map(|call| self.let_by(*call, released));
        let places = constants.filter_map(|(name, _)| Some(released.constants.get(name)?.1));
        opened.extend(places);
        opened.sort_unstable();
        opened.dedup();
        opened
    }

    /// Whether a condition around `call` no longer holds once the flags are `set`.
    pub(in crate::semantic) fn is_closed_by(&self, call: CallId, set: &Set<'a>) -> bool {
        let script = self.script(call).filter(|_| !set.is_empty());
        script.is_some_and(|script| {
            let mut all = self.conditions(call);
            all.any(|condition| is_closed(script, condition, set, DEEPEST))
        })
    }

    /// The conditions around `call`, and whether they hold there.
    fn conditions(&self, call: CallId) -> impl Iterator<Item = (ExprId, bool)> {
        let script = self.script(call);
        let region = script.map(|it| it.expr(self.semantics.values.call(call).expr).region);
        let all = script.zip(region).into_iter().flat_map(|(it, region)| it.enclosing(region));
        all.filter_map(|(_, region)| match region.kind {
            RegionKind::Branch { condition, taken } => Some((condition, taken)),
            _ => None,
        })
    }

    fn script(&self, call: CallId) -> Option<&'a Script> {
        let instance = self.semantics.values.call(call).instance;
        self.files[self.semantics.values.instance(instance).file.index()].script()
    }

    fn constants_in(&self, file: FileId, script: &'a Script) -> Rc<Constants<'a>> {
        let mut all = self.constants.borrow_mut();
        let constants = all.entry(file).or_insert_with(|| Rc::new(Constants::new(script)));
        Rc::clone(constants)
    }

    fn flags(&self, file: FileId) -> Option<(&'a Script, Rc<Flags>)> {
        let script = self.files[file.index()].script()?;
        let mut all = self.by_file.borrow_mut();
        let flags = all.entry(file).or_insert_with(|| Rc::new(Flags::new(script)));
        Some((script, Rc::clone(flags)))
    }
}

impl Released<'_> {
    /// Whether nothing is set back.
    pub(in crate::semantic) fn is_empty(&self) -> bool {
        self.set.is_empty() && self.constants.is_empty()
    }

    /// Leaves out constants that may be set to something else, too, by what has `written` these names.
    pub(in crate::semantic) fn forget(&mut self, written: &BTreeSet<&str>) {
        self.constants.retain(|name, _| !written.contains(name));
    }

    /// Whether all is set back by the time that `way` goes on.
    pub(in crate::semantic) fn is_before(&self, semantics: &Semantics, way: &[Hop]) -> bool {
        way.iter().filter_map(|hop| semantics.graph.edges.get(hop.edge? as usize)).all(|edge| {
            let at = edge.call.map(|call| semantics.values.call(call).expr);
            let last = self.last.get(&edge.from);
            at.zip(last).is_none_or(|(at, last)| *last < at)
        })
    }
}

/// Whether `at` is run by every run of `place`.
fn is_sure(script: &Script, symbols: &Symbols, place: Place, at: ExprId) -> bool {
    let region = script.expr(at).region;
    match place {
        Place::Function(_) => script.region(region).kind == RegionKind::Body,
        Place::Catch(_, catch) => region == catch,
        Place::After(..) => place.has(script, symbols, at),
    }
}
