//! What the names in a template stand for: data, properties, template data, loop variables.

use super::tree::{ElementId, Frame, FrameId};
use crate::project::UnitId;
use crate::source::{FileId, FileSpan};
use crate::syntax::File;
use crate::syntax::axml::{Element, Value};
use crate::syntax::script::{ExprId, ExprKind, Key, Property, Script};

/// A use of a unit: a component's tag, or the unit by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct InstanceId(pub u32);

/// A unit with the tag that hands it its properties; by itself it has none.
#[derive(Clone, Copy, Debug)]
pub struct Instance {
    /// The unit.
    pub unit: UnitId,
    /// The tag, and where the names in its attributes are looked up.
    pub tag: Option<(ElementId, Scope)>,
}

/// Where a name is looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Scope {
    /// The use of the unit.
    pub instance: InstanceId,
    /// The frame within its template.
    pub frame: FrameId,
}

/// A datum, or a property that is not handed over, that a template reads.
#[derive(Clone, Copy, Debug)]
pub struct Read<'p> {
    /// The unit.
    pub unit: UnitId,
    /// Whether a tag uses the unit here, so that it is known which properties are handed over.
    pub is_used: bool,
    /// The names that lead to it.
    pub path: &'p [String],
}

/// A text that a datum keeps, whatever runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The text; empty also for what counts as none.
    pub text: String,
    /// Where it is written, without quotes; `None` where nothing gives the datum a value.
    pub at: Option<FileSpan>,
}

/// Tells what data keep.
pub type KeptBy<'a> = dyn Fn(Read<'_>) -> Option<Kept> + 'a;

/// An expression with the scope of its names.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot {
    /// The template it stands in.
    pub file: FileId,
    /// The expression.
    pub expr: ExprId,
    /// Where its names are looked up.
    pub scope: Scope,
}

/// What a name stands for.
#[derive(Clone, Copy, Debug)]
pub(super) enum Named<'a> {
    /// An expression.
    Expr(Spot),
    /// The member of that name of an object.
    MemberOf(Spot),
    /// A property's text, with the scope of its holes.
    Text(FileId, &'a Value, Scope),
    /// A property without value: `true`.
    True,
    /// A datum of the unit, or a property that was not handed over.
    Datum,
    /// A variable of this loop.
    Local(FrameId),
    /// Nothing that can be told.
    Unknown,
}

/// Looks names up.
#[derive(Clone, Copy)]
pub(super) struct Names<'a> {
    /// The files.
    pub files: &'a [File],
    /// The frames of all trees.
    pub frames: &'a [Frame],
    /// The uses of units.
    pub instances: &'a [Instance],
    /// What data keep, as far as that is known by now.
    pub kept: &'a KeptBy<'a>,
}

impl<'a> Names<'a> {
    /// The expressions of the template `file`.
    #[must_use]
    pub(super) fn holes(&self, file: FileId) -> Option<&'a Script> {
        Some(&self.files.get(file.index())?.template()?.holes)
    }

    /// The kind of the expression at `spot`.
    #[must_use]
    pub(super) fn kind(&self, spot: Spot) -> Option<&'a ExprKind> {
        self.holes(spot.file)?.exprs.get(spot.expr.0 as usize).map(|expr| &expr.kind)
    }

    /// What `name` stands for in `scope`.
    #[must_use]
    pub(super) fn look_up(&self, scope: Scope, name: &str) -> Named<'a> {
        let mut frame = scope.frame;
        loop {
            match self.frames.get(frame.0 as usize) {
                Some(Frame::Local { names, .. }) if names.iter().any(|it| it == name) => {
                    return Named::Local(frame);
                }
                Some(Frame::Local { outer, .. }) => frame = *outer,
                Some(Frame::Template { file, data, outer }) => {
                    let Some(expr) = *data else { return Named::Unknown };
                    let scope = Scope { frame: *outer, ..scope };
                    return self.member(Spot { file: *file, expr, scope }, name);
                }
                Some(Frame::Unit) => return self.property(scope.instance, name),
                None => return Named::Unknown,
            }
        }
    }

    /// The list whose items the loop variable `name` of `frame` is.
    #[must_use]
    pub(super) fn list(&self, scope: Scope, frame: FrameId, name: &str) -> Option<Spot> {
        let Some(Frame::Local { names, list, outer }) = self.frames.get(frame.0 as usize) else {
            return None;
        };
        let (file, expr) = (*list)?;
        let is_item = names.first().is_some_and(|it| it == name);
        is_item.then_some(Spot { file, expr, scope: Scope { frame: *outer, ..scope } })
    }

    /// The member `name` of the object at `spot`.
    #[must_use]
    pub(super) fn member(&self, spot: Spot, name: &str) -> Named<'a> {
        let Some(ExprKind::Object(properties)) = self.kind(spot) else {
            return Named::MemberOf(spot);
        };
        let Some(holes) = self.holes(spot.file) else { return Named::Unknown };
        let mut spreads = properties.iter().filter_map(|property| match property {
            Property::Spread(value) => Some(*value),
            _ => None,
        });
        let named = properties.iter().rev().find_map(|property| match property {
            Property::Value { key: Key::Name(key, _), value } if holes.name(*key) == name => {
                Some(*value)
            }
            _ => None,
        });
        match (named, spreads.next(), spreads.next()) {
            (Some(expr), ..) => Named::Expr(Spot { expr, ..spot }),
            (None, Some(expr), None) => Named::MemberOf(Spot { expr, ..spot }),
            _ => Named::Unknown,
        }
    }

    fn property(&self, instance: InstanceId, name: &str) -> Named<'a> {
        let tag = self.instances.get(instance.0 as usize).and_then(|it| it.tag);
        let Some((element, scope)) = tag else { return Named::Datum };
        let attribute = element.of(self.files).and_then(|it| property_of(it, name));
        match attribute.map(|it| it.value.as_ref()) {
            Some(Some(value)) => match value.hole() {
                Some(expr) => Named::Expr(Spot { file: element.file, expr, scope }),
                None => Named::Text(element.file, value, scope),
            },
            Some(None) => Named::True,
            None => Named::Datum,
        }
    }
}

/// The attribute of a component's tag that sets the property `name`: `open-type` sets `openType`.
#[must_use]
pub(super) fn property_of<'a>(
    element: &'a Element,
    name: &str,
) -> Option<&'a crate::syntax::axml::Attribute> {
    element.attributes.iter().find(|it| sets(&it.name, name))
}

/// Whether the attribute `written` sets the property `name`.
#[must_use]
pub(super) fn sets(written: &str, name: &str) -> bool {
    written == name || property_name(written) == name
}

/// The property that the attribute `written` sets: `openType` for `open-type`.
#[must_use]
pub fn property_name(written: &str) -> String {
    let mut after_dash = false;
    let mut camel = String::with_capacity(written.len());
    for letter in written.chars() {
        match letter {
            '-' => after_dash = true,
            letter if after_dash => {
                camel.extend(letter.to_uppercase());
                after_dash = false;
            }
            letter => camel.push(letter),
        }
    }
    camel
}
