//! What must hold where an expression runs: conditions on constants, answers and grants.

use crate::platform::{ApiKind, Confirmed, Platform};
use crate::syntax::script::{
    Binary, BindingKind, ExprId, ExprKind, Logical, RegionId, RegionKind, Script,
};

use super::check::Checks;
use super::flag::Flags;
use super::values::{InstanceId, Token, Values};

/// What is known to hold at a place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Guard {
    /// It never runs: a condition on constants.
    pub never: bool,
    /// The user has just agreed in a dialog.
    pub confirmed: bool,
    /// What was checked.
    pub checks: Checks,
}

impl Guard {
    fn and(self, other: Self) -> Self {
        Self {
            never: self.never || other.never,
            confirmed: self.confirmed || other.confirmed,
            checks: self.checks.or(other.checks),
        }
    }

    /// What holds where only one of two conditions need hold.
    fn common(self, other: Self) -> Self {
        Self {
            never: self.never && other.never,
            confirmed: self.confirmed && other.confirmed,
            checks: self.checks.and(other.checks),
        }
    }
}

/// Conditions are looked into no deeper than this.
const DEEPEST: u32 = 24;

/// A reader of the conditions in one instance.
pub(super) struct Conditions<'a> {
    pub(super) values: &'a Values,
    pub(super) platform: &'a Platform,
    pub(super) script: &'a Script,
    pub(super) instance: InstanceId,
    pub(super) flags: &'a Flags,
    /// The expression whose conditions are read.
    pub(super) at: ExprId,
}

impl Conditions<'_> {
    /// What holds in `region`.
    pub(super) fn guard(&self, region: RegionId) -> Guard {
        let regions = self.script.enclosing(region);
        regions.map(|(_, region)| self.of(region.kind)).fold(Guard::default(), Guard::and)
    }

    fn of(&self, region: RegionKind) -> Guard {
        match region {
            RegionKind::Branch { condition, taken } => self.implied(condition, taken, DEEPEST),
            RegionKind::Case { subject, test: Some(_) } if self.is_choice(subject) => {
                Guard { confirmed: true, ..Guard::default() }
            }
            _ => Guard::default(),
        }
    }

    /// What follows from `condition` being `taken`.
    fn implied(&self, condition: ExprId, taken: bool, depth: u32) -> Guard {
        let Some(depth) = depth.checked_sub(1) else { return Guard::default() };
        match self.script.kind(condition) {
            ExprKind::Bool(value) => Guard { never: *value != taken, ..Guard::default() },
            ExprKind::Not(operand) => self.implied(*operand, !taken, depth),
            ExprKind::Logical { operator, left, right } => {
                let (left, right) =
                    (self.implied(*left, taken, depth), self.implied(*right, taken, depth));
                match (operator, taken) {
                    (Logical::And, true) | (Logical::Or, false) => left.and(right),
                    _ => left.common(right),
                }
            }
            ExprKind::Binary { operator, left, right } => {
                self.compared(*operator, *left, *right, taken, depth)
            }
            ExprKind::Sequence(values) => {
                values.last().map_or(Guard::default(), |last| self.implied(*last, taken, depth))
            }
            _ => self.atom(condition, taken),
        }
    }

    fn compared(
        &self,
        operator: Binary,
        left: ExprId,
        right: ExprId,
        taken: bool,
        depth: u32,
    ) -> Guard {
        let (equal, differs) = (
            matches!(operator, Binary::Equal | Binary::Same),
            matches!(operator, Binary::NotEqual | Binary::NotSame),
        );
        if equal || differs {
            for (value, constant) in [(left, right), (right, left)] {
                if let ExprKind::Bool(expected) = self.script.kind(constant) {
                    return self.implied(value, *expected == (taken == equal), depth);
                }
            }
        }
        let chosen = self.is_choice(left) || self.is_choice(right);
        let is_code = (equal || differs) && (self.is_code(left) || self.is_code(right));
        let checks =
            if is_code && taken == equal { Checks::RESULT_CODE } else { Checks::default() };
        Guard { confirmed: chosen && (taken != differs), checks, ..Guard::default() }
    }

    /// A condition that is a value.
    fn atom(&self, expr: ExprId, taken: bool) -> Guard {
        let mut guard = Guard { never: self.is_constant(expr, !taken), ..Guard::default() };
        let function = self.script.expr(self.at).function;
        if self.flags.is_spent(self.script, function, expr, (taken, self.at)) {
            guard.checks = guard.checks.or(Checks::FIRST_TIME);
        }
        for path in self.paths(expr) {
            let is_support = self.is_support(path);
            if is_support || self.is_api(path) {
                guard.checks = guard.checks.or(Checks::SUPPORT);
            }
            if taken && is_support {
                guard.checks = guard.checks.or(Checks::CAN_I_USE);
            }
            let Some((api, member)) = self.answer(path) else { continue };
            match api {
                ApiKind::Dialog { confirmed: Confirmed::Truthy(name) } => {
                    guard.confirmed |= (member == name && taken) || (member == "cancel" && !taken);
                }
                ApiKind::Setting if taken => match member {
                    "authSetting.userInfo" | "authSetting.scope.userInfo" => {
                        guard.checks = guard.checks.or(Checks::USER_INFO);
                    }
                    "authSetting.phoneNumber" | "authSetting.scope.phoneNumber" => {
                        guard.checks = guard.checks.or(Checks::PHONE_NUMBER);
                    }
                    _ => {
                        let device = member.strip_prefix("authSetting.").map(Checks::device);
                        guard.checks = guard.checks.or(device.unwrap_or_default());
                    }
                },
                _ => {}
            }
        }
        guard
    }

    /// Whether `expr` is the position that the user chose in a list.
    fn is_choice(&self, expr: ExprId) -> bool {
        self.paths(expr).into_iter().any(|path| match self.answer(path) {
            Some((ApiKind::Dialog { confirmed: Confirmed::Index(name) }, member)) => member == name,
            _ => false,
        })
    }

    /// Whether `expr` is the result code of an answer.
    fn is_code(&self, expr: ExprId) -> bool {
        self.paths(expr).into_iter().any(|path| path.contains("().") && path.ends_with(".code"))
    }

    /// Whether `path` is what `canIUse` says.
    fn is_support(&self, path: &str) -> bool {
        let call = path.strip_suffix("()").and_then(|call| call.rsplit_once('.'));
        call.is_some_and(|(namespace, name)| {
            let api = self.platform.api(name).map(|api| api.kind);
            self.platform.is_namespace(namespace) && matches!(api, Some(ApiKind::CanIUse))
        })
    }

    /// Whether `path` is an API itself, which is there or not.
    fn is_api(&self, path: &str) -> bool {
        path.rsplit_once('.').is_some_and(|(namespace, name)| {
            self.platform.is_namespace(namespace) && self.platform.api(name).is_some()
        })
    }

    /// The API and the member of its answer that a host path is.
    fn answer<'p>(&self, path: &'p str) -> Option<(&'static ApiKind, &'p str)> {
        let (call, member) = path.split_once("().")?;
        let (namespace, name) = call.rsplit_once('.')?;
        self.platform.is_namespace(namespace).then_some(())?;
        Some((self.platform.api(name)?.kind, member))
    }

    fn paths(&self, expr: ExprId) -> Vec<&str> {
        let Some(node) = self.values.value(self.instance, self.script, expr) else {
            return Vec::new();
        };
        let paths = self.values.of(node).into_iter().filter_map(|token| match token {
            Token::Host(path) => Some(self.values.symbols.text(path)),
            _ => None,
        });
        paths.collect()
    }

    /// Whether a constant variable is always `value`.
    fn is_constant(&self, expr: ExprId, value: bool) -> bool {
        let ExprKind::Binding(binding) = self.script.kind(expr) else { return false };
        let binding = self.script.binding(*binding);
        if binding.kind != BindingKind::Const || binding.writes.len() != 1 {
            return false;
        }
        let ExprKind::Assign { value: written, .. } = self.script.kind(binding.writes[0]) else {
            return false;
        };
        matches!(self.script.kind(*written), ExprKind::Bool(constant) if *constant == value)
    }
}
