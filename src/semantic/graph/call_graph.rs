//! Who can run whom, and under which conditions.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::Range;

use crate::platform::Platform;
use crate::semantic::guard::flag::Flags;
use crate::semantic::guard::lacking::Lacking;
use crate::semantic::guard::sign::Signs;
use crate::semantic::guard::unread_dialog::UnreadDialogs;
use crate::semantic::guard::written::Sources;
use crate::semantic::guard::{Conditions, Guard, Known};
use crate::semantic::symbols::hidden;
use crate::semantic::values::{CallId, CallSite, FunctionNode, InstanceId, Token, TokenId, Values};
use crate::source::{FileId, FileSpan, Span};
use crate::syntax::File;
use crate::syntax::script::{Expr, ExprId, ExprKind, FunctionId, MODULE, Script};

use rustc_hash::FxHashMap;

/// That one function can run another.
#[derive(Clone, Debug)]
pub struct Edge {
    /// Who runs it.
    pub from: FunctionNode,
    /// What is run.
    pub to: FunctionNode,
    /// The call; `None` where loading a module runs its top level.
    pub call: Option<CallId>,
    /// The place of the call's callee, or of the module's name.
    pub at: FileSpan,
    /// What holds where it happens.
    pub guard: Guard,
}

/// All edges, by the function they start from.
#[derive(Clone, Debug, Default)]
pub struct CallGraph {
    /// The edges.
    pub edges: Vec<Edge>,
    /// Where the edges from each function start, and where the last ones end.
    first: Vec<u32>,
    /// The edges by the function that they lead to.
    into: Vec<u32>,
    /// Where those to each function start in `into`, and where the last ones end.
    first_into: Vec<u32>,
    /// What holds at each call.
    guards: Vec<Guard>,
}

impl CallGraph {
    /// The call graph that `values` give.
    #[must_use]
    pub fn new(files: &[File], platform: &Platform, values: &Values) -> Self {
        let flags: Vec<Flags> = files.iter().map(flags).collect();
        let signs = Signs::new(platform, values);
        let lacking = Lacking::new(files, values);
        let unread = UnreadDialogs::new(values);
        let sources = Sources::new(files, values);
        let known = Known {
            platform,
            values,
            flags: &flags,
            signs: &signs,
            lacking: &lacking,
            unread: &unread,
            sources: &sources,
        };
        let reader = Guards { known, placed: RefCell::default() };
        let guards: Vec<Guard> = values.calls.iter().map(|site| reader.guard(site)).collect();
        let mut edges: Vec<Edge> = values
            .edges
            .iter()
            .map(|edge| {
                let site = values.call(edge.call);
                let at = place(files, values, site);
                let guard = guards[edge.call.0 as usize];
                Edge { from: site.caller, to: edge.to, call: Some(edge.call), at, guard }
            })
            .collect();
        for (file, target, span) in &values.loads {
            edges.extend(load(files, values, *file, *target, *span));
        }
        let count = values.function_count();
        let (first, mut order) = grouped(count, edges.iter().map(|edge| edge.from));
        for run in first.windows(2) {
            order[run[0] as usize..run[1] as usize].sort_by_key(|at| {
                let edge = &edges[*at as usize];
                (edge.at, edge.to, edge.call)
            });
        }
        let edges: Vec<Edge> = order.iter().map(|at| edges[*at as usize].clone()).collect();
        let (first_into, into) = grouped(count, edges.iter().map(|edge| edge.to));
        Self { edges, first, into, first_into, guards }
    }

    /// The edges that start from `function`, with their indices.
    pub fn from(&self, function: FunctionNode) -> impl Iterator<Item = (u32, &Edge)> {
        run(&self.first, function).map(|at| (at, &self.edges[at as usize]))
    }

    /// The edges that lead to `function`.
    pub fn into(&self, function: FunctionNode) -> impl Iterator<Item = &Edge> {
        self.into_indexed(function).map(|(_, edge)| edge)
    }

    /// The edges that lead to `function`, with their indices.
    pub fn into_indexed(&self, function: FunctionNode) -> impl Iterator<Item = (u32, &Edge)> {
        run(&self.first_into, function).map(|place| {
            let at = self.into[place as usize];
            (at, &self.edges[at as usize])
        })
    }

    /// All functions that running `functions` can run, themselves included.
    #[must_use]
    pub fn closure(&self, functions: &[FunctionNode]) -> BTreeSet<FunctionNode> {
        self.closure_within(functions, &|_| true)
    }

    /// The same, without those that `may_enter` forbids and what only they run.
    #[must_use]
    pub fn closure_within(
        &self,
        functions: &[FunctionNode],
        may_enter: &dyn Fn(FunctionNode) -> bool,
    ) -> BTreeSet<FunctionNode> {
        let mut seen: BTreeSet<FunctionNode> = functions.iter().copied().collect();
        let mut work = functions.to_vec();
        while let Some(function) = work.pop() {
            let next = self.from(function).filter(|(_, edge)| !edge.guard.never);
            let next = next.map(|(_, edge)| edge.to).filter(|to| may_enter(*to));
            work.extend(next.filter(|to| seen.insert(*to)));
        }
        seen
    }

    /// Takes `edges`, by their indices, for such as nothing ever runs along.
    pub(in crate::semantic) fn rule_out(&mut self, edges: Vec<u32>) {
        for at in edges {
            if let Some(edge) = self.edges.get_mut(at as usize) {
                edge.guard.never = true;
            }
        }
    }

    /// What holds at `call`.
    #[must_use]
    pub fn guard(&self, call: CallId) -> Guard {
        self.guards[call.0 as usize]
    }
}

/// What belongs to `owners`, out of `count` functions, by its owner: where in the list that of each
/// function starts, and where the last ends; the list, of indices of `owners`.
fn grouped(
    count: usize,
    owners: impl Iterator<Item = FunctionNode> + Clone,
) -> (Vec<u32>, Vec<u32>) {
    let mut starts = vec![0; count + 1];
    for owner in owners.clone() {
        starts[owner.0 as usize + 1] += 1;
    }
    for at in 1..=count {
        starts[at] += starts[at - 1];
    }
    let (mut list, mut free) = (vec![0; starts[count] as usize], starts.clone());
    for (owner, at) in owners.zip(0..) {
        let place = &mut free[owner.0 as usize];
        list[*place as usize] = at;
        *place += 1;
    }
    (starts, list)
}

/// The places that `starts` gives `function`.
fn run(starts: &[u32], function: FunctionNode) -> Range<u32> {
    starts[function.0 as usize]..starts[function.0 as usize + 1]
}

fn flags(file: &File) -> Flags {
    file.script().map(Flags::new).unwrap_or_default()
}

/// A reader of what holds where calls happen.
struct Guards<'a> {
    known: Known<'a>,
    /// What holds where promises are fulfilled, as far as it was asked.
    placed: RefCell<FxHashMap<(InstanceId, ExprId), Option<Guard>>>,
}

impl Guards<'_> {
    fn guard(&self, site: &CallSite) -> Guard {
        let Known { signs, sources, .. } = self.known;
        let mut guard = self.at(site.instance, site.expr);
        guard.confirmed |= self.known.is_confirmation(site.kind);
        if signs.has_agreements {
            guard = guard.and(self.agreed(site));
        }
        let known = |calls: &[(InstanceId, ExprId)]| {
            let fulfils = calls.iter().filter_map(|(copy, call)| self.placed(*copy, *call));
            let known = fulfils.reduce(Guard::common).unwrap_or_default();
            Guard { never: false, ..known }
        };
        let calls = sources.fulfilled.borrow_mut().calls(site);
        guard = guard.and(known(&calls));
        let before = sources.fulfilled.borrow_mut().before(site);
        before.iter().fold(guard, |guard, calls| guard.and(known(calls)))
    }

    /// What holds where `call` fulfils a promise.
    fn placed(&self, copy: InstanceId, call: ExprId) -> Option<Guard> {
        if let Some(known) = self.placed.borrow().get(&(copy, call)) {
            return *known;
        }
        let placed = Conditions::new(self.known, copy, call).map(|it| it.placed(call));
        self.placed.borrow_mut().insert((copy, call), placed);
        placed
    }

    /// What holds because `site` goes on after dialogs that the user can only agree to.
    fn agreed(&self, site: &CallSite) -> Guard {
        let Known { sources, values, .. } = self.known;
        let waited_for = sources.fulfilled.borrow_mut().waited_for(site);
        let agreed = waited_for.into_iter().filter_map(|node| {
            let tokens = values.sets.get(node).iter();
            let unread: Option<Vec<bool>> = tokens.map(|token| self.is_agreement(*token)).collect();
            let unread = unread?.into_iter().reduce(|all, it| all || it)?;
            Some(Guard { confirmed: true, unread, ..Guard::default() })
        });
        agreed.fold(Guard::default(), Guard::and)
    }

    /// Whether `token` is the answer to dialogs that the user can only agree to, or a promise that
    /// nothing else fulfils; then, whether one is of code that was not read.
    fn is_agreement(&self, token: TokenId) -> Option<bool> {
        let Known { signs, sources, values, .. } = self.known;
        let unread =
            |token: TokenId| signs.of(token).filter(|it| it.is_agreement).map(|it| it.unread);
        let Token::Promise(promise) = values.token(token) else { return unread(token) };
        let answers = values.property(values.token(token), hidden::VALUE)?;
        let answers = values.sets.get(answers).iter().map(|answer| unread(*answer));
        let unread =
            answers.collect::<Option<Vec<bool>>>()?.into_iter().reduce(|all, it| all || it)?;
        sources.fulfilled.borrow_mut().is_handed_over(promise).then_some(unread)
    }

    /// What the conditions around `at` say.
    fn at(&self, instance: InstanceId, at: ExprId) -> Guard {
        let conditions = Conditions::new(self.known, instance, at);
        conditions.map_or_else(Guard::default, |it| it.guard())
    }
}

/// The place of what `site` calls.
#[must_use]
pub fn place(files: &[File], values: &Values, site: &CallSite) -> FileSpan {
    let file = values.instance(site.instance).file;
    let Some(script) = files[file.index()].script() else {
        return FileSpan::new(file, Span::default());
    };
    let expr = script.expr(site.expr);
    let span = match &expr.kind {
        ExprKind::Call(call) if !matches!(script.kind(call.callee), ExprKind::Function(_)) => {
            named_last(script, call.callee)
        }
        ExprKind::Call(_) => Span::new(expr.span.start, expr.span.start.saturating_add(1)),
        _ => expr.span,
    };
    FileSpan::new(file, span)
}

/// The place of `callee`, of `(0, exports.start)` that of what is called.
fn named_last(script: &Script, callee: ExprId) -> Span {
    let last = match script.kind(callee) {
        ExprKind::Sequence(values) => values.last().copied(),
        _ => None,
    };
    let last = last.filter(|it| !matches!(script.kind(*it), ExprKind::Function(_)));
    script.expr(last.unwrap_or(callee)).span
}

fn load(files: &[File], values: &Values, file: FileId, target: FileId, span: Span) -> Option<Edge> {
    let (from, to) = (values.base(file)?, values.base(target)?);
    let script = files[file.index()].script()?;
    let required = requiring(script, span);
    let never = required.is_some_and(|expr| script.region(expr.region).never);
    Some(Edge {
        from: values.instance(from).function(required.map_or(MODULE, |expr| expr.function)),
        to: values.instance(to).function(MODULE),
        call: None,
        at: FileSpan::new(file, span),
        guard: Guard { never, ..Guard::default() },
    })
}

/// The function that a `require` at `span` stands in.
pub(in crate::semantic) fn loader(script: &Script, span: Span) -> FunctionId {
    requiring(script, span).map_or(MODULE, |expr| expr.function)
}

/// The `require` of the module that is named at `span`.
fn requiring(script: &Script, span: Span) -> Option<&Expr> {
    let mut calls = script.calls();
    let found = calls.find(|(_, _, call)| {
        call.arguments.first().is_some_and(|first| script.expr(first.value).span == span)
    });
    found.map(|(_, expr, _)| expr)
}
