//! Variables of which a script does nothing but tell what they hold: in a log, a dialog, the address of a
//! page, or a text that is made for these alone.

use crate::platform::is_logger;
use crate::semantic::origin::text_member::only_reads;
use crate::source::Span;
use crate::syntax::script::{
    Binary, BindingId, BindingKind, ExprId, ExprKind, FunctionId, Logical, RegionKind, Script,
    Target,
};

use super::composed::operands;
use rustc_hash::{FxHashMap, FxHashSet};

/// The variables of `script` that are read for more than to tell or test what they hold. The calls
/// `tellers` show what they are given, or go to it.
pub(super) fn used_variables(script: &Script, tellers: &[ExprId]) -> FxHashSet<BindingId> {
    let telling = Telling::new(script, tellers);
    let mut reads: FxHashMap<BindingId, u32> = FxHashMap::default();
    let mut search = Search { script, seen: FxHashSet::default(), told: FxHashMap::default() };
    let (mut tested, mut or_else) = (Vec::new(), FxHashSet::default());
    for (id, expr) in script.exprs() {
        match &expr.kind {
            ExprKind::Binding(binding) => {
                *reads.entry(*binding).or_default() += 1;
                if telling.holds(expr.span, expr.function) {
                    search.visit(id);
                }
            }
            ExprKind::Conditional { test, .. } => tested.push(*test),
            // What is true goes on as the value.
            ExprKind::Logical { operator: Logical::Or | Logical::Nullish, left, .. } => {
                or_else.insert(*left);
            }
            // `text += more`
            ExprKind::Assign { target: Target::Binding(binding), value } => {
                if let ExprKind::Binary { operator: Binary::Add, left, .. } = script.kind(*value)
                    && *script.kind(*left) == ExprKind::Binding(*binding)
                {
                    search.visit(*left);
                }
            }
            _ => {}
        }
    }
    tested.extend(script.regions.iter().filter_map(|region| match region.kind {
        RegionKind::Branch { condition, .. } => Some(condition).filter(|it| !or_else.contains(it)),
        _ => None,
    }));
    search.test(tested);
    search.look_through(&reads);
    let is_told = |binding: &BindingId| search.told.get(binding) == reads.get(binding);
    reads.keys().copied().filter(|binding| !is_told(binding)).collect()
}

/// The places that tell something.
struct Telling {
    /// Of what is in the arguments of a log, all.
    logs: Vec<Span>,
    /// Of the others what is no function of its own.
    others: Vec<(Span, FunctionId)>,
}

impl Telling {
    fn new(script: &Script, tellers: &[ExprId]) -> Self {
        let mut logs = Vec::new();
        for (_, expr, call) in script.calls() {
            let ExprKind::Member { object, .. } = script.kind(call.callee) else { continue };
            let ExprKind::Global(name) = script.kind(*object) else { continue };
            if is_logger(script.name(*name)) {
                logs.push(expr.span);
            }
        }
        logs.sort_unstable_by_key(|span| span.start);
        let tellers = tellers.iter().map(|call| script.expr(*call));
        let mut others: Vec<_> = tellers.map(|expr| (expr.span, expr.function)).collect();
        others.sort_unstable_by_key(|(span, _)| span.start);
        Self { logs, others }
    }

    /// Whether what stands at `span` in `function` is told.
    fn holds(&self, span: Span, function: FunctionId) -> bool {
        let before = self.logs.partition_point(|log| log.start <= span.start);
        let log = before.checked_sub(1).and_then(|at| self.logs.get(at));
        let before = self.others.partition_point(|(other, _)| other.start <= span.start);
        let other = before.checked_sub(1).and_then(|at| self.others.get(at));
        log.is_some_and(|log| span.end <= log.end)
            || other.is_some_and(|(other, its)| span.end <= other.end && function == *its)
    }
}

struct Search<'a> {
    script: &'a Script,
    seen: FxHashSet<ExprId>,
    /// How often each variable is read to be told or tested.
    told: FxHashMap<BindingId, u32>,
}

impl Search<'_> {
    /// Counts `expr` where it reads a variable; `false` where it was counted before.
    fn visit(&mut self, expr: ExprId) -> bool {
        let is_new = self.seen.insert(expr);
        if let ExprKind::Binding(binding) = self.script.kind(expr)
            && is_new
        {
            *self.told.entry(*binding).or_default() += 1;
        }
        is_new
    }

    /// The object of `member`, if that is read for it alone: what a pattern takes apart is read once for
    /// all that it takes.
    fn alone(&self, member: ExprId, object: ExprId) -> Option<ExprId> {
        let (member, object_span) = (self.script.expr(member), self.script.expr(object).span);
        member.span.contains(object_span).then_some(object)
    }

    /// Counts what conditions only test.
    fn test(&mut self, mut work: Vec<ExprId>) {
        while let Some(expr) = work.pop() {
            if !self.visit(expr) {
                continue;
            }
            match self.script.kind(expr) {
                ExprKind::Not(operand) | ExprKind::TypeOf(operand) => work.push(*operand),
                ExprKind::Logical { left, right, .. } => work.extend([*left, *right]),
                ExprKind::Binary { operator, left, right } if *operator != Binary::Add => {
                    work.extend([*left, *right]);
                }
                ExprKind::Member { object, .. } => work.extend(self.alone(expr, *object)),
                ExprKind::Call(call) => {
                    if let ExprKind::Member { object, property, .. } = self.script.kind(call.callee)
                        && only_reads(self.script.name(*property))
                    {
                        work.push(*object);
                    }
                }
                _ => {}
            }
        }
    }

    /// Counts what goes into variables of which all reads are counted.
    fn look_through(&mut self, reads: &FxHashMap<BindingId, u32>) {
        let script = self.script;
        let is_local = |binding: BindingId| script.binding(binding).kind != BindingKind::Param;
        let mut work: Vec<BindingId> = self.told.keys().copied().collect();
        let mut done = FxHashSet::default();
        while let Some(binding) = work.pop() {
            let is_told = self.told.get(&binding) == reads.get(&binding);
            if !is_told || !is_local(binding) || !done.insert(binding) {
                continue;
            }
            let writes = script.binding(binding).writes.iter();
            let mut parts: Vec<ExprId> =
                writes.filter_map(|write| script.value_written(*write)).collect();
            while let Some(part) = parts.pop() {
                if !self.visit(part) {
                    continue;
                }
                match script.kind(part) {
                    ExprKind::Binding(inner) => work.push(*inner),
                    ExprKind::Member { object, .. } => parts.extend(self.alone(part, *object)),
                    _ => parts.extend(operands(script, part)),
                }
            }
        }
    }
}
