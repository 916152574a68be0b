//! Whether two elements can be on the screen at the same time.

use std::collections::BTreeMap;

use super::literal::Literal;
use super::term::{Datum, Term};

/// A condition and whether it must hold.
pub type Guard = (Term, bool);

/// How many facts are compared.
const FACTS: usize = 128;

/// Whether `guards` can never hold together.
///
/// Found are opposite conditions, one value compared with different constants, and whatever
/// follows from a comparison with a constant by putting it in.
#[must_use]
pub fn contradict<'a>(guards: impl Iterator<Item = &'a Guard>) -> bool {
    let mut facts = Vec::new();
    for (term, holds) in guards {
        flatten(term, *holds, &mut facts);
    }
    let mut truths: BTreeMap<&Term, bool> = BTreeMap::new();
    let mut values: BTreeMap<&Term, &Literal> = BTreeMap::new();
    for (term, holds) in &facts {
        if *truths.entry(term).or_insert(*holds) != *holds {
            return true;
        }
        if let Some((term, literal)) = comparison(term).filter(|_| *holds) {
            let other = values.entry(term).or_insert(literal);
            if other.equals(literal) == Some(false) {
                return true;
            }
        }
    }
    let mut data: BTreeMap<&Datum, Literal> = BTreeMap::new();
    for (term, literal) in &values {
        if let Term::Datum(datum) = term {
            data.insert(datum, (*literal).clone());
        }
    }
    for (term, holds) in &facts {
        if let Term::Datum(datum) = term {
            data.entry(datum).or_insert(Literal::Bool(*holds));
        }
    }
    let known = |datum: &Datum| data.get(datum).cloned();
    out_of_range(&facts) || facts.iter().any(|(term, holds)| term.truth(&known) == Some(!holds))
}

/// Whether comparisons leave no number for some term.
fn out_of_range(facts: &[(&Term, bool)]) -> bool {
    let mut ranges: BTreeMap<&Term, (f64, f64)> = BTreeMap::new();
    facts.iter().any(|(term, holds)| {
        let Some((term, low, high)) = range(term, *holds) else { return false };
        let range = ranges.entry(term).or_insert((f64::NEG_INFINITY, f64::INFINITY));
        *range = (range.0.max(low), range.1.min(high));
        range.0 > range.1
    })
}

/// The numbers that a comparison leaves; `n < 3` leaves none from the last one before 3 on.
fn range(term: &Term, holds: bool) -> Option<(&Term, f64, f64)> {
    let Term::Less(left, right) = term else { return None };
    let any = (f64::NEG_INFINITY, f64::INFINITY);
    match (&**left, &**right) {
        (term, Term::Literal(bound)) => {
            let bound = bound.number()?;
            Some(if holds { (term, any.0, bound.next_down()) } else { (term, bound, any.1) })
        }
        (Term::Literal(bound), term) => {
            let bound = bound.number()?;
            Some(if holds { (term, bound.next_up(), any.1) } else { (term, any.0, bound) })
        }
        _ => None,
    }
}

/// A term that is compared with a constant.
fn comparison(term: &Term) -> Option<(&Term, &Literal)> {
    let Term::Equal(left, right) = term else { return None };
    match (&**left, &**right) {
        (Term::Literal(_), Term::Literal(_)) => None,
        (term, Term::Literal(literal)) | (Term::Literal(literal), term) => Some((term, literal)),
        _ => None,
    }
}

/// Takes a condition apart into facts that must all hold.
fn flatten<'a>(term: &'a Term, holds: bool, facts: &mut Vec<(&'a Term, bool)>) {
    if facts.len() >= FACTS {
        return;
    }
    match (term, holds) {
        (Term::Not(inner), _) => flatten(inner, !holds, facts),
        (Term::All(terms), true) | (Term::Any(terms), false) => {
            terms.iter().for_each(|term| flatten(term, holds, facts));
        }
        (Term::Choice(parts), _) => {
            let [test, yes, no] = &**parts;
            let is_never = |term: &Term| term.truth(&|_| None) == Some(!holds);
            let (test_holds, rest) = match (is_never(yes), is_never(no)) {
                (false, true) => (true, yes),
                (true, false) => (false, no),
                _ => return facts.push((term, holds)),
            };
            flatten(test, test_holds, facts);
            flatten(rest, holds, facts);
        }
        _ => facts.push((term, holds)),
    }
}
