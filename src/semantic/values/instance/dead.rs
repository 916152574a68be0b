//! Branches that a copy of a function never takes, because the call it was made for hands over
//! constants: what stands there is left out, so that `login({ silent: true })` is not taken for
//! what `login({ silent: false })` does.

use crate::semantic::values::solve::Solver;
use crate::semantic::values::{CallId, CallKind, InstanceId};
use crate::syntax::script::{
    Argument, BindingKind, ExprId, ExprKind, Key, Property, RegionId, RegionKind, Script,
};

use super::constant::Constant;
use super::written::Written;
use rustc_hash::FxHashMap;

/// What is known of the regions of a copy: whether they run wherever what is around them does.
#[derive(Clone, Default)]
pub(in crate::semantic::values) struct Fates(FxHashMap<RegionId, Option<bool>>);

impl Fates {
    /// Whether `region` runs wherever what is around it does.
    pub(in crate::semantic::values) fn of(&self, region: RegionId) -> Option<bool> {
        self.0.get(&region).copied().flatten()
    }

    /// Whether `region` never runs.
    pub(in crate::semantic::values) fn is_dead(&self, region: RegionId) -> bool {
        self.of(region) == Some(false)
    }

    /// Whether anything is known.
    pub(in crate::semantic::values) fn is_known(&self) -> bool {
        self.0.values().any(Option::is_some)
    }

    /// The regions that never run.
    pub(in crate::semantic::values) fn dead(&self) -> impl Iterator<Item = RegionId> {
        self.0.iter().filter(|(_, runs)| **runs == Some(false)).map(|(region, _)| *region)
    }

    /// Whether something never runs.
    pub(in crate::semantic::values) fn has_dead(&self) -> bool {
        self.0.values().any(|it| *it == Some(false))
    }
}

/// Conditions are looked into no deeper than this.
const DEEPEST: u32 = 8;

/// No more arguments of a call, and members of each, are compared.
const MOST_GIVEN: usize = 8;

impl<'a> Solver<'a> {
    /// Which regions of the copy `instance` never run, and which do wherever what is around them
    /// does. Of a first copy, which all calls share, only what constants of the program rule out
    /// counts.
    pub(in crate::semantic::values) fn fates_in(
        &self,
        instance: InstanceId,
        script: &'a Script,
    ) -> Fates {
        let copy = self.values.instance(instance);
        let mut fates = Fates::default();
        if copy.call.is_none() {
            for (id, region) in (0..).map(RegionId).zip(&script.regions) {
                let subject = match region.kind {
                    RegionKind::Branch { condition, .. } => condition,
                    RegionKind::Case { subject, .. } | RegionKind::Beside { subject, .. } => {
                        subject
                    }
                    _ => continue,
                };
                if !region.never && may_be_constant(script, subject, DEEPEST) {
                    self.look_at(instance, script, id, &mut fates);
                }
            }
            fates.0.retain(|_, runs| *runs == Some(false));
        } else {
            let (first, end) = copy.extent.exprs;
            for id in (first..end).map(ExprId).filter(|id| !script.never_runs(*id)) {
                self.look_at(instance, script, script.expr(id).region, &mut fates);
            }
        }
        fates
    }

    /// Whether `region`, of the copy `instance` or one around it, runs wherever what is around it does.
    pub(in crate::semantic::values) fn fate(
        &self,
        instance: InstanceId,
        region: RegionId,
    ) -> Option<bool> {
        let mut copies = self.values.copies(instance).filter_map(|(at, _)| self.fates.get(&at));
        copies.find_map(|fates| fates.of(region))
    }

    /// Finds out whether `region` and those around it run.
    fn look_at(
        &self,
        instance: InstanceId,
        script: &'a Script,
        region: RegionId,
        fates: &mut Fates,
    ) {
        let mut unknown = Vec::new();
        let mut is_dead = false;
        for (region, _) in script.enclosing(region) {
            if let Some(found) = fates.0.get(&region) {
                is_dead = *found == Some(false);
                break;
            }
            unknown.push(region);
        }
        for region in unknown.into_iter().rev() {
            let here = Written { solver: self, instance, script, fates: Some(&*fates) };
            let runs = match script.region(region).kind {
                RegionKind::Branch { condition, taken } => {
                    here.truth(condition).map(|truth| truth == taken)
                }
                RegionKind::Case { subject, test } => {
                    here.is_other_case(subject, test).then_some(false)
                }
                RegionKind::Beside { subject, test } => {
                    here.is_case(subject, test).map(|is_it| !is_it)
                }
                _ => None,
            };
            is_dead |= runs == Some(false);
            fates.0.insert(region, if is_dead { Some(false) } else { runs });
        }
    }

    /// How the constants that `call` hands over are to those of `first`: `Some(true)` where all of
    /// these are there again, `Some(false)` where one is another, as in `ask(true)` and `ask(false)`.
    pub(in crate::semantic::values) fn hands_over_same(
        &self,
        call: CallId,
        first: CallId,
    ) -> Option<bool> {
        let (these, those) = (self.constants_of(call), self.constants_of(first));
        let differs = |from: &Given<'a>, to: &Given<'a>| {
            from.constants.iter().any(|(key, value)| to.get(*key).is_some_and(|it| it != *value))
        };
        if differs(&these, &those) || differs(&those, &these) {
            return Some(false);
        }
        let is_there =
            |(key, value): &((u32, Option<&str>), Constant<'_>)| these.get(*key) == Some(*value);
        those.constants.iter().all(is_there).then_some(true)
    }

    fn constants_of(&self, call: CallId) -> Given<'a> {
        let mut given = Given::default();
        let Some((here, arguments)) = self.arguments_of(call) else { return given };
        given.count = Some(arguments.len() as u32);
        for argument in arguments.iter().take(MOST_GIVEN) {
            let mut add = |name, value| {
                if let Some(constant) = here.constant(value)
                    && !constant.is_object()
                {
                    given.constants.push(((argument.position, name), constant));
                }
            };
            let ExprKind::Object(members) = here.script.kind(argument.value) else {
                add(None, argument.value);
                continue;
            };
            let mut names = Vec::new();
            for member in members.iter().take(MOST_GIVEN) {
                if let Property::Value { key: Key::Name(name, _), value } = member {
                    names.push(here.script.name(*name));
                    add(Some(here.script.name(*name)), *value);
                }
            }
            if names.len() == members.len() {
                given.literals.push((argument.position, names));
            }
        }
        given
    }

    /// What is written between the parentheses of `call`, if it hands over just that: of a call by
    /// other means, such as `apply`, nothing is known.
    pub(in crate::semantic::values) fn arguments_of(
        &self,
        call: CallId,
    ) -> Option<(Written<'_, 'a>, &'a [Argument])> {
        let site = self.values.call(call);
        let script = self.script(site.instance)?;
        let ExprKind::Call(call) = script.kind(site.expr) else { return None };
        let is_whole = call.arguments.len() == site.arguments.len()
            && call.arguments.iter().all(|argument| !argument.spread);
        let is_call = matches!(site.kind, CallKind::Call | CallKind::New);
        let here = Written { solver: self, instance: site.instance, script, fates: None };
        (is_call && is_whole && !script.is_indirect(call)).then_some((here, &call.arguments))
    }
}

/// Whether `expr` may be a constant whatever calls its function, as far as its kind tells.
fn may_be_constant(script: &Script, expr: ExprId, depth: u32) -> bool {
    let Some(depth) = depth.checked_sub(1) else { return false };
    let may_be = |expr: &ExprId| may_be_constant(script, *expr, depth);
    match script.kind(expr) {
        ExprKind::Bool(_) | ExprKind::Number(_) | ExprKind::String(_) | ExprKind::Null => true,
        ExprKind::Undefined => true,
        ExprKind::Binding(binding) => {
            let declared = script.binding(*binding);
            matches!(declared.kind, BindingKind::Import)
                || declared.kind != BindingKind::Param && declared.writes.len() == 1
        }
        ExprKind::Member { object, .. } => may_be(object),
        ExprKind::Not(operand) => may_be(operand),
        ExprKind::Binary { left, right, .. } => may_be(left) && may_be(right),
        ExprKind::Logical { left, right, .. } => may_be(left) || may_be(right),
        _ => false,
    }
}

/// The constants that a call hands over.
#[derive(Default)]
struct Given<'a> {
    /// How many arguments there are, if that is known.
    count: Option<u32>,
    /// The arguments that are object literals, with the names of all members.
    literals: Vec<(u32, Vec<&'a str>)>,
    /// By argument, or by member of an argument.
    constants: Vec<((u32, Option<&'a str>), Constant<'a>)>,
}

impl<'a> Given<'a> {
    /// The constant that stands where `key` says; `undefined` where nothing does.
    fn get(&self, key: (u32, Option<&str>)) -> Option<Constant<'a>> {
        let found = self.constants.iter().rev().find(|(it, _)| *it == key);
        let lacks = |name| {
            let literal = self.literals.iter().find(|(at, _)| *at == key.0);
            literal.is_some_and(|(_, names)| !names.contains(&name))
        };
        let is_absent = self.count.is_some_and(|count| key.0 >= count) || key.1.is_some_and(lacks);
        found.map(|(_, value)| *value).or(is_absent.then_some(Constant::Undefined))
    }
}
