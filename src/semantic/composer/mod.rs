//! A search for what an expression is put together to on a way through the program: for the address
//! of a navigation, of which a router is handed a part, and for what a `setData` is handed.

mod call;
pub(super) mod handing;
mod read;
mod text;

use crate::semantic::origin::Origins;
use crate::syntax::script::{Binary, BindingId, ExprId, ExprKind, Logical, Name, Script, Template};

use self::read::Argued;
use self::text::{MOST_TEXTS, joined};
use super::markup::Literal;
use super::values::{CallId, FunctionNode, InstanceId, Token};

pub(super) use self::text::{Text, Texts};

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
    /// Whether only counts what cannot be written over: arguments and constants.
    is_strict: bool,
    /// The variables that are looked at.
    open: Vec<(InstanceId, BindingId)>,
}

impl<'a> Composer<'a> {
    /// A search in a program.
    pub(super) fn new(origins: Origins<'a>) -> Self {
        Self { origins, steps: MOST_STEPS, handed: None, is_strict: false, open: Vec::new() }
    }

    /// A search in a program for what is handed over and constants, neither of which is ever written
    /// over.
    pub(super) fn strict(origins: Origins<'a>) -> Self {
        Self { is_strict: true, ..Self::new(origins) }
    }

    /// What `expr` is where `frames` run the functions around it.
    pub(super) fn texts(
        mut self,
        (instance, expr): (InstanceId, ExprId),
        frames: &[Frame],
    ) -> Texts {
        let all = self.look(At { instance, expr, frames }, DEEPEST);
        Texts { all, handed: self.handed }
    }

    /// Whether the condition `expr` holds there, with the function whose parameter must be known to
    /// know.
    pub(super) fn holds(
        mut self,
        (instance, expr): (InstanceId, ExprId),
        frames: &[Frame],
    ) -> (Option<bool>, Option<FunctionNode>) {
        let truth = self.truth(At { instance, expr, frames }, DEEPEST);
        (truth, self.handed.filter(|_| truth.is_none()))
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
            ExprKind::Undefined | ExprKind::Null => vec![Text::Whole(Literal::Nothing)],
            ExprKind::Bool(value) => vec![Text::Whole(Literal::Bool(*value))],
            ExprKind::Number(value) => vec![Text::Whole(Literal::Number(value.to_string()))],
            ExprKind::String(text) => vec![Text::whole(script.name(*text))],
            ExprKind::Not(operand) => self.negated(here(*operand), depth),
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
                Argued::Missing => vec![Text::Whole(Literal::Nothing)],
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
                    let Text::Whole(Literal::Text(key)) = key else {
                        return self.followed(script, at);
                    };
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
        let text = |text: &Name| Text::whole(script.name(*text));
        let mut texts: Vec<Text> = template.texts.first().map(text).into_iter().collect();
        for (value, after) in template.values.iter().zip(template.texts.iter().skip(1)) {
            texts = self.join(texts, At { expr: *value, ..at }, depth);
            texts = joined(&texts, &[text(after)]);
        }
        texts
    }

    /// `left` with what stands at `right` behind it, which is not looked at where the page is known.
    fn join(&mut self, left: Vec<Text>, right: At<'_>, depth: u32) -> Vec<Text> {
        match left.iter().any(Text::goes_on) {
            true => joined(&left, &self.look(right, depth)),
            false => joined(&left, &[Text::unknown()]),
        }
    }

    fn negated(&mut self, operand: At<'_>, depth: u32) -> Vec<Text> {
        let truth = self.truth(operand, depth);
        vec![truth.map_or_else(Text::unknown, |it| Text::Whole(Literal::Bool(!it)))]
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
                Logical::Nullish => Some(text == Text::Whole(Literal::Nothing)),
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
                    ([Text::Whole(left)], [Text::Whole(right)]) => {
                        left.equals(right).map(|it| it == is_same)
                    }
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

    /// The texts that flow there, wherever they come from.
    fn followed(&self, script: &Script, at: At<'_>) -> Vec<Text> {
        if self.is_strict {
            return vec![Text::unknown()];
        }
        let values = self.origins.values;
        let node = values.value(at.instance, script, at.expr);
        let tokens = node.into_iter().flat_map(|node| values.each(node));
        let texts = tokens.filter_map(|token| match token {
            Token::Text(text) => Some(Text::whole(values.symbols.text(text))),
            Token::Bool(value) => Some(Text::Whole(Literal::Bool(value))),
            Token::Nothing => Some(Text::Whole(Literal::Nothing)),
            _ => None,
        });
        let mut texts: Vec<Text> = texts.take(MOST_TEXTS).collect();
        if texts.is_empty() {
            texts.push(Text::unknown());
        }
        texts
    }

    fn script(&self, at: At<'_>) -> Option<&'a Script> {
        self.origins.script(self.origins.values.instance(at.instance).file)
    }
}
