//! Where in the data of a unit the value of an expression of its template lies.

use super::names::{Named, Names, Scope, Spot};
use super::tree::FrameId;
use super::{InstanceId, Markup};
use crate::project::UnitId;
use crate::source::FileId;
use crate::syntax::File;
use crate::syntax::script::{ExprId, ExprKind, Logical};

/// In a [`Path`], any item of a list.
pub const ITEM: &str = "0";

/// How many expressions one value may lead through.
const STEPS: usize = 64;
/// How many names a path has at most.
const LONGEST: usize = 16;

/// The names that lead to a value from the data of a unit, or from its properties.
pub type Path = Vec<String>;

/// Where a value can lie.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// The paths.
    pub paths: Vec<Path>,
    /// Whether it can be something else that is no constant.
    pub is_open: bool,
}

impl Markup {
    /// Where in the data of `unit` the value of `expr` lies, a name or a member in `file`, whose
    /// names are looked up in `frame`.
    #[must_use]
    pub fn path(
        &self,
        files: &[File],
        unit: UnitId,
        (file, expr): (FileId, ExprId),
        frame: FrameId,
    ) -> Option<Path> {
        let (frames, instances) = (&self.frames[..], &self.instances[..]);
        let names = Names { files, frames, instances, kept: &|_| None };
        let scope = Scope { instance: InstanceId(unit.0), frame };
        path(&names, Spot { file, expr, scope })
    }

    /// Whether `expr`, a name in `file` that is looked up in `frame`, is a member of an object that
    /// the template was handed whole: `data="{{...user}}"`.
    #[must_use]
    pub fn is_spread(
        &self,
        files: &[File],
        unit: UnitId,
        (file, expr): (FileId, ExprId),
        frame: FrameId,
    ) -> bool {
        let (frames, instances) = (&self.frames[..], &self.instances[..]);
        let names = Names { files, frames, instances, kept: &|_| None };
        let scope = Scope { instance: InstanceId(unit.0), frame };
        let name = match names.kind(Spot { file, expr, scope }) {
            Some(ExprKind::Global(name)) => names.holes(file).map(|holes| holes.name(*name)),
            _ => None,
        };
        name.is_some_and(|name| matches!(names.look_up(scope, name), Named::MemberOf(_)))
    }
}

/// Where the value of the expression at `spot` can lie.
pub(super) fn places(names: &Names<'_>, spot: Spot) -> Places {
    let mut found = Places::default();
    let mut work = vec![spot.expr];
    for _ in 0..STEPS {
        let Some(expr) = work.pop() else { return found };
        let spot = Spot { expr, ..spot };
        match names.kind(spot) {
            // What stands before `&&` is only handed over where it is nothing.
            Some(ExprKind::Logical { operator: Logical::And, right, .. }) => work.push(*right),
            Some(ExprKind::Logical { left, right, .. }) => work.extend([*left, *right]),
            Some(ExprKind::Conditional { yes, no, .. }) => work.extend([*yes, *no]),
            Some(ExprKind::Undefined | ExprKind::Null | ExprKind::Bool(_)) => {}
            Some(ExprKind::Number(_) | ExprKind::String(_)) => {}
            Some(ExprKind::Object(members)) if members.is_empty() => {}
            _ => match path(names, spot) {
                Some(path) => found.paths.push(path),
                None => found.is_open = true,
            },
        }
    }
    found.is_open |= !work.is_empty();
    found
}

/// The path to what the name or member at `spot` is.
fn path(names: &Names<'_>, mut spot: Spot) -> Option<Path> {
    // The last one first.
    let mut behind: Path = Vec::new();
    for _ in 0..STEPS {
        let holes = names.holes(spot.file)?;
        let mut asked = loop {
            match names.kind(spot)? {
                ExprKind::Member { object, property, .. } if behind.len() < LONGEST => {
                    behind.push(holes.name(*property).to_owned());
                    spot.expr = *object;
                }
                ExprKind::Index { object, .. } if behind.len() < LONGEST => {
                    behind.push(ITEM.to_owned());
                    spot.expr = *object;
                }
                ExprKind::Global(name) => break holes.name(*name).to_owned(),
                _ => return None,
            }
        };
        let mut named = names.look_up(spot.scope, &asked);
        spot = loop {
            match named {
                Named::Datum => {
                    behind.push(asked);
                    behind.reverse();
                    return Some(behind);
                }
                Named::Expr(inner) => {
                    let is_literal = matches!(names.kind(inner), Some(ExprKind::Object(_)));
                    if !is_literal {
                        break inner;
                    }
                    asked = behind.pop()?;
                    named = names.member(inner, &asked);
                }
                Named::MemberOf(inner) => {
                    behind.push(asked);
                    break inner;
                }
                Named::Local(frame) => {
                    behind.push(ITEM.to_owned());
                    break names.list(spot.scope, frame, &asked)?;
                }
                Named::Text(..) | Named::True | Named::Unknown => return None,
            }
        };
    }
    None
}
