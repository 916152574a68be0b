//! A search for what an expression is put together to on a way through the program: for the address
//! of a navigation, of which a router is handed a part.

use crate::syntax::script::{
    Binary, BindingId, Call, ExprId, ExprKind, Logical, Name, Property, Script, Template,
};

use super::address::{MOST_TEXTS, Text, Texts, joined};
use super::origin::{self, Origins};
use super::values::{CallId, CallKind, FunctionNode, InstanceId, Token};

/// Expressions are looked through no deeper than this.
const DEEPEST: u32 = 24;

/// No more expressions are looked at for one text.
const MOST_STEPS: u32 = 512;

/// That a call runs a function: what its parameters are.
pub(super) type Frame = (FunctionNode, CallId);

/// A place in a copy of a function, run by calls, the innermost first.
#[derive(Clone, Copy)]
struct At<'f> {
    instance: InstanceId,
    expr: ExprId,
    frames: &'f [Frame],
}

/// A search for one text.
pub(super) struct Composer<'a> {
    origins: Origins<'a>,
    steps: u32,
    handed: Option<FunctionNode>,
    /// The variables that are looked at.
    open: Vec<(InstanceId, BindingId)>,
}

impl<'a> Composer<'a> {
    /// A search in a program.
    pub(super) fn new(origins: Origins<'a>) -> Self {
        Self { origins, steps: MOST_STEPS, handed: None, open: Vec::new() }
    }

    /// What the object `expr` has as its member `name`.
    pub(super) fn member(
        mut self,
        (instance, expr): (InstanceId, ExprId),
        name: &str,
        frames: &[Frame],
    ) -> Texts {
        let all = self.look_member(At { instance, expr, frames }, name, DEEPEST);
        Texts { all, handed: self.handed }
    }

    fn look(&mut self, at: At<'_>, depth: u32) -> Vec<Text> {
        let (Some(depth), Some(steps)) = (depth.checked_sub(1), self.steps.checked_sub(1)) else {
            return vec![Text::unknown()];
        };
        self.steps = steps;
        let Some(script) = self.script(at) else { return vec![Text::unknown()] };
        let here = |expr| At { expr, ..at };
        let mut texts = match script.kind(at.expr) {
            ExprKind::Undefined | ExprKind::Null | ExprKind::Bool(false) => vec![Text::Nothing],
            ExprKind::String(text) => vec![Text::Whole(script.name(*text).to_owned())],
            ExprKind::Template(template) => self.template(script, at, template, depth),
            ExprKind::Binary { operator: Binary::Add, left, right } => {
                let left = self.look(here(*left), depth);
                self.join(left, here(*right), depth)
            }
            ExprKind::Logical { operator, left, right } => {
                self.either(*operator, here(*left), here(*right), depth)
            }
            ExprKind::Conditional { test, yes, no } => match self.truth(here(*test), depth) {
                Some(true) => self.look(here(*yes), depth),
                Some(false) => self.look(here(*no), depth),
                None => {
                    let mut all = self.look(here(*yes), depth);
                    all.extend(self.look(here(*no), depth));
                    all
                }
            },
            ExprKind::Assign { value, .. } | ExprKind::Await(value) => {
                self.look(here(*value), depth)
            }
            ExprKind::Binding(binding) => self.variable(script, at, *binding, depth),
            ExprKind::Param(position) => match self.argument(script, at, *position) {
                Argued::Given(given) => self.look(given, depth),
                Argued::Missing => vec![Text::Nothing],
                Argued::Open => self.followed(script, at),
            },
            ExprKind::Member { object, property, .. } => {
                let name = script.name(*property);
                let found = self.members(here(*object), name, depth);
                self.first_known(script, at, found, depth)
            }
            ExprKind::Index { object, index } => {
                let mut found = Vec::new();
                for key in self.look(here(*index), depth) {
                    let Text::Whole(key) = key else { return self.followed(script, at) };
                    found.extend(self.look_member(here(*object), &key, depth));
                }
                found
            }
            ExprKind::Call(call) => self.called(script, at, call, depth),
            _ => self.followed(script, at),
        };
        texts.sort_unstable();
        texts.dedup();
        texts.truncate(MOST_TEXTS);
        texts
    }

    fn template(
        &mut self,
        script: &'a Script,
        at: At<'_>,
        template: &Template,
        depth: u32,
    ) -> Vec<Text> {
        let text = |text: &Name| Text::Whole(script.name(*text).to_owned());
        let mut texts: Vec<Text> = template.texts.first().map(text).into_iter().collect();
        for (value, after) in template.values.iter().zip(template.texts.iter().skip(1)) {
            texts = self.join(texts, At { expr: *value, ..at }, depth);
            texts = joined(texts, &[text(after)]);
        }
        texts
    }

    /// `left` with what stands at `right` behind it, which is not looked at where the page is known.
    fn join(&mut self, left: Vec<Text>, right: At<'_>, depth: u32) -> Vec<Text> {
        let needs = |text: &Text| matches!(text, Text::Whole(it) if !it.contains(['?', '#']));
        match left.iter().any(needs) {
            true => joined(left, &self.look(right, depth)),
            false => joined(left, &[Text::unknown()]),
        }
    }

    /// What a logical operator gives.
    fn either(&mut self, operator: Logical, left: At<'_>, right: At<'_>, depth: u32) -> Vec<Text> {
        let mut all = Vec::new();
        let mut goes_on = false;
        for text in self.look(left, depth) {
            let is_right = match operator {
                Logical::Or => text.truth().map(|it| !it),
                Logical::And => text.truth(),
                Logical::Nullish if text == Text::unknown() => None,
                Logical::Nullish => Some(text == Text::Nothing),
            };
            goes_on |= is_right != Some(false);
            let is_kept = is_right == Some(false) || is_right.is_none() && operator != Logical::And;
            all.extend(is_kept.then_some(text));
        }
        if goes_on {
            all.extend(self.look(right, depth));
        }
        all
    }

    /// Whether a condition holds.
    fn truth(&mut self, at: At<'_>, depth: u32) -> Option<bool> {
        let depth = depth.checked_sub(1)?;
        let script = self.script(at)?;
        let here = |expr| At { expr, ..at };
        match script.kind(at.expr) {
            ExprKind::Not(operand) => self.truth(here(*operand), depth).map(|it| !it),
            ExprKind::Binary { operator, left, right } => {
                let is_same = match operator {
                    Binary::Same | Binary::Equal => true,
                    Binary::NotSame | Binary::NotEqual => false,
                    _ => return None,
                };
                let (left, right) = (self.look(here(*left), depth), self.look(here(*right), depth));
                match (&*left, &*right) {
                    ([Text::Whole(left)], [Text::Whole(right)]) => Some((left == right) == is_same),
                    _ => None,
                }
            }
            _ => {
                let texts = self.look(at, depth);
                let first = texts.first()?.truth()?;
                texts.iter().all(|text| text.truth() == Some(first)).then_some(first)
            }
        }
    }

    /// What a variable holds where it is read: what was surely written last, else all that is
    /// written to it.
    fn variable(
        &mut self,
        script: &'a Script,
        at: At<'_>,
        binding: BindingId,
        depth: u32,
    ) -> Vec<Text> {
        let here = |expr| At { expr, ..at };
        let held = script.held_at(at.expr);
        if let Some(held) = held.or_else(|| script.last_written(at.expr, &|_| None)) {
            return self.look(here(held), depth);
        }
        // What is read on the way to what is written, as in `url += query`, is what it was before.
        let variable = (at.instance, binding);
        let is_open = self.open.contains(&variable);
        let mut behind = self.origins.behind_variable(script, at.instance, binding);
        behind.retain(|it| !(is_open && it.0 == at.instance && is_added(script, binding, it.1)));
        if behind.is_empty() {
            return self.followed(script, at);
        }
        self.open.push(variable);
        let mut all = Vec::new();
        for origin::At(instance, expr) in behind {
            all.extend(self.look(At { instance, expr, ..at }, depth));
        }
        self.open.pop();
        all
    }

    /// The values of the member `name` of what stands at `at`, as they are written.
    fn members<'f>(&mut self, at: At<'f>, name: &str, depth: u32) -> Vec<At<'f>> {
        let (Some(depth), Some(script)) = (depth.checked_sub(1), self.script(at)) else {
            return Vec::new();
        };
        match script.kind(at.expr) {
            ExprKind::Object(members) => {
                if let Some(expr) = origin::own(script, members, name) {
                    return vec![At { expr, ..at }];
                }
                let spreads = members.iter().rev().filter_map(|member| match member {
                    Property::Spread(value) => Some(*value),
                    _ => None,
                });
                let mut found = spreads.map(|expr| self.members(At { expr, ..at }, name, depth));
                return found.find(|it| !it.is_empty()).unwrap_or_default();
            }
            ExprKind::Logical { operator: Logical::Nullish | Logical::Or, left, .. } => {
                let found = self.members(At { expr: *left, ..at }, name, depth);
                if !found.is_empty() {
                    return found;
                }
            }
            ExprKind::Binding(binding) => {
                if let Some(value) = script.only_value(*binding) {
                    return self.members(At { expr: value, ..at }, name, depth);
                }
            }
            ExprKind::Param(position) => {
                if let Argued::Given(given) = self.argument(script, at, *position) {
                    return self.members(given, name, depth);
                }
            }
            _ => {}
        }
        let node = self.origins.values.value(at.instance, script, at.expr);
        let objects = node.map(|node| self.origins.values.of(node)).unwrap_or_default();
        let found = objects.into_iter().flat_map(|object| self.origins.member(object, name));
        found.map(|origin::At(instance, expr)| At { instance, expr, frames: &[] }).collect()
    }

    fn look_member(&mut self, at: At<'_>, name: &str, depth: u32) -> Vec<Text> {
        let mut all = Vec::new();
        for value in self.members(at, name, depth) {
            all.extend(self.look(value, depth));
        }
        match all.is_empty() {
            true => vec![Text::unknown()],
            false => all,
        }
    }

    /// The texts at `found`, else what is known of `at`.
    fn first_known(
        &mut self,
        script: &'a Script,
        at: At<'_>,
        found: Vec<At<'_>>,
        depth: u32,
    ) -> Vec<Text> {
        if found.is_empty() {
            return self.followed(script, at);
        }
        found.into_iter().flat_map(|it| self.look(it, depth)).collect()
    }

    /// What a call gives back: what its functions return, or the text that it is called on.
    fn called(&mut self, script: &'a Script, at: At<'_>, call: &Call, depth: u32) -> Vec<Text> {
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

    /// What the call that runs the function of a parameter hands over.
    fn argument<'f>(&mut self, script: &Script, at: At<'f>, position: u32) -> Argued<'f> {
        let values = self.origins.values;
        let function = script.expr(at.expr).function;
        let Some(copy) = values.holder(at.instance, function) else { return Argued::Open };
        let node = values.instance(copy).function(function);
        let framed = at.frames.iter().position(|(to, _)| *to == node);
        let (by, frames) = match framed {
            Some(framed) => (at.frames[framed].1, &at.frames[framed + 1..]),
            None if values.instance(copy).root == function => match values.instance(copy).call {
                Some(by) => (by, at.frames),
                None => return self.open(node),
            },
            None => return self.open(node),
        };
        match self.origins.handed(by, position) {
            Some(Some(origin::At(instance, expr))) => Argued::Given(At { instance, expr, frames }),
            Some(None) => Argued::Missing,
            None => Argued::Open,
        }
    }

    fn open<'f>(&mut self, function: FunctionNode) -> Argued<'f> {
        self.handed.get_or_insert(function);
        Argued::Open
    }

    /// The texts that flow there, wherever they come from.
    fn followed(&self, script: &Script, at: At<'_>) -> Vec<Text> {
        let values = self.origins.values;
        let node = values.value(at.instance, script, at.expr);
        let tokens = node.into_iter().flat_map(|node| values.each(node));
        let texts = tokens.filter_map(|token| match token {
            Token::Text(text) => Some(Text::Whole(values.symbols.text(text).to_owned())),
            _ => None,
        });
        let texts: Vec<Text> = texts.take(MOST_TEXTS).collect();
        match texts.is_empty() {
            true => vec![Text::unknown()],
            false => texts,
        }
    }

    fn script(&self, at: At<'_>) -> Option<&'a Script> {
        self.origins.script(self.origins.values.instance(at.instance).file)
    }
}

/// What is known of an argument.
enum Argued<'f> {
    /// Where it stands.
    Given(At<'f>),
    /// The call hands over fewer.
    Missing,
    /// Nothing.
    Open,
}

/// Whether `value` is what the variable was with something behind it.
fn is_added(script: &Script, binding: BindingId, value: ExprId) -> bool {
    let mut at = value;
    for _ in 0..DEEPEST {
        match script.kind(at) {
            ExprKind::Binary { operator: Binary::Add, left, .. } => at = *left,
            ExprKind::Binding(it) => return *it == binding && at != value,
            _ => return false,
        }
    }
    false
}
