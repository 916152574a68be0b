//! Scopes of authorize buttons that are kept in data, or left to what a property is by itself.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::project::{Project, UnitId};
use crate::semantic::Semantics;
use crate::semantic::markup::{Kept, Literal, Markup, Read};
use crate::syntax::File;

/// No more data of one unit than these are looked up; others are unknown.
const MOST: usize = 64;

/// What was looked up: whether the unit is used, and the names.
type Known = BTreeMap<(bool, Vec<String>), Option<Kept>>;

/// The templates of a program, in which a scope that data keep is known.
#[must_use]
pub(in crate::semantic) fn with_scopes(
    files: &[File],
    project: &Project,
    known: &Semantics,
) -> Markup {
    let all: RefCell<BTreeMap<UnitId, Known>> = RefCell::default();
    let kept = |read: Read<'_>| {
        let mut all = all.borrow_mut();
        let of_unit = all.entry(read.unit).or_default();
        let key = (read.is_used, read.path.to_vec());
        if let Some(kept) = of_unit.get(&key) {
            return kept.clone();
        }
        if of_unit.len() >= MOST {
            return None;
        }
        of_unit.entry(key).or_insert(text(files, project, known, read)).clone()
    };
    Markup::with(files, project, &kept)
}

/// The text that the datum keeps.
fn text(files: &[File], project: &Project, known: &Semantics, read: Read<'_>) -> Option<Kept> {
    let fixed = known.fixed_read(files, project, read)?;
    let text = match fixed.value {
        Literal::Text(text) => text,
        Literal::Nothing | Literal::Bool(false) => String::new(),
        _ => return None,
    };
    let at = fixed.at.map(|at| {
        let text = files.get(at.file.index()).map_or("", |file| &file.text);
        crate::source::FileSpan::new(at.file, at.span.inside_quotes(text))
    });
    Some(Kept { text, at })
}
