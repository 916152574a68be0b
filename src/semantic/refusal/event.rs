//! Places that a handler comes to only with another event than that of a refusal: one handler for all
//! events of a button asks `event.type === 'error'`, or whether there is what a consent gives.

use crate::semantic::Semantics;
use crate::semantic::values::{CallId, InstanceId, Token};
use crate::syntax::File;
use crate::syntax::script::{ExprId, ExprKind, RegionKind, Script};

/// The type of the event of a refusal.
const TYPE: &str = "error";

/// Members of its details, which are a type and a message (FACTS B4); failures of APIs have these, too.
const DETAILS: [&str; 5] = ["type", "error", "errorMessage", "errorCode", "code"];

/// Conditions are looked into no deeper than this.
const DEEPEST: u32 = 24;

/// What a condition reads of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Type,
    /// What is there after a refusal.
    Message,
    /// What is there only after a consent.
    Answer,
}

impl Semantics {
    /// Whether `call`, on a path that the event of a refusal at a button takes, stands under a condition
    /// that such an event does not fulfil.
    pub(in crate::semantic) fn is_other_event(&self, files: &[File], call: CallId) -> bool {
        let site = self.values.call(call);
        let file = self.values.instance(site.instance).file;
        let Some(script) = files[file.index()].script() else { return false };
        let reader = Reader { semantics: self, script, instance: site.instance };
        let mut around = script.enclosing(script.expr(site.expr).region);
        !around.all(|(_, region)| match region.kind {
            RegionKind::Branch { condition, taken } => reader.can_be(condition, taken, DEEPEST),
            RegionKind::Case { subject, test } => reader.can_come_to(subject, test),
            RegionKind::Beside { subject, test } => {
                reader.part(subject) != Some(Part::Type) || reader.is_type(test) != Some(true)
            }
            _ => true,
        })
    }
}

/// What holds in a copy of a function after a refusal at a button.
struct Reader<'a> {
    semantics: &'a Semantics,
    script: &'a Script,
    instance: InstanceId,
}

impl Reader<'_> {
    /// Whether the case `test` of a `switch` over `subject` can be the one; `None` is `default`.
    fn can_come_to(&self, subject: ExprId, test: Option<ExprId>) -> bool {
        if self.part(subject) != Some(Part::Type) {
            return true;
        }
        match test {
            Some(test) => self.is_type(test) != Some(false),
            None => self.script.cases(subject).all(|test| self.is_type(test) != Some(true)),
        }
    }

    /// Whether `condition` can be `taken`.
    fn can_be(&self, condition: ExprId, taken: bool, depth: u32) -> bool {
        let Some(depth) = depth.checked_sub(1) else { return true };
        match self.script.kind(condition) {
            ExprKind::Not(operand) => self.can_be(*operand, !taken, depth),
            ExprKind::Logical { operator, left, right } => {
                let (left, right) =
                    (self.can_be(*left, taken, depth), self.can_be(*right, taken, depth));
                if operator.takes_both(taken) { left && right } else { left || right }
            }
            ExprKind::Binary { operator, left, right } => {
                let Some(is_equal) = operator.equality(taken) else { return true };
                self.can_equal((*left, *right), is_equal)
                    && self.can_equal((*right, *left), is_equal)
            }
            _ => match self.part(condition) {
                Some(Part::Answer) => !taken,
                Some(Part::Type | Part::Message) => taken,
                None => {
                    let held = self.script.held_at(condition);
                    held.is_none_or(|held| self.can_be(held, taken, depth))
                }
            },
        }
    }

    /// Whether `value` can be, or not be, what `constant` is.
    fn can_equal(&self, (value, constant): (ExprId, ExprId), is_equal: bool) -> bool {
        let is_same = match self.part(value) {
            Some(Part::Type) => self.is_type(constant),
            Some(Part::Answer) => match self.script.kind(constant) {
                ExprKind::Undefined => Some(true),
                ExprKind::String(_) | ExprKind::Number(_) | ExprKind::Bool(_) => Some(false),
                _ => None,
            },
            Some(Part::Message) | None => None,
        };
        is_same.is_none_or(|it| it == is_equal)
    }

    /// Whether `expr` is the type of such an event.
    fn is_type(&self, expr: ExprId) -> Option<bool> {
        match self.script.kind(self.script.settled(expr)) {
            ExprKind::String(text) => Some(self.script.name(*text).eq_ignore_ascii_case(TYPE)),
            _ => None,
        }
    }

    /// What `expr` reads of an event, if it is never anything else.
    fn part(&self, expr: ExprId) -> Option<Part> {
        let values = &self.semantics.values;
        let node = values.value(self.instance, self.script, expr)?;
        let mut parts = values.each(node).map(|token| match token {
            Token::Host(path) => named(values.symbols.text(path)),
            _ => None,
        });
        let first = parts.next()??;
        parts.all(|part| part == Some(first)).then_some(first)
    }
}

/// The part of an event that `path` is.
fn named(path: &str) -> Option<Part> {
    let member = path.strip_prefix("event.")?;
    let Some(detail) = member.strip_prefix("detail.") else {
        return (member == "type").then_some(Part::Type);
    };
    match detail.split('.').next() {
        Some("errorMessage") if detail == "errorMessage" => Some(Part::Message),
        Some(first) if DETAILS.contains(&first) => None,
        _ => Some(Part::Answer),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_named() {
        let cases = [
            ("event.type", Some(Part::Type)),
            ("event.detail.errorMessage", Some(Part::Message)),
            ("event.detail.errorMessage.length", None),
            ("event.detail.type", None),
            ("event.detail.userInfo", Some(Part::Answer)),
            ("event.detail.userInfo.nickName", Some(Part::Answer)),
            ("event.detail", None),
            ("event.target", None),
            ("my.getAuthCode().authCode", None),
        ];
        for (path, want) in cases {
            assert_eq!(named(path), want, "{path}");
        }
    }
}
