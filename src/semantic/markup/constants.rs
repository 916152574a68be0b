//! The constants that an attribute's value can be, with the place of each.

use super::names::{Named, Names, Read, Scope, Spot};
use super::term::{self, Term};
use crate::source::{FileId, FileSpan};
use crate::syntax::axml::{Part, Value};
use crate::syntax::script::{Binary, ExprKind, Logical};

/// What a value can be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Alternatives {
    /// The constants, in the order written; the empty text also for `null` and `false`.
    pub constants: Vec<Constant>,
    /// Whether it can be something else, too.
    pub is_dynamic: bool,
}

/// A constant that a value can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Constant {
    /// The texts: one, or the items of an array.
    pub texts: Vec<String>,
    /// The place, without quotes.
    pub at: FileSpan,
}

impl Constant {
    /// The text, if it is one.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        if let [text] = self.texts.as_slice() { Some(text) } else { None }
    }
}

impl Alternatives {
    /// The constants that are not empty.
    pub fn filled(&self) -> impl Iterator<Item = &Constant> {
        self.constants.iter().filter(|it| it.texts.iter().any(|text| !text.trim().is_empty()))
    }

    /// Whether it is nothing but empty text.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        !self.is_dynamic && !self.constants.is_empty() && self.filled().next().is_none()
    }

    fn dynamic() -> Self {
        Self { constants: Vec::new(), is_dynamic: true }
    }

    fn add(&mut self, other: Self) {
        self.is_dynamic |= other.is_dynamic;
        for constant in other.constants {
            if !self.constants.contains(&constant) {
                self.constants.push(constant);
            }
        }
    }
}

/// How many expressions one value may lead through.
const STEPS: u32 = 400;
/// How deeply they may nest.
const DEPTH: u32 = 48;

/// What `value`, which stands in `file`, can be.
#[must_use]
pub(super) fn of_value(
    names: &Names<'_>,
    file: FileId,
    value: &Value,
    scope: Scope,
) -> Alternatives {
    Evaluation { names, steps: STEPS, reads: Reads::Nothing }.value(file, value, scope, 0)
}

/// The same, with what data keep.
#[must_use]
pub(super) fn of_kept_value(
    names: &Names<'_>,
    file: FileId,
    value: &Value,
    scope: Scope,
) -> Alternatives {
    Evaluation { names, steps: STEPS, reads: Reads::Kept }.value(file, value, scope, 0)
}

/// The data that are read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reads {
    Nothing,
    /// Those that nothing changes.
    Kept,
}

struct Evaluation<'n, 'a> {
    names: &'n Names<'a>,
    steps: u32,
    reads: Reads,
}

impl Evaluation<'_, '_> {
    fn value(&mut self, file: FileId, value: &Value, scope: Scope, depth: u32) -> Alternatives {
        let at = FileSpan::new(file, value.span);
        if let Some(text) = value.literal() {
            return constant(text, at);
        }
        let mut holes = value.parts.iter().filter(|part| !is_blank(part));
        if let (Some(Part::Hole { expr, .. }), None) = (holes.next(), holes.next()) {
            return self.expr(Spot { file, expr: *expr, scope }, depth);
        }
        let mut texts = vec![String::new()];
        for part in &value.parts {
            let pieces = match part {
                Part::Text(text) => vec![text.clone()],
                Part::Hole { expr, .. } => {
                    let found = self.expr(Spot { file, expr: *expr, scope }, depth);
                    let Some(pieces) = single_texts(&found) else { return Alternatives::dynamic() };
                    pieces
                }
            };
            let Some(joined) = product(&texts, &pieces) else { return Alternatives::dynamic() };
            texts = joined;
        }
        let constants = texts.into_iter().map(|text| Constant { texts: vec![text], at });
        Alternatives { constants: constants.collect(), is_dynamic: false }
    }

    fn expr(&mut self, spot: Spot, depth: u32) -> Alternatives {
        let Some(steps) = self.steps.checked_sub(1).filter(|_| depth < DEPTH) else {
            return Alternatives::dynamic();
        };
        self.steps = steps;
        let to = |expr| Spot { expr, ..spot };
        let (Some(kind), Some(holes)) = (self.names.kind(spot), self.names.holes(spot.file)) else {
            return Alternatives::dynamic();
        };
        let at = FileSpan::new(spot.file, holes.expr(spot.expr).span);
        match kind {
            ExprKind::String(name) => constant(holes.name(*name), self.inside_quotes(at)),
            ExprKind::Undefined | ExprKind::Null | ExprKind::Bool(false) => constant("", at),
            ExprKind::Global(name) => self.name(spot, holes.name(*name), depth),
            ExprKind::Member { object, property, .. } => {
                let object = self.names.member(to(*object), holes.name(*property));
                self.named(spot, object, depth)
            }
            ExprKind::Conditional { test, yes, no } => {
                match term::constant_truth(self.names, to(*test)) {
                    Some(true) => self.expr(to(*yes), depth + 1),
                    Some(false) => self.expr(to(*no), depth + 1),
                    None => self.either(to(*yes), to(*no), depth),
                }
            }
            ExprKind::Logical { operator, left, right } => {
                self.logical(*operator, to(*left), to(*right), depth)
            }
            ExprKind::Binary { operator: Binary::Add, left, right } => {
                self.sum(to(*left), to(*right), at, depth)
            }
            ExprKind::Array(items) => self.array(spot, items.iter().map(|it| it.value), at, depth),
            _ => Alternatives::dynamic(),
        }
    }

    fn name(&mut self, spot: Spot, name: &str, depth: u32) -> Alternatives {
        let named = self.names.look_up(spot.scope, name);
        self.named(spot, named, depth)
    }

    fn named(&mut self, spot: Spot, named: Named<'_>, depth: u32) -> Alternatives {
        match named {
            Named::Expr(spot) => self.expr(spot, depth + 1),
            Named::Text(file, value, scope) => self.value(file, value, scope, depth + 1),
            Named::True | Named::Local(_) | Named::Unknown => Alternatives::dynamic(),
            Named::Datum | Named::MemberOf(_) => {
                self.kept(spot).unwrap_or_else(Alternatives::dynamic)
            }
        }
    }

    /// What the datum that `spot` names keeps.
    fn kept(&self, spot: Spot) -> Option<Alternatives> {
        if self.reads == Reads::Nothing {
            return None;
        }
        let Term::Datum(datum) = term::of_expr(self.names, spot) else { return None };
        let instance = self.names.instances.get(datum.instance.0 as usize)?;
        let is_used = instance.tag.is_some();
        let kept = (self.names.kept)(Read { unit: datum.unit, is_used, path: &datum.path })?;
        let read = self.names.holes(spot.file)?.exprs.get(spot.expr.0 as usize)?.span;
        Some(constant(&kept.text, kept.at.unwrap_or(FileSpan::new(spot.file, read))))
    }

    fn either(&mut self, left: Spot, right: Spot, depth: u32) -> Alternatives {
        let mut found = self.expr(left, depth + 1);
        found.add(self.expr(right, depth + 1));
        found
    }

    fn logical(&mut self, operator: Logical, left: Spot, right: Spot, depth: u32) -> Alternatives {
        let truth = term::constant_truth(self.names, left);
        match (operator, truth) {
            (Logical::And, Some(true)) | (Logical::Or, Some(false)) => self.expr(right, depth + 1),
            (Logical::And, Some(false)) | (Logical::Or, Some(true)) => self.expr(left, depth + 1),
            (Logical::And, None) => {
                let mut found = self.expr(right, depth + 1);
                let at = self.names.holes(left.file).map(|it| it.expr(left.expr).span);
                let at = FileSpan::new(left.file, at.unwrap_or_default());
                found.add(constant("", at));
                found
            }
            (Logical::Or | Logical::Nullish, _) => {
                let mut found = self.expr(left, depth + 1);
                found.constants.retain(|it| it.text() != Some(""));
                found.add(self.expr(right, depth + 1));
                found
            }
        }
    }

    fn sum(&mut self, left: Spot, right: Spot, at: FileSpan, depth: u32) -> Alternatives {
        let (left, right) = (self.expr(left, depth + 1), self.expr(right, depth + 1));
        let texts = single_texts(&left)
            .zip(single_texts(&right))
            .and_then(|(left, right)| product(&left, &right));
        let Some(texts) = texts else { return Alternatives::dynamic() };
        let constants = texts.into_iter().map(|text| Constant { texts: vec![text], at });
        Alternatives { constants: constants.collect(), is_dynamic: false }
    }

    fn array(
        &mut self,
        spot: Spot,
        items: impl Iterator<Item = crate::syntax::script::ExprId>,
        at: FileSpan,
        depth: u32,
    ) -> Alternatives {
        let mut texts = Vec::new();
        for expr in items {
            let found = self.expr(Spot { expr, ..spot }, depth + 1);
            match single_texts(&found).as_deref() {
                Some([text]) => texts.push(text.clone()),
                _ => return Alternatives::dynamic(),
            }
        }
        Alternatives { constants: vec![Constant { texts, at }], is_dynamic: false }
    }

    /// The place of a string literal without its quotes.
    fn inside_quotes(&self, at: FileSpan) -> FileSpan {
        let text = self.names.files.get(at.file.index()).map_or("", |file| &file.text);
        FileSpan::new(at.file, at.span.inside_quotes(text))
    }
}

fn constant(text: &str, at: FileSpan) -> Alternatives {
    Alternatives {
        constants: vec![Constant { texts: vec![text.to_owned()], at }],
        is_dynamic: false,
    }
}

fn is_blank(part: &Part) -> bool {
    matches!(part, Part::Text(text) if text.trim().is_empty())
}

/// The texts of what is nothing but single constants.
fn single_texts(found: &Alternatives) -> Option<Vec<String>> {
    if found.is_dynamic {
        return None;
    }
    found.constants.iter().map(|it| it.text().map(str::to_owned)).collect()
}

/// Every text followed by every piece, as long as they are few and short.
fn product(texts: &[String], pieces: &[String]) -> Option<Vec<String>> {
    let joined =
        || texts.iter().flat_map(|text| pieces.iter().map(move |it| format!("{text}{it}")));
    let size: usize = texts.iter().chain(pieces).map(String::len).sum();
    (texts.len() * pieces.len() <= 16 && size <= 4096).then(|| joined().collect())
}
