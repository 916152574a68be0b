//! What a component's methods hand on to the properties it was given: `this.props.onX(event)`.

use std::collections::{BTreeMap, BTreeSet};

use super::button::Handed;
use crate::platform::{Answer, bound_event};
use crate::source::{FileId, FileSpan, Span};
use crate::syntax::File;
use crate::syntax::script::{Call, Expr, ExprId, ExprKind, FunctionId, Script};

/// What a method hands on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Forwarded {
    /// The properties that it calls, such as `onGetAuthorize`, each with the first place that does.
    pub properties: BTreeMap<String, FileSpan>,
    /// Whether it does nothing else.
    pub is_all: bool,
}

/// What the functions called `method` in `file`, whose number is `id`, hand on; found by name in the
/// same file.
#[must_use]
pub(super) fn by_method(file: &File, id: FileId, method: &str) -> Forwarded {
    let Some(script) = file.script() else { return Forwarded::default() };
    let inside = inside(script, method);
    let mut found = Forwarded { properties: BTreeMap::new(), is_all: true };
    for expr in script.exprs.iter().filter(|it| inside.contains(&it.function)) {
        let handed = handed(script, expr);
        match &expr.kind {
            ExprKind::Call(call) if handed.is_none() => {
                found.is_all &= is_handing_on(script, call.callee);
            }
            ExprKind::Assign { .. } => found.is_all &= is_declaration(script, expr),
            _ => {}
        }
        if let Some(property) = handed {
            let at = FileSpan::new(id, place(expr));
            found.properties.entry(property).or_insert(at);
        }
    }
    found.is_all &= !found.properties.is_empty();
    found
}

/// The properties that the component calls for each answer.
#[must_use]
pub(super) fn handed_on(consent: &Forwarded, refusal: &Forwarded) -> Vec<Handed> {
    let of = |answer: Answer, forwarded: &Forwarded| {
        let each = |(property, at): (&String, &FileSpan)| Handed {
            answer,
            property: property.clone(),
            at: *at,
        };
        forwarded.properties.iter().map(each).collect::<Vec<_>>()
    };
    [of(Answer::Consent, consent), of(Answer::Refusal, refusal)].concat()
}

/// The names of all functions in `file` that call a property, or in which another one does.
#[must_use]
pub fn handing(file: &File) -> BTreeSet<&str> {
    let Some(script) = file.script() else { return BTreeSet::new() };
    let handing = script.exprs.iter().filter(|expr| handed(script, expr).is_some());
    let mut functions = BTreeSet::new();
    for expr in handing {
        let mut at = Some(expr.function);
        while let Some(function) = at.filter(|function| functions.insert(*function)) {
            at = script.function(function).parent;
        }
    }
    let names = functions.into_iter().filter_map(|function| script.function(function).name);
    names.map(|name| script.name(name)).collect()
}

/// Where such an expression names it.
fn place(expr: &Expr) -> Span {
    match &expr.kind {
        ExprKind::Member { property_span, .. } => *property_span,
        _ => expr.span,
    }
}

/// The property that an expression takes or emits.
fn handed(script: &Script, expr: &Expr) -> Option<String> {
    match &expr.kind {
        ExprKind::Member { object, property, .. } if is_props(script, *object) => {
            Some(script.name(*property)).filter(|name| binds(name)).map(str::to_owned)
        }
        ExprKind::Call(call) => emitted(script, call),
        _ => None,
    }
}

/// Whether `file` may call, or hand on, the property `name` that its component is given.
#[must_use]
pub(super) fn may_use(file: &File, name: &str) -> bool {
    let Some(script) = file.script() else { return true };
    if !file.parsed.problems.is_empty() {
        return true;
    }
    let event = bound_event(name).unwrap_or(name);
    let mut plain = BTreeSet::new();
    for expr in &script.exprs {
        match &expr.kind {
            ExprKind::Member { object, property, .. } => {
                let is_own = matches!(script.kind(*object), ExprKind::This);
                if script.name(*property) == name && !is_own {
                    return true;
                }
                plain.insert(*object);
            }
            ExprKind::String(text) => {
                let text = script.name(*text);
                if text == name || text.eq_ignore_ascii_case(event) {
                    return true;
                }
            }
            _ => {}
        }
    }
    // Properties that are looked up otherwise, or handed to something, may be any.
    let mut props = script.exprs().filter(|(id, _)| is_props(script, *id));
    props.any(|(id, _)| !plain.contains(&id))
}

/// The functions called `method` and those inside them.
fn inside(script: &Script, method: &str) -> BTreeSet<FunctionId> {
    let mut inside = BTreeSet::new();
    for (id, function) in (0..).map(FunctionId).zip(&script.functions) {
        let is_called = function.name.is_some_and(|name| script.name(name) == method);
        if is_called || function.parent.is_some_and(|parent| inside.contains(&parent)) {
            inside.insert(id);
        }
    }
    inside
}

/// Whether a property of that name can be a function (FACTS E32).
fn binds(name: &str) -> bool {
    bound_event(name).is_some()
}

fn is_props(script: &Script, object: ExprId) -> bool {
    match script.kind(object) {
        ExprKind::Member { property, .. } => script.name(*property) == "props",
        ExprKind::Binding(binding) => script.name(script.binding(*binding).name) == "props",
        _ => false,
    }
}

/// The property that `triggerEvent(this, "x")`, `this.triggerEvent("x")` call: `onX`.
fn emitted(script: &Script, call: &Call) -> Option<String> {
    let callee = match script.kind(call.callee) {
        ExprKind::Member { property, .. } => script.name(*property),
        ExprKind::Binding(binding) => script.name(script.binding(*binding).name),
        ExprKind::Global(name) => script.name(*name),
        _ => return None,
    };
    if !callee.starts_with("triggerEvent") {
        return None;
    }
    let event = call.arguments.iter().find_map(|argument| match script.kind(argument.value) {
        ExprKind::String(text) => Some(script.name(*text)),
        _ => None,
    })?;
    let mut letters = event.chars();
    let first = letters.next()?;
    Some(format!("on{}{}", first.to_uppercase(), letters.as_str()))
}

/// Whether a callee is a property, or a variable that holds one.
fn is_handing_on(script: &Script, callee: ExprId) -> bool {
    match script.kind(callee) {
        ExprKind::Member { object, property, .. } => {
            let name = script.name(*property);
            let is_bound = matches!(name, "call" | "apply") && is_property_value(script, *object);
            is_bound || binds(name) && is_props(script, *object) || name == "stopPropagation"
        }
        ExprKind::Binding(binding) => binds(script.name(script.binding(*binding).name)),
        _ => false,
    }
}

fn is_property_value(script: &Script, expr: ExprId) -> bool {
    match script.kind(expr) {
        ExprKind::Member { object, property, .. } => {
            binds(script.name(*property)) && is_props(script, *object)
        }
        ExprKind::Binding(binding) => binds(script.name(script.binding(*binding).name)),
        _ => false,
    }
}

/// Whether an assignment only gives a variable its value.
fn is_declaration(script: &Script, expr: &Expr) -> bool {
    matches!(
        &expr.kind,
        ExprKind::Assign { target: crate::syntax::script::Target::Binding(binding), .. }
            if script.binding(*binding).function == expr.function
    )
}
