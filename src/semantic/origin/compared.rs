//! Texts that a script only compares with others, tells the user, or names in a log or an error: nothing is
//! asked for at an address that is used so.

use std::collections::BTreeSet;

use crate::platform::is_logger;
use crate::syntax::script::{Binary, BindingId, ExprId, ExprKind, RegionKind, Script, Target};

/// So many uses of one text are looked at.
const MOST_USES: usize = 64;

/// What uses what in a script.
pub struct Compared<'a> {
    script: &'a Script,
    /// Operands with what uses them, in order.
    users: Vec<(ExprId, ExprId)>,
    /// Variables with what reads them, in order.
    reads: Vec<(BindingId, ExprId)>,
    /// What the cases of `switch` compare with.
    cases: BTreeSet<ExprId>,
}

impl<'a> Compared<'a> {
    /// The uses in `script`.
    #[must_use]
    pub fn new(script: &'a Script) -> Self {
        let (mut users, mut reads) = (Vec::new(), Vec::new());
        for (id, expr) in script.exprs() {
            users.extend(expr.kind.operands().into_iter().map(|operand| (operand, id)));
            if let ExprKind::Binding(binding) = expr.kind {
                reads.push((binding, id));
            }
        }
        users.sort_unstable();
        reads.sort_unstable();
        let tests = script.regions.iter().filter_map(|region| match region.kind {
            RegionKind::Case { test, .. } => test,
            _ => None,
        });
        Self { script, users, reads, cases: tests.collect() }
    }

    /// Whether `text` is used, and only so.
    #[must_use]
    pub fn is_only(&self, text: ExprId) -> bool {
        let mut work = vec![text];
        let mut seen = BTreeSet::new();
        while let Some(expr) = work.pop() {
            if !seen.insert(expr) {
                continue;
            }
            let users: Vec<ExprId> = of(&self.users, expr).take(MOST_USES).collect();
            let is_used = self.cases.contains(&expr) || !users.is_empty();
            if !is_used || seen.len() + users.len() > MOST_USES {
                return false;
            }
            for user in users {
                match self.passed_on(expr, user) {
                    Some(on) => work.extend(on),
                    None => return false,
                }
            }
        }
        true
    }

    /// What `user` makes of `expr`, to be looked at in turn: nothing where it only compares or tells
    /// it; `None` where that is not known.
    fn passed_on(&self, expr: ExprId, user: ExprId) -> Option<Vec<ExprId>> {
        match self.script.kind(user) {
            ExprKind::Binary { operator: Binary::Add, .. }
            | ExprKind::Template(_)
            | ExprKind::Array(_)
            | ExprKind::Logical { .. }
            | ExprKind::Conditional { .. } => Some(vec![user]),
            ExprKind::Unknown(_) if self.cases.contains(&user) => Some(Vec::new()),
            ExprKind::Binary { operator, .. } => {
                let is_test = matches!(
                    operator,
                    Binary::Equal | Binary::NotEqual | Binary::Same | Binary::NotSame
                );
                is_test.then(Vec::new)
            }
            ExprKind::Assign { target: Target::Binding(binding), .. } => {
                let reads: Vec<ExprId> = of(&self.reads, *binding).take(MOST_USES).collect();
                (!reads.is_empty()).then_some(reads)
            }
            ExprKind::Object(_) => self.is_shown(user).then(Vec::new),
            ExprKind::Member { property, .. } => {
                let is_test = is_test(self.script.name(*property));
                let mut calls = of(&self.users, user).map(|call| self.script.kind(call));
                let is_called =
                    calls.all(|it| matches!(it, ExprKind::Call(call) if call.callee == user));
                (is_test && is_called).then(Vec::new)
            }
            ExprKind::Call(call) if call.callee != expr => {
                let is_told = match self.script.kind(call.callee) {
                    ExprKind::Global(name) => self.script.name(*name).ends_with("Error"),
                    ExprKind::Member { object, property, .. } => {
                        is_test(self.script.name(*property)) || self.is_log(*object)
                    }
                    _ => false,
                };
                is_told.then(Vec::new)
            }
            _ => None,
        }
    }

    /// Whether `literal`, which holds a text, is handed to what shows it and nothing else.
    fn is_shown(&self, literal: ExprId) -> bool {
        let mut users = of(&self.users, literal).peekable();
        users.peek().is_some()
            && users.all(|user| {
                let ExprKind::Call(call) = self.script.kind(user) else { return false };
                match self.script.kind(call.callee) {
                    ExprKind::Member { property, .. } => shows(self.script.name(*property)),
                    _ => false,
                }
            })
    }

    fn is_log(&self, object: ExprId) -> bool {
        match self.script.kind(object) {
            ExprKind::Global(name) => is_logger(self.script.name(*name)),
            _ => false,
        }
    }
}

/// Whether an API only shows what it is given, or gives it to the user to take along.
fn shows(api: &str) -> bool {
    matches!(api, "setClipboard" | "alert" | "confirm" | "showToast" | "showModal")
}

/// Whether a method of texts or lists only tells whether something is in them.
fn is_test(method: &str) -> bool {
    matches!(
        method,
        "indexOf"
            | "lastIndexOf"
            | "includes"
            | "startsWith"
            | "endsWith"
            | "search"
            | "match"
            | "test"
            | "some"
            | "every"
    )
}

/// What stands beside `key` in `all`, which are in order.
fn of<K: Ord, V: Copy>(all: &[(K, V)], key: K) -> impl Iterator<Item = V> {
    let first = all.partition_point(|it| it.0 < key);
    all.iter().skip(first).take_while(move |it| it.0 == key).map(|it| it.1)
}
