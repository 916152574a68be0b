//! Places that a run comes to only where a question came to nothing: the answer there holds no
//! credential.

use crate::platform::{ApiKind, Platform};
use crate::semantic::credential::Credential;
use crate::semantic::guard::condition::FAILED;
use crate::semantic::values::builtin::parsed::unmarked;
use crate::semantic::values::{InstanceId, Token, Values};
use crate::syntax::script::{ExprId, ExprKind, Logical, RegionKind, Script};

/// The result code of an answer that holds what was asked for.
const SUCCESS: &str = "10000";

/// Conditions are looked into no deeper than this.
const DEEPEST: u32 = 24;

/// What is known of the answer. A success need not have a code at all, so that a code which is
/// not the one of a success says nothing as long as there may be none.
#[derive(Clone, Copy, Default)]
struct Known {
    failed: bool,
    has_code: bool,
    is_other_code: bool,
}

impl Known {
    const FAILED: Self = Self { failed: true, has_code: false, is_other_code: false };

    fn has_failed(self) -> bool {
        self.failed || (self.has_code && self.is_other_code)
    }

    fn and(self, other: Self) -> Self {
        Self {
            failed: self.failed || other.failed,
            has_code: self.has_code || other.has_code,
            is_other_code: self.is_other_code || other.is_other_code,
        }
    }

    /// What is known where only one of two conditions need hold.
    fn common(self, other: Self) -> Self {
        Self {
            failed: self.has_failed() && other.has_failed(),
            has_code: self.has_code && other.has_code,
            is_other_code: self.is_other_code && other.is_other_code,
        }
    }
}

/// What a value is to the answer that would hold the credential.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// It, or the member that a success always has.
    Given,
    /// A member that only a failure has.
    Failed,
    /// The result code.
    Code,
}

/// A reader of the conditions in one copy of a function.
pub(in crate::semantic) struct Failures<'a> {
    pub(in crate::semantic) platform: &'a Platform,
    pub(in crate::semantic) values: &'a Values,
    pub(in crate::semantic) script: &'a Script,
    pub(in crate::semantic) instance: InstanceId,
    pub(in crate::semantic) credential: Credential,
}

impl Failures<'_> {
    /// Whether `expr` is evaluated only where the question came to nothing.
    pub(in crate::semantic) fn are_at(&self, expr: ExprId) -> bool {
        let regions = self.script.enclosing(self.script.expr(expr).region);
        let known = regions.map(|(_, region)| match region.kind {
            RegionKind::Branch { condition, taken } => self.implied(condition, taken, DEEPEST),
            RegionKind::Case { subject, test: Some(test) } => self.equal(subject, test, true),
            RegionKind::Beside { subject, test } => self.equal(subject, test, false),
            _ => Known::default(),
        });
        known.fold(Known::default(), Known::and).has_failed()
    }

    /// What follows from `condition` being `taken`.
    fn implied(&self, condition: ExprId, taken: bool, depth: u32) -> Known {
        let Some(depth) = depth.checked_sub(1) else { return Known::default() };
        match self.script.kind(condition) {
            ExprKind::Not(operand) => self.implied(*operand, !taken, depth),
            ExprKind::Logical { operator, left, right } => {
                let (left, right) =
                    (self.implied(*left, taken, depth), self.implied(*right, taken, depth));
                match (operator, taken) {
                    (Logical::And, true) | (Logical::Or, false) => left.and(right),
                    (Logical::And, false) | (Logical::Or, true) => left.common(right),
                    (Logical::Nullish, _) => Known::default(),
                }
            }
            ExprKind::Binary { operator, left, right } => {
                let Some(is_equal) = operator.equality(taken) else { return Known::default() };
                let known = self.equal(*left, *right, is_equal);
                known.and(self.equal(*right, *left, is_equal))
            }
            _ => match (self.part(condition), taken) {
                (Some(Part::Given), false) | (Some(Part::Failed), true) => Known::FAILED,
                (Some(Part::Code), true) => Known { has_code: true, ..Known::default() },
                _ => self
                    .script
                    .held_at(condition)
                    .map_or_else(Known::default, |held| self.implied(held, taken, depth)),
            },
        }
    }

    /// What follows from `code` being the constant `text`, or from not being it.
    fn equal(&self, code: ExprId, text: ExprId, is_equal: bool) -> Known {
        let ExprKind::String(text) = self.script.kind(text) else { return Known::default() };
        let text = self.script.name(*text);
        if text.is_empty() || self.part(code) != Some(Part::Code) {
            return Known::default();
        }
        match (is_equal, text == SUCCESS) {
            (true, false) => Known::FAILED,
            (false, true) => Known { is_other_code: true, ..Known::default() },
            _ => Known::default(),
        }
    }

    /// What `expr` is to the answer, if it is never anything else.
    fn part(&self, expr: ExprId) -> Option<Part> {
        let node = self.values.value(self.instance, self.script, expr)?;
        let mut parts = self.values.of(node).into_iter().map(|token| match token {
            Token::Host(path) => self.named(self.values.symbols.text(path)),
            _ => None,
        });
        let first = parts.next()??;
        parts.all(|part| part == Some(first)).then_some(first)
    }

    fn named(&self, path: &str) -> Option<Part> {
        let path = unmarked(path);
        let (api, member) = path.split_once("()")?;
        let (namespace, name) = api.rsplit_once('.')?;
        if !self.platform.is_namespace(namespace) {
            return None;
        }
        let is_asked = match self.platform.api(name)?.kind {
            ApiKind::AuthCode => self.credential == Credential::Code,
            ApiKind::ConsentBound { scope } => {
                scope == "phoneNumber" && self.credential == Credential::Phone
            }
            _ => false,
        };
        let mut names = member.split('.').filter(|name| !matches!(*name, "" | "response"));
        match (names.next(), names.next()) {
            _ if !is_asked => None,
            (None | Some("authCode"), None) => Some(Part::Given),
            (Some("code"), None) => Some(Part::Code),
            (Some(name), None) if FAILED.contains(&name) => Some(Part::Failed),
            _ => None,
        }
    }
}
