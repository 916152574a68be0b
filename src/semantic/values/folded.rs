//! Texts that are put together from constants: `` `auth_base,${EXTRA}` ``, `[A, B].join(',')`.

use super::solve::Solver;
use super::{Node, Token};
use crate::syntax::script::{Binary, Call, ExprId, ExprKind, Script};

/// Constants are looked through no deeper than this.
const DEEPEST: u32 = 8;

/// Longer texts are no names.
const LONGEST: usize = 200;

impl Solver<'_> {
    /// Gives `node` the text that `expr` joins, if all of it is constant.
    pub(super) fn generate_folded(&mut self, script: &Script, expr: ExprId, node: Node) {
        if let Some(text) = folded(script, expr, DEEPEST) {
            let symbol = self.symbol(&text);
            self.add_token(node, Token::Text(symbol));
        }
    }
}

/// The text that `expr` joins.
fn folded(script: &Script, expr: ExprId, depth: u32) -> Option<String> {
    let depth = depth.checked_sub(1)?;
    let text = match script.kind(expr) {
        ExprKind::Binary { operator: Binary::Add, left, right } => {
            text(script, *left, depth)? + &text(script, *right, depth)?
        }
        ExprKind::Template(template) => {
            let mut texts = template.texts.iter().map(|text| script.name(*text));
            let mut joined = texts.next()?.to_owned();
            for (value, after) in template.values.iter().zip(texts) {
                joined += &text(script, *value, depth)?;
                joined += after;
            }
            joined
        }
        ExprKind::Call(call) => list(script, call, depth)?,
        _ => return None,
    };
    (text.len() <= LONGEST).then_some(text)
}

/// What `list.join(separator)` gives.
fn list(script: &Script, call: &Call, depth: u32) -> Option<String> {
    let ExprKind::Member { object, property, .. } = script.kind(call.callee) else { return None };
    if script.name(*property) != "join" {
        return None;
    }
    let ExprKind::Array(items) = script.kind(script.settled(*object)) else { return None };
    let separator = match &*call.arguments {
        [] => ",".to_owned(),
        [separator, ..] => text(script, separator.value, depth)?,
    };
    let is_spread = items.iter().any(|item| item.spread);
    let texts = items.iter().map(|item| text(script, item.value, depth));
    let texts = texts.collect::<Option<Vec<String>>>()?;
    (!is_spread).then(|| texts.join(&separator))
}

/// The text that `expr` is.
fn text(script: &Script, expr: ExprId, depth: u32) -> Option<String> {
    let expr = script.settled(expr);
    match script.kind(expr) {
        ExprKind::String(text) => Some(script.name(*text).to_owned()),
        ExprKind::Member { object, property, .. } => {
            let ExprKind::Object(members) = script.kind(script.settled(*object)) else {
                return None;
            };
            let value = script.member_value(members, script.name(*property))?;
            text(script, value, depth.checked_sub(1)?)
        }
        _ => folded(script, expr, depth),
    }
}
