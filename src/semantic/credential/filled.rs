//! What is put into the object of a variable after it is made: `body.code = x`, `parts.push(x)`.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use crate::platform::is_credential;
use crate::semantic::origin::uses::{Use, Uses};
use crate::semantic::values::InstanceId;
use crate::source::FileId;
use crate::syntax::script::{
    BindingId, Call, ExprId, ExprKind, FunctionId, Key, Name, Property, RegionId, RegionKind,
    Script, Target,
};

use super::Credentials;
use super::composed::is_sifted;
use super::walked::{Walked, Walks, walked, walks};
use rustc_hash::{FxHashMap, FxHashSet};

/// So much that is put into one object is looked at.
const MOST_FILLINGS: usize = 32;

/// So many of the last are tried for whether they come before a place.
const MOST_LOOKED: usize = 512;

/// Walks inside of walks are looked at no deeper than this.
const MOST_WALKS: usize = 4;

/// Regions are looked at no further around a place than this.
const MOST_REGIONS: usize = 32;

/// What is put into objects, by file and variable, once it is asked for.
#[derive(Debug, Default)]
pub struct Filled(RefCell<FxHashMap<FileId, Rc<InFile>>>);

/// What is put into the objects of one file, and which of its functions run as part of others.
#[derive(Debug)]
struct InFile {
    by_variable: ByVariable,
    /// What is given to these variables.
    changed: FxHashSet<ExprId>,
    walks: Walks,
    uses: OnceCell<Uses>,
}

type ByVariable = FxHashMap<BindingId, Vec<Filling>>;

/// Something that is put into an object.
#[derive(Clone, Copy, Debug)]
struct Filling {
    /// What does so.
    at: ExprId,
    /// The member, where it has a name.
    key: Option<Name>,
    /// The value; none where the member is deleted.
    value: Option<ExprId>,
}

/// What an object was given by the time it is read.
#[derive(Debug, Default)]
pub(in crate::semantic) struct Fillings {
    /// The member and the value, the last first.
    values: Vec<(Option<Name>, ExprId)>,
    /// The members that surely are no longer what the object was made with.
    replaced: Vec<Name>,
}

impl Filled {
    /// What the object of the variable `binding` was given before `read` reads it, by the same
    /// function or one around it.
    pub(in crate::semantic) fn before(
        &self,
        script: &Script,
        file: FileId,
        (read, binding): (ExprId, BindingId),
    ) -> Fillings {
        let all = self.of(script, file);
        let mut fillings = Fillings::default();
        let Some(fillings_of_it) = all.by_variable.get(&binding) else { return fillings };
        let place = Place::new(script, &all.walks, read);
        let end = fillings_of_it.partition_point(|it| it.at < read);
        let before = fillings_of_it.iter().take(end).rev().take(MOST_LOOKED);
        let before = before.filter(|it| place.is_after(script, it.at));
        for filling in before.take(MOST_FILLINGS) {
            if filling.key.is_some_and(|key| fillings.replaced.contains(&key)) {
                continue;
            }
            fillings.values.extend(filling.value.map(|value| (filling.key, value)));
            let is_sure = place.around.contains(&script.expr(filling.at).region);
            fillings.replaced.extend(filling.key.filter(|_| is_sure));
        }
        fillings
    }

    fn of(&self, script: &Script, file: FileId) -> Rc<InFile> {
        let mut files = self.0.borrow_mut();
        let all = files.entry(file).or_insert_with(|| {
            let by_variable = by_variable(script);
            let writes = by_variable.keys().flat_map(|it| &script.binding(*it).writes);
            let changed = writes.filter_map(|write| script.value_written(*write)).collect();
            Rc::new(InFile { by_variable, changed, walks: walks(script), uses: OnceCell::new() })
        });
        Rc::clone(all)
    }

    /// Whether something is put into the object that `literal` makes, as far as a variable holds it.
    pub(in crate::semantic) fn changes(
        &self,
        script: &Script,
        file: FileId,
        literal: ExprId,
    ) -> bool {
        self.of(script, file).changed.contains(&literal)
    }

    /// What the object that `literal` makes is handed to as it is, or by a variable: what is called with it
    /// first; `None` where a function gives it back.
    pub(in crate::semantic) fn takers(
        &self,
        script: &Script,
        file: FileId,
        literal: ExprId,
    ) -> Vec<Option<ExprId>> {
        let all = self.of(script, file);
        let uses = all.uses.get_or_init(|| Uses::new(script));
        let mut held = vec![literal];
        for use_ in uses.of(literal) {
            if let Use::Kept(binding) = use_ {
                held.extend(uses.reads(binding).take(MOST_FILLINGS));
            }
        }
        let takers = |expr: ExprId| {
            let returned = uses.is_returned(expr).then_some(None);
            let given = uses.of(expr).filter_map(|use_| match use_ {
                Use::Given(call, 0) => match script.kind(call) {
                    ExprKind::Call(call) => Some(Some(call.callee)),
                    _ => None,
                },
                _ => None,
            });
            returned.into_iter().chain(given).collect::<Vec<_>>()
        };
        held.into_iter().flat_map(takers).collect()
    }

    /// What `expr` is, if it is one of the values of an object that is gone through.
    pub(in crate::semantic) fn walked(
        &self,
        script: &Script,
        file: FileId,
        expr: ExprId,
    ) -> Option<Walked> {
        walked(script, &self.of(script, file).walks, expr)
    }

    /// What the variable `binding` may hold where `read` reads it, out of what the same function or one
    /// around it gave it before, the last first.
    pub(in crate::semantic) fn values_before(
        &self,
        script: &Script,
        file: FileId,
        (read, binding): (ExprId, BindingId),
    ) -> Vec<ExprId> {
        let one = script.only_value(binding).or_else(|| script.last_written(read, &|_| None));
        if let Some(value) = one {
            return vec![value];
        }
        let all = self.of(script, file);
        let place = Place::new(script, &all.walks, read);
        let writes = script.binding(binding).writes.iter().copied();
        let mut before: Vec<ExprId> =
            writes.filter(|write| place.is_after(script, *write)).collect();
        before.sort_unstable();
        let mut values = Vec::new();
        for write in before.into_iter().rev().take(MOST_FILLINGS) {
            if let ExprKind::Assign { value, .. } = script.kind(write) {
                values.push(*value);
            }
            if place.around.contains(&script.expr(write).region) {
                break;
            }
        }
        values
    }
}

impl Credentials<'_> {
    /// What `expr`, which is the variable `variable` or a member of one, can have left of a credential
    /// once that was taken out or replaced; `None` where it was not.
    pub(in crate::semantic) fn left(
        &self,
        script: &Script,
        instance: InstanceId,
        (expr, variable): (ExprId, Option<BindingId>),
    ) -> Option<Vec<ExprId>> {
        let file = self.values.instance(instance).file;
        if let Some(binding) = variable {
            let put = self.filled.before(script, file, (expr, binding));
            return put.redacts(script).then(|| put.all().collect());
        }
        let ExprKind::Member { object, property, .. } = script.kind(expr) else { return None };
        let ExprKind::Binding(binding) = script.kind(*object) else { return None };
        let put = self.filled.before(script, file, (expr, *binding));
        let key = script.name(*property);
        (is_credential(key) && put.replaces(script, key)).then(|| put.of(script, key))
    }

    /// Whether `expr` is what a call makes of an object, `JSON.stringify(res)`, whose credential was taken out
    /// or replaced, or may be on the way.
    pub(in crate::semantic) fn is_text_of_less(
        &self,
        script: &Script,
        instance: InstanceId,
        expr: ExprId,
    ) -> bool {
        let ExprKind::Call(call) = script.kind(expr) else { return false };
        if is_sifted(script, call) && script.is_stringify(call) {
            return true;
        }
        let Some(argument) = call.arguments.first() else { return false };
        let ExprKind::Binding(binding) = script.kind(argument.value) else { return false };
        self.left(script, instance, (argument.value, Some(*binding))).is_some()
    }
}

impl Fillings {
    /// All values.
    pub(in crate::semantic) fn all(&self) -> impl Iterator<Item = ExprId> {
        self.values.iter().map(|(_, value)| *value)
    }

    /// The values of the member `key`.
    pub(in crate::semantic) fn of(&self, script: &Script, key: &str) -> Vec<ExprId> {
        let is_it = |name: &Option<Name>| name.is_some_and(|name| script.name(name) == key);
        self.values.iter().filter(|(name, _)| is_it(name)).map(|(_, value)| *value).collect()
    }

    /// Whether the member `key` surely is no longer what the object was made with.
    pub(in crate::semantic) fn replaces(&self, script: &Script, key: &str) -> bool {
        self.replaced.iter().any(|name| script.name(*name) == key)
    }

    /// The members that surely are no longer what the object was made with.
    pub(in crate::semantic) fn replaced<'s>(&self, script: &'s Script) -> Vec<&'s str> {
        self.replaced.iter().map(|name| script.name(*name)).collect()
    }

    /// Whether a credential that the object was made with was taken out or replaced.
    pub(in crate::semantic) fn redacts(&self, script: &Script) -> bool {
        self.replaced.iter().any(|name| is_credential(script.name(*name)))
    }
}

/// What is put into objects in `script`, in the order of evaluation.
fn by_variable(script: &Script) -> ByVariable {
    let mut all = ByVariable::default();
    for id in (0..script.exprs.len() as u32).map(ExprId) {
        let mut put = |object: ExprId, key, value| {
            if let ExprKind::Binding(binding) = script.kind(object) {
                all.entry(*binding).or_default().push(Filling { at: id, key, value });
            }
        };
        if let Some((object, member, value)) = script.written_member(script.kind(id)) {
            put(object, Some(member), value);
        }
        match script.kind(id) {
            ExprKind::Assign { target: Target::Index { object, .. }, value } => {
                put(*object, None, Some(*value));
            }
            ExprKind::Call(call) => {
                for (object, key, value) in filled_by(script, call) {
                    put(object, key, Some(value));
                }
            }
            _ => {}
        }
    }
    all
}

/// What a call puts into which object: `list.push(x)`, `Object.assign(body, x)`.
fn filled_by(script: &Script, call: &Call) -> Vec<(ExprId, Option<Name>, ExprId)> {
    let mut arguments = call.arguments.iter().map(|argument| argument.value);
    if script.is_assign(call) {
        let Some(into) = arguments.next() else { return Vec::new() };
        let members = arguments.flat_map(|it| assigned(script, it));
        return members.map(|(key, value)| (into, key, value)).collect();
    }
    match script.kind(call.callee) {
        ExprKind::Member { object, property, .. } => match script.name(*property) {
            "push" | "unshift" => arguments.map(|it| (*object, None, it)).collect(),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// What `Object.assign` takes over from `source`.
fn assigned(script: &Script, source: ExprId) -> Vec<(Option<Name>, ExprId)> {
    let ExprKind::Object(members) = script.kind(source) else { return vec![(None, source)] };
    let values = members.iter().filter_map(|member| match member {
        Property::Value { key: Key::Name(name, _), value } => Some((Some(*name), *value)),
        Property::Value { value, .. } | Property::Spread(value) => Some((None, *value)),
        Property::Getter { .. } | Property::Setter { .. } => None,
    });
    values.collect()
}

/// Where an object is read.
struct Place<'a> {
    read: ExprId,
    walks: &'a Walks,
    /// The function, and those around it.
    functions: Vec<FunctionId>,
    /// The regions around it, innermost first.
    around: Vec<RegionId>,
    /// What makes them run.
    kinds: Vec<RegionKind>,
}

impl<'a> Place<'a> {
    fn new(script: &Script, walks: &'a Walks, read: ExprId) -> Self {
        let at = script.expr(read);
        let parent = |it: &FunctionId| script.function(*it).parent;
        let functions = std::iter::successors(Some(at.function), parent).take(MOST_REGIONS);
        let regions: Vec<_> = script.enclosing(at.region).take(MOST_REGIONS).collect();
        Self {
            read,
            walks,
            functions: functions.collect(),
            around: regions.iter().map(|(id, _)| *id).collect(),
            kinds: regions.iter().map(|(_, region)| region.kind).collect(),
        }
    }

    /// Whether a run that comes here can have come by `at` before, in the same run of its function
    /// or in a walk that it makes.
    fn is_after(&self, script: &Script, mut at: ExprId) -> bool {
        for _ in 0..MOST_WALKS {
            let function = script.expr(at).function;
            let walk = self.walks.get(&function).filter(|_| !self.functions.contains(&function));
            let Some(walk) = walk else { break };
            at = *walk;
        }
        let put = script.expr(at);
        let inner = script.enclosing(put.region).take_while(|(id, _)| !self.around.contains(id));
        let mut inner = inner.take(MOST_REGIONS);
        at < self.read
            && self.functions.contains(&put.function)
            && !inner.any(|(_, region)| self.kinds.iter().any(|kind| region.kind.excludes(*kind)))
    }
}
