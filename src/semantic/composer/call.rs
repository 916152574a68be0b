//! What calls give back.

use crate::semantic::values::CallKind;
use crate::syntax::script::{Call, ExprKind, Script};

use super::{At, Composer, Frame, MOST_TEXTS, Text};

impl<'a> Composer<'a> {
    /// What a call gives back: what its functions return, or the text that it is called on.
    pub(super) fn called(
        &mut self,
        script: &'a Script,
        at: At<'_>,
        call: &Call,
        depth: u32,
    ) -> Vec<Text> {
        if let ExprKind::Member { object, property, .. } = script.kind(call.callee) {
            match script.name(*property) {
                "concat" => {
                    let mut texts = self.look(At { expr: *object, ..at }, depth);
                    for argument in &call.arguments {
                        texts = self.join(texts, At { expr: argument.value, ..at }, depth);
                    }
                    return texts;
                }
                "trim" | "toString" => return self.look(At { expr: *object, ..at }, depth),
                _ => {}
            }
        }
        let values = self.origins.values;
        let function = script.expr(at.expr).function;
        let copy = values.holder(at.instance, function);
        let caller = copy.map(|copy| values.instance(copy).function(function));
        let graph = self.origins.graph;
        let edges = caller.into_iter().flat_map(|caller| graph.from(caller));
        let run: Vec<Frame> = edges
            .filter_map(|(_, edge)| {
                let by = edge.call?;
                let site = values.call(by);
                let is_it = site.expr == at.expr && site.kind == CallKind::Call;
                is_it.then_some((edge.to, by))
            })
            .collect();
        let mut all = Vec::new();
        for (to, by) in run.iter().take(MOST_TEXTS) {
            let (instance, function) = values.function(*to);
            let file = values.instance(instance).file;
            let frames: Vec<Frame> =
                std::iter::once((*to, *by)).chain(at.frames.iter().copied()).collect();
            let returns = self.origins.script(file).map(|it| &it.function(function).returns);
            for expr in returns.into_iter().flatten() {
                all.extend(self.look(At { instance, expr: *expr, frames: &frames }, depth));
            }
        }
        match all.is_empty() {
            true => self.followed(script, at),
            false => all,
        }
    }
}
