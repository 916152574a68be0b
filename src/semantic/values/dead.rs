//! Branches that a copy of a function never takes, because the call it was made for hands over
//! constants: what stands there is left out, so that `login({ silent: true })` is not taken for
//! what `login({ silent: false })` does.

use rustc_hash::{FxHashMap, FxHashSet};

use super::solve::Solver;
use super::touched::Touched;
use super::{CallId, CallKind, InstanceId};
use crate::syntax::script::{
    Argument, Binary, BindingId, BindingKind, ExprId, ExprKind, Key, Logical, Name, Property,
    RegionId, RegionKind, Script, Target,
};

/// Conditions and what is handed on are looked through no deeper than this.
const DEEPEST: u32 = 12;

/// No more arguments of a call, and members of each, are compared.
const MOST_GIVEN: usize = 8;

/// A value that is written down.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Constant<'a> {
    Undefined,
    Null,
    Bool(bool),
    Number(f64),
    Text(&'a str),
    /// A function or literal, which no other value is equal to.
    Thing,
}

impl Constant<'_> {
    fn is_truthy(self) -> bool {
        match self {
            Self::Undefined | Self::Null => false,
            Self::Bool(value) => value,
            Self::Number(value) => value != 0.0 && !value.is_nan(),
            Self::Text(text) => !text.is_empty(),
            Self::Thing => true,
        }
    }

    fn is_nothing(self) -> bool {
        matches!(self, Self::Undefined | Self::Null)
    }
}

impl<'a> Solver<'a> {
    /// The regions of the copy `instance` that never run; none of a first copy, which all calls
    /// share.
    pub(super) fn dead(&self, instance: InstanceId, script: &'a Script) -> FxHashSet<RegionId> {
        let copy = self.values.instance(instance);
        if copy.call.is_none() {
            return FxHashSet::default();
        }
        let (first, end) = copy.extent.exprs;
        let mut known = FxHashMap::default();
        for id in (first..end).map(ExprId) {
            self.look_at(instance, script, script.expr(id).region, &mut known);
        }
        known.into_iter().filter(|(_, is_dead)| *is_dead).map(|(region, _)| region).collect()
    }

    /// Finds out whether `region` and those around it never run.
    fn look_at(
        &self,
        instance: InstanceId,
        script: &'a Script,
        region: RegionId,
        known: &mut FxHashMap<RegionId, bool>,
    ) {
        let mut unknown = Vec::new();
        let mut is_dead = false;
        for (region, _) in script.enclosing(region) {
            if let Some(found) = known.get(&region) {
                is_dead = *found;
                break;
            }
            unknown.push(region);
        }
        let here = Written { solver: self, instance, script };
        for region in unknown.into_iter().rev() {
            if let RegionKind::Branch { condition, taken } = script.region(region).kind {
                is_dead |= here.truth(condition, DEEPEST) == Some(!taken);
            }
            known.insert(region, is_dead);
        }
    }

    /// How the constants that `call` hands over are to those of `first`: `Some(true)` where all of
    /// these are there again, `Some(false)` where one is another, as in `ask(true)` and `ask(false)`.
    pub(super) fn hands_over_same(&self, call: CallId, first: CallId) -> Option<bool> {
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
                if let Some(constant) = here.value(value, DEEPEST)
                    && constant != Constant::Thing
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
    fn arguments_of(&self, call: CallId) -> Option<(Written<'_, 'a>, &'a [Argument])> {
        let site = self.values.call(call);
        let script = self.script(site.instance)?;
        let ExprKind::Call(call) = script.kind(site.expr) else { return None };
        let is_indirect = match script.kind(call.callee) {
            ExprKind::Member { property, .. } => {
                matches!(script.name(*property), "call" | "apply" | "bind")
            }
            ExprKind::Call(_) => true,
            _ => false,
        };
        let is_whole = call.arguments.len() == site.arguments.len()
            && call.arguments.iter().all(|argument| !argument.spread);
        let is_call = matches!(site.kind, CallKind::Call | CallKind::New);
        (is_call && is_whole && !is_indirect)
            .then_some((Written { solver: self, instance: site.instance, script }, &call.arguments))
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

/// A place in a copy, from which constants are read.
#[derive(Clone, Copy)]
struct Written<'s, 'a> {
    solver: &'s Solver<'a>,
    instance: InstanceId,
    script: &'a Script,
}

impl<'s, 'a> Written<'s, 'a> {
    fn truth(&self, expr: ExprId, depth: u32) -> Option<bool> {
        let depth = depth.checked_sub(1)?;
        let truth = |expr| self.truth(expr, depth);
        match self.script.kind(expr) {
            ExprKind::Not(operand) => truth(*operand).map(|it| !it),
            ExprKind::Logical { operator: Logical::And, left, right } => {
                both(truth(*left), || truth(*right), false)
            }
            ExprKind::Logical { operator: Logical::Or, left, right } => {
                both(truth(*left), || truth(*right), true)
            }
            ExprKind::Binary { operator, left, right } => {
                let (left, right) = (self.value(*left, depth)?, self.value(*right, depth)?);
                let is_loose = matches!(operator, Binary::Equal | Binary::NotEqual);
                let is_same = same(left, right, is_loose);
                match operator {
                    Binary::Equal | Binary::Same => is_same,
                    Binary::NotEqual | Binary::NotSame => is_same.map(|it| !it),
                    _ => None,
                }
            }
            _ => self.value(expr, depth).map(Constant::is_truthy),
        }
    }

    /// The constant that `expr` is.
    fn value(&self, expr: ExprId, depth: u32) -> Option<Constant<'a>> {
        let depth = depth.checked_sub(1)?;
        match self.script.kind(expr) {
            ExprKind::Undefined => Some(Constant::Undefined),
            ExprKind::Null => Some(Constant::Null),
            ExprKind::Bool(value) => Some(Constant::Bool(*value)),
            ExprKind::Number(value) => Some(Constant::Number(*value)),
            ExprKind::String(text) => Some(Constant::Text(self.script.name(*text))),
            ExprKind::Function(_)
            | ExprKind::Class(_)
            | ExprKind::Object(_)
            | ExprKind::Array(_) => Some(Constant::Thing),
            ExprKind::Call(call) if call.is_new => Some(Constant::Thing),
            ExprKind::Not(operand) => Some(Constant::Bool(!self.truth(*operand, depth)?)),
            ExprKind::Binding(binding) => match self.script.held_at(expr) {
                Some(held) => self.value(held, depth),
                None => {
                    let (copy, filled) = self.parameter(*binding)?;
                    copy.handed(filled, depth)
                }
            },
            ExprKind::Member { object, property, .. } => {
                let ExprKind::Binding(binding) = self.script.kind(*object) else { return None };
                let (copy, filled) = self.parameter(*binding)?;
                let facts = &self.solver.facts[self.solver.file_of(self.instance).index()];
                let touched = facts.touched.get_or_init(|| Touched::new(self.script));
                let is_kept = touched.keeps(self.script, (*binding, *property), expr);
                if is_kept { copy.member_handed(filled, *property, depth) } else { None }
            }
            _ => None,
        }
    }

    /// The copy whose call fills a parameter that is never written again, and what does so there.
    fn parameter(&self, binding: BindingId) -> Option<(Self, ExprId)> {
        let declared = self.script.binding(binding);
        let [write] = declared.writes.as_slice() else { return None };
        let ExprKind::Assign { target: Target::Binding(_), value } = self.script.kind(*write)
        else {
            return None;
        };
        if declared.kind != BindingKind::Param {
            return None;
        }
        let values = &self.solver.values;
        let around = |at: &InstanceId| values.instance(*at).around;
        let mut copies = std::iter::successors(Some(self.instance), around);
        let copy = copies.find(|at| values.instance(*at).root == declared.function)?;
        Some((Self { instance: copy, ..*self }, *value))
    }

    /// What `expr`, by which a parameter is filled, is: an argument, a member of one, or the default
    /// of either.
    fn handed(&self, expr: ExprId, depth: u32) -> Option<Constant<'a>> {
        let depth = depth.checked_sub(1)?;
        match self.script.kind(expr) {
            ExprKind::Param(at) => match self.argument(*at)? {
                (_, None) => Some(Constant::Undefined),
                (caller, Some(given)) => caller.value(given, depth),
            },
            ExprKind::Member { object, property, .. } => {
                self.member_handed(*object, *property, depth)
            }
            ExprKind::Logical { operator: Logical::Nullish, left, right } => {
                match self.handed(*left, depth)? {
                    Constant::Undefined => self.value(*right, depth),
                    // A default does not stand in for it, `??` does.
                    Constant::Null => None,
                    given => Some(given),
                }
            }
            _ => None,
        }
    }

    /// What the member `property` of the object literal is by which the parameter `expr` is filled.
    fn member_handed(&self, expr: ExprId, property: Name, depth: u32) -> Option<Constant<'a>> {
        let (caller, Some(given)) = self.argument(self.filled(expr)?)? else { return None };
        let ExprKind::Object(members) = caller.script.kind(given) else { return None };
        match member(caller.script, members, self.script.name(property))? {
            None => Some(Constant::Undefined),
            Some(value) => caller.value(value, depth),
        }
    }

    /// The number of the parameter that `expr` is, whatever its default.
    fn filled(&self, expr: ExprId) -> Option<u32> {
        match self.script.kind(expr) {
            ExprKind::Param(at) => Some(*at),
            ExprKind::Logical { operator: Logical::Nullish, left, .. } => {
                match self.script.kind(*left) {
                    ExprKind::Param(at) => Some(*at),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// What the call that this copy was made for hands over as argument `at`, if it hands over as
    /// many, and where that stands.
    fn argument(&self, at: u32) -> Option<(Written<'s, 'a>, Option<ExprId>)> {
        let call = self.solver.values.instance(self.instance).call?;
        let (caller, arguments) = self.solver.arguments_of(call)?;
        Some((caller, arguments.get(at as usize).map(|argument| argument.value)))
    }
}

/// `left && right` with `end` false, `left || right` with `end` true.
fn both(left: Option<bool>, right: impl Fn() -> Option<bool>, end: bool) -> Option<bool> {
    if left == Some(end) {
        return left;
    }
    match right() {
        Some(right) if right == end => Some(end),
        right => left.and(right),
    }
}

/// Whether two constants are equal, where that is plain; `loosely` by `==`.
fn same(left: Constant<'_>, right: Constant<'_>, loosely: bool) -> Option<bool> {
    match (left, right) {
        (Constant::Thing, Constant::Thing) => None,
        _ if left == right => Some(true),
        _ if loosely && left.is_nothing() && right.is_nothing() => Some(true),
        // `0 == ''`, `1 == true` and the like.
        _ if loosely && !left.is_nothing() && !right.is_nothing() => {
            let is_text = |it| matches!(it, Constant::Text(_));
            (is_text(left) && is_text(right)).then_some(false)
        }
        _ => Some(false),
    }
}

/// The value of the member `name` of an object literal; `Some(None)` where it has none.
fn member(script: &Script, members: &[Property], name: &str) -> Option<Option<ExprId>> {
    let mut found = None;
    for member in members {
        match member {
            Property::Value { key: Key::Name(key, _), value } => {
                if script.name(*key) == name {
                    found = Some(*value);
                }
            }
            Property::Getter { key: Key::Name(key, _), .. }
            | Property::Setter { key: Key::Name(key, _), .. }
                if script.name(*key) != name => {}
            _ => return None,
        }
    }
    Some(found)
}
