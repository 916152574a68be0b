//! Which comparisons of a result code are made with other values, too: of a helper that the code of the
//! program's own server is given to as well.

use std::collections::{BTreeMap, BTreeSet};

use crate::semantic::values::{CallKind, CallSite, FunctionNode, InstanceId, Node, Token};
use crate::source::FileId;
use crate::syntax::script::{BindingKind, ExprId, ExprKind, Script};

use super::scan::Scan;

/// A value that is a member of members is followed no further than this.
const MOST_STEPS: usize = 16;

impl Scan<'_> {
    /// Those of `codes`, expressions by file, that can be anything but parts of answers: in any copy
    /// of their functions, or because a call hands over what is not known.
    pub(super) fn shared(&self, codes: &BTreeSet<(FileId, ExprId)>) -> BTreeSet<(FileId, ExprId)> {
        let mut shared = BTreeSet::new();
        if codes.is_empty() {
            return shared;
        }
        let values = self.program.values;
        let mut handed: BTreeMap<FunctionNode, BTreeMap<u32, Vec<_>>> = BTreeMap::new();
        for (id, instance) in (0..).map(InstanceId).zip(&values.instances) {
            let file = instance.file;
            let Some(script) = self.program.files[file.index()].script() else { continue };
            let (from, to) = instance.extent.exprs;
            for (_, code) in codes.range((file, ExprId(from))..(file, ExprId(to))).copied() {
                if values.value(id, script, code).is_some_and(|node| !self.holds_answers(node)) {
                    shared.insert((file, code));
                }
                if let Some((at, param)) = parameter(script, code)
                    && let function = script.expr(param).function
                    && instance.holds(function)
                {
                    let function = instance.function(function);
                    handed.entry(function).or_default().entry(at).or_default().push((file, code));
                }
            }
        }
        for edge in &values.edges {
            let Some(codes) = handed.get_mut(&edge.to) else { continue };
            let call = values.call(edge.call);
            codes.retain(|at, codes| {
                let hands = self.hands_answer(call, *at);
                if !hands {
                    shared.append(&mut codes.drain(..).collect());
                }
                hands
            });
        }
        shared
    }

    /// Whether what `call` hands over as argument number `at` is a part of an answer.
    fn hands_answer(&self, call: &CallSite, at: u32) -> bool {
        match call.kind {
            CallKind::Escape => false,
            CallKind::Call | CallKind::New => {
                call.arguments.get(at as usize).is_none_or(|(node, is_spread)| {
                    let is_empty = self.program.values.sets.get(*node).is_empty();
                    !is_spread && !is_empty && self.holds_answers(*node)
                })
            }
            _ => true,
        }
    }

    /// Whether `node` holds nothing but parts of answers.
    fn holds_answers(&self, node: Node) -> bool {
        let values = self.program.values;
        let mut held = values.sets.get(node).iter();
        held.all(|id| self.parts.contains_key(id) || values.token(*id) == Token::Nothing)
    }
}

/// The parameter, by its position and as an expression, out of which `expr` is taken.
fn parameter(script: &Script, expr: ExprId) -> Option<(u32, ExprId)> {
    let mut expr = expr;
    for _ in 0..MOST_STEPS {
        expr = match script.kind(expr) {
            ExprKind::Param(at) => return Some((*at, expr)),
            ExprKind::Member { object, .. } => *object,
            ExprKind::Binding(binding) => {
                let declared = script.binding(*binding);
                match (declared.kind, &declared.writes[..]) {
                    (BindingKind::Param, [write]) => script.value_written(*write)?,
                    _ => Some(script.settled(expr)).filter(|it| *it != expr)?,
                }
            }
            _ => return None,
        };
    }
    None
}
