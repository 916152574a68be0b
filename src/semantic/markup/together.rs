//! Whether two elements can be on the screen at the same time.

use std::collections::BTreeMap;

use super::term::{Datum, Literal, Term};

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
    facts.iter().any(|(term, holds)| term.truth(&known) == Some(!holds))
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
