//! Own functions that keep something in the storage, or look it up there, for their callers:
//! `getLocal('asked')`, `store.set(key, value)`. What they do counts for the call that names the key.

use crate::semantic::Semantics;
use crate::semantic::guard::flag::{option, stored_key};
use crate::semantic::values::At;
use crate::semantic::values::{CallId, CallKind, FunctionNode, Token};
use crate::syntax::File;
use crate::syntax::script::{Binary, Call, ExprId, ExprKind, Script};

use super::remembered::{Gives, gives_back};

/// Helpers of helpers no deeper than this.
const DEEPEST: u32 = 3;

/// One call of the storage is asked for by no more calls than this, those of helpers of helpers included.
const MOST_CALLS: usize = 256;

/// A key has no more parts than this.
const MOST_PARTS: usize = 16;

/// One use of the storage.
#[derive(Clone, Debug)]
pub(in crate::semantic) struct Use {
    /// The call that names the key: of the storage, or of a helper.
    pub(in crate::semantic) call: CallId,
    pub(in crate::semantic) key: String,
    /// What the call gives.
    pub(in crate::semantic) gives: Gives,
    /// What is written.
    pub(in crate::semantic) value: Option<At>,
}

/// A use of which the key may depend on what a function is given.
struct Draft {
    call: CallId,
    key: Vec<Part>,
    gives: Gives,
    value: Option<Given>,
}

/// A part of a key.
#[derive(Clone)]
enum Part {
    Text(String),
    /// What the function is given there.
    Param(u32),
}

/// What is written.
#[derive(Clone, Copy)]
enum Given {
    Here(At),
    Param(u32),
}

/// Looks for uses.
pub(in crate::semantic) struct Keeping<'a> {
    pub(in crate::semantic) files: &'a [File],
    pub(in crate::semantic) semantics: &'a Semantics,
}

impl<'a> Keeping<'a> {
    /// The uses that `call`, a call of the storage itself, stands for; none where nothing runs it,
    /// `None` where a key is not known.
    pub(in crate::semantic) fn uses(&self, call: CallId) -> Option<Vec<Use>> {
        let (At(instance, _), script, made) = self.call(call)?;
        let key = self.parts(At(instance, stored_key(script, made)?), MOST_PARTS)?;
        let second = || made.arguments.get(1).map(|it| it.value);
        let value = option(script, made, "data").or_else(second);
        let value = value.map(|value| given(script, At(instance, value)));
        let mut uses = Vec::new();
        let (draft, mut left) = (Draft { call, key, gives: Gives::Answer, value }, MOST_CALLS);
        self.lift(draft, DEEPEST, &mut left, &mut uses)?;
        Some(uses)
    }

    /// Adds what `draft` comes to: itself, or the calls of its function that name the key.
    fn lift(&self, draft: Draft, depth: u32, left: &mut usize, uses: &mut Vec<Use>) -> Option<()> {
        let Draft { call, key, gives, value } = draft;
        if key.iter().all(|part| matches!(part, Part::Text(_))) {
            let texts = key.into_iter().map(|part| match part {
                Part::Text(text) => text,
                Part::Param(_) => String::new(),
            });
            let value = value.and_then(|value| match value {
                Given::Here(at) => Some(at),
                Given::Param(_) => None,
            });
            uses.push(Use { call, key: texts.collect(), gives, value });
            return Some(());
        }
        let depth = depth.checked_sub(1)?;
        let Semantics { values, graph, .. } = self.semantics;
        let (At(_, expr), script, _) = self.call(call)?;
        let function: FunctionNode = values.call(call).caller;
        let returned = gives_back(script, values.function(function).1, (expr, gives));
        for edge in graph.into(function) {
            *left = left.checked_sub(1)?;
            let call = edge.call?;
            let (At(instance, _), script, made) = self.call(call)?;
            let at = |position: &u32| {
                let argument = made.arguments.get(*position as usize)?;
                Some(At(instance, argument.value))
            };
            let mut parts = Vec::new();
            for part in &key {
                match part {
                    Part::Text(_) => parts.push(part.clone()),
                    Part::Param(position) => parts.extend(self.parts(at(position)?, MOST_PARTS)?),
                }
            }
            let value = match value {
                Some(Given::Param(position)) => at(&position).map(|it| given(script, it)),
                value => value,
            };
            let gives = returned;
            self.lift(Draft { call, key: parts, gives, value }, depth, left, uses)?;
        }
        Some(())
    }

    /// Where `call` stands, its script and what it is there, if it is plain.
    fn call(&self, call: CallId) -> Option<(At, &'a Script, &'a Call)> {
        let values = &self.semantics.values;
        let site = values.call(call);
        let script = self.files.get(values.instance(site.instance).file.index())?.script()?;
        let ExprKind::Call(made) = script.kind(site.expr) else { return None };
        let is_plain = site.kind == CallKind::Call
            && made.arguments.len() == site.arguments.len()
            && made.arguments.iter().all(|it| !it.spread);
        is_plain.then_some((At(site.instance, site.expr), script, made))
    }

    /// The parts that the text `at` is made of.
    fn parts(&self, at: At, left: usize) -> Option<Vec<Part>> {
        let left = left.checked_sub(1)?;
        let At(instance, expr) = at;
        let values = &self.semantics.values;
        let script = self.files.get(values.instance(instance).file.index())?.script()?;
        let all = |parts: &mut dyn Iterator<Item = Option<Vec<Part>>>| {
            let parts: Option<Vec<Vec<Part>>> = parts.collect();
            parts.map(|parts| parts.concat()).filter(|parts| parts.len() <= MOST_PARTS)
        };
        let text = |name| vec![Part::Text(script.name(name).to_owned())];
        match script.kind(expr) {
            ExprKind::String(name) => Some(text(*name)),
            ExprKind::Binary { operator: Binary::Add, left: first, right } => {
                all(&mut [*first, *right].into_iter().map(|it| self.parts(At(instance, it), left)))
            }
            ExprKind::Template(template) => {
                let holes = template.values.iter().map(|it| self.parts(At(instance, *it), left));
                let mut texts = template.texts.iter().map(|it| Some(text(*it)));
                let first = texts.next();
                let rest = holes.zip(texts).flat_map(|(hole, text)| [hole, text]);
                all(&mut first.into_iter().chain(rest))
            }
            _ => match parameter(script, expr) {
                Some(position) => Some(vec![Part::Param(position)]),
                None => {
                    let node = values.value(instance, script, expr)?;
                    let mut known = values.each(node);
                    let only = known.next().filter(|_| known.next().is_none())?;
                    let Token::Text(text) = only else { return None };
                    Some(vec![Part::Text(values.symbols.text(text).to_owned())])
                }
            },
        }
    }
}

/// What is written with `at`, also as JSON.
fn given(script: &Script, at: At) -> Given {
    let mut value = script.settled(at.1);
    if let ExprKind::Call(call) = script.kind(value)
        && script.is_stringify(call)
        && let Some(inner) = call.arguments.first()
    {
        value = inner.value;
    }
    parameter(script, value).map_or(Given::Here(At(at.0, value)), Given::Param)
}

/// The position of the parameter of the function around that `expr` is.
fn parameter(script: &Script, expr: ExprId) -> Option<u32> {
    let ExprKind::Binding(binding) = script.kind(expr) else { return None };
    let value = script.only_value(*binding)?;
    let ExprKind::Param(position) = script.kind(value) else { return None };
    (script.expr(value).function == script.expr(expr).function).then_some(*position)
}
