//! What a component does not set as it opens, for want of a property: of `if (this.props.show)
//! this.setData({ visible: true })` nothing, where the page gives it `show="{{open}}"` and its `open` is
//! false until a tap.

use crate::project::UnitId;
use crate::semantic::Semantics;
use crate::semantic::entry::Trigger;
use crate::semantic::guard::condition::bare;
use crate::semantic::markup::{Given, Render};
use crate::semantic::values::{CallId, InstanceId, Token};
use crate::syntax::File;
use crate::syntax::script::{ExprId, ExprKind, RegionKind, Script};

use super::visible::LaunchData;

/// Of a component that more units use than this nothing is told.
const MOST_PARENTS: usize = 256;

impl Semantics {
    /// Whether `call` stands under a condition on a property that no use of the component fulfils as
    /// entries of `trigger` run, when units put `data` into theirs.
    pub(in crate::semantic) fn is_withheld(
        &self,
        files: &[File],
        (trigger, data): (Trigger, &LaunchData),
        call: CallId,
    ) -> bool {
        let site = self.values.call(call);
        let file = self.values.instance(site.instance).file;
        let Some(script) = files[file.index()].script() else { return false };
        let mut around = script.enclosing(script.expr(site.expr).region);
        around.any(|(_, region)| {
            let RegionKind::Branch { condition, taken } = region.kind else { return false };
            let (condition, taken) = bare(script, condition, taken);
            let condition = script.held_at(condition).unwrap_or(condition);
            let Some((unit, name)) = self.property_of(site.instance, script, condition) else {
                return false;
            };
            let mut truths = self.uses(unit, trigger).into_iter().flatten().map(|render| {
                self.given_truth((files, data), render, name).is_some_and(|truth| truth != taken)
            });
            truths.next().is_some_and(|first| first && truths.all(|other| other))
        })
    }

    /// The component whose property `expr` is, and the property's name.
    fn property_of<'s>(
        &self,
        instance: InstanceId,
        script: &'s Script,
        expr: ExprId,
    ) -> Option<(UnitId, &'s str)> {
        let ExprKind::Member { object, property, .. } = script.kind(expr) else { return None };
        let mut tokens = self.values.each(self.values.value(instance, script, *object)?);
        match (tokens.next(), tokens.next()) {
            (Some(Token::Props(unit)), None) => Some((unit, script.name(*property))),
            _ => None,
        }
    }

    /// The uses of `unit` in what `trigger` opens; `None` where they are too many.
    fn uses(&self, unit: UnitId, trigger: Trigger) -> Option<Vec<&Render>> {
        let parents = self.screens.parents(unit);
        if parents.len() > MOST_PARENTS {
            return None;
        }
        let mut parents: Vec<UnitId> = parents.to_vec();
        parents.sort_unstable();
        parents.dedup();
        let opened = parents.into_iter().filter(|it| self.screens.start(*it) == trigger);
        let renders = opened.flat_map(|parent| self.markup.renders_of(parent));
        Some(renders.filter(|render| render.child == unit).collect())
    }

    /// Whether what `render` gives for `name` is true once the units have put `data` into theirs.
    fn given_truth(
        &self,
        (files, data): (&[File], &LaunchData),
        render: &Render,
        name: &str,
    ) -> Option<bool> {
        match render.property(name) {
            Some(Given::Value(_, term)) => {
                term.truth(&|datum| self.at_launch(files, data, datum).0)
            }
            Some(Given::Functions(_)) => None,
            None => {
                let registered = self.registered(render.child, "props");
                self.literal(files, &registered, &[name.to_owned()]).map(|it| it.is_true())
            }
        }
    }
}
