//! Conditions of templates in a form in which they can be compared and evaluated.

use crate::project::UnitId;
use crate::syntax::axml::Value;
use crate::syntax::script::{Binary, ExprId, ExprKind, Logical, Order, Script};

use super::literal::Literal;
use super::names::{InstanceId, Named, Names, Scope, Spot};
use super::tree::Frame;

/// An expression of a template, its names replaced by what they stand for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Term {
    /// A constant.
    Literal(Literal),
    /// A datum.
    Datum(Datum),
    /// `!x`.
    Not(Box<Self>),
    /// `x && y`.
    All(Vec<Self>),
    /// `x || y`.
    Any(Vec<Self>),
    /// `x == y` and `x === y`.
    Equal(Box<Self>, Box<Self>),
    /// `x < y`.
    Less(Box<Self>, Box<Self>),
    /// `test ? yes : no`.
    Choice(Box<[Self; 3]>),
    /// Anything else: equal texts in one scope have equal values.
    Opaque(Scope, String),
}

/// A datum of a unit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Datum {
    /// The use of the unit.
    pub instance: InstanceId,
    /// The unit.
    pub unit: UnitId,
    /// The names that lead to it: `["user", "mobile"]`.
    pub path: Vec<String>,
}

impl Term {
    /// The opposite.
    #[must_use]
    pub fn negated(self) -> Self {
        match self {
            Self::Not(inner) => *inner,
            other => Self::Not(Box::new(other)),
        }
    }

    /// Whether it holds, given what is known of the data; `None` where that does not suffice.
    #[must_use]
    pub fn truth(&self, data: &dyn Fn(&Datum) -> Option<Literal>) -> Option<bool> {
        match self {
            Self::Not(inner) => inner.truth(data).map(|it| !it),
            Self::All(terms) => all(terms.iter().map(|it| it.truth(data))),
            Self::Any(terms) => {
                all(terms.iter().map(|it| it.truth(data).map(|it| !it))).map(|it| !it)
            }
            Self::Choice(parts) => {
                let [test, yes, no] = &**parts;
                match test.truth(data) {
                    Some(true) => yes.truth(data),
                    Some(false) => no.truth(data),
                    None => yes.truth(data).filter(|it| no.truth(data) == Some(*it)),
                }
            }
            _ => self.value(data).map(|it| it.is_true()),
        }
    }

    /// Whether it reads `datum`.
    #[must_use]
    pub fn reads(&self, datum: &Datum) -> bool {
        self.data().contains(&datum)
    }

    /// The data that it reads.
    #[must_use]
    pub fn data(&self) -> Vec<&Datum> {
        match self {
            Self::Datum(datum) => vec![datum],
            Self::Not(inner) => inner.data(),
            Self::All(terms) | Self::Any(terms) => terms.iter().flat_map(Self::data).collect(),
            Self::Equal(left, right) | Self::Less(left, right) => {
                [left, right].into_iter().flat_map(|it| it.data()).collect()
            }
            Self::Choice(parts) => parts.iter().flat_map(Self::data).collect(),
            Self::Literal(_) | Self::Opaque(..) => Vec::new(),
        }
    }

    /// What it is, given what is known of the data; `None` where that does not suffice.
    #[must_use]
    pub fn value(&self, data: &dyn Fn(&Datum) -> Option<Literal>) -> Option<Literal> {
        match self {
            Self::Literal(literal) => Some(literal.clone()),
            Self::Datum(datum) => data(datum),
            Self::Equal(left, right) => {
                left.value(data)?.equals(&right.value(data)?).map(Literal::Bool)
            }
            Self::Less(left, right) => {
                let (left, right) = (left.value(data)?.number()?, right.value(data)?.number()?);
                Some(Literal::Bool(left < right))
            }
            Self::Choice(parts) => {
                let [test, yes, no] = &**parts;
                if test.truth(data)? { yes.value(data) } else { no.value(data) }
            }
            Self::Not(_) | Self::All(_) | Self::Any(_) => self.truth(data).map(Literal::Bool),
            Self::Opaque(..) => None,
        }
    }
}

fn all(truths: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let mut known = Some(true);
    for truth in truths {
        match truth {
            Some(false) => return Some(false),
            Some(true) => {}
            None => known = None,
        }
    }
    known
}

/// How many expressions one condition may lead through.
const STEPS: u32 = 300;
/// How deeply they may nest.
const DEPTH: u32 = 40;

/// The term of the expression at `spot`.
#[must_use]
pub(super) fn of_expr(names: &Names<'_>, spot: Spot) -> Term {
    Lowering { names, steps: STEPS }.expr(spot, 0)
}

/// The term of an attribute's value; `None` for a text without expression.
#[must_use]
pub(super) fn of_value(
    names: &Names<'_>,
    file: crate::source::FileId,
    value: &Value,
    scope: Scope,
) -> Option<Term> {
    value.hole().map(|expr| of_expr(names, Spot { file, expr, scope }))
}

/// Whether the expression at `spot` holds whatever the data are.
#[must_use]
pub(super) fn constant_truth(names: &Names<'_>, spot: Spot) -> Option<bool> {
    of_expr(names, spot).truth(&|_| None)
}

struct Lowering<'n, 'a> {
    names: &'n Names<'a>,
    steps: u32,
}

impl Lowering<'_, '_> {
    fn expr(&mut self, spot: Spot, depth: u32) -> Term {
        let Some(holes) = self.names.holes(spot.file) else {
            return Term::Opaque(spot.scope, String::new());
        };
        let Some(steps) = self.steps.checked_sub(1).filter(|_| depth < DEPTH) else {
            return self.opaque(spot, holes);
        };
        self.steps = steps;
        let Some(kind) = self.names.kind(spot) else { return self.opaque(spot, holes) };
        let mut to = |expr: ExprId| self.expr(Spot { expr, ..spot }, depth + 1);
        match kind {
            ExprKind::Undefined | ExprKind::Null => Term::Literal(Literal::Nothing),
            ExprKind::Bool(value) => Term::Literal(Literal::Bool(*value)),
            ExprKind::Number(value) => Term::Literal(Literal::Number(value.to_string())),
            ExprKind::String(name) => Term::Literal(Literal::Text(holes.name(*name).to_owned())),
            ExprKind::Object(_) | ExprKind::Array(_) => Term::Literal(Literal::Object),
            ExprKind::Not(inner) => to(*inner).negated(),
            ExprKind::Logical { operator: Logical::And, left, right } => {
                Term::All(vec![to(*left), to(*right)])
            }
            ExprKind::Logical { operator: Logical::Or, left, right } => {
                Term::Any(vec![to(*left), to(*right)])
            }
            ExprKind::Conditional { test, yes, no } => {
                Term::Choice(Box::new([to(*test), to(*yes), to(*no)]))
            }
            ExprKind::Binary { operator, left, right } => {
                let terms = (to(*left), to(*right));
                self.binary(spot, holes, *operator, terms)
            }
            ExprKind::Global(_) | ExprKind::Member { .. } => self.path(spot, holes, depth),
            _ => self.opaque(spot, holes),
        }
    }

    fn binary(
        &self,
        spot: Spot,
        holes: &Script,
        operator: Binary,
        (left, right): (Term, Term),
    ) -> Term {
        match operator {
            Binary::Equal | Binary::Same => Term::Equal(Box::new(left), Box::new(right)),
            Binary::NotEqual | Binary::NotSame => {
                Term::Equal(Box::new(left), Box::new(right)).negated()
            }
            Binary::Order(Order::Less) => less(left, right),
            Binary::Order(Order::More) => less(right, left),
            Binary::Order(Order::LessOrSame) => less(right, left).negated(),
            Binary::Order(Order::MoreOrSame) => less(left, right).negated(),
            _ => self.opaque(spot, holes),
        }
    }

    /// A name with the members that follow it.
    fn path(&mut self, spot: Spot, holes: &Script, depth: u32) -> Term {
        let mut members = Vec::new();
        let mut at = spot.expr;
        while let ExprKind::Member { object, property, .. } = holes.kind(at) {
            members.push(holes.name(*property).to_owned());
            at = *object;
        }
        let ExprKind::Global(name) = holes.kind(at) else { return self.opaque(spot, holes) };
        let name = holes.name(*name);
        let mut named = self.names.look_up(spot.scope, name);
        let mut asked = name.to_owned();
        loop {
            match named {
                Named::Expr(inner) => match (members.pop(), self.names.kind(inner)) {
                    (None, _) => return self.expr(inner, depth + 1),
                    (Some(next), Some(ExprKind::Object(_))) => {
                        named = self.names.member(inner, &next);
                        asked = next;
                    }
                    (Some(next), _) => {
                        members.push(next);
                        return self.follow(inner, members, spot, holes, depth);
                    }
                },
                Named::MemberOf(inner) => {
                    members.push(asked);
                    return self.follow(inner, members, spot, holes, depth);
                }
                Named::Datum => {
                    members.push(asked);
                    members.reverse();
                    return self.datum(spot, members, holes);
                }
                Named::Local(frame) => {
                    members.push(asked);
                    members.reverse();
                    return Term::Opaque(Scope { frame, ..spot.scope }, members.join("."));
                }
                Named::True if members.is_empty() => return Term::Literal(Literal::Bool(true)),
                Named::Text(_, value, _) if members.is_empty() => {
                    let text = value.literal().map(|it| Literal::Text(it.to_owned()));
                    return text.map_or_else(|| self.opaque(spot, holes), Term::Literal);
                }
                _ => return self.opaque(spot, holes),
            }
        }
    }

    /// The members `members`, the last one first, of what stands at `inner`.
    fn follow(
        &mut self,
        inner: Spot,
        members: Vec<String>,
        spot: Spot,
        holes: &Script,
        depth: u32,
    ) -> Term {
        match self.expr(inner, depth + 1) {
            Term::Datum(mut datum) => {
                datum.path.extend(members.into_iter().rev());
                Term::Datum(datum)
            }
            Term::Opaque(scope, mut text) => {
                for member in members.iter().rev() {
                    text.push('.');
                    text.push_str(member);
                }
                Term::Opaque(scope, text)
            }
            _ => self.opaque(spot, holes),
        }
    }

    fn datum(&self, spot: Spot, path: Vec<String>, holes: &Script) -> Term {
        let instance = spot.scope.instance;
        match self.names.instances.get(instance.0 as usize) {
            Some(it) => Term::Datum(Datum { instance, unit: it.unit, path }),
            None => self.opaque(spot, holes),
        }
    }

    fn opaque(&self, spot: Spot, holes: &Script) -> Term {
        let span = holes.exprs.get(spot.expr.0 as usize).map(|it| it.span).unwrap_or_default();
        let text = self.names.files.get(spot.file.index()).map_or("", |file| span.of(&file.text));
        let text: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
        let mut frame = spot.scope.frame;
        while let Some(Frame::Local { names, outer, .. }) = self.names.frames.get(frame.0 as usize)
        {
            if names.iter().any(|it| text.contains(it.as_str())) {
                break;
            }
            frame = *outer;
        }
        Term::Opaque(Scope { frame, ..spot.scope }, text)
    }
}

/// `left < right`; a length that is more than nothing is one that counts as true.
fn less(left: Term, right: Term) -> Term {
    let is_length = |term: &Term| matches!(term, Term::Datum(datum) if datum.path.last().is_some_and(|it| it == "length"));
    let number = |term: &Term, want: &str| matches!(term, Term::Literal(Literal::Number(text)) if text == want);
    if number(&left, "0") && is_length(&right) {
        return right;
    }
    if is_length(&left) && number(&right, "1") {
        return left.negated();
    }
    Term::Less(Box::new(left), Box::new(right))
}
