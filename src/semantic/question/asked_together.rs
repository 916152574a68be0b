//! The scopes that one `getAuthCode` call asks for together, also where its callers and other
//! modules name them.
//!
//! What a parameter holds is told for one caller at a time, so that what different callers hand
//! over is never taken for one list.

use std::cell::Cell;

use crate::project::Project;
use crate::semantic::Semantics;
use crate::semantic::composer::Frame;
use crate::semantic::composer::handing::Limits;
use crate::semantic::origin::Origins;
use crate::semantic::site::ApiCall;
use crate::semantic::site::asked::{Asked, joined, named};
use crate::semantic::values::At;
use crate::semantic::values::FunctionNode;
use crate::source::FileSpan;
use crate::syntax::File;
use crate::syntax::script::{Argument, BindingId, Call, ExprId, ExprKind, Key, Property, Script};

/// Conditions, lists and variables are looked through no deeper than this.
const DEEPEST: u32 = 12;

/// How many expressions are looked at for one call.
const STEPS: u32 = 2000;

/// No more alternatives are told apart.
const MOST: usize = 32;

/// No more callers are looked at for one call.
const LIMITS: Limits = Limits { most: MOST, keeps_rest: false };

/// How many expressions behind a list are searched for what is added to it.
const FAR: usize = 400;

/// Why a value cannot be told yet: it depends on who calls this function.
struct Uncalled(FunctionNode);

type Told<T> = Result<T, Uncalled>;

impl Semantics {
    /// The lists of scopes that `call` can ask for together.
    #[must_use]
    pub fn asked_together(
        &self,
        files: &[File],
        project: &Project,
        call: ApiCall,
    ) -> Vec<Vec<Asked>> {
        let reader = Reader { origins: self.origins(files, project), left: Cell::new(STEPS) };
        let Some(options) = reader.origins.argument(call.call, 0) else { return Vec::new() };
        let caller = self.values.call(call.call).caller;
        let ways = self.handed(caller, LIMITS, |way| match reader.scopes(options, &way.frames) {
            Ok(lists) => (lists, None),
            Err(Uncalled(function)) => (Vec::new(), Some(function)),
        });
        ways.into_iter().flat_map(|(_, lists)| lists).collect()
    }
}

struct Reader<'a> {
    origins: Origins<'a>,
    /// How many expressions may still be looked at.
    left: Cell<u32>,
}

impl<'a> Reader<'a> {
    fn scopes(&self, options: At, callers: &[Frame]) -> Told<Vec<Vec<Asked>>> {
        match self.member(options, "scopes", callers, DEEPEST)? {
            Some(scopes) => self.lists(scopes, callers, DEEPEST),
            None => Ok(Vec::new()),
        }
    }

    /// What `at` can be, each alternative as the list of its scopes.
    fn lists(&self, at: At, callers: &[Frame], depth: u32) -> Told<Vec<Vec<Asked>>> {
        let Some(depth) = self.step(depth) else { return Ok(Vec::new()) };
        let Some((script, at)) = self.written(at, callers, depth)? else { return Ok(Vec::new()) };
        let At(instance, expr) = at;
        let here = |expr| At(instance, expr);
        let either = |one: ExprId, other: ExprId| {
            let mut lists = self.lists(here(one), callers, depth)?;
            lists.extend(self.lists(here(other), callers, depth)?);
            Ok(lists)
        };
        let mut lists = match script.kind(expr) {
            ExprKind::String(name) => vec![named(script.name(*name), self.place(script, at))],
            ExprKind::Conditional { yes, no, .. } => either(*yes, *no)?,
            ExprKind::Logical { left, right, .. } => either(*left, *right)?,
            ExprKind::Array(items) => {
                let lists = self.items(at, items, vec![Vec::new()], callers, depth)?;
                self.pushed(script, at, lists, callers, depth)?
            }
            ExprKind::Call(call) => match of_list(script, call) {
                Some((list, "concat")) => {
                    let lists = self.lists(here(list), callers, depth)?;
                    self.items(at, &call.arguments, lists, callers, depth)?
                }
                Some((list, _)) => self.lists(here(list), callers, depth)?,
                None => Vec::new(),
            },
            _ => Vec::new(),
        };
        lists.truncate(MOST);
        Ok(lists)
    }

    /// `lists` with what `items`, which stand at `list`, add to each.
    fn items(
        &self,
        At(instance, _): At,
        items: &[Argument],
        mut lists: Vec<Vec<Asked>>,
        callers: &[Frame],
        depth: u32,
    ) -> Told<Vec<Vec<Asked>>> {
        for item in items {
            let at = At(instance, item.value);
            let mut added = self.lists(at, callers, depth)?;
            // What stands for one scope is at fault where it is listed, not where it is defined.
            if let [list] = added.as_mut_slice()
                && let [scope] = list.as_mut_slice()
                && let Some(script) = self.script(at)
            {
                scope.at = self.place(script, at);
            }
            lists = joined(lists, added);
        }
        Ok(lists)
    }

    /// `lists` of the array at `list`, with what is added to the variable that it is written to, in
    /// any case and before the call.
    fn pushed(
        &self,
        script: &'a Script,
        list: At,
        mut lists: Vec<Vec<Asked>>,
        callers: &[Frame],
        depth: u32,
    ) -> Told<Vec<Vec<Asked>>> {
        let own = script.expr(list.1);
        let is_own = |binding: BindingId| {
            let writes = &script.binding(binding).writes;
            matches!(writes.as_slice(), [write] if script.value_written(*write) == Some(list.1))
        };
        let is_push = |kind: &ExprKind| match kind {
            ExprKind::Member { object, property, .. } => {
                let is_own = matches!(script.kind(*object), ExprKind::Binding(it) if is_own(*it));
                is_own && script.name(*property) == "push"
            }
            _ => false,
        };
        let behind = script.exprs.iter().skip(list.1.0 as usize).take(FAR);
        let mut behind = behind.peekable();
        while let Some(expr) = behind.next() {
            match &expr.kind {
                // What comes after another use may come too late.
                ExprKind::Binding(binding)
                    if is_own(*binding)
                        && !behind.peek().is_some_and(|next| is_push(&next.kind)) =>
                {
                    break;
                }
                ExprKind::Call(call)
                    if expr.function == own.function
                        && expr.region == own.region
                        && is_push(script.kind(call.callee)) =>
                {
                    lists = self.items(list, &call.arguments, lists, callers, depth)?;
                }
                _ => {}
            }
        }
        Ok(lists)
    }

    /// What the object at `at` is written with as its member `name`.
    fn member(&self, at: At, name: &str, callers: &[Frame], depth: u32) -> Told<Option<At>> {
        let Some(depth) = self.step(depth) else { return Ok(None) };
        let Some((script, At(instance, expr))) = self.written(at, callers, depth)? else {
            return Ok(None);
        };
        let ExprKind::Object(members) = script.kind(expr) else { return Ok(None) };
        for member in members.iter().rev() {
            match member {
                Property::Value { key: Key::Name(key, _), value } if script.name(*key) == name => {
                    return Ok(Some(At(instance, *value)));
                }
                Property::Spread(value) => {
                    let found = self.member(At(instance, *value), name, callers, depth)?;
                    if found.is_some() {
                        return Ok(found);
                    }
                }
                _ => {}
            }
        }
        Ok(None)
    }

    /// The expression that `at` stands for: what a variable that is written once holds, what the
    /// caller hands over, what an object has; itself, if it is none of these.
    fn written(&self, at: At, callers: &[Frame], depth: u32) -> Told<Option<(&'a Script, At)>> {
        let mut at = at;
        for _ in 0..depth {
            let Some(script) = self.script(at) else { return Ok(None) };
            let At(instance, expr) = at;
            let next = match script.kind(expr) {
                ExprKind::Binding(binding) => self.held(script, at, *binding),
                ExprKind::Param(position) => {
                    let values = self.origins.values;
                    let function = script.expr(expr).function;
                    let Some(copy) = values.holder(instance, function) else { return Ok(None) };
                    let function = values.instance(copy).function(function);
                    let caller = callers.iter().find(|(called, _)| *called == function);
                    let Some((_, call)) = caller else { return Err(Uncalled(function)) };
                    self.origins.argument(*call, *position)
                }
                ExprKind::Member { object, property, .. } => {
                    let name = script.name(*property);
                    let object = At(instance, *object);
                    match self.member(object, name, callers, depth.saturating_sub(1))? {
                        Some(found) => Some(found),
                        None => self.exported(object, name),
                    }
                }
                _ => return Ok(Some((script, at))),
            };
            match next.filter(|_| self.step(1).is_some()) {
                Some(next) => at = next,
                None => return Ok(None),
            }
        }
        Ok(None)
    }

    /// What a variable holds that is written once or imported.
    fn held(&self, script: &Script, At(instance, _): At, binding: BindingId) -> Option<At> {
        match script.binding(binding).writes.as_slice() {
            [] => {
                let file = self.origins.values.instance(instance).file;
                let imported = self.origins.imported(script, file, binding);
                if let [at] = imported.as_slice() { Some(*at) } else { None }
            }
            [write] => script.value_written(*write).map(|value| At(instance, value)),
            _ => None,
        }
    }

    /// What the module at `object` exports as `name`.
    fn exported(&self, At(instance, expr): At, name: &str) -> Option<At> {
        let script = self.script(At(instance, expr))?;
        let values = self.origins.values;
        let node = values.value(instance, script, expr)?;
        match values.of(node).as_slice() {
            [crate::semantic::values::Token::Exports(file)] => {
                match self.origins.exported(*file, name).as_slice() {
                    [at] => Some(*at),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// One level less, if there is one, and the program's part of the work is not done.
    fn step(&self, depth: u32) -> Option<u32> {
        self.left.set(self.left.get().checked_sub(1)?);
        depth.checked_sub(1)
    }

    fn script(&self, At(instance, _): At) -> Option<&'a Script> {
        let file = self.origins.values.instance(instance).file;
        self.origins.files.get(file.index())?.script()
    }

    fn place(&self, script: &Script, At(instance, expr): At) -> FileSpan {
        let file = self.origins.values.instance(instance).file;
        FileSpan::new(file, script.expr(expr).span)
    }
}

/// The list of which `call` gives back all, and how: `list.concat(…)`, `list.join(',')`.
fn of_list<'a>(script: &'a Script, call: &Call) -> Option<(ExprId, &'a str)> {
    let ExprKind::Member { object, property, .. } = script.kind(call.callee) else { return None };
    let name = script.name(*property);
    matches!(name, "concat" | "join" | "split").then_some((*object, name))
}
