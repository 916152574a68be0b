//! What a `setData` sets on each way to it: `toggle(show) { this.setData({ show }) }`.

use std::collections::BTreeMap;

use crate::project::Project;
use crate::semantic::Semantics;
use crate::semantic::composer::handing::{Limits, Way};
use crate::semantic::composer::{Composer, Frame};
use crate::semantic::markup::Literal;
use crate::semantic::values::{CallId, FunctionNode, InstanceId};
use crate::syntax::File;
use crate::syntax::script::{Call, ExprId, ExprKind, Key, Property, RegionKind, Script};

/// Of what is called from more places, the rest is not told apart.
const LIMITS: Limits = Limits { most: 32, keeps_rest: true };

/// Conditions and values are looked into no deeper than this.
const DEEPEST: u32 = 8;

/// What a `setData` sets on one way to it.
#[derive(Clone, Debug, Default)]
pub(in crate::semantic) struct Setting {
    /// The data that get a constant that was handed over, by key.
    pub(in crate::semantic) handed: BTreeMap<String, Literal>,
    /// Whether what is handed over keeps it from being called.
    pub(in crate::semantic) is_never: bool,
}

/// A look at one `setData` on one way.
struct Look<'a> {
    semantics: &'a Semantics,
    files: &'a [File],
    project: &'a Project,
    /// The function that is handed what is not known.
    handed: Option<FunctionNode>,
}

impl Semantics {
    /// What `call` of `setData` sets, on each way on which that differs.
    pub(in crate::semantic) fn settings(
        &self,
        files: &[File],
        project: &Project,
        call: CallId,
    ) -> Vec<(Way, Setting)> {
        self.handed(self.values.call(call).caller, LIMITS, |way| {
            let mut look = Look { semantics: self, files, project, handed: None };
            let mut setting = Setting { is_never: look.is_never(way, call), ..Setting::default() };
            if !setting.is_never {
                setting.handed = look.data(way, call);
            }
            (setting, look.handed)
        })
    }
}

impl<'a> Look<'a> {
    /// The data that get a constant on `way`.
    fn data(&mut self, way: &Way, call: CallId) -> BTreeMap<String, Literal> {
        let site = self.semantics.values.call(call);
        let script = self.script(site.instance);
        let options = script.and_then(|script| match script.kind(site.expr) {
            ExprKind::Call(Call { arguments, .. }) => Some((script, arguments.first()?.value)),
            _ => None,
        });
        let Some((script, options)) = options else { return BTreeMap::new() };
        let ExprKind::Object(members) = script.kind(options) else { return BTreeMap::new() };
        let mut data = BTreeMap::new();
        for member in members {
            let Property::Value { key, value } = member else { continue };
            let key = match key {
                Key::Name(name, _) => Some(script.name(*name).to_owned()),
                Key::Computed(key) => match self.constant((site.instance, *key), &way.frames) {
                    Some(Literal::Text(key)) => Some(key),
                    _ => None,
                },
            };
            if !is_plain(script, *value, DEEPEST) {
                continue;
            }
            // What is written there is told with all other values, but for members of enums.
            let is_told = way.frames.is_empty() && !is_member(script, *value);
            let value = self.constant((site.instance, *value), &way.frames);
            data.extend(key.zip(value).filter(|_| !is_told));
        }
        data
    }

    fn constant(&mut self, at: (InstanceId, ExprId), frames: &[Frame]) -> Option<Literal> {
        let origins = self.semantics.origins(self.files, self.project);
        let texts = Composer::strict(origins).texts(at, frames);
        self.handed = self.handed.or(texts.handed);
        texts.only().cloned()
    }

    /// Whether a condition on the way to `call` does not hold.
    fn is_never(&mut self, way: &Way, call: CallId) -> bool {
        if self.is_kept_from(call, &way.frames) {
            return true;
        }
        let mut rest = way.frames.as_slice();
        while let Some(((_, call), outer)) = rest.split_first() {
            if self.is_kept_from(*call, outer) {
                return true;
            }
            rest = outer;
        }
        false
    }

    fn is_kept_from(&mut self, call: CallId, frames: &[Frame]) -> bool {
        let site = self.semantics.values.call(call);
        let Some(script) = self.script(site.instance) else { return false };
        let region = script.expr(site.expr).region;
        script.enclosing(region).any(|(_, region)| {
            let (condition, taken) = match region.kind {
                RegionKind::Branch { condition, taken } => (condition, taken),
                RegionKind::Case { subject, test } => {
                    return self.is_other_case((site.instance, script), (subject, test), frames);
                }
                RegionKind::Beside { subject, test } => {
                    return self.is_case((site.instance, script), (subject, test), frames)
                        == Some(true);
                }
                _ => return false,
            };
            if !is_plain(script, condition, DEEPEST) {
                return false;
            }
            let origins = self.semantics.origins(self.files, self.project);
            let (holds, handed) =
                Composer::strict(origins).holds((site.instance, condition), frames);
            self.handed = self.handed.or(handed);
            holds == Some(!taken)
        })
    }

    /// Whether the case `test` of a `switch` over `subject` does not run; `None` is `default`.
    fn is_other_case(
        &mut self,
        (instance, script): (InstanceId, &Script),
        (subject, test): (ExprId, Option<ExprId>),
        frames: &[Frame],
    ) -> bool {
        let mut is_case = |test| self.is_case((instance, script), (subject, test), frames);
        match test.map(|test| (test, script.kind(test))) {
            Some((_, ExprKind::Unknown(joined))) => {
                joined.iter().all(|test| is_case(*test) == Some(false))
            }
            Some((test, _)) => is_case(test) == Some(false),
            None => script.cases(subject).any(|test| is_case(test) == Some(true)),
        }
    }

    /// Whether the `subject` of a `switch` is the value of its case `test`.
    fn is_case(
        &mut self,
        (instance, script): (InstanceId, &Script),
        (subject, test): (ExprId, ExprId),
        frames: &[Frame],
    ) -> Option<bool> {
        if ![subject, test].iter().all(|it| is_plain(script, *it, DEEPEST)) {
            return None;
        }
        let value = self.constant((instance, subject), frames)?;
        self.constant((instance, test), frames)?.equals(&value)
    }

    fn script(&self, instance: InstanceId) -> Option<&'a Script> {
        let file = self.semantics.values.instance(instance).file;
        self.files.get(file.index())?.script()
    }
}

fn is_member(script: &Script, expr: ExprId) -> bool {
    matches!(script.kind(expr), ExprKind::Member { .. })
}

/// Whether `expr` is made of variables, their members and constants alone, as what is handed over as a
/// switch is.
fn is_plain(script: &Script, expr: ExprId, depth: u32) -> bool {
    let Some(depth) = depth.checked_sub(1) else { return false };
    match script.kind(expr) {
        ExprKind::Binding(_)
        | ExprKind::Bool(_)
        | ExprKind::Number(_)
        | ExprKind::String(_)
        | ExprKind::Undefined
        | ExprKind::Null => true,
        kind @ (ExprKind::Member { .. }
        | ExprKind::Not(_)
        | ExprKind::Binary { .. }
        | ExprKind::Logical { .. }
        | ExprKind::Conditional { .. }
        | ExprKind::Template(_)) => {
            kind.operands().into_iter().all(|operand| is_plain(script, operand, depth))
        }
        _ => false,
    }
}
