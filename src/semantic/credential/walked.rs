//! What going through an object or its parts takes out of it: `o[key]` for each `key` of `Object.keys(o)`.
//!
//! Where a condition looks at the key, or at what it leads to, nothing is said: it may leave the credential out.

use rustc_hash::FxHashMap;

use crate::syntax::script::{BindingId, Call, ExprId, ExprKind, FunctionId, RegionKind, Script};

/// Variables that stand for others are followed no further than this.
const MOST_NAMES: usize = 4;

/// Lists that are made of lists are followed no further than this.
const MOST_LISTS: usize = 8;

/// So many expressions of a condition are looked at.
const MOST_PARTS: usize = 64;

/// Regions are looked at no further around a place than this.
const MOST_REGIONS: usize = 32;

/// The functions that are handed, as they are written, to what runs them for each item of a list, with
/// that call.
pub(in crate::semantic) type Walks = FxHashMap<FunctionId, ExprId>;

/// The walks of a script.
pub(in crate::semantic) fn walks(script: &Script) -> Walks {
    let calls = script.calls().filter_map(|(id, _, call)| Some((walker(script, call)?, id)));
    calls.collect()
}

/// The function that a call runs for each item of what it is a member of.
pub(in crate::semantic) fn walker(script: &Script, call: &Call) -> Option<FunctionId> {
    let ExprKind::Member { property, .. } = script.kind(call.callee) else { return None };
    let is_walk = matches!(script.name(*property), "map" | "flatMap" | "forEach" | "reduce");
    let argument = call.arguments.first().filter(|_| is_walk)?;
    match script.kind(argument.value) {
        ExprKind::Function(function) => Some(*function),
        _ => None,
    }
}

/// What a list is made of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum List {
    Keys,
    Values,
    Entries,
}

/// What going through an object comes to.
#[derive(Clone, Copy)]
pub(in crate::semantic) enum Walked {
    /// Any of the values of this.
    Any(ExprId),
    /// Only some of them.
    Some,
}

/// What `expr` is, if it is one of the values of an object that is gone through.
pub(in crate::semantic) fn walked(script: &Script, walks: &Walks, expr: ExprId) -> Option<Walked> {
    let (key, listed) = match script.kind(expr) {
        ExprKind::Index { object, index } => {
            let ExprKind::Binding(owner) = script.kind(*object) else { return None };
            let item = named(script, *index);
            let listed = listed(script, walks, item)?;
            let is_same = matches!(script.kind(listed.of), ExprKind::Binding(it) if it == owner);
            if listed.list != List::Keys || !is_same {
                return None;
            }
            (Key { item, list: List::Keys, owner: Some(*owner) }, listed)
        }
        ExprKind::Binding(_) | ExprKind::Member { .. } => {
            let value = named(script, expr);
            let item = match script.kind(value) {
                ExprKind::Member { object, property, .. } if script.name(*property) == "1" => {
                    named(script, *object)
                }
                _ => value,
            };
            let listed = listed(script, walks, item)?;
            let is_value = listed.list == if item == value { List::Values } else { List::Entries };
            if !is_value {
                return None;
            }
            (Key { item, list: listed.list, owner: None }, listed)
        }
        _ => return None,
    };
    let is_some = listed.is_sifted || key.decides(script, walks, expr);
    Some(if is_some { Walked::Some } else { Walked::Any(listed.of) })
}

/// What a variable that is written once stands for.
fn named(script: &Script, mut expr: ExprId) -> ExprId {
    for _ in 0..MOST_NAMES {
        let ExprKind::Binding(binding) = script.kind(expr) else { break };
        let Some(value) = script.only_value(*binding) else { break };
        expr = value;
    }
    expr
}

/// What a list is made of, and whether only some of that comes into it.
struct Listed {
    list: List,
    of: ExprId,
    is_sifted: bool,
}

/// The list that `item` is an item of.
fn listed(script: &Script, walks: &Walks, item: ExprId) -> Option<Listed> {
    match script.kind(item) {
        ExprKind::Element(list) => source(script, *list),
        // `for (const key in object)`
        ExprKind::Unknown(operands) => match &**operands {
            [object] => Some(Listed { list: List::Keys, of: *object, is_sifted: false }),
            _ => None,
        },
        ExprKind::Param(at) => {
            let walk = walks.get(&script.expr(item).function)?;
            let ExprKind::Call(call) = script.kind(*walk) else { return None };
            let ExprKind::Member { object, property, .. } = script.kind(call.callee) else {
                return None;
            };
            let expected = u32::from(script.name(*property) == "reduce");
            if *at == expected { source(script, *object) } else { None }
        }
        _ => None,
    }
}

/// What the list `expr` is made of.
fn source(script: &Script, expr: ExprId) -> Option<Listed> {
    let mut at = expr;
    let mut sieves = Vec::new();
    for _ in 0..MOST_LISTS {
        let ExprKind::Call(call) = script.kind(named(script, at)) else { return None };
        let list = match script.global_member(call.callee) {
            Some(("Object", "keys" | "getOwnPropertyNames") | ("Reflect", "ownKeys")) => List::Keys,
            Some(("Object", "values")) => List::Values,
            Some(("Object", "entries")) => List::Entries,
            Some(_) => return None,
            None => {
                let ExprKind::Member { object, property, .. } = script.kind(call.callee) else {
                    return None;
                };
                match script.name(*property) {
                    "sort" | "reverse" => {}
                    "filter" | "slice" => sieves.push(call),
                    _ => return None,
                }
                at = *object;
                continue;
            }
        };
        let of = call.arguments.first()?.value;
        let is_sifted = sieves.into_iter().any(|call| sifts(script, call, (list, of)));
        return Some(Listed { list, of, is_sifted });
    }
    None
}

/// Whether the call `filter` or `slice` of a list leaves out other items than those without a value.
fn sifts(script: &Script, call: &Call, (list, of): (List, ExprId)) -> bool {
    let by = call.arguments.first().map(|by| script.kind(by.value));
    let (Some(ExprKind::Function(function)), ExprKind::Binding(owner)) = (by, script.kind(of))
    else {
        return true;
    };
    let function = script.function(*function);
    let Some(item) = function.params.first().copied() else { return true };
    let key = Key { item, list, owner: Some(*owner) };
    function.returns.is_empty() || function.returns.iter().any(|it| key.is_in(script, *it))
}

/// The key of a member that is come to.
struct Key {
    /// The item of the list: the key, or what has it as its first item.
    item: ExprId,
    list: List,
    /// The variable whose members have it.
    owner: Option<BindingId>,
}

impl Key {
    /// Whether a condition on the way to `expr`, within the walk, looks at the key.
    fn decides(&self, script: &Script, walks: &Walks, expr: ExprId) -> bool {
        let item = script.expr(self.item);
        let is_function = walks.contains_key(&item.function);
        let outermost = if is_function { script.function(item.function).body } else { item.region };
        let regions = script.enclosing(script.expr(expr).region).take(MOST_REGIONS);
        for (id, region) in regions {
            let looks = match region.kind {
                RegionKind::Branch { condition, .. } => self.is_in(script, condition),
                RegionKind::Case { subject, .. } | RegionKind::Beside { subject, .. } => {
                    self.is_in(script, subject)
                }
                RegionKind::Fallen => true,
                _ => false,
            };
            if looks {
                return true;
            }
            if id == outermost {
                return false;
            }
        }
        true
    }

    /// Whether `condition` looks at the key, other than to see what it leads to or whether it is there.
    fn is_in(&self, script: &Script, condition: ExprId) -> bool {
        let mut work = vec![condition];
        for _ in 0..MOST_PARTS {
            let Some(expr) = work.pop() else { return false };
            match script.kind(expr) {
                _ if expr == self.item => return self.list != List::Values,
                ExprKind::Binding(binding) => work.extend(script.only_value(*binding)),
                ExprKind::Member { object, property, .. }
                    if self.list == List::Entries
                        && script.name(*property) == "1"
                        && named(script, *object) == self.item => {}
                ExprKind::Index { object, .. } if matches!(script.kind(*object), ExprKind::Binding(it) if Some(*it) == self.owner) =>
                    {}
                ExprKind::Call(call) if script.is_own_test(call) => {}
                kind => work.extend(kind.operands()),
            }
        }
        true
    }
}
