//! What operators and the methods of lists make of constants.

use crate::syntax::script::{Argument, Binary, Call, ExprId, ExprKind};

use super::constant::Constant;
use super::written::Written;

impl<'a> Written<'_, 'a> {
    /// Whether `call` gives what counts as true: `list.includes(x)`, `Boolean(x)`.
    pub(super) fn call_holds(&self, call: &Call, depth: u32) -> Option<bool> {
        let [argument] = &*call.arguments else { return None };
        let depth = depth.checked_sub(1).filter(|_| !argument.spread)?;
        match self.script.kind(call.callee) {
            ExprKind::Global(name) if self.script.name(*name) == "Boolean" => {
                self.holds(argument.value, depth)
            }
            ExprKind::Member { object, property, .. }
                if self.script.name(*property) == "includes" =>
            {
                self.place(*object, argument.value, depth).map(|(at, _)| at >= 0.0)
            }
            _ => None,
        }
    }

    /// What `list.indexOf(x)` gives.
    pub(super) fn place_in_list(&self, expr: ExprId, depth: u32) -> Option<f64> {
        let ExprKind::Call(call) = self.script.kind(expr) else { return None };
        let ([argument], false) = (&*call.arguments, call.is_new) else { return None };
        let ExprKind::Member { object, property, .. } = self.script.kind(call.callee) else {
            return None;
        };
        let is_asked = self.script.name(*property) == "indexOf" && !argument.spread;
        let found = is_asked.then(|| self.place(*object, argument.value, depth)).flatten();
        found.filter(|(_, is_first)| *is_first).map(|(at, _)| at)
    }

    /// Which item of `list` is `sought`, and whether none before may be; -1 for none.
    fn place(&self, list: ExprId, sought: ExprId, depth: u32) -> Option<(f64, bool)> {
        let depth = depth.checked_sub(1)?;
        let (there, items) = self.items(list, list)?;
        let sought = self.value(sought, depth)?;
        let mut is_first = true;
        for (at, item) in (0_u32..).zip(items) {
            let value = there.value(item.value, depth).filter(|_| !item.spread);
            match value.and_then(|value| same(value, sought, false)) {
                Some(true) => return Some((f64::from(at), is_first)),
                Some(false) => {}
                None => is_first = false,
            }
        }
        is_first.then_some((-1.0, true))
    }

    /// How long the list or text is that `expr` asks: `extra.length`.
    pub(super) fn length(&self, expr: ExprId, depth: u32) -> Option<Constant<'a>> {
        let depth = depth.checked_sub(1)?;
        let ExprKind::Member { object, property, .. } = self.script.kind(expr) else { return None };
        if self.script.name(*property) != "length" {
            return None;
        }
        if let Some(Constant::Text(text)) = self.value(*object, depth) {
            return Some(Constant::Number(text.encode_utf16().count() as f64));
        }
        let (_, items) = self.items(*object, expr)?;
        let is_whole = items.iter().all(|item| !item.spread);
        let last = items.last().map_or(0, |item| item.position + 1);
        (is_whole && last as usize == items.len()).then_some(Constant::Number(f64::from(last)))
    }

    /// The items of the list that `list` is at `read`, as it is written.
    fn items(&self, list: ExprId, read: ExprId) -> Option<(Self, &'a [Argument])> {
        let (there, list) = match self.script.kind(list) {
            ExprKind::Array(_) => (*self, list),
            ExprKind::Binding(binding) if self.keeps((*binding, ""), read) => {
                let (there, value) = self.behind(list)?;
                let value = value?;
                match there.script.kind(value) {
                    ExprKind::Array(_) => (there, value),
                    ExprKind::Param(_) => {
                        let (there, given) = there.behind(value)?;
                        (there, given?)
                    }
                    _ => return None,
                }
            }
            _ => return None,
        };
        match there.script.kind(list) {
            ExprKind::Array(items) => Some((there, items)),
            _ => None,
        }
    }
}

/// What `operator` makes of two constants, if that is plain.
pub(super) fn compare(operator: Binary, left: Constant<'_>, right: Constant<'_>) -> Option<bool> {
    match operator {
        Binary::Equal => same(left, right, true),
        Binary::NotEqual => same(left, right, true).map(|it| !it),
        Binary::Same => same(left, right, false),
        Binary::NotSame => same(left, right, false).map(|it| !it),
        Binary::Order(order) => match (left, right) {
            (Constant::Text(_), Constant::Text(_)) => None,
            _ => Some(order.holds(number(left)?, number(right)?)),
        },
        _ => None,
    }
}

/// The number that `constant` counts as, if that is plain.
fn number(constant: Constant<'_>) -> Option<f64> {
    match constant {
        Constant::Number(value) => Some(value),
        Constant::Bool(value) => Some(f64::from(u8::from(value))),
        Constant::Null => Some(0.0),
        Constant::Undefined => Some(f64::NAN),
        Constant::Text(text) => match text.trim() {
            "" => Some(0.0),
            text if text.bytes().all(|it| it.is_ascii_digit()) => text.parse().ok(),
            text if text.bytes().all(|it| it.is_ascii_lowercase()) => Some(f64::NAN),
            _ => None,
        },
        Constant::Function | Constant::Thing => None,
    }
}

/// Whether two constants are equal, where that is plain; `loosely` by `==`.
pub(super) fn same(left: Constant<'_>, right: Constant<'_>, loosely: bool) -> Option<bool> {
    let is_text = |it| matches!(it, Constant::Text(_));
    match (left, right) {
        _ if left.is_object() && right.is_object() => None,
        _ if left == right => Some(true),
        _ if !loosely || is_text(left) && is_text(right) => Some(false),
        _ if left.is_nothing() || right.is_nothing() => {
            Some(left.is_nothing() == right.is_nothing())
        }
        // `0 == ''`, `1 == true` and the like.
        _ => Some(number(left)? == number(right)?),
    }
}
