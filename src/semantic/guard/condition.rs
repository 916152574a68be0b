//! The conditions that calls stand under, as they are written.

use std::collections::BTreeSet;

use crate::platform::Platform;
use crate::semantic::Semantics;
use crate::semantic::values::{CallId, Token};
use crate::syntax::File;
use crate::syntax::script::{
    Binary, BindingId, BindingKind, ExprId, ExprKind, Property, RegionId, RegionKind, Script,
};

/// Conditions are looked into no further than this many operands.
const MOST_OPERANDS: usize = 64;

/// Members of an answer that only a consent gives.
const GIVEN: [&str; 3] = ["authCode", "authSuccessScopes", "response"];

/// Members of an answer that only a failure gives.
pub(in crate::semantic) const FAILED: [&str; 2] = ["error", "errorMessage"];

/// Members that hold everything and so say nothing.
pub(in crate::semantic) const GENERIC: [&str; 3] = ["data", "globalData", "length"];

impl Semantics {
    /// Whether `call` stands under a condition that only a consent fulfils.
    pub(in crate::semantic) fn is_given(
        &self,
        files: &[File],
        platform: &Platform,
        call: CallId,
    ) -> bool {
        let site = self.values.call(call);
        let file = self.values.instance(site.instance).file;
        let Some(script) = files[file.index()].script() else { return false };
        let mut around = script.enclosing(script.expr(site.expr).region);
        around.any(|(_, region)| {
            let RegionKind::Branch { condition, taken } = region.kind else { return false };
            let (condition, taken) = bare(script, condition, taken);
            let node = self.values.value(site.instance, script, condition);
            let tokens = node.map(|node| self.values.of(node)).unwrap_or_default();
            tokens.into_iter().any(|token| match token {
                Token::Host(path) => is_telling(platform, self.values.symbols.text(path), taken),
                _ => false,
            })
        })
    }

    /// Whether `call` stands under a condition on something that is `written`.
    pub(in crate::semantic) fn is_guarded(
        &self,
        files: &[File],
        call: CallId,
        written: &BTreeSet<&str>,
    ) -> bool {
        if written.is_empty() {
            return false;
        }
        let read = self.conditions(files, call);
        read.is_some_and(|(script, conditions)| {
            conditions.into_iter().any(|expr| {
                let name = match script.kind(expr) {
                    ExprKind::Member { property, .. } => script.name(*property),
                    ExprKind::Binding(binding) => script.name(script.binding(*binding).name),
                    ExprKind::String(text) => script.name(*text),
                    _ => return false,
                };
                written.contains(name) && !GENERIC.contains(&name)
            })
        })
    }

    /// Whether `call`, which a loop makes, stands under a condition that counts: on an order, on `this.left--`, on what
    /// `call` hands on as one less, or on a parameter where it hands on that it was: `again(true)`.
    pub(in crate::semantic) fn is_counted(&self, files: &[File], call: CallId) -> bool {
        let Some((script, conditions)) = self.conditions(files, call) else { return false };
        let call = self.values.call(call).expr;
        let counted = counted_on(script, call);
        let is_flag = |binding| {
            let is_param = script.binding(binding).kind == BindingKind::Param;
            is_param && hands_on_a_flag(script, call)
        };
        conditions.into_iter().any(|expr| match script.kind(expr) {
            ExprKind::Binary { operator: Binary::Order(_), .. } => true,
            ExprKind::Assign { value, .. } => matches!(script.kind(*value), ExprKind::Unary(_)),
            ExprKind::Binding(binding) => counted.contains(binding) || is_flag(*binding),
            _ => false,
        })
    }

    /// Whether `call` stands under any condition.
    pub(in crate::semantic) fn is_conditional(&self, files: &[File], call: CallId) -> bool {
        self.conditions(files, call).is_none_or(|(_, conditions)| !conditions.is_empty())
    }

    /// The conditions that `call` stands under, with what they are made of.
    pub(in crate::semantic) fn conditions<'a>(
        &self,
        files: &'a [File],
        call: CallId,
    ) -> Option<(&'a Script, Vec<ExprId>)> {
        let site = self.values.call(call);
        let script = files[self.values.instance(site.instance).file.index()].script()?;
        let roots = around(script, script.expr(site.expr).region);
        Some((script, parts(script, roots)))
    }
}

/// The conditions that `region` stands under.
pub(in crate::semantic) fn around(script: &Script, region: RegionId) -> Vec<ExprId> {
    let conditions = script.enclosing(region).filter_map(|(_, region)| match region.kind {
        RegionKind::Branch { condition, .. } => Some(condition),
        RegionKind::Case { subject, .. } | RegionKind::Beside { subject, .. } => Some(subject),
        _ => None,
    });
    conditions.collect()
}

/// What `parts`, conditions or values, are made of.
pub(in crate::semantic) fn parts(script: &Script, mut parts: Vec<ExprId>) -> Vec<ExprId> {
    let mut at = 0;
    while let Some(part) = parts.get(at).copied().filter(|_| at < MOST_OPERANDS) {
        at += 1;
        match script.kind(part) {
            ExprKind::Not(value) | ExprKind::Unary(value) | ExprKind::Await(value) => {
                parts.push(*value);
            }
            ExprKind::Member { object, .. } => parts.push(*object),
            ExprKind::Assign { value, .. } => parts.push(*value),
            ExprKind::Binding(_) => parts.extend(script.held_at(part)),
            ExprKind::Binary { left, right, .. } | ExprKind::Logical { left, right, .. } => {
                parts.extend([*left, *right]);
            }
            ExprKind::Call(call) => {
                parts.push(call.callee);
                parts.extend(call.arguments.iter().map(|argument| argument.value));
            }
            ExprKind::Object(members) => {
                parts.extend(members.iter().filter_map(|member| match member {
                    Property::Value { value, .. } => Some(*value),
                    _ => None,
                }));
            }
            _ => {}
        }
    }
    parts
}

/// Whether `call` is handed `true` or `false`.
fn hands_on_a_flag(script: &Script, call: ExprId) -> bool {
    let ExprKind::Call(call) = script.kind(call) else { return false };
    let mut arguments = call.arguments.iter().map(|argument| script.kind(argument.value));
    arguments.any(|argument| matches!(argument, ExprKind::Bool(_)))
}

/// The variables that `call` hands on as one more or less: `again(n - 1)`.
pub(super) fn counted_on(script: &Script, call: ExprId) -> Vec<BindingId> {
    let ExprKind::Call(call) = script.kind(call) else { return Vec::new() };
    let counted = call.arguments.iter().filter_map(|argument| {
        let ExprKind::Binary { operator, left, right } = script.kind(argument.value) else {
            return None;
        };
        let is_step = matches!(operator, Binary::Add | Binary::Other)
            && matches!(script.kind(*right), ExprKind::Number(_));
        match script.kind(*left) {
            ExprKind::Binding(binding) if is_step => Some(*binding),
            _ => None,
        }
    });
    counted.collect()
}

/// Whether `path` is a member of an answer to a question of consent, or its failure, that says, being
/// true or not, that the user consented.
fn is_telling(platform: &Platform, path: &str, taken: bool) -> bool {
    if let Some(api) = path.strip_suffix('!') {
        return !taken && asks(platform, api);
    }
    let Some((api, member)) = path.split_once("().") else { return false };
    let members: &[&str] = if taken { &GIVEN } else { &FAILED };
    members.contains(&member) && asks(platform, api)
}

/// Whether the API whose path is `api` asks for consent.
pub(in crate::semantic) fn asks(platform: &Platform, api: &str) -> bool {
    let api = api.rsplit_once('.').and_then(|(_, name)| platform.api(name));
    api.is_some_and(|api| api.kind.asks_consent())
}

/// A condition without the negations around it.
pub(in crate::semantic) fn bare(
    script: &Script,
    mut condition: ExprId,
    mut taken: bool,
) -> (ExprId, bool) {
    while let ExprKind::Not(inner) = script.kind(condition) {
        (condition, taken) = (*inner, !taken);
    }
    (condition, taken)
}
