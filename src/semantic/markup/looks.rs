//! Whether an element is hidden by its class or style, as far as they tell.

use crate::platform::{Sign, class_sign};
use crate::source::FileId;
use crate::syntax::axml::{Element, Part, Value};

use super::literal::Literal;
use super::names::{Names, Scope, Spot};
use super::term::{self, Datum, Term};

/// How its looks decide whether an element is on the screen.
#[derive(Clone, Debug, Default)]
pub struct Looks {
    /// What must hold for it to be there: `style="display: {{show ? 'block' : 'none'}}"`.
    pub when: Vec<Term>,
    /// What its looks depend on in a way that does not tell: it may be hidden, unless these data
    /// never change.
    pub steady: Vec<Datum>,
    /// Whether they depend on something that is not known at all.
    pub is_unknown: bool,
}

/// Properties of a style by which an element is hidden, with no value of which that is certain.
const HIDING: [&str; 3] = ["transform", "z-index", "bottom"];

/// The looks of `element` in `file`; `is_conditional` where it is under a condition of its own, so
/// that a class which says nothing of hiding is no way to open it.
#[must_use]
pub(super) fn looks(
    names: &Names<'_>,
    (file, element): (FileId, &Element),
    scope: Scope,
    is_conditional: bool,
) -> Looks {
    let mut reader = Reader { names, file, scope, looks: Looks::default() };
    for name in ["class", "className"] {
        if let Some(value) = element.attribute(name).and_then(|it| it.value.as_ref()) {
            reader.class(value, is_conditional);
        }
    }
    if let Some(value) = element.attribute("style").and_then(|it| it.value.as_ref()) {
        reader.style(value);
    }
    reader.looks
}

struct Reader<'n, 'a> {
    names: &'n Names<'a>,
    file: FileId,
    scope: Scope,
    looks: Looks,
}

impl Reader<'_, '_> {
    fn term(&self, part: &Part) -> Option<Term> {
        let Part::Hole { expr, .. } = part else { return None };
        let spot = Spot { file: self.file, expr: *expr, scope: self.scope };
        Some(term::of_expr(self.names, spot))
    }

    fn class(&mut self, value: &Value, is_conditional: bool) {
        for part in &value.parts {
            let Some(term) = self.term(part) else { continue };
            let signs = Signs::of(&term, &class_sign);
            let is_silent = !signs.moves && !signs.is_open && is_conditional;
            self.judge(&term, signs, &class_sign, is_silent);
        }
    }

    fn style(&mut self, value: &Value) {
        let mut declaration = String::new();
        for (at, part) in value.parts.iter().enumerate() {
            let Some(term) = self.term(part) else {
                let Part::Text(text) = part else { continue };
                for (nth, piece) in text.split(';').enumerate() {
                    if nth > 0 {
                        self.written(&std::mem::take(&mut declaration));
                    }
                    declaration.push_str(piece);
                }
                continue;
            };
            let Some((property, before)) = declaration.split_once(':') else {
                let signs = Signs::of(&term, &style_sign);
                self.judge(&term, signs, &style_sign, !signs.moves && !signs.is_open);
                continue;
            };
            let behind = match value.parts.get(at + 1) {
                Some(Part::Text(text)) => text.split(';').next().unwrap_or_default().trim(),
                Some(Part::Hole { .. }) => "{{",
                None => "",
            };
            let property = property.trim().to_ascii_lowercase();
            let is_whole = before.trim().is_empty() && matches!(behind, "" | "!important");
            if is_whole && may_hide(&property) {
                let sign = |text: &str| value_sign(&property, text);
                let signs = Signs::of(&term, &sign);
                self.judge(&term, signs, &sign, !signs.is_open);
            } else if may_hide(&property) || HIDING.contains(&&*property) {
                self.depend(&term);
            }
            declaration.push_str("{{}}");
        }
        self.written(&declaration);
    }

    /// A declaration of a style without expression.
    fn written(&mut self, declaration: &str) {
        if style_sign(declaration) == Sign::Hides {
            self.looks.when.push(Term::Literal(Literal::Bool(false)));
        }
    }

    /// Notes what `term` does, the texts of which have `signs`; nothing if it tells nothing and
    /// `is_silent`.
    fn judge(&mut self, term: &Term, signs: Signs, sign: &dyn Fn(&str) -> Sign, is_silent: bool) {
        if signs.shows || signs.hides {
            let unknown = Term::Opaque(self.scope, String::new());
            self.looks.when.push(shown(term, signs, sign, &unknown));
        } else if !is_silent {
            self.depend(term);
        }
    }

    fn depend(&mut self, term: &Term) {
        self.looks.is_unknown |= is_opaque(term);
        self.looks.steady.extend(term.data().into_iter().cloned());
    }
}

/// What the texts that a term can be say of an element's being there.
#[derive(Clone, Copy, Default)]
struct Signs {
    shows: bool,
    hides: bool,
    /// Whether one can be a step of either.
    moves: bool,
    /// Whether it can be something that is not constant.
    is_open: bool,
}

impl Signs {
    fn of(term: &Term, sign: &dyn Fn(&str) -> Sign) -> Self {
        let mut signs = Self::default();
        signs.add(term, sign);
        signs
    }

    fn add(&mut self, term: &Term, sign: &dyn Fn(&str) -> Sign) {
        match term {
            Term::Choice(parts) => parts.iter().skip(1).for_each(|part| self.add(part, sign)),
            Term::All(parts) => parts.iter().skip(1).for_each(|part| self.add(part, sign)),
            Term::Literal(Literal::Object) => self.is_open = true,
            Term::Literal(literal) => match sign(text(literal)) {
                Sign::Shows => self.shows = true,
                Sign::Hides => self.hides = true,
                Sign::Moves => self.moves = true,
                Sign::Nothing => {}
            },
            _ => self.is_open = true,
        }
    }
}

/// That the text which `term` is shows its element: where others hide it, those that do not do.
fn shown(term: &Term, signs: Signs, sign: &dyn Fn(&str) -> Sign, unknown: &Term) -> Term {
    let bool = |value: bool| Term::Literal(Literal::Bool(value));
    let of = |literal: &Literal| match (sign(text(literal)), signs.shows, signs.hides) {
        (Sign::Shows, ..) => bool(true),
        (Sign::Hides, ..) => bool(false),
        (_, true, false) => bool(false),
        (_, false, true) => bool(true),
        _ => unknown.clone(),
    };
    match term {
        Term::Choice(parts) => {
            let [test, yes, no] = &**parts;
            let [yes, no] = [yes, no].map(|part| shown(part, signs, sign, unknown));
            Term::Choice(Box::new([test.clone(), yes, no]))
        }
        Term::All(parts) => match parts.as_slice() {
            [test, text] => {
                let parts =
                    [test.clone(), shown(text, signs, sign, unknown), of(&Literal::Nothing)];
                Term::Choice(Box::new(parts))
            }
            _ => unknown.clone(),
        },
        Term::Literal(Literal::Object) => unknown.clone(),
        Term::Literal(literal) => of(literal),
        _ => unknown.clone(),
    }
}

/// The text that a constant is in a class or style.
fn text(literal: &Literal) -> &str {
    match literal {
        Literal::Text(text) | Literal::Number(text) => text,
        Literal::Nothing | Literal::Bool(_) | Literal::Object => "",
    }
}

/// Whether `term` reads something that is not known.
fn is_opaque(term: &Term) -> bool {
    match term {
        Term::Opaque(..) => true,
        Term::Literal(_) | Term::Datum(_) => false,
        Term::Not(inner) => is_opaque(inner),
        Term::All(parts) | Term::Any(parts) => parts.iter().any(is_opaque),
        Term::Equal(left, right) | Term::Less(left, right) => is_opaque(left) || is_opaque(right),
        Term::Choice(parts) => parts.iter().any(is_opaque),
    }
}

/// Whether a value of the property of a style hides an element.
fn may_hide(property: &str) -> bool {
    matches!(property, "display" | "visibility" | "opacity")
}

/// What a value of such a property says.
fn value_sign(property: &str, value: &str) -> Sign {
    let value = value.trim().trim_end_matches("!important").trim_end();
    match (property, value) {
        (_, "") => Sign::Nothing,
        ("display", "none") | ("visibility", "hidden" | "collapse") => Sign::Hides,
        ("opacity", number) if number.parse() == Ok(0.0) => Sign::Hides,
        _ => Sign::Shows,
    }
}

/// What declarations say.
fn style_sign(style: &str) -> Sign {
    let mut found = Sign::Nothing;
    for (property, value) in style.split(';').filter_map(|it| it.split_once(':')) {
        let property = property.trim().to_ascii_lowercase();
        let sign = match &*property {
            property if may_hide(property) => value_sign(property, value),
            property if HIDING.contains(&property) => Sign::Moves,
            _ => Sign::Nothing,
        };
        found = found.max(sign);
    }
    found
}
