//! Keys of ciphers that come from elsewhere.

use std::collections::BTreeMap;

use crate::platform::{SecretKind, may_be_cipher, symmetric_key};
use crate::semantic::graph::call_graph::place;
use crate::semantic::origin::Origins;
use crate::semantic::origin::same_key;
use crate::semantic::values::{CallId, CallKind, InstanceId};
use crate::source::{FileId, FileSpan};
use crate::syntax::File;
use crate::syntax::script::{ExprId, ExprKind, Key, MODULE, Name, Property, Script, Target};

use super::cipher::key_of;
use super::{Secret, constant};
use rustc_hash::{FxHashMap, FxHashSet};

/// A key is followed through no more functions and fields than this.
const MOST_STEPS: usize = 12;

/// An expression in a copy of a function.
type At = (InstanceId, ExprId);

/// What is looked up once.
#[derive(Default)]
struct Known {
    /// The calls of the program, by expression.
    calls: Option<FxHashMap<At, CallId>>,
    /// What fields are given, by file and name.
    fields: FxHashMap<(FileId, Name), Option<ExprId>>,
    /// The keys that were followed.
    done: FxHashSet<At>,
}

/// The keys that ciphers in the program's own scripts are given, by place. `own` tells of each
/// file whether it is the program's own and read.
pub(in crate::semantic) fn handed_keys(
    origins: &Origins<'_>,
    own: &[bool],
) -> BTreeMap<FileSpan, Secret> {
    let Origins { files, values, .. } = *origins;
    let names_cipher = |(file, is_own): (&File, &bool)| {
        let mut names = file.script().into_iter().flat_map(|script| &script.names);
        *is_own && names.any(|name| may_be_cipher(name))
    };
    let ciphers: Vec<bool> = files.iter().zip(own).map(names_cipher).collect();
    let mut all = BTreeMap::new();
    if !ciphers.contains(&true) {
        return all;
    }
    let mut known = Known::default();
    for (_, site) in values.all_calls().filter(|(_, site)| site.kind == CallKind::Call) {
        let file = values.instance(site.instance).file;
        let script = files[file.index()].script().filter(|_| ciphers[file.index()]);
        let Some((script, ExprKind::Call(call))) = script.map(|it| (it, it.kind(site.expr))) else {
            continue;
        };
        // What stands there itself is a secret already.
        let key = key_of(script, call).filter(|key| constant(script, *key).is_none());
        let Some(key) = key else { continue };
        let bare = bare_key(origins, &mut known, (site.instance, key));
        if !known.done.insert(bare) {
            continue;
        }
        let copies = copies(origins, bare).into_iter();
        let texts = copies.flat_map(|(instance, key)| origins.texts(instance, key));
        for (at, text) in texts.filter(|(at, text)| own[at.file.index()] && symmetric_key(text)) {
            let used = Some(place(files, values, site));
            let secret = || Secret { kind: SecretKind::SymmetricKey, text: text.to_owned(), used };
            all.entry(at).or_insert_with(secret);
        }
    }
    all
}

/// What an own function makes a key of, `toKey(KEY)`, or what a field was given, `this.key`.
fn bare_key(origins: &Origins<'_>, known: &mut Known, mut at: At) -> At {
    for _ in 0..MOST_STEPS {
        let Some(next) = behind(origins, known, at) else { break };
        at = next;
    }
    at
}

fn behind(origins: &Origins<'_>, known: &mut Known, (instance, expr): At) -> Option<At> {
    let values = origins.values;
    let script = origins.files.get(values.instance(instance).file.index())?.script()?;
    match script.kind(expr) {
        ExprKind::Binding(binding) => {
            let value = script.only_value(*binding)?;
            let is_made = matches!(script.kind(value), ExprKind::Call(_) | ExprKind::Member { .. });
            is_made.then_some((instance, value))
        }
        ExprKind::Member { object, property, .. } => {
            let file = values.instance(instance).file;
            let known = known.fields.entry((file, *property));
            let value = (*known.or_insert_with(|| field(script, *property)))?;
            let is_own = is_own(script, *object);
            is_own.then_some((values.base(file)?, value))
        }
        ExprKind::Call(call) => {
            if let Some(argument) = same_key(script, call) {
                return Some((instance, argument));
            }
            let calls = known.calls.get_or_insert_with(|| {
                let all = values.all_calls().filter(|(_, site)| site.kind == CallKind::Call);
                all.map(|(id, site)| ((site.instance, site.expr), id)).collect()
            });
            let id = *calls.get(&(values.holder(instance, script.expr(expr).function)?, expr))?;
            let from = values.edges.partition_point(|edge| edge.call < id);
            let mut targets = values.edges.iter().skip(from).take_while(|edge| edge.call == id);
            let (target, function) = values.function(targets.next()?.to);
            let inside = origins.files.get(values.instance(target).file.index())?.script()?;
            let [given_back] = inside.function(function).returns.as_slice() else { return None };
            if targets.next().is_some() {
                return None;
            }
            match parameter(inside, *given_back) {
                Some(number) => {
                    let arguments = call.arguments.iter().take_while(|argument| !argument.spread);
                    let argument = arguments.filter(|it| it.position == number).last()?;
                    Some((instance, argument.value))
                }
                None => Some((target, *given_back)),
            }
        }
        _ => None,
    }
}

/// The number of the parameter that `expr` is, or is parsed or taken from.
fn parameter(script: &Script, mut expr: ExprId) -> Option<u32> {
    for _ in 0..MOST_STEPS {
        expr = match script.kind(expr) {
            ExprKind::Param(number) => return Some(*number),
            ExprKind::Binding(binding) => script.only_value(*binding)?,
            ExprKind::Call(call) => same_key(script, call)?,
            _ => return None,
        };
    }
    None
}

/// `at`, in the copies of its function that calls were told apart by.
fn copies(origins: &Origins<'_>, at: At) -> Vec<At> {
    let (instance, expr) = at;
    let values = origins.values;
    let file = values.instance(instance).file;
    let script = origins.files.get(file.index()).and_then(File::script);
    let function = script.map_or(MODULE, |script| script.expr(expr).function);
    if function == MODULE || values.base(file) != Some(instance) {
        return vec![at];
    }
    let all = (0..).map(InstanceId).zip(&values.instances);
    let same = all.filter(|(_, copy)| copy.file == file && copy.holds(function));
    same.take(MOST_STEPS).map(|(copy, _)| (copy, expr)).collect()
}

/// Whether `object` is what has the fields of a class.
fn is_own(script: &Script, object: ExprId) -> bool {
    match script.kind(object) {
        ExprKind::This => true,
        ExprKind::Binding(binding) => {
            let value = script.only_value(*binding).map(|value| script.kind(value));
            matches!(value, Some(ExprKind::Class(_)))
        }
        _ => false,
    }
}

/// What the fields `name` of a script are given where nothing else in it writes such a member.
fn field(script: &Script, name: Name) -> Option<ExprId> {
    let members = script.classes.iter().flat_map(|class| &class.members);
    let declared = members.filter_map(|member| match member.property {
        Property::Value { key: Key::Name(key, _), value } if key == name => Some(value),
        _ => None,
    });
    let written = script.exprs().filter_map(|(_, expr)| match expr.kind {
        ExprKind::Assign { target: Target::Member { property, .. }, value } if property == name => {
            Some(value)
        }
        _ => None,
    });
    let mut all = declared.chain(written).filter(|it| !is_empty(script, *it));
    let value = all.next()?;
    all.all(|other| other == value).then_some(value)
}

/// Whether a field that holds `value` waits for another.
fn is_empty(script: &Script, value: ExprId) -> bool {
    match script.kind(value) {
        ExprKind::Undefined | ExprKind::Null => true,
        ExprKind::String(text) => script.name(*text).is_empty(),
        _ => false,
    }
}
