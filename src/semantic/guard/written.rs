//! What a value can be, as it is written: of the `action` that a helper answers with
//! `{ action: 'accept' }` where the user agrees and with `{ action: 'cancel' }` otherwise, both texts.
//!
//! Followed are variables that are written once, members of object literals, parameters, what
//! functions give back and what fulfils promises.

use std::cell::{OnceCell, RefCell};

use crate::semantic::symbols::hidden;
use crate::semantic::values::At;
use crate::semantic::values::{CallId, CallKind, FunctionNode, InstanceId, Node, Token, Values};
use crate::syntax::File;
use crate::syntax::script::{Call, ExprId, ExprKind, FunctionId, Property, Script};

use super::fulfilled::Fulfilled;
use rustc_hash::FxHashMap;

/// No more expressions are looked at for one value.
const MOST_PARTS: u32 = 48;

/// Something that a value can be.
#[derive(Clone, PartialEq, Eq)]
pub(in crate::semantic) struct Written {
    /// Where it is written.
    pub(in crate::semantic) at: At,
    /// The expressions that hand it on from there, the last first, itself included.
    pub(in crate::semantic) way: Vec<At>,
    /// Whether it is an object that lacks what was asked for.
    pub(in crate::semantic) lacks: bool,
}

/// A reader of what values can be.
pub(in crate::semantic) struct Sources<'a> {
    files: &'a [File],
    values: &'a Values,
    /// What fulfils promises.
    pub(in crate::semantic) fulfilled: RefCell<Fulfilled<'a>>,
    runs: OnceCell<Runs>,
}

/// Who runs which functions.
#[derive(Default)]
struct Runs {
    /// The calls that run a function.
    into: FxHashMap<FunctionNode, Vec<CallId>>,
    /// What a plain call runs.
    from: FxHashMap<At, Vec<FunctionNode>>,
}

/// One search.
struct Search<'s, 'a> {
    sources: &'s Sources<'a>,
    left: u32,
    way: Vec<At>,
    found: Vec<Written>,
}

impl<'a> Sources<'a> {
    /// A reader in `files`, whose values are known.
    pub(in crate::semantic) fn new(files: &'a [File], values: &'a Values) -> Self {
        let fulfilled = RefCell::new(Fulfilled::new(files, values));
        Self { files, values, fulfilled, runs: OnceCell::new() }
    }

    /// All that the expression `at` can be; `None` where it may be something else. What is not
    /// followed further stands for itself.
    pub(in crate::semantic) fn of(&self, at: At) -> Option<Vec<Written>> {
        let mut search =
            Search { sources: self, left: MOST_PARTS, way: Vec::new(), found: Vec::new() };
        search.add(at)?;
        Some(search.found)
    }

    /// The calls that run `function`, as seen in `instance`.
    pub(in crate::semantic) fn runners(
        &self,
        instance: InstanceId,
        function: FunctionId,
    ) -> &[CallId] {
        let copy = self.values.holder(instance, function);
        let node = copy.map(|copy| self.values.instance(copy).function(function));
        node.and_then(|node| self.runs().into.get(&node)).map_or(&[], Vec::as_slice)
    }

    /// The script of `instance`.
    pub(in crate::semantic) fn script(&self, instance: InstanceId) -> Option<&'a Script> {
        self.files.get(self.values.instance(instance).file.index())?.script()
    }

    fn runs(&self) -> &Runs {
        self.runs.get_or_init(|| {
            let mut runs = Runs::default();
            for edge in &self.values.edges {
                let site = self.values.call(edge.call);
                runs.into.entry(edge.to).or_default().push(edge.call);
                if site.kind == CallKind::Call {
                    runs.from.entry(At(site.instance, site.expr)).or_default().push(edge.to);
                }
            }
            runs
        })
    }
}

impl Search<'_, '_> {
    /// Adds what `at` can be.
    fn add(&mut self, at: At) -> Option<()> {
        self.way.push(at);
        let added = self.add_behind(at);
        self.way.pop();
        added
    }

    fn add_behind(&mut self, at: At) -> Option<()> {
        self.left = self.left.checked_sub(1)?;
        let At(instance, expr) = at;
        let script = self.sources.script(instance)?;
        if let Some(returned) = self.returned(at, false) {
            return returned.into_iter().try_for_each(|at| self.add(at));
        }
        match script.kind(expr) {
            ExprKind::Binding(binding) => self.add(At(instance, script.only_value(*binding)?)),
            ExprKind::Assign { value, .. } => self.add(At(instance, *value)),
            ExprKind::Conditional { yes, no, .. } => {
                self.add(At(instance, *yes))?;
                self.add(At(instance, *no))
            }
            ExprKind::Member { object, property, .. } => {
                let node = self.sources.values.value(instance, script, *object)?;
                self.add_members(node, script.name(*property))
            }
            ExprKind::Param(position) => {
                self.add_given(instance, script.expr(expr).function, *position)
            }
            ExprKind::Await(value) => self.add_fulfilled(At(instance, *value)),
            _ => {
                let way = self.way.clone();
                self.found.push(Written { at, way, lacks: false });
                Some(())
            }
        }
    }

    /// Adds what the literals that `node` can be have as their member `name`.
    fn add_members(&mut self, node: Node, name: &str) -> Option<()> {
        let values = self.sources.values;
        let mut objects = values.each(node).peekable();
        objects.peek().filter(|_| !values.is_cut(node))?;
        for object in objects {
            let Token::Object(place) = object else { return None };
            let (instance, expr) = values.place(place)?;
            let script = self.sources.script(instance)?;
            let ExprKind::Object(members) = script.kind(expr) else { return None };
            let is_plain = members.iter().all(|it| !matches!(it, Property::Spread(_)));
            values.property(object, hidden::ANY).is_none().then_some(())?;
            match script.member_value(members, name) {
                Some(value) => self.add(At(instance, value))?,
                None if is_plain => {
                    let at = At(instance, expr);
                    let way = self.way.iter().copied().chain([at]).collect();
                    self.found.push(Written { at, way, lacks: true });
                }
                None => return None,
            }
        }
        Some(())
    }

    /// Adds what is handed over to `function`, as seen in `instance`, as argument `position`.
    fn add_given(
        &mut self,
        instance: InstanceId,
        function: FunctionId,
        position: u32,
    ) -> Option<()> {
        let sources = self.sources;
        let calls = sources.runners(instance, function);
        calls.first()?;
        for call in calls {
            let site = sources.values.call(*call);
            let script = sources.script(site.instance)?;
            let ExprKind::Call(call) = script.kind(site.expr) else { return None };
            match site.kind {
                CallKind::Call | CallKind::New if call.arguments.len() == site.arguments.len() => {
                    let mut arguments = call.arguments.iter();
                    let given = arguments.find(|it| it.position == position && !it.spread)?;
                    self.add(At(site.instance, given.value))?;
                }
                CallKind::Continuation { rejected: false } if position == 0 => {
                    self.add_fulfilled(At(site.instance, goes_on_after(script, call)?))?;
                }
                _ => return None,
            }
        }
        Some(())
    }

    /// Adds what the promise `at` is fulfilled with.
    fn add_fulfilled(&mut self, at: At) -> Option<()> {
        self.left = self.left.checked_sub(1)?;
        let At(instance, expr) = at;
        let script = self.sources.script(instance)?;
        let settled = At(instance, script.held_at(expr).unwrap_or(expr));
        if let Some(returned) = self.returned(settled, true) {
            return returned.into_iter().try_for_each(|at| self.add_given_back(at));
        }
        let values = self.sources.values;
        let node = values.value(instance, script, expr)?;
        let mut promises = values.each(node).peekable();
        promises.peek().filter(|_| !values.is_cut(node))?;
        for promise in promises {
            let Token::Promise(promise) = promise else { return None };
            self.add_settled(promise)?;
        }
        Some(())
    }

    /// Adds what an `async` function or a `then` gives back with `at`, be it a promise or not.
    fn add_given_back(&mut self, at: At) -> Option<()> {
        match self.sources.script(at.0)?.kind(at.1) {
            ExprKind::Call(_) => self.add_fulfilled(at),
            _ => self.add(at),
        }
    }

    /// Adds what the promise that `promise` makes is fulfilled with.
    fn add_settled(&mut self, promise: Node) -> Option<()> {
        let (instance, expr) = self.sources.values.place(promise)?;
        let script = self.sources.script(instance)?;
        let ExprKind::Call(call) = script.kind(expr) else { return None };
        if !call.is_new {
            goes_on_after(script, call)?;
            let [next] = &call.arguments[..] else { return None };
            let ExprKind::Function(next) = script.kind(next.value) else { return None };
            let returned = &script.function(*next).returns;
            returned.first()?;
            return returned.iter().try_for_each(|it| self.add_given_back(At(instance, *it)));
        }
        let calls = self.sources.fulfilled.borrow_mut().fulfilling(promise)?;
        calls.first()?;
        for (instance, call) in calls {
            let ExprKind::Call(call) = script.kind(call) else { return None };
            let [given] = &call.arguments[..] else { return None };
            self.add_given_back(At(instance, given.value))?;
        }
        Some(())
    }

    /// What the functions that `call` runs give back, if all are known and `async`, or not.
    fn returned(&self, call: At, is_async: bool) -> Option<Vec<At>> {
        let values = self.sources.values;
        let mut all = Vec::new();
        for node in self.sources.runs().from.get(&call)? {
            let (instance, function) = values.function(*node);
            let function = self.sources.script(instance)?.function(function);
            let is_meant = function.is_async == is_async && !function.is_generator;
            function.returns.first().filter(|_| is_meant)?;
            all.extend(function.returns.iter().map(|it| At(instance, *it)));
        }
        Some(all)
    }
}

/// What `call` goes on after, if it is a `then`.
fn goes_on_after(script: &Script, call: &Call) -> Option<ExprId> {
    match script.kind(call.callee) {
        ExprKind::Member { object, property, .. } if script.name(*property) == "then" => {
            Some(*object)
        }
        _ => None,
    }
}
